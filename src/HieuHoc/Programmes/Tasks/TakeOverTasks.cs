using System.Text.RegularExpressions;
using HieuHoc.Access;
using HieuHoc.PlanReading;
using HieuHoc.Platform;
using HieuHoc.Programmes.Plans;
using Microsoft.EntityFrameworkCore;

namespace HieuHoc.Programmes.Tasks;

/// <summary>What an item of a plan becomes: a task, with those who have a part in it.</summary>
/// <param name="Text">Of an assignment whose clause has no task: what the plan writes there.</param>
public sealed record TaskOffer(string Item, string Clause, string Text, IReadOnlyList<OfferedAgency> Agencies);

/// <summary>An agency as a plan names it.</summary>
/// <param name="Item">The key of the assignment.</param>
/// <param name="Meant">Who could be meant today: exactly one is taken over; of none or several a person says who.</param>
/// <param name="IsAll">True of a name that means them all: "UBND các xã, phường".</param>
/// <param name="Taken">True where it was taken over before.</param>
public sealed record OfferedAgency(string Item, string Name, IReadOnlyList<AgencyRole> Roles, IReadOnlyList<int> Meant, bool IsAll, bool Taken)
{
    /// <summary>Who is taken over without a word of a person; nobody where it takes one.</summary>
    public IReadOnlyList<int> Clear => IsAll || Meant.Count == 1 ? Meant : [];
}

/// <summary>The tasks of a confirmed plan: which are taken over and which can be.</summary>
/// <param name="Open">Those that are not taken over, or of which an agency is not.</param>
public sealed record OfferedTasks(StandingPlan Plan, IReadOnlyList<TaskOffer> Open, int Taken);

/// <summary>Takes tasks and who has a part in them over from the last confirmed version of a plan. Nothing is guessed, and nothing taken twice.</summary>
public sealed partial class TakeOverTasks(HieuHocDb db, ProgrammeClock clock)
{
    /// <summary>What could be taken over.</summary>
    public async Task<Outcome<OfferedTasks>> ReadAsync(PlanId id, Actor actor, CancellationToken ct)
    {
        if (await db.StandingPlanAsync(id, actor, ct) is not { } standing)
        {
            return new PlanNotFound();
        }

        if (!await db.KeepsTasksAsync(actor, ct))
        {
            return new TasksNotYoursToKeep();
        }

        // While it is looked at, what stands is nobody's word; a confirmed one stands as its last version says.
        if (standing.Plan.State is not PlanState.Confirmed)
        {
            return new PlanNotConfirmedForTasks();
        }

        var byName = await db.AgenciesByNameAsync(actor.Owner, clock.Now.Day, ct);
        var taken = await db.TaskSources.Where(source => source.Owner == actor.Owner && source.PlanId == id).Select(source => source.Item).ToHashSetAsync(ct);
        var offers = Offers(standing, byName, taken);
        var open = offers.Where(offer => !taken.Contains(offer.Item) || offer.Agencies.Any(agency => !agency.Taken)).ToList();

        return new OfferedTasks(standing, open, offers.Count - open.Count);
    }

    /// <summary>Takes over what is open. An agency that means none or several, and is not chosen, waits until somebody says who it is.</summary>
    /// <param name="chosen">By the key of the assignment the name of the agency that is meant.</param>
    /// <returns>How many tasks came, or got a further agency.</returns>
    public async Task<Outcome<int>> RunAsync(PlanId id, IReadOnlyDictionary<string, string> chosen, Actor actor, CancellationToken ct)
    {
        await using var transaction = await db.Database.BeginTransactionAsync(ct);
        await db.Engine.LockAsync(db, "tasks", ct);
        var read = await ReadAsync(id, actor, ct);

        if (read.Refusal is { } refusal)
        {
            return refusal;
        }

        var found = await ChosenAsync(chosen, actor, ct);

        if (found.Refusal is { } unclear)
        {
            return unclear;
        }

        var count = 0;

        foreach (var offer in read.Value.Open)
        {
            count += await TakeAsync(offer, read.Value.Plan, found.Value, actor, ct) ? 1 : 0;
        }

        await db.SaveChangesAsync(ct);
        await transaction.CommitAsync(ct);

        return count;
    }

