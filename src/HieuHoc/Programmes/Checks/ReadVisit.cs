using HieuHoc.Access;
using HieuHoc.Agencies;
using HieuHoc.Platform;
using Microsoft.EntityFrameworkCore;

namespace HieuHoc.Programmes.Checks;

/// <summary>A finding with what was said of it, in its order.</summary>
/// <param name="Responsible">Who must put it right, by name.</param>
/// <param name="MayAnswer">True for the unit that it names.</param>
public sealed record FindingRead(Finding Finding, string Responsible, bool MayAnswer, IReadOnlyList<FindingWord> Words);

/// <summary>A visit with all that the actor sees of it.</summary>
/// <param name="IsWhole">False for who is named by a finding alone: they see that finding, and not what else was seen.</param>
/// <param name="Team">Who visits, one a line; an auditor sees initials.</param>
/// <param name="Findings">Unsettled ones first, those due first among them.</param>
public sealed record VisitRead(Visit Visit, string Visited, bool IsKept, bool IsWhole, IReadOnlyList<string> Team, IReadOnlyList<VisitPoint> Points, IReadOnlyList<FindingRead> Findings)
{
    public int Unsettled => Findings.Count(read => read.Finding.IsUnsettled);
}

/// <summary>Reads a visit with its lines and findings.</summary>
public sealed class ReadVisit(HieuHocDb db, ProgrammeClock clock)
{
    public async Task<Outcome<VisitRead>> RunAsync(VisitId id, Actor actor, CancellationToken ct)
    {
        if (await db.VisitsVisibleTo(actor).AsNoTracking().SingleOrDefaultAsync(visit => visit.Id == id, ct) is not { } visit)
        {
            return new VisitNotFound();
        }

        var kept = await db.VisitsKeptBy(actor).AnyAsync(row => row.Id == id, ct);
        var whole = await db.VisitsSeenWhole(actor).AnyAsync(row => row.Id == id, ct);
        var visited = await db.SubjectNameAsync(visit.VisitedId, clock.Now.Day, ct) ?? "";
        var points = whole ? await db.PointsOf(visit).AsNoTracking().ToListAsync(ct) : [];
        var team = whole ? TypedText.Lines(visit.Team) : [];

        return new VisitRead(visit, visited, kept, whole, [.. team.Select(line => MaskedName.InLine(actor, line))], points, await FindingsAsync(id, actor, ct));
    }

    private async Task<IReadOnlyList<FindingRead>> FindingsAsync(VisitId id, Actor actor, CancellationToken ct)
    {
        var findings = await db.FindingsVisibleTo(actor).AsNoTracking().Where(finding => finding.VisitId == id).ToListAsync(ct);
        var (ids, named) = (findings.ConvertAll(finding => finding.Id), findings.ConvertAll(finding => finding.ResponsibleId));
        var answered = await db.FindingsAnsweredBy(actor).Where(finding => finding.VisitId == id).Select(finding => finding.Id).ToHashSetAsync(ct);
        var words = (await db.FindingWords.AsNoTracking().Where(word => word.Owner == actor.Owner && EF.Parameter(ids).Contains(word.FindingId))
            .OrderBy(word => word.Number).ToListAsync(ct)).ToLookup(word => word.FindingId);
        var names = await db.SubjectNamesOn(clock.Now.Day).Where(name => EF.Parameter(named).Contains(name.SubjectId)).ToDictionaryAsync(name => name.SubjectId, name => name.FullName, ct);

        return
        [
            .. findings.OrderBy(finding => !finding.IsUnsettled).ThenBy(finding => finding.IsUnsettled ? finding.DueOn : DateOnly.MinValue).ThenBy(finding => finding.Number)
                .Select(finding => new FindingRead(finding, names.GetValueOrDefault(finding.ResponsibleId, ""), answered.Contains(finding.Id), [.. words[finding.Id]])),
        ];
    }
}
