using System.Threading.Channels;

namespace HieuHoc.Data.Sqlite;

/// <summary>
/// Who may write next to the file, of all in this program: they come in the order in which they asked, and wait without looking
/// again and again. Other programs are kept out by SQLite itself.
/// </summary>
internal sealed class WriteTurn
{
    // Holds the turn while nobody has it.
    private readonly Channel<IDisposable> free = Channel.CreateBounded<IDisposable>(1);

    public WriteTurn() => free.Writer.TryWrite(new Turn(free.Writer));

    /// <summary>The turn, once it has come; to be disposed after the commit.</summary>
    public ValueTask<IDisposable> TakeAsync(CancellationToken ct) => free.Reader.ReadAsync(ct);

    private sealed class Turn(ChannelWriter<IDisposable> free) : IDisposable
    {
        public void Dispose() => free.TryWrite(this);
    }
}
