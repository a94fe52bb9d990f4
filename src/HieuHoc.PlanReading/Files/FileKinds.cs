namespace HieuHoc.PlanReading.Files;

internal enum FileKind
{
    Text,
    Word,
    Pdf,

    /// <summary>The container of .doc files, and of Word files with a password.</summary>
    OldOffice,
}

/// <summary>Tells what a file is by how it begins, since names lie.</summary>
internal static class FileKinds
{
    public static FileKind Of(ReadOnlySpan<byte> file)
    {
        if (file.StartsWith("PK"u8))
        {
            return FileKind.Word;
        }

        // Mail programs and scanners put lines before the mark; it must come early.
        if (file[..Math.Min(file.Length, 1024)].IndexOf("%PDF-"u8) >= 0)
        {
            return FileKind.Pdf;
        }

        return file.StartsWith((ReadOnlySpan<byte>)[0xD0, 0xCF, 0x11, 0xE0]) ? FileKind.OldOffice : FileKind.Text;
    }

    /// <summary>The container of a Word file with a password has a part of this name, in two bytes a letter.</summary>
    public static bool IsLockedWord(ReadOnlySpan<byte> file) => file.IndexOf("E\0n\0c\0r\0y\0p\0t\0e\0d\0P\0a\0c\0k\0a\0g\0e"u8) >= 0;
}
