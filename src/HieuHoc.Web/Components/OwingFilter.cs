using HieuHoc.Platform;
using HieuHoc.Returns;

namespace HieuHoc.Web.Components;

/// <summary>
/// Which returns of a round a page lists; while nothing is chosen, those that somebody has still to send or to mend, or all where
/// there are few.
/// </summary>
public sealed class OwingFilter
{
    private const string All = "all";

    private const string Open = "open";

    /// <summary>So many are seen at once, also on a telephone.</summary>
    private const int Few = 12;

    private readonly string address;
    private readonly string unchosen;
    private readonly string shown;
    private readonly IReadOnlyDictionary<OwingState, int> counts;

    /// <param name="address">The page without its query.</param>
    /// <param name="asked">What was asked for: <c>all</c>, <c>open</c>, a state, or nothing.</param>
    public OwingFilter(string address, string? asked, IEnumerable<OwingState> states)
    {
        this.address = address;
        counts = states.CountBy(state => state).ToDictionary();
        unchosen = counts.Values.Sum() > Few ? Open : All;
        shown = asked is All or Open || Enum.GetNames<OwingState>().Contains(asked) ? asked! : unchosen;
    }

    /// <summary>True when a return in this state is listed.</summary>
    public bool Shows(OwingState state) => shown switch
    {
        Open => OwingStates.Open.Contains(state),
        All => true,
        var one => one == $"{state}",
    };

    /// <summary>The address of what is listed now, for its further pages.</summary>
    public string Here => At(shown);

    /// <summary>Each choice: where, in which word, how many, and whether it is the one.</summary>
    public IReadOnlyList<(string Address, string Text, int Count, bool Chosen)> Links =>
    [
        (At(Open), "owing.open", OwingStates.Open.Sum(Count), shown == Open),
        .. Enum.GetValues<OwingState>().Where(state => Count(state) > 0 || shown == $"{state}")
            .Select(state => (At($"{state}"), Texts.KeyOf(state), Count(state), shown == $"{state}")),
        (At(All), "owing.all", counts.Values.Sum(), shown == All),
    ];

    private int Count(OwingState state) => counts.GetValueOrDefault(state);

    private string At(string choice) => choice == unchosen ? address : $"{address}?show={choice}";
}
