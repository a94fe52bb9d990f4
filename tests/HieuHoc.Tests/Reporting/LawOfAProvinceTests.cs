using HieuHoc.Access;
using HieuHoc.Figures;
using HieuHoc.Places;
using HieuHoc.Platform;
using HieuHoc.Platform.Packs;
using HieuHoc.Programmes;
using HieuHoc.Programmes.Plans;
using HieuHoc.Reporting;
using HieuHoc.Returns;
using HieuHoc.Rules;
using HieuHoc.Testing;
using Microsoft.EntityFrameworkCore;

namespace HieuHoc.Tests.Reporting;

/// <summary>What a province has put into what the law leaves open holds for its records, and for no other's.</summary>
public sealed class LawOfAProvinceTests : ReportTest
{
    private string code = null!;
    private Actor neighbour = null!;
    private int neighbourCommune;

    private ReadIndicators ReadIndicators => new(Stored(), Shelf);

    private JudgeTargets JudgeTargets => new(Stored(), Shelf, ReadIndicators, new PlanShelf());

    public override async ValueTask InitializeAsync()
    {
        await base.InitializeAsync();
        code = await CodeOfAsync(Province);
        var other = Given.Place("Quảng Ngãi");
        neighbourCommune = Given.Place("Xã Khác", under: other);
        Given.Owner(other, id: 2);
        neighbour = new Actor(2, null, Role.StandingAgency, other);
    }

    [Fact]
    public async Task A_round_asks_the_form_with_the_province_s_own_words_and_a_neighbour_s_asks_the_law_s()
    {
        var (law, own) = GivenForm();

        var here = await OpenAsync(Agency, 2027);
        var there = await OpenAsync(neighbour, 2027);

        Assert.Equal((own, law), (Given.FormOf(here.Value), Given.FormOf(there.Value)));
        Assert.Equal("Hỏi nhà văn hoá thôn", (await Stored().FormAsync(Shelf, Given.FormOf(here.Value), Ct)).Sections[0].Hint?.Vi);
        Assert.Equal(own, (await Stored().ReturnVersions.SingleAsync(version => version.Owner == 1, Ct)).FormPackId);
    }

    [Fact]
    public async Task Before_the_province_s_own_words_hold_the_form_is_the_law_s()
    {
        var (law, _) = GivenForm();

        Assert.Equal(law, Given.FormOf((await OpenAsync(Agency, 2025)).Value));
    }

    [Fact]
    public async Task A_round_that_was_opened_before_keeps_the_form_that_it_asked()
    {
        Given.Pack(Given.Elements("snow.total"));
        var law = Given.Pack(OpenForm());
        var opened = await OpenAsync(Agency, 2027);
        Given.Pack(OwnForm());

        var again = await OpenAsync(Agency, 2027);

        Assert.Equal((law, law), (Given.FormOf(opened.Value), Given.FormOf(again.Value)));
    }

    [Fact]
    public async Task The_same_request_again_finds_the_round_of_the_province_s_own_form()
    {
        GivenForm();
        var opened = await OpenAsync(Agency, 2027);

        var again = await OpenAsync(Agency, 2027);

        Assert.Equal((null, opened.Value.Id), (again.Refusal, again.Value.Id));
        Assert.Equal(1, await Stored().Rounds.CountAsync(round => round.Code == "own", Ct));
    }

    [Theory]
    [InlineData(600, Verdict.Met)]
    [InlineData(599, Verdict.NotMet)]
    public async Task A_threshold_that_the_programme_leaves_open_is_the_province_s(long recognised, Verdict expected)
    {
        GivenPlan(code, own: true);
        Given.Confirmed(Round, Commune, Given.Answers(citizens: new Counted(1000, 1000, recognised)));

        var milestone = await MilestoneAsync(Agency, 2026);

        Assert.Equal((expected, 60m), (milestone.Verdict, milestone.Milestone.Threshold));
    }

