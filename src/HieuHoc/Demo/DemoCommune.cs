using System.Globalization;
using HieuHoc.Places;
using HieuHoc.Platform;
using Microsoft.EntityFrameworkCore;

namespace HieuHoc.Demo;

/// <summary>A commune of the demonstration and how many households live there; the same code always counts the same.</summary>
internal sealed record DemoCommune(string Code, int Households)
{
    /// <summary>The households of Cồn Cỏ, which has 139 people.</summary>
    private const int OnTheIsland = 39;

    private static readonly DateOnly BeforeTheReform = new(2025, 6, 30);

    /// <summary>
    /// Communes of Quảng Trị in the mountains along the border, where most people are of an ethnic minority: a list for the
    /// demonstration, not that of the law.
    /// </summary>
    private static readonly IReadOnlySet<string> Highlands = new HashSet<string>
    {
        "18904", "18919", "18922", "19147", "19204", "19318", "19435", "19441", "19483", "19489", "19555", "19564", "19567", "19588", "19594",
    };

    /// <summary>What its numbers are drawn from.</summary>
    public int Seed => int.Parse(Code, CultureInfo.InvariantCulture);

    /// <summary>True in the mountains: learning models come more slowly there, and few people have a degree.</summary>
    public bool IsHighland => Highlands.Contains(Code);

    /// <summary>A commune of before the reform; a town has more households than a village.</summary>
    public static DemoCommune OfThen(PlaceOnDay place)
    {
        var (fewest, most) = place.Kind is "xã" ? (1_000, 2_400) : (1_800, 3_600);

        return new DemoCommune(place.Code, new Random(int.Parse(place.Code, CultureInfo.InvariantCulture)).Next(fewest, most));
    }

    /// <summary>The communes of today, each with the households of those it came from, and by id.</summary>
    public static async Task<IReadOnlyDictionary<int, DemoCommune>> OfTodayAsync(HieuHocDb db, IReadOnlyList<PlaceOnDay> communes, CancellationToken ct)
    {
        var successions = await db.SuccessionsAsync(ct);
        var sources = communes.ToDictionary(commune => commune.Id, commune => successions.SourcesOn(commune.Id, BeforeTheReform));
        var ids = sources.Values.SelectMany(source => source).Distinct().ToList();
        var then = await db.PlacesOn(db.Places.Where(place => EF.Parameter(ids).Contains(place.Id)), BeforeTheReform).ToDictionaryAsync(place => place.Id, ct);

        return communes.ToDictionary(commune => commune.Id, commune => new DemoCommune(commune.Code, sources[commune.Id].Sum(Part)));

        // What was split leaves an equal part to each.
        int Part(int source) => then[source] is { Level: PlaceLevel.Commune } place
            ? OfThen(place).Households / successions.HeirsOn(source, StoryTime.Opening).Count
            : OnTheIsland;
    }
}
