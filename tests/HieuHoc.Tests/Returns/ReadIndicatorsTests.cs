using HieuHoc.Figures;
using HieuHoc.Places;
using HieuHoc.Platform.Packs;
using HieuHoc.Returns;
using HieuHoc.Testing;

namespace HieuHoc.Tests.Returns;

public sealed class ReadIndicatorsTests : ReturnsTest
{
    private static readonly PeriodCode Year = PeriodCode.Year(2026);

    private int second;
    private int third;

    private ReadIndicators ReadIndicators => new(Db, Shelf);

    public override async ValueTask InitializeAsync()
    {
        await base.InitializeAsync();
        second = Given.Place("Nam Hải Lăng", under: Province);
        third = Given.Place("Cồn Cỏ", under: Province);
    }

    [Fact]
    public async Task When_all_are_confirmed_the_value_is_that_of_the_sums()
    {
        Given.Confirmed(Round, Commune, Citizens(1000, 300));
        Given.Confirmed(Round, second, Citizens(3000, 600));
        Given.Confirmed(Round, third, Citizens(200, 60));

        var reading = await ProvinceAsync("citizen-share");

        Assert.True(reading.IsComplete);
        Assert.Equal((3, 3), (reading.Reported, reading.Expected));
        Assert.Equal((960m, 4200m), (reading.NumeratorSoFar, reading.DenominatorSoFar));
        Assert.Equal(100m * 960 / 4200, reading.Value);
        Assert.Equal(reading.Value, reading.ValueSoFar);
    }

    [Fact]
    public async Task While_one_is_missing_the_value_cannot_be_said_and_that_so_far_is_shown()
    {
        Given.Confirmed(Round, Commune, Citizens(1000, 300));
        Given.Confirmed(Round, second, Citizens(3000, 600));
        Given.Return(Round, third, ReturnState.Sent, Citizens(200, 200));

        var reading = await ProvinceAsync("citizen-share");

        Assert.False(reading.IsComplete);
        Assert.Equal((2, 3), (reading.Reported, reading.Expected));
        Assert.Null(reading.Value);
        Assert.Equal(22.5m, reading.ValueSoFar);
        Assert.Equal((900m, 4000m), (reading.NumeratorSoFar, reading.DenominatorSoFar));
    }

    [Fact]
    public async Task Before_the_first_confirmation_nothing_is_known()
    {
        Given.Return(Round, Commune);

        var reading = await ProvinceAsync("citizen-share");

        Assert.Equal((0, 1), (reading.Reported, reading.Expected));
        Assert.Equal((null, null, null), (reading.Value, reading.ValueSoFar, reading.NumeratorSoFar));
    }

    [Fact]
    public async Task A_commune_that_counted_only_one_of_two_numbers_is_left_out_of_both()
    {
        Given.Confirmed(Round, Commune, Citizens(1000, 300));
        Given.Confirmed(Round, second, Given.Answers(citizens: new Counted(3000, null, null)));

        var reading = await ProvinceAsync("citizen-share");

        Assert.Equal((1, 2), (reading.Reported, reading.Expected));
        Assert.Equal((300m, 1000m), (reading.NumeratorSoFar, reading.DenominatorSoFar));
        Assert.Equal((30m, null), (reading.ValueSoFar, reading.Value));
    }

    [Fact]
    public async Task A_blank_is_not_a_zero()
    {
        Given.Confirmed(Round, Commune, Citizens(1000, 300));
        Given.Confirmed(Round, second, Given.Answers(citizens: new Counted(3000, null, null)));
        Given.Confirmed(Round, third, Citizens(3000, 0));

        var reading = await ProvinceAsync("citizen-share");

        var communes = reading.Communes.ToDictionary(commune => commune.PlaceId);
        Assert.Equal((false, (decimal?)null, 3000m), (communes[second].IsComplete, communes[second].Numerator, communes[second].Denominator));
        Assert.Equal((true, (decimal?)0m, (decimal?)0m), (communes[third].IsComplete, communes[third].Numerator, communes[third].Value));
        Assert.Equal(100m * 300 / 4000, reading.ValueSoFar);
    }

