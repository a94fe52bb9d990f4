using System.Security.Cryptography;
using System.Text;
using HieuHoc.Platform;

namespace HieuHoc.Reporting.Records;

/// <summary>What somebody wrote in a section of a report in the place of the sentences that the figures make.</summary>
public sealed class ReportText
{
    /// <summary>The most characters of a section.</summary>
    public const int Longest = 20_000;

    public required short Owner { get; init; }

    public required ReportId ReportId { get; init; }

    /// <summary>The code of the section.</summary>
    public required string Section { get; init; }

    /// <summary>Null where the sentences of the figures stand again.</summary>
    public string? Text { get; private set; }

    /// <summary>The mark of the sentences that the writer had before them: others mean that the figures have changed since.</summary>
    public required string Seen { get; set; }

    public Guid? WrittenBy { get; private set; }

    /// <summary>UTC.</summary>
    public DateTime WrittenAt { get; private set; }

    /// <summary>Grows with every change, so that two writers of a section cannot overwrite each other unseen.</summary>
    public int Revision { get; private set; }

    /// <summary>The mark of drafted sentences.</summary>
    public static string MarkOf(string drafted) => Convert.ToHexStringLower(SHA256.HashData(Encoding.UTF8.GetBytes(drafted)));

    /// <summary>Keeps what was written.</summary>
    public void Write(string? text, string seen, Guid? person, Moment now)
    {
        (Text, Seen, WrittenBy, WrittenAt) = (text, seen, person, now.Instant);
        Revision++;
    }
}
