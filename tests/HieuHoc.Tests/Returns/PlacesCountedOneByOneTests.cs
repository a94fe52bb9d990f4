using System.Globalization;
using HieuHoc.Figures;
using HieuHoc.Places;
using HieuHoc.Returns;
using HieuHoc.Testing;
using Microsoft.EntityFrameworkCore;

namespace HieuHoc.Tests.Returns;

public sealed class PlacesCountedOneByOneTests : ReturnsTest
{
    private static readonly IndicatorDefinition Dry = Given.Indicator("dry-share", "if(flood.level >= 2, 1, 0)", "1") with { Each = Each.Place };
    private static readonly IndicatorDefinition DryDistricts =
        Given.Indicator("dry-district-share", "if(district.flood.level >= 2, 1, 0)", "1") with { Each = Each.Place };
    private static readonly IndicatorDefinition DryProvince = Given.Indicator("dry-province", "province.flood.level", "1") with { Kind = IndicatorKind.Level };

    private readonly List<int> communes = [];

    public override async ValueTask InitializeAsync()
    {
        await base.InitializeAsync();
        communes.AddRange([Commune, .. Enumerable.Range(2, 4).Select(i => Given.Place($"Xã {i}", under: Province))]);
        Given.Pack(Given.Elements() with
        {
            Elements =
            [
                Given.Element("flood.level", producer: Producer.Import, overSubjects: OverSubjects.None),
                Given.Element("district.flood.level", leafLevel: SubjectLevel.District, producer: Producer.Import, overSubjects: OverSubjects.None),
                Given.Element("province.flood.level", leafLevel: SubjectLevel.Province, producer: Producer.Import, overSubjects: OverSubjects.None),
            ],
        });
    }

    [Fact]
    public async Task Those_that_reach_the_level_are_counted_against_all()
    {
        await PostAsync("flood.level", 2026, (communes[0], 2), (communes[1], 1), (communes[2], 3), (communes[3], 0), (communes[4], 2));

        var reading = await ReadAsync(Dry, Province);

        Assert.Equal((true, 3m, 5m, 60m), (reading.IsComplete, reading.NumeratorSoFar, reading.DenominatorSoFar, reading.Value));
        Assert.Equal([0m, 0m, 100m, 100m, 100m], reading.Communes.Select(commune => commune.Value).Order());
    }

    [Fact]
    public async Task One_without_figures_is_missing_and_never_counted_as_falling_short()
    {
        await PostAsync("flood.level", 2026, (communes[0], 2), (communes[1], 1));

        var reading = await ReadAsync(Dry, Province);

        Assert.Equal((false, null, 50m), (reading.IsComplete, reading.Value, reading.ValueSoFar));
        Assert.Equal((1m, 2m, 2, 5), (reading.NumeratorSoFar, reading.DenominatorSoFar, reading.Reported, reading.Expected));
    }

    [Fact]
    public async Task A_province_that_has_its_own_figure_is_read_itself_and_its_communes_show_nothing()
    {
        await PostAsync("province.flood.level", 2026, (Province, 2));

        var (province, commune) = (await ReadAsync(DryProvince, Province), await ReadAsync(DryProvince, Commune));

        Assert.Equal((PlaceLevel.Province, 2m, 1), (province.Level, province.Value, province.Expected));
        Assert.Equal((null, 0), (commune.ValueSoFar, commune.Expected));
    }

    [Fact]
    public async Task A_province_without_its_own_figure_is_missing_itself()
    {
        var reading = await ReadAsync(DryProvince, Province);

        Assert.Equal((false, null, 1), (reading.IsComplete, reading.Value, reading.Expected));
        Assert.Equal([Province], reading.Communes.Where(place => !place.IsComplete).Select(place => place.PlaceId));
    }

    [Fact]
    public async Task Districts_are_counted_in_the_years_in_which_they_were_there()
    {
        var districts = new[] { await DistrictAsync("Hải Lăng"), await DistrictAsync("Triệu Phong") };
        await PostAsync("district.flood.level", 2024, (districts[0], 2), (districts[1], 1));

        var then = await ReadAsync(DryDistricts, Province, 2024);
        var now = await ReadAsync(DryDistricts, Province);

        Assert.Equal((PlaceLevel.District, 50m, 2), (then.Level, then.Value, then.Expected));
        Assert.Equal((null, 0), (now.Value, now.Expected));
        Assert.Equal(100m, (await ReadAsync(DryDistricts, districts[0], 2024)).Value);
    }

    [Fact]
    public async Task Whatever_was_reported_no_more_are_counted_than_there_are_and_many_years_read_at_once_are_as_each_alone()
    {
        var random = new Random(20_260_101);
        var years = Enumerable.Range(2026, 20).ToList();

        foreach (var year in years)
        {
            await PostAsync("flood.level", year, [.. communes.Where(_ => random.Next(4) > 0).Select(commune => (commune, (long)random.Next(4)))]);
        }

        var read = (await new ReadIndicators(Stored(), Shelf).RunAsync(
            Province, [.. years.Select(year => new WantedIndicators(PeriodCode.Year(year), [Dry]))], ReadingTerms.Now, Agency, Ct)).Value;

        foreach (var (year, reading) in years.Zip(read.Select(Assert.Single)))
        {
            var alone = await ReadAsync(Dry, Province, year);
            Assert.True((reading.NumeratorSoFar ?? 0) <= (reading.DenominatorSoFar ?? 0));
            Assert.Equal(reading.Reported == communes.Count, reading.Value is not null);
            Assert.Equal(
                (alone.NumeratorSoFar, alone.DenominatorSoFar, alone.Value, alone.Reported, alone.Expected),
                (reading.NumeratorSoFar, reading.DenominatorSoFar, reading.Value, reading.Reported, reading.Expected));
        }
    }

    /// <summary>A district that ended with the reform.</summary>
    private async Task<int> DistrictAsync(string name)
    {
        var id = Given.Place(name, under: Province, level: PlaceLevel.District, from: new DateOnly(2020, 1, 1));
        await using var db = Stored();
        await db.PlaceParents.Where(parent => parent.PlaceId == id).ExecuteUpdateAsync(row => row.SetProperty(parent => parent.ValidTo, Given.Reform.AddDays(-1)), Ct);

        return id;
    }

    private async Task PostAsync(string element, int year, params IReadOnlyList<(int Place, long Value)> values)
    {
        await using var db = Engine.Open();
        await using var transaction = await db.Database.BeginTransactionAsync(Ct);
        var period = (await db.PeriodAsync(PeriodCode.Parse(year.ToString(CultureInfo.InvariantCulture))!, Ct)).Id;

        foreach (var (place, value) in values)
        {
            var posting = new Posting(1, place, period, Guid.CreateVersion7(), 1, Producer.Import, Clock.Now.Instant);
            Assert.Null(await db.PostFiguresAsync(Shelf, posting, new Dictionary<FigureKey, long> { [new FigureKey(element)] = value }, Ct));
        }

        await transaction.CommitAsync(Ct);
    }

    private async Task<IndicatorReading> ReadAsync(IndicatorDefinition indicator, int place, int year = 2026) =>
        Assert.Single((await new ReadIndicators(Stored(), Shelf).RunAsync(place, PeriodCode.Year(year), [indicator], Agency, Ct)).Value);
}
