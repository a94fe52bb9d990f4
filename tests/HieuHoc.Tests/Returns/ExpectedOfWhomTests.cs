using HieuHoc.Figures;
using HieuHoc.Returns;
using HieuHoc.Testing;

namespace HieuHoc.Tests.Returns;

public sealed class ExpectedOfWhomTests : ReturnsTest
{
    private static readonly PeriodCode Year = PeriodCode.Year(2026);

    private int second;

    public override async ValueTask InitializeAsync()
    {
        await base.InitializeAsync();
        second = Given.Place("Nam Hải Lăng", under: Province);
    }

    [Fact]
    public async Task What_does_not_add_is_not_shown_as_the_province_s_while_one_of_two_has_reported()
    {
        Given.Pack(Given.Elements() with { Elements = [Given.Element("rain.depth", overSubjects: OverSubjects.None), Given.Element("rain.days")] });
        var rain = Given.Round("rain", Given.Pack(Given.Form("rain.depth", "rain.days")));
        Given.Confirmed(rain, Commune, Counted(("rain.depth", 3), ("rain.days", 10)));
        Given.Return(rain, second);

        var province = await ReadAsync("rain.depth", "rain.days", Province);
        var commune = await ReadAsync("rain.depth", "rain.days", Commune);

        Assert.Equal((1, 2, null), (province.Reported, province.Expected, province.ValueSoFar));
        Assert.Equal((1, 1, 30m), (commune.Reported, commune.Expected, commune.Value));
    }

    [Fact]
    public async Task An_imported_denominator_is_expected_of_those_who_owe_the_numerator()
    {
        GivenImported("population");
        Given.Confirmed(Round, Commune, Counted(("family.total", 30), ("population", 100)));
        Given.Return(Round, second);

        var reading = await ReadAsync("family.total", "population");

        Assert.Equal((1, 2, 30m, null), (reading.Reported, reading.Expected, reading.ValueSoFar, reading.Value));
    }

    [Fact]
    public async Task What_is_only_imported_is_expected_of_every_commune()
    {
        GivenImported("population", "births");
        Given.Confirmed(Round, Commune, Counted(("births", 1), ("population", 100)));

        var reading = await ReadAsync("births", "population");

        Assert.Equal((1, 2, 1m, null), (reading.Reported, reading.Expected, reading.ValueSoFar, reading.Value));
    }

    [Fact]
    public async Task What_is_imported_of_a_year_of_which_nobody_spoke_is_missing_everywhere()
    {
        GivenImported("population", "births");

        var reading = await ReadAsync("births", "population", Province, PeriodCode.Year(2031));

        Assert.Equal((0, 2, null), (reading.Reported, reading.Expected, reading.ValueSoFar));
    }

    [Fact]
    public async Task A_formula_that_reads_nothing_is_no_accident()
    {
        var reading = await ReadAsync("1", "2");

        Assert.Equal(50m, reading.Communes[0].Value);
    }

    private static Dictionary<string, long> Counted(params (string Code, long Value)[] counted) =>
        counted.ToDictionary(pair => pair.Code, pair => pair.Value);

    private void GivenImported(params string[] codes) => Given.Pack(Given.Elements() with
    {
        Elements = [.. codes.Select(code => Given.Element(code, producer: Producer.Import))],
    });

    private Task<IndicatorReading> ReadAsync(string numerator, string denominator) =>
        ReadAsync(numerator, denominator, Province);

    private async Task<IndicatorReading> ReadAsync(
        string numerator, string denominator, int place, PeriodCode? period = null) =>
        Assert.Single((await new ReadIndicators(Stored(), Shelf).RunAsync(
            place, period ?? Year, [Given.Indicator(numerator: numerator, denominator: denominator)], Agency, Ct)).Value);
}
