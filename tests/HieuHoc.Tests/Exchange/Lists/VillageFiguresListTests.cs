using HieuHoc.Access;
using HieuHoc.Exchange.Lists;
using HieuHoc.Exchange.Lists.History;
using HieuHoc.Figures;
using HieuHoc.Places;
using HieuHoc.Platform;
using HieuHoc.Testing;
using Microsoft.EntityFrameworkCore;

namespace HieuHoc.Tests.Exchange.Lists;

/// <summary>Households and people of villages, from the list that a commune keeps.</summary>
public sealed class VillageFiguresListTests : ListsTest
{
    private static readonly object?[] Headings = ["Mã xã", "Thôn", "Số hộ", "Số nhân khẩu"];

    private int province;
    private int commune;
    private int mot;
    private int hai;

    protected override Actor Officer => new(1, null, Role.StandingAgency, province);

    protected override ListKind Kind { get; } = new HistoryList();

    public override async ValueTask InitializeAsync()
    {
        await base.InitializeAsync();
        province = Given.Place("Quảng Trị", code: "44");
        commune = Given.Place("Hải Lăng", under: province, code: "19681");
        mot = Given.Place("Diên Trường", under: commune);
        hai = Given.Place("Lương Điền", under: commune);
        Given.Owner(province);
    }

    [Fact]
    public async Task A_village_on_each_line_gets_its_households_and_people_and_the_commune_their_sum()
    {
        var upload = await UploadedAsync(OfficersFile.Of(Headings, [19681, "dien truong", 120, 455], ["19681", "Thôn Lương Điền", 0, "1.020"]), "2025");

        var held = await HeldAsync(upload);
        var accepted = await AcceptAsync(upload, source: "Danh sách thôn của xã");

        Assert.Equal([0, 0, 2, 0], Counts(held));
        Assert.Equal(["Thôn Diên Trường", "Thôn Lương Điền"], held.Lines.Select(line => line.Subject));
        Assert.Equal(new AcceptedList(4, 0), accepted.Value);
        Assert.Equal(
            [(0, hai, commune, false), (120, mot, commune, false), (455, mot, commune, false), (1020, hai, commune, false)],
            (await Stored().Figures.OrderBy(figure => figure.Value).ToListAsync(Ct)).Select(figure => (figure.Value, figure.SubjectId, figure.RollUpSubjectId, figure.Stated)));
        Assert.Equal([(120, 2), (1475, 2)], (await Stored().RollUps.OrderBy(row => row.Sum).ToListAsync(Ct)).Select(row => (row.Sum, row.Reported)));
        Assert.Equal(await RebuiltAsync(Stored(), Ct), await RollUpAsync(Stored(), Ct));
    }

    [Fact]
    public async Task The_newest_of_a_village_is_told_with_its_source()
    {
        await AcceptAsync(await UploadedAsync(OfficersFile.Of(Headings, ["19681", "Diên Trường", 118, null]), "2025"), source: "Danh sách 2025");
        await AcceptAsync(await UploadedAsync(OfficersFile.Of(Headings, ["19681", "Diên Trường", 120, 455]), "@2026-06-30"), source: "Danh sách 2026");

        var latest = await Db.LatestFiguresAsync(Shelf, 1, mot, SubjectLevel.Village, Clock.Now.Day, Ct);

        Assert.Equal(
            [("village.households", "@2026-06-30", 120L, "Danh sách 2026"), ("village.people", "@2026-06-30", 455L, "Danh sách 2026")],
            latest.Select(figure => (figure.Of.Code, figure.Period.Code, figure.Value, figure.Source.Title)));
        Assert.Empty(await Db.LatestFiguresAsync(Shelf, 1, hai, SubjectLevel.Village, Clock.Now.Day, Ct));
    }

