using HieuHoc.Figures;
using HieuHoc.Testing;
using Microsoft.EntityFrameworkCore;

namespace HieuHoc.Tests.Figures;

public sealed class PostFiguresTests : FiguresTest
{
    private int families;
    private int clans;
    private int households;

    private readonly Guid source = Guid.CreateVersion7();
    private int commune;
    private int period;

    public override async ValueTask InitializeAsync()
    {
        await base.InitializeAsync();
        var province = Given.Place();
        commune = Given.Place("Hải Lăng", under: province);
        Given.Owner(province);
        period = Given.Period();
        families = await Db.Elements.Where(element => element.Code == "family.total").Select(element => element.Id).SingleAsync(Ct);
        clans = await Db.Elements.Where(element => element.Code == "clan.total").Select(element => element.Id).SingleAsync(Ct);
        Given.Pack(Given.Elements() with { Elements = [Given.Element("household.total", leafLevel: SubjectLevel.Village)] });
        households = await Db.Elements.Where(element => element.Code == "household.total").Select(element => element.Id).SingleAsync(Ct);
    }

    [Fact]
    public async Task The_first_posting_makes_figures_and_a_roll_up()
    {
        await PostAsync((families, 900), (clans, 14));

        var figures = await Stored().Figures.OrderBy(figure => figure.ElementId).ToListAsync(Ct);
        Assert.Equal(
            [(families, commune, 900L, 1, source), (clans, commune, 14L, 1, source)],
            figures.Select(figure => (figure.ElementId, figure.SubjectId, figure.Value, figure.SourceVersion, figure.SourceId)));
        Assert.Equal([Row(families, 900, 1), Row(clans, 14, 1)], await RollUpAsync(Stored(), Ct));
    }

    [Fact]
    public async Task A_correction_moves_the_roll_up_by_the_difference()
    {
        await PostAsync((families, 900), (clans, 14));
        await PostAsync(Other(), (families, 50));

        await PostAsync(From(version: 2), (families, 870), (clans, 14));

        Assert.Equal([Row(families, 920, 2), Row(clans, 14, 1)], await RollUpAsync(Stored(), Ct));
        Assert.Equal(2, (await Stored().Figures.SingleAsync(figure => figure.Value == 870, Ct)).SourceVersion);
    }

    [Fact]
    public async Task A_correction_changes_the_standing_too()
    {
        await PostAsync(From() with { Standing = Standing.Preliminary }, (families, 900));

        await PostAsync(From(version: 2), (families, 900));

        var figure = await Stored().Figures.SingleAsync(Ct);
        Assert.Equal((2, Standing.Official), (figure.SourceVersion, figure.Standing));
    }

    [Fact]
    public async Task A_source_may_estimate_what_it_also_counts_and_neither_is_added_to_the_other()
    {
        await PostAsync(Estimating(950), (families, 900), (clans, 14));

        await PostAsync(Estimating(950), (families, 900), (clans, 14));

        Assert.Equal(
            [Row(families, 900, 1), Row(families, 950, 1) with { Standing = Standing.FullYearEstimate }, Row(clans, 14, 1)], await RollUpAsync(Stored(), Ct));
        Assert.Equal(3, await Stored().Figures.CountAsync(Ct));
        Assert.Empty(await Stored().SupersededFigures.ToListAsync(Ct));
    }

    [Fact]
    public async Task A_version_without_the_estimate_takes_it_away_and_keeps_it_readable()
    {
        await PostAsync(Estimating(950), (families, 900));

        await PostAsync(From(version: 2), (families, 960));

        Assert.Equal([Row(families, 960, 1)], await RollUpAsync(Stored(), Ct));
        Assert.Equal(
            [(900, Standing.Official), (950, Standing.FullYearEstimate)],
            (await Stored().SupersededFigures.OrderBy(figure => figure.Standing).ToListAsync(Ct)).Select(figure => (figure.Value, figure.Standing)));
    }

    [Fact]
    public async Task Both_are_superseded_by_the_next_version_of_both()
    {
        await PostAsync(Estimating(950), (families, 900));

        await PostAsync(Estimating(940) with { Version = 2 }, (families, 905));

        Assert.Equal([Row(families, 905, 1), Row(families, 940, 1) with { Standing = Standing.FullYearEstimate }], await RollUpAsync(Stored(), Ct));
        Assert.Equal(2, await Stored().SupersededFigures.CountAsync(Ct));
    }

    [Fact]
    public async Task A_figure_that_disappears_takes_its_report_with_it()
    {
        await PostAsync((families, 900), (clans, 14));
        await PostAsync(Other(), (families, 50));

        await PostAsync(From(version: 2), (clans, 14));

        Assert.Equal([Row(families, 50, 1), Row(clans, 14, 1)], await RollUpAsync(Stored(), Ct));
    }

