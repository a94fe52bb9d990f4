using HieuHoc.Access;
using HieuHoc.Figures;
using HieuHoc.Places;
using HieuHoc.Platform;
using HieuHoc.Testing;
using Microsoft.EntityFrameworkCore;

namespace HieuHoc.Tests.Figures;

public sealed class StatedFiguresTests : FiguresTest
{
    private static readonly PeriodCode Year = PeriodCode.Year(2026);

    private int province;
    private int commune;
    private int village;
    private int period;

    private Actor Agency => new(1, null, Role.StandingAgency, province);

    public override async ValueTask InitializeAsync()
    {
        await base.InitializeAsync();
        province = Given.Place();
        commune = Given.Place("Hải Lăng", under: province);
        village = Given.Place("Thôn 1", under: commune);
        Given.Owner(province);
        period = Given.Period();
        Given.Pack(Given.Elements() with
        {
            Elements = [Given.Element("rain.village", leafLevel: SubjectLevel.Village), Given.Element("rain.titles", producer: Producer.Titles)],
        });
    }

    [Fact]
    public async Task A_value_stated_of_a_commune_is_kept_beside_what_its_villages_count_and_compared()
    {
        await PostAsync(village, "rain.village", 120);
        await PostAsync(commune, "rain.village", 150);

        var stated = Assert.Single((await new ReadFigures(Stored()).StatedAsync(commune, Year, ["rain.village"], Agency, Ct)).Value);

        Assert.Equal((150L, 120L, 30L), (stated.Figure.Value, stated.Counted, stated.Difference));
        Assert.Equal([(120L, 1)], (await RollUpAsync(Stored(), Ct)).Select(row => (row.Sum, row.Reported)));
        Assert.Equal(await RebuiltAsync(Stored(), Ct), await RollUpAsync(Stored(), Ct));
    }

    [Fact]
    public async Task What_another_producer_counts_is_stated()
    {
        await PostAsync(commune, "rain.titles", 7);
        await PostAsync(commune, "rain.titles", 5, Producer.Titles);

        Assert.Equal([(5L, 1)], (await RollUpAsync(Stored(), Ct)).Select(row => (row.Sum, row.Reported)));
        Assert.Equal([(5L, false), (7L, true)], (await Stored().Figures.OrderBy(figure => figure.Value).ToListAsync(Ct)).Select(figure => (figure.Value, figure.Stated)));
    }

    [Fact]
    public async Task Without_anything_counted_a_stated_value_has_no_difference()
    {
        await PostAsync(province, "rain.titles", 7);

        var stated = Assert.Single((await new ReadFigures(Stored()).StatedAsync(province, Year, ["rain.titles"], Agency, Ct)).Value);

        Assert.Equal((7L, null, null), (stated.Figure.Value, stated.Counted, stated.Difference));
    }

    [Fact]
    public async Task What_is_counted_below_its_level_is_refused()
    {
        var refusal = await TryAsync(village, "rain.titles", 5, Producer.Titles);

        Assert.Equal(new FigureBelowItsLevel("rain.titles"), refusal);
        Assert.Empty(await Stored().Figures.ToListAsync(Ct));
    }

    [Fact]
    public async Task A_later_pack_changes_from_its_first_day_on_who_counts()
    {
        Given.Pack(Given.Elements() with
        {
            Version = "2",
            ValidFrom = new DateOnly(2027, 1, 1),
            Elements = [Given.Element("rain.titles"), Given.Element("rain.village", leafLevel: SubjectLevel.Village)],
        });
        await PostAsync(commune, "rain.titles", 7);
        period = Given.Period(2027);

        await PostAsync(commune, "rain.titles", 8);

        Assert.Equal([(7L, true), (8L, false)], (await Stored().Figures.OrderBy(figure => figure.Value).ToListAsync(Ct)).Select(figure => (figure.Value, figure.Stated)));
        Assert.Equal([8L], (await RollUpAsync(Stored(), Ct)).Select(row => row.Sum));
    }

    [Fact]
    public async Task The_rows_behind_a_commune_name_village_producer_version_and_standing()
    {
        await PostAsync(village, "rain.village", 120);
        await PostAsync(commune, "rain.village", 150);

        var rows = (await new ReadFigures(Stored()).RunAsync(commune, Year, ["rain.village"], Agency, Ct)).Value;

        Assert.Equal(
            [("Thôn Thôn 1", 120L, false), ("Xã Hải Lăng", 150L, true)],
            rows.Select(row => (row.Subject, row.Value, row.Stated)).Order());
        Assert.All(rows, row => Assert.Equal((Producer.Return, 1, Standing.Official, null), (row.Producer, row.Version, row.Standing, row.SupersededAt)));
    }

    [Fact]
    public async Task To_a_neighbour_there_are_no_rows_behind()
    {
        var neighbour = Agency with { Role = Role.CommuneOfficer, PlaceId = Given.Place("Nam Hải Lăng", under: province) };

        var rows = await new ReadFigures(Stored()).RunAsync(commune, Year, ["rain.village"], neighbour, Ct);
        var stated = await new ReadFigures(Stored()).StatedAsync(commune, Year, ["rain.village"], neighbour, Ct);

        Assert.Equal((new PlaceNotFound(), new PlaceNotFound()), (rows.Refusal, stated.Refusal));
    }

    private async Task PostAsync(int subject, string element, long value, Producer producer = Producer.Return) =>
        Assert.Null(await TryAsync(subject, element, value, producer));

    private async Task<Refusal?> TryAsync(int subject, string element, long value, Producer producer)
    {
        await using var db = Engine.Open();
        await using var transaction = await db.Database.BeginTransactionAsync(Ct);
        var refusal = await db.PostFiguresAsync(
            Shelf,
            new Posting(1, subject, period, Guid.CreateVersion7(), 1, producer, Clock.Now.Instant),
            new Dictionary<FigureKey, long> { [new FigureKey(element)] = value },
            Ct);
        await transaction.CommitAsync(Ct);

        return refusal;
    }
}
