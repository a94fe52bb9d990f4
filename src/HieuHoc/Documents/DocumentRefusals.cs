using HieuHoc.Platform;

namespace HieuHoc.Documents;

/// <summary>There is no such document, or it is not this person's to see.</summary>
public sealed record DocumentNotFound() : Refusal(RefusalKind.NotFound);

/// <summary>The role keeps no documents.</summary>
public sealed record DocumentsNotYoursToKeep() : Refusal(RefusalKind.Forbidden);

/// <summary>The document is kept by another office.</summary>
public sealed record DocumentNotYoursToChange() : Refusal(RefusalKind.Forbidden);

/// <summary>Neither a number nor a title says which document it is.</summary>
public sealed record DocumentUnnamed() : Refusal(RefusalKind.Invalid);

/// <summary>What was given as a number has no sign of one.</summary>
public sealed record DocumentNumberUnreadable(string Number) : Refusal(RefusalKind.Invalid);

/// <summary>A document is registered once it is there.</summary>
public sealed record DocumentDayInFuture(DateOnly Today) : Refusal(RefusalKind.Invalid);

/// <summary>The years that a document is for are out of order, or no years.</summary>
public sealed record DocumentPeriodUnfit(int First, int Last) : Refusal(RefusalKind.Invalid);

/// <summary>A line of the register is read by people: it has its length.</summary>
public sealed record DocumentLineTooLong(int Most) : Refusal(RefusalKind.Invalid);

/// <summary>A text is longer than any document that people read.</summary>
public sealed record DocumentTextTooLong(int Most) : Refusal(RefusalKind.Invalid);

/// <summary>The register has a document of this number and day already.</summary>
public sealed record DocumentAlreadyRegistered(DocumentId Known, string Number) : Refusal(RefusalKind.Conflict);

/// <summary>Another document was sent before under the same id.</summary>
public sealed record DocumentDiffers() : Refusal(RefusalKind.Conflict);

/// <summary>Somebody else changed the document since the page was opened.</summary>
public sealed record DocumentChangedMeanwhile() : Refusal(RefusalKind.Conflict);

/// <summary>A document stands in no relation to itself.</summary>
public sealed record DocumentRelatedToItself() : Refusal(RefusalKind.Invalid);

/// <summary>The other document rests on this one already, directly or through others.</summary>
public sealed record DocumentsInACircle() : Refusal(RefusalKind.Conflict);

/// <summary>The documents are not related so.</summary>
public sealed record DocumentRelationNotFound() : Refusal(RefusalKind.NotFound);

/// <summary>What was brought as a text is none, or in an encoding of before Unicode.</summary>
public sealed record DocumentFileNotText() : Refusal(RefusalKind.Invalid);
