using HieuHoc.PlanReading;

namespace HieuHoc.Programmes.Plans;

/// <summary>What is wrong in an item that a person wrote.</summary>
public enum PlanItemFault
{
    /// <summary>It is of another kind than the item that it corrects.</summary>
    OtherKind,

    /// <summary>The plan wants no more than a number of what is the better the more there is.</summary>
    IndicatorContrary,

    /// <summary>What it cannot do without is empty: of whom it speaks, or what it says.</summary>
    Empty,

    /// <summary>The plan says something else than a percentage between 0 and 100.</summary>
    PercentOutOfRange,

    /// <summary>A count or a level is a whole number that is not negative.</summary>
    NotWhole,

    /// <summary>What is simply reached has no number; everything else has one.</summary>
    ValueMissing,

    /// <summary>The years are in this century, the first one not after the last.</summary>
    YearsUnfit,

    /// <summary>There is no such day in a year.</summary>
    DayUnfit,

    /// <summary>Longer than anything that a plan says.</summary>
    TooLong,

    /// <summary>A number or a day was typed that is none.</summary>
    Unreadable,

    /// <summary>No pack that is loaded has the indicator that the target is linked to.</summary>
    IndicatorUnknown,

    /// <summary>The number of the plan cannot be one of the indicator's, and nobody said which is meant.</summary>
    IndicatorUnfit,

    /// <summary>What is to measure a target from a day on is in another unit, is the same as before, or nobody says why.</summary>
    AfterUnfit,

    /// <summary>The province runs no such programme.</summary>
    ProgrammeUnknown,

    /// <summary>A name means no agency of the province, or several.</summary>
    AgencyUnknown,
}

/// <summary>What an item must be before it can count.</summary>
public static class PlanItemChecks
{
    /// <summary>The longest text of an item, in characters.</summary>
    public const int Longest = 4_000;

    /// <summary>What is wrong in it; null where it can stand as it is.</summary>
    public static PlanItemFault? FaultOf(PlanItem item) =>
        Texts(item).Any(text => text.Length > Longest) ? PlanItemFault.TooLong
        : Needed(item).Any(string.IsNullOrWhiteSpace) ? PlanItemFault.Empty
        : item switch
        {
            PlanTarget target => FaultOf(target),
            PlanHead head => FaultOfYears(head.Period?.From, head.Period?.To),
            PlanReport report => FaultOf(report),
            PlanMoney { Amount: < 0 } => PlanItemFault.NotWhole,
            _ => null,
        };

    private static PlanItemFault? FaultOf(PlanTarget target) => (target.Measure, target.Value) switch
    {
        (TargetKind.Achieved, not null) or (not TargetKind.Achieved, null) => PlanItemFault.ValueMissing,
        (TargetKind.Percent, < 0 or > 100) => PlanItemFault.PercentOutOfRange,
        (TargetKind.Count or TargetKind.Level, { } value) when value < 0 || value != decimal.Truncate(value) => PlanItemFault.NotWhole,
        _ => FaultOfYears(target.From, target.Year),
    };

    private static PlanItemFault? FaultOf(PlanReport report) => (report.DueMonth, report.DueDay) switch
    {
        _ when report.DueYear is < 2000 or > 2100 => PlanItemFault.YearsUnfit,
        (null, null) => report.DueYear is null ? null : PlanItemFault.DayUnfit,
        (>= 1 and <= 12 and var month, >= 1 and var day) when day <= DateTime.DaysInMonth(2024, month) => null, // a leap year: 29 February is a day
        _ => PlanItemFault.DayUnfit,
    };

    private static PlanItemFault? FaultOfYears(int? from, int? to) =>
        from is < 2000 or > 2100 || to is < 2000 or > 2100 || from > to ? PlanItemFault.YearsUnfit : null;

    private static IEnumerable<string?> Needed(PlanItem item) => item switch
    {
        PlanHead head => [head.Title, head.Issuer],
        PlanBasis basis => [basis.Number],
        PlanTarget target => [target.Subject],
        PlannedTask task => [task.Text],
        PlanAssignment given => [given.Agency],
        PlanMoney money => [money.Text],
        PlanRecipient recipient => [recipient.Name],
        _ => [],
    };

    private static IEnumerable<string> Texts(PlanItem item) => (item switch
    {
        PlanHead head => (IEnumerable<string?>)[head.Title, head.Issuer, head.Number, head.Signer, head.SignerAuthority],
        PlanTarget target => [target.Subject, target.Clause, target.Area],
        PlannedTask task => [task.Clause, task.Text],
        PlanAssignment given => [given.Clause, given.Agency, .. given.Duties ?? []],
        PlanMoney money => [money.Clause, money.Text],
        PlanReport report => [report.Clause, report.To, report.Channel],
        _ => Needed(item),
    }).OfType<string>();
}
