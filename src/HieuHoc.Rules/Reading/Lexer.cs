using System.Text.RegularExpressions;

namespace HieuHoc.Rules.Reading;

/// <summary>Cuts a text into words, numbers and signs.</summary>
internal static partial class Lexer
{
    private static readonly Dictionary<string, string> OneSpelling = new()
    {
        ["−"] = "-",
        ["×"] = "*",
        ["÷"] = "/",
        ["≤"] = "<=",
        ["≥"] = ">=",
        ["≠"] = "<>",
    };

    public static IReadOnlyList<Token> Read(string text)
    {
        var tokens = new List<Token>();
        var position = SkipSpace(text, 0);

        while (position < text.Length)
        {
            var token = ReadToken(text, position);
            tokens.Add(token);
            position = SkipSpace(text, token.End);
        }

        return [.. tokens, new Token(TokenKind.End, "", text.Length, 0)];
    }

    private static int SkipSpace(string text, int position)
    {
        while (position < text.Length && char.IsWhiteSpace(text[position]))
        {
            position++;
        }

        return position;
    }

    private static Token ReadToken(string text, int position)
    {
        var match = Words().Match(text, position);

        if (!match.Success)
        {
            throw Refuse.Unexpected(StrangeCharacter(text, position));
        }

        var kind = match.Groups["number"].Success ? TokenKind.Number
            : match.Groups["name"].Success ? TokenKind.Name
            : TokenKind.Sign;

        return new(kind, OneSpelling.GetValueOrDefault(match.Value, match.Value), position, match.Length);
    }

    // A character outside the basic plane is two chars; half of one would not survive being shown or stored.
    private static Token StrangeCharacter(string text, int position)
    {
        var length = char.IsSurrogatePair(text, position) ? 2 : 1;

        return new(TokenKind.Sign, text.Substring(position, length), position, length);
    }

    // A hyphen belongs to a name only between letters and digits; anywhere else it is a minus.
    [GeneratedRegex(
        """
        \G(?:
          (?<number> [0-9]+ (?:\.[0-9]+)? )
        | (?<name>   [A-Za-z][A-Za-z0-9]* (?:-[A-Za-z0-9]+)* (?:\.[A-Za-z][A-Za-z0-9]* (?:-[A-Za-z0-9]+)*)* (?:~[A-Za-z][A-Za-z0-9]*)? )
        | <=|>=|<>|[-+*/=<>(),%−×÷≤≥≠]
        )
        """,
        RegexOptions.IgnorePatternWhitespace | RegexOptions.ExplicitCapture | RegexOptions.CultureInvariant)]
    private static partial Regex Words();
}
