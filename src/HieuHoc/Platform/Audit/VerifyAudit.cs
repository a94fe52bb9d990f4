using HieuHoc.Platform.Keys;
using Microsoft.EntityFrameworkCore;

namespace HieuHoc.Platform.Audit;

/// <summary>What is wrong with a row or a link of the audit.</summary>
public enum AuditFault
{
    /// <summary>The row has another content than when it was sealed.</summary>
    Changed,

    /// <summary>The row was sealed, and is gone.</summary>
    Missing,

    /// <summary>No seal holds the row, and none was to come.</summary>
    Foreign,

    /// <summary>The row says it is older than a seal that would have held it.</summary>
    BackDated,

    /// <summary>The link does not fit the one before it, or was made without the key ring.</summary>
    BrokenLink,

    /// <summary>The row was deleted before it was sealed.</summary>
    MissingUnsealed,
}

/// <summary>One finding: a row by its id, or a link by its number.</summary>
public sealed record AuditFinding(AuditFault Fault, short Owner, string Where);

/// <summary>What a check of the audit came to.</summary>
/// <param name="Unsealed">The rows that no seal holds yet: nothing can be said about them.</param>
/// <param name="Heads">The last link of every programme; noted elsewhere, it also proves that the end was not cut off.</param>
public sealed record AuditVerified(
    int Seals, long Rows, IReadOnlyList<AuditFinding> Findings, IReadOnlyList<Guid> Unsealed, IReadOnlyList<AuditHead> Heads);

/// <summary>The last link of a programme's chain.</summary>
public sealed record AuditHead(short Owner, int Number, string Hash);

/// <summary>Counts the chain over the audit anew, and names what does not fit.</summary>
public sealed class VerifyAudit(HieuHocDb db, KeyRing keys)
{
    /// <summary>How long a transaction may stay open; a row that is older than that when it turns up was put there.</summary>
    public static TimeSpan LongestTransaction { get; } = TimeSpan.FromMinutes(10);

    /// <summary>Reads the whole audit of every programme.</summary>
    public async Task<AuditVerified> RunAsync(CancellationToken ct)
    {
        var owners = await db.AuditEntries.Select(entry => entry.Owner)
            .Union(db.AuditSeals.Select(seal => seal.Owner)).Order().ToListAsync(ct);
        var found = new Findings();

        foreach (var owner in owners)
        {
            await ChainAsync(owner, found, ct);
            await TailAsync(owner, found, ct);
        }

        return new AuditVerified(found.Seals, found.Rows, found.All, found.Unsealed, found.Heads);
    }

    private async Task ChainAsync(short owner, Findings found, CancellationToken ct)
    {
        var (number, before, complete) = (0, Array.Empty<byte>(), (DateTime?)null);

        while (await db.AuditSeals.AsNoTracking()
            .Where(seal => seal.Owner == owner && seal.Number > number)
            .OrderBy(seal => seal.Number).FirstOrDefaultAsync(ct) is { } seal)
        {
            if (seal.Number != number + 1 || !keys.Has(seal.KeyId) || !AuditText.HashOf(seal, before, keys).AsSpan().SequenceEqual(seal.Hash))
            {
                found.Add(AuditFault.BrokenLink, owner, $"{seal.Number}");
            }

            await RowsAsync(seal, complete, found, ct);
            (number, before, complete) = (seal.Number, seal.Hash, seal.CompleteAt);
            found.Seals++;
        }

        if (number > 0)
        {
            found.Heads.Add(new AuditHead(owner, number, Convert.ToHexStringLower(before)));
        }
    }

    private async Task RowsAsync(AuditSeal seal, DateTime? complete, Findings found, CancellationToken ct)
    {
        var held = AuditText.Split(seal.Rows);
        var ids = held.Select(row => row.Id).ToList();
        var stored = await db.AuditEntries.AsNoTracking()
            .Where(entry => entry.Owner == seal.Owner && ids.Contains(entry.Id)).ToDictionaryAsync(entry => entry.Id, ct);

        foreach (var (id, hash) in held)
        {
            found.Rows++;
            found.Held.Add(id);

            if (!stored.TryGetValue(id, out var entry))
            {
                found.Add(AuditFault.Missing, seal.Owner, $"{id}");
            }
            else if (!keys.Has(seal.KeyId) || !AuditText.HashOf(entry, keys, seal.KeyId).AsSpan().SequenceEqual(hash))
            {
                found.Add(AuditFault.Changed, seal.Owner, $"{id}");
            }
            else if (entry.At < complete - LongestTransaction)
            {
                found.Add(AuditFault.BackDated, seal.Owner, $"{id}");
            }
        }
    }

    /// <summary>What no seal holds: rows that wait for theirs, and rows that were put there.</summary>
    private async Task TailAsync(short owner, Findings found, CancellationToken ct)
    {
        var waiting = await db.AuditUnsealed.AsNoTracking().Where(row => row.Owner == owner).Select(row => row.EntryId).ToHashSetAsync(ct);
        var complete = await db.AuditSeals.Where(seal => seal.Owner == owner).MaxAsync(seal => seal.CompleteAt, ct);
        var rows = db.AuditEntries.AsNoTracking().Where(entry => entry.Owner == owner)
            .OrderBy(entry => entry.Id).Select(entry => new { entry.Id, entry.At }).AsAsyncEnumerable();

        await foreach (var row in rows.WithCancellation(ct))
        {
            if (waiting.Remove(row.Id))
            {
                found.Unsealed.Add(row.Id);

                if (row.At < complete - LongestTransaction)
                {
                    found.Add(AuditFault.BackDated, owner, $"{row.Id}");
                }
            }
            else if (!found.Held.Contains(row.Id))
            {
                found.Add(AuditFault.Foreign, owner, $"{row.Id}");
            }
        }

        foreach (var id in waiting.Order())
        {
            found.Add(AuditFault.MissingUnsealed, owner, $"{id}");
        }
    }

    private sealed class Findings
    {
        public List<AuditFinding> All { get; } = [];

        public List<Guid> Unsealed { get; } = [];

        public List<AuditHead> Heads { get; } = [];

        public HashSet<Guid> Held { get; } = [];

        public int Seals { get; set; }

        public long Rows { get; set; }

        public void Add(AuditFault fault, short owner, string where) => All.Add(new AuditFinding(fault, owner, where));
    }
}
