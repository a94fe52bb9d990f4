namespace HieuHoc.Platform.Attachments;

/// <summary>What may be attached: papers and pictures, told by the name and by the first bytes; nothing that a browser would run.</summary>
public static class AttachmentTypes
{
    /// <summary>The most bytes of a file: 10 MB.</summary>
    public const long MostBytes = 10 * 1_048_576;

    private const string Office = "application/vnd.openxmlformats-officedocument.";

    private static readonly IReadOnlyList<(string Extension, string MediaType, byte[] Begins)> All =
    [
        (".pdf", "application/pdf", "%PDF-"u8.ToArray()),
        (".jpg", "image/jpeg", [0xff, 0xd8, 0xff]),
        (".jpeg", "image/jpeg", [0xff, 0xd8, 0xff]),
        (".png", "image/png", [0x89, 0x50, 0x4e, 0x47]),
        (".docx", Office + "wordprocessingml.document", "PK\x03\x04"u8.ToArray()),
        (".xlsx", Office + "spreadsheetml.sheet", "PK\x03\x04"u8.ToArray()),
    ];

    /// <summary>The endings of the names that may be attached, as a file field takes them.</summary>
    public static string Endings { get; } = string.Join(",", All.Select(type => type.Extension));

    /// <summary>The media type of a file; null when it may not be attached.</summary>
    public static string? Of(string name, ReadOnlySpan<byte> begins)
    {
        foreach (var (extension, mediaType, first) in All)
        {
            if (name.EndsWith(extension, StringComparison.OrdinalIgnoreCase) && begins.StartsWith(first))
            {
                return mediaType;
            }
        }

        return null;
    }
}
