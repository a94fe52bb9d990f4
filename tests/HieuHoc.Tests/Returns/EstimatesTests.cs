using HieuHoc.Access;
using HieuHoc.Figures;
using HieuHoc.Places;
using HieuHoc.Platform;
using HieuHoc.Returns;
using HieuHoc.Testing;
using Microsoft.EntityFrameworkCore;

namespace HieuHoc.Tests.Returns;

/// <summary>The autumn's number to the cut-off, the estimate of the whole year beside it, and the official number that replaces it.</summary>
public sealed class EstimatesTests : ReturnsTest
{
    private const string Estimate = "family.recognised~estimate";

    private static readonly PeriodCode Year = PeriodCode.Year(2026);

    private static readonly IndicatorDefinition Share = Given.Indicator(numerator: "family.recognised", denominator: "family.total");

    private Round asked = null!;

    public override async ValueTask InitializeAsync()
    {
        await base.InitializeAsync();
        asked = Given.Round("năm", Given.Pack(Given.Form("family.total", "family.recognised") with
        {
            Estimated = ["family.recognised"],
            Checks =
            [
                new FormCheck
                {
                    Code = "estimate",
                    Rule = $"family.recognised <= {Estimate}",
                    Weight = FindingWeight.Hard,
                    Sentence = Given.Words("Sửa lại."),
                    Cells = ["family.recognised", Estimate],
                },
            ],
        }));
    }

    [Fact]
    public async Task An_estimate_is_saved_beside_the_number_to_the_cut_off()
    {
        var id = Given.Return(asked, Commune);

        var outcome = await SaveAsync(id, ("family.recognised", 800), (Estimate, 812));

        Assert.Equal((800, 812), (outcome.Value.Answers.Values["family.recognised"], outcome.Value.Answers.Estimates["family.recognised"]));
        Assert.Empty(outcome.Value.Findings);
        Assert.Equal(["family.recognised", Estimate], Answers.FromJson((await Stored().ReturnVersions.SingleAsync(Ct)).Answers).Names.Keys.Order());
    }

    [Fact]
    public async Task An_estimate_below_the_number_to_the_cut_off_is_saved_and_not_handed_on()
    {
        var id = Given.Return(asked, Commune);

        var saved = await SaveAsync(id, ("family.recognised", 800), (Estimate, 799));

        Assert.Equal(["estimate"], saved.Value.Findings.Select(finding => finding.Check.Code));
        Assert.Equal(new ReturnHasHardFindings(1), (await StepAsync(id, ReturnStep.Submit, Officer)).Refusal);
    }

    [Fact]
    public async Task Confirming_counts_both_and_adds_neither_to_the_other()
    {
        await GivenConfirmedAsync();

        var figures = await Stored().Figures.OrderBy(figure => figure.Value).ToListAsync(Ct);
        Assert.Equal(
            [(800, Standing.Official), (812, Standing.FullYearEstimate), (1000, Standing.Official)], figures.Select(figure => (figure.Value, figure.Standing)));
        Assert.Single(figures.Select(figure => (figure.SourceId, figure.SourceVersion)).Distinct());
        Assert.Equal(await RebuiltAsync(Stored(), Ct), await RollUpAsync(Stored(), Ct));
    }

    [Fact]
    public async Task The_estimate_is_read_with_the_official_denominator_that_nobody_estimates()
    {
        await GivenConfirmedAsync();

        var official = await ReadAsync(ReadingTerms.Now);
        var estimate = await ReadAsync(new ReadingTerms(Standing.FullYearEstimate));

        Assert.Equal((80m, true, true), (official.Value, official.IsOfStanding, official.IsComplete));
        Assert.Equal((81.2m, true, true), (estimate.Value, estimate.IsOfStanding, estimate.IsComplete));
    }

    [Fact]
    public async Task Where_nothing_of_a_standing_is_there_the_official_figure_is_read_and_it_says_so()
    {
        await GivenConfirmedAsync();

        var preliminary = await ReadAsync(new ReadingTerms(Standing.Preliminary));

        Assert.Equal((80m, false), (preliminary.Value, preliminary.IsOfStanding));
    }

