using System.Globalization;
using HieuHoc.Papers;
using HieuHoc.Platform;
using HieuHoc.Programmes;
using HieuHoc.Returns;

namespace HieuHoc.Reporting;

/// <summary>
/// What the sections of a report are filled with: sentences drafted from the figures, in whose place somebody may write their
/// own, and tables that nobody changes.
/// </summary>
internal sealed class AnnualSections(AnnualFacts facts, Texts texts)
{
    private readonly AnnualTables tables = new(facts, texts);
    private readonly AnnualEstimates estimates = new(facts, texts);
    private readonly AnnualAgencies agencies = new(facts, texts);
    private readonly AnnualIndicators indicators = new(facts, texts);
    private readonly AnnualMoney? money = facts.Money is { } totals ? new(totals, texts) : null;
    private readonly AnnualTasks? tasks = facts.Tasks is { } reported ? new(facts, reported, texts) : null;

    /// <summary>The sentences that the figures make: paragraphs and items.</summary>
    public IReadOnlyList<Block> Draft(ReportSection section) =>
    [
        .. section.Content switch
        {
            ReportContent.Completeness => Completeness(),
            ReportContent.Indicators => facts.Round is null && !indicators.HasAny ? [NoRound] : indicators.Build(),
            ReportContent.Assessment => new AnnualAssessment(facts, texts).Build(),
            ReportContent.Agencies => facts.Round is null ? [NoRound] : agencies.Draft(),
            ReportContent.Missing => Missing(),
            ReportContent.Money => money!.Draft(), // read where a section asks for it
            ReportContent.Tasks => tasks is null ? [NoRound] : tasks.Draft(),
            ReportContent.Text => [new Paragraph(section.Text ?? "")],
            ReportContent.Targets or ReportContent.Years => [],
        },
    ];

    /// <summary>What stands under the sentences and follows the figures alone.</summary>
    public IReadOnlyList<Block> Tables(ReportSection section) =>
    [
        .. section.Content switch
        {
            ReportContent.Indicators => facts.Round is null ? [] : facts.Form.Sections.SelectMany(part => new Block?[] { tables.Of(part), estimates.Titles(part) }).OfType<Block>(),
            ReportContent.Targets => new AnnualTargets(facts, texts).Build(),
            ReportContent.Agencies => agencies.Tables(),
            ReportContent.Money => money!.Tables(),
            ReportContent.Tasks => tasks?.Tables() ?? [],
            ReportContent.Years => new AnnualYears(facts, texts).Build(),
            ReportContent.Completeness or ReportContent.Assessment or ReportContent.Missing or ReportContent.Text => (IEnumerable<Block>)[],
        },
    ];

    private IEnumerable<Block> Completeness()
    {
        if (facts.Round is not { } round)
        {
            yield return NoRound;
            yield break;
        }

        var confirmed = facts.States.Values.Count(state => state is ReturnState.Confirmed);
        var arrived = facts.States.Values.Count(state => state is ReturnState.Sent);
        yield return new Paragraph(Say(
            "report.completeness",
            ("expected", facts.States.Count),
            ("confirmed", confirmed),
            ("checking", arrived),
            ("open", facts.States.Count - confirmed - arrived),
            ("cutOff", round.CutOffOn),
            ("asOf", facts.AsOf(texts))));
    }

    private IEnumerable<Block> Missing()
    {
        if (facts.Round is null)
        {
            yield return NoRound;
            yield break;
        }

        var missing = facts.Missing;
        var blank = facts.Blank;

        if (missing.Count > 0 || blank.Count == 0)
        {
            yield return new Paragraph(Say(missing.Count == 0 ? "report.missing.none" : "report.missing", ("count", missing.Count)));
        }

        foreach (var state in missing.GroupBy(commune => facts.States[commune.Id]).OrderBy(group => group.Key))
        {
            yield return new Bullet(Say(
                "report.missing.state",
                ("state", Say($"returnState.{state.Key}")),
                ("places", string.Join(", ", state.Select(commune => commune.FullName)))));
        }

        if (blank.Count > 0)
        {
            yield return new Paragraph(Say("report.blank", ("count", blank.Count), ("places", new BlankCells(facts, texts).Write())));
        }
    }

    /// <summary>Nobody was asked for the year through a round: its figures were imported.</summary>
    private Paragraph NoRound => new(Say("report.noRound", ("year", facts.Year.ToString(CultureInfo.InvariantCulture))));

    private string Say(string key, params IReadOnlyList<(string Name, object? Value)> values) => texts.In("vi", key, values);
}
