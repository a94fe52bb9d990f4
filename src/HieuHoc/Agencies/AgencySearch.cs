using HieuHoc.Platform;
using Microsoft.EntityFrameworkCore;

namespace HieuHoc.Agencies;

/// <summary>Finding an agency by what a person remembers of its name.</summary>
public static class AgencySearch
{
    extension(HieuHocDb db)
    {
        /// <summary>
        /// Of the agencies given, those that existed on a day and whose name, short name or other word contains the text,
        /// whatever its case and tone marks; an empty text finds all. Names that begin with the text come first.
        /// </summary>
        public async Task<IReadOnlyList<AgencyOnDay>> SearchAgenciesAsync(IQueryable<Agency> among, string text, DateOnly day, CancellationToken ct)
        {
            var folded = Vietnamese.Fold(text).Trim();
            var existing = db.AgenciesOn(day).Select(agency => agency.Id);
            var chosen = among.Where(agency => existing.Contains(agency.Id));

            if (folded.Length > 0)
            {
                var named = db.AgencyNames.HoldingOn(day).Where(name => name.Folded.Contains(folded)).Select(name => name.AgencyId);
                var called = db.AgencyAliases.Where(alias => alias.Folded.Contains(folded)).Select(alias => alias.AgencyId);
                chosen = chosen.Where(agency => named.Contains(agency.Id) || called.Contains(agency.Id));
            }

            return
            [
                .. (await db.WithNamesOn(chosen, day).ToListAsync(ct))
                    .OrderBy(agency => Vietnamese.Fold(agency.Name).StartsWith(folded, StringComparison.Ordinal) ? 0 : 1)
                    .ThenBy(agency => agency.Level)
                    .ThenBy(agency => agency.Kind)
                    .ThenBy(agency => agency.Name, Vietnamese.Order)
                    .ThenBy(agency => agency.Id),
            ];
        }
    }
}
