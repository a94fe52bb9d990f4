using HieuHoc.Platform;

namespace HieuHoc.Reporting.Records;

/// <summary>There is no such report, or it is not this person's to write.</summary>
public sealed record ReportNotFound() : Refusal(RefusalKind.NotFound);

/// <summary>The report has no such section.</summary>
public sealed record ReportSectionNotFound() : Refusal(RefusalKind.NotFound);

/// <summary>A locked report changes no more; a new version can be made from it.</summary>
public sealed record ReportIsLocked() : Refusal(RefusalKind.Conflict);

/// <summary>A new version is made from a locked report alone.</summary>
public sealed record ReportNotLocked() : Refusal(RefusalKind.Conflict);

/// <summary>Somebody else wrote in the same report since the page was opened.</summary>
public sealed record ReportChangedMeanwhile() : Refusal(RefusalKind.Conflict);

/// <summary>This report of these years was begun already.</summary>
public sealed record ReportAlreadyBegun() : Refusal(RefusalKind.Conflict);

/// <summary>A later version of the report was begun already.</summary>
public sealed record ReportHasNewerVersion(int Number) : Refusal(RefusalKind.Conflict);

/// <summary>Another report was sent before under the same id.</summary>
public sealed record ReportDiffers() : Refusal(RefusalKind.Conflict);

/// <summary>A section is read by people: it has its length.</summary>
public sealed record ReportTextTooLong(int Most) : Refusal(RefusalKind.Invalid);
