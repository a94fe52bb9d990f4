namespace HieuHoc.Rules.Tree;

/// <summary>Met when all are; one that is not met settles it, whatever is missing elsewhere.</summary>
internal sealed record And : Condition
{
    private And(Sequence<Condition> operands)
        : base(operands.Joined(" and ", Binding.Not), Binding.And, operands) => Operands = operands;

    public Sequence<Condition> Operands { get; }

    /// <summary>Takes inner groups apart: grouping does not change what "and" says, so one list gets one text.</summary>
    public static And Of(params IEnumerable<Condition> operands) =>
        new([.. operands.SelectMany(operand => operand is And and ? and.Operands : [operand])]);

    public override Verdict Judge(IFacts facts) => Operands.Settle(facts, by: Verdict.NotMet, otherwise: Verdict.Met);
}

/// <summary>Met when any is; one that is met settles it, whatever is missing elsewhere.</summary>
internal sealed record Or : Condition
{
    private Or(Sequence<Condition> operands)
        : base(operands.Joined(" or ", Binding.And), Binding.Or, operands) => Operands = operands;

    public Sequence<Condition> Operands { get; }

    /// <summary>Takes inner groups apart, as for "and".</summary>
    public static Or Of(params IEnumerable<Condition> operands) =>
        new([.. operands.SelectMany(operand => operand is Or or ? or.Operands : [operand])]);

    public override Verdict Judge(IFacts facts) => Operands.Settle(facts, by: Verdict.Met, otherwise: Verdict.NotMet);
}

/// <summary>The other verdict; what cannot be said stays so.</summary>
internal sealed record Not(Condition Operand)
    : Condition($"not {Operand.Beside(Binding.Not)}", Binding.Not, [Operand])
{
    public override Verdict Judge(IFacts facts) => Operand.Judge(facts) switch
    {
        Verdict.Met => Verdict.NotMet,
        Verdict.NotMet => Verdict.Met,
        Verdict.CannotSay => Verdict.CannotSay,
    };
}

/// <summary>Kleene's logic of three values, in which "and" and "or" are mirror images.</summary>
internal static class Kleene
{
    public static string Joined(this Sequence<Condition> operands, string word, Binding neighbour) =>
        string.Join(word, operands.Select(operand => operand.Beside(neighbour)));

    public static Verdict Settle(this Sequence<Condition> operands, IFacts facts, Verdict by, Verdict otherwise)
    {
        var verdict = otherwise;

        foreach (var operand in operands)
        {
            var judged = operand.Judge(facts);

            if (judged == by)
            {
                return by;
            }

            verdict = judged is Verdict.CannotSay ? judged : verdict;
        }

        return verdict;
    }
}
