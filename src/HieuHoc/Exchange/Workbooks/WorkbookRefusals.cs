using HieuHoc.Papers;
using HieuHoc.Platform;

namespace HieuHoc.Exchange.Workbooks;

/// <summary>The file cannot be read as an Excel workbook; the fault says why, and what to do.</summary>
public sealed record WorkbookUnreadable(WorkbookFault Fault) : Refusal(RefusalKind.Invalid);

/// <summary>No sheet of the file has a table with the headings that were looked for.</summary>
/// <param name="Headings">The headings, as the workbook that can be downloaded has them.</param>
public sealed record WorkbookWithoutTable(string Headings) : Refusal(RefusalKind.Invalid);

/// <summary>The file was made for another sender.</summary>
/// <param name="Mark">What stands in the file.</param>
/// <param name="Expected">What stands in the workbook of this sender.</param>
public sealed record WorkbookOfOthers(string Mark, string Expected) : Refusal(RefusalKind.Invalid);

/// <summary>There is no such upload, or it is not this person's to see.</summary>
public sealed record WorkbookNotFound() : Refusal(RefusalKind.NotFound);

/// <summary>Of what an uploaded workbook brings, nothing was chosen.</summary>
public sealed record WorkbookNothingChosen() : Refusal(RefusalKind.Invalid);
