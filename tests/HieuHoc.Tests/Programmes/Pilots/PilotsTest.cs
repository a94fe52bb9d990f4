using HieuHoc.Access;
using HieuHoc.Platform;
using HieuHoc.Programmes.Pilots;
using HieuHoc.Returns;
using HieuHoc.Testing;
using HieuHoc.Tests.Returns;
using Microsoft.EntityFrameworkCore;

namespace HieuHoc.Tests.Programmes.Pilots;

/// <summary>A province with two communes that counted in 2026, the standing agency, a department that leads, and their people. It is 20 November 2026.</summary>
public abstract class PilotsTest : ReturnsTest
{
    protected int Second { get; private set; }

    protected int Culture { get; private set; }

    protected Actor Standing { get; private set; } = null!;

    /// <summary>Of the department that leads.</summary>
    protected Actor Leading { get; private set; } = null!;

    protected Actor Other { get; private set; } = null!;

    protected Actor Neighbour { get; private set; } = null!;

    protected KeepPilot Keep => new(Db, Clock);

    protected ReadPilotFigures Figures => new(Db, new ReadIndicators(Db, Shelf), Clock);

    protected MeasurePilot Measure => new(Db, Figures, Clock);

    protected MovePilot Move => new(Db, Clock);

    protected EvaluatePilot Evaluate => new(Db, Figures, Clock);

    protected DecidePilot Decide => new(Db, Clock);

    protected DateOnly Today => Clock.Now.Day;

    protected StatedPilot Stated => new()
    {
        Name = "Thư viện mở buổi tối",
        Model = "Mở cửa thư viện xã từ 19 giờ",
        FirstDay = new DateOnly(2026, 3, 1),
        LastDay = new DateOnly(2026, 12, 31),
        Lead = "Sở Văn hóa, Thể thao và Du lịch",
        Areas = "Xã Hải Lăng\nXã Vĩnh Định",
    };

    public override async ValueTask InitializeAsync()
    {
        await base.InitializeAsync();
        Second = Given.Place("Vĩnh Định", under: Province);
        Culture = Given.Agency(Province, "Sở Văn hóa, Thể thao và Du lịch");
        var other = Given.Agency(Province, "Sở Y tế");
        Standing = Given.Person(Role.StandingAgency, Province);
        Leading = Given.Person(Role.AgencyOfficer, Province) with { AgencyId = Culture };
        Other = Given.Person(Role.AgencyOfficer, Province) with { AgencyId = other };
        Neighbour = Given.Person(Role.CommuneOfficer, Given.Place("Cồn Cỏ", under: Province));
    }

    protected static PilotId NewId() => new(Guid.CreateVersion7());

    /// <summary>Adults and citizens recognised.</summary>
    protected static IReadOnlyDictionary<string, long> Counts(long adults, long recognised) => Given.Answers(citizens: new Counted(adults, recognised, recognised));

    protected async Task<PilotId> SetUpAsync(StatedPilot? stated = null)
    {
        var outcome = await Keep.RunAsync(NewId(), 0, stated ?? Stated, Standing, Ct);
        Assert.Null(outcome.Refusal);

        return outcome.Value.Id;
    }

    /// <summary>What is counted for the pilot alone: 10 in the first place.</summary>
    protected StatedPilotMeasure Own(string name = "Lượt đọc mỗi tối", string? value = "10", string? source = "Sổ thư viện") =>
        new(null, name, "lượt", new DateOnly(2026, 2, 28), WithProvince: true, [new StatedPilotValue(default, Commune, value)], source);

    protected StatedPilotMeasure OfSystem(string indicator = "citizen-share") => new(indicator, "", "", new DateOnly(2026, 2, 28), WithProvince: true, [], "");

    protected async Task<PilotMeasureId> MeasuredAsync(PilotId pilot, StatedPilotMeasure? stated = null)
    {
        var id = new PilotMeasureId(Guid.CreateVersion7());
        Assert.Null((await Measure.AddAsync(pilot, id, stated ?? Own(), Standing, Ct)).Refusal);

        return id;
    }

    /// <summary>A pilot that runs, with a measure of its own.</summary>
    protected async Task<(PilotId Pilot, PilotMeasureId Measure)> RunningAsync(StatedPilot? stated = null)
    {
        var pilot = await SetUpAsync(stated);
        var measure = await MeasuredAsync(pilot);
        Assert.Null((await Move.RunAsync(pilot, await RevisionAsync(pilot), PilotStep.Begin, null, Standing, Ct)).Refusal);

        return (pilot, measure);
    }

    protected async Task<PilotId> EvaluatedAsync(DateOnly? decideBy = null)
    {
        var (pilot, _) = await RunningAsync();
        Assert.Null((await EvaluateAsync(pilot, Evaluation with { DecideBy = decideBy })).Refusal);

        return pilot;
    }

    protected StatedPilotEvaluation Evaluation => new(Today, "Đông người đọc hơn", null, [], "");

    protected async Task<Outcome<Pilot>> EvaluateAsync(PilotId pilot, StatedPilotEvaluation stated, Actor? by = null) =>
        await Evaluate.RunAsync(pilot, new PilotEvaluationId(Guid.CreateVersion7()), await RevisionAsync(pilot), stated, by ?? Standing, Ct);

    protected async Task<int> RevisionAsync(PilotId id) => (await StoredAsync(id)).Revision;

    protected Task<Pilot> StoredAsync(PilotId id) => Stored().Pilots.SingleAsync(pilot => pilot.Id == id, Ct);

    protected async Task<PilotRead> ReadAsync(PilotId id, Actor? by = null) =>
        (await new ReadPilot(Stored(), new ReadPilotFigures(Stored(), new ReadIndicators(Stored(), Shelf), Clock), Clock).RunAsync(id, by ?? Standing, Ct)).Value;

    /// <summary>How often the audit tells of a kind of change of a pilot.</summary>
    protected Task<int> ToldAsync<T>(PilotId id)
        where T : Change
    {
        var (change, record) = (typeof(T).Name, id.Value.ToString());

        return Stored().AuditEntries.CountAsync(entry => entry.Change == change && entry.Record == record, Ct);
    }
}
