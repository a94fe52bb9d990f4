using System.Text;
using System.Text.Json;
using HieuHoc.Access;
using HieuHoc.Agencies;
using HieuHoc.Data.Sqlite;
using HieuHoc.Demo;
using HieuHoc.Figures;
using HieuHoc.Places;
using HieuHoc.Platform;
using HieuHoc.Testing;
using HieuHoc.Tests.Exchange;
using Microsoft.EntityFrameworkCore;

namespace HieuHoc.Tests.Cli;

/// <summary>Lists over the real command line, on an installation with the demonstration.</summary>
[RunsOnce]
public sealed class ImportCommandTests(DemoInstallation installation) : IClassFixture<DemoInstallation>
{
    private const string Agencies = "Địa bàn;Loại;Tên đơn vị;Trực thuộc;Căn cứ;Ghi chú riêng\n";

    private CommandLine Cli => installation.CommandLine;

    private static CancellationToken Ct => TestContext.Current.CancellationToken;

    [Fact]
    public async Task A_workbook_is_looked_at_then_taken_and_again_it_is_all_there()
    {
        var file = Cli.Path("truong.tep");
        await File.WriteAllBytesAsync(
            file, OfficersFile.Of(["Địa bàn", "Loại", "Tên đơn vị", "Căn cứ"], ["19702", "Trường học", "Trường Mẫu Một", "QĐ 1"], [44, "Trường học", "Trường Mẫu Hai", "QĐ 1"]).ToArray(), Ct);

        var looked = await ImportAsync(file, "agencies", "--dry-run");
        var none = await CountAsync("Trường Mẫu");
        var taken = await ImportAsync(file, "agencies");
        var again = await ImportAsync(file, "agencies");

        Assert.Equal(new Ran(0, "Thêm mới 2, thay đổi 0, đã có 0, cần sửa 0 dòng.\nChưa ghi gì.\n", ""), looked);
        Assert.Equal(0, none);
        Assert.Equal(new Ran(0, "Thêm mới 2, thay đổi 0, đã có 0, cần sửa 0 dòng.\nĐã ghi 2 mục từ tệp.\n", ""), taken);
        Assert.Equal(new Ran(0, "Thêm mới 0, thay đổi 0, đã có 2, cần sửa 0 dòng.\nĐã ghi 0 mục từ tệp.\n", ""), again);
        Assert.Equal(2, await CountAsync("Trường Mẫu"));
    }

    [Fact]
    public async Task One_wrong_line_of_a_table_of_text_means_that_nothing_is_taken_unless_the_right_ones_are_asked_for()
    {
        var file = await FileAsync("hoi.csv", "\uFEFF" + Agencies + "19702;Hội quần chúng;\"Hội \"\"A\"\";\nHải Lăng\";;QĐ 1;x\n\n99999;Trường học;Trường B;;QĐ 1;\n");

        var looked = await ImportAsync(file, "agencies", "--dry-run");
        var refused = await ImportAsync(file, "agencies");
        var machine = await ImportAsync(file, "agencies", "--only-right", "--json", "--as", DemoPeople.All.Single(person => person.Role is Role.StandingAgency).UserName);

        Assert.Equal((1, "Thêm mới 1, thay đổi 0, đã có 0, cần sửa 1 dòng.\nChưa ghi gì.\n"), (looked.Exit, looked.Out));
        Assert.Contains("Cột F: tiêu đề “Ghi chú riêng”", looked.Error, StringComparison.Ordinal);
        Assert.Equal((1, ""), (refused.Exit, refused.Out));
        var lines = refused.Error.Split('\n', StringSplitOptions.RemoveEmptyEntries);
        Assert.StartsWith("Danh sách có 1 chỗ cần sửa, nên chưa ghi gì.", lines[0], StringComparison.Ordinal);
        Assert.StartsWith("  Ô A4: không có tỉnh, xã, phường, đặc khu nào là “99999”", lines[1], StringComparison.Ordinal);
        Assert.Equal((0, ""), (machine.Exit, machine.Error));
        var told = JsonDocument.Parse(machine.Out).RootElement;
        Assert.Equal((1, 1, 1), (told.GetProperty("new").GetInt32(), told.GetProperty("wrong").GetInt32(), told.GetProperty("taken").GetInt32()));
        Assert.Equal("A4", told.GetProperty("mistakes")[0].GetProperty("where").GetString());
        Assert.Equal(1, await CountAsync("Hội \"A\"; Hải Lăng"));
        await using var db = Open();
        Assert.NotNull(await db.AuditEntries.Where(entry => entry.Change == nameof(AgenciesImported) && entry.PersonId != null).SingleAsync(Ct));
    }

