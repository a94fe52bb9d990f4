using HieuHoc.PlanReading.Words;

namespace HieuHoc.PlanReading.Text;

/// <summary>A word that was put back: where it stands, what stands there, and what was read.</summary>
internal sealed record Restored(SourceSpan Span, string Found, string Read);

/// <summary>
/// Puts letters back that were lost in scanning ("Mc tiêu c th", "Chính phvề"), where a phrase of official Vietnamese
/// leaves no doubt: one of its words stands as it should, the others lack one letter each, or the space after it too.
/// </summary>
internal static class LostLetters
{
    private static readonly ILookup<string, (Phrase Phrase, int Place)> ByWord = Index();

    public static (MappedText Text, IReadOnlyList<Restored> Restored) PutBack(MappedText text)
    {
        var tokens = Tokens.Of(text);
        var isCapitals = Fold.IsCapitals(text.Text);
        var damaged = new List<(int Token, string Words)>();

        for (var last = tokens.Count; last > 0; last--)
        {
            if (BestEndingAt(tokens, last, isCapitals) is { } found)
            {
                damaged.AddRange(found.Damaged.Reverse());
                last = found.First + 1;
            }
        }

        if (damaged.Count == 0)
        {
            return (text, []);
        }

        damaged.Reverse();
        var parts = damaged.Select(entry => (tokens[entry.Token].Start, tokens[entry.Token].Text.Length, By: Cased(tokens[entry.Token], entry.Words, isCapitals))).ToList();

        return (text.Replace(parts), [.. parts.Select(part => new Restored(text.SpanOf(part.Start, part.Length), text.Text.Substring(part.Start, part.Length), part.By))]);
    }

    private static string Cased(Token token, string words, bool isCapitals) =>
        isCapitals ? words.ToUpperInvariant() : token.BeginsWithCapital ? char.ToUpperInvariant(words[0]) + words[1..] : words;

    private static Alignment? BestEndingAt(Tokens tokens, int last, bool isCapitals)
    {
        Alignment? best = null;

        for (var anchor = last - 1; anchor >= Math.Max(0, last - Phrase.Longest); anchor--)
        {
            foreach (var (phrase, place) in ByWord[tokens[anchor].Folded])
            {
                // Two of its words may have grown together before the one that stands as it should.
                for (var first = Math.Max(0, anchor - place); first <= anchor && first <= anchor - place + 1; first++)
                {
                    if (Alignment.Of(tokens, first, last, phrase, isCapitals) is { } found && (best is null || found.Exact > best.Exact))
                    {
                        best = found;
                    }
                }
            }
        }

        return best;
    }

    private static ILookup<string, (Phrase Phrase, int Place)> Index() =>
        WordLists.Phrases.Select(Phrase.Of)
            .SelectMany(phrase => phrase.Folded.Select((word, place) => (Word: word, Phrase: phrase, Place: place)))
            .ToLookup(entry => entry.Word, entry => (entry.Phrase, entry.Place));
}
