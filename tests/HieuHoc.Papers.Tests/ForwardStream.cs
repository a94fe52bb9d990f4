namespace HieuHoc.Papers.Tests;

/// <summary>A stream that only goes forward, such as an answer to a browser.</summary>
internal sealed class ForwardStream(Stream? content = null) : Stream
{
    private bool _isClosed;

    public long Written { get; private set; }

    public override bool CanRead => content is not null;

    public override bool CanSeek => false;

    public override bool CanWrite => content is null && !_isClosed;

    public override long Length => throw new NotSupportedException();

    public override long Position
    {
        get => throw new NotSupportedException();
        set => throw new NotSupportedException();
    }

    public override void Flush()
    {
    }

    public override int Read(byte[] buffer, int offset, int count) => content!.Read(buffer, offset, count);

    public override long Seek(long offset, SeekOrigin origin) => throw new NotSupportedException();

    public override void SetLength(long value) => throw new NotSupportedException();

    public override void Write(byte[] buffer, int offset, int count) => Written += count;

    protected override void Dispose(bool disposing)
    {
        _isClosed = true;
        base.Dispose(disposing);
    }
}