    [Fact]
    public async Task While_nobody_has_set_it_nothing_can_be_said_and_that_is_the_reason()
    {
        GivenPlan(code, own: false);
        Given.Confirmed(Round, Commune, Given.Answers(citizens: new Counted(1000, 1000, 600)));

        var milestone = await MilestoneAsync(Agency, 2026);

        Assert.Equal((Verdict.CannotSay, Unsaid.ThresholdOpen), (milestone.Verdict, milestone.Unsaid));
        Assert.Equal((null, null, 60m), (milestone.Gap, milestone.NeededPerYear, milestone.Value?.Value));
    }

    [Fact]
    public async Task A_neighbour_is_not_judged_by_it_even_where_it_fills_the_neighbour_s_plan()
    {
        var there = await CodeOfAsync(neighbour.PlaceId);
        var plan = GivenPlan(there, own: false);
        Given.Pack(Own(plan, code));
        Given.Confirmed(Given.Round(formPackId: Given.FormPack(), owner: 2), neighbourCommune, Given.Answers(citizens: new Counted(1000, 1000, 900)));

        var milestone = await MilestoneAsync(neighbour, 2026);

        Assert.Equal(Unsaid.ThresholdOpen, milestone.Unsaid);
    }

    [Fact]
    public async Task A_year_before_the_threshold_was_set_is_judged_without_it()
    {
        GivenPlan(code, own: true);

        var milestone = await MilestoneAsync(Agency, 2025);

        Assert.Equal(Unsaid.ThresholdOpen, milestone.Unsaid);
    }

    [Fact]
    public async Task The_report_prints_the_province_s_threshold_and_counts_the_round_of_its_own_form()
    {
        GivenForm();
        GivenPlan(code, own: true, plan => plan with { Report = plan.Report with { AppendixForm = "form" } });
        await OpenAsync(Agency, 2027);

        var word = WordText.Of((await BuildAnnualReport.RunAsync(Province, 2027, Agency, Ct)).Value.Paper);
        var years = await BuildAnnualReport.YearsAsync(Agency, Ct);

        Assert.Contains(word.Section("Đánh giá theo chỉ tiêu của Kế hoạch"), line => line.Contains("ít nhất 60\u00A0%", StringComparison.Ordinal));
        Assert.Equal([new ReportableYear(2027, 0, 1)], years);
    }

    [Fact]
    public async Task The_report_of_a_province_that_set_nothing_says_so()
    {
        GivenPlan(code, own: false);

        var word = WordText.Of((await BuildAnnualReport.RunAsync(Province, 2026, Agency, Ct)).Value.Paper);

        Assert.Contains(
            word.Section("Đánh giá theo chỉ tiêu của Kế hoạch"),
            line => line.Contains("ít nhất mức do tỉnh quy định", StringComparison.Ordinal) && line.Contains("tỉnh chưa quy định", StringComparison.Ordinal));
    }

    [Theory]
    [InlineData(2026, true)]
    [InlineData(2025, null)]
    public async Task An_indicator_is_read_as_the_province_marks_it_from_its_first_day_on(int year, bool? marked)
    {
        var law = Given.Indicators(Given.Indicator("citizen-here", "citizen.recognised", "citizen.adults"));
        Given.Pack(law);
        Given.Pack(law with
        {
            Id = "own-indicators", Extends = "indicators@1", ForProvince = code, ValidFrom = new DateOnly(2026, 1, 1), Indicators = [law.Indicators[0] with { Confirmed = true }],
        });

        Assert.Equal(marked, (await DefinitionAsync(Agency, year)).Confirmed);
        Assert.Null((await DefinitionAsync(neighbour, year)).Confirmed);
    }

    [Fact]
    public async Task An_element_means_in_a_province_what_it_has_put_in()
    {
        var law = Given.Elements("rain.total");
        Given.Pack(law);
        Given.Pack(law with { Id = "own-elements", Extends = "elements@1", ForProvince = code, Elements = [law.Elements[0] with { Confirmed = true }] });

        Assert.True((await ElementsAsync(await Stored().JurisdictionAsync(1, Ct)))["rain.total"].Confirmed);
        Assert.Null((await ElementsAsync(await Stored().JurisdictionAsync(2, Ct)))["rain.total"].Confirmed);
        Assert.Null((await ElementsAsync(Jurisdiction.Country))["rain.total"].Confirmed);
    }

