using System.Text.Json;
using HieuHoc.Platform;
using HieuHoc.Returns;
using HieuHoc.Rules;
using HieuHoc.Testing;

namespace HieuHoc.Tests.Programmes;

public sealed class RecognisedAgainstTheWholeTests
{
    private static readonly FormsPack Form = JsonSerializer.Deserialize<FormsPack>(
        File.ReadAllText(RepositoryFolder.Under("packs", "forms", "learning-models", "2026.1.json")), Json.Readable)!;

    [Theory]
    [InlineData("family", "total")]
    [InlineData("clan", "total")]
    [InlineData("village", "total")]
    [InlineData("unit", "total")]
    [InlineData("citizen", "adults")]
    public void More_recognised_than_there_are_is_a_hard_finding_although_the_cell_between_is_blank(string model, string whole)
    {
        var answers = new Facts(new Dictionary<string, decimal?> { [$"{model}.{whole}"] = 10, [$"{model}.recognised"] = 100 });

        var broken = Form.Checks.Where(check => Rule.Parse(check.Rule).Judge(answers).Verdict is Verdict.NotMet).ToList();

        var check = Assert.Single(broken);
        Assert.Equal(FindingWeight.Hard, check.Weight);
        Assert.Equal([$"{model}.recognised", $"{model}.{whole}"], check.Cells);
    }

    [Fact]
    public void The_checks_speak_to_nobody_by_a_title() =>
        Assert.DoesNotContain(Form.Checks, check => check.Sentence.Vi.Contains("Thầy", StringComparison.OrdinalIgnoreCase));
}
