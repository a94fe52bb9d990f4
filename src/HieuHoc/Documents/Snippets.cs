namespace HieuHoc.Documents;

/// <summary>A piece of a text, and whether it is what was looked for.</summary>
public readonly record struct MarkedText(string Text, bool Found);

/// <summary>Where in a text the words stand that somebody looked for.</summary>
public static class Snippets
{
    /// <summary>Words that a snippet has at most.</summary>
    private const int Most = 30;

    /// <summary>Words that it shows before the first one found.</summary>
    private const int Before = 4;

    /// <summary>The whole text, the words marked in it.</summary>
    public static IReadOnlyList<MarkedText> Marked(string text, IReadOnlyList<string> words) => Pieces(text, 0, text.Length, HitsIn(text, words).Hits);

    /// <summary>
    /// The part of a text where most of the words stand, in their order if possible, the first of several such; empty where none
    /// does.
    /// </summary>
    public static IReadOnlyList<MarkedText> Best(string text, IReadOnlyList<string> words)
    {
        var (all, hits) = HitsIn(text, words);

        if (hits.Count == 0)
        {
            return [];
        }

        var first = hits[BestStart(hits, words.Count)].Index;
        var (from, to) = (Math.Max(0, first - Before), Math.Min(all.Count - 1, first - Before + Most));
        var pieces = Pieces(text, all[from].Start, all[to].End, hits);

        return
        [
            .. from == 0 ? [] : new[] { new MarkedText("… ", false) },
            .. pieces,
            .. to == all.Count - 1 ? [] : new[] { new MarkedText(" …", false) },
        ];
    }

    private static int BestStart(List<Hit> hits, int words)
    {
        var (best, most) = (0, 0);
        // Every word, each behind the one before it: there is nothing better to look for.
        var perfect = (2 * words) - 1;

        for (var i = 0; i < hits.Count && most < perfect; i++)
        {
            var score = Score(hits, i);

            if (score > most)
            {
                (best, most) = (i, score);
            }
        }

        return best;
    }

    /// <summary>How many different words stand in the part that begins with a hit, and how many follow one another as they were typed.</summary>
    private static int Score(List<Hit> hits, int start)
    {
        var (seen, following) = (0L, 0L);

        for (var i = start; i < hits.Count && hits[i].Index - hits[start].Index < Most - Before; i++)
        {
            seen |= 1L << hits[i].Word;
            following |= i > start && hits[i].Index == hits[i - 1].Index + 1 && hits[i].Word == hits[i - 1].Word + 1 ? 1L << hits[i].Word : 0;
        }

        return System.Numerics.BitOperations.PopCount((ulong)seen) + System.Numerics.BitOperations.PopCount((ulong)following);
    }

    private static (List<FoldedWord> All, List<Hit> Hits) HitsIn(string text, IReadOnlyList<string> words)
    {
        var (all, hits) = (new List<FoldedWord>(), new List<Hit>());
        Span<char> buffer = stackalloc char[FoldedWords.Longest];

        for (var at = 0; FoldedWords.Next(text, ref at, buffer) is { Length: > 0 } word; all.Add(word))
        {
            for (var i = 0; i < words.Count; i++)
            {
                if (buffer[..word.Length].SequenceEqual(words[i]))
                {
                    hits.Add(new Hit(all.Count, i, word.Start, word.End));
                }
            }
        }

        return (all, hits);
    }

    private static IReadOnlyList<MarkedText> Pieces(string text, int from, int to, IEnumerable<Hit> hits)
    {
        var (pieces, at) = (new List<MarkedText>(), from);

        foreach (var hit in hits.Where(hit => hit.Start >= from && hit.End <= to))
        {
            pieces.Add(new MarkedText(text[at..hit.Start], false));
            pieces.Add(new MarkedText(text[hit.Start..hit.End], true));
            at = hit.End;
        }

        pieces.Add(new MarkedText(text[at..to], false));

        return [.. pieces.Where(piece => piece.Text.Length > 0)];
    }

    /// <summary>A word that was looked for: the how manieth of the text it is, which of those looked for, and where it stands.</summary>
    private readonly record struct Hit(int Index, int Word, int Start, int End);
}
