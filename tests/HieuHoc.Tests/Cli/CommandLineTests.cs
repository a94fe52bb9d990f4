using System.Text.Json;
using HieuHoc.Papers;
using HieuHoc.Testing;

namespace HieuHoc.Tests.Cli;

/// <summary>One installation with the demonstration, on which the verbs that only look are tried.</summary>
public sealed class DemoInstallation : IAsyncLifetime
{
    private static readonly InstallationTemplate Template = new(["demo"]);

    public CommandLine CommandLine { get; private set; } = null!;

    internal Ran Made { get; private set; } = null!;

    public async ValueTask InitializeAsync() => (CommandLine, Made) = await Template.CopyAsync();

    public ValueTask DisposeAsync()
    {
        CommandLine.Dispose();

        return ValueTask.CompletedTask;
    }
}

[RunsOnce]
public sealed class CommandLineTests(DemoInstallation installation) : IClassFixture<DemoInstallation>
{
    private CommandLine Cli => installation.CommandLine;

    [Fact]
    public async Task The_demonstration_is_made_once_and_then_kept()
    {
        var again = await Cli.RunAsync("demo");

        Assert.Equal(new Ran(0, "Đã tạo số liệu minh họa.\n", ""), installation.Made);
        Assert.Equal(0, again.Exit);
        Assert.StartsWith("Hệ thống này đã có dữ liệu", again.Out, StringComparison.Ordinal);
    }

    [Fact]
    public async Task The_yearly_report_is_written_as_two_files()
    {
        var ran = await Cli.RunAsync("report", "annual", "--place", "44", "--year", "2026", "--out", Cli.Path("report"));

        Assert.Equal((0, ""), (ran.Exit, ran.Error));
        Assert.Equal(
            ["bao-cao-nam-2026-44.docx", "phu-luc-nam-2026-44.xlsx"],
            Directory.GetFiles(Cli.Path("report")).Select(Path.GetFileName).Order());
        await using var appendix = File.OpenRead(Path.Combine(Cli.Path("report"), "phu-luc-nam-2026-44.xlsx"));
        Assert.Equal(78, ExcelTable.Read(appendix).Count(row => row.Cells[0] is decimal));
    }

    [Fact]
    public async Task An_indicator_is_one_line_that_a_program_reads()
    {
        var ran = await Cli.RunAsync("indicator", "show", "citizen-share", "--place", "44", "--year", "2026", "--json");

        var line = Assert.Single(ran.Out.Split('\n', StringSplitOptions.RemoveEmptyEntries));
        var value = JsonDocument.Parse(line).RootElement;
        Assert.Equal(
            ("citizen-share", "44", "2026", JsonValueKind.Null, 62, 78),
            (value.GetProperty("indicator").GetString(), value.GetProperty("place").GetString(), value.GetProperty("period").GetString(),
                value.GetProperty("value").ValueKind, value.GetProperty("reported").GetInt32(), value.GetProperty("expected").GetInt32()));
        Assert.Equal(0, ran.Exit);
    }

    [Fact]
    public async Task A_code_before_and_after_the_reform_is_never_confused()
    {
        var (then, sister, today) = (await IndicatorAsync("44@2025-06-30"), await IndicatorAsync("45@2025-06-30"), await IndicatorAsync("44"));
        var nothing = await IndicatorAsync("44", "--boundaries", "then");

        Assert.Equal(
            [("Tỉnh Quảng Bình", "then"), ("Tỉnh Quảng Trị", "then"), ("Tỉnh Quảng Trị", "today")],
            new[] { then, sister, today }.Select(shown => (shown.GetProperty("name").GetString(), shown.GetProperty("boundaries").GetString())));
        Assert.Equal(
            then.GetProperty("denominator").GetDecimal() + sister.GetProperty("denominator").GetDecimal(), today.GetProperty("denominator").GetDecimal());
        // The island district of Cồn Cỏ had no communes that could have counted.
        Assert.Equal((77, 77), (today.GetProperty("reported").GetInt32(), today.GetProperty("expected").GetInt32()));
        Assert.False(today.GetProperty("estimate").GetBoolean());
        Assert.Equal((JsonValueKind.Null, 0), (nothing.GetProperty("soFar").ValueKind, nothing.GetProperty("expected").GetInt32()));
    }

    [Theory]
    [InlineData(1, "Tỉnh Quảng Bình không còn từ sau ngày 30/06/2025", "44@2025-06-30", "today")]
    [InlineData(2, "“tomorrow” không phải là today hoặc then.", "44", "tomorrow")]
    public async Task Boundaries_that_cannot_be_are_told(int exit, string sentence, string place, string boundaries)
    {
        var ran = await Cli.RunAsync("indicator", "show", "family-share", "--place", place, "--year", "2023", "--boundaries", boundaries);

        Assert.Equal(exit, ran.Exit);
        Assert.Contains(sentence, ran.Error, StringComparison.Ordinal);
    }