    [Fact]
    public async Task What_is_of_a_standing_itself_is_read_alone()
    {
        await GivenConfirmedAsync();
        var all = Given.Indicator(numerator: "family.total", denominator: "family.total");

        var estimated = await OfStandingAsync(new ReadingTerms(Standing.FullYearEstimate), all, Share);
        var preliminary = await OfStandingAsync(new ReadingTerms(Standing.Preliminary), all, Share);
        var official = await OfStandingAsync(ReadingTerms.Now, all, Share);

        Assert.Equal([81.2m], estimated.Select(reading => reading.Value));
        Assert.Empty(preliminary);
        Assert.Equal([100m, 80m], official.Select(reading => reading.Value));
    }

    [Fact]
    public async Task An_estimate_that_was_replaced_is_read_as_of_the_day_on_which_it_stood()
    {
        var id = await GivenConfirmedAsync();
        Time.MoveTo(NewYear);
        await CorrectAsync(id, 826);
        var estimates = new ReadingTerms(Standing.FullYearEstimate);

        Assert.Empty(await OfStandingAsync(estimates, Share));
        Assert.Equal([81.2m], (await OfStandingAsync(estimates with { AsOf = NewYear.UtcDateTime.AddMinutes(-1) }, Share)).Select(reading => reading.Value));
        Assert.Empty(await OfStandingAsync(estimates with { AsOf = NewYear.UtcDateTime.AddYears(-2) }, Share));
    }

    [Fact]
    public async Task An_estimate_of_another_programme_is_none_of_this_one()
    {
        Given.Owner(Given.Place("Khác"), id: 2);
        await GivenConfirmedAsync();
        await using var db = Stored();
        var periods = db.Periods.Where(period => period.Code == Year.Text).Select(period => period.Id);
        var estimates = new ReadingTerms(Standing.FullYearEstimate);

        Assert.True(await db.HasStandingAsync(1, periods, estimates, Ct));
        Assert.False(await db.HasStandingAsync(2, periods, estimates, Ct));
        Assert.False(await db.HasStandingAsync(1, db.Periods.Where(period => period.Code == "2031").Select(period => period.Id), estimates, Ct));
    }

    [Fact]
    public async Task A_commune_that_has_not_reported_leaves_the_estimate_open_as_the_official_value()
    {
        var neighbour = Given.Place("Vĩnh Định", under: Province);
        Given.Return(asked, neighbour);
        await GivenConfirmedAsync();

        var estimate = await ReadAsync(new ReadingTerms(Standing.FullYearEstimate), Province);

        Assert.Equal((null, 81.2m, 1, 2), (estimate.Value, estimate.ValueSoFar, estimate.Reported, estimate.Expected));
    }

    [Fact]
    public async Task Communes_with_an_estimate_are_read_together_with_those_that_have_the_official_number_alone()
    {
        var neighbour = Given.Place("Vĩnh Định", under: Province);
        Given.Confirmed(asked, neighbour, new Dictionary<string, long> { ["family.total"] = 1000, ["family.recognised"] = 700 });
        await GivenConfirmedAsync();

        var estimate = await ReadAsync(new ReadingTerms(Standing.FullYearEstimate), Province);

        Assert.Equal((1512m, 2000m), (estimate.NumeratorSoFar, estimate.DenominatorSoFar));
    }

    [Theory]
    [InlineData(31, 12, 2026, true)]
    [InlineData(1, 1, 2027, false)]
    public async Task What_is_confirmed_after_the_last_day_of_the_year_is_estimated_no_more(int day, int month, int year, bool estimated)
    {
        var id = Given.Return(asked, Commune, ReturnState.Sent, Answered());
        // One minute before midnight in the programme, which is another day in UTC.
        Time.MoveTo(new DateTimeOffset(year, month, day, 23, 59, 0, TimeSpan.FromHours(7)));

        Assert.Null((await StepAsync(id, ReturnStep.Confirm, Agency)).Refusal);

        Assert.Equal(estimated, await Stored().Figures.AnyAsync(figure => figure.Standing == Standing.FullYearEstimate, Ct));
        Assert.Equal(812, Answers.FromJson((await Stored().ReturnVersions.SingleAsync(Ct)).Answers).Estimates["family.recognised"]);
    }

