using HieuHoc.PlanReading.Content;
using HieuHoc.PlanReading.Content.Targets;
using HieuHoc.PlanReading.Frame;
using HieuHoc.PlanReading.Outline;
using HieuHoc.PlanReading.Tables;
using HieuHoc.PlanReading.Text;
using HieuHoc.PlanReading.Words;

namespace HieuHoc.PlanReading;

/// <summary>
/// Reads a plan: source → clean text → lines → parts of the document → paragraphs → outline → contents. Every stage keeps where each
/// character stands in the source.
/// </summary>
public static class PlanReader
{
    private static readonly PhraseSet Closings = WordLists.Set("closings");

    /// <summary>Reads a text that was typed or pasted.</summary>
    public static PlanDocument Read(string text) => Read(SourceText.Plain(text));

    internal static PlanDocument Read(SourceText source)
    {
        var doubts = new Doubts();
        var lines = LineReader.Read(Cleaning.Of(source.Text), source);
        var parts = PartsReader.Read(lines);
        var (body, closing) = Body(parts, lines, doubts);
        var root = OutlineReader.Read(body, source.Headings);
        var header = new HeaderReader(parts, [.. root.Body], new Recasing(root.Everything.SelectMany(node => node.Texts).Concat(Written(parts.Head))), doubts).Read();
        var title = MappedText.Join([.. parts.Title.Select(line => line.Mapped)]);
        var tables = source.Tables.Select(table => new TableText(table, source.Text, root)).ToList();
        var duties = tables.Select(DutyTable.Read).ToList();
        TellWhatIsMissing(parts, doubts);

        return new(
            source.Text,
            header,
            [.. root.Children.Select(Item)],
            new LegalBasesReader(header.Number).Read(title, root),
            ObjectivesReader.Read(root),
            [.. new TargetsReader(header.Period, doubts).Read(root), .. tables.SelectMany(TargetTable.Read)],
            [.. TasksReader.Read(root), .. duties.SelectMany(table => table.Tasks)],
            [.. new AssignmentsReader(doubts).Read(root), .. duties.SelectMany(table => table.Assignments)],
            MoneyReader.Read(root),
            ReportingReader.Read(root, closing),
            RecipientsReader.Read(Columns.Part(parts.Tail)),
            doubts.All);
    }

    /// <summary>The lines of the head with a number in them: the place before the day is often written there alone.</summary>
    private static IEnumerable<MappedText> Written(IReadOnlyList<Line> head) => head.Where(line => line.Text.Any(char.IsAsciiDigit)).Select(line => line.Mapped);

    /// <summary>The paragraphs of the body with their letters put back; apart, those that close it and belong to no item.</summary>
    private static (IReadOnlyList<MappedText> Body, IReadOnlyList<MappedText> Closing) Body(DocumentParts parts, IReadOnlyList<Line> all, Doubts doubts)
    {
        var paragraphs = new List<MappedText>();

        foreach (var paragraph in ParagraphReader.Read(parts.Body, all))
        {
            var (text, restored) = LostLetters.PutBack(paragraph);
            doubts.Add(restored);
            paragraphs.Add(text);
        }

        var last = paragraphs.FindLastIndex(paragraph => MarkerReader.Read(paragraph.Text) is { IsBullet: false });
        var closing = paragraphs.FindIndex(last + 1, paragraph => Closings.Opening(Fold.Of(paragraph.Text)) is not null);

        return last < 0 || closing < 0 ? (paragraphs, []) : (paragraphs[..closing], paragraphs[closing..]);
    }

    private static OutlineItem Item(OutlineNode node) => new(
        node.Clause,
        node.Marker!.Value.Kind, // only the root has none
        node.Marker.Value.Label,
        node.Section,
        string.Join("\n", node.Texts.Select(text => text.Text)),
        node.Texts.Select(text => text.Span).Aggregate((all, span) => all.To(span)),
        [.. node.Children.Select(Item)]);

    private static void TellWhatIsMissing(DocumentParts parts, Doubts doubts)
    {
        if (parts.IsTruncated)
        {
            doubts.Add(DoubtKind.Truncated, "", null);
        }

        if (parts.Annex.Count > 0)
        {
            doubts.Add(DoubtKind.AnnexNotRead, parts.Annex[0].Text, parts.Annex[0].Mapped.Span);
        }
    }
}
