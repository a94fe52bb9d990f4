using System.Text.Json;
using HieuHoc.Platform;

namespace HieuHoc.Programmes.Money;

/// <summary>One line of a budget request: what for, from which source, how much, and why so much.</summary>
/// <param name="Amount">In đồng.</param>
/// <param name="Basis">Empty where nothing is said.</param>
public sealed record BudgetLine(string What, MoneySource Source, long Amount, string Basis)
{
    /// <summary>As lines are stored.</summary>
    public static IReadOnlyList<BudgetLine> Parse(string stored) => JsonSerializer.Deserialize<IReadOnlyList<BudgetLine>>(stored, Json.Compact)!; // we wrote it

    /// <inheritdoc cref="Parse"/>
    public static string ToJson(IReadOnlyList<BudgetLine> lines) => JsonSerializer.Serialize(lines, Json.Compact);
}

/// <summary>A line as it was typed.</summary>
/// <param name="Amount">Null where what was typed is no amount.</param>
public sealed record TypedBudgetLine(string? What, MoneySource Source, long? Amount, string? Basis)
{
    /// <summary>The most lines that one request has.</summary>
    public const int MostLines = 50;

    /// <summary>The letters that a field takes.</summary>
    public const int LongestText = 500;

    /// <summary>The line as it is kept, or why it cannot be.</summary>
    /// <param name="number">Its place in the list, from 1.</param>
    public Outcome<BudgetLine> Read(int number)
    {
        var (what, basis) = (TypedText.Line(What), TypedText.Line(Basis));

        if (what.Length == 0)
        {
            return new BudgetLineUnnamed(number);
        }

        if (Math.Max(what.Length, basis.Length) > LongestText)
        {
            return new BudgetLineTooLong(number, LongestText);
        }

        return Amount is { } amount && MoneyAmount.IsOne(amount) ? new BudgetLine(what, Source, amount, basis) : new BudgetAmountUnfit(number, MoneyAmount.Most);
    }
}
