using HieuHoc.Access;
using HieuHoc.Figures;
using HieuHoc.Places;
using HieuHoc.Platform.Packs;
using HieuHoc.Returns;
using HieuHoc.Testing;
using Microsoft.EntityFrameworkCore;

namespace HieuHoc.Tests.Demo;

/// <summary>The demonstration's years before the reform, on the places of then and of today.</summary>
public sealed class DemoHistoryTests(DemoFixture demo) : IClassFixture<DemoFixture>
{
    private static readonly DateOnly Today = new(2026, 11, 22);
    private static readonly DateOnly Then = new(2023, 12, 31);

    private readonly PackShelf shelf = new(PackKinds.All());

    private static CancellationToken Ct => TestContext.Current.CancellationToken;

    [Theory]
    [InlineData(1, "44", "44@2023-12-31", "45@2023-12-31")]
    [InlineData(51, "51", "51@2023-12-31", "62@2023-12-31")]
    public async Task A_province_of_today_has_every_family_that_the_provinces_before_it_counted(short owner, string today, string first, string second)
    {
        var (whole, one, other) = (await ReadAsync(owner, today), await ReadAsync(owner, first), await ReadAsync(owner, second));

        Assert.True(whole.IsComplete && one.IsComplete && other.IsComplete);
        Assert.Equal((one.NumeratorSoFar + other.NumeratorSoFar, one.DenominatorSoFar + other.DenominatorSoFar), (whole.NumeratorSoFar, whole.DenominatorSoFar));
        Assert.Equal(whole.NumeratorSoFar, whole.Communes.Sum(commune => commune.Numerator));
        Assert.False(whole.IsEstimate);
    }

    [Fact]
    public async Task The_split_commune_of_Quang_Ngai_makes_estimates_of_its_two_heirs()
    {
        var province = await ReadAsync(51, "51");
        await using var db = demo.Database.Open();
        var split = (await db.PlaceByCodeAsync("21142@2023-12-31", Today, Ct))!;

        var heirs = province.Communes.Where(commune => commune.From.Any(from => from.PlaceId == split.Id)).ToList();

        Assert.Equal(2, heirs.Count);
        Assert.Equal(heirs, province.Communes.Where(commune => commune.IsEstimate));
    }

    [Fact]
    public async Task Restating_what_was_restated_changes_nothing()
    {
        await using var db = demo.Database.Open();
        var successions = await db.SuccessionsAsync(Ct);
        var element = await db.Elements.Where(element => element.Code == "family.total").Select(element => element.Id).SingleAsync(Ct);
        var period = await db.Periods.Where(period => period.Code == "2023").Select(period => period.Id).SingleAsync(Ct);
        var values = await db.RollUps.Where(row => row.ElementId == element && row.PeriodId == period)
            .Select(row => new PlaceValue(row.SubjectId, row.Sum, false)).ToListAsync(Ct);

        var once = Restating.Forward(values, adds: true, successions, Then, Today);
        var twice = Restating.Forward(
            once.Select(restated => new PlaceValue(restated.PlaceId, restated.Value!.Value, restated.Estimate)), adds: true, successions, Today, Today);

        Assert.True(once.Count < values.Count);
        Assert.Equal(values.Sum(value => value.Value), once.Sum(restated => restated.Value));
        Assert.Equal(once.Select(Said), twice.Select(Said));

        static (int, long?, bool) Said(Restated restated) => (restated.PlaceId, restated.Value, restated.Estimate);
    }

    private async Task<IndicatorReading> ReadAsync(short owner, string code)
    {
        await using var db = demo.Database.Open();
        var place = (await db.PlaceByCodeAsync(code, Today, Ct))!;
        var province = await db.Owners.Where(known => known.Id == owner).Select(known => known.PlaceId).SingleAsync(Ct);
        var terms = (await db.OnBoundariesAsync(ReadingTerms.Now, place, null, Today, Ct)).Value;
        var read = new ReadIndicators(db, shelf);
        var actor = new Actor(owner, null, Role.StandingAgency, province);
        var share = (await read.DefinitionsAsync(PeriodCode.Year(2023), actor, Ct)).Single(known => known.Code == "family-share");

        return Assert.Single((await read.RunAsync(
            place.Id, PeriodCode.Year(2023), [share], terms, actor, Ct)).Value);
    }
}
