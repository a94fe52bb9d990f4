using HieuHoc.Rules;

namespace HieuHoc.Returns;

/// <summary>Something in the answers that is to be mended, or to be explained.</summary>
/// <param name="Code">The check, or the comparison, that found it.</param>
/// <param name="Cells">The cells on which it hangs; it is said beside the first.</param>
public abstract record Finding(string Code, FindingWeight Weight, IReadOnlyList<string> Cells)
{
    /// <summary>The cell beside which it is said.</summary>
    public string Cell => Cells[0];
}

/// <summary>A rule of the form that the answers do not satisfy.</summary>
public sealed record BrokenCheck(FormCheck Check, Explanation Explanation) : Finding(Check.Code, Check.Weight, Check.Cells);

/// <summary>A figure that a comparison of the form finds odd.</summary>
public abstract record OddFigure(FormComparison Comparison, string At)
    : Finding(Comparison.Code, FindingWeight.Soft, Comparison.CellsOf(At)!); // at one of its own cells

/// <summary>Far more, or far fewer, than a year before.</summary>
public sealed record Jumped(FormComparison Comparison, string At, int Year, decimal Before, decimal Now) : OddFigure(Comparison, At);

/// <summary>As many cells as were answered say what they said a year before.</summary>
public sealed record Copied(FormComparison Comparison, string At, int Year, int Count) : OddFigure(Comparison, At);

/// <summary>A part is all of its whole.</summary>
public sealed record WholeReached(FormComparison Comparison, string At, decimal Value) : OddFigure(Comparison, At);

/// <summary>A number of one digit, again and again.</summary>
public sealed record SameDigits(FormComparison Comparison, string At, decimal Value) : OddFigure(Comparison, At);

/// <summary>A share far from that of the communes alike.</summary>
/// <param name="Low">The lower quartile of theirs.</param>
/// <param name="High">The upper one.</param>
/// <param name="Places">How many there are.</param>
public sealed record FarAway(FormComparison Comparison, string At, decimal Share, decimal Low, decimal High, int Places) : OddFigure(Comparison, At);
