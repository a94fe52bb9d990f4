namespace HieuHoc.PlanReading.Text;

/// <summary>Phrases of the field that are looked up among the words of a text; where two fit, the longer one counts.</summary>
internal sealed class PhraseSet
{
    private readonly Dictionary<string, List<string[]>> byFirstWord = [];

    private readonly List<string> phrases = [];

    public PhraseSet(IEnumerable<string> phrases)
    {
        foreach (var phrase in phrases.Select(Fold.Of).OrderByDescending(phrase => phrase.Length))
        {
            // A sign is a word of its own, as it is among the tokens.
            var words = phrase.Replace(",", " ,", StringComparison.Ordinal).Replace(":", " :", StringComparison.Ordinal).Split(' ', StringSplitOptions.RemoveEmptyEntries);
            this.phrases.Add(phrase);

            if (!byFirstWord.TryAdd(words[0], [words]))
            {
                byFirstWord[words[0]].Add(words);
            }
        }
    }

    /// <summary>In how many tokens one of the phrases stands here; 0: none does.</summary>
    public int LengthAt(Tokens tokens, int at)
    {
        if (at < 0 || at >= tokens.Count || !byFirstWord.TryGetValue(tokens[at].Folded, out var candidates))
        {
            return 0;
        }

        return candidates.FirstOrDefault(words => words.Index().All(word => tokens.Is(at + word.Index, word.Item)))?.Length ?? 0;
    }

    /// <summary>In how many tokens one of the phrases ends just before here; 0: none does.</summary>
    public int LengthBefore(Tokens tokens, int at)
    {
        for (var start = Math.Max(0, at - 8); start < at; start++)
        {
            if (LengthAt(tokens, start) == at - start)
            {
                return at - start;
            }
        }

        return 0;
    }

    /// <summary>True when the folded text contains a phrase between word ends.</summary>
    public bool IsIn(string folded) => phrases.Any(phrase => ContainsWord(folded, phrase));

    /// <summary>The longest phrase that the folded text begins with, or null.</summary>
    public string? Opening(string folded) =>
        phrases.FirstOrDefault(phrase => folded.StartsWith(phrase, StringComparison.Ordinal) && !IsLetterAt(folded, phrase.Length));

    private static bool ContainsWord(string folded, string phrase)
    {
        for (var at = folded.IndexOf(phrase, StringComparison.Ordinal); at >= 0; at = folded.IndexOf(phrase, at + 1, StringComparison.Ordinal))
        {
            if (!IsLetterAt(folded, at - 1) && !IsLetterAt(folded, at + phrase.Length))
            {
                return true;
            }
        }

        return false;
    }

    private static bool IsLetterAt(string text, int at) => at >= 0 && at < text.Length && char.IsLetterOrDigit(text[at]);
}
