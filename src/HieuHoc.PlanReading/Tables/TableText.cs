using HieuHoc.PlanReading.Outline;
using HieuHoc.PlanReading.Text;
using HieuHoc.PlanReading.Words;

namespace HieuHoc.PlanReading.Tables;

/// <summary>A table as words: what stands in its cells, and which column holds what by its heading.</summary>
internal sealed class TableText
{
    private const int LowestHeading = 2;

    private readonly IReadOnlyList<IReadOnlyList<SourceSpan>> rows;

    private readonly string source;

    private readonly int heading;

    /// <param name="roots">The outlines of the document and of its annexes, in their order.</param>
    public TableText(SourceTable table, string source, IEnumerable<OutlineNode> roots)
    {
        Span = table.Span;
        this.source = source;
        rows = table.Rows;
        // The row of headings is the one with the most of them; a table may begin with a row of its title.
        heading = Enumerable.Range(0, Math.Min(LowestHeading, rows.Count)).MaxBy(row => rows[row].Count(cell => cell.Length > 0));
        Clause = roots.SelectMany(root => root.Everything).LastOrDefault(node => !node.Heading.IsEmpty && node.Heading.Span.Start < table.Span.Start)?.Clause ?? "";
    }

    public SourceSpan Span { get; }

    /// <summary>The item under which the table stands.</summary>
    public string Clause { get; }

    public IReadOnlyList<string> Headings => [.. rows[heading].Select(Text)];

    public IEnumerable<IReadOnlyList<SourceSpan>> Rows => rows.Skip(heading + 1);

    /// <summary>The first column whose heading has one of the words; null without one.</summary>
    public int? Column(string words)
    {
        var phrases = WordLists.Set(words);

        return Headings.Index().Where(cell => phrases.IsIn(Fold.Of(cell.Item))).Select(cell => (int?)cell.Index).FirstOrDefault();
    }

    public string Text(SourceSpan cell) => Cleaning.Of(source.Substring(cell.Start, cell.Length)).Squeeze().Trim().Text;

    public string Text(IReadOnlyList<SourceSpan> row, int? column) => column is { } at && at < row.Count ? Text(row[at]) : "";
}
