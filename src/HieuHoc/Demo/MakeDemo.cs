using HieuHoc.Access;
using HieuHoc.Agencies;
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
    private const string RoundCode = "2026";

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

        var owner = running ?? await AddOwnerAsync(db, ct);
        await AddPeopleAsync(db, owner, ct);
        var round = await db.Rounds.SingleOrDefaultAsync(round => round.Owner == owner.Id && round.Code == RoundCode, ct)
            ?? await OpenRoundAsync(db, owner, ct);
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

    /// <summary>Saved together with its people.</summary>
    private async Task<Owner> AddOwnerAsync(HieuHocDb db, CancellationToken ct)
    {
        var province = await db.PlaceByCodeAsync(DemoPeople.ProvinceCode, StoryTime.Opening, ct)
            ?? throw new InvalidOperationException("The places pack must be loaded before the demonstration is made.");
        var owner = new Owner { Id = 1, PlaceId = province.Id, Demo = true };
        db.Add(owner);
        db.Record(new ProgrammeStarted("1", province.Id), owner.Id, null, new ProgrammeClock(time).Now);

        return owner;
    }

    private async Task AddPeopleAsync(HieuHocDb db, Owner owner, CancellationToken ct)
    {
        if (await db.People.AnyAsync(person => person.Owner == owner.Id, ct))
        {
            return;
        }

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
                SecurityStamp = SecurityStamps.New(),
            });
            var agency = await db.Agencies.SingleOrDefaultAsync(agency => agency.Code == person.AgencyCode, ct);
            db.Add(new RoleGrant
            {
                Owner = owner.Id, PersonId = id, Role = person.Role, PlaceId = place!.Id, AgencyId = agency?.Id, ValidFrom = StoryTime.Opening,
            });
            db.Record(new PersonCreated(id.Value.ToString(), person.Role, place.Id, agency?.Id), owner.Id, null, new ProgrammeClock(time).Now);
        }

        await db.SaveChangesAsync(ct);
    }

    private async Task<Round> OpenRoundAsync(HieuHocDb db, Owner owner, CancellationToken ct)
    {
        var opened = await new OpenRound(db, shelf, new ProgrammeClock(time)).RunAsync(
            new NewRound(
                new RoundId(Guid.CreateVersion7()),
                RoundCode,
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

        // What a stopped making left: the saving and every step since count one.
        var done = await RevisionAsync(id, ct);

        if (done == 0)
        {
            await SaveAsync(owner, place, id, answers, ct);
        }

        foreach (var (number, (step, role)) in WayTo(state).Index())
        {
            time.NextStep();

            if (number + 1 >= done)
            {
                await StepAsync(owner, place, id, step, role, ct);
            }
        }
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

    private async Task StepAsync(Owner owner, int place, ReturnId id, ReturnStep step, Role role, CancellationToken ct)
    {
        await using var db = engine.Open();
        var reason = step is ReturnStep.AskToMend ? texts.In("vi", "demo.reason") : null;
        var taken = await new TakeReturnStep(db, shelf, new ProgrammeClock(time)).RunAsync(
            id, await RevisionAsync(id, ct), step, reason, Actor(owner, role, role is Role.StandingAgency ? owner.PlaceId : place), ct);
        _ = taken.Value;
    }

    private async Task<int> RevisionAsync(ReturnId id, CancellationToken ct)
    {
        await using var db = engine.Open();

        return await db.Returns.Where(@return => @return.Id == id).Select(@return => @return.Revision).SingleAsync(ct);
    }

    private static Actor Actor(Owner owner, Role role, int place) => new(owner.Id, null, role, place);
}
