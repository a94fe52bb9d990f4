using System.Globalization;
using System.Text;
using HieuHoc.Access;
using HieuHoc.Figures;
using HieuHoc.Figures.Import;
using HieuHoc.Places;
using HieuHoc.Platform;
using HieuHoc.Platform.Packs;
using Microsoft.EntityFrameworkCore;

namespace HieuHoc.Demo;

/// <summary>
/// The years before this one, by the places of then: generated, and taken over as an import, as a province takes over its own
/// books. Until 2024 there are the learning titles of the old communes and the levels of districts and provinces; of 2025 all that
/// communes count today, and a few of them whose titles were never handed over. Making it again changes nothing.
/// </summary>
internal sealed class DemoHistory(DbEngine engine, PackShelf shelf, Texts texts, StoryTime time)
{
    /// <summary>The first year of the communes of today.</summary>
    private const int OfToday = 2025;

    /// <summary>The years of which there are figures; of this year the provinces' own levels alone, the rest is asked by the round.</summary>
    public static IReadOnlyList<int> Years { get; } = [2022, 2023, 2024, OfToday, StoryTime.Year];

    public async Task RunAsync(IReadOnlyList<Owner> owners, CancellationToken ct)
    {
        foreach (var owner in owners)
        {
            foreach (var year in Years)
            {
                await ImportAsync(owner, year, ct);
            }
        }
    }

    private async Task ImportAsync(Owner owner, int year, CancellationToken ct)
    {
        await using var db = engine.Open();
        var then = PeriodCode.Year(year).Days.Last;
        var title = texts.In("vi", year < OfToday ? "demo.history.old" : "demo.history", ("year", year.ToString(CultureInfo.InvariantCulture)));
        var id = DemoId.Of(owner, $"{year}");
        var places = await PlacesAsync(db, owner, then, ct);
        var today = year == OfToday ? await DemoCommune.OfTodayAsync(db, [.. places.Where(place => place.Level is PlaceLevel.Commune)], ct) : null;
        var file = FileOf(places, place => place.Level switch
        {
            PlaceLevel.Commune when today is not null => OfCommune(today[place.Id]),
            PlaceLevel.Commune when year < OfToday => DemoFigures.Titles(DemoCommune.OfThen(place), year),
            PlaceLevel.Commune => new Dictionary<string, long>(),
            _ => Levels(place, year),
        }, year);
        var imported = await new ImportFigures(db, shelf, new ProgrammeClock(time)).RunAsync(
            new NewImport(id, title, file), dryRun: false, new Actor(owner.Id, null, Role.StandingAgency, owner.PlaceId), ct);
        _ = imported.Value;
    }

    /// <summary>All that lay then in the province of today: a place of then reaches it through its successors.</summary>
    private static async Task<IReadOnlyList<PlaceOnDay>> PlacesAsync(HieuHocDb db, Owner owner, DateOnly then, CancellationToken ct)
    {
        var reached = db.PlaceReaches.Where(reach => reach.AncestorId == owner.PlaceId).Select(reach => reach.PlaceId);
        var places = await db.PlacesOn(db.Places.Where(place => place.Level != PlaceLevel.Village && reached.Contains(place.Id)), then).ToListAsync(ct);

        return [.. places.OrderBy(place => place.Level).ThenBy(place => place.Code, StringComparer.Ordinal)];
    }

    private static string FileOf(IReadOnlyList<PlaceOnDay> places, Func<PlaceOnDay, IReadOnlyDictionary<string, long>> figures, int year)
    {
        var file = new StringBuilder("place,period,element,breakdown,value,standing\n");

        foreach (var place in places)
        {
            foreach (var (element, value) in figures(place))
            {
                file.Append(CultureInfo.InvariantCulture, $"{place.Code},{year},{element},,{value},official\n");
            }
        }

        return file.ToString();
    }

    /// <summary>The commune's figures of the last year; about one in eleven has never handed over its learning titles.</summary>
    private static IReadOnlyDictionary<string, long> OfCommune(DemoCommune commune)
    {
        var all = DemoFigures.Whole(commune, OfToday);
        var titles = DemoFigures.Titles(commune, OfToday);

        return commune.Seed % 11 == 10 ? all.Where(figure => !titles.ContainsKey(figure.Key)).ToDictionary() : all;
    }

    /// <summary>What a district or a province was recognised for.</summary>
    private static IReadOnlyDictionary<string, long> Levels(PlaceOnDay place, int year)
    {
        var random = new Random(int.Parse(place.Code, CultureInfo.InvariantCulture));

        return place.Level is PlaceLevel.Province
            ? new Dictionary<string, long>
            {
                ["province.xmc.level"] = year < OfToday ? 1 : 2,
                ["province.pcgd.lower-secondary.level"] = 2,
                ["province.recognised"] = 0,
            }
            : new Dictionary<string, long>
            {
                ["district.xmc.level"] = random.Next(1, 3),
                ["district.pcgd.kindergarten"] = 1,
                ["district.pcgd.primary.level"] = random.Next(2, 4),
                ["district.pcgd.lower-secondary.level"] = random.Next(1, 4),
                ["district.recognised"] = random.Next(0, 2),
            };
    }
}
