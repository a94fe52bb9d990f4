using HieuHoc.Access;
using HieuHoc.Figures;
using HieuHoc.Places;
using HieuHoc.Platform;
using HieuHoc.Returns;
using HieuHoc.Testing;
using Microsoft.EntityFrameworkCore;

namespace HieuHoc.Tests.Returns;

public sealed class ComparePlacesTests : ReturnsTest
{
    [Fact]
    public async Task A_commune_stands_among_those_of_its_kind_by_what_was_confirmed()
    {
        Given.Confirmed(Round, Commune, Citizens(1000, 300));
        Given.Confirmed(Round, Given.Place("Nam Hải Lăng", under: Province), Citizens(1000, 500));
        Given.Confirmed(Round, Given.Place("Vĩnh Định", under: Province), Citizens(1000, 200));
        Given.Return(Round, Given.Place("Diên Sanh", under: Province), ReturnState.Sent, Citizens(1000, 900));
        await KindAsync(Given.Place("Đông Hà", under: Province), "Phường");

        var group = Assert.Single((await CompareAsync(Commune, Agency)).Groups);

        Assert.Equal(("xã", "", 4), (group.Kind, group.AreaClass, group.Count));
        Assert.Equal([("Xã Nam Hải Lăng", 1, 50m), ("Xã Hải Lăng", 2, 30m), ("Xã Vĩnh Định", 3, 20m)], group.Ranked.Select(commune => (commune.Place!.FullName, commune.Rank, commune.Value)));
        Assert.Equal((2, 30m), (group.Own!.Rank, group.Middle!.Value));
    }

    [Fact]
    public async Task Equal_values_share_a_rank_and_of_an_even_number_the_better_stands_in_the_middle()
    {
        Given.Confirmed(Round, Commune, Citizens(1000, 300));
        Given.Confirmed(Round, Given.Place("An", under: Province), Citizens(2000, 600));
        Given.Confirmed(Round, Given.Place("Bình", under: Province), Citizens(1000, 100));
        Given.Confirmed(Round, Given.Place("Cam", under: Province), Citizens(1000, 90));

        var group = Assert.Single((await CompareAsync(Commune, Agency)).Groups);

        Assert.Equal([1, 1, 3, 4], group.Ranked.Select(commune => commune.Rank));
        Assert.Equal(30m, group.Middle!.Value);
    }

    [Fact]
    public async Task A_commune_with_an_area_class_is_compared_with_those_of_the_same()
    {
        var hard = Given.Place("Tà Rụt", under: Province);
        var past = Given.Place("Lìa", under: Province);
        Given.Confirmed(Round, Commune, Citizens(1000, 300));
        Given.Confirmed(Round, hard, Citizens(1000, 100));
        Given.Confirmed(Round, past, Citizens(1000, 150));
        await ClassAsync(hard, null);
        await ClassAsync(past, new DateOnly(2026, 6, 30));

        var own = Assert.Single((await CompareAsync(hard, Agency)).Groups);
        var all = (await CompareAsync(Province, Agency)).Groups;

        Assert.Equal(("khu vực III", 1), (own.AreaClass, own.Count));
        Assert.Equal([("", 2), ("khu vực III", 1)], all.Select(group => (group.AreaClass, group.Count)));
    }

    [Fact]
    public async Task Who_answers_for_a_commune_sees_its_rank_and_no_name_of_another()
    {
        Given.Confirmed(Round, Commune, Citizens(1000, 300));
        Given.Confirmed(Round, Given.Place("Vĩnh Định", under: Province), Citizens(1000, 400));

        var compared = await CompareAsync(Commune, Officer);

        var group = Assert.Single(compared.Groups);
        Assert.Equal([(null, 40m), (Commune, 30m)], group.Ranked.Select(commune => (commune.Place?.Id, commune.Value)));
        Assert.Equal((2, true), (group.Own!.Rank, group.Own.IsOwn));
        Assert.Equal((false, 35m), (compared.Province!.IsReached, compared.Province.Years[^1].Value));
    }

    [Fact]
    public async Task What_lies_outside_the_part_does_not_exist()
    {
        var neighbour = Given.Place("Vĩnh Định", under: Province);

        var outcome = await CompareOrNotAsync(neighbour, Officer);

        Assert.IsType<PlaceNotFound>(outcome.Refusal);
    }

    [Fact]
    public async Task A_commune_without_a_value_has_no_rank_and_its_group_is_told_all_the_same()
    {
        Given.Return(Round, Commune);
        Given.Confirmed(Round, Given.Place("Vĩnh Định", under: Province), Citizens(1000, 400));

        var group = Assert.Single((await CompareAsync(Commune, Officer)).Groups);

        Assert.Equal((2, 1, null), (group.Count, group.Ranked.Count, group.Own));
    }

    [Fact]
    public async Task Where_nobody_has_a_value_there_is_no_middle()
    {
        Given.Return(Round, Commune);

        Assert.Null(Assert.Single((await CompareAsync(Commune, Officer)).Groups).Middle);
    }

