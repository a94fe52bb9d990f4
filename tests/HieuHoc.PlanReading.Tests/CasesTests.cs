namespace HieuHoc.PlanReading.Tests;

/// <summary>What is found in real plans; a fall below these figures is a worse reader.</summary>
public sealed class CasesTests(ITestOutputHelper output)
{
    [Theory]
    [InlineData("targets", 1.0)]
    [InlineData("legalBases", 0.97)]
    [InlineData("assignments", 0.95)]
    [InlineData("tasks", 0.95)]
    [InlineData("reporting", 0.95)]
    [InlineData("recipients", 0.95)]
    public void Published_plans_are_read_as_their_answers_say(string list, double least) => Hold(PlanCase.Published, list, least);

    [Theory]
    [InlineData("targets", 0.95)]
    [InlineData("legalBases", 0.97)]
    [InlineData("assignments", 0.95)]
    [InlineData("tasks", 0.95)]
    [InlineData("reporting", 0.95)]
    [InlineData("recipients", 0.95)]
    public void Plans_of_other_manners_are_read_as_their_answers_say(string list, double least)
    {
        Hold(PlanCase.Own, list, least);
        Hold(PlanCase.LaterOn, list, least);
    }

    [Theory]
    [InlineData(PlanCase.Published)]
    [InlineData(PlanCase.Own)]
    [InlineData(PlanCase.LaterOn)]
    public void Heads_are_read_as_their_answers_say(string folder)
    {
        var cases = PlanCase.Of(folder);

        var wrong = cases.SelectMany(plan => Scorer.WrongInHeader(plan.Answers, plan.Read()).Select(field => $"{plan.Name} {field}")).ToList();

        Assert.True(wrong.Count <= cases.Count * Scorer.HeaderFields.Count * 0.03, string.Join('\n', wrong));
    }

    private void Hold(string folder, string list, double least)
    {
        var score = Score.Of(list, PlanCase.Of(folder));
        output.WriteLine($"{folder}, {list}: {score}");

        Assert.True(score.F1 >= least, score.ToString());
    }
}
