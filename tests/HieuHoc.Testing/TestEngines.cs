using Xunit;

namespace HieuHoc.Testing;

/// <summary>The engine that this run of the suite is about, and the other one for the tests that compare both.</summary>
public static class TestEngines
{
    private static readonly Lazy<SqliteTestServer> SqliteServer = new();

    private static readonly Lazy<PostgresTestServer?> PostgresServer = new(() =>
        PostgresConnection is { } connection ? new PostgresTestServer(connection) : null);

    /// <summary>"sqlite" (default) or "postgres": the environment variable HIEUHOC_TEST_ENGINE.</summary>
    public static string Name { get; } = Environment.GetEnvironmentVariable("HIEUHOC_TEST_ENGINE") is { Length: > 0 } name ? name : "sqlite";

    /// <summary>The maintenance database of a cluster of our own: the environment variable HIEUHOC_TEST_POSTGRES.</summary>
    public static string? PostgresConnection { get; } =
        Environment.GetEnvironmentVariable("HIEUHOC_TEST_POSTGRES") is { Length: > 0 } connection ? connection : null;

    internal static TestServer Chosen => Name switch
    {
        _ when RunsOnceAttribute.IsRunning => throw new InvalidOperationException("A class that is marked RunsOnce asks for the engine of this run."),
        "sqlite" => Sqlite,
        "postgres" => Postgres,
        _ => throw new InvalidOperationException($"HIEUHOC_TEST_ENGINE is '{Name}'; it can be 'sqlite' or 'postgres'."),
    };

    internal static TestServer Sqlite => SqliteServer.Value;

    /// <summary>Skips the test, visibly, where there is no PostgreSQL.</summary>
    internal static TestServer Postgres
    {
        get
        {
            Assert.SkipWhen(PostgresServer.Value is null, "No PostgreSQL: HIEUHOC_TEST_POSTGRES is not set.");

            return PostgresServer.Value!;
        }
    }
}
