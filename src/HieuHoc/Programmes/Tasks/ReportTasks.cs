using HieuHoc.Access;
using HieuHoc.Platform;
using HieuHoc.Platform.Packs;
using HieuHoc.Returns;
using HieuHoc.Returns.Narrative;
using Microsoft.EntityFrameworkCore;

namespace HieuHoc.Programmes.Tasks;

/// <summary>
/// Keeps what an agency reports of the tasks of its annual plan: a section of its return, which is sent, given back and confirmed
/// with it. What was sent stays as it was: a mended version says it anew.
/// </summary>
public sealed class ReportTasks(HieuHocDb db, PackShelf shelf, ProgrammeClock clock)
{
    /// <summary>Saves what is stated of rows; those that are not stated stay as they are.</summary>
    /// <param name="startedFrom">The revision of the return that the typist's page showed.</param>
    public async Task<Outcome<Return>> RunAsync(ReturnId id, int startedFrom, IReadOnlyList<StatedTaskReport> given, Actor actor, CancellationToken ct)
    {
        if (await db.ReturnsVisibleTo(actor).SingleOrDefaultAsync(@return => @return.Id == id, ct) is not { } @return)
        {
            return new ReturnNotFound();
        }

        var form = await db.FormAsync(shelf, @return.FormPackId, ct);

        if ((await db.OutlineAsync(shelf, @return, ct))?.TasksFor(form.Level) is not { } section)
        {
            return new TasksNotAsked();
        }

        if (!ReturnSteps.MayType(actor.Role, form.Way))
        {
            return new ReturnNotYoursToFill();
        }

        var stated = given.Select(one => one.Kept()).DistinctBy(one => one.Row).ToList();
        var rows = (await db.RowsOfReturnAsync(@return, ct)).Select(row => row.Id).ToHashSet();

        return stated.Exists(one => !rows.Contains(one.Row)) ? new AnnualRowNotFound()
            : stated.Select((one, i) => one.Unfit(i + 1)).FirstOrDefault(unfit => unfit is not null) is { } unfit ? unfit
            : await KeepAsync(@return, section, startedFrom, stated, actor, ct);
    }

    private async Task<Outcome<Return>> KeepAsync(
        Return @return, OutlineSection section, int startedFrom, IReadOnlyList<StatedTaskReport> stated, Actor actor, CancellationToken ct)
    {
        // Perhaps the same request again; whether it is, the words tell.
        var again = @return.IsEditable && startedFrom == @return.Revision - 1;

        if (!again && @return.Touch(startedFrom) is { } refusal)
        {
            return refusal;
        }

        if (again)
        {
            return await ChangeAsync(@return, stated, actor, ct) ? new ReturnChangedMeanwhile() : @return;
        }

        await using var transaction = await db.Database.BeginTransactionAsync(ct);

        // The return first and alone: of two that save at once its revision decides, and not the key of a report that both would add.
        if (await db.SaveReturnAsync(ct) is { } conflict)
        {
            return conflict;
        }

        await ChangeAsync(@return, stated, actor, ct);
        db.Record(new ReportSectionSaved(@return.Id, @return.CurrentVersion, section.Code), @return.Owner, actor.PersonId?.Value, clock.Now);
        await db.SaveChangesAsync(ct);
        await transaction.CommitAsync(ct);

        return @return;
    }

    /// <summary>Writes into the version that is being worked on; true when it says something else than before.</summary>
    private async Task<bool> ChangeAsync(Return @return, IReadOnlyList<StatedTaskReport> stated, Actor actor, CancellationToken ct)
    {
        var before = (await db.TaskReports.Where(report => report.Owner == @return.Owner && report.ReturnId == @return.Id).ToListAsync(ct))
            .GroupBy(report => report.RowId).ToDictionary(same => same.Key, same => same.MaxBy(report => report.Version)!);
        var changed = stated.Where(one => !before.TryGetValue(one.Row, out var last) || StatedTaskReport.Of(last) != one).ToList();

        foreach (var one in changed)
        {
            if (before.GetValueOrDefault(one.Row) is { } last && last.Version == @return.CurrentVersion)
            {
                last.Say(one, clock.Now, actor.PersonId);
                continue;
            }

            var report = new TaskReport { Owner = @return.Owner, ReturnId = @return.Id, RowId = one.Row, Version = @return.CurrentVersion };
            report.Say(one, clock.Now, actor.PersonId);
            db.Add(report);
        }

        return changed.Count > 0;
    }
}
