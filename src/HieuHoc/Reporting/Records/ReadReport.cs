using HieuHoc.Access;
using HieuHoc.Platform;
using HieuHoc.Programmes;
using HieuHoc.Programmes.Money;
using HieuHoc.Programmes.Tasks;

namespace HieuHoc.Reporting.Records;

/// <summary>A section as whoever writes the report sees it.</summary>
/// <param name="Drafted">What the figures say now; empty where the section is tables alone.</param>
/// <param name="Seen">The mark of these sentences.</param>
/// <param name="Written">What somebody wrote instead; null where nobody did.</param>
/// <param name="Money">What the section says of money; null of the others.</param>
/// <param name="Tasks">What the section says of the tasks of agencies; null of the others.</param>
/// <param name="HasTables">True when tables that follow the figures stand under the sentences.</param>
/// <param name="IsBehind">True when the figures say otherwise than when somebody wrote.</param>
public sealed record ReportSectionText(
    string Code, string Title, string Drafted, string Seen, ReportText? Written, bool HasTables, bool IsBehind, MoneyTotals? Money, TaskConsolidation? Tasks);

/// <summary>Reads a report that is being written: what the figures say now beside what somebody wrote.</summary>
public sealed class ReadReport(HieuHocDb db, ReadAnnualFacts readAnnualFacts, Texts texts)
{
    public async Task<Outcome<IReadOnlyList<ReportSectionText>>> RunAsync(Report report, Actor actor, CancellationToken ct)
    {
        var read = await readAnnualFacts.RunAsync(await db.AskedByAsync(report, null, ct), actor, ct);

        if (read.Refusal is { } refusal)
        {
            return refusal;
        }

        var facts = read.Value;
        var sections = new AnnualSections(facts, texts);
        var written = (await db.TextsOfAsync(report, ct)).ToDictionary(text => text.Section);

        return facts.Variant.SectionsIn(facts.Programme).Select(section =>
        {
            var drafted = WrittenText.Of(sections.Draft(section));
            var (seen, text) = (ReportText.MarkOf(drafted), written.GetValueOrDefault(section.Code!));

            return new ReportSectionText(
                section.Code!, section.Title, drafted, seen, text, sections.Tables(section).Count > 0, text is { Text: not null } && text.Seen != seen,
                section.Content is ReportContent.Money ? facts.Money : null,
                section.Content is ReportContent.Tasks ? facts.Tasks : null);
        }).ToList();
    }
}
