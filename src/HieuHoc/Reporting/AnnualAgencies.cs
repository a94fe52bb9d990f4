using HieuHoc.Papers;
using HieuHoc.Platform;
using HieuHoc.Programmes;
using HieuHoc.Returns;

namespace HieuHoc.Reporting;

/// <summary>What the report says of the agencies: what they counted together, and whose report is missing.</summary>
internal sealed class AnnualAgencies(AnnualFacts facts, Texts texts)
{
    /// <summary>The widths of the columns: what was counted, the unit, the sum, over how many agencies.</summary>
    private const double First = 80, Unit = 25, Sum = 30, Of = 25;

    public IEnumerable<Block> Draft()
    {
        var confirmed = facts.Agencies.Count(agency => agency.State is ReturnState.Confirmed);
        yield return new Paragraph(facts.Agencies.Count == 0
            ? Say("report.agencies.none")
            : Say("report.agencies", ("confirmed", confirmed), ("all", facts.Agencies.Count)));

        foreach (var state in facts.Agencies.Where(agency => agency.State is not ReturnState.Confirmed).GroupBy(agency => agency.State).OrderBy(group => group.Key))
        {
            yield return new Bullet(Say(
                "report.missing.state",
                ("state", Say($"returnState.{state.Key}")),
                ("places", string.Join(", ", state.Select(agency => agency.Name)))));
        }
    }

    /// <summary>One table for each appendix of agencies whose columns are named.</summary>
    public IEnumerable<Block> Tables() => facts.Agencies.Count == 0
        ? []
        : facts.Programme.Appendices.Select(Table).OfType<TableBlock>();

    private TableBlock? Table(AgencyAppendix appendix)
    {
        var known = appendix.Elements.Where(code => facts.AgencyRows.Sum(code) is not null).ToList();

        return known.Count == 0 ? null : new TableBlock(
            new PaperTable
            {
                Columns =
                [
                    new TableColumn(Say("report.table.model"), First),
                    new TableColumn(Say("report.agencies.unit"), Unit) { Alignment = CellAlignment.Centre },
                    new TableColumn(Say("report.agencies.sum"), Sum),
                    new TableColumn(Say("report.agencies.of"), Of) { Alignment = CellAlignment.Centre },
                ],
                Rows = [.. known.Select(Row)],
            },
            appendix.Title);
    }

    private IReadOnlyList<PaperCell> Row(string code)
    {
        var element = facts.Elements[code];
        var coverage = facts.AgencyRows.CoverageOf(code);

        return
        [
            new PaperCell(element.Title.Vi),
            new PaperCell(element.Unit.Vi),
            PaperCell.Number(facts.AgencyRows.Sum(code), element.Decimals),
            new PaperCell(Say("report.agencies.coverage", ("known", coverage.Known), ("expected", coverage.Expected))),
        ];
    }

    private string Say(string key, params IReadOnlyList<(string Name, object? Value)> values) => texts.In("vi", key, values);
}
