using System.Globalization;
using HieuHoc.Papers;
using HieuHoc.Platform;
using HieuHoc.Programmes.Tasks;
using HieuHoc.Returns;

namespace HieuHoc.Reporting;

/// <summary>What the report says of the tasks of the agencies: what their confirmed reports say of each, and whose report is missing.</summary>
internal sealed class AnnualTasks(AnnualFacts facts, TaskConsolidation tasks, Texts texts)
{
    /// <summary>The widths of the columns: the agency, and each number.</summary>
    private const double First = 56, Number = 22;

    private readonly IReadOnlyDictionary<int, ReturnState> states = facts.Agencies.ToDictionary(agency => agency.Id, agency => agency.State);

    public IEnumerable<Block> Draft()
    {
        if (!tasks.IsAsked || tasks.Agencies.Count == 0)
        {
            yield return new Paragraph(Say(tasks.IsAsked ? "report.tasks.none" : "report.tasks.notAsked", ("year", Text(facts.Year))));
            yield break;
        }

        yield return new Paragraph(Say(
            "report.tasks",
            ("year", Text(facts.Year)),
            ("agencies", tasks.Agencies.Count),
            ("tasks", tasks.Agencies.Sum(agency => agency.Rows.Count)),
            ("confirmed", tasks.Agencies.Count(agency => agency.IsConfirmed)),
            ("done", Sum(RowState.Done)),
            ("underWay", Sum(RowState.UnderWay)),
            ("notBegun", Sum(RowState.NotBegun)),
            ("open", tasks.Agencies.Sum(agency => agency.Unreported))));

        foreach (var state in tasks.Agencies.Where(agency => states.ContainsKey(agency.Agency) && !agency.IsConfirmed).GroupBy(agency => states[agency.Agency]).OrderBy(group => group.Key))
        {
            yield return Missing(Say("report.tasks.missing", ("state", Say($"returnState.{state.Key}"))), state);
        }

        if (tasks.Agencies.Where(agency => !states.ContainsKey(agency.Agency)).ToList() is { Count: > 0 } unasked)
        {
            yield return Missing(Say("report.tasks.unasked"), unasked);
        }

        if (tasks.Agencies.Where(agency => agency.IsConfirmed && agency.Unreported > 0).ToList() is { Count: > 0 } partly)
        {
            yield return Missing(Say("report.tasks.partly"), partly);
        }
    }

    /// <summary>One row an agency; whose report is not confirmed has no numbers of results, and no zeros.</summary>
    public IEnumerable<Block> Tables() => tasks.Agencies.Count == 0 ? [] :
    [
        new TableBlock(
            new PaperTable
            {
                Columns =
                [
                    new TableColumn(Say("report.appendix.agency"), First),
                    new TableColumn(Say("report.tasks.count"), Number),
                    .. States.Select(state => new TableColumn(Say(Texts.KeyOf(state)), Number)),
                    new TableColumn(Say("report.tasks.open"), Number),
                ],
                Rows = [.. tasks.Agencies.Select(Row)],
                Total =
                [
                    new PaperCell(Say("money.total")),
                    PaperCell.Number(tasks.Agencies.Sum(agency => agency.Rows.Count)),
                    .. States.Select(state => PaperCell.Number(Sum(state))),
                    PaperCell.Number(tasks.Agencies.Sum(agency => agency.Unreported)),
                ],
            },
            Say("report.tasks.byAgency")),
    ];

    private static IReadOnlyList<RowState> States { get; } = [RowState.Done, RowState.UnderWay, RowState.NotBegun];

    private IReadOnlyList<PaperCell> Row(AgencyTasks agency) =>
    [
        new PaperCell(agency.Name),
        PaperCell.Number(agency.Rows.Count),
        .. States.Select(state => agency.IsConfirmed ? PaperCell.Number(agency.Count(state)) : PaperCell.Blank),
        PaperCell.Number(agency.Unreported),
    ];

    private int Sum(RowState state) => tasks.Agencies.Sum(agency => agency.Count(state));

    private Bullet Missing(string what, IEnumerable<AgencyTasks> agencies) =>
        new(Say("report.missing.state", ("state", what), ("places", string.Join(", ", agencies.Select(agency => agency.Name)))));

    private static string Text(int value) => value.ToString(CultureInfo.InvariantCulture);

    private string Say(string key, params IReadOnlyList<(string Name, object? Value)> values) => texts.In("vi", key, values);
}
