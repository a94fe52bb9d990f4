using HieuHoc.Figures;
using HieuHoc.PlanReading;
using HieuHoc.Places;
using HieuHoc.Platform;
using HieuHoc.Programmes;
using HieuHoc.Programmes.Plans;
using HieuHoc.Returns;
using HieuHoc.Rules;

namespace HieuHoc.Tests.Programmes.Plans;

/// <summary>A person links targets of a plan to indicators, and the overview judges them.</summary>
public sealed class LinkPlanItemsTests : PlansTest
{
    public override async ValueTask InitializeAsync()
    {
        await base.InitializeAsync();
        await TakeAsync();
    }

    [Fact]
    public async Task An_item_is_accepted_with_what_it_is_linked_to_and_stays_as_it_was_read()
    {
        Assert.Null(await LinkAsync("citizen-share"));

        var item = (await DraftAsync()).Find("target-1")!;
        Assert.Equal((PlanItemState.Accepted, new TargetLink("citizen-share")), (item.State, ((PlanTarget)item.Now).Link));
        Assert.Equal(item.Read, item.Now.Unlinked);
    }

    [Fact]
    public async Task Whoever_accepts_an_item_changes_nothing_in_its_words()
    {
        var read = (PlanTarget)(await DraftAsync()).Find("target-1")!.Now;

        Assert.Equal(new PlanItemUnfit(PlanItemFault.OtherKind), await DecideAsync("target-1", PlanVerdict.Accepted, read with { Value = 99 }));
    }

    [Theory]
    [InlineData("snow-share", PlanItemFault.IndicatorUnknown)]
    [InlineData("province-xmc-level", PlanItemFault.IndicatorUnfit)]
    public async Task An_indicator_that_cannot_measure_it_is_refused(string indicator, PlanItemFault fault) => Assert.Equal(new PlanItemUnfit(fault), await LinkAsync(indicator));

    [Fact]
    public async Task A_year_that_is_none_and_an_agency_that_nobody_knows_are_refused()
    {
        var draft = await DraftAsync();
        var target = (PlanTarget)draft.Find("target-1")!.Now;
        var given = (PlanAssignment)draft.Find("assignment-1")!.Now;

        Assert.Equal(new PlanItemUnfit(PlanItemFault.YearsUnfit), await DecideAsync("target-1", PlanVerdict.Accepted, target with { Link = new TargetLink("citizen-share", 1999) }));
        Assert.Equal(new PlanItemUnfit(PlanItemFault.AgencyUnknown), await DecideAsync("assignment-1", PlanVerdict.Accepted, given with { Agencies = ["nowhere.so-gddt"] }));
    }

    [Fact]
    public async Task What_the_words_speak_of_is_suggested_and_what_they_do_not_is_left_open()
    {
        var draft = await DraftAsync();
        var choices = await Links.ForAsync(draft.Head, Agency, Ct);
        var target = (PlanTarget)draft.Find("target-1")!.Now;

        Assert.Equal("citizen-share", ((PlanTarget)choices.Suggested(target)).Link?.Indicator);
        Assert.Null(((PlanTarget)choices.Suggested(target with { Subject = "cây xanh được trồng dọc đường" })).Link);
        Assert.Same(draft.Head, choices.Suggested(draft.Head));
    }

    [Fact]
    public async Task A_confirmed_plan_s_target_is_judged_where_no_pack_describes_a_programme_and_one_that_is_linked_to_nothing_is_not()
    {
        await LinkAsync("citizen-share");
        await AcceptRestAsync();
        await JudgesNothingAsync(); // what is not confirmed drives nothing

        Assert.Null((await ConfirmPlan.RunAsync(Id, "", Agency, Ct)).Refusal);
        Given.Confirmed(Round, Commune, new Dictionary<string, long> { ["citizen.adults"] = 1000, ["citizen.recognised"] = 350 });

        var judged = Assert.Single(await JudgedAsync(Province));
        var milestone = Assert.Single(judged.Milestones);
        Assert.Equal(("citizen-share", 2030, 70m, TargetQualifier.Strive), (judged.Target.Indicator, milestone.Milestone.Year, milestone.Milestone.Threshold, milestone.Milestone.Qualifier));
        Assert.Equal((Verdict.NotMet, 35m), (milestone.Verdict, milestone.Reading!.Value));
        Assert.Equal([new PlanClause("12/KH-UBND", "I.1")], milestone.Milestone.Sources);
    }

    [Fact]
    public async Task What_a_commune_s_plan_wants_is_judged_in_that_commune_alone()
    {
        var neighbour = Given.Place("Diên Sanh", under: Province);
        await IssuedByAsync("UBND xã Hải Lăng");
        await LinkAsync("citizen-share");
        await AcceptRestAsync();
        Assert.Null((await ConfirmPlan.RunAsync(Id, "", Agency, Ct)).Refusal);
        Given.Confirmed(Round, Commune, new Dictionary<string, long> { ["citizen.adults"] = 1000, ["citizen.recognised"] = 350 });

        Assert.Equal([70m], await ThresholdsAsync(Commune));
        Assert.Empty(await JudgedAsync(Province));
        Assert.Empty(await JudgedAsync(neighbour));
        var programme = await new ReadProgramme(Db, new JudgeTargets(Db, Shelf, new ReadIndicators(Db, Shelf), new PlanShelf())).RunAsync(Agency, Clock.Now.Day, Ct);
        Assert.Empty(programme.Targets);
        Assert.Equal(("Xã Hải Lăng", 70m), Assert.Single(programme.OfPlaces.Select(of => (of.Plan.Holds.Name, of.Target.Value!.Value))));
    }