    [Fact]
    public async Task Where_nothing_is_reported_any_more_there_is_no_row()
    {
        await PostAsync((families, 900), (clans, 14));

        await PostAsync(From(version: 2), (clans, 14));

        Assert.Equal([Row(clans, 14, 1)], await RollUpAsync(Stored(), Ct));
        Assert.Equal([clans], await Stored().Figures.Select(figure => figure.ElementId).ToListAsync(Ct));
    }

    [Fact]
    public async Task A_zero_is_reported_where_a_blank_is_not()
    {
        await PostAsync((families, 0));

        Assert.Equal([Row(families, 0, 1)], await RollUpAsync(Stored(), Ct));
    }

    [Fact]
    public async Task Two_figures_that_cancel_out_are_still_two_reports()
    {
        await PostAsync((families, 900));
        await PostAsync(Other(), (families, 0));

        await PostAsync(From(version: 2), (families, 0));

        Assert.Equal([Row(families, 0, 2)], await RollUpAsync(Stored(), Ct));
    }

    [Fact]
    public async Task Posting_twice_changes_nothing()
    {
        await PostAsync((families, 900), (clans, 14));
        var before = await RollUpAsync(Stored(), Ct);

        await PostAsync((families, 900), (clans, 14));

        Assert.Equal(before, await RollUpAsync(Stored(), Ct));
        Assert.Equal(2, await Stored().Figures.CountAsync(Ct));
    }

    [Fact]
    public async Task Posting_nothing_makes_no_row()
    {
        await PostAsync();

        Assert.Empty(await Stored().Figures.ToListAsync(Ct));
        Assert.Empty(await RollUpAsync(Stored(), Ct));
    }

    [Fact]
    public async Task The_figures_of_villages_enter_the_roll_up_of_their_commune()
    {
        var first = Given.Place("Thôn 1", under: commune);
        var second = Given.Place("Thôn 2", under: commune);
        await PostAsync(Other() with { SubjectId = first }, (households, 120));

        await PostAsync(Other() with { SubjectId = second }, (households, 80));

        Assert.Equal([Row(households, 200, 2)], await RollUpAsync(Stored(), Ct));
        Assert.Equal([first, second], await Stored().Figures.Select(figure => figure.SubjectId).Order().ToListAsync(Ct));
    }

    [Fact]
    public async Task Each_period_and_each_programme_has_a_roll_up_of_its_own()
    {
        Given.Owner(commune, id: 2);
        var next = Given.Period(2027);
        await PostAsync((families, 900));
        await PostAsync(Other() with { PeriodId = next }, (families, 910));

        await PostAsync(Other() with { Owner = 2 }, (families, 5));

        Assert.Equal(
            [Row(families, 900, 1), Row(families, 910, 1) with { Period = next }, Row(families, 5, 1) with { Owner = 2 }],
            await RollUpAsync(Stored(), Ct));
    }

    [Fact]
    public async Task A_posting_that_is_rolled_back_leaves_nothing()
    {
        await using (await Db.Database.BeginTransactionAsync(Ct))
        {
            await Db.PostFiguresAsync(Shelf, From(), new Dictionary<FigureKey, long> { [new FigureKey("family.total")] = 900 }, Ct);
        }

        Assert.Empty(await Stored().Figures.ToListAsync(Ct));
        Assert.Empty(await RollUpAsync(Stored(), Ct));
    }

    private Line Row(int element, long sum, int reported) => new(1, element, period, commune, Breakdown.WholeId, sum, reported);

    private Posting From(int version = 1) => new(1, commune, period, source, version, Producer.Return, Clock.Now.Instant);

    private Posting Estimating(long value) =>
        From() with { Estimates = new Dictionary<FigureKey, long> { [new FigureKey("family.total")] = value } };

    private Posting Other() => From() with { SourceId = Guid.CreateVersion7() };

    private Task PostAsync(params (int Element, long Value)[] values) => PostAsync(From(), values);

    private async Task PostAsync(Posting from, params (int Element, long Value)[] values)
    {
        await using var db = Engine.Open();
        await using var transaction = await db.Database.BeginTransactionAsync(Ct);
        var codes = await db.Elements.ToDictionaryAsync(element => element.Id, element => element.Code, Ct);
        var refusal = await db.PostFiguresAsync(Shelf, from, values.ToDictionary(pair => new FigureKey(codes[pair.Element]), pair => pair.Value), Ct);
        Assert.Null(refusal);
        await transaction.CommitAsync(Ct);
    }
}
