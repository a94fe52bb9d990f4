using HieuHoc.Platform;
using HieuHoc.Platform.Audit;
using HieuHoc.Testing;
using Microsoft.EntityFrameworkCore;

namespace HieuHoc.Tests.Platform.Audit;

public sealed class AuditTests : DatabaseTest
{
    private SealAudit SealAudit => new(Stored(), Keys, Clock);

    private VerifyAudit VerifyAudit => new(Stored(), Keys);

    [Fact]
    public async Task What_was_sealed_and_not_touched_is_found_whole()
    {
        await HappenAsync(3);
        await SealAudit.RunAsync(Ct);
        await HappenAsync(2);
        await SealAudit.RunAsync(Ct);

        var verified = await VerifyAudit.RunAsync(Ct);

        Assert.Empty(verified.Findings);
        Assert.Equal((2, 5L, 0), (verified.Seals, verified.Rows, verified.Unsealed.Count));
        Assert.Equal((1, 2), (verified.Heads.Single().Owner, verified.Heads.Single().Number));
    }

    [Fact]
    public async Task An_audit_without_rows_is_whole()
    {
        var verified = await VerifyAudit.RunAsync(Ct);

        Assert.Equal((0, 0L), (verified.Seals, verified.Rows));
        Assert.Empty(verified.Findings);
    }

    [Fact]
    public async Task Sealing_again_makes_no_empty_link()
    {
        await HappenAsync(1);

        var rows = (await SealAudit.RunAsync(Ct), await SealAudit.RunAsync(Ct));

        Assert.Equal((1, 0), rows);
        Assert.Equal(1, await Stored().AuditSeals.CountAsync(Ct));
    }

    [Theory]
    [InlineData("change = 'PasswordWasReset'")]
    [InlineData("record = 'other'")]
    [InlineData("person_id = null")]
    public async Task A_changed_row_is_named(string change)
    {
        var ids = await HappenAsync(3);
        await SealAudit.RunAsync(Ct);
        await RunAsync($"update audit_entry set {change} where id = @p0", ids[1]);

        Assert.Equal([new AuditFinding(AuditFault.Changed, 1, $"{ids[1]}")], (await VerifyAudit.RunAsync(Ct)).Findings);
    }

    [Fact]
    public async Task A_changed_detail_and_a_changed_instant_are_named()
    {
        var ids = await HappenAsync(3);
        await SealAudit.RunAsync(Ct);
        await RunAsync($"update audit_entry set detail = {Engine.AsJson("@p1")} where id = @p0", ids[0], """{"record":"x","number":5}""");
        await RunAsync("update audit_entry set at = @p1 where id = @p0", ids[2], Clock.Now.Instant.AddSeconds(-1));

        Assert.Equal(
            new HashSet<AuditFinding> { new(AuditFault.Changed, 1, $"{ids[0]}"), new(AuditFault.Changed, 1, $"{ids[2]}") },
            (await VerifyAudit.RunAsync(Ct)).Findings.ToHashSet());
    }

    [Fact]
    public async Task A_detail_that_only_the_engine_writes_otherwise_is_the_same()
    {
        var ids = await HappenAsync(1);
        await SealAudit.RunAsync(Ct);
        await RunAsync($"update audit_entry set detail = {Engine.AsJson("@p1")} where id = @p0", ids[0], """{ "number" : 0,  "record" : "0" }""");

        Assert.Empty((await VerifyAudit.RunAsync(Ct)).Findings);
    }

    [Fact]
    public async Task A_deleted_row_is_named()
    {
        var ids = await HappenAsync(3);
        await SealAudit.RunAsync(Ct);
        await RunAsync("delete from audit_entry where id = @p0", ids[1]);

        Assert.Equal([new AuditFinding(AuditFault.Missing, 1, $"{ids[1]}")], (await VerifyAudit.RunAsync(Ct)).Findings);
    }

    [Fact]
    public async Task A_row_deleted_before_it_was_sealed_is_named_before_and_after()
    {
        var ids = await HappenAsync(2);
        await RunAsync("delete from audit_entry where id = @p0", ids[0]);

        var before = await VerifyAudit.RunAsync(Ct);
        await SealAudit.RunAsync(Ct);
        var after = await VerifyAudit.RunAsync(Ct);

        Assert.Equal([new AuditFinding(AuditFault.MissingUnsealed, 1, $"{ids[0]}")], before.Findings);
        Assert.Equal([new AuditFinding(AuditFault.Missing, 1, $"{ids[0]}")], after.Findings);
    }

