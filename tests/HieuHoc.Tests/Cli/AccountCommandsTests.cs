using HieuHoc.Access;
using HieuHoc.Testing;

namespace HieuHoc.Tests.Cli;

/// <summary>Accounts and tokens over the real command line, on an installation of their own.</summary>
[RunsOnce]
public sealed class AccountCommandsTests : IAsyncLifetime
{
    private static readonly InstallationTemplate Template = new(["migrate"], ["pack", "load"]);

    private CommandLine cli = null!;

    public async ValueTask InitializeAsync() => (cli, _) = await Template.CopyAsync();

    public ValueTask DisposeAsync()
    {
        cli.Dispose();

        return ValueTask.CompletedTask;
    }

    [Fact]
    public async Task A_role_of_an_agency_is_given_with_the_agency_and_its_programme()
    {
        var officer = await CreateAsync("canbo.noivu", "AgencyOfficer", "--agency", "quang-tri.so-noi-vu");
        var standing = await CreateAsync("thuongtruc", "StandingAgency", "--programme", "quang-tri-2021-2030");

        Assert.Equal((0, 0), (officer.Exit, standing.Exit));
        Assert.Contains("canbo.noivu", officer.Out, StringComparison.Ordinal);
    }

    [Fact]
    public async Task What_is_missing_or_unknown_is_refused_and_no_password_printed()
    {
        var without = await CreateAsync("canbo.noivu", "AgencyOfficer");
        var unknown = await CreateAsync("canbo.noivu", "AgencyOfficer", "--agency", "khong.co");
        var programme = await CreateAsync("thuongtruc", "StandingAgency", "--programme", "khong-co");

        Assert.All([without, unknown, programme], ran => Assert.Equal((1, ""), (ran.Exit, ran.Out)));
        Assert.Contains("cơ quan", without.Error, StringComparison.Ordinal);
        Assert.Contains("chương trình", programme.Error, StringComparison.Ordinal);
    }

    [Fact]
    public async Task A_token_is_printed_once_and_none_for_what_no_scope_names_or_nobody_is()
    {
        await CreateAsync("quantri", "Administrator");

        var made = await cli.RunAsync("token", "create", "--person", "quantri", "--scopes", "read,people:write", "--days", "30");
        var scope = await cli.RunAsync("token", "create", "--person", "quantri", "--scopes", "tat-ca");
        var nobody = await cli.RunAsync("token", "create", "--person", "khong.co", "--scopes", "read");
        var days = await cli.RunAsync("token", "create", "--person", "quantri", "--scopes", "read", "--days", "367");

        Assert.Equal(0, made.Exit);
        Assert.Single(made.Out.Split([' ', '\n', ',', '.', ':'], StringSplitOptions.RemoveEmptyEntries), word => TokenText.Parse(word) is not null);
        Assert.All([scope, nobody, days], ran => Assert.Equal((1, ""), (ran.Exit, ran.Out)));
    }

    private Task<Ran> CreateAsync(string user, string role, params string[] more) =>
        cli.RunAsync(["person", "create", "--user", user, "--name", "Chức danh thử", "--role", role, "--place", "44", .. more]);
}