    private async Task<JsonElement> IndicatorAsync(string place, params string[] more) => JsonDocument.Parse(
        (await Cli.RunAsync(["indicator", "show", "family-share", "--place", place, "--year", "2023", "--json", .. more])).Out).RootElement;

    [Fact]
    public async Task It_speaks_English_where_it_is_told_to()
    {
        var ran = await Cli.RunInAsync("en", "indicator", "show", "citizen-share", "--place", "44", "--year", "2026");

        Assert.Contains("62/78 communes confirmed", ran.Out, StringComparison.Ordinal);
    }

    [Theory]
    [InlineData("Không có địa phương nào mang mã này", "report", "annual", "--place", "98765", "--year", "2026", "--out", "x")]
    [InlineData("Không có chỉ số này cho năm đã chọn.", "indicator", "show", "snow-share", "--place", "44", "--year", "2026")]
    [InlineData("Mã kỳ báo cáo “2026” đã được dùng.", "round", "open", "--place", "44", "--form", "learning-models", "--year", "2026", "--opens", "2026-10-01", "--cut-off", "2026-10-31", "--due", "2026-11-29")]
    public async Task What_is_refused_is_told_on_the_error_channel_in_a_sentence(string sentence, params string[] args)
    {
        var ran = await Cli.RunAsync(args);

        Assert.Equal((1, ""), (ran.Exit, ran.Out));
        Assert.Contains(sentence, Assert.Single(Lines(ran.Error)), StringComparison.Ordinal);
    }

    [Fact]
    public async Task An_account_is_made_and_its_password_set_anew_each_printed_once()
    {
        using var empty = new CommandLine();
        await empty.RunAsync("migrate");
        await empty.RunAsync("pack", "load");

        var created = await empty.RunAsync(
            "person", "create", "--user", "canbo.thu", "--name", "Cán bộ thử", "--role", "CommuneOfficer", "--place", "19702");
        var reset = await empty.RunAsync("person", "reset", "--user", "canbo.thu", "--place", "44");

        Assert.Matches(@"canbo\.thu.*: [a-z2-9]{5}(-[a-z2-9]{5}){3}\n$", created.Out);
        Assert.Matches(@"canbo\.thu.*: [a-z2-9]{5}(-[a-z2-9]{5}){3}\n$", reset.Out);
        Assert.NotEqual(created.Out[^24..], reset.Out[^24..]);
    }

    [Fact]
    public async Task A_round_is_opened_for_another_year()
    {
        var ran = await Cli.RunAsync(
            "round", "open", "--place", "44", "--form", "learning-models", "--year", "2027",
            "--opens", "2027-10-01", "--cut-off", "2027-10-31", "--due", "2027-11-29");

        Assert.Equal(new Ran(0, "Đã mở kỳ báo cáo “Mô hình học tập và công dân học tập (2027)” (mã 2027), hạn gửi 29/11/2027.\n", ""), ran);
    }

    [Fact]
    public async Task A_round_is_given_a_title_days_and_a_weekend_rule_more_time_and_its_end()
    {
        var opened = await Cli.RunAsync(
            "round", "open", "--place", "44", "--form", "learning-models", "--year", "2025", "--code", "2025-lai", "--title", "Báo cáo năm 2025",
            "--opens", "2025-10-01", "--cut-off", "2025-10-31", "--due", "2025-11-28", "--due-commune", "2025-11-29", "--weekend", "nextWorkingDay");
        var extended = await Cli.RunAsync(
            "round", "extend", "--place", "44", "--code", "2025-lai", "--for", "19702", "--due", "2025-12-05",
            "--decision", "Công văn số 7", "--decided", "2025-11-20", "--reason", "Bão lũ");
        var unknown = await Cli.RunAsync("round", "close", "--place", "44", "--code", "khong-co");
        var reminded = await Cli.RunAsync("round", "remind", "--place", "44", "--code", "2025-lai", "--dry-run");
        var nothing = await Cli.RunAsync("round", "remind", "--place", "44", "--code", "khong-co", "--dry-run");
        var closed = await Cli.RunAsync("round", "close", "--place", "44", "--code", "2025-lai");

        Assert.Equal(new Ran(0, "Đã mở kỳ báo cáo “Báo cáo năm 2025” (mã 2025-lai), hạn gửi 28/11/2025.\n", ""), opened);
        Assert.Equal(new Ran(0, "Đã gia hạn cho 1 đơn vị đến 05/12/2025.\n", ""), extended);
        Assert.Equal((1, 1), (unknown.Exit, nothing.Exit));
        Assert.Equal(0, reminded.Exit);
        Assert.EndsWith("người chưa có địa chỉ thư.\n", reminded.Out, StringComparison.Ordinal);
        Assert.Equal(new Ran(0, "Đã chốt số liệu kỳ báo cáo “Báo cáo năm 2025”.\n", ""), closed);
    }

    private static string[] Lines(string text) => text.Split('\n', StringSplitOptions.RemoveEmptyEntries);
}
