using HieuHoc.Figures;
using HieuHoc.Platform;

namespace HieuHoc.Returns;

/// <summary>What is asked by a new round. Whoever asks chooses its id.</summary>
/// <param name="FormIds">The ids of the forms' packs; the province's own values in them come with them.</param>
/// <param name="DueOn">The day by which all send for whom <see cref="DueOnAt"/> names no other; the last that is in time, before the weekend rule.</param>
public sealed record NewRound(
    RoundId Id, string Code, IReadOnlyList<string> FormIds, PeriodCode Period, DateOnly OpensOn, DateOnly CutOffOn, DateOnly DueOn)
{
    /// <summary>The most characters of a title.</summary>
    public const int LongestTitle = 200;

    /// <summary>The most characters of whom reports are addressed to, of who gets a copy, and of the ways.</summary>
    public const int LongestText = 2_000;

    /// <summary>The id of the outline's pack by which senders write a report of their own; null where figures alone are asked.</summary>
    public string? OutlineId { get; init; }

    /// <summary>The code of the programme that asks; null for that of whoever opens it.</summary>
    public string? Programme { get; init; }

    /// <summary>What people call the round; null for the title of its first form with the period.</summary>
    public string? Title { get; init; }

    /// <summary>The days of levels that have one of their own.</summary>
    public IReadOnlyDictionary<SubjectLevel, DateOnly> DueOnAt { get; init; } = new Dictionary<SubjectLevel, DateOnly>();

    public WeekendRule WeekendRule { get; init; }

    /// <summary>To whom reports are addressed, one a line; null for the standing agency.</summary>
    public string? Addressee { get; init; }

    /// <summary>Who gets a copy, one a line.</summary>
    public string? CopyTo { get; init; }

    /// <summary>By which ways they are sent, one a line; null for what is usual.</summary>
    public string? Channels { get; init; }

    /// <summary>The last day in time of a level, the weekend rule applied.</summary>
    public DateOnly LastDayAt(SubjectLevel level) => WeekendRule.LastInTime(DueOnAt.TryGetValue(level, out var own) ? own : DueOn);

    /// <summary>The same of all levels that have no day of their own.</summary>
    public DateOnly LastDay => WeekendRule.LastInTime(DueOn);

    /// <summary>The title as it is kept.</summary>
    public string TitleOver(FormsPack first) =>
        TypedText.KeptOrNull(Title)?.ReplaceLineEndings(" ") ?? $"{first.Title.Vi} ({Period.Text})";

    /// <summary>What of its words or days cannot be; null when all of them can.</summary>
    public Refusal? Unfit => UnfitWords ?? UnfitDays;

    private Refusal? UnfitWords
    {
        get
        {
            if (TypedText.Kept(Title).Length > LongestTitle)
            {
                return new RoundTitleTooLong(LongestTitle);
            }

            return new[] { Addressee, CopyTo, Channels }.Any(text => TypedText.Kept(text).Length > LongestText) ? new RoundTextTooLong(LongestText) : null;
        }
    }

    private Refusal? UnfitDays
    {
        get
        {
            var days = DueOnAt.Keys.Select(LastDayAt).Prepend(LastDay).ToList();

            if (OpensOn > CutOffOn || days.Exists(day => CutOffOn > day))
            {
                return new RoundDaysOutOfOrder();
            }

            // Decree 09/2019/NĐ-CP, Article 8: who reports has time after the day of which the figures are.
            var hurried = days.Where(day => day.LastWorkingDay() <= CutOffOn).ToList();

            return hurried is [var first, ..] ? new RoundTimeTooShort(CutOffOn, first) : null;
        }
    }
}

/// <summary>A form that a round would ask: how many owe it, and their last day in time.</summary>
public sealed record AskedForm(FormsPack Form, int Subjects, DateOnly DueOn);
