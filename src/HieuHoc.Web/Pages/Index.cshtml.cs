using HieuHoc.Access;
using HieuHoc.Agencies;
using HieuHoc.Figures;
using HieuHoc.Places;
using HieuHoc.Platform;
using HieuHoc.Platform.Packs;
using HieuHoc.Programmes.Checks;
using HieuHoc.Reporting.Records;
using HieuHoc.Returns;
using HieuHoc.Returns.Cells;
using HieuHoc.Returns.Narrative;
using HieuHoc.Returns.Reminders;
using HieuHoc.Web.Hosting;
using Microsoft.AspNetCore.Mvc.RazorPages;
using Microsoft.EntityFrameworkCore;

namespace HieuHoc.Web.Pages;

/// <summary>What this person has to do: at most seven lines, then where the round stands.</summary>
[For(Capability.OwnAccount)]
public sealed class IndexModel(HieuHocDb db, PackShelf shelf, ProgrammeClock clock, Actor actor, Visitor visitor, ReadReminders readReminders) : PageModel
{
    private const int MostLines = 7;

    /// <summary>More village returns than this that wait for the same thing are one line: they would hide what else there is to do.</summary>
    private const int MostOfVillages = 3;

    /// <summary>The rest is in the list of returns.</summary>
    private const int MostOwed = 3;

    /// <summary>How long a reply is told of here.</summary>
    private static readonly TimeSpan Told = TimeSpan.FromDays(14);

    /// <summary>What is done first of several things due on one day.</summary>
    private static readonly List<ReturnState> Urgency =
        [ReturnState.ToMend, ReturnState.Correcting, ReturnState.AwaitingLeader, ReturnState.Approved, ReturnState.Checking, ReturnState.Sent, ReturnState.Entering];

    public Role Role => actor.Role;

    /// <summary>True on an enrolled device, which also works without network.</summary>
    public bool HasDevice => visitor.Session?.Device is not null;

    /// <summary>True when the overview is open to the visitor.</summary>
    public bool SeesFigures => actor.May(Capability.SeeFigures);

    public DateOnly Today => clock.Now.Day;

    public IReadOnlyList<WorkLine> Lines { get; private set; } = [];

    /// <summary>What is not sent near its last day, or beyond it, and waits for somebody else or is of an earlier round.</summary>
    public IReadOnlyList<OwedLine> Owed { get; private set; } = [];

    /// <summary>Work beyond the lines shown.</summary>
    public int More { get; private set; }

    public RoundProgress? Progress { get; private set; }

    /// <summary>The difficulties and proposals that the standing agency passed on, without an answer.</summary>
    public int Forwarded { get; private set; }

    /// <summary>The difficulties and proposals that wait for this person's reply.</summary>
    public int Waiting { get; private set; }

    /// <summary>The replies of the last days to this person's own.</summary>
    public int Replied { get; private set; }

    /// <summary>The findings that this person's place or agency still has to answer.</summary>
    public int FindingsToAnswer { get; private set; }

    /// <summary>The answers to findings of this person's visits that nobody has looked at.</summary>
    public int FindingsToLookAt { get; private set; }

    /// <summary>The locked reports that are open to who writes none.</summary>
    public int Locked { get; private set; }

    public async Task OnGetAsync(CancellationToken ct)
    {
        await ReadDifficultiesAsync(ct);
        await ReadFindingsAsync(ct);
        Locked = actor.May(Capability.SeeReports) && !actor.May(Capability.BuildReports) ? await db.ReportsVisibleTo(actor).CountAsync(ct) : 0;
        var work = new List<Work>();

        foreach (var (round, forms) in await NewestRoundsAsync(ct))
        {
            var returns = await ReturnsAsync(round, ct);
            work.AddRange(returns
                .Where(row => forms.TryGetValue(row.FormPackId, out var form) && ReturnSteps.IsTurnOf(actor.Role, row.State, form.Way))
                .Select(row => new Work(round, row, forms[row.FormPackId].Level)));
            work.AddRange((await PapersAsync(round, ct))
                .Where(row => forms.TryGetValue(row.FormPackId, out var form) && form.OwesPaper)
                .Select(row => new Work(round, row, forms[row.FormPackId].Level) { IsPaper = true }));
            Progress ??= returns.Count == 0 ? null : RoundProgress.Of(round, returns.Select(row => (row.State, row.DueOn)), Today);
        }

        // One line of work may stand for several returns of villages.
        var known = work.Select(line => new ReturnId(line.Row.Id)).ToHashSet();
        work =
        [
            .. work.GroupBy(line => (line.Round.Id, line.Row.State, line.Level)).SelectMany(Folded)
                .OrderBy(line => line.Row.DueOn).ThenBy(line => Urgency.IndexOf(line.Row.State)).ThenBy(line => line.Row.SentAt),
        ];
        var shown = work.Take(MostLines).ToList();
        var waiting = await WaitingCellsAsync(shown, ct);
        Lines = [.. shown.Select(work => Line(work, waiting.GetValueOrDefault(new ReturnId(work.Row.Id))))];
        More = work.Count - Lines.Count;
        Owed = [.. (await readReminders.OfAsync(actor, known, ct)).Take(MostOwed)];
    }

