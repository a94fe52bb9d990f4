using HieuHoc.Testing;

namespace HieuHoc.Tests.Data;

[RunsOnce]
public sealed class RunsOnceTests
{
    [Fact]
    public async Task A_class_that_is_left_out_on_the_second_engine_gets_no_database_of_the_run()
    {
        var ct = TestContext.Current.CancellationToken;

        await Assert.ThrowsAsync<InvalidOperationException>(() => TestDatabase.EmptyAsync(ct));
        await using var own = await TestDatabase.EmptySqliteAsync(ct);
        Assert.Equal("sqlite", own.Engine.Name);
    }
}
