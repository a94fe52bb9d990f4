using HieuHoc.Figures;
using HieuHoc.Web.Components;

namespace HieuHoc.Tests.Returns;

public sealed class MapScaleTests
{
    [Fact]
    public void A_value_far_beyond_the_widest_class_stands_in_the_last()
    {
        var scale = new MapScale([1, 1_000_000_000_000_000_000]);

        Assert.Equal("map-1", scale.ClassOf(1));
        Assert.Equal("map-5", scale.ClassOf(1_000_000_000_000_000_000));
    }

    [Fact]
    public void Values_fall_into_the_class_between_whose_bounds_they_lie()
    {
        var scale = new MapScale([0, 49]);

        Assert.Equal(["map-1", "map-2", "map-5"], new[] { 9.9m, 10m, 49m }.Select(value => scale.ClassOf(value)));
        Assert.Equal("cannot-say", scale.ClassOf(null));
    }

    [Fact]
    public void What_is_to_be_reached_parts_the_classes_into_two_hues_and_is_a_bound()
    {
        var scale = new MapScale([41, 58, 63, 79], target: 60);

        Assert.Equal([40m, 50m, 60m, 70m, 80m], scale.Bounds);
        Assert.Equal(["low-1", "low-2", "low-2", "map-3", "map-4"], new[] { 41m, 50m, 59.99m, 60m, 79m }.Select(value => scale.ClassOf(value)));
        Assert.Equal("cannot-say", scale.ClassOf(null));
    }

    [Fact]
    public void Where_less_is_better_the_target_itself_is_reached()
    {
        var scale = new MapScale([4, 5, 6, 9], target: 5, Direction.Down);

        Assert.Equal(["map-", "map-", "low-", "low-"], new[] { 4m, 5m, 5.01m, 9m }.Select(value => scale.ClassOf(value)[..4]));
    }

    [Theory]
    [InlineData(18, 38, 60, "low")]
    [InlineData(81, 97, 80, "map")]
    [InlineData(60, 60, 60, "map")]
    public void All_on_one_side_have_one_hue_in_up_to_five_classes(int least, int most, int target, string hue)
    {
        var scale = new MapScale([least, most], target);

        Assert.InRange(scale.Bounds.Count, 2, 6);
        Assert.True(scale.Bounds[0] <= least && scale.Bounds[^1] > most);
        Assert.All(new[] { least, most }, value => Assert.StartsWith(hue, scale.ClassOf(value), StringComparison.Ordinal));
    }

    [Fact]
    public void Nothing_begins_below_nought() => Assert.Equal(0, new MapScale([3, 38], target: 35).Bounds[0]);
}
