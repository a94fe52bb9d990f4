using HieuHoc.Agencies;
using HieuHoc.Places;
using HieuHoc.Platform;
using Microsoft.EntityFrameworkCore;

namespace HieuHoc.Access;

/// <summary>A role that is to be given: in which part of the hierarchy, for which agency and programme.</summary>
public sealed record RoleAsked(Role Role, int PlaceId)
{
    /// <summary>The agency; null when the role answers for the place.</summary>
    public int? AgencyId { get; init; }

    /// <summary>The code of the programme; null for every programme of the province, which only the installation itself may leave open.</summary>
    public string? Programme { get; init; }

    /// <summary>Why the actor cannot give this role, or null.</summary>
    public async Task<Refusal?> RefusalAsync(HieuHocDb db, Actor actor, DateOnly day, CancellationToken ct)
    {
        var (placeId, agencyId, reach, reaches) = (PlaceId, AgencyId, actor.PlaceId, db.PlaceReaches);
        var level = await db.Places.Where(place => place.Id == placeId && reaches.Any(row => row.PlaceId == place.Id && row.AncestorId == reach))
            .Select(place => (PlaceLevel?)place.Level).SingleOrDefaultAsync(ct);
        var agency = agencyId is null
            ? null
            : await db.AgenciesOn(day).Where(agency => agency.Id == agencyId).Select(agency => new AgencyAsked(agency.PlaceId, agency.Kind)).SingleOrDefaultAsync(ct);
        var known = Programme is null || await db.IsProgrammeAsync(Programme, ct);

        return RefusalOf(new RoleFacts(level, agency, known), actor);
    }

    /// <summary>The same of what is known already, for many at once.</summary>
    internal Refusal? RefusalOf(RoleFacts facts, Actor actor)
    {
        if (!actor.Rule.Keeps.Contains(Role))
        {
            return new AccountsNotYoursToKeep();
        }

        if (facts.Level is not { } level)
        {
            return new AccountPlaceUnknown();
        }

        if (!RoleTable.Of(Role).Levels.Contains(level))
        {
            return new RoleDoesNotFitPlace(Role);
        }

        return AgencyRefusal(facts.Agency) ?? ProgrammeRefusal(facts.ProgrammeKnown, actor);
    }

    private Refusal? AgencyRefusal(AgencyAsked? agency)
    {
        var rule = RoleTable.Of(Role);

        if (AgencyId is null)
        {
            return rule.NeedsAgency ? new AgencyMissing(Role) : null;
        }

        if (agency is null)
        {
            return new AgencyUnknown();
        }

        return agency.PlaceId == PlaceId && rule.Agencies.Contains(agency.Kind) ? null : new RoleDoesNotFitAgency(Role);
    }

    private Refusal? ProgrammeRefusal(bool known, Actor actor)
    {
        if (Programme is null)
        {
            // The installation sets up the first accounts of a province, perhaps before any programme is described.
            return RoleTable.Of(Role).NeedsProgramme && actor.PersonId is not null ? new ProgrammeMissing(Role) : null;
        }

        return known ? null : new ProgrammeUnknown(Programme);
    }
}

/// <summary>What is known of the place, the agency and the programme that a role is asked for.</summary>
/// <param name="Level">Of the place; null where it lies outside the actor's part of the hierarchy.</param>
/// <param name="Agency">Null where there is none today.</param>
/// <param name="ProgrammeKnown">True when a pack describes the programme, or none is named.</param>
internal sealed record RoleFacts(PlaceLevel? Level, AgencyAsked? Agency, bool ProgrammeKnown);

/// <summary>What roles ask of an agency.</summary>
internal sealed record AgencyAsked(int? PlaceId, AgencyKind Kind);

/// <summary>Programmes as roles and rounds name them: by the code of their pack.</summary>
public static class ProgrammeCodes
{
    private const string Kind = "programmes";

    extension(HieuHocDb db)
    {
        /// <summary>True when a pack describes a programme of this code; what a province fills in one is none of its own.</summary>
        public Task<bool> IsProgrammeAsync(string code, CancellationToken ct) =>
            db.Packs.AnyAsync(pack => pack.Kind == Kind && pack.Extends == null && pack.Code == code, ct);

        /// <summary>The codes of the programmes that packs describe.</summary>
        public async Task<IReadOnlyList<string>> ProgrammeCodesAsync(CancellationToken ct) =>
            await db.Packs.Where(pack => pack.Kind == Kind && pack.Extends == null).Select(pack => pack.Code).Distinct().OrderBy(code => code).ToListAsync(ct);
    }
}
