using HieuHoc.Access;
using HieuHoc.Places;
using HieuHoc.Platform;
using HieuHoc.Programmes.Committees;

namespace HieuHoc.Web.Api;

/// <summary>A place with its steering committees.</summary>
/// <param name="Code">Its code today, or the last one that it had.</param>
public sealed record CommitteePlaceBody(string Code, string Place, PlaceLevel Level, CommitteeStanding Standing, IReadOnlyList<CommitteeLineBody> Committees);

/// <summary>A committee by its last decision.</summary>
public sealed record CommitteeLineBody(Guid Id, string Name, string Number, DateOnly DecidedOn, CommitteeStanding Standing);

/// <summary>A committee with who sat on it on a day, and the decisions about it.</summary>
/// <param name="Name">What its last decision calls it.</param>
/// <param name="StandingAgency">The agency that serves it, as the last decision writes it; empty where it names none.</param>
/// <param name="On">The day whose members are told.</param>
/// <param name="Members">In the order of the decision; none before the first one.</param>
/// <param name="Decisions">The youngest first.</param>
public sealed record CommitteeBody(
    Guid Id, string Place, string Name, string StandingAgency, CommitteeStanding Standing, DateOnly On, IReadOnlyList<CommitteeMemberBody> Members, IReadOnlyList<CommitteeDecisionBody> Decisions);

/// <summary>Who sits on a committee.</summary>
/// <param name="Name">Initials for who sees no names.</param>
/// <param name="Post">The post that brings the seat; empty where the list has none.</param>
/// <param name="Agency">Whose post it is; empty where the post says it.</param>
public sealed record CommitteeMemberBody(string Name, string Post, CommitteeDuty Duty, string Agency);

/// <summary>A decision about a committee.</summary>
/// <param name="Document">The decision in the register of documents; null where it is not there.</param>
public sealed record CommitteeDecisionBody(string Number, DateOnly DecidedOn, string Name, Guid? Document);

/// <summary>Steering committees and who sits on them.</summary>
internal static class CommitteesApi
{
    private static readonly Role[] Readers = [.. RoleTable.WhoMay(Capability.SeeCommittees)];

    public static void Map(RouteGroupBuilder api)
    {
        api.MapGet("/committees", ListAsync).Produces<IReadOnlyList<CommitteePlaceBody>>()
            .Opens("The places that the person sees with their steering committees, those without one too", ApiScopes.Read, Readers);
        api.MapGet("/committees/{id:guid}", GetAsync).Produces<CommitteeBody>()
            .Opens("One committee with who sits on it today, or sat on a day, and its decisions", ApiScopes.Read, Readers, new CommitteeNotFound(), new RequestUnreadable());
    }

    private static async Task<IResult> ListAsync(ListCommittees listCommittees, Actor actor, CancellationToken ct)
    {
        var list = await listCommittees.RunAsync(actor, ct);

        return Results.Ok(list.Province.Concat(list.Communes).Concat(list.Former).Select(of => new CommitteePlaceBody(
            of.Place.Code, of.Place.FullName, of.Place.Level, of.Standing,
            [.. of.Committees.Select(line => new CommitteeLineBody(line.Id.Value, line.Name, line.Number, line.Since, line.Standing))])));
    }

    private static async Task<IResult> GetAsync(Guid id, DateOnly? on, ReadCommittee readCommittee, ProgrammeClock clock, Actor actor, CancellationToken ct)
    {
        var outcome = await readCommittee.RunAsync(new CommitteeId(id), actor, ct);

        if (outcome.Refusal is { } refusal)
        {
            return ApiProblems.Of(refusal);
        }

        var (read, day) = (outcome.Value, on ?? clock.Now.Day);

        return Results.Ok(new CommitteeBody(
            id, read.Place, read.Last.Name, read.Last.StandingAgency, read.Standing, day,
            [.. (read.OnDay(day)?.Members ?? []).Select(member => new CommitteeMemberBody(MaskedName.For(actor, member.Name), member.Post, member.Duty, member.Agency))],
            [
                .. read.Decisions.Select(one => new CommitteeDecisionBody(
                    one.Decided.Decision.Number, one.Decided.Decision.DecidedOn, one.Decided.Decision.Name, one.Document?.Value)),
            ]));
    }
}
