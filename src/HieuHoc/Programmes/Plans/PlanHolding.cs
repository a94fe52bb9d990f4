using HieuHoc.Places;
using HieuHoc.Platform;
using Microsoft.EntityFrameworkCore;

namespace HieuHoc.Programmes.Plans;

/// <summary>For whom a plan holds: what a commune wants binds that commune, what the province wants binds all of it.</summary>
/// <param name="PlaceId">The place of whoever issued it; null for all of the programme's province.</param>
/// <param name="Level">The level of that place; null for the province.</param>
/// <param name="Name">What that place is called; null for the province.</param>
public sealed record PlanHolding(int? PlaceId, PlaceLevel? Level, string? Name)
{
    /// <summary>It holds for all of the province.</summary>
    public static PlanHolding Province { get; } = new(null, null, null);
}

/// <summary>Reads from who issued a plan for whom it holds.</summary>
public static class PlanHoldings
{
    /// <summary>The most words of the name of a place with its kind.</summary>
    private const int LongestName = 8;

    private static readonly IReadOnlyList<string> committees = ["ubnd ", "uy ban nhan dan ", "hdnd ", "hoi dong nhan dan ", "dang uy ", "huyen uy ", "thi uy "];

    // In the order of looking: "thị xã" begins with no "xã".
    private static readonly IReadOnlyList<(string Kind, PlaceLevel Level)> kinds =
    [
        ("tinh", PlaceLevel.Province), ("thanh pho", PlaceLevel.District), ("huyen", PlaceLevel.District), ("quan", PlaceLevel.District), ("thi xa", PlaceLevel.District),
        ("xa", PlaceLevel.Commune), ("phuong", PlaceLevel.Commune), ("thi tran", PlaceLevel.Commune), ("dac khu", PlaceLevel.Commune),
        ("thon", PlaceLevel.Village), ("ban", PlaceLevel.Village), ("to dan pho", PlaceLevel.Village), ("khu dan cu", PlaceLevel.Village), ("ap", PlaceLevel.Village), ("buon", PlaceLevel.Village), ("lang", PlaceLevel.Village),
    ];

    extension(HieuHocDb db)
    {
        /// <summary>
        /// For whom a plan holds; null where its issuer belongs to another province, or is a commune or district that the programme's province
        /// does not have, or has twice. An issuer whose place cannot be told speaks for the province.
        /// </summary>
        /// <param name="day">On which places were called so, where the plan says no day.</param>
        public Task<PlanHolding?> HoldingAsync(short owner, PlanHead head, DateOnly day, CancellationToken ct) => db.HoldingAsync(owner, head.Issuer ?? "", head.IssuedOn ?? day, ct);

        /// <summary>For whom an issuer speaks.</summary>
        internal async Task<PlanHolding?> HoldingAsync(short owner, string issuer, DateOnly day, CancellationToken ct)
        {
            var endings = Endings(issuer);
            var province = await db.OwnerPlaceAsync(owner, ct);
            var reaches = db.PlaceReaches;
            var named = await (from name in db.PlaceNames.AsNoTracking()
                               join place in db.Places on name.PlaceId equals place.Id
                               where EF.Parameter(endings).Contains(name.FullName) && place.Level != PlaceLevel.Village
                               select new
                               {
                                   place.Id, place.Level, name.FullName, HeldThen = name.ValidFrom <= day && (name.ValidTo == null || name.ValidTo >= day),
                                   IsOurs = reaches.Any(reach => reach.PlaceId == place.Id && reach.AncestorId == province),
                               }).ToListAsync(ct);

            if (named.Count == 0)
            {
                return IsBelowProvince(issuer) ? null : PlanHolding.Province;
            }

            var longest = named.Max(name => name.FullName.Length);
            var meant = named.Where(name => name.FullName.Length == longest).ToList();
            meant = meant.Any(name => name.HeldThen) ? [.. meant.Where(name => name.HeldThen)] : meant;

            return meant.Where(name => name.IsOurs).DistinctBy(name => name.Id).ToList() switch
            {
                [] => null,
                var ours when ours.Any(name => name.Level is PlaceLevel.Province) => PlanHolding.Province,
                [var one] => new PlanHolding(one.Id, one.Level, one.FullName),
                _ => null,
            };
        }
    }

    /// <summary>"UBND xã Hải Lăng" ends with "Xã Hải Lăng", as the name of a place is written.</summary>
    private static IReadOnlyList<string> Endings(string issuer)
    {
        var words = issuer.Normalize().Split(' ', StringSplitOptions.RemoveEmptyEntries);

        return [.. Enumerable.Range(2, LongestName - 1).Where(length => length <= words.Length).Select(length => string.Join(' ', words[^length..])).Select(name => $"{char.ToUpperInvariant(name[0])}{name[1..]}")];
    }

    /// <summary>The level of the places that words name: "xã, phường" are communes; null where they name none.</summary>
    public static PlaceLevel? LevelOf(string words) => LevelOfFolded(Vietnamese.Fold(words));

    private static PlaceLevel? LevelOfFolded(string words) =>
        kinds.Where(kind => words == kind.Kind || (words.StartsWith(kind.Kind, StringComparison.Ordinal) && !char.IsLetter(words[kind.Kind.Length]))).Select(kind => (PlaceLevel?)kind.Level).FirstOrDefault();

    /// <summary>A city may be a province: only what surely is below one is.</summary>
    private static bool IsBelowProvince(string issuer) =>
        PlaceOfCommittee(issuer) is { } place && LevelOfFolded(place) > PlaceLevel.Province && !place.StartsWith("thanh pho", StringComparison.Ordinal);

    /// <summary>True of the committee or council of a place, whether its name is said or not.</summary>
    internal static bool IsOfCommittee(string issuer) => PlaceOfCommittee(issuer) is { } place && LevelOfFolded(place) is not null;

    /// <summary>What follows the name of a committee or council, folded; null where it is none.</summary>
    private static string? PlaceOfCommittee(string issuer)
    {
        var words = Vietnamese.Fold(issuer);

        return committees.Where(committee => words.StartsWith(committee, StringComparison.Ordinal)).Select(committee => words[committee.Length..]).FirstOrDefault();
    }
}
