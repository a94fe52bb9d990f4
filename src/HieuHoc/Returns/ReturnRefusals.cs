using HieuHoc.Platform;

namespace HieuHoc.Returns;

/// <summary>There is no such return, or it lies outside the part of the hierarchy that the actor answers for.</summary>
public sealed record ReturnNotFound() : Refusal(RefusalKind.NotFound);

/// <summary>There is no such round, or it is another programme's.</summary>
public sealed record RoundNotFound() : Refusal(RefusalKind.NotFound);

/// <summary>Somebody would be asked two forms of one round, and nobody could say which they answered.</summary>
public sealed record FormsAskTheSame(string First, string Second) : Refusal(RefusalKind.Invalid);

/// <summary>The step does not lead on from the state that the return is in.</summary>
public sealed record ReturnStepNotPossible(ReturnState State, ReturnStep Step) : Refusal(RefusalKind.Conflict);

/// <summary>The step belongs to another role.</summary>
public sealed record ReturnStepNotYours(ReturnStep Step) : Refusal(RefusalKind.Forbidden);

/// <summary>The answers are out of the officer's hands.</summary>
public sealed record ReturnNotEditable(ReturnState State) : Refusal(RefusalKind.Conflict);

/// <summary>Its place ended, and another return is owed instead.</summary>
public sealed record ReturnTakenOver() : Refusal(RefusalKind.Conflict);

/// <summary>Somebody else saved this return after the page was opened.</summary>
public sealed record ReturnChangedMeanwhile() : Refusal(RefusalKind.Conflict);

/// <summary>A return is given back, or asked to be mended, with a reason.</summary>
public sealed record ReasonMissing() : Refusal(RefusalKind.Invalid);

/// <summary>A reason is read by people, and by all of them: it has its length.</summary>
public sealed record ReasonTooLong(int Most) : Refusal(RefusalKind.Invalid);

/// <summary>The answers do not hold together; they are kept, but cannot be sent.</summary>
public sealed record ReturnHasHardFindings(int Count) : Refusal(RefusalKind.Conflict);

/// <summary>Nothing has been answered.</summary>
public sealed record ReturnEmpty() : Refusal(RefusalKind.Conflict);

/// <summary>What is handed in for a village stands on its paper, and the paper is kept with it.</summary>
public sealed record ReturnPaperMissing() : Refusal(RefusalKind.Conflict);

/// <summary>The signed paper is taken down by the sender's own clerk, its arrival by the standing agency; a village signs none.</summary>
public sealed record PaperNotYoursToRecord() : Refusal(RefusalKind.Forbidden);

/// <summary>What the leader has not approved has not been signed.</summary>
public sealed record PaperBeforeApproval() : Refusal(RefusalKind.Conflict);

/// <summary>A number with its symbol is written as on the paper: 45/BC-UBND.</summary>
public sealed record PaperNumberIllFormed() : Refusal(RefusalKind.Invalid);

/// <summary>A paper is signed, and arrives, neither before what it reports nor in the future.</summary>
public sealed record PaperDayOutOfRange(DateOnly First, DateOnly Last) : Refusal(RefusalKind.Invalid);

/// <summary>The signed file lies with the return before its number is taken down.</summary>
public sealed record PaperFileMissing() : Refusal(RefusalKind.Invalid);

/// <summary>Only the officer of the place types its return.</summary>
public sealed record ReturnNotYoursToFill() : Refusal(RefusalKind.Forbidden);

/// <summary>An answer does not fit its cell; nothing was saved.</summary>
public sealed record AnswersUnreadable(int Count) : Refusal(RefusalKind.Invalid);

/// <summary>A round of this code is open or was; each code is used once.</summary>
public sealed record RoundCodeTaken(string Code) : Refusal(RefusalKind.Conflict);

/// <summary>A round of the same period asks some of the same; whoever answered both would be counted twice.</summary>
public sealed record ElementsAskedAlready(string Round) : Refusal(RefusalKind.Conflict);

/// <summary>A round of this id was opened with other contents; it stays as it is.</summary>
public sealed record RoundDiffers(string Code) : Refusal(RefusalKind.Conflict);

/// <summary>A round's code is 1 to 20 plain letters, digits, hyphens, dots and underscores.</summary>
public sealed record RoundCodeIllFormed() : Refusal(RefusalKind.Invalid);

/// <summary>Opening a round belongs to the standing agency of the programme's own province.</summary>
public sealed record RoundNotYoursToOpen() : Refusal(RefusalKind.Forbidden);

/// <summary>No form of this name is loaded for the period.</summary>
public sealed record FormNotFound(string Form) : Refusal(RefusalKind.NotFound);

/// <summary>No outline of this name is loaded for the period, or it is for none of those whom the round asks.</summary>
public sealed record OutlineNotFound(string Outline) : Refusal(RefusalKind.NotFound);

/// <summary>The days of a round come in order: opening, cut-off, due.</summary>
public sealed record RoundDaysOutOfOrder() : Refusal(RefusalKind.Invalid);

/// <summary>Whoever reports has at least one working day after the cut-off (Decree 09/2019/NĐ-CP, Article 8).</summary>
public sealed record RoundTimeTooShort(DateOnly CutOffOn, DateOnly DueOn) : Refusal(RefusalKind.Invalid);

/// <summary>A round's title is one line of a heading.</summary>
public sealed record RoundTitleTooLong(int Most) : Refusal(RefusalKind.Invalid);

/// <summary>Whom reports are addressed to, who gets a copy, and the ways have their length.</summary>
public sealed record RoundTextTooLong(int Most) : Refusal(RefusalKind.Invalid);

/// <summary>Giving more time belongs to the standing agency of the programme's own province.</summary>
public sealed record RoundNotYoursToExtend() : Refusal(RefusalKind.Forbidden);

/// <summary>More time is decided by a paper, which is named.</summary>
public sealed record ExtensionDecisionMissing(int Most) : Refusal(RefusalKind.Invalid);

/// <summary>An extension names who is given more time.</summary>
public sealed record ExtensionOfNobody() : Refusal(RefusalKind.Invalid);

/// <summary>The round asks nothing of them.</summary>
public sealed record ExtensionOfNothing(string Place) : Refusal(RefusalKind.Invalid);

/// <summary>Their figures are confirmed; there is nothing to wait for.</summary>
public sealed record ExtensionOfConfirmed(string Place) : Refusal(RefusalKind.Conflict);

/// <summary>An extension leads to a later day than they have.</summary>
public sealed record ExtensionNotLater(string Place, DateOnly DueOn) : Refusal(RefusalKind.Invalid);

/// <summary>An extension of this id was decided with other contents; it stays as it is.</summary>
public sealed record ExtensionDiffers(string Decision) : Refusal(RefusalKind.Conflict);

/// <summary>Closing a round belongs to the standing agency of the programme's own province.</summary>
public sealed record RoundNotYoursToClose() : Refusal(RefusalKind.Forbidden);

/// <summary>Figures are closed after the day of which they are.</summary>
public sealed record RoundNotCutOffYet(DateOnly CutOffOn) : Refusal(RefusalKind.Conflict);

/// <summary>The form does not ask this.</summary>
public sealed record AnswerNotAsked(string Element) : Refusal(RefusalKind.Invalid);
