using FsCheck.Fluent;
using HieuHoc.Places;
using HieuHoc.Tests.Figures;
using Microsoft.EntityFrameworkCore;

namespace HieuHoc.Tests.Places;

/// <summary>What must hold of every place of the country, in both eras.</summary>
public sealed class CountryInTimeTests : PlacesTest
{
    private static readonly DateOnly Today = new(2026, 11, 21);

    [Theory]
    [InlineData("2020-01-01", 63, 696, 10035)]
    [InlineData("2025-06-30", 63, 696, 10035)]
    [InlineData("2025-07-01", 34, 0, 3321)]
    [InlineData("2026-04-29", 34, 0, 3321)]
    [InlineData("2026-04-30", 34, 0, 3321)]
    [InlineData("2026-11-21", 34, 0, 3321)]
    public async Task The_tree_of_a_day_is_whole(string on, int provinces, int districts, int communes)
    {
        var atlas = await PlaceAtlas.OnAsync(Db, DateOnly.Parse(on, null), Ct);

        Assert.Equal((provinces, districts, communes), (Count(PlaceLevel.Province), Count(PlaceLevel.District), Count(PlaceLevel.Commune)));
        Assert.Equal(atlas.Places.Count, 1 + provinces + districts + communes);
        Assert.All(atlas.Places.Where(place => place.Level is not PlaceLevel.Country), place =>
            Assert.Equal(AboveOf(place.Level, districts > 0), atlas.Of(place.ParentId!.Value)?.Level));

        int Count(PlaceLevel level) => atlas.Places.Count(place => place.Level == level);
    }

    [Fact]
    public async Task A_code_has_at_most_one_holder_on_a_day_and_a_place_one_fact_of_each_kind()
    {
        var codes = await Db.PlaceCodes.AsNoTracking().ToListAsync(Ct);

        AssertNoOverlap(codes.GroupBy(code => code.Code));
        AssertNoOverlap(codes.GroupBy(code => $"{code.PlaceId}"));
        AssertNoOverlap((await Db.PlaceNames.AsNoTracking().ToListAsync(Ct)).GroupBy(name => $"{name.PlaceId}"));
        AssertNoOverlap((await Db.PlaceParents.AsNoTracking().ToListAsync(Ct)).GroupBy(parent => $"{parent.PlaceId}"));
        AssertNoOverlap((await Db.PlaceBoundaries.AsNoTracking().ToListAsync(Ct)).GroupBy(boundary => $"{boundary.PlaceId}"));
    }

    [Fact]
    public async Task No_fact_of_a_place_reaches_beyond_its_life()
    {
        var lives = await Db.Places.AsNoTracking().ToDictionaryAsync(place => place.Id, Ct);
        var facts = (await Db.PlaceNames.AsNoTracking().ToListAsync(Ct)).Cast<DatedFact>()
            .Concat(await Db.PlaceCodes.AsNoTracking().ToListAsync(Ct))
            .Concat(await Db.PlaceParents.AsNoTracking().ToListAsync(Ct))
            .Concat(await Db.PlaceBoundaries.AsNoTracking().ToListAsync(Ct));

        var beyond = facts.Where(fact => fact.ValidFrom < lives[fact.PlaceId].ValidFrom
            || (fact.ValidTo ?? DateOnly.MaxValue) > (lives[fact.PlaceId].ValidTo ?? DateOnly.MaxValue));

        Assert.Empty(beyond);
    }

    [Fact]
    public async Task Each_ended_place_has_one_default_successor_and_weights_that_sum_to_one()
    {
        var rows = await Db.PlaceSuccessions.AsNoTracking().ToListAsync(Ct);

        Assert.All(rows.GroupBy(row => row.FromId), successors =>
        {
            var sum = successors.Sum(row => row.Parts);
            Assert.True(sum > 0);
            Assert.All(successors, row => Assert.InRange(row.Parts, 0, sum));
            Assert.Single(successors, row => row.IsDefault);
            Assert.Equal(successors.Count() == 1, successors.All(row => row is { Whole: true, PartsRule: PartsRule.Whole }));
        });
    }

