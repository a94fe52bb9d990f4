using System.Globalization;
using HieuHoc.Platform;

namespace HieuHoc.Programmes.Tasks;

/// <summary>No such task, or it is given to others.</summary>
public sealed record TaskNotFound() : Refusal(RefusalKind.NotFound);

/// <summary>Tasks are given by who runs the programme of the province.</summary>
public sealed record TasksNotYoursToKeep() : Refusal(RefusalKind.Forbidden);

/// <summary>A task says what is to be done.</summary>
public sealed record TaskTextMissing() : Refusal(RefusalKind.Invalid);

/// <summary>Longer than anything that a plan says.</summary>
public sealed record TaskTextTooLong(int Most) : Refusal(RefusalKind.Invalid);

/// <summary>Names and deliverables are lines.</summary>
public sealed record TaskLineTooLong(int Most) : Refusal(RefusalKind.Invalid);

/// <summary>The years are in this century, the first not after the last.</summary>
/// <param name="First">As text: a number would be printed with a mark between its thousands.</param>
public sealed record TaskPeriodUnfit(string First, string Last) : Refusal(RefusalKind.Invalid)
{
    internal static TaskPeriodUnfit Between(int first, int last) => new(first.ToString(CultureInfo.InvariantCulture), last.ToString(CultureInfo.InvariantCulture));
}

/// <summary>The last day in time lies in the period.</summary>
public sealed record TaskDueOutOfPeriod() : Refusal(RefusalKind.Invalid);

/// <summary>There is no such day in a year.</summary>
public sealed record TaskDayUnfit() : Refusal(RefusalKind.Invalid);

/// <summary>No agency of the province is called so, or was and has a successor.</summary>
public sealed record TaskAgencyUnknown(string Name) : Refusal(RefusalKind.Invalid);

/// <summary>More than one agency of the province is called so.</summary>
/// <param name="Candidates">Their names.</param>
public sealed record TaskAgencyAmbiguous(string Name, string Candidates) : Refusal(RefusalKind.Invalid);

/// <summary>Under this id another task was made.</summary>
public sealed record TaskDiffers() : Refusal(RefusalKind.Conflict);

/// <summary>Somebody else changed the task since the page was opened.</summary>
public sealed record TaskChangedMeanwhile() : Refusal(RefusalKind.Conflict);

/// <summary>Tasks are taken over from what is confirmed; this plan is being looked at.</summary>
public sealed record PlanNotConfirmedForTasks() : Refusal(RefusalKind.Conflict);

/// <summary>The agency did not end, or has one successor or none: nobody needs to be named.</summary>
public sealed record NoSuccessorToName() : Refusal(RefusalKind.Conflict);

/// <summary>Who is named took over from the agency that ended.</summary>
public sealed record TaskSuccessorUnfit() : Refusal(RefusalKind.Invalid);

/// <summary>Annual plans are drawn up by the agency itself, or by the standing agency.</summary>
public sealed record AnnualPlanNotYours() : Refusal(RefusalKind.Forbidden);

/// <summary>A plan is for a year of this century.</summary>
/// <param name="First">As text: a number would be printed with a mark between its thousands.</param>
public sealed record AnnualPlanYearUnfit(string First, string Last) : Refusal(RefusalKind.Invalid)
{
    internal static AnnualPlanYearUnfit Usual { get; } =
        new(StatedTask.FirstYear.ToString(CultureInfo.InvariantCulture), StatedTask.LastYear.ToString(CultureInfo.InvariantCulture));
}

/// <summary>No such row, or it is another agency's.</summary>
public sealed record AnnualRowNotFound() : Refusal(RefusalKind.NotFound);

/// <summary>Under this id another row was added.</summary>
public sealed record AnnualRowDiffers() : Refusal(RefusalKind.Conflict);

/// <summary>Somebody else changed the row since the page was opened.</summary>
public sealed record AnnualRowChangedMeanwhile() : Refusal(RefusalKind.Conflict);

/// <summary>The row was dropped: nothing more is said of it.</summary>
public sealed record AnnualRowIsDropped() : Refusal(RefusalKind.Conflict);

/// <summary>Whoever drops a row says why.</summary>
public sealed record DropReasonMissing() : Refusal(RefusalKind.Invalid);

/// <summary>The last day in time of a row lies in its year.</summary>
/// <param name="Year">As text: a number would be printed with a mark between its thousands.</param>
public sealed record RowDueOutOfYear(string Year) : Refusal(RefusalKind.Invalid)
{
    internal static RowDueOutOfYear Of(int year) => new(year.ToString(CultureInfo.InvariantCulture));
}

/// <summary>The agency ended and several took over from it: the standing agency first names the one.</summary>
public sealed record TaskSuccessorUnnamed() : Refusal(RefusalKind.Conflict);

/// <summary>What is said of a row was so by today.</summary>
public sealed record ProgressDayInFuture(DateOnly Today) : Refusal(RefusalKind.Invalid);

/// <summary>The outline of the round asks its senders nothing about tasks.</summary>
public sealed record TasksNotAsked() : Refusal(RefusalKind.Conflict);

/// <summary>A share is a whole number of per cents: all of what is done, nothing of what was not begun.</summary>
/// <param name="Number">Of the row in its list, from 1.</param>
public sealed record TaskPercentUnfit(int Number) : Refusal(RefusalKind.Invalid);

/// <summary>Somebody said something of the row since the page was opened.</summary>
public sealed record ProgressSaidMeanwhile() : Refusal(RefusalKind.Conflict);
