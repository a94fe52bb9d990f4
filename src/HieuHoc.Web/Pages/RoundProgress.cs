using HieuHoc.Returns;

namespace HieuHoc.Web.Pages;

/// <summary>How far the returns of a round have come.</summary>
/// <param name="Late">Those that have not arrived although their last day is over.</param>
public sealed record RoundProgress(Round Round, IReadOnlyDictionary<ReturnState, int> Counts, int Late)
{
    /// <summary>The last day in time: of one return its own, of many that of the round.</summary>
    public DateOnly DueOn { get; init; } = Round.DueOn;

    /// <summary>Counts returns by where they stand, each judged by its own last day.</summary>
    public static RoundProgress Of(Round round, IEnumerable<(ReturnState State, DateOnly DueOn)> returns, DateOnly today)
    {
        var all = returns.ToList();

        return new RoundProgress(
            round,
            all.GroupBy(row => row.State).ToDictionary(group => group.Key, group => group.Count()),
            all.Count(row => row.DueOn < today && !ReturnSteps.Arrived.Contains(row.State)))
        {
            DueOn = all is [var only] ? only.DueOn : round.DueOn,
        };
    }

    public int All => Counts.Values.Sum();

    public int Confirmed => Counts.GetValueOrDefault(ReturnState.Confirmed);

    /// <summary>Still in the senders' hands and not asked to mend.</summary>
    public int NotSent => Counts.Where(pair => !ReturnSteps.Arrived.Contains(pair.Key)).Sum(pair => pair.Value);

    /// <summary>Those that the standing agency has, or has had.</summary>
    public int Received => All - NotSent;

    /// <summary>The parts of the bar, in the order of the way that a return goes.</summary>
    public IReadOnlyList<(ReturnState State, int Count)> Parts =>
        [.. Counts.Where(pair => pair.Value > 0).OrderByDescending(pair => pair.Key).Select(pair => (pair.Key, pair.Value))];
}
