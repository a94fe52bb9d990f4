using HieuHoc.Platform.Packs;
using HieuHoc.Testing;

namespace HieuHoc.Tests.Cli;

/// <summary>What the program does before it needs any data.</summary>
[RunsOnce]
public sealed class WithoutInstallationTests : IDisposable
{
    private readonly CommandLine cli = new();

    [Theory]
    [InlineData("nonsense")]
    [InlineData("report", "annual", "--place", "44")]
    [InlineData("report", "annual", "--place", "44", "--year", "soon", "--out", "x")]
    [InlineData("indicator", "show", "citizen-share", "--place", "44", "--year", "0")]
    [InlineData("person", "create", "--user", "mot.nguoi", "--name", "Một người", "--role", "99", "--place", "44")]
    public async Task Wrong_usage_is_told_as_such(params string[] args)
    {
        var ran = await cli.RunAsync(args);

        Assert.Equal(2, ran.Exit);
        Assert.NotEmpty(ran.Error);
        Assert.DoesNotContain("   at ", ran.Error, StringComparison.Ordinal);
    }

    [Theory]
    [InlineData("2026-12345678901234-x", 2)]
    [InlineData("2026/2030", 2)]
    [InlineData("2026-1234567890123-x", 1)]
    public async Task A_code_that_no_round_can_have_is_told_in_the_words_of_opening_one(string code, int exit)
    {
        var ran = await cli.RunAsync(
            "round", "open", "--place", "44", "--form", "learning-models", "--year", "2026", "--code", code,
            "--opens", "2026-10-01", "--cut-off", "2026-10-31", "--due", "2026-11-27");

        Assert.Equal(exit, ran.Exit);
        Assert.Equal(exit == 2, ran.Error.Contains("Mã kỳ báo cáo có từ 1 đến 20 ký tự", StringComparison.Ordinal));
    }

    [Fact]
    public async Task The_packs_of_the_product_are_found_to_be_right()
    {
        var ran = await cli.RunAsync("pack", "check", RepositoryFolder.Packs);

        Assert.Equal((0, ""), (ran.Exit, ran.Error));
        Assert.Equal($"{PackFile.Find(RepositoryFolder.Packs).Count} gói đều hợp lệ.", Lines(ran.Out)[^1]);
    }

    [Fact]
    public async Task Every_mistake_of_a_faulty_pack_is_told()
    {
        using var folder = new PackFolder();
        folder.Write("elements", "elements", "1", Given.Elements("Rain", "snow", "snow"));

        var ran = await cli.RunAsync("pack", "check", folder.Path);

        Assert.Equal((1, ""), (ran.Exit, ran.Out));
        Assert.Equal(3, Lines(ran.Error).Length);
        Assert.Contains("“Rain” không phải là mã hợp lệ", ran.Error, StringComparison.Ordinal);
        Assert.Contains("“snow” xuất hiện hai lần", ran.Error, StringComparison.Ordinal);
    }

    public void Dispose() => cli.Dispose();

    private static string[] Lines(string text) => text.Split('\n', StringSplitOptions.RemoveEmptyEntries);
}
