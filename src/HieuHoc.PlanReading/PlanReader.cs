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
    private static readonly PhraseSet RowNumbers = WordLists.Set("rowNumbers");

    private static readonly PhraseSet ColumnNames = new([.. WordLists.Plain("targetColumns"), .. WordLists.Plain("taskColumns")]);

    /// <summary>Reads a text that was typed or pasted.</summary>
    public static PlanDocument Read(string text) => Read(SourceText.Plain(text));

    internal static PlanDocument Read(SourceText source)
    {
        var doubts = new Doubts();
        var lines = LineReader.Read(Cleaning.Of(source.Text), source);
        var parts = WithoutBoxes(PartsReader.Read(lines), source.Boxes);
        var (body, closing) = ClosingReader.Part(Paragraphs(parts.Body, lines, doubts));
        var root = OutlineReader.Read(body, source.Headings);
        var header = new HeaderReader(parts, [.. root.Body], new Recasing(root.Everything.SelectMany(node => node.Texts).Concat(Written(parts.Head))), doubts).Read();
        var title = MappedText.Join([.. parts.Title.Select(line => line.Mapped)]);
        var annexes = AnnexReader.Read(parts.Annex, source.Headings, annex => Paragraphs(annex, lines, doubts));
        IReadOnlyList<OutlineNode> roots = [root, .. annexes];
        var tables = source.Tables.Select(table => new TableText(table, source.Text, roots)).ToList();
        var duties = tables.Select(DutyTable.Read).ToList();

        var plan = new PlanDocument(
            source.Text,
            header,
            [.. roots.SelectMany(top => top.Children).Select(Item)],
            new LegalBasesReader(header.Number).Read(title, root),
            ObjectivesReader.Read(root),
            [.. roots.SelectMany(new TargetsReader(header.Period, doubts).Read), .. tables.SelectMany(TargetTable.Read)],
            [.. roots.SelectMany(TasksReader.Read), .. duties.SelectMany(table => table.Tasks)],
            [.. roots.SelectMany(new AssignmentsReader(doubts).Read), .. duties.SelectMany(table => table.Assignments)],
            [.. roots.SelectMany(MoneyReader.Read)],
            [.. new ReportingReader(doubts).Read(root, closing), .. annexes.SelectMany(annex => new ReportingReader(doubts).Read(annex, []))],
            RecipientsReader.Read(Columns.Part(parts.Tail)),
            []);
        TellWhatIsMissing(plan, parts, annexes, doubts);
        TellWhatIsUnread(plan, source, tables, lines, doubts);

        return plan with { Doubts = doubts.All };
    }

    /// <summary>What hangs in a box over the head ("DỰ THẢO", a stamp) is no part of the names there.</summary>
    private static DocumentParts WithoutBoxes(DocumentParts parts, IReadOnlyList<SourceSpan> boxes) =>
        parts with { Head = [.. parts.Head.Where(line => !boxes.Any(box => box.Start <= line.Mapped.Span.Start && line.Mapped.Span.End <= box.End))] };

    /// <summary>The lines of the head with a number in them: the place before the day is often written there alone.</summary>
    private static IEnumerable<MappedText> Written(IReadOnlyList<Line> head) => head.Where(line => line.Text.Any(char.IsAsciiDigit)).Select(line => line.Mapped);

    /// <summary>The lines joined to paragraphs, with their letters put back.</summary>
    private static List<MappedText> Paragraphs(IReadOnlyList<Line> lines, IReadOnlyList<Line> all, Doubts doubts)
    {
        var paragraphs = new List<MappedText>();

        foreach (var paragraph in ParagraphReader.Read(lines, all))
        {
            var (text, restored) = LostLetters.PutBack(paragraph);
            doubts.Add(restored);
            paragraphs.Add(text);
        }

        return paragraphs;
    }

    private static OutlineItem Item(OutlineNode node) => new(
        node.Clause,
        node.Marker!.Value.Kind, // only the root has none
        node.Marker.Value.Label,
        node.Section,
        string.Join("\n", node.Texts.Select(text => text.Text)),
        node.Texts.Select(text => text.Span).Aggregate((all, span) => all.To(span)),
        [.. node.Children.Select(Item)]);

    private static void TellWhatIsMissing(PlanDocument plan, DocumentParts parts, IReadOnlyList<OutlineNode> annexes, Doubts doubts)
    {
        if (parts.IsTruncated)
        {
            doubts.Add(DoubtKind.Truncated, "", null);
        }

        // An annex of a table alone has its rows behind its heading, up to the next annex.
        var (found, ends) = (Found(plan), annexes.Skip(1).Select(annex => annex.Span.Start).Append(plan.Text.Length));

        foreach (var (annex, end) in annexes.Zip(ends))
        {
            if (!found.Any(span => span.Start >= annex.Span.Start && span.Start < end))
            {
                var heading = annex.Children[0].Heading;
                doubts.Add(DoubtKind.AnnexNotRead, $"{annex.Children[0].Clause}: {heading.Text}", heading.Span);
            }
        }
    }

    private static void TellWhatIsUnread(PlanDocument plan, SourceText source, IReadOnlyList<TableText> tables, IReadOnlyList<Line> lines, Doubts doubts)
    {
        var found = Found(plan);

        foreach (var table in tables.Where(table => !found.Any(span => span.Start >= table.Span.Start && span.End <= table.Span.End)))
        {
            doubts.Add(DoubtKind.TableNotRead, string.Join(" | ", table.Headings), table.Span);
        }

        foreach (var line in lines.Where(line => !source.LinesAreWhole && IsHeadOfTable(line)))
        {
            doubts.Add(DoubtKind.TableNotRead, line.Text, line.Mapped.Span);
        }

        foreach (var box in source.Boxes)
        {
            doubts.Add(DoubtKind.InTextBox, source.Text.Substring(box.Start, box.Length).Trim().ReplaceLineEndings(" "), box);
        }
    }

    /// <summary>"STT" alone, or with the headings of more columns behind it.</summary>
    private static bool IsHeadOfTable(Line line) =>
        RowNumbers.Opening(line.Folded) is { } word && (word.Length == line.Folded.Length || ColumnNames.IsIn(line.Folded));

    /// <summary>Where the items stand that a plan is followed by.</summary>
    private static List<SourceSpan> Found(PlanDocument plan) =>
    [
        .. plan.Targets.Select(target => target.Span),
        .. plan.Tasks.Select(task => task.Span),
        .. plan.Assignments.Select(assignment => assignment.Span),
        .. plan.Money.Select(money => money.Span),
        .. plan.Reporting.Select(duty => duty.Span),
    ];
}
