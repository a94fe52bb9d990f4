using HieuHoc.PlanReading.Text;

namespace HieuHoc.PlanReading.Content.Targets;

/// <summary>Says of what was read around a value what is uncertain.</summary>
internal sealed class ClaimDoubts(Doubts doubts)
{
    /// <param name="area">The kind of area that the value is for; null: for all.</param>
    public void Of(Tokens tokens, IReadOnlyList<Claim> claims, int k, string subject, string? area, SourceSpan span)
    {
        var claim = claims[k];

        if (HasDamage(subject))
        {
            doubts.Add(DoubtKind.LettersLost, subject, span);
        }

        if (claim.Anchor.Growth is not null)
        {
            doubts.Add(DoubtKind.Growth, tokens.Between(claim.Lead, claim.End).Text, span);
        }

        if (claim.Anchor.IsRange)
        {
            doubts.Add(DoubtKind.RangeOfValues, tokens.Between(claim.Anchor.At, claim.Anchor.End).Text, span);
        }

        // The value of an area stands beside that for all, and is no share of it.
        if (k > 0 && area is null && claim.Anchor.Kind is TargetKind.Percent && tokens.Has(TargetWords.ShareOf, claim.Lead, claim.Anchor.At))
        {
            doubts.Add(DoubtKind.ShareInsideShare, tokens.Between(claims[k - 1].Anchor.At, claim.End).Text, span);
        }
    }

    /// <summary>"90% cán bộ (trong đó 30% là nữ)": a share in parentheses that is no area's is not read.</summary>
    public void OfParentheses(Tokens tokens)
    {
        for (var open = 0; open < tokens.Count; open++)
        {
            var close = tokens.ClosedAt(open);

            if (tokens[open].Depth == 0 && tokens.Is(open, "(") && !AnchorReader.IsGrowth(tokens, open, close) && Enumerable.Range(open, close - open).Any(i => tokens.Is(i, TokenKind.Percent)))
            {
                var words = tokens.Between(open + 1, close);
                doubts.Add(DoubtKind.ValueNotRead, words.Text, words.Span);
            }
        }
    }

    /// <summary>A small word without a vowel has lost one that no phrase put back.</summary>
    private static bool HasDamage(string subject) =>
        subject.Split(' ').Any(word => word.All(letter => char.IsLower(letter)) && word.Length > 0 && !Syllable.HasVowel(word));
}