    private static List<TaskOffer> Offers(StandingPlan standing, AgenciesByName byName, HashSet<string> taken)
    {
        var kept = standing.Draft.Items.Where(item => item.IsKept).ToList();
        var assignments = kept.Where(item => item.Now is PlanAssignment)
            .Select(item => (Item: item, Given: (PlanAssignment)item.Now)).ToList();
        var tasks = kept.Where(item => item.Now is PlannedTask).Select(item => (item.Key, Task: (PlannedTask)item.Now)).ToList();
        var clauses = tasks.Select(task => task.Task.Clause).Where(clause => clause.Length > 0).ToHashSet();
        // A row of a table names its task and who does it; all rows have the clause of the heading over the table.
        var inRow = assignments.ToDictionary(
            given => given.Item.Key,
            given => standing.Draft.Items.Where(item => item.Now is PlannedTask && StandsIn(item, given.Item)).Select(item => item.Key).ToHashSet());

        return
        [
            .. tasks.Select(task => new TaskOffer(
                task.Key, task.Task.Clause, task.Task.Text,
                [.. assignments.Where(given => Does(given, task)).SelectMany(given => Offered(given, task.Key))])),
            .. assignments.Where(given => inRow[given.Item.Key].Count == 0 && !clauses.Contains(given.Given.Clause))
                .Select(given => new TaskOffer(given.Item.Key, given.Given.Clause, TextOf(given.Item, standing.Plan.Text), [.. Offered(given, given.Item.Key)])),
        ];

        bool Does((DraftItem Item, PlanAssignment Given) assignment, (string Key, PlannedTask Task) task) => inRow[assignment.Item.Key] is { Count: > 0 } row
            ? row.Contains(task.Key)
            : task.Task.Clause.Length > 0 && assignment.Given.Clause == task.Task.Clause;

        // Who linked the name on the page of the plan said who is meant, each by itself; otherwise the name speaks.
        IEnumerable<OfferedAgency> Offered((DraftItem Item, PlanAssignment Given) assignment, string task) => assignment.Given.Agencies is { Count: > 0 } linked
            ? linked.Select(code => Of(assignment, task, $"{assignment.Item.Key}/{code}", byName.NameOf(code), byName.Standing(code)))
            : Named(assignment, task);

        // Of a heading that a person said something of, as a whole, nothing is open.
        IEnumerable<OfferedAgency> Named((DraftItem Item, PlanAssignment Given) assignment, string task) =>
            byName.SideBySide(assignment.Given.Agency) is { Count: > 1 } several && !taken.Contains(SourceKey(task, assignment.Item.Key))
                ? several.Select(name => Called(assignment, task, $"{assignment.Item.Key}/{name}", name))
                : [Called(assignment, task, assignment.Item.Key, assignment.Given.Agency)];

        OfferedAgency Called((DraftItem Item, PlanAssignment Given) assignment, string task, string key, string name) => byName.All(name) is { Count: > 0 } all
            ? Of(assignment, task, key, name, all, isAll: true)
            : Of(assignment, task, key, name, byName.Meant(name));

        OfferedAgency Of((DraftItem Item, PlanAssignment Given) assignment, string task, string key, string name, IReadOnlyList<int> meant, bool isAll = false) =>
            new(key, name, assignment.Given.Roles, meant, isAll, taken.Contains(SourceKey(task, key)));
    }

    /// <summary>True where the text has one within the other: a task in its row of a table.</summary>
    private static bool StandsIn(DraftItem inner, DraftItem outer) =>
        inner.Length > 0 && inner.Start >= outer.Start && inner.Start + inner.Length <= outer.Start + outer.Length;

    /// <summary>
    /// What the plan writes where it names the agency, without the lines that only name it, and cut where it is longer than a task; of one
    /// that a person added its duties, or the name.
    /// </summary>
    private static string TextOf(DraftItem item, string text)
    {
        var given = (PlanAssignment)item.Now;
        var lines = TypedText.Lines(TypedText.Kept(text.Substring(item.Start, item.Length)));
        var written = item.Length > 0 ? string.Join('\n', lines.Skip(Naming(lines, given.Agency))) : string.Join('\n', given.Duties ?? []);

        return written.Length == 0 ? given.Agency : written.Length <= StatedTask.LongestText ? written : $"{written[..(StatedTask.LongestText - 1)]}…";
    }

    /// <summary>How many lines at the beginning name the agency and say nothing; none where all do.</summary>
    private static int Naming(IReadOnlyList<string> lines, string agency)
    {
        var heading = "";

        for (var i = 0; i < lines.Count - 1; i++)
        {
            heading = $"{heading} {lines[i]}";

            if (heading.IndexOf(agency, StringComparison.Ordinal) is var at and >= 0)
            {
                return InParentheses().Replace(heading[(at + agency.Length)..], "").Any(char.IsLetterOrDigit) ? 0 : i + 1;
            }
        }

        return 0;
    }

