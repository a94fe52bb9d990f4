namespace HieuHoc.PlanReading.Text;

/// <summary>A phrase of official Vietnamese, as it is written and as it is compared.</summary>
internal sealed record Phrase(IReadOnlyList<string> Words, IReadOnlyList<string> Folded)
{
    /// <summary>No phrase of the list has more words.</summary>
    public const int Longest = 7;

    public int Length => Words.Count;

    public static Phrase Of(string text)
    {
        var words = text.Split(' ', StringSplitOptions.RemoveEmptyEntries);

        return words.Length is > 1 and <= Longest ? new(words, [.. words.Select(word => PlanReading.Text.Fold.Of(word))]) : throw new ArgumentException($"A phrase has two to {Longest} words: {text}", nameof(text));
    }
}