    [Fact]
    public async Task In_an_area_the_plan_s_value_for_that_area_holds_and_elsewhere_the_value_for_all()
    {
        var target = (PlanTarget)(await DraftAsync()).Find("target-1")!.Now;
        await LinkAsync("citizen-share");
        await DecideAsync($"added-{Guid.CreateVersion7()}", PlanVerdict.Added, target with { Area = "specially difficult", Value = 30, Link = new TargetLink("citizen-share") });
        await AcceptRestAsync();
        await ConfirmPlan.RunAsync(Id, "", Agency, Ct);
        Given.Confirmed(Round, Commune, new Dictionary<string, long> { ["citizen.adults"] = 1000, ["citizen.recognised"] = 350 });

        Assert.Equal([70m], await ThresholdsAsync(Commune));
        Db.Add(new PlaceClass { PlaceId = Commune, Class = "Xã đặc biệt khó khăn", LegalBasis = "12/QĐ", Confirmed = true, ValidFrom = new DateOnly(2026, 1, 1), ValidTo = new DateOnly(2030, 12, 31) });
        await Db.SaveChangesAsync(Ct);

        Assert.Equal([30m], await ThresholdsAsync(Commune));
        Assert.Equal([70m], await ThresholdsAsync(Province));
    }

    [Fact]
    public async Task What_a_person_closed_is_judged_no_more_and_says_why()
    {
        var target = (PlanTarget)(await DraftAsync()).Find("target-1")!.Now;
        await DecideAsync("target-1", PlanVerdict.Accepted, target with { Link = new TargetLink("citizen-share", After: new TargetAfter(new DateOnly(2025, 7, 1), null, "Thông báo 12/TB-UBND.")) });
        await AcceptRestAsync();
        await ConfirmPlan.RunAsync(Id, "", Agency, Ct);
        Given.Confirmed(Round, Commune, new Dictionary<string, long> { ["citizen.adults"] = 1000, ["citizen.recognised"] = 900 });

        var judged = Assert.Single(await JudgedAsync(Province));

        Assert.Equal((Verdict.CannotSay, Unsaid.Closed), (judged.Milestones.Single().Verdict, judged.Milestones.Single().Unsaid));
        Assert.Equal("Khép lại từ ngày 01/07/2025: Thông báo 12/TB-UBND.", new TargetWords(new Texts(), "vi", (_, printed) => $"{printed.Value}").Basis(judged));
    }

    [Theory]
    [InlineData("citizen-share", "Thông báo")]
    [InlineData("province-xmc-level", "Thông báo")]
    [InlineData("snow-share", "Thông báo")]
    [InlineData(null, " ")]
    public async Task What_measures_it_from_then_on_is_another_in_the_same_unit_and_somebody_says_why(string? indicator, string note)
    {
        var target = (PlanTarget)(await DraftAsync()).Find("target-1")!.Now;

        Assert.Equal(
            new PlanItemUnfit(PlanItemFault.AfterUnfit),
            await DecideAsync("target-1", PlanVerdict.Accepted, target with { Link = new TargetLink("citizen-share", After: new TargetAfter(new DateOnly(2025, 7, 1), indicator, note)) }));
    }

    [Theory]
    [InlineData(null, "plan-one")]
    [InlineData("plan-one", "plan-one")]
    [InlineData("plan-two", "plan-two")]
    public async Task Where_several_programmes_are_run_a_person_says_to_which_the_plan_belongs(string? said, string expected)
    {
        var code = (await Stored().JurisdictionAsync(1, Ct)).Province!;
        Given.Programme(code, plan => plan with { Id = "plan-one", Targets = [] });
        Given.Programme(code, plan => plan with { Id = "plan-two", Targets = [] });
        await LinkAsync("citizen-share");
        await DecideAsync("head-1", PlanVerdict.Accepted, (await DraftAsync()).Head with { Programme = said });
        await AcceptRestAsync();
        await ConfirmPlan.RunAsync(Id, "", Agency, Ct);
        var judge = new JudgeTargets(Db, Shelf, new ReadIndicators(Db, Shelf), new PlanShelf());

        var programmes = (await judge.ProgrammesAsync(Agency, new DateOnly(2026, 12, 31), Ct)).ToList();

        Assert.Equal([("plan-one", expected == "plan-one"), ("plan-two", expected == "plan-two")], programmes.Select(plan => (plan.BaseId, plan.Targets.Count > 0)));
        Assert.Equal(expected, Assert.Single(programmes, plan => plan.Targets.Count > 0).BaseId);
    }

    [Fact]
    public async Task A_programme_that_the_province_does_not_run_is_refused() => Assert.Equal(
        new PlanItemUnfit(PlanItemFault.ProgrammeUnknown), await DecideAsync("head-1", PlanVerdict.Accepted, (await DraftAsync()).Head with { Programme = "nowhere" }));

    private async Task<Refusal?> LinkAsync(string indicator) =>
        await DecideAsync("target-1", PlanVerdict.Accepted, (PlanTarget)(await DraftAsync()).Find("target-1")!.Now with { Link = new TargetLink(indicator) });

    private async Task JudgesNothingAsync() => Assert.Empty(await JudgedAsync(Province));

    private async Task<IEnumerable<decimal>> ThresholdsAsync(int place) => (await JudgedAsync(place)).SelectMany(judged => judged.Milestones).Select(milestone => milestone.Milestone.Threshold!.Value);

    private async Task<IReadOnlyList<JudgedTarget>> JudgedAsync(int place)
    {
        var db = Stored();
        var read = new ReadIndicators(db, Shelf);
        var period = PeriodCode.Year(2026);
        var shown = await read.RunAsync(place, period, await read.DefinitionsAsync(period, Agency, Ct), Agency, Ct);

        return (await new JudgeTargets(db, Shelf, read, new PlanShelf()).RunAsync(place, 2026, shown.Value, null, Agency, Ct)).Value;
    }
}