    /// <summary>Of several tasks in a clause each has its agencies by itself; an assignment that is its own task has one key for both.</summary>
    private static string SourceKey(string task, string assignment) => task == assignment ? $"{task}/agency" : $"{task}/{assignment}";

    private async Task<Outcome<IReadOnlyDictionary<string, IReadOnlyList<int>>>> ChosenAsync(IReadOnlyDictionary<string, string> chosen, Actor actor, CancellationToken ct)
    {
        var found = new Dictionary<string, IReadOnlyList<int>>();

        foreach (var (item, name) in chosen.Where(choice => !string.IsNullOrWhiteSpace(choice.Value)))
        {
            var named = new GivenAgencies(new Dictionary<AgencyRole, IReadOnlyList<string>> { [AgencyRole.Lead] = [name] });
            var outcome = await GivenAgencies.FindAsync(db, named, actor, clock.Now.Day, ct);

            if (outcome.Refusal is { } refusal)
            {
                return refusal;
            }

            found[item] = [.. outcome.Value.Select(part => part.Agency)];
        }

        return found;
    }

    private async Task<bool> TakeAsync(TaskOffer offer, StandingPlan plan, IReadOnlyDictionary<string, IReadOnlyList<int>> chosen, Actor actor, CancellationToken ct)
    {
        var agencies = offer.Agencies.Where(agency => !agency.Taken)
            .Select(agency => (Agency: agency, Ids: agency.Clear.Count > 0 ? agency.Clear : chosen.GetValueOrDefault(agency.Item, [])))
            .Where(agency => agency.Ids.Count > 0).ToList();
        var source = await db.TaskSources.SingleOrDefaultAsync(row => row.Owner == actor.Owner && row.PlanId == plan.Plan.Id && row.Item == offer.Item, ct);

        if (source is not null && agencies.Count == 0)
        {
            return false;
        }

        var task = source is null ? Add(offer, plan, actor) : await db.ProgrammeTasks.SingleAsync(row => row.Owner == actor.Owner && row.Id == source.TaskId, ct);
        var parts = await db.TaskAgencies.Where(part => part.Owner == task.Owner && part.TaskId == task.Id).Select(part => new { part.AgencyId, part.Role }).ToListAsync(ct);
        var known = parts.Select(part => (part.AgencyId, part.Role)).ToHashSet();

        foreach (var (agency, ids) in agencies)
        {
            db.Add(Source(plan, SourceKey(offer.Item, agency.Item), task));
            db.AddRange(
                from id in ids
                from role in RolesOf(agency)
                where known.Add((id, role))
                select KeepTasks.Given(task, id, role, agency.Name));
        }

        db.Record(new TaskTakenOver(task.Id, plan.Plan.Id, [offer.Item, .. agencies.Select(agency => agency.Agency.Item)]), actor.Owner, actor.PersonId?.Value, clock.Now);

        return true;
    }

    private ProgrammeTask Add(TaskOffer offer, StandingPlan plan, Actor actor)
    {
        var task = KeepTasks.Task(new TaskId(Guid.CreateVersion7()), plan.Plan.Id, actor, clock.Now);
        task.Say(Stated(offer, plan).Kept());
        db.Add(task);
        db.Add(Source(plan, offer.Item, task));

        return task;
    }

    /// <summary>A plan says of its tasks no days; they are done every year of its period until a person says otherwise.</summary>
    private StatedTask Stated(TaskOffer offer, StandingPlan plan)
    {
        var head = plan.Draft.Head;
        var year = head.Period?.From ?? head.IssuedOn?.Year ?? clock.Now.Day.Year;
        var from = Math.Clamp(year, StatedTask.FirstYear, StatedTask.LastYear);

        return new StatedTask { Text = offer.Text, Clause = offer.Clause, FromYear = from, ToYear = Math.Clamp(head.Period?.To ?? from, from, StatedTask.LastYear) };
    }

    /// <summary>Of whom the plan says no part, it coordinates: it is named, and neither leads nor directs.</summary>
    private static IReadOnlyList<AgencyRole> RolesOf(OfferedAgency agency) => agency.Roles.Count > 0 ? agency.Roles : [AgencyRole.Coordinate];

    private static TaskSource Source(StandingPlan plan, string item, ProgrammeTask task) => new()
    {
        Owner = plan.Plan.Owner,
        PlanId = plan.Plan.Id,
        Item = item,
        TaskId = task.Id,
    };

    [GeneratedRegex(@"\([^)]*\)")]
    private static partial Regex InParentheses();
}
