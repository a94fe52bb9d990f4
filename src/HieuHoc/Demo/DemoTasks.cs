using HieuHoc.Access;
using HieuHoc.Places;
using HieuHoc.PlanReading;
using HieuHoc.Platform;
using HieuHoc.Platform.Packs;
using HieuHoc.Programmes;
using HieuHoc.Programmes.Tasks;
using Microsoft.EntityFrameworkCore;

namespace HieuHoc.Demo;

/// <summary>
/// What the province's plan gives its agencies to do, in its own words, as tasks with the rows of this year. How far the agencies have
/// come is made up: some are done, some late.
/// </summary>
internal sealed class DemoTasks(DbEngine engine, PackShelf shelf, Texts texts, StoryTime time)
{
    /// <summary>Where the plan says what the agency of the visitor does.</summary>
    public const string HomeAffairsClause = "IV.3";

    /// <summary>A day that is over when agencies report.</summary>
    public static readonly DateOnly Late = new(2026, 10, 30);

    private static readonly DateOnly EndOfYear = new(2026, 12, 15);

    private static readonly DateOnly Told = new(2026, 11, 5);

    private readonly ProgrammeClock clock = new(time);

    /// <summary>The task that a clause of the plan gives.</summary>
    public static TaskId IdOf(Owner owner, string clause) => new(DemoId.Of(owner, $"task {clause}"));

    public async Task RunAsync(Owner owner, CancellationToken ct)
    {
        await using var db = engine.Open();
        var actor = new Actor(owner.Id, null, Role.StandingAgency, owner.PlaceId);
        time.Morning(StoryTime.Opening);
        await GiveAsync(db, owner, actor, ct);

        foreach (var agency in await db.TaskAgencies.Where(part => part.Owner == owner.Id).Select(part => part.AgencyId).Distinct().Order().ToListAsync(ct))
        {
            _ = (await new DrawUpAnnualPlan(db, clock).RunAsync(agency, StoryTime.Year, actor, ct)).Value;
        }

        var rows = await db.AnnualRows.AsNoTracking().Where(row => row.Owner == owner.Id).Join(
            db.ProgrammeTasks, row => new { row.Owner, Id = row.TaskId!.Value }, task => new { task.Owner, task.Id }, (row, task) => new { row.Id, row.AgencyId, task.Clause }).ToListAsync(ct);

        foreach (var (i, row) in rows.OrderBy(row => row.Clause, StringComparer.Ordinal).ThenBy(row => row.AgencyId).Index())
        {
            await FollowAsync(db, owner, row.Id, i % 4, actor, ct);
        }
    }

    /// <summary>The plan's assignments to whoever can be told today.</summary>
    private async Task GiveAsync(HieuHocDb db, Owner owner, Actor actor, CancellationToken ct)
    {
        var byName = await db.AgenciesByNameAsync(owner.Id, clock.Now.Day, ct);
        var packs = await shelf.OnAsync<ProgrammePack>(db, clock.Now.Day, await db.JurisdictionAsync(owner.Id, ct), ct);

        foreach (var plan in packs.SelectMany(pack => pack.Document.Plans))
        {
            foreach (var given in plan.Assignments.Where(given => given.Duties is { Count: > 0 } && byName.Meant(given.Agency).Count == 1))
            {
                var stated = new StatedTask
                {
                    Text = string.Join('\n', given.Duties!), // filtered above
                    Clause = given.Clause,
                    FromYear = plan.Document.Period?.From ?? StoryTime.Year,
                    ToYear = plan.Document.Period?.To ?? StoryTime.Year,
                };
                var agencies = new GivenAgencies(given.Roles.DefaultIfEmpty(AgencyRole.Coordinate).ToDictionary(role => role, IReadOnlyList<string> (_) => [given.Agency]));
                _ = (await new KeepTasks(db, clock).MakeAsync(IdOf(owner, given.Clause), stated, agencies, actor, ct)).Value;
            }
        }
    }

    /// <summary>In turn a row is done, under way, late and not begun, or not spoken of.</summary>
    private async Task FollowAsync(HieuHocDb db, Owner owner, AnnualRowId row, int turn, Actor actor, CancellationToken ct)
    {
        time.Morning(StoryTime.Opening);
        var drawn = await db.AnnualRows.AsNoTracking().SingleAsync(one => one.Owner == owner.Id && one.Id == row, ct);
        _ = (await new KeepAnnualRows(db, clock).ChangeAsync(row, drawn.Revision, new StatedRow("", turn == 2 ? Late : EndOfYear, ""), actor, ct)).Value;

        if (turn < 2)
        {
            time.Morning(Told);
            var state = turn == 0 ? RowState.Done : RowState.UnderWay;
            var told = new ToldProgress(DemoId.Of(owner, $"progress {row.Value}"), 0, state, texts.In("vi", $"demo.task.{state}"), Told);
            _ = (await new SayProgress(db, clock).RunAsync(row, told, actor, ct)).Value;
        }
    }
}
