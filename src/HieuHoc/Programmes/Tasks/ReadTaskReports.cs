using HieuHoc.Access;
using HieuHoc.Agencies;
using HieuHoc.Figures;
using HieuHoc.Places;
using HieuHoc.Platform;
using HieuHoc.Platform.Packs;
using HieuHoc.Returns;
using HieuHoc.Returns.Narrative;
using Microsoft.EntityFrameworkCore;

namespace HieuHoc.Programmes.Tasks;

/// <summary>A row of an annual plan, what is to be done, and what was reported of it.</summary>
/// <param name="Report">Null while nothing was.</param>
public sealed record ReportedRow(AnnualRow Row, string Text, TaskReport? Report);

/// <summary>An agency with the tasks of its year, and what its confirmed return says of them.</summary>
/// <param name="Return">Null where the round asks it nothing.</param>
/// <param name="IsConfirmed">True where a version of its return was confirmed.</param>
public sealed record AgencyTasks(int Agency, string Name, ReturnId? Return, bool IsConfirmed, IReadOnlyList<ReportedRow> Rows)
{
    /// <summary>How many were reported to stand so.</summary>
    public int Count(RowState state) => Rows.Count(row => row.Report?.State == state);

    /// <summary>How many nothing confirmed is reported of.</summary>
    public int Unreported => Rows.Count(row => row.Report is null);
}

/// <summary>What all agencies report of their tasks in a round.</summary>
/// <param name="Section">The code of the section in which agencies report; null where none does.</param>
/// <param name="Agencies">Those of the province that have tasks in the year, by name.</param>
public sealed record TaskConsolidation(string? Section, IReadOnlyList<AgencyTasks> Agencies)
{
    /// <summary>False where the round's outline asks nobody for tasks.</summary>
    public bool IsAsked => Section is not null;
}

/// <summary>Reads what agencies report of the tasks of their annual plans.</summary>
public sealed class ReadTaskReports(HieuHocDb db, PackShelf shelf, Texts texts)
{
    /// <summary>The rows of a return that somebody sees, with what a version says of each, in the order of their days.</summary>
    public async Task<IReadOnlyList<ReportedRow>> OfReturnAsync(Return @return, int version, CancellationToken ct)
    {
        var rows = await db.RowsOfReturnAsync(@return, ct);
        var reports = await ReportsAsync(@return.Owner, new Dictionary<ReturnId, int> { [@return.Id] = version }, ct);

        return Ordered(rows, reports, await TextsAsync(@return.Owner, ct));
    }

    /// <summary>What was said of rows in the year, as the first words of their reports, so that nobody types it again.</summary>
    public async Task<IReadOnlyDictionary<AnnualRowId, StatedTaskReport>> SuggestedAsync(short owner, IReadOnlyList<AnnualRow> rows, CancellationToken ct)
    {
        var ids = rows.Select(row => row.Id).ToList();
        var said = (await db.RowProgresses.AsNoTracking().Where(one => one.Owner == owner && EF.Parameter(ids).Contains(one.RowId)).OrderBy(one => one.Number).ToListAsync(ct))
            .ToLookup(one => one.RowId);

        return rows.ToDictionary(row => row.Id, row => new StatedTaskReport(
            row.Id, row.State, row.State is RowState.Done ? "100" : "", string.Join('\n', said[row.Id].Where(one => one.Words.Length > 0).Select(Line)), "", ""));
    }

