using HieuHoc.Places;

namespace HieuHoc.Tests.Places;

/// <summary>
/// A small history: the provinces 2 and 3 were merged into 4 of country 1; their communes 20, 21 and 30 became 40 and 41;
/// 20 was split; district 22 ended without a successor; commune 10 had become 20 earlier; commune 42 was never touched.
/// </summary>
public sealed class ReachTests
{
    private static readonly (int Place, int Parent)[] Parents =
        [(2, 1), (3, 1), (4, 1), (10, 2), (20, 2), (21, 2), (22, 2), (30, 3), (40, 4), (41, 4), (42, 4)];

    private static readonly (int From, int To)[] Successions =
        [(2, 4), (3, 4), (10, 20), (20, 40), (20, 41), (21, 40), (30, 41)];

    [Theory]
    [InlineData(1, new[] { 1 }, "the country")]
    [InlineData(4, new[] { 1, 4 }, "a province of today")]
    [InlineData(42, new[] { 1, 4, 42 }, "a commune that goes on, in the merged province")]
    [InlineData(3, new[] { 1, 3, 4 }, "a merged province")]
    [InlineData(21, new[] { 1, 4, 21, 40 }, "a merged commune")]
    [InlineData(20, new[] { 1, 4, 20, 40, 41 }, "a split commune: every successor may read it")]
    [InlineData(10, new[] { 1, 4, 10, 20, 40, 41 }, "a chain of two successions")]
    [InlineData(22, new[] { 1, 2, 4, 22 }, "a district without a successor: through the province it belonged to")]
    public void A_place_is_reached_by_all_above_it_and_by_those_above_its_successors(int place, int[] expected, string why)
    {
        var places = Parents.Select(pair => pair.Place).Append(1);

        var reached = Reach.Of(places, Parents, Successions).Where(reach => reach.PlaceId == place).Select(reach => reach.AncestorId);

        Assert.True(expected.SequenceEqual(reached), why);
    }

    [Fact]
    public void Rows_come_in_the_order_of_their_key()
    {
        var rows = Reach.Of([42, 4, 1], Parents, Successions).Select(reach => (reach.PlaceId, reach.AncestorId));

        Assert.Equal([(1, 1), (4, 1), (4, 4), (42, 1), (42, 4), (42, 42)], rows);
    }

    [Fact]
    public void A_circle_of_successions_ends()
    {
        var rows = Reach.Of([5, 6], [], [(5, 6), (6, 5)]).Select(reach => (reach.PlaceId, reach.AncestorId));

        Assert.Equal([(5, 5), (5, 6), (6, 5), (6, 6)], rows);
    }
}
