using HieuHoc.Access;
using HieuHoc.Exchange.Lists;
using HieuHoc.Exchange.Lists.Classes;
using HieuHoc.Places;
using Microsoft.EntityFrameworkCore;

namespace HieuHoc.Tests.Exchange.Lists;

public sealed class ClassListTests : ListsTest
{
    private static readonly object?[] Headings = ["Mã xã", "Tên xã", "Phân loại", "Từ ngày", "Đến ngày", "Căn cứ"];

    private int province;
    private int commune;

    protected override Actor Officer => new(1, null, Role.StandingAgency, province);

    protected override ListKind Kind { get; } = new ClassList();

    public override async ValueTask InitializeAsync()
    {
        await base.InitializeAsync();
        province = Given.Place("Quảng Trị", code: "Q44");
        commune = Given.Place("Hải Lăng", under: province, code: "Q19681");
        Given.Owner(province);
    }

    [Fact]
    public async Task A_class_is_taken_with_its_decision_and_its_years_and_what_is_here_stays()
    {
        var name = (await Stored().PlaceNames.SingleAsync(name => name.PlaceId == commune, Ct)).FullName;
        object?[][] rows = [Headings, ["Q19681", name, "khu vực III", new DateOnly(2026, 1, 1), "31/12/2030", "QĐ 1"]];
        var upload = await UploadedAsync(OfficersFile.Of(rows));

        var held = await HeldAsync(upload);
        var accepted = await AcceptAsync(upload);
        var again = await HeldAsync(OfficersFile.Of(rows));

        Assert.Equal([0, 0, 1, 0], Counts(held));
        Assert.Equal([("Phân loại", "khu vực III"), ("Từ ngày", "01/01/2026 – 31/12/2030")], held.Lines[0].Differences(Texts).Select(difference => (difference.What, difference.File)));
        Assert.Equal(new AcceptedList(1, 0), accepted.Value);
        Assert.Equal([0, 0, 0, 1], Counts(again));
        var row = await Stored().PlaceClasses.SingleAsync(Ct);
        Assert.Equal(
            (commune, "khu vực III", "QĐ 1", false, new DateOnly(2026, 1, 1), new DateOnly(2030, 12, 31)),
            (row.PlaceId, row.Class, row.LegalBasis, row.Confirmed, row.ValidFrom, row.ValidTo));
    }

    [Fact]
    public async Task What_is_wrong_is_told_and_nothing_of_it_is_written()
    {
        var other = Given.Place("Khánh Hòa", code: "Q56");
        Given.Place("Cam Ranh", under: other, code: "Q22408");
        var held = await HeldAsync(OfficersFile.Of(
            Headings,
            ["99999", "Xã Hải Lăng", "khu vực I", "01/01/2026", "31/12/2030", "QĐ 1"],
            ["Q19681", "Xã Khác", "khu vực I", "01/01/2026", "31/12/2030", "QĐ 1"],
            ["Q19681", "Xã Hải Lăng", "khu vực I", "01/01/2026", "31/12/2020", "QĐ 1"],
            ["Q19681", "Xã Hải Lăng", "khu vực I", "01/01/2026", "31/12/2030", null],
            ["Q22408", "Xã Cam Ranh", "khu vực I", "01/01/2026", "31/12/2030", "QĐ 1"]));

        Assert.Equal([("A2", "code"), ("A3", "unit-name"), ("A4", "class-line"), ("A5", "class-line"), ("A6", "code")], Wrong(held));
        Assert.Empty(await Stored().PlaceClasses.ToListAsync(Ct));
    }

    [Fact]
    public async Task A_row_that_is_too_short_and_a_day_of_the_code_that_is_none_are_told()
    {
        var held = await HeldAsync(OfficersFile.Of(
            [.. Headings, "Ngày của mã"], ["Q19681", "Xã Hải Lăng"], ["Q19681", "Xã Hải Lăng", "khu vực I", "01/01/2026", "31/12/2030", "QĐ 1", "trước 7/2025"]));

        Assert.Equal([("A2", "class-line"), ("A3", "class-line")], Wrong(held));
    }

    [Fact]
    public async Task Other_headings_than_expected_are_told_with_those_that_are_looked_for() =>
        Assert.Equal(new ListWithoutTable("“Mã xã”, “Tên xã”, “Phân loại”"), (await TakeAsync(OfficersFile.Of(["Tên", "Mã"], ["Xã Hải Lăng", "Q19681"]))).Refusal);

    [Fact]
    public async Task A_commune_classes_nobody() =>
        Assert.Equal(
            new ListNotFound(),
            (await TakeAsync(OfficersFile.Of(Headings, ["Q19681", "Xã Hải Lăng", "khu vực I", "01/01/2026", "31/12/2030", "QĐ 1"]), by: Officer with { Role = Role.CommuneOfficer, PlaceId = commune })).Refusal);
}
