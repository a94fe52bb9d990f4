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
/// Quảng Ngãi. It goes through the same use cases as people do.
/// </summary>
public sealed class MakeDemo(DbEngine engine, PackShelf shelf, Texts texts, HashPassword hash)
{
    private const int Seed = 2026;
    private const string RoundCode = "2026";

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

    /// <summary>The steps that lead to each state.</summary>
    private static readonly IReadOnlyList<(ReturnStep Step, Role Role)> Way =
    [
        (ReturnStep.Submit, Role.CommuneOfficer),
        (ReturnStep.Approve, Role.CommuneLeader),
        (ReturnStep.Send, Role.CommuneOfficer),
        (ReturnStep.Confirm, Role.StandingAgency),
    ];

    private readonly StoryTime time = new();

    private DemoReturns Returns => new(engine, shelf, texts, time);

    /// <summary>True for the end of the story: every commune has been confirmed, Hải Lăng too.</summary>
    public bool AllConfirmed { get; init; }

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
        await new DemoHistory(engine, shelf, texts, time).RunAsync([owner, second], ct);
        var round = await db.Rounds.SingleOrDefaultAsync(round => round.Owner == owner.Id && round.Code == RoundCode, ct)
            ?? await OpenRoundAsync(db, owner, ct);
        await new DemoVillages(engine, shelf, texts, time).RunAsync(owner, programmes, AllConfirmed, ct);
        await FillAsync(owner, round, ct);

        return true;
    }

    /// <summary>The commune that can be tried is filled last.</summary>
    private async Task<bool> IsWholeAsync(HieuHocDb db, Owner owner, CancellationToken ct)
    {
        var tried = await db.PlaceByCodeAsync(DemoPeople.CommuneCode, StoryTime.Opening, ct);
        var last = await db.Returns
            .Where(@return => @return.Owner == owner.Id && @return.SubjectId == tried!.Id)
            .Select(@return => (int?)@return.Revision).MaxAsync(ct);

        return last >= (AllConfirmed ? 1 + Way.Count : 1);
    }

    private async Task<Round> OpenRoundAsync(HieuHocDb db, Owner owner, CancellationToken ct)
    {
        var opened = await new OpenRound(db, shelf, new ProgrammeClock(time)).RunAsync(
            new NewRound(
                new RoundId(Guid.CreateVersion7()),
                RoundCode,
                ["learning-models"],
                PeriodCode.Year(2026),
                StoryTime.Opening,
                new DateOnly(2026, 11, 25),
                new DateOnly(2026, 11, 29)) { Title = texts.In("vi", "demo.round.title") },
            Actor(owner, Role.StandingAgency, owner.PlaceId),
            ct);

        return opened.Value;
    }

    private async Task FillAsync(Owner owner, Round round, CancellationToken ct)
    {
        await using var db = engine.Open();
        var communes = await db.ChildrenAsync(owner.PlaceId, round.CutOffOn, ct);
        var returns = await db.Returns.Where(@return => @return.RoundId == round.Id)
            .ToDictionaryAsync(@return => @return.SubjectId, @return => @return.Id, ct);
        var random = new Random(Seed);
        var figures = new DemoFigures(Seed);
        var tried = communes.Single(commune => commune.Code == DemoPeople.CommuneCode);
        var others = communes.Where(commune => commune != tried).OrderBy(commune => commune.Code, StringComparer.Ordinal).ToArray();
        random.Shuffle(others);
        var states = AllConfirmed ? [] : Unfinished.SelectMany(state => Enumerable.Repeat(state.State, state.Count)).ToList();

        for (var i = 0; i < others.Length; i++)
        {
            var state = i < states.Count ? states[i] : ReturnState.Confirmed;
            var answers = figures.Of(Households(others[i], random));
            await MoveAsync(owner, others[i].Id, returns[others[i].Id], answers, state, ct);
        }

        var last = figures.Of(Households(tried, random));
        await (AllConfirmed
            ? MoveAsync(owner, tried.Id, returns[tried.Id], last, ReturnState.Confirmed, ct)
            : TypeHalfAsync(owner, tried.Id, returns[tried.Id], last, ct));
    }

    /// <summary>A ward has more households than a commune, and Cồn Cỏ has hardly any.</summary>
    private static int Households(PlaceOnDay place, Random random) => place.Kind switch
    {
        "đặc khu" => 39,
        "phường" => random.Next(8_000, 15_000),
        _ => random.Next(2_900, 8_500),
    };

    private Task MoveAsync(
        Owner owner, int place, ReturnId id, IReadOnlyDictionary<string, long> answers, ReturnState state, CancellationToken ct)
    {
        time.NextCommune();

        return Returns.MoveAsync(
            id,
            answers,
            Actor(owner, Role.CommuneOfficer, place),
            [.. WayTo(state).Select(step => (step.Step, Actor(owner, step.Role, step.Role is Role.StandingAgency ? owner.PlaceId : place)))],
            ct);
    }

    private static IEnumerable<(ReturnStep Step, Role Role)> WayTo(ReturnState state) => state switch
    {
        ReturnState.Entering => [],
        ReturnState.AwaitingLeader => Way.Take(1),
        ReturnState.Approved => Way.Take(2),
        ReturnState.Sent => Way.Take(3),
        ReturnState.ToMend => Way.Take(3).Append((ReturnStep.AskToMend, Role.StandingAgency)),
        ReturnState.Checking => Way.Take(3).Append((ReturnStep.Receive, Role.StandingAgency)),
        ReturnState.Confirmed => Way,
        ReturnState.Correcting => Way.Append((ReturnStep.Correct, Role.StandingAgency)),
    };

    /// <summary>The commune that can be tried has typed its families and villages, and leaves the rest to the visitor.</summary>
    private Task TypeHalfAsync(Owner owner, int place, ReturnId id, IReadOnlyDictionary<string, long> answers, CancellationToken ct) =>
        Returns.SaveAsync(
            id,
            answers
                .Where(answer => answer.Key.StartsWith("family.", StringComparison.Ordinal) || answer.Key.StartsWith("village.", StringComparison.Ordinal))
                .ToDictionary(),
            Actor(owner, Role.CommuneOfficer, place),
            ct);

    private static Actor Actor(Owner owner, Role role, int place) => new(owner.Id, null, role, place);
}
