using HieuHoc.Access;
using HieuHoc.Agencies;
using HieuHoc.Platform;
using HieuHoc.Platform.Packs;
using HieuHoc.Returns;
using HieuHoc.Web.Hosting;
using Microsoft.AspNetCore.Mvc.RazorPages;
using Microsoft.EntityFrameworkCore;

namespace HieuHoc.Web.Pages;

/// <summary>What this person has to do: at most seven lines, then where the round stands.</summary>
[For(Capability.OwnAccount)]
public sealed class IndexModel(HieuHocDb db, PackShelf shelf, ProgrammeClock clock, Actor actor) : PageModel
{
    private const int MostLines = 7;

    /// <summary>What is done first of several things due on one day.</summary>
    private static readonly List<ReturnState> Urgency =
        [ReturnState.ToMend, ReturnState.Correcting, ReturnState.AwaitingLeader, ReturnState.Approved, ReturnState.Checking, ReturnState.Sent, ReturnState.Entering];

    public Role Role => actor.Role;

    public DateOnly Today => clock.Now.Day;

    public IReadOnlyList<WorkLine> Lines { get; private set; } = [];

    /// <summary>Work beyond the lines shown.</summary>
    public int More { get; private set; }

    public RoundProgress? Progress { get; private set; }

    public async Task OnGetAsync(CancellationToken ct)
    {
        var work = new List<(Round Round, Row Row)>();

        foreach (var (round, forms) in await NewestRoundsAsync(ct))
        {
            var returns = await ReturnsAsync(round, ct);
            work.AddRange(returns
                .Where(row => forms.TryGetValue(row.FormPackId, out var form) && ReturnSteps.IsTurnOf(actor.Role, row.State, form.Way))
                .Select(row => (round, row)));
            Progress ??= returns.Count == 0 ? null : RoundProgress.Of(round, returns.Select(row => (row.State, row.DueOn)), Today);
        }

        work = [.. work.OrderBy(line => line.Row.DueOn).ThenBy(line => Urgency.IndexOf(line.Row.State)).ThenBy(line => line.Row.SentAt)];
        Lines = [.. work.Take(MostLines).Select(line => new WorkLine(line.Row.State, line.Row.Place, line.Round, line.Row.DueOn, $"/returns/{line.Row.Id}"))];
        More = work.Count - Lines.Count;
    }

    /// <summary>
    /// The visitor's rounds that are open now, of communes before those of villages and of agencies, and of each level the newest
    /// period's alone, each with its forms: what earlier ones left undone is in the list of returns.
    /// </summary>
    private async Task<List<(Round Round, Dictionary<int, FormsPack> Forms)>> NewestRoundsAsync(CancellationToken ct)
    {
        var rows = await (
            from round in db.RoundsVisibleTo(actor).AsNoTracking()
            where round.OpensOn <= Today
            join form in db.RoundForms on new { round.Owner, RoundId = round.Id } equals new { form.Owner, form.RoundId }
            orderby round.OpensOn descending, round.Code descending, form.FormPackId
            select new { round, form.FormPackId }).ToListAsync(ct);
        var asked = new List<(Round Round, int Pack, FormsPack Form)>();

        foreach (var row in rows)
        {
            asked.Add((row.round, row.FormPackId, await db.FormAsync(shelf, row.FormPackId, ct)));
        }

        return
        [
            .. asked.GroupBy(row => row.Form.Level).OrderBy(level => level.Key)
                .SelectMany(level => level.Where(row => row.Round.PeriodId == level.First().Round.PeriodId))
                .GroupBy(row => row.Round.Id)
                .Select(round => (round.First().Round, round.ToDictionary(row => row.Pack, row => row.Form))),
        ];
    }

    private async Task<List<Row>> ReturnsAsync(Round round, CancellationToken ct)
    {
        var names = db.SubjectNamesOn(round.CutOffOn);

        return await (
            from @return in db.ReturnsVisibleTo(actor).Owed()
            where @return.RoundId == round.Id
            join name in names on @return.SubjectId equals name.SubjectId
            select new Row(@return.Id.Value, @return.FormPackId, name.FullName, @return.State, @return.DueOn, @return.SentAt))
            .AsNoTracking()
            .ToListAsync(ct);
    }

    private sealed record Row(Guid Id, int FormPackId, string Place, ReturnState State, DateOnly DueOn, DateTime? SentAt);
}

/// <summary>One thing to do: what, for whom, until when, and where.</summary>
public sealed record WorkLine(ReturnState State, string Place, Round Round, DateOnly DueOn, string Address);
