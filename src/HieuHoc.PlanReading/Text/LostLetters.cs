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
        var restored = new List<Restored>();
        var tokens = Tokens.Of(text);

        // From the end, so that what stands before keeps its place.
        for (var last = tokens.Count; last > 0; last--)
        {
            if (BestEndingAt(tokens, last) is { } found)
            {
                (text, last) = (PutIn(text, tokens, found, restored), found.First + 1);
            }
        }

        restored.Reverse();

        return (text, restored);
    }

    private static Alignment? BestEndingAt(Tokens tokens, int last)
    {
        Alignment? best = null;

        for (var anchor = last - 1; anchor >= Math.Max(0, last - Phrase.Longest); anchor--)
        {
            foreach (var (phrase, place) in ByWord[tokens[anchor].Folded])
            {
                // Two of its words may have grown together before the one that stands as it should.
                for (var first = Math.Max(0, anchor - place); first <= anchor && first <= anchor - place + 1; first++)
                {
                    if (Alignment.Of(tokens, first, last, phrase) is { } found && (best is null || found.Exact > best.Exact))
                    {
                        best = found;
                    }
                }
            }
        }

        return best;
    }

    private static MappedText PutIn(MappedText text, Tokens tokens, Alignment found, List<Restored> restored)
    {
        foreach (var (i, words) in found.Damaged.Reverse())
        {
            var token = tokens[i];
            var read = Fold.IsCapitals(tokens.Text.Text) ? words.ToUpperInvariant() : token.BeginsWithCapital ? char.ToUpperInvariant(words[0]) + words[1..] : words;
            restored.Add(new(text.SpanOf(token.Start, token.Text.Length), token.Text, read));
            text = text.Replace(token.Start, token.Text.Length, read);
        }

        return text;
    }

    private static ILookup<string, (Phrase Phrase, int Place)> Index() =>
        WordLists.Phrases.Select(Phrase.Of)
            .SelectMany(phrase => phrase.Folded.Select((word, place) => (Word: word, Phrase: phrase, Place: place)))
            .ToLookup(entry => entry.Word, entry => (entry.Phrase, entry.Place));
}
