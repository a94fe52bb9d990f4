using HieuHoc.Data.Sqlite;
using HieuHoc.Platform;

namespace HieuHoc.Web.Hosting;

/// <summary>
/// Lets one server at a time work on a SQLite file. The operating system holds the lock, so a killed server leaves none;
/// the command line does not ask for it, and works beside a server.
/// </summary>
internal sealed class ServerLock(SiteSettings settings, DbEngine engine) : IDisposable
{
    private FileStream? held;

    /// <summary>Takes the lock, or says who has it. PostgreSQL takes any number of servers and needs none.</summary>
    public Refusal? Take()
    {
        if (engine is not SqliteEngine || held is not null)
        {
            return null;
        }

        try
        {
            held = new FileStream(
                Path.Combine(settings.DataFolder, "server.lock"), FileMode.OpenOrCreate, FileAccess.ReadWrite, FileShare.None);
        }
        catch (IOException)
        {
            return new ServerAlreadyRunning(settings.DataFolder);
        }

        return null;
    }

    public void Dispose() => held?.Dispose();
}
