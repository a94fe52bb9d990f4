using System.IO.Compression;

namespace HieuHoc.PlanReading.Files;

/// <summary>Refuses a packed file that is no Word document, would unpack to more than any plan, or brings programs along.</summary>
internal static class WordGuard
{
    private const long LargestContent = 200L * 1024 * 1024;

    private const int TightestPacking = 100;

    private const long SmallEntry = 1024 * 1024;

    public static void Check(byte[] file)
    {
        try
        {
            using var zip = new ZipArchive(new MemoryStream(file, writable: false));

            // An entry that lies about its size is cut at that size by the unpacker, so the stated sizes may be believed.
            if (zip.Entries.Sum(entry => entry.Length) > LargestContent || zip.Entries.Any(IsSuspicious))
            {
                throw new NotAPlanException(PlanFault.TooLong);
            }

            if (zip.Entries.Any(entry => entry.Name.Equals("vbaProject.bin", StringComparison.OrdinalIgnoreCase)))
            {
                throw new NotAPlanException(PlanFault.HasMacros);
            }

            if (zip.GetEntry("word/document.xml") is null)
            {
                throw new NotAPlanException(PlanFault.Unreadable);
            }
        }
        catch (InvalidDataException cause)
        {
            throw new NotAPlanException(PlanFault.Unreadable, cause);
        }
    }

    private static bool IsSuspicious(ZipArchiveEntry entry) =>
        entry.Length > SmallEntry && entry.Length / Math.Max(1, entry.CompressedLength) > TightestPacking;
}
