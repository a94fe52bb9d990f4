using HieuHoc.Access;
using HieuHoc.Platform;
using HieuHoc.Programmes.Plans;

namespace HieuHoc.Web.Api;

/// <summary>A plan document of the programme, as a list has it.</summary>
/// <param name="Title">What the plan is called, or its file where it was not read.</param>
/// <param name="Decided">How many of its items somebody has looked at.</param>
public sealed record PlanLineBody(Guid Id, string Title, string? Number, DateOnly? IssuedOn, string? Issuer, PlanState State, int Decided, int Items, DateTime ReadAt);

/// <summary>A plan with what it says.</summary>
/// <param name="Source">What its file was called.</param>
/// <param name="Document">The plan in the register of documents; null until it is confirmed for the first time.</param>
/// <param name="Revision">Grows with every decision about it.</param>
/// <param name="Items">The head first, then legal bases, targets, tasks, assignments, money, reports and recipients.</param>
public sealed record PlanBody(Guid Id, string Title, string Source, PlanState State, Guid? Document, int Revision, IReadOnlyList<PlanItemBody> Items);

/// <summary>One thing that a plan says, with its clause and what a person linked it to.</summary>
/// <param name="State">Open while nobody has looked at it; a dropped one is none of the plan.</param>
/// <param name="Item">As it counts now.</param>
/// <param name="Doubts">Why it should be looked at twice.</param>
public sealed record PlanItemBody(string Key, PlanItemState State, PlanItem Item, IReadOnlyList<PlanDoubt> Doubts);

/// <summary>The plan documents of the programme: what was read in, and what of it is confirmed.</summary>
internal static class PlansApi
{
    private static readonly Role[] Keepers = [.. RoleTable.WhoMay(Capability.KeepPlans)];

    public static void Map(RouteGroupBuilder api)
    {
        api.MapGet("/plans", ListAsync).Produces<IReadOnlyList<PlanLineBody>>()
            .Opens("The plan documents of the programme, confirmed and in work, the one that was read last first", ApiScopes.Read, Keepers);
        api.MapGet("/plans/{id:guid}", GetAsync).Produces<PlanBody>()
            .Opens("One plan with its items, each with its clause, where it stands and its link", ApiScopes.Read, Keepers, new PlanNotFound());
    }

    private static async Task<IResult> ListAsync(ListPlans listPlans, Actor actor, CancellationToken ct) =>
        Results.Ok((await listPlans.RunAsync(actor, ct)).Select(plan => new PlanLineBody(
            plan.Id.Value, plan.Title, plan.Head.Number, plan.Head.IssuedOn, plan.Head.Issuer, plan.State, plan.Decided, plan.Items, plan.ReadAt)));

    private static async Task<IResult> GetAsync(Guid id, HieuHocDb db, Actor actor, CancellationToken ct)
    {
        if (await db.StandingPlanAsync(new PlanId(id), actor, ct) is not { } standing)
        {
            return ApiProblems.Of(new PlanNotFound());
        }

        var (plan, draft) = (standing.Plan, standing.Draft);

        return Results.Ok(new PlanBody(
            id, draft.Head.Title ?? plan.Source, plan.Source, plan.State, plan.DocumentId?.Value, plan.Revision,
            [.. draft.Items.Select(item => new PlanItemBody(item.Key, item.State, item.Now, item.Doubts))]));
    }
}
