using System.Data.Common;
using HieuHoc.Platform;

namespace HieuHoc.Web.Hosting;

/// <summary>Knows a failure for want of room on the disk, of files and of the database.</summary>
public static class DiskFull
{
    // ENOSPC and EDQUOT as .NET hands them on, and the same as Windows says it.
    private static readonly IReadOnlyList<int> NoRoom = [28, 122, unchecked((int)0x80070070)];

    /// <summary>True when this failure, or what caused it, is for want of room.</summary>
    public static bool Is(Exception failure, DbEngine engine)
    {
        for (var cause = failure; cause is not null; cause = cause.InnerException)
        {
            if ((cause is DbException database && engine.IsFull(database)) || (cause is IOException && NoRoom.Contains(cause.HResult)))
            {
                return true;
            }
        }

        return false;
    }

    /// <summary>True when the request failed for it.</summary>
    public static bool Ended(HttpContext context) => context.Items.ContainsKey(typeof(DiskFull));

    /// <summary>Remembers that the request failed for it.</summary>
    public static void End(HttpContext context) => context.Items[typeof(DiskFull)] = true;
}
