using HieuHoc.Returns.Surveys;

namespace HieuHoc.Web.Api;

/// <summary>What a sample survey states of an indicator; never part of a sum.</summary>
/// <param name="Low">The lower end of the interval, per cent.</param>
/// <param name="Confidence">How sure the interval is, per cent.</param>
/// <param name="Computed">True where the interval is Wilson's for a simple random sample; false where the source states it.</param>
public sealed record SurveyBody(
    int Version, int SampleSize, int Meeting, decimal Share, decimal Low, decimal High, int Confidence, bool Computed, DateOnly SurveyedOn, string Method, string Source, string Paper)
{
    /// <summary>The version that holds.</summary>
    public static SurveyBody Of(SampleSurvey survey) => new(
        survey.Number,
        survey.SampleSize,
        survey.Meeting,
        survey.Share,
        survey.Interval.Low,
        survey.Interval.High,
        survey.Interval.Confidence,
        survey.Interval.IsComputed,
        survey.SurveyedOn,
        survey.Method,
        survey.Source,
        survey.Paper);
}