    [Fact]
    public async Task A_row_that_was_put_there_is_named()
    {
        await HappenAsync(2);
        await SealAudit.RunAsync(Ct);
        var id = await PutAsync(Clock.Now.Instant, noted: false);

        Assert.Equal([new AuditFinding(AuditFault.Foreign, 1, $"{id}")], (await VerifyAudit.RunAsync(Ct)).Findings);
    }

    [Fact]
    public async Task A_back_dated_row_is_named_before_and_after_it_is_sealed()
    {
        await HappenAsync(2);
        await SealAudit.RunAsync(Ct);
        var id = await PutAsync(Clock.Now.Instant - VerifyAudit.LongestTransaction - TimeSpan.FromSeconds(1), noted: true);

        var before = await VerifyAudit.RunAsync(Ct);
        await SealAudit.RunAsync(Ct);
        var after = await VerifyAudit.RunAsync(Ct);

        Assert.Equal([new AuditFinding(AuditFault.BackDated, 1, $"{id}")], before.Findings);
        Assert.Equal([new AuditFinding(AuditFault.BackDated, 1, $"{id}")], after.Findings);
    }

    [Fact]
    public async Task A_row_that_committed_late_is_not_called_back_dated()
    {
        await HappenAsync(1);
        await SealAudit.RunAsync(Ct);
        await PutAsync(Clock.Now.Instant - VerifyAudit.LongestTransaction, noted: true);
        await SealAudit.RunAsync(Ct);

        Assert.Empty((await VerifyAudit.RunAsync(Ct)).Findings);
    }

    [Fact]
    public async Task Rows_written_while_no_server_ran_are_sealed_later_and_not_called_back_dated()
    {
        await HappenAsync(SealAudit.BatchSize + 5);
        Time.Pass(TimeSpan.FromDays(3));

        await SealAudit.RunAsync(Ct);

        var verified = await VerifyAudit.RunAsync(Ct);
        Assert.Empty(verified.Findings);
        Assert.Equal((2, SealAudit.BatchSize + 5L), (verified.Seals, verified.Rows));
    }

    [Fact]
    public async Task The_unsealed_tail_is_named()
    {
        await HappenAsync(2);
        await SealAudit.RunAsync(Ct);
        var tail = await HappenAsync(2);

        var verified = await VerifyAudit.RunAsync(Ct);

        Assert.Empty(verified.Findings);
        Assert.Equal(tail.ToHashSet(), verified.Unsealed.ToHashSet());
    }

    [Theory]
    [InlineData("update audit_seal set count = 7 where number = 2", "2")]
    [InlineData("update audit_seal set sealed_at = first_at where number = 2", "2")]
    [InlineData("delete from audit_seal where number = 2", "3")]
    public async Task A_broken_link_is_named(string sql, string number)
    {
        for (var i = 0; i < 3; i++)
        {
            await HappenAsync(1);
            Time.Pass(TimeSpan.FromSeconds(1));
            await SealAudit.RunAsync(Ct);
        }

        await RunAsync(sql);

        Assert.Contains(new AuditFinding(AuditFault.BrokenLink, 1, number), (await VerifyAudit.RunAsync(Ct)).Findings);
    }

    [Fact]
    public async Task Whoever_has_the_database_but_not_the_key_ring_cannot_seal_anew()
    {
        var ids = await HappenAsync(2);
        await SealAudit.RunAsync(Ct);
        await RunAsync("update audit_entry set record = 'other' where id = @p0", ids[0]);
        await RunAsync("delete from audit_seal");
        await RunAsync("insert into audit_unsealed (owner, entry_id) select owner, id from audit_entry");
        var other = TestKeys.RingOf($"2:{Convert.ToBase64String(new byte[32])}");

        await new SealAudit(Stored(), other, Clock).RunAsync(Ct);

        Assert.Contains(new AuditFinding(AuditFault.BrokenLink, 1, "1"), (await VerifyAudit.RunAsync(Ct)).Findings);
    }

    [Fact]
    public async Task A_chain_goes_on_under_a_rotated_key()
    {
        await HappenAsync(1);
        await new SealAudit(Stored(), TestKeys.RingOf(TestKeys.Text.Split(',')[0]), Clock).RunAsync(Ct);
        await HappenAsync(1);
        await SealAudit.RunAsync(Ct);

        Assert.Empty((await VerifyAudit.RunAsync(Ct)).Findings);
        Assert.Equal([1, 2], await Stored().AuditSeals.OrderBy(seal => seal.Number).Select(seal => seal.KeyId).ToListAsync(Ct));
    }

