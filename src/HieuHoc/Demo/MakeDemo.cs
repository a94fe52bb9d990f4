using HieuHoc.Access;
using HieuHoc.Figures;
using HieuHoc.Places;
using HieuHoc.Platform;
using HieuHoc.Platform.Packs;
using HieuHoc.Returns;
using Microsoft.EntityFrameworkCore;

namespace HieuHoc.Demo;

/// <summary>
/// Fills an empty installation with the autumn of 2026 in Quảng Trị: one round, 78 communes in all states, generated
/// figures. It goes through the same use cases as people do.
/// </summary>
public sealed class MakeDemo(DbEngine engine, PackShelf shelf, Texts texts, HashPassword hash)
{
    private const int Seed = 2026;

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

    /// <summary>True for the end of the story: every commune has been confirmed, Hải Lăng too.</summary>
    public bool AllConfirmed { get; init; }

    /// <summary>Makes the demonstration; an installation that has a programme already is left as it is.</summary>
    /// <returns>False when nothing was made.</returns>
    public async Task<bool> RunAsync(CancellationToken ct)
    {
        await using var db = engine.Open();

        if (await db.Owners.AnyAsync(ct))
        {
            return false;
        }

        var owner = await AddOwnerAsync(db, ct);
        await AddPeopleAsync(db, owner, ct);
        var round = await OpenRoundAsync(db, owner, ct);
        await FillAsync(owner, round, ct);

        return true;
    }

    private static async Task<Owner> AddOwnerAsync(HieuHocDb db, CancellationToken ct)
    {
        var province = await db.PlaceByCodeAsync(DemoPeople.ProvinceCode, StoryTime.Opening, ct)
            ?? throw new InvalidOperationException("The places pack must be loaded before the demonstration is made.");
        var owner = new Owner { Id = 1, PlaceId = province.Id, Demo = true };
        db.Add(owner);
        await db.SaveChangesAsync(ct);

        return owner;
    }

    private async Task AddPeopleAsync(HieuHocDb db, Owner owner, CancellationToken ct)
    {
        foreach (var person in DemoPeople.All)
        {
            var place = await db.PlaceByCodeAsync(person.PlaceCode, StoryTime.Opening, ct);
            var id = new PersonId(Guid.CreateVersion7());
            db.Add(new Person
            {
                Owner = owner.Id,
                Id = id,
                UserName = person.UserName,
                DisplayName = texts.In("vi", person.NameKey),
                PasswordHash = hash(person.Password),
                SecurityStamp = Guid.CreateVersion7().ToString("N"),
            });
            db.Add(new RoleGrant { Owner = owner.Id, PersonId = id, Role = person.Role, PlaceId = place!.Id, ValidFrom = StoryTime.Opening });
        }

        await db.SaveChangesAsync(ct);
    }

    private async Task<Round> OpenRoundAsync(HieuHocDb db, Owner owner, CancellationToken ct)
    {
        var opened = await new OpenRound(db, shelf, new ProgrammeClock(time)).RunAsync(
            new NewRound(
                new RoundId(Guid.CreateVersion7()),
                "2026",
                "learning-models",
                PeriodCode.Year(2026),
                StoryTime.Opening,
                new DateOnly(2026, 11, 25),
                new DateOnly(2026, 11, 29)),
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

    private async Task MoveAsync(
        Owner owner, int place, ReturnId id, IReadOnlyDictionary<string, long> answers, ReturnState state, CancellationToken ct)
    {
        time.NextCommune();

        if (state is ReturnState.Entering)
        {
            return;
        }

        await SaveAsync(owner, place, id, answers, ct);
        var left = state switch
        {
            ReturnState.AwaitingLeader => 1,
            ReturnState.Approved => 2,
            ReturnState.Sent or ReturnState.ToMend => 3,
            ReturnState.Confirmed => Way.Count,
            ReturnState.Entering => 0,
        };

        foreach (var (step, role) in Way.Take(left))
        {
            await StepAsync(owner, place, id, step, role, null, ct);
        }

        if (state is ReturnState.ToMend)
        {
            await StepAsync(owner, place, id, ReturnStep.AskToMend, Role.StandingAgency, texts.In("vi", "demo.reason"), ct);
        }
    }

    /// <summary>The commune that can be tried has typed its families and villages, and leaves the rest to the visitor.</summary>
    private Task TypeHalfAsync(Owner owner, int place, ReturnId id, IReadOnlyDictionary<string, long> answers, CancellationToken ct) =>
        SaveAsync(
            owner,
            place,
            id,
            answers
                .Where(answer => answer.Key.StartsWith("family.", StringComparison.Ordinal) || answer.Key.StartsWith("village.", StringComparison.Ordinal))
                .ToDictionary(),
            ct);

    private async Task SaveAsync(Owner owner, int place, ReturnId id, IReadOnlyDictionary<string, long> answers, CancellationToken ct)
    {
        await using var db = engine.Open();
        var typed = answers.ToDictionary(answer => answer.Key, answer => (string?)answer.Value.ToString(System.Globalization.CultureInfo.InvariantCulture));
        var saved = await new SaveReturn(db, shelf, new ProgrammeClock(time))
            .RunAsync(id, 0, typed, Actor(owner, Role.CommuneOfficer, place), ct);
        _ = saved.Value;
    }

    private async Task StepAsync(Owner owner, int place, ReturnId id, ReturnStep step, Role role, string? reason, CancellationToken ct)
    {
        await using var db = engine.Open();
        time.NextStep();
        var revision = await db.Returns.Where(@return => @return.Id == id).Select(@return => @return.Revision).SingleAsync(ct);
        var taken = await new TakeReturnStep(db, shelf, new ProgrammeClock(time))
            .RunAsync(id, revision, step, reason, Actor(owner, role, role is Role.StandingAgency ? owner.PlaceId : place), ct);
        _ = taken.Value;
    }

    private static Actor Actor(Owner owner, Role role, int place) => new(owner.Id, null, role, place);

    /// <summary>The clock of the story: communes report between 2 and 20 November 2026, in working hours.</summary>
    private sealed class StoryTime : TimeProvider
    {
        private DateTimeOffset now = new(2026, 10, 15, 8, 0, 0, TimeSpan.FromHours(7));
        private int communes;

        public static DateOnly Opening { get; } = new(2026, 10, 15);

        public override DateTimeOffset GetUtcNow() => now.ToUniversalTime();

        public void NextCommune()
        {
            var day = 2 + (communes++ * 18 / 78);
            now = new DateTimeOffset(2026, 11, day, 8, communes * 7 % 60, 0, TimeSpan.FromHours(7));
        }

        public void NextStep() => now += TimeSpan.FromMinutes(95);
    }
}
