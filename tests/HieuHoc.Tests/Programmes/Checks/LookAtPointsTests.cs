using HieuHoc.Programmes.Checks;
using Microsoft.EntityFrameworkCore;

namespace HieuHoc.Tests.Programmes.Checks;

public sealed class LookAtPointsTests : VisitsTest
{
    private static readonly SeenPoint[] Seen = [new(1, PointSeen.Met, "Mở cửa hằng ngày"), new(2, PointSeen.NotMet, " ")];

    [Fact]
    public async Task What_was_seen_is_taken_down_in_words_and_the_same_again_changes_nothing()
    {
        var id = await CarriedOutAsync();

        Assert.Null((await Look.RunAsync(id, 2, Seen, Standing, Ct)).Refusal);
        Assert.Null((await Look.RunAsync(id, 2, Seen, Standing, Ct)).Refusal);

        Assert.Equal(
            [(PointSeen.Met, "Mở cửa hằng ngày"), (PointSeen.NotMet, "")],
            (await Stored().VisitPoints.OrderBy(point => point.Number).ToListAsync(Ct)).Select(point => (point.Seen, point.Words)));
        Assert.Equal((3, 1), ((await StoredAsync(id)).Revision, await ToldAsync<VisitPointsSeen>(id)));
    }

    [Fact]
    public async Task Nobody_overwrites_what_they_have_not_seen_and_what_is_no_line_is_refused()
    {
        var id = await CarriedOutAsync();
        await Look.RunAsync(id, 2, Seen, Standing, Ct);

        Assert.IsType<VisitChangedMeanwhile>((await Look.RunAsync(id, 2, [new(1, PointSeen.NotMet, "")], Standing, Ct)).Refusal);
        Assert.IsType<VisitPointNotFound>((await Look.RunAsync(id, 3, [new(3, PointSeen.Met, "")], Standing, Ct)).Refusal);
        Assert.IsType<VisitTextTooLong>((await Look.RunAsync(id, 3, [new(1, PointSeen.Met, new string('a', StatedVisit.LongestText + 1))], Standing, Ct)).Refusal);
    }

    [Fact]
    public async Task Nothing_is_seen_before_the_visit_and_by_nobody_else()
    {
        var planned = await PlannedAsync();

        Assert.Equal(new VisitStandsOtherwise(VisitState.Planned), (await Look.RunAsync(planned, 1, Seen, Standing, Ct)).Refusal);
        Assert.IsType<VisitNotYoursToChange>((await Look.RunAsync(planned, 1, Seen, Officer, Ct)).Refusal);
        Assert.IsType<VisitNotFound>((await Look.RunAsync(planned, 1, Seen, Neighbour, Ct)).Refusal);
    }
}