    [Fact]
    public async Task A_province_s_law_is_found_by_the_code_that_it_has_today()
    {
        await using (var db = Engine.Open())
        {
            await db.PlaceCodes.Where(held => held.PlaceId == Province)
                .ExecuteUpdateAsync(held => held.SetProperty(row => row.ValidTo, new DateOnly(2026, 6, 30)), Ct);
            db.Add(new PlaceCode { PlaceId = Province, ValidFrom = new DateOnly(2026, 7, 1), Code = "T-new" });
            await db.SaveChangesAsync(Ct);
        }

        Assert.Equal(Jurisdiction.Of("T-new"), await Stored().JurisdictionAsync(1, Ct));
    }

    private (int Law, int Own) GivenForm()
    {
        Given.Pack(Given.Elements("snow.total"));

        return (Given.Pack(OpenForm()), Given.Pack(OwnForm()));
    }

    /// <summary>It asks more than the form of the product, so that a round of that one is not taken for its own.</summary>
    private static FormsPack OpenForm() => Given.Form("unit.total", "snow.total") is var form
        ? form with { Sections = [form.Sections[0] with { Hint = null }] }
        : form;

    private FormsPack OwnForm() => OpenForm() is var form ? form with
    {
        Id = "own-form",
        Extends = "form@1",
        ForProvince = code,
        ValidFrom = new DateOnly(2027, 1, 1),
        Sections = [form.Sections[0] with { Hint = Given.Words("Hỏi nhà văn hoá thôn") }],
    } : form;

    private ProgrammePack GivenPlan(string province, bool own, Func<ProgrammePack, ProgrammePack>? change = null)
    {
        var open = Given.Programme(province, plan =>
        {
            var changed = change?.Invoke(plan) ?? plan;

            return changed with { Targets = [changed.Targets[0] with { Milestones = [new Milestone(2026, null)] }] };
        });

        if (own)
        {
            Given.Pack(Own(open, province));
        }

        return open;
    }

    private static ProgrammePack Own(ProgrammePack plan, string province) => plan with
    {
        Id = "own-plan",
        Extends = $"{plan.Id}@{plan.Version}",
        ForProvince = province,
        ValidFrom = new DateOnly(2026, 1, 1),
        Targets = [plan.Targets[0] with { Milestones = [new Milestone(2026, 60)] }],
    };

    private Task<Outcome<Round>> OpenAsync(Actor actor, int year) => new OpenRound(Stored(), Shelf, Clock).RunAsync(
        new NewRound(
            new RoundId(new Guid(actor.Owner, 0, 0, new byte[8])),
            "own",
            ["form"],
            PeriodCode.Year(year),
            new DateOnly(year, 10, 1),
            new DateOnly(year, 10, 31),
            new DateOnly(year, 11, 29)),
        actor,
        Ct);

    private async Task<JudgedMilestone> MilestoneAsync(Actor actor, int year) =>
        Assert.Single(Assert.Single((await JudgeTargets.RunAsync(actor.PlaceId, year, await ReadAsync(actor, year), null, actor, Ct)).Value).Milestones);

    private async Task<IReadOnlyList<IndicatorReading>> ReadAsync(Actor actor, int year) =>
        (await ReadIndicators.RunAsync(
            actor.PlaceId, PeriodCode.Year(year), await ReadIndicators.DefinitionsAsync(PeriodCode.Year(year), actor, Ct), actor, Ct)).Value;

    private async Task<IndicatorDefinition> DefinitionAsync(Actor actor, int year) =>
        (await ReadIndicators.DefinitionsAsync(PeriodCode.Year(year), actor, Ct)).Single(known => known.Code == "citizen-here");

    private Task<IReadOnlyDictionary<string, ElementDefinition>> ElementsAsync(Jurisdiction whose) =>
        Stored().ElementDefinitionsAsync(Shelf, whose, new DateOnly(2026, 12, 31), Ct);
}
