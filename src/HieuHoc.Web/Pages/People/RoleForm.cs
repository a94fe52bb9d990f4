using HieuHoc.Access;
using HieuHoc.Agencies;
using HieuHoc.Places;
using HieuHoc.Platform;
using Microsoft.EntityFrameworkCore;

namespace HieuHoc.Web.Pages.People;

/// <summary>A role as it is typed: place and agency by their codes.</summary>
public sealed class RoleForm
{
    public Role Role { get; set; }

    public string? PlaceCode { get; set; }

    /// <summary>The village, which has no code; null where a code is typed.</summary>
    public int? VillageId { get; set; }

    public string? AgencyCode { get; set; }

    public string? Programme { get; set; }

    /// <summary>What is asked, with codes looked up; a code that nobody has is left for the use case to refuse.</summary>
    public async Task<RoleAsked> ReadAsync(HieuHocDb db, DateOnly day, CancellationToken ct)
    {
        var place = await db.PlaceByCodeAsync(PlaceCode ?? "", day, ct);
        var code = AgencyCode?.Trim();
        int? agency = string.IsNullOrEmpty(code)
            ? null
            : await db.Agencies.Where(agency => agency.Code == code).Select(agency => (int?)agency.Id).SingleOrDefaultAsync(ct) ?? NoAgency;

        return new RoleAsked(Role, VillageId ?? place?.Id ?? 0) { AgencyId = agency, Programme = string.IsNullOrEmpty(Programme) ? null : Programme };
    }

    // No subject has this number.
    private const int NoAgency = -1;
}

/// <summary>What the fields of a role offer.</summary>
/// <param name="Villages">To be chosen from where the visitor keeps the accounts of villages alone.</param>
public sealed record RoleFormView(RoleForm Form, IReadOnlyList<Role> Roles, IReadOnlyList<string> Programmes, IReadOnlyList<PlaceOnDay> Villages)
{
    public static async Task<RoleFormView> OfAsync(RoleForm form, HieuHocDb db, Actor actor, DateOnly day, CancellationToken ct)
    {
        var villages = actor.Rule.Keeps is [Role.VillageOfficer] ? await db.ChildrenAsync(actor.PlaceId, day, ct) : [];

        return new RoleFormView(form, actor.Rule.Keeps, await db.ProgrammeCodesAsync(ct), villages);
    }
}
