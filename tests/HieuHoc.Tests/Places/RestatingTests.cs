using HieuHoc.Places;
using HieuHoc.Platform;
using HieuHoc.Testing;

namespace HieuHoc.Tests.Places;

/// <summary>1 and 2 went whole to 11; 3 was split between 11 and 12; 4 went on. In 2027, 11 and 12 became 21.</summary>
public sealed class RestatingTests
{
    private static readonly DateOnly Then = new(2025, 6, 30);
    private static readonly DateOnly Now = new(2026, 12, 31);
    private static readonly DateOnly Reform = new(2025, 7, 1);
    private static readonly DateOnly Merger = new(2027, 1, 1);

    private static readonly Successions Known = new(
    [
        Given.Succession(1, 11, Reform), Given.Succession(2, 11, Reform), Part(3, 11, isDefault: true), Part(3, 12),
        Given.Succession(11, 21, Merger), Given.Succession(12, 21, Merger),
    ]);

    [Fact]
    public void Whole_places_add_up_and_are_no_estimate()
    {
        var restated = Forward([new(1, 10), new(2, 5), new(4, 7)]);

        Assert.Equal([new Restated(4, 7, false, 0), new Restated(11, 15, false, 1)], restated);
    }

    [Fact]
    public void What_a_split_place_brings_is_shared_and_makes_estimates_and_the_odd_one_goes_to_the_default_successor()
    {
        var restated = Forward([new(1, 10), new(2, 5), new(3, 7)]);

        Assert.Equal([new Restated(11, 19, true, 0), new Restated(12, 3, true, 0)], restated);
    }

    [Fact]
    public void Counted_parts_are_shares()
    {
        var counted = new Successions([Part(3, 11, parts: 301, isDefault: true), Part(3, 12, parts: 199)]);

        var restated = Restating.Forward([new(3, 1000)], adds: true, counted, Then, Now);

        Assert.Equal([602L, 398L], restated.Select(place => place.Value));
    }

    [Fact]
    public void A_successor_that_took_nobody_gets_nothing_and_misses_nothing()
    {
        var empty = new Successions([Part(3, 11, isDefault: true), Part(3, 12, parts: 0), Given.Succession(5, 12, Reform)]);

        var restated = Restating.Forward([new(3, 7), new(5, 2)], adds: true, empty, Then, Now);

        Assert.Equal([new Restated(11, 7, true, 0), new Restated(12, 2, false, 0)], restated);
    }

    [Fact]
    public void Chains_are_followed_to_the_day_and_no_further()
    {
        IReadOnlyList<PlaceValue> values = [new(1, 10), new(3, 7)];

        var before = Restating.Forward(values, adds: true, Known, Then, Merger.AddDays(-1));
        var after = Restating.Forward(values, adds: true, Known, Then, Merger);

        Assert.Equal([11, 12], before.Select(place => place.PlaceId));
        Assert.Equal([new Restated(21, 17, true, 1)], after);
    }

    [Fact]
    public void Going_by_a_day_in_between_changes_nothing()
    {
        IReadOnlyList<PlaceValue> values = [new(1, 10), new(2, 1), new(3, 7), new(4, 9)];

        var atOnce = Restating.Forward(values, adds: true, Known, Then, Merger);
        var between = Restating.Forward(values, adds: true, Known, Then, Now).Select(Again);
        var byTheWay = Restating.Forward(between, adds: true, Known, Now, Merger);

        Assert.Equal(atOnce, byTheWay);
    }

    [Fact]
    public void Numerator_and_denominator_are_restated_each_apart()
    {
        var numerator = Forward([new(1, 10), new(2, 90)]);
        var denominator = Forward([new(1, 100), new(2, 100)]);

        Assert.Equal((100, 200), (numerator[0].Value, denominator[0].Value));
    }

    [Fact]
    public void What_does_not_add_up_is_said_only_where_nothing_changed()
    {
        var restated = Restating.Forward([new(1, 10), new(4, 7)], adds: false, Known, Then, Now);

        Assert.Equal([new Restated(4, 7, false, 0), new Restated(11, null, false, 0, CannotRestate.DoesNotAdd)], restated);
    }

    [Fact]
    public void Back_to_a_province_of_then_its_communes_add_up()
    {
        var restated = Restating.Back(100, [1, 2, 3, 4], [new(11, 8), new(12, 4), new(4, 1)], adds: true, Known, Now, Then);

        Assert.Equal(new Restated(100, 13, false, 0), restated);
    }

    [Theory]
    [InlineData(new[] { 1 })]
    [InlineData(new[] { 3 })]
    [InlineData(new[] { 1, 2 })]
    public void Back_to_places_whose_heirs_took_from_others_too_cannot_be_said(int[] parts)
    {
        var restated = Restating.Back(100, parts, [new(11, 8), new(12, 4)], adds: true, Known, Now, Then);

        Assert.Equal(new Restated(100, null, false, 0, CannotRestate.Split), restated);
    }

    [Fact]
    public void Back_to_a_place_that_went_on_is_its_own_value()
    {
        var restated = Restating.Back(4, [4], [new(4, 7)], adds: false, Known, Now, Then);

        Assert.Equal(new Restated(4, 7, false, 0), restated);
    }

    [Fact]
    public void Back_what_does_not_add_up_cannot_be_said()
    {
        var restated = Restating.Back(100, [1, 2, 3], [new(11, 8), new(12, 4)], adds: false, Known, Now, Then);

        Assert.Equal(CannotRestate.DoesNotAdd, restated.Why);
    }

    [Fact]
    public void Back_without_any_value_nothing_is_said_and_with_some_the_missing_are_counted()
    {
        var nothing = Restating.Back(100, [1, 2, 3], [new(4, 7)], adds: true, Known, Now, Then);
        var some = Restating.Back(100, [1, 2, 3], [new(11, 8, Estimate: true)], adds: true, Known, Now, Then);

        Assert.Equal(new Restated(100, null, false, 2, CannotRestate.NothingReported), nothing);
        Assert.Equal(new Restated(100, 8, true, 1), some);
    }

    [Theory]
    [InlineData("2025-01-01", "2025-12-31", 11)]
    [InlineData("2025-01-01", "2025-06-30", 1)]
    [InlineData("2025-07-01", "2025-12-31", 11)]
    [InlineData("2024-01-01", "2024-12-31", 1)]
    [InlineData("2027-01-01", "2027-12-31", 21)]
    public void A_figure_of_a_year_of_succession_belongs_to_the_successor(string first, string last, int expected)
    {
        var day = Restating.DayOf(new Days(DateOnly.Parse(first, null), DateOnly.Parse(last, null)));

        Assert.Equal([expected], Known.HeirsOn(1, day));
    }

    private static PlaceValue Again(Restated place) => new(place.PlaceId, place.Value!.Value, place.Estimate);

    private static IReadOnlyList<Restated> Forward(IEnumerable<PlaceValue> values) => Restating.Forward(values, adds: true, Known, Then, Now);

    private static PlaceSuccession Part(int from, int to, int parts = 1, bool isDefault = false) => new()
    {
        FromId = from,
        ToId = to,
        EffectiveOn = Reform,
        Whole = false,
        IsDefault = isDefault,
        Rule = "remainder",
        Parts = parts,
        PartsRule = PartsRule.EqualParts,
        LegalBasis = "test",
    };
}