    [Fact]
    public async Task Where_less_is_better_the_least_is_first()
    {
        Given.Confirmed(Round, Commune, Citizens(1000, 300));
        Given.Confirmed(Round, Given.Place("Vĩnh Định", under: Province), Citizens(1000, 400));

        var group = Assert.Single((await CompareAsync(Commune, Agency, change: indicator => indicator with { Direction = Direction.Down })).Groups);

        Assert.Equal([30m, 40m], group.Ranked.Select(commune => commune.Value));
    }

    [Theory]
    [InlineData(IndicatorKind.YesNo, null)]
    [InlineData(IndicatorKind.Percent, Each.Place)]
    public async Task Where_a_place_has_reached_something_or_has_not_there_is_no_order(IndicatorKind kind, Each? each)
    {
        Given.Confirmed(Round, Commune, Citizens(1000, 300));

        var compared = await CompareAsync(Province, Agency, change: indicator => indicator with { Kind = kind, Each = each });

        Assert.Empty(compared.Groups);
    }

    [Fact]
    public async Task A_year_without_figures_or_without_the_indicator_is_a_gap()
    {
        Given.Confirmed(Round, Commune, Citizens(1000, 300));

        var own = (await CompareAsync(Province, Agency, 2023, 2025)).Own;

        Assert.Equal([(2023, null), (2025, null), (2026, 30m)], own.Select(year => (year.Year, year.Value)));
        Assert.Null(own[0].Reading);
        Assert.NotNull(own[1].Reading);
    }

    [Fact]
    public async Task A_province_is_held_against_none()
    {
        Given.Confirmed(Round, Commune, Citizens(1000, 300));

        Assert.Null((await CompareAsync(Province, Agency)).Province);
    }

    [Fact]
    public async Task Many_communes_take_as_many_queries_as_two()
    {
        Given.Confirmed(Round, Commune, Citizens(1000, 300));
        Given.Confirmed(Round, Given.Place("An", under: Province), Citizens(1000, 310));
        // The packs are read once for all.
        await QueriesAsync();
        var few = await QueriesAsync();

        for (var i = 0; i < 10; i++)
        {
            Given.Confirmed(Round, Given.Place($"Xã {i}", under: Province), Citizens(1000, 320 + i));
        }

        Assert.Equal(few, await QueriesAsync());
    }

    private async Task<int> QueriesAsync()
    {
        var counting = new CountingEngine(Engine);
        await using var db = counting.Open();
        var wanted = await WantedAsync(new ReadIndicators(Db, Shelf), [2022, 2023, 2024, 2025, 2026]);
        counting.Begin();
        await new ComparePlaces(db, new ReadIndicators(db, Shelf)).RunAsync(Province, wanted, new ReadingTerms(PlacesOf: Clock.Now.Day), Agency, Ct);

        return counting.Queries;
    }

    private async Task<Comparison> CompareAsync(int place, Actor actor, params int[] earlier) =>
        (await CompareOrNotAsync(place, actor, earlier)).Value;

    private async Task<Comparison> CompareAsync(int place, Actor actor, Func<IndicatorDefinition, IndicatorDefinition> change) =>
        (await CompareOrNotAsync(place, actor, [], change)).Value;

    private async Task<Outcome<Comparison>> CompareOrNotAsync(
        int place, Actor actor, IReadOnlyList<int>? earlier = null, Func<IndicatorDefinition, IndicatorDefinition>? change = null)
    {
        var read = new ReadIndicators(Db, Shelf);
        var wanted = await WantedAsync(read, [.. earlier ?? [], 2026]);
        wanted = [.. wanted.Select(of => of.Period.Days.Last.Year == 2023
            ? of with { Indicators = [] }
            : of with { Indicators = [.. of.Indicators.Select(change ?? (indicator => indicator))] })];

        return await new ComparePlaces(Db, read).RunAsync(place, wanted, new ReadingTerms(PlacesOf: Clock.Now.Day), actor, Ct);
    }

    private async Task<IReadOnlyList<WantedIndicators>> WantedAsync(ReadIndicators read, IReadOnlyList<int> years)
    {
        var wanted = new List<WantedIndicators>();

        foreach (var period in years.Select(PeriodCode.Year))
        {
            var known = await read.DefinitionsAsync(PeriodCode.Year(2026), Agency, Ct);
            wanted.Add(new WantedIndicators(period, [.. known.Where(indicator => indicator.Code == "citizen-share")]));
        }

        return wanted;
    }

    private async Task KindAsync(int place, string kind)
    {
        await using var db = Engine.Open();
        await db.PlaceNames.Where(name => name.PlaceId == place).ExecuteUpdateAsync(set => set.SetProperty(name => name.Kind, kind), Ct);
    }

    private async Task ClassAsync(int place, DateOnly? to)
    {
        await using var db = Engine.Open();
        db.Add(new PlaceClass { PlaceId = place, ValidFrom = Given.Reform, ValidTo = to, Class = "khu vực III", LegalBasis = "test", Confirmed = true });
        await db.SaveChangesAsync(Ct);
    }

    private static IReadOnlyDictionary<string, long> Citizens(long adults, long recognised) =>
        Given.Answers(citizens: new Counted(adults, recognised, recognised));
}
