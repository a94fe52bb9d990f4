using System.Text.Json;
using HieuHoc.PlanReading;
using HieuHoc.Platform;

namespace HieuHoc.Programmes.Plans;

/// <summary>Why an item should be looked at twice.</summary>
/// <param name="Text">What it is about, in the document's words.</param>
public sealed record PlanDoubt(DoubtKind Kind, string Text);

/// <summary>An item as it was read.</summary>
/// <param name="Key">Its name within the plan: <c>target-3</c>.</param>
/// <param name="Start">Where it stands in the text, in characters from 0.</param>
/// <param name="Length">0 where it stands nowhere: known only from around the document.</param>
public sealed record ReadItem(string Key, PlanItem Item, int Start, int Length, IReadOnlyList<PlanDoubt> Doubts);

/// <summary>What was read of a plan, in the order of the kinds and of the document.</summary>
public sealed record PlanReadingItems(IReadOnlyList<ReadItem> Items, IReadOnlyList<PlanDoubt> Doubts)
{
    /// <summary>Makes items of what the reader hands over; a doubt goes to the items that it stands in, else to the whole.</summary>
    public static PlanReadingItems Of(PlanDocument document)
    {
        var items = All(document).GroupBy(one => one.Item.Kind).OrderBy(group => group.Key)
            .SelectMany(group => group.Select((one, i) => new ReadItem($"{Name(group.Key)}-{i + 1}", one.Item, one.Span.Start, one.Span.Length, DoubtsIn(document, one.Span))))
            .ToList();
        var told = items.SelectMany(item => item.Doubts).ToHashSet();

        return new PlanReadingItems(items, [.. document.Doubts.Select(Of).Where(doubt => !told.Contains(doubt)).Distinct()]);
    }

    /// <summary>As it is stored.</summary>
    public static PlanReadingItems Parse(string stored) => JsonSerializer.Deserialize<PlanReadingItems>(stored, Json.Compact)!; // we wrote it

    /// <inheritdoc cref="Parse"/>
    public string ToJson() => JsonSerializer.Serialize(this, Json.Compact);

    private static string Name(PlanItemKind kind) => JsonNamingPolicy.KebabCaseLower.ConvertName(kind.ToString());

    private static IEnumerable<(PlanItem Item, SourceSpan Span)> All(PlanDocument document) =>
    [
        (Head(document.Header), default),
        .. document.LegalBases.Select(basis => ((PlanItem)new PlanBasis(basis.Number, basis.Date) { Issuer = basis.Issuer }, basis.Span)),
        .. document.Targets.Select(target => ((PlanItem)Target(target), target.Span)),
        .. document.Tasks.Select(task => ((PlanItem)new PlannedTask(task.Clause, task.Text), task.Span)),
        .. document.Assignments.Select(given => ((PlanItem)new PlanAssignment(given.Clause, given.Agency, given.Roles, Duties: given.Duties.Count > 0 ? given.Duties : null), given.Span)),
        .. document.Money.Select(money => ((PlanItem)new PlanMoney(money.Clause, money.Text, money.Amount), money.Span)),
        .. document.Reporting.Select(duty => ((PlanItem)new PlanReport(duty.Clause, duty.DueMonth, duty.DueDay, duty.Every, duty.IsBefore, duty.To, duty.Channel, duty.DueYear), duty.Span)),
        .. document.Recipients.Select(recipient => ((PlanItem)new PlanRecipient(recipient.Name), recipient.Span)),
    ];

    private static PlanHead Head(PlanHeader header) => new(
        header.Type,
        header.Number,
        header.IssuedOn,
        header.Issuer,
        header.Title,
        header.Signature?.Name,
        header.Signature?.Authority,
        PlanYears.Of(header.Period?.From, header.Period?.To),
        header.IsTruncated);

    private static PlanTarget Target(Target target) =>
        new(target.Clause, target.Subject, target.Kind, target.Value, target.Qualifier, target.Year, target.From, target.Area) { Each = target.Each };

    private static IReadOnlyList<PlanDoubt> DoubtsIn(PlanDocument document, SourceSpan span) =>
        [.. document.Doubts.Where(doubt => doubt.Span is { } where && where.Start >= span.Start && where.End <= span.End).Select(Of).Distinct()];

    private static PlanDoubt Of(Doubt doubt) => new(doubt.Kind, doubt.Text);
}
