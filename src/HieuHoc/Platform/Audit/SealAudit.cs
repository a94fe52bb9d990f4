using HieuHoc.Platform.Keys;
using Microsoft.EntityFrameworkCore;

namespace HieuHoc.Platform.Audit;

/// <summary>
/// Chains the committed rows of the audit, a batch at a time. Whoever changes a row afterwards, and has the database but
/// not the key ring, cannot make the chain fit again.
/// </summary>
public sealed class SealAudit(HieuHocDb db, KeyRing keys, ProgrammeClock clock)
{
    /// <summary>Rows in a seal at most: a few tens of milliseconds of one transaction.</summary>
    public const int BatchSize = 1_000;

    /// <summary>Seals all that has been committed; returns how many rows that were.</summary>
    public async Task<int> RunAsync(CancellationToken ct)
    {
        var rows = 0;

        foreach (var owner in await db.AuditUnsealed.Select(row => row.Owner).Distinct().Order().ToListAsync(ct))
        {
            int batch;

            do
            {
                batch = await SealBatchAsync(owner, ct);
                rows += batch;
            }
            while (batch == BatchSize);
        }

        return rows;
    }

    private async Task<int> SealBatchAsync(short owner, CancellationToken ct)
    {
        db.ChangeTracker.Clear();
        await using var transaction = await db.Database.BeginTransactionAsync(ct);
        // Of two servers one lengthens the chain at a time.
        await db.Engine.LockAsync(db, $"audit-seal-{owner}", ct);
        var now = clock.Now.Instant;
        var waiting = await db.AuditUnsealed.Where(row => row.Owner == owner).OrderBy(row => row.EntryId).Take(BatchSize).ToListAsync(ct);

        if (waiting.Count == 0)
        {
            return 0;
        }

        var ids = waiting.Select(row => row.EntryId).ToList();
        db.RemoveRange(waiting);
        db.Add(await NextAsync(owner, ids, now, ct));
        await db.SaveChangesAsync(ct);
        await transaction.CommitAsync(ct);

        return waiting.Count;
    }

    private async Task<AuditSeal> NextAsync(short owner, List<Guid> ids, DateTime now, CancellationToken ct)
    {
        var entries = await db.AuditEntries.AsNoTracking()
            .Where(entry => entry.Owner == owner && ids.Contains(entry.Id)).ToDictionaryAsync(entry => entry.Id, ct);
        var instants = entries.Values.Select(entry => entry.At).DefaultIfEmpty(now).ToList();
        var last = await db.AuditSeals.AsNoTracking().Where(seal => seal.Owner == owner).OrderByDescending(seal => seal.Number).FirstOrDefaultAsync(ct);
        var seal = Make(hash: []);

        return Make(AuditText.HashOf(seal, last?.Hash ?? [], keys));

        AuditSeal Make(byte[] hash) => new()
        {
            Owner = owner,
            Number = (last?.Number ?? 0) + 1,
            Count = ids.Count,
            Rows = AuditText.Join(ids.Select(id => (id, HashOf(entries.GetValueOrDefault(id))))),
            FirstAt = instants.Min(),
            LastAt = instants.Max(),
            CompleteAt = ids.Count < BatchSize ? now : last?.CompleteAt,
            SealedAt = now,
            KeyId = keys.CurrentId,
            Hash = hash,
        };
    }

    // A note without its row is the trace of a row deleted before its turn: the seal holds its id, so that a check names it.
    private byte[] HashOf(AuditEntry? entry) => entry is null ? AuditText.NoRow : AuditText.HashOf(entry, keys, keys.CurrentId);
}
