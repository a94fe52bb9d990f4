namespace HieuHoc.Rules;

/// <summary>A rule's tree with the numbers filled in: each part with its canonical text and what came out of it.</summary>
public sealed record Explanation(string Text, decimal? Value, Verdict? Verdict, IReadOnlyList<Explanation> Parts)
{
    /// <summary>The facts that were missing and on which the outcome hung, in the order they are read, each once.</summary>
    public IReadOnlyList<string> Missing => [.. UndecidedNames().Distinct()];

    private bool IsDecided => Value is not null || Verdict is Rules.Verdict.Met or Rules.Verdict.NotMet;

    // A part that came out in spite of a gap below it did not need what is missing there.
    // An undecided part without parts is a fact: constants always have a value.
    private IEnumerable<string> UndecidedNames()
    {
        if (IsDecided)
        {
            return [];
        }

        return Parts.Count == 0 ? [Text] : Parts.SelectMany(part => part.UndecidedNames());
    }
}
