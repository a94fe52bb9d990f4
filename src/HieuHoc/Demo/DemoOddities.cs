using HieuHoc.Returns;

namespace HieuHoc.Demo;

/// <summary>
/// Figures of the demonstration that jump against the year before, each for a reason that offices know: members taken over in a merger,
/// classes that a flood stopped, skills that are counted by another rule.
/// </summary>
internal static class DemoOddities
{
    private const string Otherwise = "other";

    private static readonly IReadOnlyList<DemoOddity> All =
    [
        new("merger", ["association.members"], 1.5),
        new("disaster", ["centre.classes", "centre.learners"], 0.4),
        new("counting", ["people.life-skills"], 0.55),
    ];

    /// <summary>How many communes have one.</summary>
    public const int Communes = 7;

    /// <summary>What a commune reports when something odd happened there.</summary>
    /// <param name="number">0, 1, 2 …: each oddity in its turn.</param>
    public static IReadOnlyDictionary<string, long> In(IReadOnlyDictionary<string, long> answers, int number)
    {
        var odd = All[number % All.Count];

        return answers.ToDictionary(
            answer => answer.Key, answer => odd.Cells.Contains(answer.Key) ? (long)Math.Ceiling(answer.Value * odd.Factor) : answer.Value);
    }

    /// <summary>The ready reason that its officer gives for a finding.</summary>
    public static string ReasonOf(Finding finding) => All.FirstOrDefault(odd => odd.Cells.Contains(finding.Cell))?.Reason ?? Otherwise;

    private sealed record DemoOddity(string Reason, IReadOnlyList<string> Cells, double Factor);
}
