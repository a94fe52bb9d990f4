using HieuHoc.Papers;
using HieuHoc.Platform;
using HieuHoc.Programmes;
using HieuHoc.Programmes.Money;
using HieuHoc.Returns;

namespace HieuHoc.Reporting;

/// <summary>The Excel part of a report: one sheet a section of the form that the round asked, and behind them what agencies counted.</summary>
internal sealed class AnnualAppendix(AnnualFacts facts, Texts texts)
{
    public Workbook Build()
    {
        var ofYears = facts.Variant.Review is null ? 0 : 1;
        // Where nobody was asked there is nothing that a commune answered.
        var sections = facts.Round is null ? [] : facts.Form.Sections;
        var ofAgencies = facts.Agencies.Count == 0 ? [] : facts.Programme.Appendices.Where(IsAsked).ToList();

        var notes = new AnnualNotes(facts, texts).SheetOf(title => Head(ofYears + sections.Count + ofAgencies.Count + 1, title));
        var behind = ofYears + sections.Count + ofAgencies.Count + (notes is null ? 0 : 1);
        var tasks = facts.Tasks is { Agencies.Count: > 0 } reported ? new TasksSheet(Head(behind + 1, texts.In("vi", "report.tasks.sheet")), reported, texts).Build() : null;
        behind += tasks is null ? 0 : 1;

        return new Workbook(
        [
            .. facts.Variant.Review is { } review ? [new YearsSheet(Head(1, texts.In("vi", "report.appendix.years")), facts, review, texts).Build()] : (IEnumerable<Sheet>)[],
            .. sections.Select((section, i) => Communes(section, Head(ofYears + i + 1, section.Title.Vi))),
            .. ofAgencies.Select((appendix, i) => Agencies(appendix, Head(ofYears + sections.Count + i + 1, appendix.Title, ofAgencies: true))),
            .. new[] { notes, tasks }.OfType<Sheet>(),
            .. facts.Money is { } money && MoneySheet.IsWritten(money) ? Money(money, behind) : [],
        ]);
    }

    /// <summary>False of a sheet that would have no row: none of the agencies that count these was asked.</summary>
    private bool IsAsked(AgencyAppendix appendix) => appendix.Elements.Count == 0 || facts.AgencyRows.All.Any(row => row.Asked.Overlaps(appendix.Elements));

    private IEnumerable<Sheet> Money(MoneyTotals money, int behind)
    {
        yield return new MoneySheet(Head(behind + 1, texts.In("vi", "money.title")), money, texts).Build();

        if (money.Tasks.Count > 0)
        {
            var head = Head(behind + 2, texts.In("vi", "money.workbook.tasks"));
            yield return TaskMoneySheet.Of(head.Name, head.Lines, money.Tasks, head.Watermark, texts);
        }
    }

    private AppendixHead Head(int number, string title, bool ofAgencies = false) => AppendixHead.Of(facts, texts, number, title, ofAgencies);

    private Sheet Communes(FormSection section, AppendixHead head) =>
        new AppendixSheet(head, facts.CommuneRows, section, new AppendixColumns(facts.CommuneRows, section, facts.RowReadings, facts.Estimated, texts), texts).Build();

    private Sheet Agencies(AgencyAppendix appendix, AppendixHead head)
    {
        if (appendix.Elements.Count == 0)
        {
            return new AgencyListSheet(head, facts, texts).Build();
        }

        // Only who is asked one of its figures has a row.
        var rows = new ReportRows(
            [.. facts.AgencyRows.All.Where(row => row.Asked.Overlaps(appendix.Elements))], facts.Elements, facts.Tallies);
        var section = new FormSection
        {
            Code = "",
            Title = new LocalText(appendix.Title, appendix.Title),
            Columns = [new LocalText("", "")],
            Rows = [.. appendix.Elements.Select(code => new FormRow { Title = facts.Elements[code].Title, Cells = [code] })],
        };

        return new AppendixSheet(head, rows, section, new AppendixColumns(rows, section, [], facts.Estimated, texts), texts).Build();
    }
}
