using Microsoft.EntityFrameworkCore;

namespace HieuHoc.Platform.Packs;

/// <summary>Loads the packs of a folder that are not loaded yet: all of them, or none when one is faulty.</summary>
public sealed class LoadPacks(HieuHocDb db, PackShelf shelf, ProgrammeClock clock)
{
    /// <summary>Loads what is new.</summary>
    /// <param name="examples">
    /// True where a demonstration is to be made: packs with made-up numbers are loaded too, unless a real programme runs
    /// here. Beside a demonstration they are loaded in any case.
    /// </param>
    public Task<Outcome<IReadOnlyList<PackFile>>> RunAsync(string folder, bool examples, CancellationToken ct) =>
        RunAsync(folder, examples, by: null, ct);

    /// <summary>Loads what is new, and keeps in the audit who did it.</summary>
    internal async Task<Outcome<IReadOnlyList<PackFile>>> RunAsync(string folder, bool examples, PackLoader? by, CancellationToken ct)
    {
        // What a pack names may be on the way too; but the shelf itself shows nothing that is not stored.
        var trial = shelf.Copy();
        var packs = PackFolder.Open(folder, trial);

        if (packs.Refusal is { } refusal)
        {
            return refusal;
        }

        await using var transaction = await db.Database.BeginTransactionAsync(ct);
        // Two servers that start at once would give two packs the same number.
        await db.Engine.LockAsync(db, "packs", ct);
        var outcome = await LoadAsync(packs.Value, await AdmitsExamplesAsync(examples, ct), trial, ct);

        if (outcome.Refusal is not null)
        {
            // The rows of the packs before the faulty one go with the transaction; the context must forget them too.
            db.ChangeTracker.Clear();

            return outcome;
        }

        if (by is not null)
        {
            Keep(outcome.Value, by);
            await db.SaveChangesAsync(ct);
        }

        foreach (var kind in shelf.Kinds)
        {
            await kind.FollowAsync(db, outcome.Value, clock.Now, ct);
        }

        await transaction.CommitAsync(ct);
        shelf.TakeOver(trial);
        shelf.Forget(db);

        return outcome;
    }

    private void Keep(IReadOnlyList<PackFile> files, PackLoader by)
    {
        foreach (var file in files)
        {
            db.Record(new PackLoaded(file.Name, file.Hash()), by.Owner, by.PersonId, clock.Now);
        }
    }

    /// <summary>Reads and checks the packs of a folder without storing anything.</summary>
    public static Outcome<IReadOnlyList<PackFile>> Check(string folder, PackShelf shelf)
    {
        var packs = PackFolder.Open(folder, shelf);

        if (packs.Refusal is { } refusal)
        {
            return refusal;
        }

        var files = new List<PackFile>();

        foreach (var (kind, file) in packs.Value.InOrder())
        {
            if (packs.Value.Shelve(kind, file, file.Hash()).Refusal is { } faulty)
            {
                return faulty;
            }

            files.Add(file);
        }

        return files;
    }

    private async Task<Outcome<IReadOnlyList<PackFile>>> LoadAsync(PackFolder packs, bool examples, PackShelf trial, CancellationToken ct)
    {
        var stored = await db.Packs.ToDictionaryAsync(pack => (pack.Kind, pack.Code, pack.Version), pack => pack.Sha256, ct);
        var next = stored.Count == 0 ? 1 : await db.Packs.MaxAsync(pack => pack.Id, ct) + 1;
        var loaded = new List<PackFile>();
        await ShelveStoredAsync(trial, ct);

        foreach (var (kind, file) in packs.InOrder())
        {
            var sha256 = file.Hash();

            if (stored.TryGetValue((file.Kind, file.Id, file.Version), out var known))
            {
                if (known != sha256)
                {
                    return new PackVersionChanged(file.Name);
                }

                continue;
            }

            // Before it is checked: what it names may be in another pack that is left out too.
            if (!examples && packs.LeaveOutExample(kind, file))
            {
                continue;
            }

            var read = packs.Shelve(kind, file, sha256);

            if (read.Refusal is { } refusal)
            {
                return refusal;
            }

            db.Add(Row(next++, file, read.Value, sha256));
            await db.SaveChangesAsync(ct);
            await kind.ApplyAsync(db, read.Value, file, clock.Now, ct);
            await db.SaveChangesAsync(ct);
            loaded.Add(file);
        }

        return loaded;
    }

    private async Task<bool> AdmitsExamplesAsync(bool asked, CancellationToken ct)
    {
        foreach (var kind in shelf.Kinds)
        {
            if (await kind.AdmitsExamplesAsync(db, ct) is { } decided)
            {
                return decided;
            }
        }

        return asked;
    }

    /// <summary>What is loaded already may be named by a pack that comes alone.</summary>
    private async Task ShelveStoredAsync(PackShelf trial, CancellationToken ct)
    {
        var kinds = trial.Kinds.ToDictionary(kind => kind.Folder);

        var packs = await db.Packs.AsNoTracking().Where(pack => kinds.Keys.Contains(pack.Kind)).ToListAsync(ct);

        foreach (var pack in packs.OrderBy(pack => pack.Extends is not null))
        {
            trial.Put(pack.Kind, trial.Read(kinds[pack.Kind], pack.Content, []), pack.Sha256);
        }
    }

    private Pack Row(int id, PackFile file, PackDocument document, string sha256) => new()
    {
        Id = id,
        Kind = file.Kind,
        Code = document.Id,
        Version = document.Version,
        ValidFrom = document.ValidFrom,
        ValidTo = document.ValidTo,
        Confirmed = document.Confirmed,
        Example = document.Example,
        Extends = document.Extends,
        Sha256 = sha256,
        LoadedAt = clock.Now.Instant,
        Content = file.ReadText(),
    };
}
