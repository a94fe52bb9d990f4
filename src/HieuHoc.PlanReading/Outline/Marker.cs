namespace HieuHoc.PlanReading.Outline;

/// <summary>How an item is numbered; the order of the kinds is their rank, outermost first.</summary>
public enum MarkerKind
{
    /// <summary>Phụ lục I, behind the signature.</summary>
    Annex,

    /// <summary>Phần I, Chương II.</summary>
    Part,

    /// <summary>A, B.</summary>
    Capital,

    /// <summary>I, II; or a heading of that rank that has no number.</summary>
    Roman,

    /// <summary>Điều 1.</summary>
    Article,

    /// <summary>1, 2.</summary>
    Arabic,

    /// <summary>1.1.</summary>
    Decimal,

    /// <summary>1.1.1.</summary>
    DeepDecimal,

    /// <summary>a), b), đ).</summary>
    Letter,

    /// <summary>(1), (a).</summary>
    Parenthesis,

    Dash,

    Plus,
}

/// <summary>The number or bullet with which an item begins.</summary>
/// <param name="Label">II, 2.1, đ; empty for bullets.</param>
/// <param name="Length">How many characters of the line it takes, with the space after it.</param>
internal readonly record struct Marker(MarkerKind Kind, string Label, int Length)
{
    public bool IsBullet => Kind is MarkerKind.Dash or MarkerKind.Plus;
}
