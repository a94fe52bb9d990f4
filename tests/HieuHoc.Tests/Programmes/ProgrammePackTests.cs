using System.Text.Json;
using HieuHoc.Figures;
using HieuHoc.Platform;
using HieuHoc.Platform.Packs;
using HieuHoc.Programmes;
using HieuHoc.Returns;
using HieuHoc.Testing;

namespace HieuHoc.Tests.Programmes;

public sealed class ProgrammePackTests
{
    private static readonly PackFile File = new("programmes", "plan", "1", "/nowhere/1.json");

    [Fact]
    public void A_plan_over_known_indicators_is_without_mistake()
    {
        var mistakes = Check(plan => plan);

        Assert.Empty(mistakes);
    }

    [Fact]
    public void A_target_of_an_indicator_that_no_pack_defines_is_a_mistake()
    {
        var mistakes = Check(plan => plan with { Targets = [Target() with { Indicator = "snow-share" }] });

        Assert.Equal([new FileMistake("T1", "pack.mistake.unknown", "snow-share")], mistakes);
    }

    [Theory]
    [InlineData("rain.counted >", "rules.error.unfinished", "rain.counted > @14")]
    [InlineData("rain.counted", "rules.error.not-a-condition", "rain.counted @0")]
    public void A_rule_that_does_not_read_is_told_with_the_place_of_the_mistake(string rule, string key, string value)
    {
        var mistakes = Check(plan => plan with { Targets = [Target() with { Rule = rule }] });

        Assert.Equal([new FileMistake("T1", key, value)], mistakes);
    }

    [Theory]
    [InlineData("snow > threshold", "snow")]
    [InlineData("hail.total > threshold", "hail.total")]
    public void A_rule_reads_only_the_threshold_and_what_its_indicator_counts(string rule, string unknown)
    {
        var mistakes = Check(plan => plan with { Targets = [Target() with { Rule = rule }] });

        Assert.Equal([new FileMistake("T1", "pack.mistake.not-in-indicator", unknown)], mistakes);
    }

    [Fact]
    public void What_is_counted_place_by_place_is_judged_by_its_totals_alone()
    {
        var mistakes = Check(plan => plan with { Targets = [Target() with { Indicator = "wet-share" }] });

        Assert.Equal(["rain.counted", "rain.total"], mistakes.Select(mistake => mistake.Value).Order());
    }

    [Fact]
    public void A_rebasing_is_checked_as_the_plan_s_own_measure_is()
    {
        var rebasing = new Rebasing { From = Given.Reform, Indicator = "snow-share", Rule = "numerator >= threshold", Note = Given.Words(""), Confirmed = false };

        var mistakes = Check(plan => plan with { Targets = [Target() with { Rebasing = rebasing }] });

        Assert.Equal([new FileMistake("T1", "pack.mistake.unknown", "snow-share")], mistakes);
    }

    [Fact]
    public void A_heading_that_the_plan_does_not_have_is_a_mistake()
    {
        var mistakes = Check(plan => plan with { Targets = [Target() with { Group = "weather" }] });

        Assert.Equal([new FileMistake("T1", "pack.mistake.unknown", "weather")], mistakes);
    }

    [Fact]
    public void An_appendix_of_a_form_that_no_pack_defines_is_a_mistake()
    {
        var mistakes = Check(plan => plan with { Report = plan.Report with { AppendixForm = "no-such-form" } });

        Assert.Equal([new FileMistake("report.appendixForm", "pack.mistake.unknown", "no-such-form")], mistakes);
    }

    [Theory]
    [InlineData(ReportContent.Money)]
    [InlineData(ReportContent.Tasks)]
    public void A_section_of_money_or_tasks_belongs_to_who_sees_them_and_to_one_year(ReportContent content)
    {
        var section = new ReportSection { Code = "money", Title = "Kinh phí", Content = content };

        Assert.Empty(Check(plan => plan with { Report = plan.Report with { Sections = [section] } }));
        Assert.Equal(
            [new FileMistake("report", "pack.mistake.report-part", "Kinh phí")],
            Check(plan => plan with { Report = plan.Report with { Writer = ReportWriter.Association, Sections = [section] } }));
        Assert.Equal(
            [new FileMistake("report", "pack.mistake.report-part", "Kinh phí")],
            Check(plan => plan with { Sections = [section], Report = plan.Report with { Review = new ReviewedYears(2021, 2025), Outline = ["money"], Sections = [] } }));
    }

    [Theory]
    [InlineData("unknown")]
    [InlineData("report-part")]
    [InlineData("not-in-indicator")]
    public void Every_mistake_has_a_sentence(string mistake)
    {
        var texts = new Texts();

        Assert.True(texts.Has($"pack.mistake.{mistake}"));
    }

    private static TargetDefinition Target() => new()
    {
        Code = "T1",
        Title = Given.Words("Mưa"),
        Indicator = "rain-share",
        Rule = "share(rain.counted, rain.total) >= threshold",
        Clause = "mục 1",
        Milestones = [new Milestone(2030, 70)],
    };

    private static List<FileMistake> Check(Func<ProgrammePack, ProgrammePack> change)
    {
        var kind = new ProgrammePackKind();
        var shelf = new PackShelf([new ElementsPackKind(), new IndicatorsPackKind(), new FormsPackKind(), kind]);
        // hail.total can be counted, but the indicator does not read it: the rule could never be answered.
        shelf.Put("elements", Given.Elements("rain.counted", "rain.total", "hail.total"), "1");
        shelf.Put("indicators", Given.Indicators(Given.Indicator(), Given.Indicator("wet-share") with { Each = Each.Place }), "1");
        shelf.Put("forms", Given.Form("rain.total"), "1");
        var text = System.IO.File.ReadAllText(RepositoryFolder.Under("packs", "programmes", "quang-tri-2021-2030", "2021.1.json"));
        var plan = JsonSerializer.Deserialize<ProgrammePack>(text, Json.Readable)!;

        return [.. kind.Check(change(plan with { Targets = [Target()], Report = plan.Report with { AppendixForm = "form" } }), File, shelf)];
    }
}
