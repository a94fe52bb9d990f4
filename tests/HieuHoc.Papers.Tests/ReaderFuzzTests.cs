using System.IO.Compression;

namespace HieuHoc.Papers.Tests;

/// <summary>Whatever bytes come as a workbook: rows, or a sentence for people, and never another exception.</summary>
public sealed class ReaderFuzzTests(ITestOutputHelper output)
{
    private const int Files = 5_000;

    private static readonly byte[] Original = GivenWorkbook.Written(GivenWorkbook.Appendix(rows: 4)).ToArray();

    public static TheoryData<int> Seeds => [20_261_130, Random.Shared.Next()];

    [Theory]
    [MemberData(nameof(Seeds))]
    public void Mutated_files_are_read_or_refused(int seed)
    {
        output.WriteLine($"seed {seed}");
        var random = new Random(seed);

        for (var file = 0; file < Files; file++)
        {
            var bytes = file % 2 == 0 ? Mutated(Original, random) : Repacked(random);

            Try(() => ExcelTable.Read(new MemoryStream(bytes)).Count());
            Try(() => ExcelTable.Specials(new MemoryStream(bytes)).Count());
            Try(() => ExcelTable.SheetNames(new MemoryStream(bytes)));
            Try(() =>
            {
                ExcelCopy.Write(new MemoryStream(bytes), new MemoryStream(), new AddedColumn(null, 3, 2, "Chỗ sai", new Dictionary<int, string> { [7] = "Sai" }));

                return true;
            });
        }
    }

    private static void Try<T>(Func<T> read)
    {
        try
        {
            read();
        }
        catch (NotAWorkbookException)
        {
            // The sentence for people; anything else fails the test.
        }
    }

    /// <summary>The same parts, one of them with other bytes, packed well: what reaches the parsers of XML.</summary>
    private static byte[] Repacked(Random random)
    {
        var packed = new MemoryStream();

        using (var original = new ZipArchive(new MemoryStream(Original)))
        using (var copy = new ZipArchive(packed, ZipArchiveMode.Create, leaveOpen: true))
        {
            var damaged = random.Next(original.Entries.Count);

            foreach (var (i, part) in original.Entries.Index())
            {
                using var content = new MemoryStream();
                using var from = part.Open();
                from.CopyTo(content);
                using var to = copy.CreateEntry(part.FullName, CompressionLevel.NoCompression).Open();
                to.Write(i == damaged ? Mutated(content.ToArray(), random) : content.ToArray());
            }
        }

        return packed.ToArray();
    }

    private static byte[] Mutated(byte[] bytes, Random random)
    {
        var changed = (byte[])bytes.Clone();

        for (var times = random.Next(1, 12); times > 0 && changed.Length > 1; times--)
        {
            var at = random.Next(changed.Length);

            switch (random.Next(4))
            {
                case 0:
                    changed[at] = (byte)random.Next(256);
                    break;
                case 1:
                    changed = changed[..at];
                    break;
                case 2:
                    // Digits and letters in other places: other rows, other names, other kinds.
                    changed[at] = (byte)"0123456789ABCabcrst<>/\""[random.Next(23)];
                    break;
                default:
                    var length = Math.Min(random.Next(1, 40), changed.Length - at);
                    changed = [.. changed[..at], .. changed.AsSpan(random.Next(changed.Length - length + 1), length), .. changed[at..]];
                    break;
            }
        }

        return changed;
    }
}
