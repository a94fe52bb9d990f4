using HieuHoc.Access;
using HieuHoc.Agencies;
using HieuHoc.Platform;
using HieuHoc.Returns;
using HieuHoc.Web.Hosting;
using Microsoft.AspNetCore.Mvc.RazorPages;
using Microsoft.EntityFrameworkCore;

namespace HieuHoc.Web.Pages;

/// <summary>What this person has to do: at most seven lines, then where the round stands.</summary>
[For(Capability.OwnAccount)]
public sealed class IndexModel(HieuHocDb db, ProgrammeClock clock, Actor actor) : PageModel
{
    private const int MostLines = 7;

    /// <summary>The states in which whoever may do this is the one to act.</summary>
    private static readonly IReadOnlyDictionary<Capability, IReadOnlyList<ReturnState>> Turns = new Dictionary<Capability, IReadOnlyList<ReturnState>>
    {
        [Capability.FillReturns] = [ReturnState.ToMend, ReturnState.Correcting, ReturnState.Approved, ReturnState.Entering],
        [Capability.LeadReturns] = [ReturnState.AwaitingLeader, ReturnState.Approved],
        [Capability.CheckReturns] = [ReturnState.Checking, ReturnState.Sent],
    };

    public Role Role => actor.Role;

    public DateOnly Today => clock.Now.Day;

    public IReadOnlyList<WorkLine> Lines { get; private set; } = [];

    /// <summary>Work beyond the lines shown.</summary>
    public int More { get; private set; }

    public RoundProgress? Progress { get; private set; }

    public async Task OnGetAsync(CancellationToken ct)
    {
        var rounds = await NewestRoundsAsync(ct);
        var turns = actor.Rule.May.SelectMany(capability => Turns.GetValueOrDefault(capability, [])).ToList();
        var work = new List<(Round Round, Row Row)>();

        foreach (var round in rounds)
        {
            var returns = await ReturnsAsync(round, ct);
            work.AddRange(returns.Where(row => turns.Contains(row.State)).Select(row => (round, row)));
            Progress ??= returns.Count == 0 ? null : new RoundProgress(
                round, returns.GroupBy(row => row.State).ToDictionary(group => group.Key, group => group.Count()));
        }

        work = [.. work.OrderBy(line => line.Round.DueOn).ThenBy(line => turns.IndexOf(line.Row.State)).ThenBy(line => line.Row.SentAt)];
        Lines = [.. work.Take(MostLines).Select(line => new WorkLine(line.Row.State, line.Row.Place, line.Round.Code, line.Round.DueOn, $"/returns/{line.Row.Id}"))];
        More = work.Count - Lines.Count;
    }

    /// <summary>The rounds that are open now, of the newest period: what earlier years left undone is in the list of returns.</summary>
    private async Task<List<Round>> NewestRoundsAsync(CancellationToken ct)
    {
        var rounds = await db.Rounds.AsNoTracking()
            .Where(round => round.Owner == actor.Owner && round.OpensOn <= Today)
            .OrderByDescending(round => round.OpensOn).ThenByDescending(round => round.Code)
            .ToListAsync(ct);

        return [.. rounds.Where(round => round.PeriodId == rounds[0].PeriodId)];
    }

    private async Task<List<Row>> ReturnsAsync(Round round, CancellationToken ct)
    {
        var names = db.SubjectNamesOn(round.CutOffOn);

        return await (
            from @return in db.ReturnsVisibleTo(actor).Owed()
            where @return.RoundId == round.Id
            join name in names on @return.SubjectId equals name.SubjectId
            select new Row(@return.Id.Value, name.FullName, @return.State, @return.SentAt))
            .AsNoTracking()
            .ToListAsync(ct);
    }

    private sealed record Row(Guid Id, string Place, ReturnState State, DateTime? SentAt);
}

/// <summary>One thing to do: what, for whom, until when, and where.</summary>
public sealed record WorkLine(ReturnState State, string Place, string Round, DateOnly DueOn, string Address);

/// <summary>How far the returns of a round have come.</summary>
public sealed record RoundProgress(Round Round, IReadOnlyDictionary<ReturnState, int> Counts)
{
    public int All => Counts.Values.Sum();

    public int Confirmed => Counts.GetValueOrDefault(ReturnState.Confirmed);

    /// <summary>Still in the senders' hands and not asked to mend.</summary>
    public int NotSent => Counts.Where(pair => !ReturnSteps.Arrived.Contains(pair.Key)).Sum(pair => pair.Value);

    /// <summary>Those that the standing agency has, or has had.</summary>
    public int Received => All - NotSent;

    /// <summary>Not sent although the last day is over.</summary>
    public int LateOn(DateOnly day) => Round.IsLateOn(day) ? NotSent : 0;

    /// <summary>The parts of the bar, in the order of the way that a return goes.</summary>
    public IReadOnlyList<(ReturnState State, int Count)> Parts =>
        [.. Counts.Where(pair => pair.Value > 0).OrderByDescending(pair => pair.Key).Select(pair => (pair.Key, pair.Value))];
}
