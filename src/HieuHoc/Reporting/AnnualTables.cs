using HieuHoc.Figures;
using HieuHoc.Papers;
using HieuHoc.Platform;
using HieuHoc.Returns;

namespace HieuHoc.Reporting;

/// <summary>The tables in the Word part of the yearly report: the sums of each section, or how many communes chose what.</summary>
internal sealed class AnnualTables(AnnualFacts facts, Texts texts)
{
    public TableBlock Of(FormSection section) =>
        new(section.Elements.All(code => facts.Elements[code].Choices is not []) ? Chosen(section) : Totals(section), Caption(section));

    /// <summary>A sum over some communes is not printed as the province's: it says over how many.</summary>
    private string? Caption(FormSection section)
    {
        var (least, most) = facts.CoverageOf(section.Elements);

        return least.IsComplete ? null : Say(
            least.Known == most.Known ? "report.table.soFar" : "report.table.soFar.differs",
            ("least", least.Known),
            ("most", most.Known),
            ("expected", least.Expected));
    }

    private PaperTable Totals(FormSection section) => new FormTable(section, facts.Elements, texts).Of(
        code => PaperCell.Number(facts.Sum(code), facts.Elements[code].Decimals), facts.Sum);

    /// <summary>What was chosen does not add up; printed is how many communes chose each word.</summary>
    private PaperTable Chosen(FormSection section)
    {
        var words = section.Elements.SelectMany(code => Words(facts.Elements[code])).Distinct().ToList();

        return new PaperTable
        {
            Columns = FormTable.Columns("report.table.chosen", words, texts),
            Rows =
            [
                .. from row in section.Rows
                   from code in row.Cells.OfType<string>()
                   select (IReadOnlyList<PaperCell>)[new PaperCell(row.Title.Vi), .. words.Select(word => Count(facts.Elements[code], word))],
            ],
        };
    }

    private PaperCell Count(ElementDefinition element, string word)
    {
        var chosen = facts.Communes.Where(commune => facts.Tallies.ContainsKey((commune.Id, element.Code)))
            .Select(commune => texts.WordIn("vi", element, facts.Tallies[(commune.Id, element.Code)])).ToList();

        return chosen.Count > 0 && Words(element).Contains(word) ? PaperCell.Number(chosen.Count(each => each == word), 0) : PaperCell.Blank;
    }

    private IEnumerable<string> Words(ElementDefinition element) => element.Choices.Select(choice => texts.WordIn("vi", element, choice)!);

    private string Say(string key, params IReadOnlyList<(string Name, object? Value)> values) => texts.In("vi", key, values);
}
