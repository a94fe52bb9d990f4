using System.Text.Json;
using HieuHoc.Platform;

namespace HieuHoc.Testing;

/// <summary>A published plan, and where each row of its description stands once the standing agency of today has confirmed it.</summary>
/// <param name="Paper">The file of its text.</param>
/// <param name="Province">The code of the province of today.</param>
/// <param name="Before">The province whose plan it was.</param>
public sealed record SeedPlan(string Paper, string Province, string Before, string Issuer, string Title, IReadOnlyList<SeedRow> Rows)
{
    /// <summary>The five plans of the list.</summary>
    public static IReadOnlyList<SeedPlan> All { get; } = JsonSerializer.Deserialize<IReadOnlyList<SeedPlan>>(
        File.ReadAllText(RepositoryFolder.Under("tests", "HieuHoc.Testing", "seed-rows.json")), Json.Readable)!;

    /// <summary>Where its text lies, as the paper was published.</summary>
    public string Path => RepositoryFolder.Under("tests", "HieuHoc.PlanReading.Tests", "cases", "published", $"{Paper}.txt");

    /// <summary>The rows that stand neither on a line of the programme's page nor, where the list says so, in the paper beside the items.</summary>
    /// <param name="lines">The items and rows of the page, in words with single blanks.</param>
    public IReadOnlyList<string> Missing(IReadOnlyList<string> lines, string paper) =>
    [
        .. from row in Rows
           from words in row.Programme
           where !lines.Any(line => Holds(line, words))
           select $"{row.Row}, /programme: {words}",
        .. from row in Rows
           from words in row.Paper
           where !Holds(paper, words)
           select $"{row.Row}, /plans: {words}",
    ];

    /// <summary>True where all parts, with " … " between them, stand in one line in this order.</summary>
    public static bool Holds(string line, string words)
    {
        var from = 0;

        return words.Split(" … ").All(part => (from = line.IndexOf(part, from, StringComparison.Ordinal) is var at and >= 0 ? at + part.Length : line.Length + 1) <= line.Length);
    }
}

/// <summary>What a plan asks.</summary>
/// <param name="Why">Why it does not stand, or not whole, on the page of the programme.</param>
public sealed record SeedRow(string Row, string? Why = null)
{
    /// <summary>The words that stand on one line of the programme's page, " … " between those that stand apart.</summary>
    public IReadOnlyList<string> Programme { get; init; } = [];

    /// <summary>The words that only the paper has, which stands beside the items of the plan.</summary>
    public IReadOnlyList<string> Paper { get; init; } = [];
}
