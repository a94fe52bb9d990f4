using HieuHoc.Platform;

namespace HieuHoc.Programmes.Tasks;

/// <summary>What somebody states of a task.</summary>
public sealed record StatedTask
{
    /// <summary>Signs that a text has at most: as many as an item of a plan.</summary>
    public const int LongestText = Plans.PlanItemChecks.Longest;

    /// <summary>Signs that a line has at most.</summary>
    public const int LongestLine = 500;

    public const int FirstYear = 2000;

    public const int LastYear = 2100;

    public string Text { get; init; } = "";

    public string Division { get; init; } = "";

    public string Clause { get; init; } = "";

    public int FromYear { get; init; }

    public int ToYear { get; init; }

    public TaskRecurrence Recurrence { get; init; } = TaskRecurrence.EveryYear;

    public string Deliverable { get; init; } = "";

    public DateOnly? DueOn { get; init; }

    public int? DueMonth { get; init; }

    public int? DueDay { get; init; }

    /// <summary>What a task says.</summary>
    public static StatedTask Of(ProgrammeTask task) => new()
    {
        Text = task.Text,
        Division = task.Division,
        Clause = task.Clause,
        FromYear = task.FromYear,
        ToYear = task.ToYear,
        Recurrence = task.Recurrence,
        Deliverable = task.Deliverable,
        DueOn = task.DueOn,
        DueMonth = task.DueMonth,
        DueDay = task.DueDay,
    };

    /// <summary>The same as it is kept; a day of the other recurrence says nothing.</summary>
    public StatedTask Kept() => this with
    {
        Text = TypedText.Kept(Text).ReplaceLineEndings("\n"),
        Division = TypedText.Line(Division),
        Clause = TypedText.Line(Clause),
        Deliverable = TypedText.Line(Deliverable),
        DueOn = Recurrence is TaskRecurrence.Once ? DueOn : null,
        DueMonth = Recurrence is TaskRecurrence.EveryYear ? DueMonth : null,
        DueDay = Recurrence is TaskRecurrence.EveryYear ? DueDay : null,
    };

    /// <summary>Why it cannot be kept.</summary>
    public Refusal? Unfit() => this switch
    {
        { Text.Length: 0 } => new TaskTextMissing(),
        { Text.Length: > LongestText } => new TaskTextTooLong(LongestText),
        _ when new[] { Division, Clause, Deliverable }.Any(line => line.Length > LongestLine) => new TaskLineTooLong(LongestLine),
        _ when FromYear < FirstYear || ToYear > LastYear || FromYear > ToYear => TaskPeriodUnfit.Between(FirstYear, LastYear),
        _ when DueOn is { } due && (due.Year < FromYear || due.Year > ToYear) => new TaskDueOutOfPeriod(),
        _ => HasDay() ? null : new TaskDayUnfit(),
    };

    private bool HasDay() => (DueMonth, DueDay) switch
    {
        (null, null) => true,
        (>= 1 and <= 12 and var month, >= 1 and var day) => day <= DateTime.DaysInMonth(2024, month), // a leap year: 29 February is a day
        _ => false,
    };
}

/// <summary>What a person states of a row of an annual plan.</summary>
public sealed record StatedRow(string Deliverable, DateOnly? DueOn, string Note)
{
    /// <summary>What a row says.</summary>
    public static StatedRow Of(AnnualRow row) => new(row.Deliverable, row.DueOn, row.Note);

    /// <summary>The same as it is kept.</summary>
    public StatedRow Kept() => new(TypedText.Line(Deliverable), DueOn, TypedText.Kept(Note).ReplaceLineEndings("\n"));

    /// <summary>Why it cannot be kept in the plan of a year.</summary>
    public Refusal? Unfit(int year) => this switch
    {
        { Deliverable.Length: > StatedTask.LongestLine } => new TaskLineTooLong(StatedTask.LongestLine),
        { Note.Length: > StatedTask.LongestText } => new TaskTextTooLong(StatedTask.LongestText),
        _ when DueOn is { } due && due.Year != year => RowDueOutOfYear.Of(year),
        _ => null,
    };
}
