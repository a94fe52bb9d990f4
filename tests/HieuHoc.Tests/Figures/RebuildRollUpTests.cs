using HieuHoc.Figures;
using HieuHoc.Places;
using HieuHoc.Testing;
using Microsoft.EntityFrameworkCore;

namespace HieuHoc.Tests.Figures;

public sealed class RebuildRollUpTests : FiguresTest
{
    private int hills;
    private int coast;
    private int village;

    public override async ValueTask InitializeAsync()
    {
        await base.InitializeAsync();
        var province = Given.Place();
        hills = Given.Place("A", under: province);
        coast = Given.Place("B", under: province);
        village = Given.Place("Thôn 1", under: hills);
        Given.Owner(province);
        Given.Pack(Given.Elements() with { Elements = [Given.Element("rain.village", leafLevel: SubjectLevel.Village)] });
        var period = Given.Period();
        await using var db = Engine.Open();
        await using var transaction = await db.Database.BeginTransactionAsync(Ct);
        var posting = new Posting(1, village, period, Guid.CreateVersion7(), 1, Producer.Return, Clock.Now.Instant);
        Assert.Null(await db.PostFiguresAsync(Shelf, posting, new Dictionary<FigureKey, long> { [new FigureKey("rain.village")] = 120 }, Ct));
        await transaction.CommitAsync(Ct);
    }

    [Fact]
    public async Task What_is_right_stays_as_it_is()
    {
        Assert.Equal(new Rebuilt(0, 0), await new RebuildRollUp(Stored()).RunAsync(1, Ct));
        Assert.Equal([(hills, 120L, 1)], await LinesAsync());
    }

    [Fact]
    public async Task The_figures_of_a_village_follow_it_to_the_commune_that_it_belonged_to_at_the_end_of_the_period()
    {
        await Stored().PlaceParents.Where(parent => parent.PlaceId == village)
            .ExecuteUpdateAsync(set => set.SetProperty(parent => parent.ValidTo, new DateOnly(2026, 6, 30)), Ct);
        var db = Stored();
        db.Add(new PlaceParent { PlaceId = village, ValidFrom = new DateOnly(2026, 7, 1), ParentId = coast });
        await db.SaveChangesAsync(Ct);

        var rebuilt = await new RebuildRollUp(Stored()).RunAsync(1, Ct);

        Assert.Equal(new Rebuilt(1, 2), rebuilt);
        Assert.Equal([(coast, 120L, 1)], await LinesAsync());
    }

    [Fact]
    public async Task A_row_that_says_too_much_or_should_not_be_there_is_mended()
    {
        var db = Stored();
        await db.RollUps.ExecuteUpdateAsync(set => set.SetProperty(row => row.Sum, row => row.Sum + 7), Ct);
        var element = await db.Figures.Select(figure => figure.ElementId).SingleAsync(Ct);
        db.Add(new RollUp { Owner = 1, ElementId = element, PeriodId = Given.Period(), SubjectId = coast, BreakdownId = Breakdown.WholeId, Standing = Standing.Official, Sum = 3, Reported = 1 });
        await db.SaveChangesAsync(Ct);

        var rebuilt = await new RebuildRollUp(Stored()).RunAsync(1, Ct);

        Assert.Equal(new Rebuilt(0, 2), rebuilt);
        Assert.Equal([(hills, 120L, 1)], await LinesAsync());
    }

    private async Task<IReadOnlyList<(int, long, int)>> LinesAsync() =>
        [.. (await RollUpAsync(Stored(), Ct)).Select(row => (row.Subject, row.Sum, row.Reported))];
}
