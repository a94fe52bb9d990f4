using HieuHoc.Access;
using HieuHoc.Figures;
using HieuHoc.Places;
using HieuHoc.Platform;
using HieuHoc.Platform.Packs;
using HieuHoc.Returns;
using Microsoft.EntityFrameworkCore;

namespace HieuHoc.Demo;

/// <summary>
/// Fills an empty installation with the autumn of 2026 in Quảng Trị: a round of 78 communes in all states, one of the villages of
/// the commune that can be tried, generated figures; and with the history of 2023 and 2024 by old communes there and in
/// Quảng Ngãi; beside the round the tasks of the year, who steers, visits, money, pilots, what a commune wants beyond the programme, and difficulties. It goes through the same use cases as people do.
/// </summary>
public sealed class MakeDemo(DbEngine engine, PackShelf shelf, Texts texts, HashPassword hash)
{
    private const int Seed = 2026;
    private const string RoundCode = "2026";

    /// <summary>The steps that confirm a return: submitting, approving, sending, confirming.</summary>
    private const int StepsToConfirm = 4;

    /// <summary>The number of the second programme, which has the history alone.</summary>
    public const short SecondOwner = 51;

    /// <summary>How many communes stay in each state; the others are confirmed. Hải Lăng is always being typed.</summary>
    private static readonly IReadOnlyList<(ReturnState State, int Count)> Unfinished =
    [
        (ReturnState.Sent, 5),
        (ReturnState.ToMend, 2),
        (ReturnState.Approved, 2),
        (ReturnState.AwaitingLeader, 2),
        (ReturnState.Entering, 4),
    ];

    private static readonly IReadOnlyList<string> Left = ["clan.", "unit.total", "unit.registered", "unit.recognised", "citizen."];

    private readonly StoryTime time = new();

    /// <summary>True for the end of the story: every commune has been confirmed, Hải Lăng too.</summary>
    public bool AllConfirmed { get; init; }

    /// <summary>True for the round and its history alone, without what goes on beside it: tasks and what agencies report of them, committees, visits, money, pilots, own targets and difficulties.</summary>
    public bool RoundAlone { get; init; }

    /// <summary>
    /// Makes the demonstration, or goes on with one that was stopped; an installation that has a programme already is left
    /// as it is.
    /// </summary>
    /// <returns>False when nothing was made.</returns>
    public async Task<bool> RunAsync(CancellationToken ct)
    {
        await using var db = engine.Open();
        var running = await db.Owners.OrderBy(owner => owner.Id).FirstOrDefaultAsync(ct);

        if (running is { Demo: false } || (running is not null && await IsWholeAsync(db, running, ct)))
        {
            return false;
        }

        var programmes = new DemoProgrammes(db, texts, hash, time);
        var owner = await programmes.StartAsync(1, DemoPeople.ProvinceCode, DemoPeople.All, ct);
        var second = await programmes.StartAsync(SecondOwner, DemoPeople.SecondProvinceCode, DemoPeople.Second, ct);
        await new DemoDocuments(engine, time).RunAsync(owner, ct);
        await new DemoHistory(engine, shelf, texts, time).RunAsync([owner, second], ct);
        var round = await db.Rounds.SingleOrDefaultAsync(round => round.Owner == owner.Id && round.Code == RoundCode, ct)
            ?? await OpenRoundAsync(db, owner, ct);
        await new DemoVillages(engine, shelf, texts, time).RunAsync(owner, programmes, AllConfirmed, ct);

        // Agencies report on their tasks, and so have them first.
        if (!RoundAlone)
        {
            await new DemoTasks(engine, shelf, texts, time).RunAsync(owner, ct);
        }

        await new DemoAgencies(engine, shelf, texts, time).RunAsync(owner, round, AllConfirmed, ct);

        if (!RoundAlone)
        {
            await WorkAsync(owner, ct);
        }

        await FillAsync(owner, round, ct);

        return true;
    }

    /// <summary>What goes on beside the round.</summary>
    private async Task WorkAsync(Owner owner, CancellationToken ct)
    {
        await new DemoPlans(engine, time).RunAsync(owner, ct);
        await new DemoCommittees(engine, texts, time).RunAsync(owner, ct);
        await new DemoVisits(engine, texts, time).RunAsync(owner, ct);
        await new DemoMoney(engine, texts, time).RunAsync(owner, ct);
        await new DemoPilots(engine, shelf, texts, time).RunAsync(owner, ct);
        await new DemoOwnTargets(engine, shelf, texts, time).RunAsync(owner, ct);
        await new DemoDifficulties(engine, shelf, texts, time).RunAsync(owner, ct);
    }

    /// <summary>The commune that can be tried is filled last.</summary>
    private async Task<bool> IsWholeAsync(HieuHocDb db, Owner owner, CancellationToken ct)
    {
        var tried = await db.PlaceByCodeAsync(DemoPeople.CommuneCode, StoryTime.Opening, ct);
        var last = await db.Returns
            .Where(@return => @return.Owner == owner.Id && @return.SubjectId == tried!.Id)
            .Select(@return => (int?)@return.Revision).MaxAsync(ct);

        return last >= (AllConfirmed ? 1 + StepsToConfirm : 1);
    }

