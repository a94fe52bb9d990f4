using HieuHoc.Figures;
using HieuHoc.Places;
using HieuHoc.Returns;
using HieuHoc.Testing;
using Microsoft.EntityFrameworkCore;

namespace HieuHoc.Tests.Returns;

public sealed class MonthsAndStandingsTests : ReturnsTest
{
    private static readonly PeriodCode Year = PeriodCode.Year(2026);

    public override async ValueTask InitializeAsync()
    {
        await base.InitializeAsync();
        Given.Pack(Given.Elements() with
        {
            Elements =
            [
                Given.Element("rain.sum", producer: Producer.Import) with { OverTime = OverTime.Sum, Breakdowns = ["women"] },
                Given.Element("rain.last", producer: Producer.Import) with { OverTime = OverTime.Last },
                Given.Element("rain.none", producer: Producer.Import) with { OverTime = OverTime.None },
                Given.Element("rain.one", producer: Producer.Import) with { OverTime = OverTime.Last },
                Given.Element("rain.village", leafLevel: SubjectLevel.Village),
                Given.Element("rain.asked"),
                Given.Element("rain.other"),
            ],
            Breakdowns = [new BreakdownDefinition("women", Given.Words("nữ"))],
        });
    }

    [Fact]
    public async Task Twelve_months_that_add_make_a_year()
    {
        await GivenMonthsAsync("rain.sum", 12);

        var reading = await ReadAsync("rain.sum");

        Assert.Equal((true, 780m), (reading.IsComplete, reading.NumeratorSoFar));
        Assert.NotNull(reading.Value);
    }

    [Fact]
    public async Task A_month_that_is_missing_leaves_the_year_open_with_what_there_is()
    {
        await GivenMonthsAsync("rain.sum", 11);

        var reading = await ReadAsync("rain.sum");

        Assert.Equal((false, null, 660m), (reading.IsComplete, reading.Value, reading.NumeratorSoFar));
    }

    [Fact]
    public async Task The_last_month_is_the_year_of_what_only_stands_at_its_end()
    {
        await GivenMonthsAsync("rain.last", 12);

        var reading = await ReadAsync("rain.last");

        Assert.Equal((true, 120m), (reading.IsComplete, reading.NumeratorSoFar));
    }

    [Fact]
    public async Task Without_december_the_newest_month_is_shown_and_not_judged()
    {
        await GivenMonthsAsync("rain.last", 9);

        var reading = await ReadAsync("rain.last");

        Assert.Equal((false, null, 90m), (reading.IsComplete, reading.Value, reading.NumeratorSoFar));
    }

    [Fact]
    public async Task What_makes_no_year_has_none()
    {
        await GivenMonthsAsync("rain.none", 12);

        var reading = await ReadAsync("rain.none");

        Assert.Equal((false, null, null), (reading.IsComplete, reading.Value, reading.NumeratorSoFar));
    }

    [Fact]
    public async Task A_year_that_was_counted_itself_is_not_added_to_its_months()
    {
        await GivenMonthsAsync("rain.sum", 12);
        await PostAsync("2026", Commune, ("rain.sum", 5));

        var reading = await ReadAsync("rain.sum");

        Assert.Equal(5m, reading.NumeratorSoFar);
    }

    [Theory]
    [InlineData("2025-26S")]
    [InlineData("2026/2030")]
    [InlineData("@2026-09-30")]
    public async Task A_school_year_some_years_and_a_day_are_in_no_calendar_year(string period)
    {
        await PostAsync(period, Commune, ("rain.sum", 5), ("rain.one", 1));

        var year = await ReadAsync("rain.sum");
        var own = await ReadAsync("rain.sum", PeriodCode.Parse(period)!);

        Assert.Equal((null, 5m), (year.NumeratorSoFar, own.NumeratorSoFar));
    }

    [Fact]
    public async Task Months_do_not_make_a_school_year()
    {
        await GivenMonthsAsync("rain.sum", 12);

        var reading = await ReadAsync("rain.sum", PeriodCode.Parse("2025-26S")!);

        Assert.Null(reading.NumeratorSoFar);
    }

    [Fact]
    public async Task Official_figures_and_estimates_are_read_apart()
    {
        await PostAsync("2026", Commune, ("rain.sum", 5), ("rain.one", 1));
        await PostAsync("2026", Commune, Standing.FullYearEstimate, ("rain.sum", 8), ("rain.one", 1));

        var official = await ReadAsync("rain.sum");
        var estimate = await ReadAsync("rain.sum", Year, new ReadingTerms(Standing.FullYearEstimate));

        Assert.Equal((5m, Standing.Official), (official.NumeratorSoFar, official.Terms.Standing));
        Assert.Equal((8m, Standing.FullYearEstimate), (estimate.NumeratorSoFar, estimate.Terms.Standing));
    }

