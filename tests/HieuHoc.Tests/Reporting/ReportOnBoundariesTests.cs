using HieuHoc.Figures;
using HieuHoc.Places;
using HieuHoc.Platform;
using HieuHoc.Reporting;
using HieuHoc.Testing;
using Microsoft.EntityFrameworkCore;

namespace HieuHoc.Tests.Reporting;

/// <summary>The report of a year after which two communes became one: on the boundaries of then, and of today.</summary>
public sealed class ReportOnBoundariesTests : ReportTest
{
    private const int Families = 4;

    private static readonly DateOnly Merged = new(2027, 3, 1);

    private readonly Dictionary<string, Counted> counted = new()
    {
        ["Xã An"] = new(1000, 900, 800),
        ["Xã Bình"] = new(3000, 2900, 1400),
        ["Xã Châu"] = new(1000, 800, 500),
        ["Xã Dinh"] = new(1000, 700, 400),
        ["Xã Én"] = new(1000, 600, 300),
        ["Xã Hải Lăng"] = new(1000, 500, 200),
        ["Xã Giang"] = new(1000, 400, 100),
    };

    public override async ValueTask InitializeAsync()
    {
        await base.InitializeAsync();
        await GivenPlanAsync();
        var communes = counted.Keys.ToDictionary(name => name, name => name == "Xã Hải Lăng" ? Commune : Given.Place(name[3..], under: Province));

        foreach (var (name, id) in communes)
        {
            Given.Confirmed(Round, id, Given.Answers(families: counted[name]));
        }

        await MergeAsync(communes["Xã An"], communes["Xã Bình"]);
        Time.MoveTo(new DateTimeOffset(2027, 6, 1, 8, 0, 0, TimeSpan.FromHours(7)));
    }

    [Theory]
    [InlineData(Boundaries.Then)]
    [InlineData(Boundaries.Today)]
    public async Task The_same_report_adds_up_on_either_boundaries(Boundaries boundaries)
    {
        var report = await BuildAsync(boundaries);

        var sheet = SheetFile.Of(report.Appendix);
        var rows = sheet.Rows.Where(row => row.Cells.ElementAtOrDefault(1) is string name && counted.ContainsKey(name)).ToList();
        Assert.Equal(counted.Keys.Order(Vietnamese.Order), rows.Select(row => (string)row.Cells[1]!));
        Assert.All(rows, row => Assert.Equal(Cells(counted[(string)row.Cells[1]!]), row.Cells.Skip(2).Take(Families).Select(Rounded)));
        Assert.Equal(Cells(new(9000, 6800, 3700)), sheet.Rows[^1].Cells.Skip(2).Take(Families).Select(Rounded));
        Assert.All(sheet.Formulas.Keys, cell => Assert.Equal(Rounded(sheet.WorkedOut(cell)), Rounded(sheet.At(cell))));
        Assert.Contains("41,1\u00A0%", OfFamilies(report), StringComparison.Ordinal);
        Assert.Contains("3.700", OfFamilies(report), StringComparison.Ordinal);
        Assert.Contains("9.000", OfFamilies(report), StringComparison.Ordinal);
    }

    [Theory]
    [InlineData(Boundaries.Then, "Cao nhất: Xã An (80,0\u00A0%); Xã Châu (50,0\u00A0%); Xã Bình (46,7\u00A0%). Thấp nhất: Xã Giang (10,0\u00A0%)")]
    [InlineData(Boundaries.Today, "Cao nhất: Xã An Bình (55,0\u00A0%); Xã Châu (50,0\u00A0%); Xã Dinh (40,0\u00A0%). Thấp nhất: Xã Giang (10,0\u00A0%)")]
    public async Task The_best_and_the_last_are_communes_of_the_boundaries_that_were_chosen(Boundaries boundaries, string ranking)
    {
        var report = await BuildAsync(boundaries);

        Assert.Contains(ranking, OfFamilies(report), StringComparison.Ordinal);
    }

    private static string OfFamilies(AnnualReport report) =>
        WordText.Of(report.Paper).Lines.Single(line => line.Contains("gia đình", StringComparison.OrdinalIgnoreCase) && line.Contains("Cao nhất", StringComparison.Ordinal));

    private static IEnumerable<object?> Cells(Counted families) =>
        [(decimal)families.Total!, (decimal)families.Registered!, (decimal)families.Recognised!, Rounded(100m * families.Recognised / families.Total)];

    private static object? Rounded(object? value) => value is decimal number ? Math.Round(number, 6) : value;

    private async Task<AnnualReport> BuildAsync(Boundaries boundaries) =>
        (await BuildAnnualReport.RunAsync(new ReportAsked(Province, 2026) { Boundaries = boundaries }, Agency, Ct)).Value;

    private async Task MergeAsync(params IReadOnlyList<int> ended)
    {
        var successor = Given.Place("An Bình", under: Province, from: Merged);
        var last = Merged.AddDays(-1);
        await using var db = Engine.Open();
        await db.Places.Where(place => ended.Contains(place.Id)).ExecuteUpdateAsync(row => row.SetProperty(place => place.ValidTo, last), Ct);
        await db.PlaceNames.Where(name => ended.Contains(name.PlaceId)).ExecuteUpdateAsync(row => row.SetProperty(name => name.ValidTo, last), Ct);
        await db.PlaceCodes.Where(code => ended.Contains(code.PlaceId)).ExecuteUpdateAsync(row => row.SetProperty(code => code.ValidTo, last), Ct);
        await db.PlaceParents.Where(parent => ended.Contains(parent.PlaceId)).ExecuteUpdateAsync(row => row.SetProperty(parent => parent.ValidTo, last), Ct);
        db.AddRange(ended.Select(id => Given.Succession(id, successor, Merged)));
        await db.SaveChangesAsync(Ct);
    }
}
