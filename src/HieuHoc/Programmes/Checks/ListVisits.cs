using HieuHoc.Access;
using HieuHoc.Agencies;
using HieuHoc.Documents;
using HieuHoc.Platform;
using Microsoft.EntityFrameworkCore;

namespace HieuHoc.Programmes.Checks;

/// <summary>A visit in a list.</summary>
/// <param name="Unsettled">How many of the findings that the actor sees are not settled.</param>
public sealed record VisitLine(Visit Visit, string Visited, int Unsettled);

/// <summary>A finding in a list.</summary>
public sealed record FindingLine(Finding Finding, VisitKind Kind, string Responsible);

/// <summary>A day that a calendar names: of a visit that is planned, or by which something must be put right.</summary>
public sealed record VisitDay(DateOnly First, DateOnly Last, Visit Visit, string Unit, Finding? Finding);

/// <summary>Lists visits, what of their findings is not settled, and the days to come of both.</summary>
public sealed class ListVisits(HieuHocDb db, ProgrammeClock clock)
{
    /// <summary>The visits that the actor sees, in one state or all, the youngest first.</summary>
    public IQueryable<Visit> In(VisitState? state, Actor actor) => db.VisitsVisibleTo(actor).AsNoTracking()
        .Where(visit => state == null || visit.State == state)
        .OrderByDescending(visit => visit.FirstDay).ThenBy(visit => visit.Id);

    /// <summary>Some of them with who is visited and what is not settled.</summary>
    public async Task<IReadOnlyList<VisitLine>> LinesAsync(IQueryable<Visit> visits, Actor actor, CancellationToken ct)
    {
        var rows = await visits.ToListAsync(ct);
        var names = await NamesAsync(rows.Select(visit => visit.VisitedId), ct);
        var ids = rows.ConvertAll(visit => visit.Id);
        var unsettled = await Unsettled(actor).Where(finding => EF.Parameter(ids).Contains(finding.VisitId))
            .GroupBy(finding => finding.VisitId).Select(same => new { same.Key, Count = same.Count() }).ToDictionaryAsync(same => same.Key, same => same.Count, ct);

        return [.. rows.Select(visit => new VisitLine(visit, names.GetValueOrDefault(visit.VisitedId, ""), unsettled.GetValueOrDefault(visit.Id)))];
    }

    /// <summary>The findings that the actor sees and that are not settled, those that are due first before the others.</summary>
    public IQueryable<Finding> Unsettled(Actor actor) => db.FindingsVisibleTo(actor).AsNoTracking()
        .Where(finding => finding.State == FindingState.Open || finding.State == FindingState.Answered)
        .OrderBy(finding => finding.DueOn).ThenBy(finding => finding.Id);

    /// <summary>Some of them with whom they name.</summary>
    public async Task<IReadOnlyList<FindingLine>> LinesAsync(IQueryable<Finding> findings, CancellationToken ct)
    {
        var rows = await (
            from finding in findings
            join visit in db.Visits on new { finding.Owner, Id = finding.VisitId } equals new { visit.Owner, visit.Id }
            orderby finding.DueOn, finding.Id
            select new { finding, visit.Kind }).ToListAsync(ct);
        var names = await NamesAsync(rows.Select(row => row.finding.ResponsibleId), ct);

        return [.. rows.Select(row => new FindingLine(row.finding, row.Kind, names.GetValueOrDefault(row.finding.ResponsibleId, "")))];
    }

    /// <summary>From today on: the planned visits that the actor sees, and the last days of findings without an answer.</summary>
    public async Task<IReadOnlyList<VisitDay>> ComingAsync(Actor actor, CancellationToken ct)
    {
        var today = clock.Now.Day;
        var planned = await db.VisitsVisibleTo(actor).AsNoTracking().Where(visit => visit.State == VisitState.Planned && visit.LastDay >= today).ToListAsync(ct);
        var due = await (
            from finding in db.FindingsVisibleTo(actor).AsNoTracking()
            where finding.State == FindingState.Open && finding.DueOn >= today
            join visit in db.Visits.AsNoTracking() on new { finding.Owner, Id = finding.VisitId } equals new { visit.Owner, visit.Id }
            select new { finding, visit }).ToListAsync(ct);
        var names = await NamesAsync(planned.Select(visit => visit.VisitedId).Concat(due.Select(row => row.finding.ResponsibleId)), ct);

        return
        [
            .. planned.Select(visit => new VisitDay(visit.FirstDay, visit.LastDay, visit, names.GetValueOrDefault(visit.VisitedId, ""), null))
                .Concat(due.Select(row => new VisitDay(row.finding.DueOn, row.finding.DueOn, row.visit, names.GetValueOrDefault(row.finding.ResponsibleId, ""), row.finding)))
                .OrderBy(day => day.First).ThenBy(day => day.Visit.Id.Value).ThenBy(day => day.Finding?.Number),
        ];
    }

    /// <summary>
    /// The coordination regulations of earlier years that hold and that nobody reviews this year: none of the reviews that the actor
    /// sees is about them, planned ones included.
    /// </summary>
    public async Task<IReadOnlyList<OfficialDocument>> UnreviewedAsync(Actor actor, CancellationToken ct)
    {
        var (first, last) = (new DateOnly(clock.Now.Day.Year, 1, 1), new DateOnly(clock.Now.Day.Year, 12, 31));
        var relations = db.DocumentRelations;
        var held = await db.DocumentsVisibleTo(actor).AsNoTracking()
            .Where(document => document.Type == DocumentType.Regulation && document.State == DocumentState.Issued && document.NumberKey != null && document.IssuedOn < first)
            .Where(document => !relations.Any(relation => relation.Owner == document.Owner && relation.ToId == document.Id && relation.Kind == DocumentRelationKind.Replaces))
            .OrderBy(document => document.IssuedOn).ThenBy(document => document.Id).ToListAsync(ct);
        var reviewed = await db.VisitsVisibleTo(actor)
            .Where(visit => visit.Kind == VisitKind.CoordinationReview && visit.State != VisitState.Cancelled && visit.FirstDay >= first && visit.FirstDay <= last)
            .Select(visit => visit.Regulation).ToListAsync(ct);

        return [.. held.ExceptBy(reviewed.Select(DocumentNumbers.Key), document => document.NumberKey)];
    }

    private async Task<IReadOnlyDictionary<int, string>> NamesAsync(IEnumerable<int> subjects, CancellationToken ct)
    {
        var ids = subjects.Distinct().ToList();

        return await db.SubjectNamesOn(clock.Now.Day).Where(name => EF.Parameter(ids).Contains(name.SubjectId)).ToDictionaryAsync(name => name.SubjectId, name => name.FullName, ct);
    }
}
