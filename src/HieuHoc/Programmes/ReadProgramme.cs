using HieuHoc.Access;
using HieuHoc.Agencies;
using HieuHoc.Documents;
using HieuHoc.Places;
using HieuHoc.Platform;
using HieuHoc.Programmes.Plans;
using Microsoft.EntityFrameworkCore;

namespace HieuHoc.Programmes;

/// <summary>A plan of a programme.</summary>
/// <param name="Id">Null of one that a pack brings.</param>
/// <param name="Document">Its paper in the register; null where it is not in it.</param>
/// <param name="Holds">For whom it holds.</param>
public sealed record ProgrammePlan(PlanId? Id, DocumentId? Document, PlanContent Content, PlanHolding Holds);

/// <summary>An agency, or a kind of agencies, with all that the plans of a programme ask of it.</summary>
/// <param name="Agency">The id of the agency in the register; null where nobody has said which one is meant.</param>
public sealed record ProgrammeDuties(string Name, int? Agency, IReadOnlyList<(ProgrammePlan Plan, PlanAssignment Given)> Given);

/// <summary>What a province's programme is: its plans, what they want reached and done, by whom, and what they owe to whom.</summary>
/// <param name="Pack">Null where no pack describes it.</param>
public sealed record ProgrammeOnDay(ProgrammePack? Pack, IReadOnlyList<ProgrammePlan> Plans, IReadOnlyList<TargetDefinition> Targets, IReadOnlyList<ProgrammeDuties> Duties)
{
    /// <summary>What plans want and nobody has linked to an indicator, which is judged by nobody but the reader.</summary>
    public IEnumerable<(ProgrammePlan Plan, PlanTarget Target)> Unlinked =>
        from plan in Plans from target in plan.Content.Targets where target.Link is null select (plan, target);

    /// <summary>What plans want of one commune or district alone: it is judged there.</summary>
    public IEnumerable<(ProgrammePlan Plan, PlanTarget Target)> OfPlaces =>
        from plan in Plans where plan.Holds.PlaceId is not null from target in plan.Content.Targets where target.Link is not null select (plan, target);
}

/// <summary>Reads the programme of a province: the plans of its pack and those that it confirmed.</summary>
public sealed class ReadProgramme(HieuHocDb db, JudgeTargets judgeTargets)
{
    /// <summary>The programme as it stands on a day, for whoever may see its targets.</summary>
    public async Task<ProgrammeOnDay> RunAsync(Actor actor, DateOnly day, CancellationToken ct)
    {
        var pack = await judgeTargets.ProgrammeAsync(actor, day, ct);
        var confirmed = await judgeTargets.PlansOfAsync(pack, actor, day, ct);
        var documents = await db.Plans.Where(plan => plan.Owner == actor.Owner).Select(plan => new { plan.Id, plan.DocumentId }).ToDictionaryAsync(plan => plan.Id, plan => plan.DocumentId, ct);
        IReadOnlyList<ProgrammePlan> plans =
        [
            .. PlanShelf.NotConfirmed(pack?.Plans ?? [], confirmed).Select(content => new ProgrammePlan(Id: null, Document: null, content, PlanHolding.Province)),
            .. confirmed.Select(plan => new ProgrammePlan(plan.Id, documents[plan.Id], plan.Content, plan.Holds)),
        ];

        return new ProgrammeOnDay(pack, plans, (await judgeTargets.TargetsAsync(actor, day, ct)).Targets, await DutiesAsync(plans, actor, ct));
    }

    /// <summary>By the agency that was linked, of what is linked to none by the words of the plan.</summary>
    private async Task<IReadOnlyList<ProgrammeDuties>> DutiesAsync(IReadOnlyList<ProgrammePlan> plans, Actor actor, CancellationToken ct)
    {
        var book = await AgencyBook.OfAsync(db, await db.OwnerPlaceAsync(actor.Owner, ct), ct);
        var given = (from plan in plans
                     from assignment in plan.Content.Assignments
                     from code in assignment.Agencies ?? [""]
                     select (Code: code, Name: code.Length > 0 ? book.Find(code)?.Name ?? code : assignment.Agency, Plan: plan, Given: assignment)).ToList();
        return
        [
            .. given.GroupBy(one => one.Code.Length > 0 ? one.Code : one.Name)
                .Select(of => new ProgrammeDuties(of.First().Name, book.Find(of.Key)?.Id, [.. of.Select(one => (one.Plan, one.Given))])),
        ];
    }
}
