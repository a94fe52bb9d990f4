using System.Text.RegularExpressions;
using HieuHoc.Access;
using HieuHoc.Platform;
using HieuHoc.Platform.Attachments;

namespace HieuHoc.Returns;

/// <summary>
/// The signed paper that goes with a version of a return: its number, day and file, which the sender's clerk takes down from the document
/// system, and the arrival of its copy on paper, which the standing agency takes down. Neither waits for the other.
/// </summary>
public sealed partial class ReturnPaper
{
    public required short Owner { get; init; }

    public required ReturnId ReturnId { get; init; }

    /// <summary>The version of the return that was signed.</summary>
    public required int Version { get; init; }

    /// <summary>Số, ký hiệu: "45/BC-UBND"; null while nobody has taken it down.</summary>
    public string? Number { get; private set; }

    /// <summary>The day on the paper.</summary>
    public DateOnly? SignedOn { get; private set; }

    /// <summary>The signed file, one of the return's attachments.</summary>
    public AttachmentId? AttachmentId { get; private set; }

    /// <summary>UTC.</summary>
    public DateTime? RecordedAt { get; private set; }

    public PersonId? RecordedBy { get; private set; }

    /// <summary>The day on which the copy on paper arrived; null while it has not.</summary>
    public DateOnly? CopyReceivedOn { get; private set; }

    /// <summary>UTC.</summary>
    public DateTime? CopyRecordedAt { get; private set; }

    public PersonId? CopyRecordedBy { get; private set; }

    /// <summary>True when number, day and file are known.</summary>
    public bool IsRecorded => Number is not null;

    /// <summary>Takes down the signed paper, or says why not. What was taken down wrongly is taken down again.</summary>
    /// <param name="first">The first day of the period that is reported.</param>
    public Refusal? Sign(string number, DateOnly signedOn, AttachmentId attachment, DateOnly first, PersonId? by, Moment now)
    {
        if (!NumberAndSymbol().IsMatch(number))
        {
            return new PaperNumberIllFormed();
        }

        if (signedOn < first || signedOn > now.Day)
        {
            return new PaperDayOutOfRange(first, now.Day);
        }

        (Number, SignedOn, AttachmentId, RecordedAt, RecordedBy) = (number, signedOn, attachment, now.Instant, by);

        return null;
    }

    /// <summary>Takes down that the copy on paper arrived, or says why not.</summary>
    public Refusal? Receive(DateOnly on, DateOnly first, PersonId? by, Moment now)
    {
        var earliest = SignedOn ?? first;

        if (on < earliest || on > now.Day)
        {
            return new PaperDayOutOfRange(earliest, now.Day);
        }

        (CopyReceivedOn, CopyRecordedAt, CopyRecordedBy) = (on, now.Instant, by);

        return null;
    }

    // 45/BC-UBND, 1205a/SGDĐT-GDTX, 07/BC-UBMTTQ: a number, a letter where one was put in between, and the symbol.
    [GeneratedRegex(@"\A[0-9]{1,6}[a-z\u0111]?/[\p{Lu}0-9][\p{Lu}0-9&.]*([-/][\p{Lu}0-9][\p{Lu}0-9&.]*)*\z")]
    private static partial Regex NumberAndSymbol();
}
