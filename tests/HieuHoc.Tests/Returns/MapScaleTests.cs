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
}