    private async Task<Round> OpenRoundAsync(HieuHocDb db, Owner owner, CancellationToken ct)
    {
        var opened = await new OpenRound(db, shelf, new ProgrammeClock(time)).RunAsync(
            new NewRound(
                new RoundId(Guid.CreateVersion7()),
                RoundCode,
                await FormsAsync(db, owner, ct),
                PeriodCode.Year(StoryTime.Year),
                StoryTime.Opening,
                new DateOnly(2026, 11, 25),
                new DateOnly(2026, 11, 29))
            {
                Title = texts.In("vi", "demo.round.title"),
                OutlineId = "annual-report",
            },
            Actor(owner, Role.StandingAgency, owner.PlaceId),
            ct);

        return opened.Value;
    }

    /// <summary>What the plan asks: the yearly form of communes and the short form of every agency.</summary>
    private async Task<IReadOnlyList<string>> FormsAsync(HieuHocDb db, Owner owner, CancellationToken ct)
    {
        var forms = await shelf.OnAsync<FormsPack>(db, PeriodCode.Year(StoryTime.Year).Days.Last, await db.JurisdictionAsync(owner.Id, ct), ct);

        return ["annual-commune", .. forms.Select(form => form.Document).Where(form => form.Level is SubjectLevel.Agency).Select(form => form.BaseId).Order(StringComparer.Ordinal)];
    }

    private async Task FillAsync(Owner owner, Round round, CancellationToken ct)
    {
        await using var db = engine.Open();
        var communes = await db.ChildrenAsync(owner.PlaceId, round.CutOffOn, ct);
        var known = await DemoCommune.OfTodayAsync(db, communes, ct);
        var returns = await db.Returns.Where(@return => @return.RoundId == round.Id)
            .ToDictionaryAsync(@return => @return.SubjectId, @return => @return.Id, ct);
        var tried = communes.Single(commune => commune.Code == DemoPeople.CommuneCode);
        var others = communes.Where(commune => commune != tried).OrderBy(commune => commune.Code, StringComparer.Ordinal).ToArray();
        new Random(Seed).Shuffle(others);
        var states = Unfinished.SelectMany(state => Enumerable.Repeat(state.State, state.Count)).ToList();
        var late = states.Index().Where(state => !ReturnSteps.Arrived.Contains(state.Item)).Select(state => others[state.Index].Id);
        await new DemoFlood(engine, texts, time).RunAsync(owner, round, [.. late], ct);

        for (var i = 0; i < others.Length; i++)
        {
            var state = i < states.Count && !AllConfirmed ? states[i] : ReturnState.Confirmed;
            var words = i == 0 ? DemoWords.OfWaitingCommune : i == states.Count ? DemoWords.OfConfirmedCommune : null;
            var left = others.Length - 1 - i;
            var answers = left < DemoOddities.Communes ? DemoOddities.In(Answers(others[i]), left) : Answers(others[i]);
            await MoveAsync(owner, others[i].Id, returns[others[i].Id], answers, state, words, ct);
        }

        await (AllConfirmed
            ? MoveAsync(owner, tried.Id, returns[tried.Id], Answers(tried), ReturnState.Confirmed, null, ct)
            : TypePartAsync(owner, tried.Id, returns[tried.Id], Answers(tried), ct));

        IReadOnlyDictionary<string, long> Answers(PlaceOnDay commune) => DemoFigures.Whole(known[commune.Id], StoryTime.Year);
    }

    private async Task MoveAsync(
        Owner owner, int place, ReturnId id, IReadOnlyDictionary<string, long> answers, ReturnState state, DemoWords? words, CancellationToken ct)
    {
        time.NextCommune();
        var (officer, receiver) = (Actor(owner, Role.CommuneOfficer, place), Actor(owner, Role.StandingAgency, owner.PlaceId));
        await new DemoReturns(engine, shelf, texts, time) { Words = words }.MoveAsync(
            id, answers, officer, DemoReturns.WayTo(state, officer, Actor(owner, Role.CommuneLeader, place), receiver), ct);

        if (words == DemoWords.OfConfirmedCommune)
        {
            await new DemoReplies(engine, texts, time).RunAsync(id, receiver, ct);
        }
    }

    /// <summary>The commune that can be tried leaves its clans, its units and its learning citizens to the visitor.</summary>
    private Task TypePartAsync(Owner owner, int place, ReturnId id, IReadOnlyDictionary<string, long> answers, CancellationToken ct) =>
        new DemoReturns(engine, shelf, texts, time).SaveAsync(
            id,
            answers.Where(answer => !Left.Any(left => answer.Key.StartsWith(left, StringComparison.Ordinal))).ToDictionary(),
            Actor(owner, Role.CommuneOfficer, place),
            ct);

    private static Actor Actor(Owner owner, Role role, int place) => new(owner.Id, null, role, place);
}