    /// <summary>What is confirmed of the tasks of all agencies of the province, now or as of an instant.</summary>
    public async Task<TaskConsolidation> RunAsync(Round round, DateTime? asOf, Actor actor, CancellationToken ct)
    {
        if ((await db.OutlineAsync(shelf, round, ct))?.TasksFor(SubjectLevel.Agency) is not { } section)
        {
            return new TaskConsolidation(null, []);
        }

        var province = await db.OwnerPlaceAsync(round.Owner, ct);
        var seen = await db.AgenciesWithTasksOf(actor).Where(id => db.Set<Agency>().Any(agency => agency.Id == id && agency.PlaceId == province)).ToHashSetAsync(ct);
        var returns = await db.ReturnsVisibleTo(actor).Owed().AsNoTracking().Where(@return => @return.RoundId == round.Id && seen.Contains(@return.SubjectId)).ToListAsync(ct);
        var rows = await db.RowsByReporterAsync(round, ct);
        var heirs = await db.AgencyHeirsAsync(round.CutOffOn, ct);
        var unasked = rows[0].ToLookup(row => heirs.For(row.ActingId ?? row.AgencyId));
        var names = await db.AgencyNamesAsync([.. returns.Select(@return => @return.SubjectId), .. unasked.Select(of => of.Key)], round.CutOffOn, ct);
        var confirmed = await ConfirmedAsync(round, returns, asOf, ct);
        var reports = await ReportsAsync(round.Owner, confirmed, ct);
        var words = await TextsAsync(round.Owner, ct);

        return new TaskConsolidation(
            section.Code,
            [
                .. returns.Select(@return => new AgencyTasks(@return.SubjectId, names[@return.SubjectId], @return.Id, confirmed.ContainsKey(@return.Id), Ordered(rows[@return.SubjectId], reports, words)))
                    .Concat(unasked.Where(of => seen.Contains(of.Key)).Select(of => new AgencyTasks(of.Key, names[of.Key], null, IsConfirmed: false, Ordered(of, reports, words))))
                    .Where(agency => agency.Rows.Count > 0)
                    .OrderBy(agency => agency.Name, Vietnamese.Order),
            ]);
    }

    private string Line(RowProgress said) => texts.In("vi", "tasks.report.said", ("day", said.ActedOn), ("words", said.Words.ReplaceLineEndings(" ")));

    /// <summary>The versions that count: the last that was confirmed by then.</summary>
    private async Task<IReadOnlyDictionary<ReturnId, int>> ConfirmedAsync(Round round, IReadOnlyList<Return> returns, DateTime? asOf, CancellationToken ct)
    {
        if (asOf is null)
        {
            return returns.Where(@return => @return.ConfirmedVersion is not null).ToDictionary(@return => @return.Id, @return => @return.ConfirmedVersion!.Value);
        }

        var ids = returns.Select(@return => @return.Id).ToList();
        var moves = await db.ReturnMoves.AsNoTracking()
            .Where(move => move.Owner == round.Owner && EF.Parameter(ids).Contains(move.ReturnId) && move.Step == ReturnStep.Confirm && move.TakenAt <= asOf).ToListAsync(ct);

        return moves.GroupBy(move => move.ReturnId).ToDictionary(of => of.Key, of => of.Max(move => move.Version));
    }

    /// <summary>What these versions of returns say, row by row.</summary>
    private async Task<IReadOnlyDictionary<AnnualRowId, TaskReport>> ReportsAsync(short owner, IReadOnlyDictionary<ReturnId, int> versions, CancellationToken ct)
    {
        var ids = versions.Keys.ToList();

        return (await db.TaskReports.AsNoTracking().Where(report => report.Owner == owner && EF.Parameter(ids).Contains(report.ReturnId)).ToListAsync(ct))
            .Where(report => report.Version <= versions[report.ReturnId])
            .GroupBy(report => report.RowId)
            .ToDictionary(of => of.Key, of => of.MaxBy(report => report.Version)!);
    }

    private Task<Dictionary<TaskId, string>> TextsAsync(short owner, CancellationToken ct) =>
        db.ProgrammeTasks.AsNoTracking().Where(task => task.Owner == owner).ToDictionaryAsync(task => task.Id, task => task.Text, ct);

    private static IReadOnlyList<ReportedRow> Ordered(
        IEnumerable<AnnualRow> rows, IReadOnlyDictionary<AnnualRowId, TaskReport> reports, IReadOnlyDictionary<TaskId, string> words) =>
    [
        .. rows.Select(row => new ReportedRow(row, row.TaskId is { } task ? words[task] : row.Text, reports.GetValueOrDefault(row.Id)))
            .OrderBy(row => row.Row.DueOn ?? DateOnly.MaxValue).ThenBy(row => row.Text, Vietnamese.Order).ThenBy(row => row.Row.Id.Value),
    ];
}