    [Fact]
    public async Task The_official_number_of_the_whole_year_replaces_the_estimate_which_stays_readable()
    {
        var id = await GivenConfirmedAsync();
        Time.MoveTo(NewYear);

        await CorrectAsync(id, 826);

        var official = await ReadAsync(ReadingTerms.Now);
        Assert.Equal(82.6m, official.Value);
        Assert.False((await ReadAsync(new ReadingTerms(Standing.FullYearEstimate))).IsOfStanding);
        Assert.Equal(812, Assert.Single(await Stored().SupersededFigures.Where(figure => figure.Standing == Standing.FullYearEstimate).ToListAsync(Ct)).Value);
        Assert.Equal(new Dictionary<string, long> { ["family.recognised"] = 812 }, await FormerlyAsync(id));
        Assert.Equal(81.2m, (await FormerAsync(official)).Value);
        Assert.Equal(await RebuiltAsync(Stored(), Ct), await RollUpAsync(Stored(), Ct));
    }

    [Fact]
    public async Task While_the_year_goes_on_a_correction_brings_a_new_estimate()
    {
        var id = await GivenConfirmedAsync();

        await CorrectAsync(id, 805, 815);

        Assert.Equal(81.5m, (await ReadAsync(new ReadingTerms(Standing.FullYearEstimate))).Value);
        Assert.Equal(new Dictionary<string, long> { ["family.recognised"] = 815 }, await FormerlyAsync(id));
        Assert.Null((await FormerAsync(await ReadAsync(ReadingTerms.Now))).Value);
    }

    [Fact]
    public async Task Nothing_is_compared_while_the_estimate_still_waits_for_its_official_number()
    {
        await GivenConfirmedAsync();
        Time.MoveTo(NewYear);

        Assert.Null((await FormerAsync(await ReadAsync(ReadingTerms.Now))).Value);
    }

    [Fact]
    public async Task Nothing_is_compared_where_nobody_estimated()
    {
        Given.Confirmed(asked, Commune, new Dictionary<string, long> { ["family.total"] = 1000, ["family.recognised"] = 700 });
        Time.MoveTo(NewYear);

        var former = await FormerAsync(await ReadAsync(ReadingTerms.Now));

        Assert.Null(former.Refusal);
        Assert.Null(former.Value);
    }

    [Fact]
    public async Task Nobody_compares_what_lies_outside_their_part()
    {
        await GivenConfirmedAsync();
        var official = await ReadAsync(ReadingTerms.Now);
        Time.MoveTo(NewYear);
        var neighbour = Given.Place("Vĩnh Định", under: Province);

        var outcome = await new ReadFormerEstimate(new ReadIndicators(Stored(), Shelf), Clock).RunAsync(neighbour, Year, official, Officer, Ct);

        Assert.Equal(new PlaceNotFound(), outcome.Refusal);
    }

    [Fact]
    public async Task An_estimate_that_was_typed_in_the_old_year_hinders_nothing_in_the_new_one()
    {
        var id = Given.Return(asked, Commune);
        await SaveAsync(id, ("family.total", 1000), ("family.recognised", 800), (Estimate, 799));
        Time.MoveTo(NewYear);

        Assert.Null((await StepAsync(id, ReturnStep.Submit, Officer)).Refusal);
    }

    [Fact]
    public async Task An_estimate_that_is_asked_no_more_is_not_kept()
    {
        var id = Given.Return(asked, Commune);
        Time.MoveTo(NewYear);

        var outcome = await SaveAsync(id, ("family.recognised", 800), (Estimate, 812));

        Assert.Equal(["family.recognised"], outcome.Value.Answers.Names.Keys);
    }

    [Fact]
    public async Task An_estimate_of_some_villages_does_not_stand_for_all_of_them()
    {
        Given.Pack(Given.Elements() with { Elements = [Given.Element("rain.village", leafLevel: SubjectLevel.Village)] });
        var villages = new[] { Given.Place("Thôn 1", under: Commune), Given.Place("Thôn 2", under: Commune) };
        await PostAsync(villages[0], 7, estimate: 9);
        await PostAsync(villages[1], 8, estimate: null);
        Assert.Equal([15], await VillageSumsAsync());

        await PostAsync(villages[1], 8, estimate: 10);

        Assert.Equal([19], await VillageSumsAsync());
        Assert.Equal([19], await VillageSumsAsync(Clock.Now.Instant));
    }

