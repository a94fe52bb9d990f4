using System.Globalization;
using HieuHoc.Access;
using HieuHoc.Platform;
using HieuHoc.Returns;

namespace HieuHoc.Programmes.Tasks;

/// <summary>
/// What an agency reports of a row of its annual plan in its return, from one version of the return on: a version in which it was
/// not reported anew says what the version before it says.
/// </summary>
public sealed class TaskReport
{
    public required short Owner { get; init; }

    public required ReturnId ReturnId { get; init; }

    public required AnnualRowId RowId { get; init; }

    /// <summary>The first version of the return that says it.</summary>
    public required int Version { get; init; }

    public RowState State { get; private set; }

    /// <summary>How much of it is done; null where nobody said.</summary>
    public int? Percent { get; private set; }

    /// <summary>What was done and what came of it.</summary>
    public string Results { get; private set; } = "";

    public string Difficulties { get; private set; } = "";

    public string Proposals { get; private set; } = "";

    /// <summary>UTC.</summary>
    public DateTime SavedAt { get; private set; }

    public PersonId? SavedBy { get; private set; }

    /// <summary>Says what was stated, which fits.</summary>
    public void Say(StatedTaskReport stated, Moment now, PersonId? by)
    {
        (State, Percent, Results, Difficulties, Proposals) = (stated.State, stated.Share, stated.Results, stated.Difficulties, stated.Proposals);
        (SavedAt, SavedBy) = (now.Instant, by);
    }
}

/// <summary>What an agency states of one row in its return.</summary>
/// <param name="Percent">As it was typed; empty where nobody said.</param>
public sealed record StatedTaskReport(AnnualRowId Row, RowState State, string Percent, string Results, string Difficulties, string Proposals)
{
    private const int Whole = 100;

    /// <summary>How much of it is done; null where nothing that can be read was typed.</summary>
    public int? Share => int.TryParse(Percent, NumberStyles.None, CultureInfo.InvariantCulture, out var share) ? share : null;

    /// <summary>What a report states.</summary>
    public static StatedTaskReport Of(TaskReport report) => new(
        report.RowId, report.State, report.Percent?.ToString(CultureInfo.InvariantCulture) ?? "", report.Results, report.Difficulties, report.Proposals);

    /// <summary>The same with its texts as they are kept.</summary>
    public StatedTaskReport Kept() => this with
    {
        Percent = Percent.Trim().TrimEnd('%').TrimEnd() is var typed && int.TryParse(typed, NumberStyles.None, CultureInfo.InvariantCulture, out var share)
            ? share.ToString(CultureInfo.InvariantCulture)
            : typed,
        Results = Words(Results),
        Difficulties = Words(Difficulties),
        Proposals = Words(Proposals),
    };

    /// <summary>Why it cannot be kept; null where it can.</summary>
    /// <param name="number">Of the row in its list, from 1.</param>
    internal Refusal? Unfit(int number) =>
        Percent.Length > 0 && !IsShare ? new TaskPercentUnfit(number)
        : Math.Max(Results.Length, Math.Max(Difficulties.Length, Proposals.Length)) > RowProgress.LongestWords ? new TaskTextTooLong(RowProgress.LongestWords)
        : null;

    /// <summary>What is done is done whole, and of what was not begun nothing is.</summary>
    private bool IsShare => State switch
    {
        RowState.Done => Share is Whole,
        RowState.NotBegun => Share is 0,
        RowState.UnderWay => Share is >= 0 and <= Whole,
    };

    private static string Words(string typed) => TypedText.Kept(typed).ReplaceLineEndings("\n");
}
