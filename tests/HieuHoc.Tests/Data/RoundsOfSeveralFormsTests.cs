using HieuHoc.Platform;
using Microsoft.EntityFrameworkCore;

namespace HieuHoc.Tests.Data;

/// <summary>An installation that has rounds of one form each takes the step after which a round may have several.</summary>
public sealed class RoundsOfSeveralFormsTests() : MigrationTest(step: 10)
{
    [Fact]
    public async Task Every_round_keeps_its_form_and_every_return_is_of_the_form_of_its_round()
    {
        await MigrateBeforeAsync();
        await WriteAsync();

        await Engine.MigrateAsync(Ct);

        Assert.Equal(["1 first", "2 second"], await RowsAsync("select asked.form_pack_id, round.code from round_form asked join round on round.id = asked.round_id order by 1"));
        Assert.Equal(
            ["1 first Entering 1", "2 second Confirmed 2", "2 second Sent 1"],
            await RowsAsync("select owed.form_pack_id, round.code, owed.state, owed.current_version from return owed join round on round.id = owed.round_id order by 1, 3"));
        Assert.Equal(["2 {}"], await RowsAsync("select version.number, version.answers from return_version version join return owed on owed.id = version.return_id"));
        Assert.Equal(["Confirm"], await RowsAsync("select move.step from return_move move join return owed on owed.id = move.return_id"));
    }

    private async Task WriteAsync()
    {
        await using var db = Engine.Open();
        var day = new DateOnly(2026, 1, 1);
        var at = new DateTime(2026, 11, 20, 1, 0, 0, DateTimeKind.Utc);
        var rounds = new[] { Guid.CreateVersion7(), Guid.CreateVersion7() };
        var confirmed = Guid.CreateVersion7();

        for (var id = 1; id <= 3; id++)
        {
            await InsertAsync(db, "insert into subject (id, kind) values (@p0, 'Place')", id);
            await InsertAsync(db, "insert into place (id, level, valid_from) values (@p0, 'Commune', @p1)", id, day);
        }

        await InsertAsync(db, "insert into owner (id, place_id, demo) values (1, 1, " + Engine.False + ")");
        await InsertAsync(db, "insert into period (id, code, kind, first_day, last_day) values (1, '2026', 'Year', @p0, @p1)", day, day.AddYears(1).AddDays(-1));

        for (var i = 0; i < rounds.Length; i++)
        {
            await InsertAsync(
                db,
                $"insert into pack (id, kind, code, version, valid_from, confirmed, example, sha256, loaded_at, content) values (@p0, 'forms', @p1, '1', @p2, {Engine.False}, {Engine.False}, '', @p3, {Engine.AsJson("@p4")})",
                i + 1,
                $"form-{i}",
                day,
                at,
                "{}");
            await InsertAsync(
                db,
                "insert into round (owner, id, code, period_id, form_pack_id, opens_on, cut_off_on, due_on) values (1, @p0, @p1, 1, @p2, @p3, @p3, @p3)",
                rounds[i],
                i == 0 ? "first" : "second",
                i + 1,
                day);
        }

        await OwedAsync(db, Guid.CreateVersion7(), rounds[0], 2, "Entering", 1);
        await OwedAsync(db, confirmed, rounds[1], 2, "Confirmed", 2);
        await OwedAsync(db, Guid.CreateVersion7(), rounds[1], 3, "Sent", 1);
        await InsertAsync(
            db,
            $"insert into return_version (owner, return_id, number, form_pack_id, answers, saved_at) values (1, @p0, 2, 2, {Engine.AsJson("@p1")}, @p2)",
            confirmed,
            "{}",
            at);
        await InsertAsync(
            db,
            "insert into return_move (owner, return_id, number, step, from_state, to_state, version, taken_at, reason) values (1, @p0, 1, 'Confirm', 'Sent', 'Confirmed', 2, @p1, '')",
            confirmed,
            at);
    }

    private Task OwedAsync(HieuHocDb db, Guid id, Guid round, int subject, string state, int version) => InsertAsync(
        db,
        "insert into return (owner, id, round_id, subject_id, state, current_version, revision) values (1, @p0, @p1, @p2, @p3, @p4, 0)",
        id,
        round,
        subject,
        state,
        version);

    private Task InsertAsync(HieuHocDb db, string sql, params IReadOnlyList<object?> values) =>
        Engine.ExecuteAsync(db, sql.Replace("into return ", "into \"return\" ", StringComparison.Ordinal), values, Ct);

    private async Task<IReadOnlyList<string>> RowsAsync(string sql) =>
        [.. (await Schema.RowsAsync(Engine, sql.Replace("return owed", "\"return\" owed", StringComparison.Ordinal), Ct)).Select(row => string.Join(' ', row))];
}