    [Fact]
    public async Task Parts_follow_the_words_of_the_resolutions()
    {
        var rows = await Db.PlaceSuccessions.AsNoTracking().Where(row => !row.Whole).ToListAsync(Ct);

        Assert.Equal(441, rows.Select(row => row.FromId).Distinct().Count());
        Assert.All(rows, row => Assert.Equal(row.PopulationShare is SuccessionShare.None ? 0 : 1, row.Parts));
        Assert.All(rows.GroupBy(row => row.FromId), successors => Assert.All(successors, row => Assert.Equal(
            successors.Sum(one => one.Parts) == 1 ? PartsRule.OneTookThePeople : PartsRule.EqualParts, row.PartsRule)));
    }

    [Fact]
    public async Task Every_old_commune_lives_on_in_communes_of_today_in_its_province_of_today()
    {
        var (then, now, successions) = (await PlaceAtlas.OnAsync(Db, Then, Ct), await PlaceAtlas.OnAsync(Db, Today, Ct), await Db.SuccessionsAsync(Ct));

        Assert.All(then.Places.Where(place => place.Level is PlaceLevel.Commune), commune =>
        {
            var province = Assert.Single(successions.HeirsOn(ProvinceOf(then, commune)!.Id, Today));
            var heirs = successions.HeirsOn(commune.Id, Today).Select(id => now.Of(id)).ToList();
            Assert.NotEmpty(heirs);
            Assert.All(heirs, heir => Assert.Equal((PlaceLevel.Commune, province), (heir!.Level, ProvinceOf(now, heir)!.Id)));
        });
    }

    [Fact]
    public async Task Who_succeeds_whom_read_backwards_is_who_preceded_whom()
    {
        var successions = await Db.SuccessionsAsync(Ct);
        var then = (await PlaceAtlas.OnAsync(Db, Then, Ct)).Places.Select(place => place.Id);
        var now = (await PlaceAtlas.OnAsync(Db, Today, Ct)).Places.Select(place => place.Id);

        var onward = then.SelectMany(id => successions.HeirsOn(id, Today).Select(heir => (id, heir))).Where(pair => pair.id != pair.heir).Order();
        var back = now.SelectMany(id => successions.SourcesOn(id, Then).Select(source => (source, id))).Where(pair => pair.source != pair.id).Order();

        // The 691 districts that ended without a successor lead to themselves, and nobody comes from them.
        Assert.Equal(onward, back);
    }

    [Fact]
    public async Task Whoever_answers_for_a_province_of_today_reaches_all_that_lay_in_it()
    {
        var (then, quangTri, quangBinh) = (await PlaceAtlas.OnAsync(Db, Then, Ct), await Place("44"), await Place("44", Then));
        var reached = (await Db.PlaceReaches.Where(reach => reach.AncestorId == quangTri.Id).Select(reach => reach.PlaceId).ToListAsync(Ct)).ToHashSet();

        var inside = then.Places.Where(place => ProvinceOf(then, place)?.Code is "44" or "45").Select(place => place.Id).ToHashSet();
        inside.UnionWith((await Db.ChildrenAsync(quangTri.Id, After, Ct)).Select(place => place.Id).Append(quangTri.Id));

        Assert.Contains(quangBinh.Id, inside);
        Assert.Equal(inside.Order(), reached.Order());
    }

    [Fact]
    public async Task A_split_commune_is_reached_by_every_successor()
    {
        var split = await Db.PlaceSuccessions.AsNoTracking().Where(row => !row.Whole).ToListAsync(Ct);
        var reaches = (await Db.PlaceReaches.AsNoTracking().Select(reach => new { reach.PlaceId, reach.AncestorId }).ToListAsync(Ct))
            .Select(reach => (reach.PlaceId, reach.AncestorId)).ToHashSet();

        Assert.All(split, row => Assert.Contains((row.FromId, row.ToId), reaches));
    }

