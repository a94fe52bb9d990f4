using HieuHoc.Access;
using HieuHoc.Agencies;
using HieuHoc.Platform;
using Microsoft.EntityFrameworkCore;

namespace HieuHoc.Programmes.Tasks;

/// <summary>A row of an annual plan with what was said of it.</summary>
/// <param name="Task">Null of work that the agency gave itself.</param>
/// <param name="AgencyId">Who stands for the agency today.</param>
/// <param name="IsKept">True for who writes in it.</param>
/// <param name="Heirs">Where several took over from the agency, those of whom the actor names one.</param>
/// <param name="Progress">The youngest first, each with the name of the account that said it.</param>
public sealed record AnnualRowRead(
    AnnualRow Row,
    ProgrammeTask? Task,
    int AgencyId,
    string Agency,
    TaskLineState Standing,
    bool IsKept,
    IReadOnlyList<(int Id, string Name)> Heirs,
    IReadOnlyList<(RowProgress Said, string? By)> Progress)
{
    public string Text => Task?.Text ?? Row.Text;

    /// <summary>The number of the last that was said; 0 where nothing was.</summary>
    public int LastSaid => Progress is [var (last, _), ..] ? last.Number : 0;
}

/// <summary>Reads one row of an annual plan: what is to be done, by whom, and how far it has come.</summary>
public sealed class ReadAnnualRow(HieuHocDb db, ReadTasks readTasks, ProgrammeClock clock)
{
    public async Task<Outcome<AnnualRowRead>> RunAsync(AnnualRowId id, Actor actor, CancellationToken ct)
    {
        if (await db.AnnualRowsVisibleTo(actor).AsNoTracking().SingleOrDefaultAsync(row => row.Id == id, ct) is not { } row)
        {
            return new AnnualRowNotFound();
        }

        var (today, people) = (clock.Now.Day, db.People);
        var heirs = await db.AgencyHeirsAsync(today, ct);
        var (could, agency) = (heirs.Of(row.AgencyId), heirs.For(row.ActingId ?? row.AgencyId));
        var names = await db.AgencyNamesAsync([.. could.Append(agency)], today, ct);
        var progress = await db.RowProgresses.AsNoTracking().Where(said => said.Owner == row.Owner && said.RowId == id).OrderByDescending(said => said.Number)
            .Select(said => new { said, By = people.Where(person => person.Owner == said.Owner && person.Id == said.SaidBy).Select(person => person.DisplayName).FirstOrDefault() })
            .ToListAsync(ct);

        return new AnnualRowRead(
            row,
            row.TaskId is { } task ? await db.ProgrammeTasks.AsNoTracking().SingleAsync(of => of.Owner == row.Owner && of.Id == task, ct) : null,
            agency,
            names[agency],
            ReadTasks.StateOf(row, today, await readTasks.SoonAsync(actor, ct)),
            await db.AnnualRowsKeptBy(actor).AnyAsync(kept => kept.Id == id, ct) && heirs.Of(row.ActingId ?? row.AgencyId).Count < 2,
            could.Count > 1 && await db.KeepsTasksAsync(actor, ct) ? [.. could.Select(heir => (heir, names[heir]))] : [],
            [.. progress.Select(said => (said.said, said.By))]);
    }
}
