using HieuHoc.Returns.Surveys;

namespace HieuHoc.Tests.Returns;

public sealed class SurveyIntervalTests
{
    // Wilson's interval of 720 in 1200 at 95 % is 57.2008 to 62.7357: rounded outwards to one decimal.
    [Theory]
    [InlineData(720, 1200, 95, 57.2, 62.8)]
    [InlineData(720, 1200, 90, 57.6, 62.4)]
    [InlineData(720, 1200, 99, 56.3, 63.6)]
    [InlineData(0, 10, 95, 0, 27.8)]
    [InlineData(10, 10, 95, 72.2, 100)]
    [InlineData(1, 1, 95, 20.6, 100)]
    public void Of_a_simple_random_sample_it_is_computed_and_rounded_outwards(int meeting, int size, int confidence, double low, double high)
    {
        var interval = SurveyInterval.OfSimpleRandomSample(meeting, size, confidence);

        Assert.Equal(new SurveyInterval((decimal)low, (decimal)high, confidence, IsComputed: true), interval);
    }

    [Fact]
    public void However_small_the_sample_it_holds_the_share_and_stays_between_nobody_and_everybody()
    {
        foreach (var (size, meeting) in Enumerable.Range(1, 60).SelectMany(size => Enumerable.Range(0, size + 1).Select(meeting => (size, meeting))))
        {
            foreach (var confidence in SurveyInterval.Confidences)
            {
                var interval = SurveyInterval.OfSimpleRandomSample(meeting, size, confidence);

                Assert.InRange(100m * meeting / size, interval.Low, interval.High);
                Assert.InRange(interval.Low, 0, 100);
                Assert.InRange(interval.High, 0, 100);
            }
        }
    }
}
