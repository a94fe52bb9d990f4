using HieuHoc.Papers;
using HieuHoc.Platform;

namespace HieuHoc.Reporting;

/// <summary>
/// The sheet of what each agency is asked alone: forms differ, so a row is a figure with its agency, its value and its unit.
/// What another sheet has is not listed again.
/// </summary>
internal sealed class AgencyListSheet(AppendixHead head, AnnualFacts facts, Texts texts)
{
    public Sheet Build()
    {
        var printed = facts.Programme.Appendices.SelectMany(appendix => appendix.Elements).ToHashSet();
        var rows =
            from agency in facts.Agencies
            from section in agency.Form.Sections
            from row in section.Rows
            from code in row.Cells.OfType<string>()
            where !printed.Contains(code)
            select (agency, code, Heading: section.Columns.Count == 1 ? row.Title.Vi : facts.Elements[code].Title.Vi);

        return new Sheet
        {
            Name = head.Name,
            TitleLines = head.Lines,
            Columns =
            [
                new SheetColumn(Say("report.appendix.number"), 5, SheetFormat.Integer),
                new SheetColumn(Say("report.appendix.agency"), 44, SheetFormat.Text),
                new SheetColumn(Say("report.appendix.figure"), 60, SheetFormat.Text),
                new SheetColumn(Say("report.appendix.value"), 14, SheetFormat.Shortest),
                new SheetColumn(Say("report.agencies.unit"), 14, SheetFormat.Text),
            ],
            Rows = rows.Select((row, i) => (IReadOnlyList<SheetCell>)
            [
                SheetCell.Number(i + 1),
                SheetCell.Text(row.agency.Name),
                SheetCell.Text(row.Heading),
                SheetCell.Number(facts.AgencyRows.Of(row.agency.Id, row.code)),
                SheetCell.Text(facts.Elements[row.code].Unit.Vi),
            ]),
            Landscape = true,
            Watermark = head.Watermark,
        };
    }

    private string Say(string key) => texts.In("vi", key);
}
