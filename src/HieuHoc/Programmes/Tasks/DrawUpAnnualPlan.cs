using HieuHoc.Access;
using HieuHoc.Agencies;
using HieuHoc.Platform;
using Microsoft.EntityFrameworkCore;

namespace HieuHoc.Programmes.Tasks;

/// <summary>What drawing up an annual plan did.</summary>
/// <param name="Renewed">Rows that nobody had written in, and that took what their task says now.</param>
public sealed record DrawnUp(int Added, int Renewed);

/// <summary>
/// Draws up the annual plan of an agency from the tasks in which it has a part that year. Again, it adds what is new and leaves alone
/// what a person wrote or dropped.
/// </summary>
public sealed class DrawUpAnnualPlan(HieuHocDb db, ProgrammeClock clock)
{
    public async Task<Outcome<DrawnUp>> RunAsync(int agencyId, int year, Actor actor, CancellationToken ct)
    {
        if (await db.RefuseAnnualPlanAsync(agencyId, year, actor, clock.Now.Day, ct) is { } refusal)
        {
            return refusal;
        }

        await using var transaction = await db.Database.BeginTransactionAsync(ct);
        await db.Engine.LockAsync(db, "tasks", ct);
        var heirs = await db.AgencyHeirsAsync(clock.Now.Day, ct);
        var reaching = db.AgencyReaches.Where(reach => reach.AncestorId == agencyId).Select(reach => reach.AgencyId);
        var parts = await db.TaskAgencies.AsNoTracking().Where(part => part.Owner == actor.Owner && reaching.Contains(part.ActingId ?? part.AgencyId)).ToListAsync(ct);
        var ids = parts.Where(part => heirs.Of(part.ActingId ?? part.AgencyId) is [var only] && only == agencyId).Select(part => part.TaskId).Distinct().ToList();
        var tasks = (await db.ProgrammeTasks.AsNoTracking().Where(task => task.Owner == actor.Owner && EF.Parameter(ids).Contains(task.Id)).ToListAsync(ct))
            .Where(task => task.Covers(year)).OrderBy(task => task.MadeAt).ThenBy(task => task.Id.Value).ToList();
        var rows = (await db.AnnualRows.Where(row => row.Owner == actor.Owner && row.TaskId != null && reaching.Contains(row.ActingId ?? row.AgencyId)).ToListAsync(ct))
            .Where(row => heirs.Of(row.ActingId ?? row.AgencyId) is [var only] && only == agencyId).ToLookup(row => row.TaskId!.Value);
        var drawn = new DrawnUp(0, 0);

        foreach (var task in tasks)
        {
            var planned = rows[task.Id].Where(row => row.Year == year).ToList();

            if (planned.Count > 0)
            {
                drawn = drawn with { Renewed = drawn.Renewed + planned.Count(row => Renew(row, task, actor)) };
            }
            // What is done once and was done in an earlier year is over.
            else if (task.Recurrence is TaskRecurrence.EveryYear || !rows[task.Id].Any(row => row.Year < year && row.State is RowState.Done))
            {
                Add(task, agencyId, year, actor);
                drawn = drawn with { Added = drawn.Added + 1 };
            }
        }

        await db.SaveChangesAsync(ct);
        await transaction.CommitAsync(ct);

        return drawn;
    }

    private bool Renew(AnnualRow row, ProgrammeTask task, Actor actor)
    {
        if (!row.Follow(task))
        {
            return false;
        }

        db.Record(new AnnualRowRenewed(row.Id), actor.Owner, actor.PersonId?.Value, clock.Now);

        return true;
    }

    private void Add(ProgrammeTask task, int agency, int year, Actor actor)
    {
        var row = new AnnualRow
        {
            Owner = actor.Owner,
            Id = new AnnualRowId(Guid.CreateVersion7()),
            AgencyId = agency,
            Year = year,
            TaskId = task.Id,
            Text = "",
        };
        row.Follow(task);
        db.Add(row);
        db.Record(new AnnualRowAdded(row.Id, agency, year), actor.Owner, actor.PersonId?.Value, clock.Now);
    }
}

internal static class AnnualPlanChecks
{
    extension(HieuHocDb db)
    {
        /// <summary>Why the actor draws up no plan of this agency for this year; null where they do.</summary>
        public async Task<Refusal?> RefuseAnnualPlanAsync(int agencyId, int year, Actor actor, DateOnly today, CancellationToken ct)
        {
            var sees = actor.May(Capability.SeeTasks);
            var seen = db.AgenciesWithTasksOf(actor);

            if (!await db.AgenciesOn(today).AnyAsync(agency => sees && agency.Id == agencyId && seen.Contains(agency.Id), ct))
            {
                return new AgencyNotFound();
            }

            if (!await db.AgenciesPlannedBy(actor).AnyAsync(agency => agency == agencyId, ct))
            {
                return new AnnualPlanNotYours();
            }

            return year is < StatedTask.FirstYear or > StatedTask.LastYear ? AnnualPlanYearUnfit.Usual : null;
        }
    }
}