    [Fact]
    public async Task Figures_need_their_source_and_a_reason_where_they_replace()
    {
        var file = await FileAsync("so-lieu.csv", "Mã đơn vị,family.total\n19702@2026-01-01,1234\n");
        var other = await FileAsync("so-lieu-2.csv", "Mã đơn vị,family.total\n19702@2026-01-01,1235\n");

        var year = await ImportAsync(file, "history", "--source", "thử", "--period", "hôm qua");
        var nameless = await ImportAsync(file, "history", "--period", "2020");
        var taken = await ImportAsync(file, "history", "--period", "2020", "--source", "thử");
        var reasonless = await ImportAsync(other, "history", "--period", "2020", "--source", "thử");
        var replaced = await ImportAsync(other, "history", "--period", "2020", "--source", "thử", "--reason", "đính chính");

        Assert.Equal([1, 1, 0, 1, 0], [year.Exit, nameless.Exit, taken.Exit, reasonless.Exit, replaced.Exit]);
        Assert.All([year, nameless, reasonless], ran => Assert.Single(ran.Error.Split('\n', StringSplitOptions.RemoveEmptyEntries)));
        Assert.Contains("thay đổi 1", replaced.Out, StringComparison.Ordinal);
        await using var db = Open();
        Assert.Equal(2, await db.FigureSources.CountAsync(source => source.Title == "thử", Ct));
    }

    [Fact]
    public async Task Villages_classes_and_accounts_are_taken_too_and_classes_may_be_compared_ones()
    {
        var villages = await FileAsync("thon.csv", "Mã xã,Loại,Tên thôn,Từ ngày\n19702,thôn,Mẫu Dòng Lệnh,2026-03-01\n");
        var accounts = await FileAsync("tk.csv", "Mã xã,Thôn,Tên hiển thị,Tên đăng nhập\n19702,Mẫu Dòng Lệnh,Trưởng thôn,thon.maudl\n");
        var classes = await FileAsync("vung.csv", "Mã xã,Tên xã,Phân loại,Từ ngày,Đến ngày,Căn cứ\n19702,Xã Hải Lăng,border,2026-01-01,2030-12-31,thử\n");

        foreach (var (file, kind) in new[] { (villages, "villages"), (accounts, "accounts"), (classes, "classes") })
        {
            Assert.Equal(new Ran(0, "Thêm mới 1, thay đổi 0, đã có 0, cần sửa 0 dòng.\nĐã ghi 1 mục từ tệp.\n", ""), await ImportAsync(file, kind, "--confirmed"));
        }

        await using var db = Open();
        Assert.True((await db.PlaceClasses.SingleAsync(held => held.Class == "border" && held.LegalBasis == "thử", Ct)).Confirmed);
        Assert.True(await db.People.AnyAsync(person => person.UserName == "thon.maudl", Ct));
    }

    [Fact]
    public async Task What_is_no_list_of_somebody_s_is_refused_with_a_sentence()
    {
        var file = await FileAsync("dung.csv", Agencies);
        var bytes = Cli.Path("anh.jpg");
        await File.WriteAllBytesAsync(bytes, [0xff, 0xd8, 0xff, 0xe0, 0x00], Ct);
        var broken = await FileAsync("hong.xlsx", "PK\u0003\u0004 hỏng");
        var quotes = await FileAsync("nhay.csv", Agencies + "\"không đóng\n");
        var officer = DemoPeople.All.Single(person => person.Role is Role.CommuneOfficer).UserName;

        IReadOnlyList<(string Begins, Ran Ran)> refused =
        [
            ("Không có danh sách", await ImportAsync(file, "la-gi")), ("Không có danh sách", await ImportAsync(file, "agencies", "--as", officer)),
            ("", await ImportAsync(file, "agencies", "--as", "khong.co")), ("Tệp không phải bảng Excel", await ImportAsync(bytes, "agencies")),
            ("Tệp không phải bảng Excel", await ImportAsync(quotes, "agencies")), ("", await ImportAsync(broken, "agencies")),
            ("Không tìm thấy bảng trong tệp", await ImportAsync(await FileAsync("khac.csv", "a,b\n1,2\n"), "agencies")),
            ("Không tìm thấy bảng trong tệp", await ImportAsync(await FileAsync("trong.csv", ""), "agencies")),
            ("Tệp lớn hơn 10 MB", await ImportAsync(await FileAsync("lon.csv", Agencies + new string(' ', 11_000_000)), "agencies")),
            ("", await Cli.RunAsync("import", file, "--kind", "agencies", "--place", "99999")),
        ];

        Assert.All(refused, one => Assert.Equal((1, ""), (one.Ran.Exit, one.Ran.Out)));
        Assert.All(refused, one => Assert.StartsWith(one.Begins, one.Ran.Error, StringComparison.Ordinal));
        Assert.Equal(2, (await Cli.RunAsync("import", file, "--place", "44")).Exit);
        Assert.Equal(2, (await ImportAsync(Cli.Path("khong-co"), "agencies")).Exit);
        Assert.Equal(0, (await ImportAsync(file, "agencies")).Exit);
    }

    private Task<Ran> ImportAsync(string file, string kind, params string[] more) => Cli.RunAsync(["import", file, "--kind", kind, "--place", "44", .. more]);

    private async Task<string> FileAsync(string name, string text)
    {
        await File.WriteAllTextAsync(Cli.Path(name), text, new UTF8Encoding(false), Ct);

        return Cli.Path(name);
    }

    private async Task<int> CountAsync(string name)
    {
        await using var db = Open();

        return await db.AgencyNames.CountAsync(held => held.Name.StartsWith(name), Ct);
    }

    private HieuHocDb Open() => new SqliteEngine(Cli.Path("data/hieuhoc.db")).Open();
}
