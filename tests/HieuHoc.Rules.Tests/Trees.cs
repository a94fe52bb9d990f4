using FsCheck;
using FsCheck.Fluent;
using HieuHoc.Rules.Tree;

namespace HieuHoc.Rules.Tests;

/// <summary>Generated rules, formulas and facts; few names and small numbers, so that they meet each other often.</summary>
internal static class Trees
{
    public static readonly string[] Names = ["a", "b", "family.registered", "citizen.recognised-80"];

    private static readonly Gen<Number> Leaf = Gen.Frequency(
        (4, Gen.Elements(Names).Select(name => (Number)new Fact(name))),
        (2, Gen.Elements(0m, 1m, 2m, 60m, 0.5m, 89.996m, 7_000_000_000_000_000_000_000_000_000m)
            .Zip(Gen.Elements(true, false), (value, isPercent) => (Number)new Constant(value, isPercent))),
        (1, Gen.Elements(true, false).Select(isYes => (Number)new Answer(isYes))));

    /// <summary>Every kind of number.</summary>
    public static Gen<Number> Numbers { get; } = Sized(size => NumberOf(size, everyFunction: true));

    /// <summary>Every kind of condition.</summary>
    public static Gen<Condition> Conditions { get; } = Sized(size => ConditionOf(size, everyFunction: true));

    /// <summary>Without count, which alone looks at gaps.</summary>
    public static Gen<Condition> ConditionsWithoutCount { get; } = Sized(size => ConditionOf(size, everyFunction: false));

    public static Gen<Number> NumbersWithoutCount { get; } = Sized(size => NumberOf(size, everyFunction: false));

    public static Gen<decimal?> Gap { get; } = Gen.Constant((decimal?)null);

    public static Gen<decimal?> Value { get; } =
        Gen.Elements<decimal?>(0, 1, 2, -1, 60, 0.5m, 89.996m, decimal.MaxValue);

    /// <summary>A number, or none, behind each name.</summary>
    public static Gen<decimal?[]> Facts { get; } = Gen.ArrayOf(Gen.Frequency((1, Gap), (2, Value)), Names.Length);

    public static Gen<decimal?[]> CompleteFacts { get; } = Gen.ArrayOf(Value, Names.Length);

    public static Facts ToFacts(this IEnumerable<decimal?> values) => Given.Facts(Names.Zip(values));

    // The limit of the text is tested elsewhere.
    private static Gen<T> Sized<T>(Func<int, Gen<T>> gen)
        where T : Expression =>
        Gen.Sized(size => gen(Math.Min(size / 8, 8))).Where(tree => tree.Text.Length < 2_000);

    private static Gen<Number> NumberOf(int size, bool everyFunction)
    {
        if (size == 0)
        {
            return Leaf;
        }

        var number = NumberOf(size / 2, everyFunction);
        var numbers = Several(number);
        var condition = ConditionOf(size / 2, everyFunction);

        return Gen.Frequency(
            (2, Leaf),
            (3, ChainOf(number, Operator.Plus, Operator.Minus)),
            (3, ChainOf(number, Operator.Times, Operator.Over)),
            (1, number.Select(operand => (Number)new Negative(operand))),
            (1, numbers.Select(operands => (Number)new Sum(operands))),
            (1, numbers.Select(operands => (Number)new Least(operands))),
            (1, numbers.Select(operands => (Number)new Greatest(operands))),
            (everyFunction ? 1 : 0, numbers.Select(operands => (Number)new Count(operands))),
            (1, number.Zip(number, (part, whole) => (Number)new Share(part, whole))),
            (1, number.Zip(Gen.Choose(0, 10), (operand, places) => (Number)new Rounded(operand, places))),
            (1, from when in condition
                from then in number
                from otherwise in number
                select (Number)new Choice(when, then, otherwise)));
    }

    private static Gen<Number> ChainOf(Gen<Number> number, params Operator[] operators) =>
        from first in number
        from steps in Several(Gen.Elements(operators).Zip(number, (operation, operand) => new Step(operation, operand)))
        select (Number)Chain.Of(first, steps);

    private static Gen<Condition> ConditionOf(int size, bool everyFunction)
    {
        var number = NumberOf(size / 2, everyFunction);
        var comparison =
            from left in number
            from relation in Gen.Elements(Enum.GetValues<Relation>())
            from right in number
            select (Condition)new Comparison(left, relation, right);

        if (size == 0)
        {
            return comparison;
        }

        var condition = ConditionOf(size / 2, everyFunction);
        var pairs = condition.Zip(Several(condition), (first, others) => (IEnumerable<Condition>)[first, .. others]);

        return Gen.Frequency(
            (2, comparison),
            (2, pairs.Select(operands => (Condition)And.Of(operands))),
            (2, pairs.Select(operands => (Condition)Or.Of(operands))),
            (1, condition.Select(operand => (Condition)new Not(operand))));
    }

    private static Gen<Sequence<T>> Several<T>(Gen<T> item) =>
        Gen.Choose(1, 3).SelectMany(count => Gen.ArrayOf(item, count)).Select(items => new Sequence<T>(items));
}
