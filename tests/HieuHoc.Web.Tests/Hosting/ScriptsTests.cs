using HieuHoc.Testing;

namespace HieuHoc.Web.Tests.Hosting;

/// <summary>The scripts that make a page quicker to use, on a thin line.</summary>
public sealed class ScriptsTests : WebTest
{
    [Fact]
    public async Task Every_script_of_our_own_travels_in_less_than_5_KB()
    {
        var root = RepositoryFolder.Under("src", "HieuHoc.Web", "wwwroot");
        var scripts = Directory.EnumerateFiles(root, "*.js", SearchOption.AllDirectories)
            .Select(file => "/" + Path.GetRelativePath(root, file).Replace('\\', '/'))
            .Where(address => !address.StartsWith("/lib/", StringComparison.Ordinal))
            .ToList();
        Assert.Contains("/capture/rules.js", scripts);
        using var raw = new HttpClient { BaseAddress = Site.Address };
        raw.DefaultRequestHeaders.Add("Accept-Encoding", "gzip");

        foreach (var address in scripts)
        {
            var bytes = await raw.GetByteArrayAsync(new Uri(address, UriKind.Relative), Ct);

            Assert.True(bytes.Length <= 5 * 1024, $"{address}: {bytes.Length} bytes");
        }
    }
}
