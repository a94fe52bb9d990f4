using System.Text.Json;
using HieuHoc.Testing;

namespace HieuHoc.Tests.Cli;

/// <summary>Reading a plan needs no installation.</summary>
[RunsOnce]
public sealed class PlanCommandsTests : IDisposable
{
    private static readonly string Plan = RepositoryFolder.Under("tests", "HieuHoc.PlanReading.Tests", "cases", "published", "kon-tum-2015-gia-dinh.txt");

    private readonly CommandLine cli = new();

    [Fact]
    public async Task A_plan_is_told_to_people()
    {
        var ran = await cli.RunAsync("plan", "read", Plan);

        Assert.Equal((0, ""), (ran.Exit, ran.Error));
        Assert.Contains("Số: không nêu; ngày ban hành: không nêu; cơ quan ban hành: UBND tỉnh Kon Tum", ran.Out, StringComparison.Ordinal);
        Assert.Contains("chỉ tiêu: 14; nhiệm vụ: 16; phân công: 9", ran.Out, StringComparison.Ordinal);
        Assert.Contains("II.2.2: 60% gia đình được công nhận danh hiệu “Gia đình học tập” (năm 2020)", ran.Out, StringComparison.Ordinal);
    }

    [Fact]
    public async Task A_plan_is_told_to_programs()
    {
        var ran = await cli.RunAsync("plan", "read", Plan, "--json");

        var read = JsonDocument.Parse(ran.Out).RootElement;
        Assert.Equal(("plan", JsonValueKind.Null), (read.GetProperty("document").GetProperty("type").GetString(), read.GetProperty("document").GetProperty("number").ValueKind));
        Assert.Equal(14, read.GetProperty("targets").GetArrayLength());
        Assert.Equal("pilot district", read.GetProperty("targets")[1].GetProperty("area").GetString());
    }

    [Fact]
    public async Task A_file_that_is_no_plan_is_refused_in_the_language_of_the_operator()
    {
        var path = cli.Path("anh.docx");
        await File.WriteAllBytesAsync(path, [0xD0, 0xCF, 0x11, 0xE0, 1, 2, 3], TestContext.Current.CancellationToken);

        var vietnamese = await cli.RunAsync("plan", "read", path);
        var english = await cli.RunInAsync("en", "plan", "read", path, "--json");

        Assert.Equal((1, ""), (vietnamese.Exit, vietnamese.Out));
        Assert.Contains("lưu lại dạng “Word Document (.docx)”", vietnamese.Error, StringComparison.Ordinal);
        Assert.Contains("Word file of the old kind (.doc)", english.Error, StringComparison.Ordinal);
    }

    [Fact]
    public async Task A_file_that_is_not_there_is_wrong_usage() => Assert.Equal(2, (await cli.RunAsync("plan", "read", cli.Path("không-có.docx"))).Exit);

    public void Dispose() => cli.Dispose();
}
