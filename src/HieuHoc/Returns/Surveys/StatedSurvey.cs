using HieuHoc.Figures;
using HieuHoc.Platform;

namespace HieuHoc.Returns.Surveys;

/// <summary>A sample survey as somebody states it.</summary>
/// <param name="Low">Per cent, as the source says; null, with the other end, where it is to be computed for a simple random sample.</param>
/// <param name="High">The same of the other end.</param>
/// <param name="Reason">Why what was stated before is corrected.</param>
public sealed record StatedSurvey(
    string Indicator,
    int PlaceId,
    PeriodCode Period,
    int SampleSize,
    int Meeting,
    DateOnly SurveyedOn,
    int Confidence,
    decimal? Low,
    decimal? High,
    string Method,
    string Source,
    string Paper,
    string Reason)
{
    /// <summary>The largest sample: nobody asks more people than a province has.</summary>
    public const int MostPeople = 10_000_000;

    /// <summary>Signs that each of the texts has at most.</summary>
    public const int LongestText = 2_000;

    /// <summary>Its record in the audit: one for all versions.</summary>
    public string Record => RecordOf(Indicator, PlaceId, Period);

    /// <summary>The record under which the audit keeps what is stated of an indicator, a place and a period.</summary>
    public static string RecordOf(string indicator, int placeId, PeriodCode period) => FormattableString.Invariant($"{indicator} {placeId} {period.Text}");

    /// <summary>The same with its texts as they are kept.</summary>
    public StatedSurvey Trimmed() => this with { Method = Method.Trim(), Source = Source.Trim(), Paper = Paper.Trim(), Reason = Reason.Trim() };

    /// <summary>Why it cannot be kept, whatever was stated before.</summary>
    public Refusal? Unfit(DateOnly today)
    {
        if (SampleSize is < 1 or > MostPeople)
        {
            return new SurveySizeOutOfRange(MostPeople);
        }

        if (Meeting < 0 || Meeting > SampleSize)
        {
            return new SurveyMeetingOutOfRange(SampleSize);
        }

        if (SurveyedOn < Period.Days.First || SurveyedOn > today)
        {
            return new SurveyDayOutOfRange(Period.Days.First, today);
        }

        if (!SurveyInterval.Confidences.Contains(Confidence))
        {
            return new SurveyConfidenceUnknown();
        }

        return HasInterval() ? UnfitTexts() : new SurveyIntervalUnfit();
    }

    /// <summary>True when a version says all this.</summary>
    public bool IsSaidBy(SampleSurvey survey) =>
        (survey.Indicator, survey.PlaceId, survey.SampleSize, survey.Meeting, survey.SurveyedOn, survey.Confidence, survey.LowHundredths, survey.HighHundredths)
            == (Indicator, PlaceId, SampleSize, Meeting, SurveyedOn, Confidence, Hundredths(Low), Hundredths(High))
        && (survey.Method, survey.Source, survey.Paper, survey.Reason) == (Method, Source, Paper, Reason);

    /// <summary>An end of the interval as it is kept.</summary>
    internal static int? Hundredths(decimal? percent) => percent is { } given ? (int)(given * 100) : null;

    /// <summary>True where no end is stated, or both, to the hundredth and around the share.</summary>
    private bool HasInterval()
    {
        if (Low is null && High is null)
        {
            return true;
        }

        var share = 100m * Meeting / SampleSize;

        return Low >= 0 && Low <= share && share <= High && High <= 100 && Low * 100 % 1 == 0 && High * 100 % 1 == 0;
    }

    private Refusal? UnfitTexts()
    {
        if (Method.Length == 0)
        {
            return new SurveyMethodMissing();
        }

        if (Source.Length == 0)
        {
            return new SurveySourceMissing();
        }

        return new[] { Method, Source, Paper, Reason }.Any(text => text.Length > LongestText) ? new SurveyTextTooLong(LongestText) : null;
    }
}
