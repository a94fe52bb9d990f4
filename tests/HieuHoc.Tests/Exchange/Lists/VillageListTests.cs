using HieuHoc.Access;
using HieuHoc.Exchange.Lists;
using HieuHoc.Exchange.Lists.Villages;
using HieuHoc.Places;
using HieuHoc.Platform;
using HieuHoc.Register;
using Microsoft.EntityFrameworkCore;

namespace HieuHoc.Tests.Exchange.Lists;

public sealed class VillageListTests : ListsTest
{
    private int province;
    private int commune;

    protected override Actor Officer => new(1, null, Role.StandingAgency, province);

    protected override ListKind Kind { get; } = new VillageList();

    public override async ValueTask InitializeAsync()
    {
        await base.InitializeAsync();
        province = Given.Place("Quảng Trị", code: "44");
        commune = Given.Place("Hải Lăng", under: province, code: "19681");
        Given.Owner(province);
    }

    [Fact]
    public async Task New_villages_are_entered_and_those_that_are_here_stay()
    {
        object?[][] rows = [["Mã xã", "Loại", "Tên thôn", "Từ ngày", "Căn cứ"], [19681, "thôn", "Một", new DateOnly(2026, 1, 1), "QĐ 1"], ["19681", "thôn", "Hai", "01/02/2026", null]];
        var upload = await UploadedAsync(OfficersFile.Of(rows));

        var held = await HeldAsync(upload);
        var accepted = await AcceptAsync(upload);
        var again = await HeldAsync(OfficersFile.Of(rows));

        Assert.Equal([0, 0, 2, 0], Counts(held));
        Assert.Equal([("Mã xã", "19681"), ("Từ ngày", "01/01/2026")], held.Lines[0].Differences(Texts).Select(difference => (difference.What, difference.File)));
        Assert.Equal(new AcceptedList(2, 0), accepted.Value);
        Assert.Equal([0, 0, 0, 2], Counts(again));
        Assert.Equal(["Thôn Hai", "Thôn Một"], await NamesAsync());
        Assert.Single(await Stored().AuditEntries.Where(entry => entry.Change == nameof(VillagesImported)).ToListAsync(Ct));
    }

    [Fact]
    public async Task What_is_wrong_is_told_and_the_chosen_lines_alone_are_entered()
    {
        var upload = await UploadedAsync(OfficersFile.Of(
            ["Mã xã", "Loại", "Tên thôn", "Từ ngày"],
            ["99999", "thôn", "Một", "01/01/2026"], ["19681", "thôn", "Hai", "hôm qua"], ["19681", "", "Ba", "01/01/2026"],
            ["19681", "thôn", "Bốn", "01/01/2026"], ["19681", "thôn", "Năm", "01/01/2026"], ["19681", "thôn", "Bốn", "01/01/2026"], ["19681", "thôn", "Sáu"]));

        var held = await HeldAsync(upload);
        await AcceptAsync(upload, rows: [2, 6]);

        Assert.Equal([("C2", "code"), ("C3", "day"), ("C4", "name-and-kind"), ("C7", "twice"), ("C8", "day")], Wrong(held));
        Assert.Equal(["Thôn Năm"], await NamesAsync());
    }

    [Fact]
    public async Task Other_headings_than_expected_are_told_with_those_that_are_looked_for() =>
        Assert.Equal(new ListWithoutTable("“Mã xã”, “Loại”, “Tên thôn”"), (await TakeAsync(OfficersFile.Of(["Xã", "Thôn"], ["19681", "Một"]))).Refusal);

    [Fact]
    public async Task Who_does_not_keep_villages_takes_none_over() =>
        Assert.Equal(
            new ListNotFound(),
            (await TakeAsync(OfficersFile.Of(["Mã xã", "Loại", "Tên thôn", "Từ ngày"], ["19681", "thôn", "Một", "01/01/2026"]), by: Officer with { Role = Role.CommuneLeader })).Refusal);

    [Fact]
    public async Task A_commune_enters_no_villages_of_its_neighbour()
    {
        var neighbour = Given.Place("Vĩnh Định", under: province, code: "19700");

        var taken = await TakeAsync(OfficersFile.Of(["Mã xã", "Loại", "Tên thôn", "Từ ngày"], ["19681", "thôn", "Một", "01/01/2026"]), by: Officer with { Role = Role.CommuneOfficer, PlaceId = neighbour });
        var held = (await ReadList.RunAsync(Kind.Name, taken.Value.Id, null, 1, Officer with { Role = Role.CommuneOfficer, PlaceId = neighbour }, Ct)).Value;

        Assert.Equal([("C2", "code")], Wrong(held));
    }

    private async Task<IReadOnlyList<string>> NamesAsync()
    {
        var db = Stored();
        var here = db.PlaceParents.Where(parent => parent.ParentId == commune).Select(parent => parent.PlaceId);

        return await db.PlaceNames.Where(name => here.Contains(name.PlaceId)).OrderBy(name => name.FullName).Select(name => name.FullName).ToListAsync(Ct);
    }
}
