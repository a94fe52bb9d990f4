using HieuHoc.Access;
using HieuHoc.Testing;
using Microsoft.EntityFrameworkCore;

namespace HieuHoc.Tests.Data;

/// <summary>SQLite has one writer at a time: in this program they wait in line, and whoever leaves the line or fails holds nobody up.</summary>
public sealed class WriteTurnTests : DatabaseTest
{
    private const int Many = 40;

    protected override Task<TestDatabase> MakeDatabaseAsync() => TestDatabase.FilledSqliteAsync(Ct);

    public override async ValueTask InitializeAsync()
    {
        await base.InitializeAsync();
        Given.Owner(Given.Place());
    }

    [Fact]
    public async Task Nothing_is_saved_before_its_turn_has_come()
    {
        Task saving;

        using (await Engine.TurnAsync(Ct))
        {
            saving = SaveAsync("one", Ct);

            Assert.False(saving.IsCompleted);
            Assert.Empty(await NamesAsync());
        }

        await saving;

        Assert.Equal(["one"], await NamesAsync());
    }

    [Fact]
    public async Task Who_gives_up_waiting_saves_nothing_and_holds_nobody_up()
    {
        using var patience = new CancellationTokenSource();

        using (await Engine.TurnAsync(Ct))
        {
            var saving = SaveAsync("one", patience.Token);
            await patience.CancelAsync();

            await Assert.ThrowsAnyAsync<OperationCanceledException>(() => saving);
        }

        await SaveAsync("two", Ct);

        Assert.Equal(["two"], await NamesAsync());
    }

    [Fact]
    public async Task A_saving_that_fails_leaves_its_turn_to_the_next()
    {
        await SaveAsync("one", Ct);

        await Assert.ThrowsAsync<DbUpdateException>(() => SaveAsync("one", Ct));
        await SaveAsync("two", Ct);

        Assert.Equal(["one", "two"], await NamesAsync());
    }

    [Fact]
    public async Task Who_has_begun_to_write_waits_for_nobody()
    {
        await using var db = Engine.Open();
        await using var transaction = await db.Database.BeginTransactionAsync(Ct);

        using (await Engine.TurnAsync(Ct))
        {
            db.Add(Somebody("one"));
            await db.SaveChangesAsync(Ct);
            await transaction.CommitAsync(Ct);
        }

        Assert.Equal(["one"], await NamesAsync());
    }

    [Fact]
    public async Task Of_many_who_save_at_once_each_is_saved()
    {
        await Task.WhenAll(Enumerable.Range(0, Many).Select(number => Task.Run(() => SaveAsync($"{number:00}", Ct), Ct)));

        Assert.Equal(Many, (await NamesAsync()).Count);
    }

    private async Task SaveAsync(string name, CancellationToken ct)
    {
        await using var db = Engine.Open();
        db.Add(Somebody(name));
        await db.SaveChangesAsync(ct);
    }

    private static Person Somebody(string name) => new()
    {
        Owner = 1,
        Id = new PersonId(Guid.CreateVersion7()),
        UserName = name,
        DisplayName = name,
        SecurityStamp = "1",
    };

    private Task<List<string>> NamesAsync() => Stored().People.Select(person => person.UserName).Order().ToListAsync(Ct);
}
