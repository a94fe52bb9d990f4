using HieuHoc.Returns.Surveys;

namespace HieuHoc.Testing;

public sealed partial class Given
{
    /// <summary>What a sample survey states of an indicator; without ends its interval is that of a simple random sample.</summary>
    /// <param name="low">The lower end, in hundredths of a per cent.</param>
    public SampleSurvey Survey(string indicator, int placeId, int year, int meeting, int size = 1200, int? low = null, int? high = null) => Add(new SampleSurvey
    {
        Owner = 1,
        Id = new SampleSurveyId(Guid.CreateVersion7()),
        PlaceId = placeId,
        PeriodId = Period(year),
        Indicator = indicator,
        Number = 1,
        SampleSize = size,
        Meeting = meeting,
        SurveyedOn = new DateOnly(year, 10, 15),
        Confidence = 95,
        LowHundredths = low,
        HighHundredths = high,
        Method = "Chọn ngẫu nhiên",
        Source = "Cục Thống kê tỉnh",
        Paper = "",
        Reason = "",
        RecordedBy = null,
        RecordedAt = new DateTime(2026, 11, 1, 1, 0, 0, DateTimeKind.Utc),
    });
}