    private static DateTimeOffset NewYear { get; } = new(2027, 1, 12, 8, 0, 0, TimeSpan.FromHours(7));

    private static Dictionary<string, long> Answered(long recognised = 800, long? estimate = 812)
    {
        var answers = new Dictionary<string, long> { ["family.total"] = 1000, ["family.recognised"] = recognised };

        if (estimate is { } value)
        {
            answers[Estimate] = value;
        }

        return answers;
    }

    private async Task PostAsync(int village, long value, long? estimate)
    {
        var posting = new Posting(1, village, asked.PeriodId, new Guid(village, 0, 0, new byte[8]), 1, Producer.Return, Clock.Now.Instant)
        {
            Estimates = estimate is { } expected ? new Dictionary<FigureKey, long> { [new FigureKey("rain.village")] = expected } : [],
        };
        await using var db = Engine.Open();
        await using var transaction = await db.Database.BeginTransactionAsync(Ct);
        Assert.Null(await db.PostFiguresAsync(Shelf, posting, new Dictionary<FigureKey, long> { [new FigureKey("rain.village")] = value }, Ct));
        await transaction.CommitAsync(Ct);
    }

    private async Task<IReadOnlyList<long>> VillageSumsAsync(DateTime? asOf = null)
    {
        await using var db = Engine.Open();
        var commune = db.Places.Where(place => place.Id == Commune).Select(place => place.Id);

        return [.. (await db.TalliesAsync(1, [asked.PeriodId], commune, ["rain.village"], new ReadingTerms(Standing.FullYearEstimate, asOf), Ct)).Select(tally => tally.Sum)];
    }

    private async Task<ReturnId> GivenConfirmedAsync()
    {
        var id = Given.Return(asked, Commune, ReturnState.Sent, Answered());
        Assert.Null((await StepAsync(id, ReturnStep.Confirm, Agency)).Refusal);

        return id;
    }

    private async Task CorrectAsync(ReturnId id, long recognised, long? estimate = null)
    {
        Assert.Null((await StepAsync(id, ReturnStep.Correct, Officer, "Số cả năm")).Refusal);
        Assert.Null((await SaveAsync(id, [.. Answered(recognised, estimate).Select(pair => (pair.Key, pair.Value))])).Refusal);
        await StepAsync(id, ReturnStep.Submit, Officer);
        await StepAsync(id, ReturnStep.Approve, Leader);
        await StepAsync(id, ReturnStep.Send, Officer);
        Assert.Null((await StepAsync(id, ReturnStep.Confirm, Agency)).Refusal);
    }

    private async Task<Outcome<SavedReturn>> SaveAsync(ReturnId id, params (string Name, long Value)[] answers) =>
        await new SaveReturn(Stored(), Shelf, Clock).RunAsync(
            id, (await StoredReturnAsync(id)).Revision, Given.Typed(answers.ToDictionary(answer => answer.Name, answer => answer.Value)), Officer, Ct);

    private async Task<Outcome<Return>> StepAsync(ReturnId id, ReturnStep step, Actor actor, string? reason = null) =>
        await new TakeReturnStep(Stored(), Shelf, Clock).RunAsync(id, (await StoredReturnAsync(id)).Revision, step, reason, actor, Ct);

    private Task<IReadOnlyDictionary<string, long>> FormerlyAsync(ReturnId id) =>
        Stored().FormerEstimatesAsync(1, id.Value, ["family.recognised"], Ct);

    private async Task<IReadOnlyList<IndicatorReading>> OfStandingAsync(ReadingTerms terms, params IReadOnlyList<IndicatorDefinition> indicators) =>
        (await new ReadIndicators(Stored(), Shelf).OfStandingAsync(Commune, Year, indicators, terms, Agency, Ct)).Value;

    private Task<Outcome<decimal?>> FormerAsync(IndicatorReading official) =>
        new ReadFormerEstimate(new ReadIndicators(Stored(), Shelf), Clock).RunAsync(Commune, Year, official, Agency, Ct);

    private async Task<IndicatorReading> ReadAsync(ReadingTerms terms, int? place = null) =>
        Assert.Single((await new ReadIndicators(Stored(), Shelf).RunAsync(place ?? Commune, Year, [Share], terms, Agency, Ct)).Value);
}
