using System.Net;
using System.Text.RegularExpressions;
using HieuHoc.Testing;

namespace HieuHoc.Tests.Cli;

/// <summary>What an operator does on the first day of a real programme, on the engine of this run.</summary>
public sealed partial class FirstStartTests : IDisposable
{
    private readonly CommandLine cli = new();

    private static CancellationToken Ct => TestContext.Current.CancellationToken;

    [Fact]
    public async Task A_programme_starts_with_an_administrator_whose_password_is_shown_once_and_is_for_one_sign_in()
    {
        await using var database = await TestDatabase.EmptyAsync(Ct);
        var postgres = database.Engine.Name == "postgres" ? database.Address : null;

        await using (var first = await cli.ServeAsync(postgres, "--province", "44"))
        {
            var said = Assert.Single(first.Lines, line => line.StartsWith("Quản trị hệ thống", StringComparison.Ordinal));
            var password = OneTime().Match(said);
            Assert.True(password.Success, said);

            using var browser = new HttpClient(new HttpClientHandler { AllowAutoRedirect = false }) { BaseAddress = first.Address };
            Assert.Equal(HttpStatusCode.OK, (await browser.GetAsync(new Uri("/health", UriKind.Relative), Ct)).StatusCode);
            var entered = await Site.PostAsync(browser, "/sign-in", [("UserName", "quantri.44"), ("Password", password.Groups[1].Value)], Ct);
            Assert.Equal(HttpStatusCode.Found, entered.StatusCode);
            // The password is for this sign-in alone: whatever is opened, a new one is asked for.
            var home = await browser.GetAsync(new Uri("/", UriKind.Relative), Ct);
            Assert.Equal("/me/password", home.Headers.Location?.OriginalString.Split('?')[0]);
        }

        await using var second = await cli.ServeAsync(postgres, "--province", "44");
        Assert.DoesNotContain(second.Lines, line => line.Contains("quantri.44", StringComparison.Ordinal));
    }

    public void Dispose() => cli.Dispose();

    [GeneratedRegex(@"quantri\.44 / (\S+) ")]
    private static partial Regex OneTime();
}
