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
        if (!actor.Rule.Keeps.Contains(Role))
        {
            return new AccountsNotYoursToKeep();
        }

        if (!await db.PlaceReaches.AnyAsync(reach => reach.PlaceId == PlaceId && reach.AncestorId == actor.PlaceId, ct))
        {
            return new AccountPlaceUnknown();
        }

        var levels = RoleTable.Of(Role).Levels;

        if (!await db.Places.AnyAsync(place => place.Id == PlaceId && levels.Contains(place.Level), ct))
        {
            return new RoleDoesNotFitPlace(Role);
        }

        return await AgencyRefusalAsync(db, day, ct) ?? await ProgrammeRefusalAsync(db, actor, ct);
    }

    private async Task<Refusal?> AgencyRefusalAsync(HieuHocDb db, DateOnly day, CancellationToken ct)
    {
        var rule = RoleTable.Of(Role);

        if (AgencyId is null)
        {
            return rule.NeedsAgency ? new AgencyMissing(Role) : null;
        }

        if (await db.AgenciesOn(day).SingleOrDefaultAsync(agency => agency.Id == AgencyId, ct) is not { } agency)
        {
            return new AgencyUnknown();
        }

        return agency.PlaceId == PlaceId && rule.Agencies.Contains(agency.Kind) ? null : new RoleDoesNotFitAgency(Role);
    }

    private async Task<Refusal?> ProgrammeRefusalAsync(HieuHocDb db, Actor actor, CancellationToken ct)
    {
        if (Programme is null)
        {
            // The installation sets up the first accounts of a province, perhaps before any programme is described.
            return RoleTable.Of(Role).NeedsProgramme && actor.PersonId is not null ? new ProgrammeMissing(Role) : null;
        }

        return await db.IsProgrammeAsync(Programme, ct) ? null : new ProgrammeUnknown(Programme);
    }
}

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
