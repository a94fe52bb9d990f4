using System.Text.Json.Nodes;

namespace HieuHoc.PlanReading.Tests;

/// <summary>How much of what a document says was found, and how much of what was given is right.</summary>
internal sealed record Score(int Found, int Wanted, int Given, IReadOnlyList<string> Missed, IReadOnlyList<string> Extra)
{
    public double Recall => Wanted == 0 ? 1 : (double)Found / Wanted;

    public double Precision => Given == 0 ? (Wanted == 0 ? 1 : 0) : (double)Found / Given;

    public double F1 => Recall + Precision == 0 ? 0 : 2 * Recall * Precision / (Recall + Precision);

    public static Score operator +(Score one, Score other) =>
        new(one.Found + other.Found, one.Wanted + other.Wanted, one.Given + other.Given, [.. one.Missed, .. other.Missed], [.. one.Extra, .. other.Extra]);

    /// <summary>Of one list of the answers, over several documents.</summary>
    public static Score Of(string list, IEnumerable<PlanCase> cases) => cases
        .Select(plan => Scorer.Compare(list, List(plan.Answers, list), List(plan.Read(), list)))
        .Aggregate(new Score(0, 0, 0, [], []), (all, score) => all + score);

    public override string ToString() =>
        $"found {Found} of {Wanted}, given {Given}\n{string.Concat(Missed.Select(missed => $"  missed {missed}\n"))}{string.Concat(Extra.Select(extra => $"  extra  {extra}\n"))}";

    private static IReadOnlyList<JsonNode> List(JsonObject answers, string list) => [.. (answers[list]?.AsArray() ?? []).Select(item => item!)]; // no list holds null
}
