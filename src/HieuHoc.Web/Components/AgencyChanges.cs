using System.Globalization;
using System.Text.Json;
using HieuHoc.Access;
using HieuHoc.Agencies;
using HieuHoc.Platform;

namespace HieuHoc.Web.Components;

/// <summary>What people changed about an agency: who listed it, and when a pack took it over.</summary>
public static class AgencyChanges
{
    extension(HieuHocDb db)
    {
        /// <summary>What the audit says of an agency that the actor reaches.</summary>
        public async Task<IReadOnlyList<HistoryLine>> AgencyChangesAsync(Texts texts, int agency, Actor actor, CancellationToken ct)
        {
            var own = await db.ChangesOfAsync(actor.Owner, [agency.ToString(CultureInfo.InvariantCulture)], ToldChanges.OfAgency, ct);
            var lists = await db.ChangesOfAsync(actor.Owner, ToldChanges.OfAgencyLists, ct);

            return await db.SayAsync(texts, actor.Owner, [.. own, .. lists.Where(list => Made(list, agency))], Words, ct);

            ChangeWords Words(ToldChange change) => change.Change is nameof(AgencyCameInPack)
                && JsonSerializer.Deserialize<AgencyCameInPack>(change.Detail, Json.Compact) is { } came
                ? new ChangeWords(texts["agencyChanges.code", ("was", came.Was), ("code", came.Code)])
                : new ChangeWords();
        }
    }

    /// <summary>True when the agency came by a list.</summary>
    private static bool Made(ToldChange list, int agency)
    {
        var taken = JsonSerializer.Deserialize<AgenciesImported>(list.Detail, Json.Compact)!; // written by this type

        return agency >= taken.First && agency < taken.First + taken.Count;
    }
}
