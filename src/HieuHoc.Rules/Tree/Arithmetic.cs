namespace HieuHoc.Rules.Tree;

/// <summary>A run of operators of one rank, worked from left to right: <c>a + b - c</c>, or <c>a * b / c</c>.</summary>
internal sealed record Chain : Number
{
    private Chain(Number first, Sequence<Step> steps, Binding binding)
        : base(
            first.Beside(binding) + string.Concat(steps.Select(step => step.Text)),
            binding,
            [first, .. steps.Select(step => step.Operand)])
    {
        First = first;
        Steps = steps;
    }

    public Number First { get; }

    public Sequence<Step> Steps { get; }

    /// <summary>Takes a leading run of the same rank apart: (a + b) - c and a + b - c are one thing, so they get one text.</summary>
    public static Chain Of(Number first, IReadOnlyList<Step> steps)
    {
        var binding = steps[0].Operator.Binding;

        return first is Chain chain && chain.Binding == binding
            ? new(chain.First, [.. chain.Steps, .. steps], binding)
            : new(first, [.. steps], binding);
    }

    public override decimal? Evaluate(IFacts facts)
    {
        var result = First.Evaluate(facts);

        foreach (var step in Steps)
        {
            result = step.Operator.Apply(result, step.Operand.Evaluate(facts));
        }

        return result;
    }
}

/// <summary>One operator of a run with what stands right of it.</summary>
internal sealed record Step(Operator Operator, Number Operand)
{
    public string Text => $" {Operator.Symbol} {Operand.Beside(Operator.Binding + 1)}";
}

/// <summary>A number with its sign turned round.</summary>
internal sealed record Negative(Number Operand)
    : Number($"-{Operand.Beside(Binding.Sign)}", Binding.Sign, [Operand])
{
    public override decimal? Evaluate(IFacts facts) => -Operand.Evaluate(facts);
}
