using HieuHoc.Access;
using HieuHoc.Agencies;
using HieuHoc.Documents;
using HieuHoc.Places;
using HieuHoc.Platform;
using HieuHoc.Programmes.Checks;
using Microsoft.EntityFrameworkCore;

namespace HieuHoc.Demo;

/// <summary>
/// Two visits of this autumn: what the first found is put right and the visit closed; what the second found waits for the commune's answer.
/// Of two regulations on how agencies work together, made up as well, one was reviewed this year and one was not.
/// </summary>
internal sealed class DemoVisits(DbEngine engine, Texts texts, StoryTime time)
{
    /// <summary>When the regulations were issued.</summary>
    private static readonly IReadOnlyList<DateOnly> Regulated = [new(2025, 9, 22), new(2025, 10, 14)];

    private readonly ProgrammeClock clock = new(time);

    /// <summary>Takes them down, all or none.</summary>
    public async Task RunAsync(Owner owner, CancellationToken ct)
    {
        await using var db = engine.Open();

        if (await db.Visits.AnyAsync(visit => visit.Owner == owner.Id, ct))
        {
            return;
        }

        var communes = (await db.ChildrenAsync(owner.PlaceId, StoryTime.Opening, ct)).OrderBy(commune => commune.Code != DemoPeople.CommuneCode).ThenBy(commune => commune.Code, StringComparer.Ordinal).ToList();
        var actor = new Actor(owner.Id, null, Role.StandingAgency, owner.PlaceId);
        await using var transaction = await db.Database.BeginTransactionAsync(ct);
        var settled = await VisitAsync(db, 1, communes[1].Id, new DateOnly(2026, 10, 20), new DateOnly(2026, 11, 10), actor, ct);
        await SettleAsync(db, settled, communes[1].Id, actor, ct);
        await VisitAsync(db, 2, communes[0].Id, new DateOnly(2026, 10, 28), new DateOnly(2026, 11, 18), actor, ct);
        await ReviewAsync(db, actor, ct);
        await transaction.CommitAsync(ct);
    }

    /// <summary>Plans a visit of one day, carries it out and takes down what it found; one that is about a regulation is its yearly review.</summary>
    private async Task<(Visit Visit, FindingId Finding)> VisitAsync(
        HieuHocDb db, int number, int visited, DateOnly day, DateOnly due, Actor actor, CancellationToken ct, string? regulation = null)
    {
        time.Morning(StoryTime.Opening);
        var id = new VisitId(Guid.CreateVersion7());
        var stated = new StatedVisit
        {
            Kind = regulation is null ? VisitKind.Check : VisitKind.CoordinationReview,
            Regulation = regulation,
            Subject = texts.In("vi", $"demo.visit.{number}"),
            FirstDay = day,
            LastDay = day,
            VisitedId = visited,
            Team = texts.In("vi", "demo.visit.team"),
            Points = texts.In("vi", regulation is null ? "demo.visit.points" : "demo.review.points"),
        };
        var visit = (await new PlanVisit(db, clock).RunAsync(id, 0, stated, actor, ct)).Value;
        time.Morning(day);
        visit = (await new MoveVisit(db, clock).RunAsync(id, visit.Revision, VisitStep.CarryOut, null, actor, ct)).Value;
        var seen = stated.PointLines.Select((_, i) => new SeenPoint(i + 1, i == 0 ? PointSeen.NotMet : PointSeen.Met, i == 0 ? texts.In("vi", $"demo.visit.{number}.seen") : "")).ToList();
        visit = (await new LookAtPoints(db, clock).RunAsync(id, visit.Revision, seen, actor, ct)).Value;
        var finding = new FindingId(Guid.CreateVersion7());
        _ = (await new AddFinding(db, clock).RunAsync(id, finding, new StatedFinding(texts.In("vi", $"demo.visit.{number}.finding"), visited, due), actor, ct)).Value;

        return (visit, finding);
    }

    /// <summary>Registers the regulations and reviews the first with the Association; the second waits for this year's review.</summary>
    private async Task ReviewAsync(HieuHocDb db, Actor actor, CancellationToken ct)
    {
        time.Morning(StoryTime.Opening);

        foreach (var (i, issued) in Regulated.Index())
        {
            var regulation = new StatedDocument
            {
                Type = DocumentType.Regulation,
                Level = DocumentLevel.Province,
                Number = texts.In("vi", $"demo.regulation.{i + 1}.number"),
                IssuedOn = issued,
                Issuer = texts.In("vi", $"demo.regulation.{i + 1}.issuer"),
                Title = texts.In("vi", $"demo.regulation.{i + 1}"),
            };
            _ = (await new RegisterDocument(db, clock).RunAsync(new DocumentId(Guid.CreateVersion7()), regulation, actor, ct)).Value;
        }

        var association = await db.Agencies.Where(agency => agency.Code == DemoPeople.Association).Select(agency => agency.Id).SingleAsync(ct);
        await VisitAsync(db, 3, association, new DateOnly(2026, 11, 3), new DateOnly(2026, 12, 10), actor, ct, texts.In("vi", "demo.regulation.1.number"));
    }

    private async Task SettleAsync(HieuHocDb db, (Visit Visit, FindingId Finding) of, int commune, Actor actor, CancellationToken ct)
    {
        var say = new SayOfFinding(db, clock);
        time.Morning(new DateOnly(2026, 10, 30));
        _ = (await say.RunAsync(of.Finding, new SaidOfFinding(0, FindingStep.Answer, texts.In("vi", "demo.visit.answer")), actor with { Role = Role.CommuneOfficer, PlaceId = commune }, ct)).Value;
        time.Morning(new DateOnly(2026, 11, 2));
        _ = (await say.RunAsync(of.Finding, new SaidOfFinding(1, FindingStep.Accept, ""), actor, ct)).Value;
        _ = (await new MoveVisit(db, clock).RunAsync(of.Visit.Id, of.Visit.Revision, VisitStep.Close, null, actor, ct)).Value;
    }
}
