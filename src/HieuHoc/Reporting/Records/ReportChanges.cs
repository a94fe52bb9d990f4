using HieuHoc.Platform;

namespace HieuHoc.Reporting.Records;

/// <summary>A version of a report was begun.</summary>
public sealed record ReportBegun(ReportId Report, string Variant, int Number) : Change(Report.Value.ToString());

/// <summary>A section was written; which, never what.</summary>
public sealed record ReportTextWritten(ReportId Report, string Section) : Change(Report.Value.ToString());

/// <summary>A report was closed for ever, with the SHA-256 of its files.</summary>
public sealed record ReportLocked(ReportId Report, string Paper, string Appendix) : Change(Report.Value.ToString());
