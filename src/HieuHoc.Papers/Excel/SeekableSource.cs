namespace HieuHoc.Papers.Excel;

/// <summary>A stream one can jump about in: the caller's own, or a temporary copy that vanishes when closed.</summary>
internal sealed class SeekableSource : IDisposable
{
    private readonly bool _isCopy;

    private SeekableSource(Stream stream, bool isCopy)
    {
        Stream = stream;
        _isCopy = isCopy;
    }

    public Stream Stream { get; }

    public static SeekableSource Of(Stream from, long largest)
    {
        if (!from.CanSeek)
        {
            return new(Copy(from, largest), isCopy: true);
        }

        from.Position = 0;

        return new(from, isCopy: false);
    }

    public void Dispose()
    {
        if (_isCopy)
        {
            Stream.Dispose();
        }
    }

    private static FileStream Copy(Stream from, long largest)
    {
        var copy = new FileStream(
            Path.Combine(Path.GetTempPath(), Path.GetRandomFileName()),
            new FileStreamOptions { Mode = FileMode.CreateNew, Access = FileAccess.ReadWrite, Share = FileShare.None, Options = FileOptions.DeleteOnClose });
        var buffer = new byte[81920];

        for (var read = from.Read(buffer); read > 0; read = from.Read(buffer))
        {
            copy.Write(buffer, 0, read);

            if (copy.Length > largest)
            {
                copy.Dispose();

                throw new NotAWorkbookException(WorkbookFault.TooLarge);
            }
        }

        copy.Position = 0;

        return copy;
    }
}
