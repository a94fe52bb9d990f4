namespace HieuHoc.PlanReading.Text;

internal enum TokenKind
{
    Word,
    Number,
    Percent,

    /// <summary>Any other sign.</summary>
    Sign,
}

/// <summary>A word, a number or a sign.</summary>
/// <param name="Folded">As it is compared.</param>
/// <param name="Depth">In how many parentheses and quotation marks it stands; 0: in none.</param>
internal sealed record Token(TokenKind Kind, string Text, string Folded, int Start, int Depth)
{
    public int End => Start + Text.Length;

    public bool Is(string word) => Folded == word;

    public bool BeginsWithCapital => char.IsUpper(Text[0]);
}
