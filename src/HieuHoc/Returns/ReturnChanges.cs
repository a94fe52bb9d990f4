using HieuHoc.Platform;
using HieuHoc.Platform.Attachments;

namespace HieuHoc.Returns;

/// <summary>A round was opened for a number of subjects.</summary>
public sealed record RoundOpened(RoundId Round, string Code, int Subjects) : Change(Round.Value.ToString());

/// <summary>Some of those whom a round asks were given more time.</summary>
public sealed record RoundExtended(RoundId Round, Guid Extension, DateOnly DueOn, int Subjects) : Change(Round.Value.ToString());

/// <summary>The figures of a round were closed, with so many confirmed and so many not.</summary>
public sealed record RoundClosed(RoundId Round, int Confirmed, int Open) : Change(Round.Value.ToString());

/// <summary>The answers were saved; the cells that changed, never their values.</summary>
public sealed record ReturnSaved(ReturnId Return, int Version, IReadOnlyList<string> Cells) : Change(Return.Value.ToString());

/// <summary>What was owed in a return is owed in another one.</summary>
public sealed record ReturnWentOver(ReturnId Return, Guid To, int Version) : Change(Return.Value.ToString());

/// <summary>A return went from one state to another.</summary>
public sealed record ReturnMoved(ReturnId Return, int Version, ReturnStep Step, ReturnState From, ReturnState To)
    : Change(Return.Value.ToString());

/// <summary>Number, day and file of the paper that was signed were taken down.</summary>
public sealed record ReturnPaperRecorded(ReturnId Return, int Version, string Number, DateOnly SignedOn, AttachmentId Attachment)
    : Change(Return.Value.ToString());

/// <summary>The copy on paper arrived.</summary>
public sealed record PaperCopyReceived(ReturnId Return, int Version, DateOnly On) : Change(Return.Value.ToString());
