namespace HieuHoc.PlanReading.Text;

/// <summary>A text cut into words, numbers and signs; the readers of contents look at these, never at characters.</summary>
internal sealed class Tokens
{
    private const string Opening = "(“«[\"";

    private const string Closing = ")”»]\"";

    private readonly IReadOnlyList<Token> tokens;

    private Tokens(MappedText text, IReadOnlyList<Token> tokens)
    {
        Text = text;
        this.tokens = tokens;
    }

    public MappedText Text { get; }

    public int Count => tokens.Count;

    public Token this[int i] => tokens[i];

    public static Tokens Of(MappedText text) => new(text, [.. Cut(text.Text)]);

    public bool Is(int i, string word) => i >= 0 && i < Count && tokens[i].Is(word);

    public bool Is(int i, TokenKind kind) => i >= 0 && i < Count && tokens[i].Kind == kind;

    /// <summary>The text from one token up to another, which is left out, without signs at its ends.</summary>
    public MappedText Between(int from, int to)
    {
        while (from < to && IsLoose(from))
        {
            from++;
        }

        while (to > from && IsLoose(to - 1))
        {
            to--;
        }

        return from < to ? Text.Slice(tokens[from].Start, tokens[to - 1].End - tokens[from].Start) : MappedText.Empty;
    }

    /// <summary>Where the sign stands that closes what is opened here.</summary>
    public int ClosedAt(int open)
    {
        var end = open + 1;

        while (end < Count && tokens[end].Depth > tokens[open].Depth)
        {
            end++;
        }

        return end;
    }

    /// <summary>The first place from here on, outside parentheses and quotation marks, where one of the phrases stands; or the end.</summary>
    public int Find(PhraseSet phrases, int from, int to)
    {
        for (var i = from; i < to; i++)
        {
            if (tokens[i].Depth == 0 && phrases.LengthAt(this, i) > 0)
            {
                return i;
            }
        }

        return to;
    }

    public bool Has(PhraseSet phrases, int from, int to) => Find(phrases, from, to) < to;

    private bool IsLoose(int i) => tokens[i].Kind is TokenKind.Sign && ",;:.-–".Contains(tokens[i].Text, StringComparison.Ordinal);

    private static IEnumerable<Token> Cut(string text)
    {
        var folded = Fold.Of(text);
        var enclosing = Pairs(text);
        var depth = 0;

        for (var at = 0; at < text.Length;)
        {
            if (char.IsWhiteSpace(text[at]))
            {
                at++;
                continue;
            }

            var (kind, length) = Next(text, at);
            depth -= enclosing.GetValueOrDefault(at) < 0 ? 1 : 0;

            yield return new(kind, text.Substring(at, length), folded.Substring(at, length), at, depth);

            depth += enclosing.GetValueOrDefault(at) > 0 ? 1 : 0;
            at += length;
        }
    }

    /// <summary>The signs that open (1) and close (-1). What is opened and never closed encloses nothing: a lost sign must not hide the rest.</summary>
    private static Dictionary<int, int> Pairs(string text)
    {
        var pairs = new Dictionary<int, int>();
        var open = new Stack<(int At, char Closing)>();
        var waiting = new Dictionary<char, int>();

        for (var at = 0; at < text.Length; at++)
        {
            if (waiting.GetValueOrDefault(text[at]) > 0)
            {
                while (open.Pop() is var sign)
                {
                    waiting[sign.Closing]--;

                    if (sign.Closing == text[at])
                    {
                        (pairs[sign.At], pairs[at]) = (1, -1);
                        break;
                    }
                }
            }
            else if (Opening.IndexOf(text[at], StringComparison.Ordinal) is var kind and >= 0)
            {
                open.Push((at, Closing[kind]));
                waiting[Closing[kind]] = waiting.GetValueOrDefault(Closing[kind]) + 1;
            }
        }

        return pairs;
    }

    private static (TokenKind Kind, int Length) Next(string text, int at)
    {
        if (char.IsAsciiDigit(text[at]))
        {
            return (TokenKind.Number, LengthOfNumber(text, at));
        }

        if (char.IsLetter(text[at]))
        {
            var end = at + 1;

            while (end < text.Length && char.IsLetterOrDigit(text[end]))
            {
                end++;
            }

            return (TokenKind.Word, end - at);
        }

        return (text[at] == '%' ? TokenKind.Percent : TokenKind.Sign, 1);
    }

    /// <summary>Digits with points and commas between them: 1.500, 98,5.</summary>
    private static int LengthOfNumber(string text, int at)
    {
        var end = at + 1;

        while (end < text.Length && (char.IsAsciiDigit(text[end]) || IsInside(text, end)))
        {
            end++;
        }

        return end - at;
    }

    private static bool IsInside(string text, int at) =>
        text[at] is '.' or ',' && at + 1 < text.Length && char.IsAsciiDigit(text[at + 1]);
}
