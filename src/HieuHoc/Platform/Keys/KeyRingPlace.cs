using System.Runtime.Versioning;

namespace HieuHoc.Platform.Keys;

/// <summary>Where the key ring of an installation is: in a file of its own, or in the environment itself.</summary>
/// <param name="Value">What HIEUHOC_KEYS says: the path of a file, or the ring.</param>
/// <param name="DataFolder">The folder that backups take; the ring must not lie in it.</param>
public sealed record KeyRingPlace(string Value, string DataFolder)
{
    private const UnixFileMode Private = UnixFileMode.UserRead | UnixFileMode.UserWrite;

    /// <summary>True when the ring itself stands in the environment.</summary>
    public bool IsInEnvironment => KeyRingText.LooksLikeRing(Value);

    /// <summary>The file of the ring.</summary>
    public string File => Path.GetFullPath(Value);

    /// <summary>True when there is a ring to be read.</summary>
    public bool Exists => IsInEnvironment || System.IO.File.Exists(File);

    /// <summary>The ring, or why it cannot be used.</summary>
    public Outcome<KeyRing> Read()
    {
        if (IsInEnvironment)
        {
            return KeyRingText.Read(Value) is { } given ? given : new KeysUnreadable("HIEUHOC_KEYS");
        }

        if (RefusalOfPlace() is { } refusal)
        {
            return refusal;
        }

        if (!System.IO.File.Exists(File))
        {
            return new KeysMissing(File);
        }

        if (!OperatingSystem.IsWindows() && (System.IO.File.GetUnixFileMode(File) & ~(Private | UnixFileMode.UserExecute)) != 0)
        {
            return new KeysOpenToOthers(File);
        }

        return KeyRingText.Read(System.IO.File.ReadAllText(File)) is { } ring ? ring : new KeysUnreadable(File);
    }

    /// <summary>Makes a ring of one key in the file; only the installation's user may read it. One that is there stays.</summary>
    public Outcome<KeyRing> Make()
    {
        if (IsInEnvironment || System.IO.File.Exists(File))
        {
            return Read();
        }

        if (RefusalOfPlace() is { } refusal)
        {
            return refusal;
        }

        Directory.CreateDirectory(Path.GetDirectoryName(File)!);
        Replace(KeyRingText.NewKey(id: 1));

        return Read();
    }

    /// <summary>Adds a key, which protects from the next start on; the others go on reading.</summary>
    public Outcome<KeyRing> Rotate()
    {
        if (IsInEnvironment)
        {
            return new KeysNotInFile();
        }

        var read = Read();

        if (read.Refusal is not null)
        {
            return read;
        }

        Replace(System.IO.File.ReadAllText(File).TrimEnd() + "\n" + KeyRingText.NewKey(read.Value.CurrentId + 1));

        return Read();
    }

    private KeysInsideData? RefusalOfPlace()
    {
        var inside = Path.GetRelativePath(Path.GetFullPath(DataFolder), File);

        return Path.IsPathRooted(inside) || inside.StartsWith("..", StringComparison.Ordinal) ? null : new KeysInsideData(File, DataFolder);
    }

    // Written beside and renamed, so that a power cut leaves the old ring or the new one.
    private void Replace(string text)
    {
        var beside = $"{File}.new";
        System.IO.File.Delete(beside);
        var options = new FileStreamOptions { Mode = FileMode.CreateNew, Access = FileAccess.Write };

        if (!OperatingSystem.IsWindows())
        {
            Restrict(options);
        }

        using (var stream = new FileStream(beside, options))
        {
            stream.Write(System.Text.Encoding.ASCII.GetBytes(text));
            stream.Flush(flushToDisk: true);
        }

        System.IO.File.Move(beside, File, overwrite: true);
    }

    [UnsupportedOSPlatform("windows")]
    private static void Restrict(FileStreamOptions options) => options.UnixCreateMode = Private;
}
