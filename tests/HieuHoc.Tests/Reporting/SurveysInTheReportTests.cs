using HieuHoc.Papers;

namespace HieuHoc.Tests.Reporting;

/// <summary>What a sample survey states is said where the report speaks of its target, with size and interval.</summary>
public sealed class SurveysInTheReportTests : ReportTest
{
    private const string Says = "Theo điều tra mẫu (n = 1.200; khoảng tin cậy 95\u00a0%: 57,2–62,8\u00a0%): 60,0\u00a0%.";

    [Fact]
    public async Task The_target_and_the_assessment_say_what_the_survey_states()
    {
        await GivenVariantsAsync();
        Given.Confirmed(Round, Commune);
        Given.Survey("life-skills-share", Province, 2026, 720);

        var (paragraphs, bullets) = await WordsAsync();

        Assert.Contains(paragraphs, text => text.Contains(Says, StringComparison.Ordinal));
        Assert.Contains(bullets, text => text.Contains(Says, StringComparison.Ordinal));
    }

    [Fact]
    public async Task Without_a_survey_nothing_is_said_of_one()
    {
        await GivenVariantsAsync();
        Given.Confirmed(Round, Commune);

        var (paragraphs, bullets) = await WordsAsync();

        Assert.DoesNotContain(paragraphs.Concat(bullets), text => text.Contains("điều tra mẫu", StringComparison.OrdinalIgnoreCase));
    }

    private async Task<(List<string> Paragraphs, List<string> Bullets)> WordsAsync()
    {
        var report = (await BuildAnnualReport.RunAsync(Province, 2026, Agency, Ct)).Value;

        return ([.. report.Paper.Body.OfType<Paragraph>().Select(of => of.Text)], [.. report.Paper.Body.OfType<Bullet>().Select(of => of.Text)]);
    }
}
