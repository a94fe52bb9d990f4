using HieuHoc.PlanReading.Text;

namespace HieuHoc.PlanReading;

/// <summary>Collects what is uncertain while a document is read.</summary>
internal sealed class Doubts
{
    private readonly List<Doubt> doubts = [];

    public IReadOnlyList<Doubt> All => [.. doubts.Distinct().OrderBy(doubt => doubt.Span?.Start ?? -1)];

    public void Add(DoubtKind kind, string text, SourceSpan? span) => doubts.Add(new(kind, text, span));

    public void Add(IEnumerable<Restored> restored)
    {
        foreach (var word in restored)
        {
            Add(DoubtKind.LettersPutBack, $"{word.Found} → {word.Read}", word.Span);
        }
    }
}
