using System.Text.Json;
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
        if (!Directory.Exists(folder))
        {
            return new PackFolderMissing(folder);
        }

        // What a pack names may be on the way too; but the shelf itself shows nothing that is not stored.
        var trial = shelf.Copy();
        await using var transaction = await db.Database.BeginTransactionAsync(ct);
        // Two servers that start at once would give two packs the same number.
        await db.Engine.LockAsync(db, "packs", ct);
        var outcome = await LoadAsync(folder, await AdmitsExamplesAsync(examples, ct), trial, ct);

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
            db.Record(new PackLoaded(Name(file), file.Hash()), by.Owner, by.PersonId, clock.Now);
        }
    }

    /// <summary>Reads and checks the packs of a folder without storing anything.</summary>
    public static Outcome<IReadOnlyList<PackFile>> Check(string folder, PackShelf shelf)
    {
        if (!Directory.Exists(folder))
        {
            return new PackFolderMissing(folder);
        }

        if (Unknown(folder, shelf) is { } unknown)
        {
            return unknown;
        }

        var files = new List<PackFile>();

        foreach (var (kind, file) in InOrder(folder, shelf))
        {
            var read = Read(kind, file, shelf);

            if (read.Refusal is { } refusal)
            {
                return refusal;
            }

            shelf.Put(kind.Folder, read.Value, file.Hash());
            files.Add(file);
        }

        return files;
    }

    private async Task<Outcome<IReadOnlyList<PackFile>>> LoadAsync(string folder, bool examples, PackShelf trial, CancellationToken ct)
    {
        var stored = await db.Packs.ToDictionaryAsync(pack => (pack.Kind, pack.Code, pack.Version), pack => pack.Sha256, ct);
        var next = stored.Count == 0 ? 1 : await db.Packs.MaxAsync(pack => pack.Id, ct) + 1;
        var loaded = new List<PackFile>();
        var leftOut = new HashSet<(string Kind, string Id, string Version)>();
        await ShelveStoredAsync(trial, ct);

        if (Unknown(folder, trial) is { } unknown)
        {
            return unknown;
        }

        foreach (var (kind, file) in InOrder(folder, trial))
        {
            var sha256 = file.Hash();

            if (stored.TryGetValue((file.Kind, file.Id, file.Version), out var known))
            {
                if (known != sha256)
                {
                    return new PackVersionChanged(Name(file));
                }

                continue;
            }

            // Before it is checked: what it names may be in another pack that is left out too.
            if (!examples && IsExample(kind, file, leftOut))
            {
                leftOut.Add((file.Kind, file.Id, file.Version));
                continue;
            }

            var read = Read(kind, file, trial);

            if (read.Refusal is { } refusal)
            {
                return refusal;
            }

            trial.Put(kind.Folder, read.Value, sha256);
            db.Add(Row(next++, file, read.Value, sha256));
            await db.SaveChangesAsync(ct);
            await kind.ApplyAsync(db, read.Value, file, ct);
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

    /// <summary>A misspelt folder must not go unnoticed.</summary>
    private static PackFaulty? Unknown(string folder, PackShelf shelf)
    {
        var kinds = shelf.Kinds.Select(kind => kind.Folder).ToHashSet();

        return PackFile.Find(folder).FirstOrDefault(file => !kinds.Contains(file.Kind)) is { } file
            ? new PackFaulty(Name(file), [new FileMistake(file.Kind, "pack.mistake.kind", string.Join(", ", kinds))])
            : null;
    }

    /// <summary>True for made-up numbers, and for what fills a pack of them that was left out.</summary>
    private static bool IsExample(PackKind kind, PackFile file, HashSet<(string Kind, string Id, string Version)> leftOut)
    {
        if (PackOverlay.Read(file.ReadText()) is { } overlay)
        {
            return PackOverlay.IsExample(overlay)
                || (PackOverlay.Below(overlay) is var (id, version) && leftOut.Contains((kind.Folder, id, version)));
        }

        try
        {
            return kind.Parse(file.ReadText()).Example;
        }
        catch (JsonException)
        {
            // Reading it for the check tells the mistake with its place.
            return false;
        }
    }

    private static IEnumerable<(PackKind Kind, PackFile File)> InOrder(string folder, PackShelf shelf)
    {
        var files = PackFile.Find(folder).ToLookup(file => file.Kind);

        // What an overlay fills comes before it, and an older version before what brings it up to date.
        return shelf.Kinds.SelectMany(kind => files[kind.Folder]
            .OrderBy(file => PackOverlay.Read(file.ReadText()) is not null)
            .ThenBy(file => file.Id, StringComparer.Ordinal)
            .ThenBy(file => PackShelf.Sortable(file.Version), StringComparer.Ordinal)
            .Select(file => (kind, file)));
    }

    private static Outcome<PackDocument> Read(PackKind kind, PackFile file, PackShelf shelf)
    {
        PackDocument document;
        var mistakes = new List<FileMistake>();

        try
        {
            document = shelf.Read(kind, file.ReadText(), mistakes);
        }
        catch (JsonException e)
        {
            return new PackFaulty(Name(file), [.. mistakes, new FileMistake(e.Path ?? "$", "pack.mistake.json", e.Message)]);
        }
        catch (PackBelowUnknownException e)
        {
            return new PackFaulty(Name(file), [new FileMistake("$.extends", "pack.mistake.extends", e.Message)]);
        }

        mistakes.AddRange(kind.Check(document, file, shelf));

        if (document is { Extends: null, ForProvince: not null })
        {
            mistakes.Add(new FileMistake("$.forProvince", "pack.mistake.extends", "null"));
        }

        if (document.Id != file.Id || document.Version != file.Version)
        {
            mistakes.Add(new FileMistake("$.id", "pack.mistake.name", $"{document.Id}/{document.Version}"));
        }

        return mistakes.Count > 0 ? new PackFaulty(Name(file), mistakes) : document;
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

    private static string Name(PackFile file) => $"{file.Kind}/{file.Id}/{file.Version}";
}
