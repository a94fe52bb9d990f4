using HieuHoc.Data.Postgres;
using HieuHoc.Testing;

namespace HieuHoc.Tests.Data;

/// <summary>How connections are set up for pages, which ask many short queries.</summary>
public sealed class PostgresSettingsTests
{
    private static CancellationToken Ct => TestContext.Current.CancellationToken;

    [Theory]
    [InlineData("", "off")]
    [InlineData(";Options=-c jit=on", "on")]
    public async Task Nothing_is_compiled_unless_the_address_says_so(string also, string jit)
    {
        await using var database = await TestDatabase.EmptyPostgresAsync(Ct);
        await using var server = new PostgresEngine(database.Address + also);

        Assert.Equal(jit, await AskAsync(server, "show jit"));
    }

    [Theory]
    [InlineData("", true)]
    [InlineData(";Max Auto Prepare=0", false)]
    public async Task What_is_asked_again_is_planned_once_unless_the_address_says_otherwise(string also, bool prepared)
    {
        await using var database = await TestDatabase.EmptyPostgresAsync(Ct);
        await using var server = new PostgresEngine(database.Address + also);

        for (var i = 0; i < 10; i++)
        {
            await AskAsync(server, "select 'a page asks this'");
        }

        Assert.Equal(prepared, await AskAsync(server, "select exists (select 1 from pg_prepared_statements where statement like 'select ''a page%')") is true);
    }

    private static async Task<object?> AskAsync(PostgresEngine server, string sql)
    {
        await using var db = server.Open();
        await using var command = await server.CommandAsync(db, sql, [], Ct);

        return await command.ExecuteScalarAsync(Ct);
    }
}