    [Fact]
    public async Task A_changed_figure_is_replaced_with_a_reason_and_an_empty_cell_changes_nothing()
    {
        await AcceptAsync(await UploadedAsync(OfficersFile.Of(Headings, ["19681", "Diên Trường", 120, 455]), "2025"));
        Time.Pass(TimeSpan.FromDays(1));
        var upload = await UploadedAsync(OfficersFile.Of(Headings, ["19681", "Diên Trường", 121, null]), "2025");

        var held = await HeldAsync(upload);
        var without = await AcceptAsync(upload);
        var with = await AcceptAsync(upload, "Rà soát hộ");

        Assert.Equal([0, 1, 0, 0], Counts(held));
        Assert.Equal(new ListReasonMissing(1), without.Refusal);
        Assert.Equal(new AcceptedList(1, 1), with.Value);
        Assert.Equal([121, 455], await Stored().Figures.Select(figure => figure.Value).Order().ToListAsync(Ct));
    }

    [Fact]
    public async Task What_is_wrong_is_told_cell_by_cell()
    {
        await EndAsync(Given.Place("Hải Sơn", under: commune), new DateOnly(2025, 9, 30));
        Given.Place("Trùng", under: commune);
        Given.Place("Trùng", under: commune);

        var held = await HeldAsync(
            OfficersFile.Of(
                Headings,
                ["19681", "Không Có", 1, 1],
                ["19681", "Hải Sơn", 1, 1],
                ["44", "Diên Trường", 1, 1],
                ["19681", "Trùng", 1, null],
                ["19681", "Diên Trường", "nhiều", null],
                ["19681", "Diên Trường", 1.5m, null],
                ["19681", "Diên Trường", -1, null],
                ["19681", "Lương Điền", 7, null],
                ["19681", "Lương Điền", 8, null],
                ["19681", "Lương Điền", null, null]),
            "2025");

        Assert.Equal(
            [("B2", "village"), ("B3", "villageNotThen"), ("B4", "villageOf"), ("B5", "severalVillages"), ("C6", "words"), ("C7", "whole"), ("C8", "whole"), ("C10", "twice")],
            Wrong(held));
        Assert.Equal((1, 1), (held.Counts[ListLineState.New], held.Counts[ListLineState.Same]));
        Assert.All(held.Lines.SelectMany(line => line.Mistakes), mistake => Assert.StartsWith($"Ô {mistake.Where}: ", Texts.Of(mistake), StringComparison.Ordinal));
    }

    [Fact]
    public async Task A_village_that_ended_later_has_the_figures_of_its_time()
    {
        var gone = Given.Place("Hải Sơn", under: commune);
        await EndAsync(gone, new DateOnly(2026, 3, 31));

        var accepted = await AcceptAsync(await UploadedAsync(OfficersFile.Of(Headings, ["19681", "Hải Sơn", 40, null]), "2025"));

        Assert.Equal(new AcceptedList(1, 0), accepted.Value);
        var figure = await Stored().Figures.SingleAsync(Ct);
        Assert.Equal((40, gone, commune), (figure.Value, figure.SubjectId, figure.RollUpSubjectId));
    }

    [Fact]
    public async Task What_a_commune_alone_counts_is_not_taken_from_a_village() =>
        Assert.Equal([("C2", "level")], Wrong(await HeldAsync(OfficersFile.Of(["Mã xã", "Thôn", "people.total"], ["19681", "Diên Trường", 5]), "2025")));

    private async Task EndAsync(int place, DateOnly last)
    {
        await Stored().Places.Where(row => row.Id == place).ExecuteUpdateAsync(set => set.SetProperty(row => row.ValidTo, last), Ct);
        await Stored().PlaceNames.Where(row => row.PlaceId == place).ExecuteUpdateAsync(set => set.SetProperty(row => row.ValidTo, last), Ct);
        await Stored().PlaceParents.Where(row => row.PlaceId == place).ExecuteUpdateAsync(set => set.SetProperty(row => row.ValidTo, last), Ct);
    }
}
