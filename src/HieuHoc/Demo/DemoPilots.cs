using System.Globalization;
using HieuHoc.Access;
using HieuHoc.Agencies;
using HieuHoc.Places;
using HieuHoc.Platform;
using HieuHoc.Platform.Packs;
using HieuHoc.Programmes.Pilots;
using HieuHoc.Returns;
using Microsoft.EntityFrameworkCore;

namespace HieuHoc.Demo;

/// <summary>
/// Four pilots, all made up: one is done elsewhere since it was evaluated, one waits for a decision, one is being run, one was ended.
/// Their baselines are figures of the demonstration where the system has them, and numbers that the communes count themselves.
/// </summary>
internal sealed class DemoPilots(DbEngine engine, PackShelf shelf, Texts texts, StoryTime time)
{
    private static readonly IReadOnlyList<DemoPilot> All =
    [
        new(1, "quang-tri.so-gddt", ["19372", "19405", "19501"], new DateOnly(2025, 1, 6), new DateOnly(2025, 12, 31), new DateOnly(2024, 12, 31))
        {
            Indicator = "family-share", EvaluatedOn = new DateOnly(2025, 12, 31), Decision = PilotDecision.Replicate, DecidedOn = new DateOnly(2026, 2, 10),
        },
        new(2, "quang-tri.so-khcn", ["19597", "19603", "19624"], new DateOnly(2026, 1, 12), new DateOnly(2026, 9, 30), new DateOnly(2025, 12, 31))
        {
            Before = 120, Then = 285, EvaluatedOn = new DateOnly(2026, 9, 30), DecideBy = new DateOnly(2026, 12, 10),
        },
        new(3, DemoPeople.Association, [DemoPeople.CommuneCode, "19681", "19699"], new DateOnly(2026, 3, 2), new DateOnly(2027, 5, 31), new DateOnly(2025, 12, 31)) { Indicator = "citizen-share", Before = 45 },
        new(4, DemoPeople.HomeAffairs, ["18958", "18991", "18997"], new DateOnly(2025, 9, 5), new DateOnly(2026, 6, 30), new DateOnly(2025, 8, 29))
        {
            Before = 60, Then = 38, EvaluatedOn = new DateOnly(2026, 7, 10), Decision = PilotDecision.Stop, DecidedOn = new DateOnly(2026, 8, 14),
        },
    ];

    private readonly ProgrammeClock clock = new(time);

    /// <summary>Takes them down, all or none.</summary>
    public async Task RunAsync(Owner owner, CancellationToken ct)
    {
        await using var db = engine.Open();

        if (await db.Pilots.AnyAsync(pilot => pilot.Owner == owner.Id, ct))
        {
            return;
        }

        time.Morning(StoryTime.Opening);
        var actor = new Actor(owner.Id, null, Role.StandingAgency, owner.PlaceId);
        var communes = (await db.ChildrenAsync(owner.PlaceId, StoryTime.Opening, ct)).ToDictionary(commune => commune.Code);
        await using var transaction = await db.Database.BeginTransactionAsync(ct);

        foreach (var pilot in All)
        {
            await RunAsync(db, pilot, [.. pilot.Areas.Select(code => communes[code])], actor, ct);
        }

        await transaction.CommitAsync(ct);
    }

    private async Task RunAsync(HieuHocDb db, DemoPilot pilot, IReadOnlyList<PlaceOnDay> areas, Actor actor, CancellationToken ct)
    {
        var (id, figures) = (new PilotId(Guid.CreateVersion7()), new ReadPilotFigures(db, new ReadIndicators(db, shelf), clock));
        var made = (await new KeepPilot(db, clock).RunAsync(id, 0, await StatedAsync(db, pilot, areas, ct), actor, ct)).Value;
        var (counted, source) = (new PilotMeasureId(Guid.CreateVersion7()), Say("source"));

        if (pilot.Indicator is { } indicator)
        {
            _ = (await new MeasurePilot(db, figures, clock).AddAsync(id, new PilotMeasureId(Guid.CreateVersion7()), new StatedPilotMeasure(indicator, null, null, pilot.BaselineOn, WithProvince: true, [], ""), actor, ct)).Value;
        }

        if (pilot.Before is { } before)
        {
            var measure = new StatedPilotMeasure(null, Say($"{pilot.Number}.counted"), Say($"{pilot.Number}.unit"), pilot.BaselineOn, WithProvince: false, Values(before), source);
            _ = (await new MeasurePilot(db, figures, clock).AddAsync(id, counted, measure, actor, ct)).Value;
        }

        made = (await new MovePilot(db, clock).RunAsync(id, made.Revision, PilotStep.Begin, null, actor, ct)).Value;

        if (pilot.EvaluatedOn is { } day)
        {
            var found = new StatedPilotEvaluation(day, Say($"{pilot.Number}.findings"), pilot.DecideBy, pilot.Then is { } then ? Values(then) : [], source);
            made = (await new EvaluatePilot(db, figures, clock).RunAsync(id, new PilotEvaluationId(Guid.CreateVersion7()), made.Revision, found, actor, ct)).Value;
        }

        if (pilot is { Decision: { } decision, DecidedOn: { } decidedOn })
        {
            var decided = new StatedPilotDecision(decision, NumberOf(60 + pilot.Number), decidedOn, decision is PilotDecision.Replicate ? Say("whereTo") : "", null);
            _ = (await new DecidePilot(db, clock).RunAsync(id, made.Revision, decided, actor, ct)).Value;
        }

        // Each commune counts a tenth more than the one before it.
        IReadOnlyList<StatedPilotValue> Values(int first) => [.. areas.Select((area, i) => new StatedPilotValue(counted, area.Id, (first + (first / 10 * i)).ToString(CultureInfo.InvariantCulture)))];
    }

    private async Task<StatedPilot> StatedAsync(HieuHocDb db, DemoPilot pilot, IReadOnlyList<PlaceOnDay> areas, CancellationToken ct)
    {
        var lead = await db.Agencies.Where(agency => agency.Code == pilot.Lead).Select(agency => agency.Id).SingleAsync(ct);

        return new StatedPilot
        {
            Name = Say($"{pilot.Number}"),
            Model = Say($"{pilot.Number}.model"),
            DocumentNumber = NumberOf(30 + pilot.Number),
            DocumentDay = pilot.FirstDay.AddDays(-10),
            FirstDay = pilot.FirstDay,
            LastDay = pilot.LastDay,
            Lead = (await db.AgencyNamesAsync([lead], StoryTime.Opening, ct))[lead],
            Areas = string.Join('\n', areas.Select(area => area.FullName)),
        };
    }

    private string Say(string key) => texts.In("vi", $"demo.pilot.{key}");

    private string NumberOf(int number) => texts.In("vi", "demo.number", ("number", number.ToString(CultureInfo.InvariantCulture)));

    /// <param name="Lead">The code of the agency that leads it.</param>
    /// <param name="Areas">The codes of its communes.</param>
    private sealed record DemoPilot(int Number, string Lead, IReadOnlyList<string> Areas, DateOnly FirstDay, DateOnly LastDay, DateOnly BaselineOn)
    {
        /// <summary>What the system counts.</summary>
        public string? Indicator { get; init; }

        /// <summary>What the first commune counts for the pilot alone, before it.</summary>
        public int? Before { get; init; }

        /// <summary>The same when it was evaluated.</summary>
        public int? Then { get; init; }

        public DateOnly? EvaluatedOn { get; init; }

        public DateOnly? DecideBy { get; init; }

        public PilotDecision? Decision { get; init; }

        public DateOnly? DecidedOn { get; init; }
    }
}
