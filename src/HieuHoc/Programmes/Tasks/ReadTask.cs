using HieuHoc.Access;
using HieuHoc.Agencies;
using HieuHoc.PlanReading;
using HieuHoc.Platform;
using Microsoft.EntityFrameworkCore;

namespace HieuHoc.Programmes.Tasks;

/// <summary>An agency that has a part in a task.</summary>
/// <param name="Now">Who goes on for it; null while it does itself, or nobody is named.</param>
/// <param name="NamedAs">As the plan calls it.</param>
/// <param name="Heirs">Where several took over from it, those of whom a person names one.</param>
public sealed record TaskPart(int AgencyId, string Agency, string? Now, string NamedAs, IReadOnlyList<AgencyRole> Roles, IReadOnlyList<(int Id, string Name)> Heirs);

/// <summary>A row of an annual plan, and whose it is today.</summary>
public sealed record TaskRow(AnnualRow Row, string Agency);

/// <summary>A task with who has which part in it, and the rows that came of it, those of the last year first.</summary>
/// <param name="Communes">The committees of all communes where each of them has the same part; empty where not.</param>
/// <param name="Parts">The parts of everybody else.</param>
public sealed record TaskRead(ProgrammeTask Task, IReadOnlyList<TaskPart> Communes, IReadOnlyList<TaskPart> Parts, IReadOnlyList<TaskRow> Rows);

/// <summary>Reads one task.</summary>
public sealed class ReadTask(HieuHocDb db, ProgrammeClock clock)
{
    public async Task<Outcome<TaskRead>> RunAsync(TaskId id, Actor actor, CancellationToken ct)
    {
        if (await db.TasksVisibleTo(actor).AsNoTracking().SingleOrDefaultAsync(task => task.Id == id, ct) is not { } found)
        {
            return new TaskNotFound();
        }

        var today = clock.Now.Day;
        var heirs = await db.AgencyHeirsAsync(today, ct);
        var parts = await db.TaskAgencies.AsNoTracking().Where(part => part.Owner == actor.Owner && part.TaskId == id).ToListAsync(ct);
        var rows = await db.AnnualRowsVisibleTo(actor).AsNoTracking().Where(row => row.TaskId == id).ToListAsync(ct);
        var agencies = parts.Select(part => part.AgencyId).Concat(rows.Select(row => row.AgencyId)).ToHashSet();
        var names = await db.AgencyNamesAsync(
            [.. agencies.Concat(agencies.SelectMany(heirs.Of)).Concat(parts.Select(part => part.ActingId).Concat(rows.Select(row => row.ActingId)).OfType<int>().SelectMany(heirs.Of))], today, ct);
        IReadOnlyList<TaskPart> all =
        [
            .. from part in parts
               group part by (part.AgencyId, part.ActingId) into same
               let now = heirs.For(same.Key.ActingId ?? same.Key.AgencyId)
               let could = heirs.Of(same.Key.AgencyId)
               orderby same.Min(part => part.Role), names[same.Key.AgencyId]
               select new TaskPart(
                   same.Key.AgencyId, names[same.Key.AgencyId], now == same.Key.AgencyId ? null : names[now], same.First().NamedAs,
                   [.. same.Select(part => part.Role).Order()], could.Count > 1 ? [.. could.Select(heir => (heir, names[heir]))] : []),
        ];
        var communes = await OfAllCommunesAsync(all, actor, today, ct);

        return new TaskRead(
            found,
            communes,
            [.. all.Except(communes)],
            [
                .. rows.Select(row => new TaskRow(row, names[heirs.For(row.ActingId ?? row.AgencyId)]))
                    .OrderByDescending(row => row.Row.Year).ThenBy(row => row.Agency, Vietnamese.Order).ThenBy(row => row.Row.Id.Value),
            ]);
    }

    /// <summary>The parts of the committees of communes where every one has the same; none where they differ, or not all have one.</summary>
    private async Task<IReadOnlyList<TaskPart>> OfAllCommunesAsync(IReadOnlyList<TaskPart> all, Actor actor, DateOnly today, CancellationToken ct)
    {
        var communes = await db.CommitteesOfCommunesAsync(actor.Owner, today, ct);
        var theirs = all.Where(part => communes.Contains(part.AgencyId) && part is { Now: null, Heirs.Count: 0 }).ToList();

        return communes.Count > 1 && theirs.Count == communes.Count && theirs.TrueForAll(part => part.Roles.SequenceEqual(theirs[0].Roles)) ? theirs : [];
    }
}
