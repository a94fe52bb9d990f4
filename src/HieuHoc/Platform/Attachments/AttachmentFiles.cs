using System.Security.Cryptography;

namespace HieuHoc.Platform.Attachments;

/// <summary>A file that is on disk.</summary>
public sealed record KeptFile(string Sha256, long Size);

/// <summary>
/// The files of the attachments, each under the hash of its content. A file is whole and on disk before a row names it, and
/// none that a row names is ever taken away.
/// </summary>
public sealed class AttachmentFiles(string folder, ProgrammeClock clock)
{
    /// <summary>How long a file may lie without a row: its row may still be on the way.</summary>
    public static TimeSpan Grace { get; } = TimeSpan.FromDays(1);

    private const int HashLetters = 64;

    private string Incoming => Path.Combine(folder, "incoming");

    /// <summary>Writes the content to disk; one that is too large is refused, and nothing of it stays.</summary>
    public async Task<Outcome<KeptFile>> KeepAsync(Stream content, long most, CancellationToken ct)
    {
        MakePrivately(Incoming);
        var arriving = Path.Combine(Incoming, $"{Guid.CreateVersion7():N}");

        try
        {
            var kept = await WriteAsync(content, arriving, most, ct);

            if (kept is null)
            {
                return new AttachmentTooLarge(most / 1_048_576);
            }

            var place = PlaceOf(kept.Sha256);
            MakePrivately(Path.GetDirectoryName(place)!);
            File.SetLastWriteTimeUtc(arriving, clock.Now.Instant);
            // Always the new file, also over one of the same content: a sweep that looked at the old one leaves this alone.
            File.Move(arriving, place, overwrite: true);

            return kept;
        }
        finally
        {
            File.Delete(arriving);
        }
    }

    /// <summary>Opens the file of a content.</summary>
    public FileStream Open(string sha256) => new(PlaceOf(sha256), FileMode.Open, FileAccess.Read, FileShare.Read | FileShare.Delete);

    /// <summary>The contents whose file has lain longer than the grace; only these may be swept.</summary>
    public IReadOnlyList<string> OldFiles() =>
    [
        .. (Directory.Exists(folder) ? Directory.EnumerateFiles(folder, "*", SearchOption.AllDirectories) : [])
            .Where(file => Path.GetFileName(file).Length == HashLetters && IsOld(file))
            .Select(file => Path.GetFileName(file))
            .Order(StringComparer.Ordinal),
    ];

    /// <summary>Takes the file of a content away, unless it was written anew meanwhile.</summary>
    public bool Sweep(string sha256)
    {
        var place = PlaceOf(sha256);
        var aside = Path.Combine(Incoming, $"{Guid.CreateVersion7():N}");
        MakePrivately(Incoming);
        File.Move(place, aside);

        // Between the look and the move somebody may have added the same content again.
        if (!IsOld(aside))
        {
            File.Move(aside, place, overwrite: true);

            return false;
        }

        File.Delete(aside);

        return true;
    }

    private bool IsOld(string file) => File.GetLastWriteTimeUtc(file) < clock.Now.Instant - Grace;

    private string PlaceOf(string sha256) => Path.Combine(folder, sha256[..2], sha256);

    private static async Task<KeptFile?> WriteAsync(Stream content, string file, long most, CancellationToken ct)
    {
        using var hash = IncrementalHash.CreateHash(HashAlgorithmName.SHA256);
        await using var stream = new FileStream(file, FileMode.CreateNew, FileAccess.Write);
        var buffer = new byte[81_920];
        var size = 0L;

        for (int read; (read = await content.ReadAsync(buffer, ct)) > 0;)
        {
            size += read;

            if (size > most)
            {
                return null;
            }

            hash.AppendData(buffer, 0, read);
            await stream.WriteAsync(buffer.AsMemory(0, read), ct);
        }

        stream.Flush(flushToDisk: true);

        return new KeptFile(Convert.ToHexStringLower(hash.GetHashAndReset()), size);
    }

    private static void MakePrivately(string path)
    {
        if (OperatingSystem.IsWindows())
        {
            Directory.CreateDirectory(path);
        }
        else
        {
            Directory.CreateDirectory(path, UnixFileMode.UserRead | UnixFileMode.UserWrite | UnixFileMode.UserExecute);
        }
    }
}
