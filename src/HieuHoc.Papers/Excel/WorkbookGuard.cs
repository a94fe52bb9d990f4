using System.IO.Compression;

namespace HieuHoc.Papers.Excel;

/// <summary>Refuses a packed file that would unpack to more than a workbook has any reason to hold, or that brings programs along.</summary>
internal static class WorkbookGuard
{
    private const int TightestPacking = 100;

    private const long SmallEntry = 1024 * 1024;

    public static void Check(Stream from, long largestContent)
    {
        if (from.Length > largestContent)
        {
            throw new NotAWorkbookException(WorkbookFault.TooLarge);
        }

        if (IsZip(from))
        {
            CheckEntries(from, largestContent);
        }

        from.Position = 0;
    }

    private static void CheckEntries(Stream from, long largestContent)
    {
        try
        {
            using var zip = new ZipArchive(from, ZipArchiveMode.Read, leaveOpen: true);
            var content = 0L;

            // An entry that lies about its size is cut at that size by the unpacker, so the stated sizes may be believed.
            foreach (var entry in zip.Entries)
            {
                content += entry.Length;

                if (entry.Name.Equals("vbaProject.bin", StringComparison.OrdinalIgnoreCase))
                {
                    throw new NotAWorkbookException(WorkbookFault.HasMacros);
                }

                if (content > largestContent || IsSuspicious(entry))
                {
                    throw new NotAWorkbookException(WorkbookFault.TooLarge);
                }
            }
        }
        catch (InvalidDataException cause)
        {
            throw new NotAWorkbookException(WorkbookFault.Unreadable, cause);
        }
    }

    private static bool IsSuspicious(ZipArchiveEntry entry) =>
        entry.Length > SmallEntry && entry.Length / Math.Max(1, entry.CompressedLength) > TightestPacking;

    /// <summary>True for a packed file: .xlsx, .xlsb.</summary>
    public static bool IsZip(Stream from)
    {
        from.Position = 0;
        var isZip = from.ReadByte() == 'P' && from.ReadByte() == 'K';
        from.Position = 0;

        return isZip;
    }
}
