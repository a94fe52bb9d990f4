using HieuHoc.Platform;
using Microsoft.EntityFrameworkCore;

namespace HieuHoc.Tests.Data;

/// <summary>An installation that has rounds takes the step after which they have titles, and what is owed has a day of its own.</summary>
public sealed class RoundsAsOfficesRunThemTests() : MigrationTest(step: 11)
{
    [Fact]
    public async Task Rounds_are_called_after_their_form_and_period_and_what_is_owed_is_due_on_their_day()
    {
        await MigrateBeforeAsync();
        await WriteAsync();

        await Engine.MigrateAsync(Ct);

        await using var db = Engine.Open();
        var day = new DateOnly(2026, 11, 29);
        Assert.Equal(
            [("bare", "bare"), ("named", "Mô hình học tập (2026)")],
            (await db.Database.SqlQueryRaw<string>("select code || '|' || title as \"Value\" from round order by code").ToListAsync(Ct))
                .Select(row => (row.Split('|')[0], row.Split('|')[1])));
        Assert.Equal([day, day], await db.Database.SqlQueryRaw<DateOnly>("select due_on as \"Value\" from round_form").ToListAsync(Ct));
        Assert.Equal([day], await db.Database.SqlQueryRaw<DateOnly>("select due_on as \"Value\" from \"return\"").ToListAsync(Ct));
        Assert.Equal(["Strict", "Strict"], await db.Database.SqlQueryRaw<string>("select weekend_rule as \"Value\" from round").ToListAsync(Ct));
    }

    private async Task WriteAsync()
    {
        await using var db = Engine.Open();
        var first = new DateOnly(2026, 1, 1);
        await InsertAsync(db, "insert into subject (id, kind) values (1, 'Place')");
        await InsertAsync(db, "insert into place (id, level, valid_from) values (1, 'Commune', @p0)", first);
        await InsertAsync(db, $"insert into owner (id, place_id, demo) values (1, 1, {Engine.False})");
        await InsertAsync(db, "insert into period (id, code, kind, first_day, last_day) values (1, '2026', 'Year', @p0, @p1)", first, first.AddYears(1).AddDays(-1));
        var named = await RoundAsync(db, 1, "named", """{"title":{"vi":"Mô hình học tập","en":"Models"}}""");
        await RoundAsync(db, 2, "bare", "{}");
        await InsertAsync(
            db,
            "insert into \"return\" (owner, id, round_id, subject_id, form_pack_id, state, current_version, revision) values (1, @p0, @p1, 1, 1, 'Entering', 1, 0)",
            Guid.CreateVersion7(),
            named);
    }

    private async Task<Guid> RoundAsync(HieuHocDb db, int pack, string code, string content)
    {
        var (id, day) = (Guid.CreateVersion7(), new DateOnly(2026, 11, 29));
        await InsertAsync(
            db,
            $"insert into pack (id, kind, code, version, valid_from, confirmed, example, sha256, loaded_at, content) values (@p0, 'forms', @p1, '1', @p2, {Engine.False}, {Engine.False}, '', @p3, @p4)",
            pack,
            code,
            day,
            new DateTime(2026, 11, 20, 1, 0, 0, DateTimeKind.Utc),
            content);
        await InsertAsync(
            db, "insert into round (owner, id, code, period_id, opens_on, cut_off_on, due_on) values (1, @p0, @p1, 1, @p2, @p2, @p2)", id, code, day);
        await InsertAsync(db, "insert into round_form (owner, round_id, form_pack_id) values (1, @p0, @p1)", id, pack);

        return id;
    }

    private Task InsertAsync(HieuHocDb db, string sql, params object?[] values) => Engine.ExecuteAsync(db, sql, values, Ct);
}