    [Fact]
    public async Task Restating_keeps_sums_and_twice_is_once()
    {
        var successions = await Db.SuccessionsAsync(Ct);
        var atlas = await PlaceAtlas.OnAsync(Db, Then, Ct);
        var today = (await PlaceAtlas.OnAsync(Db, Today, Ct)).Places.Select(place => place.Id).ToHashSet();
        int[] communes = [.. atlas.Places.Where(place => place.Level is PlaceLevel.Commune).Select(place => place.Id)];

        Always.Holds(
            Gen.Choose(0, int.MaxValue),
            seed =>
            {
                var random = new Random(seed);
                var values = communes.Where(_ => random.Next(4) > 0).Select(id => new PlaceValue(id, random.Next(100_000))).ToList();
                var once = Restating.Forward(values, adds: true, successions, Then, Today);
                var twice = Restating.Forward(once.Select(place => new PlaceValue(place.PlaceId, place.Value!.Value, place.Estimate)), adds: true, successions, Today, Today);

                return once.Sum(place => place.Value) == values.Sum(value => value.Value)
                    && once.All(place => today.Contains(place.PlaceId))
                    && twice.Select(Shown).SequenceEqual(once.Select(Shown));
            },
            cases: 5);

        static (int, long?, bool) Shown(Restated place) => (place.PlaceId, place.Value, place.Estimate);
    }

    [Fact]
    public async Task Today_s_figures_add_up_to_every_province_of_then_and_to_no_split_commune()
    {
        var (successions, then, now) = (await Db.SuccessionsAsync(Ct), await PlaceAtlas.OnAsync(Db, Then, Ct), await PlaceAtlas.OnAsync(Db, Today, Ct));
        var values = now.Places.Where(place => place.Level is PlaceLevel.Commune).Select(place => new PlaceValue(place.Id, 1)).ToList();
        // An island district had no communes: it was the leaf itself.
        var leaves = then.Places.Where(place => place.Level is PlaceLevel.Commune || successions.Of(place.Id) is [{ }] && place.Level is PlaceLevel.District)
            .ToLookup(place => ProvinceOf(then, place)!.Id, place => place.Id);

        var provinces = leaves.Select(of => Restating.Back(of.Key, [.. of], values, adds: true, successions, Today, Then)).ToList();
        var split = successions.Of((await Place("44", Then)).Id);

        Assert.Equal(63, provinces.Count);
        Assert.All(provinces, province => Assert.Null(province.Why));
        Assert.Equal(3321, provinces.Sum(province => province.Value));
        Assert.Single(split);
    }

    private static PlaceLevel AboveOf(PlaceLevel level, bool districts) => level switch
    {
        PlaceLevel.Commune => districts ? PlaceLevel.District : PlaceLevel.Province,
        PlaceLevel.District => PlaceLevel.Province,
        _ => PlaceLevel.Country,
    };

    private static void AssertNoOverlap<T>(IEnumerable<IGrouping<string, T>> groups)
        where T : DatedFact =>
        Assert.All(groups, facts =>
        {
            var ordered = facts.OrderBy(fact => fact.ValidFrom).ToList();
            Assert.All(ordered.Zip(ordered.Skip(1)), pair => Assert.True(pair.First.ValidTo < pair.Second.ValidFrom));
        });

    /// <summary>The province in which a place lies, itself where it is one; null for the country.</summary>
    private static PlaceOnDay? ProvinceOf(PlaceAtlas atlas, PlaceOnDay place) =>
        place.Level is PlaceLevel.Province ? place
        : place.ParentId is { } parent && atlas.Of(parent) is { } above ? ProvinceOf(atlas, above)
        : null;
}
