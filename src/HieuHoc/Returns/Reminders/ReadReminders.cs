using HieuHoc.Access;
using HieuHoc.Agencies;
using HieuHoc.Places;
using HieuHoc.Platform;
using HieuHoc.Platform.Packs;
using Microsoft.EntityFrameworkCore;

namespace HieuHoc.Returns.Reminders;

/// <summary>
/// Reads who is to be reminded of what: those whose turn it is with a return that is not sent, of rounds that are open and not
/// closed. The holder of a post is reminded, and not who stands in.
/// </summary>
public sealed class ReadReminders(HieuHocDb db, PackShelf shelf, ProgrammeClock clock)
{
    /// <summary>By so many days at most a weekend brings a reminder forward.</summary>
    private const int Weekend = 2;

    private static readonly IReadOnlyList<ReturnState> Unsent = [.. Enum.GetValues<ReturnState>().Except(ReturnSteps.Arrived)];

    /// <summary>When people are reminded in a programme today; null where no pack says so.</summary>
    public async Task<RemindersPack?> PlanAsync(short owner, CancellationToken ct) =>
        await shelf.OnAsync<RemindersPack>(db, clock.Now.Day, await db.JurisdictionAsync(owner, ct), ct) is [var plan, ..] ? plan.Document : null;

    /// <summary>Whom a mail is due to today, each with all that they owe; those without an address too.</summary>
    /// <param name="round">The round that they are to be reminded of today, among others; null for any.</param>
    public async Task<IReadOnlyList<OwedBy>> TodayAsync(short owner, RoundId? round, CancellationToken ct)
    {
        var today = clock.Now.Day;

        if (await PlanAsync(owner, ct) is not { } plan)
        {
            return [];
        }

        var returns = db.Returns.AsNoTracking().Where(@return => @return.Owner == owner);
        var owed = (await NearAsync(returns, owner, plan, ct)).Where(row => !plan.IsQuietOn(today, row.DueOn)).ToList();
        var people = await PeopleAsync(owner, owed, ct);
        var ids = owed.Select(row => row.Id).ToList();
        var last = (await db.Reminders.AsNoTracking().Where(row => row.Owner == owner && EF.Parameter(ids).Contains(row.ReturnId)).ToListAsync(ct))
            .GroupBy(row => (row.PersonId, row.ReturnId)).ToDictionary(of => of.Key, of => of.Max(row => row.Day));

        return
        [
            .. people.Where(person => person.Returns.Any(row => (round is null || row.Round.Id == round)
                && (!last.TryGetValue((person.PersonId, row.Id), out var day) || day < plan.Latest(row.DueOn, today)))),
        ];
    }

    /// <summary>What the actor, or who is under them, has still to send: near the last day, or beyond it until it is sent.</summary>
    /// <param name="known">What the actor is told of elsewhere.</param>
    public async Task<IReadOnlyList<OwedLine>> OfAsync(Actor actor, IReadOnlySet<ReturnId> known, CancellationToken ct)
    {
        if (!actor.Rule.IsSender || await PlanAsync(actor.Owner, ct) is not { } plan)
        {
            return [];
        }

        var lines = new List<(OwedReturn Row, FormsPack Form)>();

        foreach (var row in await NearAsync(db.ReturnsVisibleTo(actor).AsNoTracking(), actor.Owner, plan, ct))
        {
            lines.Add((row, await db.FormAsync(shelf, row.FormPackId, ct)));
        }

        return
        [
            .. lines.Where(line => !known.Contains(line.Row.Id) && ReturnSteps.Prepares(actor.Role, line.Form.Way))
                .GroupBy(line => (line.Row.Round.Id, line.Form.Level, line.Row.DueOn))
                .OrderBy(same => same.Key.DueOn).ThenBy(same => same.Key.Level)
                .Select(same => new OwedLine(
                    same.First().Row.Round, same.Key.Level, same.Key.DueOn, same.Count(), same.Count() == 1 ? same.First().Row : null)),
        ];
    }

    /// <summary>The returns that are not sent and whose first day of reminding has come.</summary>
    private async Task<IReadOnlyList<OwedReturn>> NearAsync(IQueryable<Return> returns, short owner, RemindersPack plan, CancellationToken ct)
    {
        var today = clock.Now.Day;
        var horizon = today.AddDays(plan.DaysBefore.DefaultIfEmpty(0).Max() + Weekend);
        var names = db.SubjectNamesOn(today);
        var rows = await (
            from @return in returns.Owed()
            where @return.DueOn <= horizon && Unsent.Contains(@return.State)
            join round in db.Rounds.AsNoTracking() on new { @return.Owner, Id = @return.RoundId } equals new { round.Owner, round.Id }
            where round.Owner == owner && round.ClosedAt == null && round.OpensOn <= today
            join name in names on @return.SubjectId equals name.SubjectId
            orderby @return.DueOn, round.OpensOn, round.Code, @return.SubjectId
            select new { Return = @return, Round = round, name.FullName }).ToListAsync(ct);

        return
        [
            .. rows.Where(row => plan.Latest(row.Return.DueOn, today) is not null).Select(row => new OwedReturn(
                row.Return.Id, row.Round, row.Return.FormPackId, row.Return.SubjectId, row.FullName, row.Return.State, row.Return.DueOn)),
        ];
    }

    /// <summary>The people with a role of their own today whose turn one of these returns is.</summary>
    private async Task<IReadOnlyList<OwedBy>> PeopleAsync(short owner, IReadOnlyList<OwedReturn> owed, CancellationToken ct)
    {
        var subjects = owed.Select(row => row.SubjectId).Distinct().ToList();
        var addresses = db.MailAddresses;
        var holders = await (
            from grant in db.RoleGrantsOn(clock.Now.Day).AsNoTracking()
            where grant.Owner == owner && EF.Parameter(subjects).Contains(grant.AgencyId ?? grant.PlaceId)
            join person in db.People on new { grant.Owner, Id = grant.PersonId } equals new { person.Owner, person.Id }
            select new
            {
                Grant = grant,
                person.DisplayName,
                Address = addresses.FirstOrDefault(address => address.Owner == person.Owner && address.PersonId == person.Id),
            }).ToListAsync(ct);
        var bySubject = owed.ToLookup(row => row.SubjectId);
        var turns = new List<(PersonId Person, string DisplayName, MailAddress? Address, OwedReturn Row)>();

        foreach (var holder in holders)
        {
            foreach (var row in bySubject[holder.Grant.AgencyId ?? holder.Grant.PlaceId])
            {
                var way = (await db.FormAsync(shelf, row.FormPackId, ct)).Way;

                if (ReturnSteps.IsTurnOf(holder.Grant.Role, row.State, way)
                    && (holder.Grant.Programme is null || row.Round.Programme is null || holder.Grant.Programme == row.Round.Programme))
                {
                    turns.Add((holder.Grant.PersonId, holder.DisplayName, holder.Address, row));
                }
            }
        }

        return
        [
            .. turns.GroupBy(turn => turn.Person).OrderBy(person => person.First().DisplayName, Vietnamese.Order).ThenBy(person => person.Key.Value)
                .Select(person => new OwedBy(
                    person.Key, person.First().DisplayName, person.First().Address, [.. person.Select(turn => turn.Row).Distinct().OrderBy(row => row.DueOn)])),
        ];
    }
}
