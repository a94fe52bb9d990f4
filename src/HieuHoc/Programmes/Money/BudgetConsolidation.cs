namespace HieuHoc.Programmes.Money;

/// <summary>One agency or commune of a round, with what it asks for once it has sent.</summary>
/// <param name="Reason">Why it was given back; empty where it was not.</param>
/// <param name="Lines">Empty where it is not sent.</param>
public sealed record BudgetUnit(int Subject, string Name, BudgetRequestState State, DateTime? SentAt, string Reason, IReadOnlyList<BudgetLine> Lines)
{
    /// <summary>What it asks for from a source.</summary>
    public long Of(MoneySource source) => Lines.Where(line => line.Source == source).Sum(line => line.Amount);

    /// <summary>What it asks for in all.</summary>
    public long Total => Lines.Sum(line => line.Amount);
}

/// <summary>What a round asks for, by unit and source: what the finance department gets.</summary>
/// <param name="Units">Everyone that is asked or has stated, agencies before communes.</param>
public sealed record BudgetConsolidation(BudgetRound Round, IReadOnlyList<BudgetUnit> Units)
{
    /// <summary>Those that have sent.</summary>
    public IReadOnlyList<BudgetUnit> Sent { get; } = [.. Units.Where(unit => unit.State is BudgetRequestState.Sent)];

    public long Of(MoneySource source) => Sent.Sum(unit => unit.Of(source));

    public long Total => Sent.Sum(unit => unit.Total);
}
