using HieuHoc.Platform;
using HieuHoc.Returns.Narrative;
using HieuHoc.Testing;
using Microsoft.EntityFrameworkCore;

namespace HieuHoc.Tests.Data;

/// <summary>An installation that has difficulties of returns takes the step after which they say on which way they went.</summary>
public sealed class DifficultiesRaisedAtAnyTimeTests() : MigrationTest(step: 29)
{
    [Fact]
    public async Task Every_difficulty_stays_and_what_was_passed_on_went_to_the_people_s_committee()
    {
        await MigrateBeforeAsync();
        var given = new Given(Engine);
        var province = given.Place();
        var commune = given.Place("Hải Lăng", under: province);
        given.Owner(province);
        var of = given.Return(given.Round(formPackId: given.Pack()), commune);
        var at = new DateTime(2026, 11, 20, 1, 0, 0, DateTimeKind.Utc);
        await using (var db = Engine.Open())
        {
            await InsertAsync(db, of.Value, 1, null, "", null);
            await InsertAsync(db, of.Value, 2, "Forwarded", "Vượt thẩm quyền", at);
            await InsertAsync(db, of.Value, 3, "Answered", "Được", at);
        }

        await Engine.MigrateAsync(Ct);

        await using var after = Engine.Open();
        var rows = await after.Difficulties.OrderBy(item => item.Number).ToListAsync(Ct);
        Assert.All(rows, item => Assert.Equal((of, null, null, "", ""), (item.ReturnId!.Value, item.SubjectId, item.About, item.AboutRecord, item.AboutWords)));
        Assert.Equal([null, DifficultyReply.Forwarded, DifficultyReply.Answered], rows.Select(item => item.Reply));
        Assert.Equal([(null, ""), (DifficultyForward.PeoplesCommittee, "Vượt thẩm quyền"), (null, "")], rows.Select(item => (item.ForwardedTo, item.ForwardRemark)));
        Assert.Equal([null, at, null], rows.Select(item => item.ForwardedAt));
    }

    private Task InsertAsync(HieuHocDb db, Guid of, int number, string? reply, string answer, DateTime? at) => Engine.ExecuteAsync(
        db,
        $"""
        insert into difficulty (owner, id, return_id, kind, number, text, addressee, since_version, ended_in, reply, answer, answered_at, answered_by, revision)
        values (1, @p0, @p1, 'Difficulty', @p2, 'Thiếu sách', '', 1, null, {(reply is null ? "null" : $"'{reply}'")}, @p3, {(at is null ? "null" : "@p4")}, null, 0)
        """,
        at is { } day ? [Guid.CreateVersion7(), of, number, answer, day] : [Guid.CreateVersion7(), of, number, answer],
        Ct);
}
