namespace HieuHoc.Rules.Reading;

/// <summary>A word, number or sign of the text, in its one spelling (<c>≥</c> and <c>&gt;=</c> are the same), and where it stands.</summary>
internal readonly record struct Token(TokenKind Kind, string Text, int Position, int Length)
{
    public int End => Position + Length;

    public bool Is(string text) => Text == text;
}

internal enum TokenKind
{
    Number,
    Name,
    Sign,
    End,
}