    [Fact]
    public async Task A_place_without_clans_has_no_share_of_them_and_is_complete_all_the_same()
    {
        Given.Confirmed(Round, Commune, Given.Answers(clans: new Counted(20, 18, 15)));
        Given.Confirmed(Round, third, Given.Answers(clans: new Counted(0, 0, 0)));

        var reading = await ProvinceAsync("clan-share");

        var island = reading.Communes.Single(commune => commune.PlaceId == third);
        Assert.Equal((true, null), (island.IsComplete, island.Value));
        Assert.Equal((true, 75m), (reading.IsComplete, reading.Value));
    }

    [Fact]
    public async Task A_province_without_clans_has_no_share_of_them()
    {
        Given.Confirmed(Round, third, Given.Answers(clans: new Counted(0, 0, 0)));

        var reading = await ProvinceAsync("clan-share");

        Assert.Equal((true, null, null), (reading.IsComplete, reading.Value, reading.ValueSoFar));
    }

    [Fact]
    public async Task One_commune_is_read_for_itself()
    {
        Given.Confirmed(Round, Commune, Citizens(1000, 300));
        Given.Return(Round, second);

        var reading = await ReadAsync("citizen-share", Commune);

        Assert.Equal((1, 1, 30m), (reading.Reported, reading.Expected, reading.Value));
    }

    [Fact]
    public async Task The_country_is_read_through_its_provinces()
    {
        var country = Given.Place("Việt Nam", level: PlaceLevel.Country);
        var province = Given.Place("Khác", under: country);
        var commune = Given.Place("Xã", under: province);
        Given.Confirmed(Round, Commune, Citizens(1000, 300));
        Given.Confirmed(Round, commune, Citizens(500, 200));

        var reading = await ReadAsync("citizen-share", country);

        Assert.Equal((1, 1, 40m), (reading.Reported, reading.Expected, reading.Value));
    }

    [Fact]
    public async Task What_no_round_asks_is_expected_of_nobody()
    {
        Given.Pack(Given.Elements("rain.counted", "rain.total"));
        Given.Pack(Given.Indicators(Given.Indicator()));
        Given.Confirmed(Round, Commune);

        var reading = await ProvinceAsync("rain-share");

        Assert.Equal((0, 0, false, null), (reading.Reported, reading.Expected, reading.IsComplete, reading.Value));
    }

    [Fact]
    public async Task What_two_rounds_ask_together_is_expected_of_those_who_owe_both()
    {
        Given.Pack(Given.Elements("rain.counted"));
        Given.Pack(Given.Indicators(Given.Indicator(numerator: "rain.counted", denominator: "family.total")));
        var rain = Given.Round("mưa", Given.Pack(Given.Form("rain.counted")));
        Given.Confirmed(Round, Commune);
        Given.Confirmed(Round, second);
        Given.Confirmed(rain, second, new Dictionary<string, long> { ["rain.counted"] = 300 });

        var reading = await ProvinceAsync("rain-share");

        Assert.Equal([second], reading.Communes.Select(commune => commune.PlaceId));
        Assert.Equal(25m, reading.Value);
    }

    [Fact]
    public async Task What_does_not_add_over_places_has_no_sum_but_is_each_place_s_own()
    {
        Given.Pack(Given.Elements() with { Elements = [Given.Element("rain.depth", overSubjects: OverSubjects.None), Given.Element("rain.days")] });
        Given.Pack(Given.Indicators(Given.Indicator(numerator: "rain.depth", denominator: "rain.days")));
        var rain = Given.Round("mưa", Given.Pack(Given.Form("rain.depth", "rain.days")));
        Given.Confirmed(rain, Commune, new Dictionary<string, long> { ["rain.depth"] = 3, ["rain.days"] = 10 });
        Given.Confirmed(rain, second, new Dictionary<string, long> { ["rain.depth"] = 4, ["rain.days"] = 10 });

        var reading = await ProvinceAsync("rain-share");

        Assert.Equal((true, null), (reading.IsComplete, reading.Value));
        Assert.Equal([30m, 40m], reading.Communes.Select(commune => commune.Value).Order());
    }

