using HieuHoc.PlanReading.Text;

namespace HieuHoc.PlanReading.Content.Targets;

/// <summary>"70% (vùng đặc biệt khó khăn là 50%) người dân …": the value of an area stands in parentheses beside that for all.</summary>
/// <param name="At">Where the parentheses stood in the text without them.</param>
internal sealed record AreaBracket(int At, string Area, Anchor Anchor, TargetQualifier Qualifier, string Words, SourceSpan Span)
{
    /// <summary>The text without such parentheses, and what they say.</summary>
    public static (MappedText Text, IReadOnlyList<AreaBracket> Brackets) TakeOut(MappedText text)
    {
        var tokens = Tokens.Of(text);
        var brackets = new List<AreaBracket>();
        var cut = new List<(int Start, int Length, string By)>();

        for (var open = 1; open < tokens.Count; open++)
        {
            var close = tokens.ClosedAt(open);

            if (!tokens.Is(open, "(") || !tokens.Is(close, ")") || In(text.Slice(tokens[open].End, tokens[close].Start - tokens[open].End)) is not { Count: > 0 } found)
            {
                continue;
            }

            var start = tokens[open - 1].End;
            brackets.AddRange(found.Select(bracket => bracket with { At = start - cut.Sum(part => part.Length) }));
            cut.Add((start, tokens[close].End - start, ""));
            open = close;
        }

        return cut.Count == 0 ? (text, []) : (text.Replace(cut), brackets);
    }

    /// <summary>Each area with its value; nothing where the words speak of anybody else.</summary>
    private static List<AreaBracket> In(MappedText inside)
    {
        var tokens = Tokens.Of(inside);
        var found = new List<AreaBracket>();

        foreach (var (from, to) in Sentences.Parts(tokens, 0, tokens.Count))
        {
            var claims = ClaimReader.Read(tokens, from, to, AnchorReader.Read(tokens, from, to));

            foreach (var (claim, subject) in claims.Zip(Subjects.Of(tokens, claims)))
            {
                if (Areas.Alone(subject) is not { } area)
                {
                    return [];
                }

                found.Add(new(0, area, claim.Anchor, Qualifiers.Of(tokens, claim.Anchor, claim.Lead, claim.End, strives: false), inside.Text, inside.Span));
            }
        }

        return found;
    }
}
