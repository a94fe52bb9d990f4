using HieuHoc.Platform;

namespace HieuHoc.Reporting;

/// <summary>Says which confirmed communes left cells blank: communes with the same blanks together, and no longer than can be read.</summary>
internal sealed class BlankCells(AnnualFacts facts, Texts texts)
{
    private const int MostGroups = 8;
    private const int MostNames = 12;
    private const int MostRows = 4;

    /// <summary>"Xã A, Xã B (Dòng họ học tập: Tổng số, Đăng ký); Xã C (…); và 3 đơn vị khác".</summary>
    public string Write()
    {
        var groups = facts.Blank
            .GroupBy(row => string.Join(' ', row.Cells))
            .OrderByDescending(group => group.Count())
            .Select(group => (Names: group.Select(row => row.Commune.FullName).ToList(), group.First().Cells))
            .ToList();
        var said = groups.Take(MostGroups).Select(group => $"{Names(group.Names)} ({Cells(group.Cells)})");
        var rest = groups.Skip(MostGroups).Sum(group => group.Names.Count);

        return string.Join("; ", rest == 0 ? said : said.Append(Say("report.blank.others", rest)));
    }

    private string Names(List<string> names)
    {
        var rest = names.Count - MostNames;

        return string.Join(", ", rest <= 0 ? names : names.Take(MostNames).Append(Say("report.blank.others", rest)));
    }

    private string Cells(IReadOnlyList<string> blank)
    {
        var rows =
            from section in facts.Form.Sections
            from row in section.Rows
            let headings = row.Cells.Zip(section.Columns)
                .Where(cell => cell.First is { } code && blank.Contains(code))
                .Select(cell => cell.Second.Vi)
                .ToList()
            where headings.Count > 0
            select (row.Title.Vi, headings);
        var all = rows.ToList();
        var said = all.Take(MostRows).Select(row => $"{row.Vi}: {string.Join(", ", row.headings)}");
        var rest = all.Skip(MostRows).Sum(row => row.headings.Count);

        return string.Join("; ", rest == 0 ? said : said.Append(Say("report.blank.cells", rest)));
    }

    private string Say(string key, int count) => texts.In("vi", key, ("count", count));
}
