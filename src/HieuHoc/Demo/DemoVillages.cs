using HieuHoc.Access;
using HieuHoc.Figures;
using HieuHoc.Places;
using HieuHoc.Platform;
using HieuHoc.Platform.Packs;
using HieuHoc.Register;
using HieuHoc.Returns;
using Microsoft.EntityFrameworkCore;

namespace HieuHoc.Demo;

/// <summary>
/// The villages of the commune that can be tried, by made-up names, two of them merged into one in the summer, and what they are asked: how often they met about learning. The first
/// one's head has an account, and a telephone that a visitor enrols; its return is the visitor's.
/// </summary>
internal sealed class DemoVillages(DbEngine engine, PackShelf shelf, Texts texts, StoryTime time)
{
    private const string RoundCode = "2026-thon";

    private static readonly DateOnly First = new(2025, 7, 1);

    /// <summary>The day on which two villages became one.</summary>
    private static readonly DateOnly Merger = new(2026, 7, 1);

    private static readonly IReadOnlyList<DemoVillage> All =
    [
        new("demo.village.1", ReturnState.Entering, 0, 0),
        new("demo.village.2", ReturnState.Sent, 8, 326),
        new("demo.village.3", ReturnState.ToMend, 9, 97),
        new("demo.village.4", ReturnState.Confirmed, 10, 415) { MergedFrom = ["demo.village.4.first", "demo.village.4.second"] },
        new("demo.village.5", ReturnState.Confirmed, 7, 288),
    ];

    private readonly ProgrammeClock clock = new(time);

    /// <summary>Makes them, or what a stopped making left out.</summary>
    public async Task RunAsync(Owner owner, DemoProgrammes programmes, bool allConfirmed, CancellationToken ct)
    {
        await using var db = engine.Open();
        var commune = (await db.PlaceByCodeAsync(DemoPeople.CommuneCode, StoryTime.Opening, ct))!.Id;
        var officer = new Actor(owner.Id, null, Role.CommuneOfficer, commune);
        var villages = new List<int>();

        foreach (var village in All)
        {
            villages.Add(village.MergedFrom.Count == 0
                ? await EnterAsync(db, village.NameKey, officer, ct)
                : await MergeAsync(db, village, officer, ct));
        }

        await programmes.AddHeadAsync(owner, villages[0], ct);
        await OpenRoundAsync(db, owner, ct);
        var returns = await db.Returns.AsNoTracking().Where(@return => @return.Owner == owner.Id && villages.Contains(@return.SubjectId))
            .ToDictionaryAsync(@return => @return.SubjectId, @return => @return.Id, ct);

        foreach (var (number, village) in All.Index())
        {
            time.Village(number);
            var head = officer with { Role = Role.VillageOfficer, PlaceId = villages[number] };
            var state = allConfirmed ? ReturnState.Confirmed : village.State;
            await new DemoReturns(engine, shelf, texts, time).MoveAsync(returns[head.PlaceId], village.Answers, head, [.. Way(state, head, officer)], ct);
        }
    }

    /// <summary>The village into which two were merged before the round was opened; what a stopped making merged stays merged.</summary>
    private async Task<int> MergeAsync(HieuHocDb db, DemoVillage village, Actor officer, CancellationToken ct)
    {
        var ending = new List<int>();

        foreach (var name in village.MergedFrom)
        {
            ending.Add(await EnterAsync(db, name, officer, ct));
        }

        if (await db.PlaceSuccessions.Where(row => row.FromId == ending[0]).Select(row => (int?)row.ToId).SingleOrDefaultAsync(ct) is { } known)
        {
            return known;
        }

        time.Morning(Merger);
        var asked = new Rearrangement(
            ending, [new VillageAfter(null, texts.In("vi", "demo.village.kind"), texts.In("vi", village.NameKey))], Merger, texts.In("vi", "demo.village.decision"));
        var merged = await new RearrangeVillages(db, clock, [new ReturnsFollowPlaces(db, shelf)]).RunAsync(asked, officer, ct);
        time.Morning(StoryTime.Opening);

        return merged.Value.Single();
    }

    private async Task<int> EnterAsync(HieuHocDb db, string nameKey, Actor officer, CancellationToken ct)
    {
        var (kind, name) = (texts.In("vi", "demo.village.kind"), texts.In("vi", nameKey));
        var entered = await new EnterVillage(db, clock, [new ReturnsFollowPlaces(db, shelf)])
            .RunAsync(new NewVillage(officer.PlaceId, kind, name, First, null), officer, ct);

        return entered.Value;
    }

    private async Task OpenRoundAsync(HieuHocDb db, Owner owner, CancellationToken ct)
    {
        if (await db.Rounds.AnyAsync(round => round.Owner == owner.Id && round.Code == RoundCode, ct))
        {
            return;
        }

        // Before the communes' round: that one is the newest, and comes first wherever rounds are listed.
        var asked = new NewRound(
            new RoundId(Guid.CreateVersion7()), RoundCode, ["village-meetings"], PeriodCode.Year(2026), new(2026, 10, 12), new(2026, 11, 20), new(2026, 11, 24))
        {
            Title = texts.In("vi", "demo.round.villages"),
        };
        var opened = await new OpenRound(db, shelf, clock).RunAsync(asked, new Actor(owner.Id, null, Role.StandingAgency, owner.PlaceId), ct);
        _ = opened.Value;
    }

    private static IEnumerable<(ReturnStep Step, Actor By)> Way(ReturnState state, Actor head, Actor officer) => state switch
    {
        ReturnState.Sent => [(ReturnStep.Send, head)],
        ReturnState.ToMend => [(ReturnStep.Send, head), (ReturnStep.AskToMend, officer)],
        ReturnState.Confirmed => [(ReturnStep.Send, head), (ReturnStep.Confirm, officer)],
        _ => [],
    };

    /// <summary>A village, how far its return has come, and what it counted.</summary>
    private sealed record DemoVillage(string NameKey, ReturnState State, long Held, long Present)
    {
        /// <summary>The villages that became this one; empty where it was there before.</summary>
        public IReadOnlyList<string> MergedFrom { get; init; } = [];

        public IReadOnlyDictionary<string, long> Answers => new Dictionary<string, long>
        {
            ["village-meeting.held"] = Held, ["village-meeting.present"] = Present,
        };
    }
}
