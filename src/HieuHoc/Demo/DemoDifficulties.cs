using HieuHoc.Access;
using HieuHoc.Agencies;
using HieuHoc.Places;
using HieuHoc.Platform;
using HieuHoc.Platform.Packs;
using HieuHoc.Programmes;
using HieuHoc.Programmes.Difficulties;
using HieuHoc.Programmes.Plans;
using HieuHoc.Returns;
using HieuHoc.Returns.Narrative;
using Microsoft.EntityFrameworkCore;

namespace HieuHoc.Demo;

/// <summary>What was raised outside returns: one difficulty is answered, one waits, and a proposal was passed on to the people's committee.</summary>
internal sealed class DemoDifficulties(DbEngine engine, PackShelf shelf, Texts texts, StoryTime time)
{
    private static readonly DateOnly Raised = new(2026, 10, 22);

    private static readonly DateOnly Replied = new(2026, 10, 27);

    private static readonly DateOnly RaisedLast = new(2026, 11, 12);

    private readonly ProgrammeClock clock = new(time);

    /// <summary>Takes them down, all or none.</summary>
    public async Task RunAsync(Owner owner, CancellationToken ct)
    {
        await using var db = engine.Open();

        if (await db.Difficulties.AnyAsync(item => item.Owner == owner.Id && item.ReturnId == null, ct))
        {
            return;
        }

        var communes = (await db.ChildrenAsync(owner.PlaceId, StoryTime.Opening, ct)).OrderBy(commune => commune.Code != DemoPeople.CommuneCode).ThenBy(commune => commune.Code, StringComparer.Ordinal).ToList();
        var agency = await db.Agencies.Where(agency => agency.Code == DemoPeople.HomeAffairs).Select(agency => agency.Id).SingleAsync(ct);
        var standing = new Actor(owner.Id, null, Role.StandingAgency, owner.PlaceId);
        await using var transaction = await db.Database.BeginTransactionAsync(ct);
        time.Morning(Raised);
        var answered = await RaiseAsync(db, DifficultySubject.Target, "S4-T13", "target", standing with { Role = Role.CommuneOfficer, PlaceId = communes[1].Id }, ct);
        var task = DemoTasks.IdOf(owner, DemoTasks.HomeAffairsClause).Value.ToString();
        var passedOn = await RaiseAsync(db, DifficultySubject.Task, task, "task", standing with { Role = Role.AgencyOfficer, AgencyId = agency }, ct);
        time.Morning(Replied);
        await ReplyAsync(db, answered, DifficultyReply.Answered, standing, ct);
        await ReplyAsync(db, passedOn, DifficultyReply.Forwarded, standing, ct);
        time.Morning(RaisedLast);
        await RaiseAsync(db, DifficultySubject.General, null, "general", standing with { Role = Role.CommuneOfficer, PlaceId = communes[0].Id }, ct);
        await transaction.CommitAsync(ct);
    }

    private async Task<Difficulty> RaiseAsync(HieuHocDb db, DifficultySubject about, string? record, string words, Actor actor, CancellationToken ct)
    {
        var judgeTargets = new JudgeTargets(db, shelf, new ReadIndicators(db, shelf), new PlanShelf());
        // Who wants something of another level proposes it.
        var kind = about is DifficultySubject.Task ? DifficultyKind.Proposal : DifficultyKind.Difficulty;
        var stated = new StatedDifficulty(kind, texts.In("vi", $"demo.difficulty.{words}"), about, record, kind is DifficultyKind.Proposal ? texts.In("vi", "demo.words.addressee") : null);

        return (await new RaiseDifficulty(db, judgeTargets, clock).RunAsync(new DifficultyId(Guid.CreateVersion7()), stated, actor, ct)).Value;
    }

    private async Task ReplyAsync(HieuHocDb db, Difficulty item, DifficultyReply reply, Actor actor, CancellationToken ct) =>
        _ = (await new ReplyToDifficulty(db, clock).RunAsync(item.Id, new SaidToDifficulty(item.Revision, reply, texts.In("vi", $"demo.difficulty.{reply}")), actor, ct)).Value;
}
