using HieuHoc.Access;
using HieuHoc.Programmes.Checks;
using Microsoft.EntityFrameworkCore;

namespace HieuHoc.Web.Api;

/// <summary>A visit that checks or supervises, as a list has it.</summary>
/// <param name="Unsettled">How many of the findings that the person sees are not settled.</param>
public sealed record VisitLineBody(Guid Id, VisitKind Kind, string Subject, string Visited, DateOnly FirstDay, DateOnly LastDay, VisitState State, int Unsettled);

/// <summary>A part of the visits, and of how many.</summary>
public sealed record FoundVisitsBody(int Count, IReadOnlyList<VisitLineBody> Visits);

/// <summary>A visit with what was seen and found.</summary>
/// <param name="Regulation">The number of the regulation that a review of cooperation is about; null of every other visit.</param>
/// <param name="Reason">Why it did not take place; empty unless it was cancelled.</param>
/// <param name="IsWhole">False for who is named by a finding alone: team and points are not told then.</param>
/// <param name="Findings">Unsettled ones first, those due first among them.</param>
public sealed record VisitBody(
    Guid Id,
    VisitKind Kind,
    string Subject,
    string? Regulation,
    string Visited,
    DateOnly FirstDay,
    DateOnly LastDay,
    VisitState State,
    string Reason,
    bool IsWhole,
    IReadOnlyList<string> Team,
    IReadOnlyList<VisitPointBody> Points,
    IReadOnlyList<VisitFindingBody> Findings);

/// <summary>One line of what a visit looks at, and what was seen.</summary>
public sealed record VisitPointBody(int Number, string Text, PointSeen Seen, string Words);

/// <summary>What a visit found, who must put it right, and what was said of it since.</summary>
public sealed record VisitFindingBody(Guid Id, int Number, string Text, string Responsible, DateOnly DueOn, FindingState State, IReadOnlyList<FindingWordBody> FollowUp);

/// <summary>Something that was said of a finding.</summary>
/// <param name="DueOn">The new last day, of who asks again; null otherwise.</param>
/// <param name="OnBehalf">True where the visitor took down an answer that came on paper.</param>
public sealed record FindingWordBody(FindingStep Step, string Words, DateOnly? DueOn, bool OnBehalf, DateTime At);

/// <summary>Visits that check and supervise, what they found, and how it is followed up.</summary>
internal static class VisitsApi
{
    private static readonly Role[] Readers = [.. RoleTable.WhoMay(Capability.SeeVisits)];

    public static void Map(RouteGroupBuilder api)
    {
        api.MapGet("/visits", ListAsync).Produces<FoundVisitsBody>()
            .Opens("The visits that the person sees, of one state or all, the youngest first, fifty from skip on", ApiScopes.Read, Readers, new RequestUnreadable());
        api.MapGet("/visits/{id:guid}", GetAsync).Produces<VisitBody>()
            .Opens("One visit with what was seen, what was found and what was said of each finding", ApiScopes.Read, Readers, new VisitNotFound());
    }

    private static async Task<IResult> ListAsync(ListVisits listVisits, Actor actor, CancellationToken ct, string? state = null, int skip = 0)
    {
        if (skip < 0 || !ApiLists.TryRead<VisitState>(state, out var asked))
        {
            return ApiProblems.Of(new RequestUnreadable());
        }

        var visits = listVisits.In(asked, actor);
        var lines = await listVisits.LinesAsync(visits.Skip(skip).Take(ApiLists.Most), actor, ct);

        return Results.Ok(new FoundVisitsBody(
            await visits.CountAsync(ct),
            [
                .. lines.Select(line => new VisitLineBody(
                    line.Visit.Id.Value, line.Visit.Kind, line.Visit.Subject, line.Visited, line.Visit.FirstDay, line.Visit.LastDay, line.Visit.State, line.Unsettled)),
            ]));
    }

    private static async Task<IResult> GetAsync(Guid id, ReadVisit readVisit, Actor actor, CancellationToken ct)
    {
        var outcome = await readVisit.RunAsync(new VisitId(id), actor, ct);

        if (outcome.Refusal is { } refusal)
        {
            return ApiProblems.Of(refusal);
        }

        var (read, visit) = (outcome.Value, outcome.Value.Visit);

        return Results.Ok(new VisitBody(
            id, visit.Kind, visit.Subject, visit.Regulation, read.Visited, visit.FirstDay, visit.LastDay, visit.State, visit.Reason, read.IsWhole, read.Team,
            [.. read.Points.Select(point => new VisitPointBody(point.Number, point.Text, point.Seen, point.Words))],
            [
                .. read.Findings.Select(found => new VisitFindingBody(
                    found.Finding.Id.Value, found.Finding.Number, found.Finding.Text, found.Responsible, found.Finding.DueOn, found.Finding.State,
                    [.. found.Words.Select(word => new FindingWordBody(word.Step, word.Words, word.DueOn, word.OnBehalf, word.SaidAt))])),
            ]));
    }
}