    [Fact]
    public async Task An_indicator_may_read_a_part()
    {
        await PostAsync("2026", Commune, ("rain.sum", 50), ("rain.sum.women", 20));

        var reading = await ReadAsync("rain.sum.women", Year, ReadingTerms.Now, "rain.sum");

        Assert.Equal((20m, 50m, 40m), (reading.NumeratorSoFar, reading.DenominatorSoFar, reading.Value));
    }

    [Fact]
    public async Task A_commune_is_complete_when_all_its_villages_that_were_asked_have_reported()
    {
        var villages = new[] { Given.Place("Thôn 1", under: Commune), Given.Place("Thôn 2", under: Commune) };
        Given.Pack(Given.VillageForm("rain.village"));
        var opened = await new OpenRound(Stored(), Shelf, Clock).RunAsync(
            new NewRound(new RoundId(Guid.CreateVersion7()), "thon", ["form"], Year, new(2026, 10, 1), new(2026, 10, 31), new(2026, 11, 29)), Agency, Ct);
        Assert.Equal(villages, Stored().Returns.Where(@return => @return.RoundId == opened.Value.Id).Select(@return => @return.SubjectId).Order());
        await PostAsync("2026", villages[0], Standing.Official, Producer.Return, ("rain.village", 7));

        var half = await ReadAsync("rain.village", Year, ReadingTerms.Now, "rain.village");
        await PostAsync("2026", villages[1], Standing.Official, Producer.Return, ("rain.village", 8));
        var whole = await ReadAsync("rain.village", Year, ReadingTerms.Now, "rain.village");

        Assert.Equal((false, null, 7m), (half.IsComplete, half.Value, half.NumeratorSoFar));
        Assert.Equal((true, 100m, 15m), (whole.IsComplete, whole.Value, whole.NumeratorSoFar));
    }

    [Fact]
    public async Task Who_is_asked_for_the_year_itself_is_not_asked_for_its_months()
    {
        await GivenAskedAsync("nam", Year, "rain.asked");
        Given.Place("Nam Hải Lăng", under: Province);
        await GivenAskedAsync("thang-12", December, "rain.asked");
        await PostAsync("2026", Commune, Standing.Official, Producer.Return, ("rain.asked", 7));
        await PostAsync("2026-12", Commune, Standing.Official, Producer.Return, ("rain.asked", 9));

        var year = Assert.Single(await ReadAsync(Province, Year, "rain.asked"));
        var december = Assert.Single(await ReadAsync(Province, December, "rain.asked"));

        Assert.Equal((1, 1, 7m), (year.Reported, year.Expected, year.NumeratorSoFar));
        Assert.Equal((1, 2, 9m), (december.Reported, december.Expected, december.NumeratorSoFar));
    }

    [Fact]
    public async Task What_the_year_does_not_ask_is_made_of_its_months_beside_what_it_asks()
    {
        await GivenAskedAsync("nam", Year, "rain.asked");
        await GivenAskedAsync("thang-12", December, "rain.other");
        await PostAsync("2026", Commune, Standing.Official, Producer.Return, ("rain.asked", 7));
        await PostAsync("2026-12", Commune, Standing.Official, Producer.Return, ("rain.other", 9));

        var readings = await ReadAsync(Province, Year, "rain.asked", "rain.other");

        Assert.Equal([(true, 7m), (true, 9m)], readings.Select(reading => (reading.IsComplete, reading.NumeratorSoFar!.Value)));
    }

    [Fact]
    public async Task A_month_that_is_asked_and_missing_is_missed_in_the_year_that_asks_something_else()
    {
        await GivenAskedAsync("nam", Year, "rain.asked");
        await GivenAskedAsync("thang-12", December, "rain.other");
        await PostAsync("2026", Commune, Standing.Official, Producer.Return, ("rain.asked", 7));

        var readings = await ReadAsync(Province, Year, "rain.asked", "rain.other");

        Assert.Equal([(1, 1), (0, 1)], readings.Select(reading => (reading.Reported, reading.Expected)));
    }

    [Fact]
    public async Task A_round_that_asks_nothing_of_what_is_wanted_is_expected_of_nobody()
    {
        await GivenAskedAsync("nam", Year, "rain.asked");
        await using var db = Stored();
        var communes = db.CommunesUnder(Province, PlaceLevel.Province, Year.Days.Last);
        var year = (await db.Rounds.SingleAsync(round => round.Code == "nam", Ct)).PeriodId;

        Assert.Empty(await db.ExpectationsAsync(Shelf, 1, [year], new HashSet<string> { "rain.other" }, Standing.Official, communes, Ct));
        Assert.Equal(
            new Dictionary<int, int> { [Commune] = 1 },
            Assert.Single(await db.ExpectationsAsync(Shelf, 1, [year], new HashSet<string> { "rain.other", "rain.asked" }, Standing.Official, communes, Ct)).Owed);
    }