    [Fact]
    public async Task A_year_of_which_nobody_spoke_has_no_numbers()
    {
        Given.Confirmed(Round, Commune);

        var readings = await ReadIndicators.RunAsync(
            Province, PeriodCode.Year(2027), await ReadIndicators.DefinitionsAsync(PeriodCode.Year(2027), Agency, Ct), Agency, Ct);

        Assert.NotEmpty(readings.Value);
        Assert.All(readings.Value, reading => Assert.Equal((null, null, false), (reading.Value, reading.ValueSoFar, reading.IsComplete)));
        // What is imported of the province itself needs no round to be expected.
        Assert.All(readings.Value, reading => Assert.Equal(reading.Level is PlaceLevel.Province ? 1 : 0, reading.Expected));
    }

    [Fact]
    public async Task Another_programme_s_figures_are_not_read()
    {
        Given.Owner(second, id: 2);
        Given.Confirmed(Given.Round(formPackId: Given.FormOf(Round), owner: 2), Commune, Citizens(1000, 300));
        Given.Return(Round, Commune);

        var reading = await ProvinceAsync("citizen-share");

        Assert.Equal((0, 1, null), (reading.Reported, reading.Expected, reading.ValueSoFar));
    }

    [Fact]
    public async Task Figures_that_nobody_was_asked_for_do_not_make_a_commune_reported()
    {
        Given.Confirmed(Round, Commune, Citizens(1000, 300));
        Given.Confirmed(Given.Round("2027", Given.FormOf(Round)), second, Citizens(3000, 600));

        var reading = await ReadAsync("citizen-share", Commune);

        Assert.Equal([Commune], reading.Communes.Select(commune => commune.PlaceId));
        Assert.Equal(30m, reading.Value);
    }

    [Fact]
    public async Task The_definitions_are_those_that_hold_in_the_period_each_once()
    {
        Given.Pack(Given.Indicators(Given.Indicator("old-share")) with { Id = "old", ValidFrom = new DateOnly(2020, 1, 1), ValidTo = new DateOnly(2026, 12, 30) });
        Given.Pack(Given.Indicators(Given.Indicator("citizen-share"), Given.Indicator()) with { Id = "zebra", ValidFrom = new DateOnly(2026, 6, 1) });

        var society = (await Shelf.AllAsync<IndicatorsPack>(Db, Jurisdiction.Country, Ct)).First(pack => pack.Document.Id == "learning-society")
            .Document.Indicators.Select(indicator => indicator.Code);

        var definitions = await ReadIndicators.DefinitionsAsync(Year, Agency, Ct);

        Assert.Equal(definitions.Count, definitions.Select(definition => definition.Code).Distinct().Count());
        Assert.Equal(
            ["citizen-share", "family-share", "clan-share", "village-share", "unit-share", "rain-share"],
            definitions.Select(definition => definition.Code).Except(society));
        Assert.Equal("citizen.recognised", definitions[0].Numerator);
    }

    private static IReadOnlyDictionary<string, long> Citizens(long adults, long recognised) =>
        Given.Answers(citizens: new Counted(adults, adults, recognised));

    private Task<IndicatorReading> ProvinceAsync(string code) => ReadAsync(code, Province);

    private async Task<IndicatorReading> ReadAsync(string code, int place)
    {
        var definitions = (await ReadIndicators.DefinitionsAsync(Year, Agency, Ct)).Where(indicator => indicator.Code == code).ToList();

        return Assert.Single((await ReadIndicators.RunAsync(place, Year, definitions, Agency with { PlaceId = place }, Ct)).Value);
    }
}