    private static IEnumerable<Work> Folded(IGrouping<(RoundId Round, ReturnState State, SubjectLevel Level), Work> alike) =>
        alike.Key.Level is SubjectLevel.Village && alike.Count() > MostOfVillages
            ? [alike.MinBy(line => line.Row.SentAt)! with { Count = alike.Count() }]
            : alike;

    /// <param name="cells">How many cells wait to be answered or mended.</param>
    private static WorkLine Line(Work work, int cells) => new(
        work.IsPaper ? "home.work.paper" : work.Count > 1 ? "home.work.villages" : $"home.work.{work.Row.State}{(cells > 0 ? ".cells" : "")}",
        work.Row.State, work.Row.Place, work.Round, work.Row.DueOn, work.IsPaper || cells == 0 ? work.Count : cells,
        work.Count > 1 ? $"/returns?round={Uri.EscapeDataString(work.Round.Code)}&state={work.Row.State}" : $"/returns/{work.Row.Id}{(work.IsPaper ? "/paper" : "")}");

    private async Task<IReadOnlyDictionary<ReturnId, int>> WaitingCellsAsync(IReadOnlyList<Work> shown, CancellationToken ct)
    {
        var mending = shown.Where(work => work.Row.State is ReturnState.ToMend && !work.IsPaper && work.Count == 1).Select(work => new ReturnId(work.Row.Id)).ToList();

        return mending.Count == 0
            ? new Dictionary<ReturnId, int>()
            : await db.WaitingCellsAsync(shelf, db.ReturnsVisibleTo(actor).Where(@return => EF.Parameter(mending).Contains(@return.Id)), ct);
    }

    private async Task ReadDifficultiesAsync(CancellationToken ct)
    {
        var (items, since) = (db.DifficultiesVisibleTo(actor), clock.Now.Instant - Told);
        Waiting = actor.May(Capability.CheckReturns) ? await items.CountAsync(item => item.Reply == null, ct) : 0;
        Forwarded = actor.May(Capability.AnswerForwarded) && await db.OwnerPlaceAsync(actor.Owner, ct) == actor.PlaceId ? await items.CountAsync(item => item.Reply == DifficultyReply.Forwarded, ct) : 0;
        Replied = actor.Rule.IsSender ? await items.CountAsync(item => item.AnsweredAt >= since, ct) : 0;
    }

    private async Task ReadFindingsAsync(CancellationToken ct)
    {
        var kept = db.VisitsKeptBy(actor).Select(visit => visit.Id);
        FindingsToAnswer = actor.May(Capability.AnswerFindings) ? await db.FindingsAnsweredBy(actor).CountAsync(finding => finding.State == FindingState.Open, ct) : 0;
        FindingsToLookAt = actor.May(Capability.KeepVisits)
            ? await db.Findings.CountAsync(finding => finding.Owner == actor.Owner && finding.State == FindingState.Answered && kept.Contains(finding.VisitId), ct)
            : 0;
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

    private Task<List<Row>> ReturnsAsync(Round round, CancellationToken ct) => ReadAsync(db.ReturnsVisibleTo(actor).Owed(), round, ct);

    /// <summary>What waits for number, day and signed file from a clerk; who also writes does it when sending.</summary>
    private async Task<List<Row>> PapersAsync(Round round, CancellationToken ct) =>
        actor.Rule.IsClerk ? await ReadAsync(db.PapersAwaitedFrom(actor), round, ct) : [];

    private async Task<List<Row>> ReadAsync(IQueryable<Return> returns, Round round, CancellationToken ct)
    {
        var names = db.SubjectNamesOn(round.CutOffOn);

        return await (
            from @return in returns
            where @return.RoundId == round.Id
            join name in names on @return.SubjectId equals name.SubjectId
            select new Row(@return.Id.Value, @return.FormPackId, name.FullName, @return.State, @return.DueOn, @return.SentAt))
            .AsNoTracking()
            .ToListAsync(ct);
    }

    /// <summary>A return that waits, or the first of several that are one line.</summary>
    private sealed record Work(Round Round, Row Row, SubjectLevel Level, int Count = 1)
    {
        /// <summary>True when its signed paper waits, and not the return.</summary>
        public bool IsPaper { get; init; }
    }

    private sealed record Row(Guid Id, int FormPackId, string Place, ReturnState State, DateOnly DueOn, DateTime? SentAt);
}

/// <summary>One thing to do: what, for whom, until when, and where.</summary>
/// <param name="Words">The key of its words.</param>
/// <param name="Count">How many returns of villages it stands for, or how many cells wait in its return.</param>
public sealed record WorkLine(string Words, ReturnState State, string Place, Round Round, DateOnly DueOn, int Count, string Address);
