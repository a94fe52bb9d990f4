using System.Globalization;
using System.Security.Cryptography;
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
/// The years before the reform, by the communes of then: generated from a fixed seed and taken over as an import, as a
/// province takes over its own books. Making it again changes nothing.
/// </summary>
internal sealed class DemoHistory(DbEngine engine, PackShelf shelf, Texts texts, StoryTime time)
{
    private const int FewestHouseholds = 700;
    private const int MostHouseholds = 2_600;

    /// <summary>The years of which there are figures.</summary>
    public static IReadOnlyList<int> Years { get; } = [2023, 2024];

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
        var title = texts.In("vi", "demo.history", ("year", year.ToString(CultureInfo.InvariantCulture)));
        var id = new Guid(SHA256.HashData(Encoding.UTF8.GetBytes($"{owner.Id} {year}")).AsSpan(0, 16));
        // Of all that lies in the province of today: a place of then reaches it through its successors.
        var reached = db.PlaceReaches.Where(reach => reach.AncestorId == owner.PlaceId).Select(reach => reach.PlaceId);
        var communes = db.Places.Where(place => place.Level == PlaceLevel.Commune && reached.Contains(place.Id)).Select(place => place.Id);
        var codes = await db.PlaceCodes.HoldingOn(then).Where(held => communes.Contains(held.PlaceId)).Select(held => held.Code).ToListAsync(ct);
        var imported = await new ImportFigures(db, shelf, new ProgrammeClock(time)).RunAsync(
            new NewImport(id, title, FileOf(codes, year)), dryRun: false, new Actor(owner.Id, null, Role.StandingAgency, owner.PlaceId), ct);
        _ = imported.Value;
    }

    /// <summary>A commune has the same households in every year, and a little more of everything else.</summary>
    private static string FileOf(IEnumerable<string> codes, int year)
    {
        var file = new StringBuilder("place,period,element,breakdown,value,standing\n");

        foreach (var code in codes.Order(StringComparer.Ordinal))
        {
            var seed = int.Parse(code, CultureInfo.InvariantCulture);
            var figures = new DemoFigures((seed * 10) + year).Of(new Random(seed).Next(FewestHouseholds, MostHouseholds));

            foreach (var (element, value) in figures)
            {
                file.Append(CultureInfo.InvariantCulture, $"{code},{year},{element},,{value},official\n");
            }
        }

        return file.ToString();
    }
}
