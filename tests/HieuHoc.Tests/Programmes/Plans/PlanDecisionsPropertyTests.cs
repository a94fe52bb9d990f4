using FsCheck;
using FsCheck.Fluent;
using HieuHoc.Access;
using HieuHoc.PlanReading;
using HieuHoc.Platform;
using HieuHoc.Programmes.Plans;
using HieuHoc.Testing;
using HieuHoc.Tests.Figures;

namespace HieuHoc.Tests.Programmes.Plans;

/// <summary>Two colleagues at one plan who decide and undo in whatever order.</summary>
public sealed class PlanDecisionsPropertyTests : PlansTest
{
    private static readonly IReadOnlyList<string> Items = ["target-1", "target-2", "task-1", "task-2"];

    private static int Cases => TestEngines.Name == "sqlite" ? 25 : 5;

    private static Gen<List<Press>> Presses =>
        from presses in (
            from second in Gen.Elements(true, false)
            from items in Gen.SubListOf<string>([.. Items])
            from verdict in Gen.Elements(PlanVerdict.Accepted, PlanVerdict.Corrected, PlanVerdict.Dropped, PlanVerdict.Undone)
            select new Press(second, items.ToList(), verdict)).ListOf(12)
        select presses.Where(press => press.Items.Count > 0).ToList();

    private static PlanTarget Target { get; } = new("I.1", "hộ gia đình", TargetKind.Count, 5, TargetQualifier.Exact, 2030, null, null);

    [Fact]
    public async Task An_item_stands_as_the_last_decision_that_was_not_undone_left_it() =>
        await Task.Run(() => Always.Holds(Presses, presses => HoldsAsync(presses).GetAwaiter().GetResult(), Cases), Ct);

    /// <summary>Beside the plan a pile of decisions for each item: undoing takes away one's own last press as far as it lies on top.</summary>
    private async Task<bool> HoldsAsync(List<Press> presses)
    {
        var plan = new PlanId(Guid.CreateVersion7());
        await TakeAsync(id: plan);
        var piles = Items.ToDictionary(item => item, _ => new Stack<(int Act, bool Second, PlanItemState State)>());
        var act = 0;

        foreach (var press in presses)
        {
            act++;
            var mine = piles.Where(pile => pile.Value.Count > 0 && pile.Value.Peek().Second == press.Second).ToList();
            var last = mine.Count == 0 ? (int?)null : mine.Max(pile => pile.Value.Peek().Act);
            var refusal = await PressAsync(plan, press);

            if (refusal is not null != (press.Verdict is PlanVerdict.Undone && last is null))
            {
                return false;
            }

            foreach (var (item, pile) in piles)
            {
                if (press.Verdict is PlanVerdict.Undone)
                {
                    if (pile.Count > 0 && pile.Peek().Act == last && pile.Peek().Second == press.Second)
                    {
                        pile.Pop();
                    }
                }
                else if (press.Items.Contains(item))
                {
                    pile.Push((act, press.Second, Enum.Parse<PlanItemState>(press.Verdict.ToString())));
                }
            }

            var draft = (await Stored().StandingPlanAsync(plan, Agency, Ct))!.Draft;

            if (piles.Any(pile => draft.Find(pile.Key)!.State != (pile.Value.TryPeek(out var top) ? top.State : PlanItemState.Open)))
            {
                return false;
            }
        }

        return true;
    }

    private async Task<Refusal?> PressAsync(PlanId plan, Press press)
    {
        Db.ChangeTracker.Clear();
        var person = press.Second ? Agency with { PersonId = new PersonId(Guid.Parse("01900000-0000-7000-8000-000000000009")) } : Agency;

        if (press.Verdict is PlanVerdict.Undone)
        {
            return (await UndoPlanDecision.RunAsync(plan, Guid.CreateVersion7(), person, Ct)).Refusal;
        }

        var draft = (await Stored().StandingPlanAsync(plan, Agency, Ct))!.Draft;
        var decided = press.Items.Select(item => new DecidedItem(item, draft.Find(item)!.Decided, press.Verdict, Written(item, press.Verdict)));

        return (await DecidePlanItems.RunAsync(plan, Guid.CreateVersion7(), [.. decided], person, Ct)).Refusal;
    }

    private static PlanItem? Written(string item, PlanVerdict verdict) => verdict is not PlanVerdict.Corrected ? null
        : item.StartsWith("target", StringComparison.Ordinal) ? Target
        : new PlannedTask("II.1", "Việc đã sửa");

    private sealed record Press(bool Second, IReadOnlyList<string> Items, PlanVerdict Verdict);
}
