namespace HieuHoc.Rules.Reading;

/// <summary>Walks over the words of a text.</summary>
internal sealed class Cursor(IReadOnlyList<Token> tokens)
{
    private int next;

    public Token Current => tokens[next];

    public bool AtEnd => Current.Kind is TokenKind.End;

    /// <summary>Where the last word taken ends.</summary>
    public int End => tokens[next - 1].End;

    public Token Take() => tokens[next++];

    public bool TryTake(string text)
    {
        if (!Current.Is(text))
        {
            return false;
        }

        next++;

        return true;
    }

    public void Expect(string text)
    {
        if (!TryTake(text))
        {
            throw Unexpected();
        }
    }

    public RuleException Unexpected() => AtEnd ? Refuse.Unfinished(Current) : Refuse.Unexpected(Current);
}
