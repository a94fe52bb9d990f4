using System.Reflection;
using System.Xml.Linq;
using HieuHoc.Data.Postgres;
using HieuHoc.Data.Sqlite;
using HieuHoc.Platform;
using HieuHoc.Testing;

namespace HieuHoc.Tests.Architecture;

public sealed class ProjectOrderTests
{
    private static readonly string[] Leaves = ["HieuHoc.Papers", "HieuHoc.PlanReading", "HieuHoc.Rules"];

    private static readonly string[] Engines = ["HieuHoc.Data.Postgres", "HieuHoc.Data.Sqlite"];

    /// <summary>What each project may refer to.</summary>
    private static readonly Dictionary<string, string[]> Allowed = new()
    {
        ["HieuHoc.Papers"] = [],
        ["HieuHoc.PlanReading"] = [],
        ["HieuHoc.Rules"] = [],
        ["HieuHoc"] = Leaves,
        ["HieuHoc.Data.Postgres"] = ["HieuHoc", .. Leaves],
        ["HieuHoc.Data.Sqlite"] = ["HieuHoc", .. Leaves],
        ["HieuHoc.Web"] = ["HieuHoc", .. Leaves, .. Engines],
        ["HieuHoc.Cli"] = ["HieuHoc", "HieuHoc.Web", "HieuHoc.Bench", .. Leaves, .. Engines],
    };

    public static TheoryData<string> Projects =>
        [.. Directory.GetFiles(RepositoryFolder.Under("src"), "*.csproj", SearchOption.AllDirectories).Select(path => Path.GetFileNameWithoutExtension(path)).Order()];

    [Theory]
    [MemberData(nameof(Projects))]
    public void A_project_refers_only_to_those_below_it(string project)
    {
        var referred = Elements(project, "ProjectReference").Select(include => Path.GetFileNameWithoutExtension(include.Replace('\\', '/')));

        Assert.Empty(referred.Except(Allowed[project]));
    }

    [Theory]
    [InlineData("HieuHoc")]
    [InlineData("HieuHoc.Papers")]
    [InlineData("HieuHoc.PlanReading")]
    [InlineData("HieuHoc.Rules")]
    [InlineData("HieuHoc.Data.Postgres")]
    [InlineData("HieuHoc.Data.Sqlite")]
    public void What_was_compiled_knows_neither_the_web_nor_what_lies_above_it(string project)
    {
        var referred = Assembly.Load(project).GetReferencedAssemblies().Select(name => name.Name!).ToList();

        Assert.DoesNotContain(referred, name => name.StartsWith("Microsoft.AspNetCore", StringComparison.Ordinal));
        Assert.Empty(referred.Where(name => name.StartsWith("HieuHoc", StringComparison.Ordinal)).Except(Allowed[project]));
    }

    [Fact]
    public void Only_what_serves_pages_asks_for_the_web_framework()
    {
        var wrong = Projects.Select(row => row.Data)
            .Where(project => project is not ("HieuHoc.Web" or "HieuHoc.Cli"))
            .Where(project => Elements(project, "FrameworkReference").Count > 0);

        Assert.Empty(wrong);
    }

    [Fact]
    public void The_programme_knows_no_engine()
    {
        var referred = typeof(HieuHocDb).Assembly.GetReferencedAssemblies().Select(name => name.Name!);
        string[] engines = ["Npgsql", "Microsoft.Data.Sqlite", .. Engines];

        Assert.DoesNotContain(referred, name => engines.Any(engine => name.StartsWith(engine, StringComparison.Ordinal)));
    }

    [Fact]
    public void The_look_sees_what_a_project_refers_to()
    {
        var sqlite = typeof(SqliteEngine).Assembly.GetReferencedAssemblies().Select(name => name.Name);
        var postgres = typeof(PostgresEngine).Assembly.GetReferencedAssemblies().Select(name => name.Name);

        Assert.Contains("HieuHoc", sqlite);
        Assert.Contains("Npgsql", postgres);
    }

    private static IReadOnlyList<string> Elements(string project, string element) =>
    [
        .. XDocument.Load(RepositoryFolder.Under("src", project, $"{project}.csproj"))
            .Descendants(element)
            .Select(found => (string)found.Attribute("Include")!),
    ];
}