    [Fact]
    public async Task Nobody_reads_the_indicators_of_a_neighbour_of_a_village_or_as_an_administrator()
    {
        var neighbour = Given.Place("Nam Hải Lăng", under: Province);
        var village = Given.Place("Thôn 1", under: Commune);
        var indicator = Given.Indicator(numerator: "rain.sum", denominator: "rain.one");
        var read = new ReadIndicators(Stored(), Shelf);

        Assert.Equal(new PlaceNotFound(), (await read.RunAsync(neighbour, Year, [indicator], Officer, Ct)).Refusal);
        Assert.Equal(new PlaceNotFound(), (await read.RunAsync(Province, Year, [indicator], Leader, Ct)).Refusal);
        Assert.Equal(new PlaceNotFound(), (await read.RunAsync(village, Year, [indicator], Officer, Ct)).Refusal);
        Assert.Equal(new PlaceNotFound(), (await read.RunAsync(Province, Year, [indicator], Administrator, Ct)).Refusal);
        Assert.Equal(new PlaceNotFound(), (await new HieuHoc.Programmes.JudgeTargets(Stored(), Shelf, read, new HieuHoc.Programmes.Plans.PlanShelf()).RunAsync(neighbour, 2026, [], null, Officer, Ct)).Refusal);
    }

    private static PeriodCode December { get; } = PeriodCode.Parse("2026-12")!;

    /// <summary>A round of its own that asks these of every commune there is.</summary>
    private async Task GivenAskedAsync(string code, PeriodCode period, params IReadOnlyList<string> elements)
    {
        Given.Pack(Given.Form([.. elements]) with { Id = code });
        var opened = await new OpenRound(Stored(), Shelf, Clock).RunAsync(
            new NewRound(new RoundId(Guid.CreateVersion7()), code, [code], period, new(2026, 10, 1), new(2026, 10, 31), new(2026, 11, 29)), Agency, Ct);
        Assert.Null(opened.Refusal);
    }

    private async Task<IReadOnlyList<IndicatorReading>> ReadAsync(int place, PeriodCode period, params IReadOnlyList<string> elements) =>
        (await new ReadIndicators(Stored(), Shelf).RunAsync(
            place, period, [.. elements.Select(element => Given.Indicator(numerator: element, denominator: element))], Agency, Ct)).Value;

    private async Task GivenMonthsAsync(string element, int months)
    {
        for (var month = 1; month <= months; month++)
        {
            await PostAsync(string.Create(System.Globalization.CultureInfo.InvariantCulture, $"2026-{month:00}"), Commune, (element, month * 10));
        }

        await PostAsync("2026", Commune, ("rain.one", 1));
    }

    private Task PostAsync(string period, int subject, params (string Name, long Value)[] values) =>
        PostAsync(period, subject, Standing.Official, values);

    private Task PostAsync(string period, int subject, Standing standing, params (string Name, long Value)[] values) =>
        PostAsync(period, subject, standing, Producer.Import, values);

    private async Task PostAsync(string period, int subject, Standing standing, Producer producer, params (string Name, long Value)[] values)
    {
        await using var db = Engine.Open();
        await using var transaction = await db.Database.BeginTransactionAsync(Ct);
        var id = (await db.PeriodAsync(PeriodCode.Parse(period)!, Ct)).Id;
        var posting = new Posting(1, subject, id, Guid.CreateVersion7(), 1, producer, Clock.Now.Instant, standing);
        var keys = values.ToDictionary(
            pair => pair.Name.EndsWith(".women", StringComparison.Ordinal) ? new FigureKey(pair.Name[..^6], "women") : new FigureKey(pair.Name), pair => pair.Value);
        Assert.Null(await db.PostFiguresAsync(Shelf, posting, keys, Ct));
        await transaction.CommitAsync(Ct);
    }

    private Task<IndicatorReading> ReadAsync(string numerator) => ReadAsync(numerator, Year);

    private Task<IndicatorReading> ReadAsync(string numerator, PeriodCode period) => ReadAsync(numerator, period, ReadingTerms.Now);

    private async Task<IndicatorReading> ReadAsync(string numerator, PeriodCode period, ReadingTerms terms, string denominator = "rain.one") =>
        Assert.Single((await new ReadIndicators(Stored(), Shelf).RunAsync(
            Commune, period, [Given.Indicator(numerator: numerator, denominator: denominator)], terms, Agency, Ct)).Value);
}
