using HieuHoc.Access;
using HieuHoc.Places;
using HieuHoc.Platform;
using HieuHoc.Platform.Packs;
using HieuHoc.Programmes;
using HieuHoc.Programmes.Own;
using HieuHoc.Programmes.Plans;
using HieuHoc.Returns;

namespace HieuHoc.Demo;

/// <summary>The commune that can be tried wants more than the programme of two targets of 2030, by a decision that is made up.</summary>
internal sealed class DemoOwnTargets(DbEngine engine, PackShelf shelf, Texts texts, StoryTime time)
{
    private const int Year = 2030;

    /// <summary>How much more, in per cent of what is counted.</summary>
    private const decimal More = 5;

    private static readonly DateOnly Decided = new(2026, 7, 24);

    private static readonly IReadOnlyList<string> Indicators = ["citizen-share", "centre-it-share"];

    private readonly ProgrammeClock clock = new(time);

    public async Task RunAsync(Owner owner, CancellationToken ct)
    {
        await using var db = engine.Open();
        time.Morning(StoryTime.Opening);
        var commune = (await db.PlaceByCodeAsync(DemoPeople.CommuneCode, StoryTime.Opening, ct))!; // checked when its people were made
        var actor = new Actor(owner.Id, null, Role.CommuneLeader, commune.Id);
        var indicators = new ReadIndicators(db, shelf);
        var readOwnTargets = new ReadOwnTargets(db, new JudgeTargets(db, shelf, indicators, new PlanShelf()), indicators, clock);
        var wanted = (await readOwnTargets.RunAsync(actor, ct)).Value.Where(one => one.Judged.Milestone.Year == Year).ToDictionary(one => one.Target.Target.Indicator, one => one.Programme);

        foreach (var indicator in Indicators)
        {
            var stated = new StatedOwnValue(indicator, Year, wanted[indicator] + More, texts.In("vi", "demo.number", ("number", 118)), Decided);
            _ = (await new SetOwnValue(db, readOwnTargets, clock).RunAsync(new OwnValueId(DemoId.Of(owner, $"own {indicator}")), 0, stated, actor, ct)).Value;
        }
    }
}
