using FsCheck.Fluent;
using HieuHoc.Places;
using HieuHoc.Tests.Figures;

namespace HieuHoc.Tests.Places;

public sealed class ApportionTests
{
    [Theory]
    [InlineData(10, new[] { 1, 1, 1 }, new long[] { 4, 3, 3 })]
    [InlineData(11, new[] { 1, 1, 1 }, new long[] { 4, 4, 3 })]
    [InlineData(-10, new[] { 1, 1, 1 }, new long[] { -4, -3, -3 })]
    [InlineData(7, new[] { 0, 1, 0 }, new long[] { 0, 7, 0 })]
    [InlineData(100, new[] { 602, 398 }, new long[] { 60, 40 })]
    [InlineData(3, new[] { 1, 5 }, new long[] { 1, 2 })]
    [InlineData(0, new[] { 2, 3 }, new long[] { 0, 0 })]
    [InlineData(long.MaxValue, new[] { int.MaxValue, int.MaxValue }, new[] { (long.MaxValue / 2) + 1, long.MaxValue / 2 })]
    public void The_largest_remainder_gets_what_is_left(long value, int[] parts, long[] expected)
    {
        var pieces = Apportion.ByLargestRemainder(value, parts);

        Assert.Equal(expected, pieces);
    }

    [Fact]
    public void Nothing_is_lost_and_nobody_is_one_away_from_the_exact_share() => Always.Holds(
        from value in Gen.Choose(-1_000_000, 1_000_000)
        from parts in Gen.Choose(0, 50).NonEmptyListOf().Where(parts => parts.Any(part => part > 0))
        select (Value: (long)value, Parts: parts.ToList()),
        given =>
        {
            var pieces = Apportion.ByLargestRemainder(given.Value, given.Parts);
            var sum = given.Parts.Sum();

            return pieces.Sum() == given.Value
                && pieces.Zip(given.Parts).All(pair => Math.Abs(pair.First - ((double)given.Value * pair.Second / sum)) < 1);
        },
        cases: 300);

    [Theory]
    [InlineData(new int[0])]
    [InlineData(new[] { 0, 0 })]
    [InlineData(new[] { 2, -1 })]
    public void Without_anybody_who_has_a_part_nothing_can_be_divided(int[] parts) =>
        Assert.Throws<ArgumentException>(() => Apportion.ByLargestRemainder(1, parts));
}
