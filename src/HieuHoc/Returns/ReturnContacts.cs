using HieuHoc.Access;
using HieuHoc.Platform;
using Microsoft.EntityFrameworkCore;

namespace HieuHoc.Returns;

/// <summary>Whom to call about what somebody owes. Accounts are named by post, and hold no telephone and no address.</summary>
public static class ReturnContacts
{
    private static readonly IReadOnlyList<Role> Officers =
        [.. RoleTable.WhoMay(Capability.FillReturns), .. RoleTable.WhoMay(Capability.FillVillageReturns)];

    extension(HieuHocDb db)
    {
        /// <summary>The posts that type what these places or agencies owe, by whom they answer for.</summary>
        public async Task<ILookup<int, string>> ContactsOfAsync(short owner, IQueryable<int> subjects, DateOnly day, CancellationToken ct)
        {
            var grants = db.RoleGrants.AsNoTracking().Where(grant =>
                grant.Owner == owner && Officers.Contains(grant.Role) && grant.ValidFrom <= day && (grant.ValidTo == null || grant.ValidTo >= day));
            var rows = await (
                from grant in grants
                where subjects.Contains(grant.AgencyId ?? grant.PlaceId)
                join person in db.People on new { grant.Owner, Id = grant.PersonId } equals new { person.Owner, person.Id }
                orderby person.DisplayName
                select new { Subject = grant.AgencyId ?? grant.PlaceId, person.DisplayName }).ToListAsync(ct);

            return rows.ToLookup(row => row.Subject, row => row.DisplayName);
        }
    }
}