    [Fact]
    public async Task Writers_and_sealers_at_once_lose_nothing()
    {
        const int Writers = 4;
        const int Each = 25;
        var writing = Enumerable.Range(0, Writers).Select(_ => Task.Run(async () =>
        {
            for (var i = 0; i < Each; i++)
            {
                await HappenAsync(1);
            }
        })).ToList();
        var sealing = Enumerable.Range(0, 2).Select(_ => Task.Run(async () =>
        {
            while (writing.Exists(writer => !writer.IsCompleted))
            {
                await using var db = Engine.Open();
                await new SealAudit(db, Keys, Clock).RunAsync(Ct);
            }
        }));

        await Task.WhenAll(writing.Concat(sealing));
        await SealAudit.RunAsync(Ct);

        var verified = await VerifyAudit.RunAsync(Ct);
        Assert.Empty(verified.Findings);
        Assert.Equal((Writers * Each, 0), ((int)verified.Rows, verified.Unsealed.Count));
    }

    [Fact]
    public async Task A_row_and_its_note_are_lost_with_the_change()
    {
        await using (var db = Engine.Open())
        await using (await db.Database.BeginTransactionAsync(Ct))
        {
            db.Record(new Happened("0", 0), 1, null, Clock.Now);
            await db.SaveChangesAsync(Ct);
        }

        Assert.Equal((0, 0), (await Stored().AuditEntries.CountAsync(Ct), await Stored().AuditUnsealed.CountAsync(Ct)));
    }

    [Fact]
    public async Task A_personal_value_is_kept_as_a_hash_that_its_salt_alone_makes_comparable()
    {
        var first = await Db.SaltedHashAsync(1, "person", "number", "045098012345", Ct);
        var same = await Db.SaltedHashAsync(1, "person", "number", "045098012345", Ct);
        var others = new[]
        {
            await Db.SaltedHashAsync(1, "person", "number", "045098012346", Ct),
            await Db.SaltedHashAsync(1, "person", "phone", "045098012345", Ct),
            await Db.SaltedHashAsync(1, "neighbour", "number", "045098012345", Ct),
            await Db.SaltedHashAsync(2, "person", "number", "045098012345", Ct),
        };
        await Db.ForgetSaltAsync(1, "person", Ct);
        var afterErasing = await Db.SaltedHashAsync(1, "person", "number", "045098012345", Ct);

        Assert.Equal(first, same);
        Assert.Equal(6, others.Append(first).Append(afterErasing).Distinct().Count());
        Assert.DoesNotContain("045098012345", first.Value, StringComparison.Ordinal);
    }

    [Fact]
    public async Task Forgetting_a_salt_leaves_the_audit_whole_and_the_other_salts()
    {
        var hash = await Db.SaltedHashAsync(1, "person", "number", "045098012345", Ct);
        await Db.SaltedHashAsync(1, "neighbour", "number", "045098012345", Ct);
        Db.Record(new NumberGiven("person", hash), 1, null, Clock.Now);
        await Db.SaveChangesAsync(Ct);
        await SealAudit.RunAsync(Ct);

        await Db.ForgetSaltAsync(1, "person", Ct);

        Assert.Empty((await VerifyAudit.RunAsync(Ct)).Findings);
        Assert.Equal(["neighbour"], await Stored().AuditSalts.Select(salt => salt.Record).ToListAsync(Ct));
    }

    private async Task<IReadOnlyList<Guid>> HappenAsync(int count)
    {
        await using var db = Engine.Open();

        for (var i = 0; i < count; i++)
        {
            db.Record(new Happened($"{i}", i), 1, Guid.Empty, Clock.Now);
        }

        var ids = db.ChangeTracker.Entries<AuditEntry>().Select(entry => entry.Entity).OrderBy(entry => entry.Record, StringComparer.Ordinal)
            .Select(entry => entry.Id).ToList();
        await db.SaveChangesAsync(Ct);

        return ids;
    }

    private async Task<Guid> PutAsync(DateTime at, bool noted)
    {
        await using var db = Engine.Open();
        var entry = new AuditEntry
        {
            Owner = 1,
            Id = Guid.CreateVersion7(),
            At = at,
            PersonId = null,
            Change = "Happened",
            Record = "put",
            Detail = "{}",
        };
        db.Add(entry);

        if (noted)
        {
            db.Add(new AuditUnsealed { Owner = 1, EntryId = entry.Id });
        }

        await db.SaveChangesAsync(Ct);

        return entry.Id;
    }

    private async Task RunAsync(string sql, params IReadOnlyList<object?> values)
    {
        await using var db = Engine.Open();
        await Engine.ExecuteAsync(db, sql, values, Ct);
    }

    private sealed record Happened(string Record, int Number) : Change(Record);

    private sealed record NumberGiven(string Record, SaltedHash Number) : Change(Record);
}
