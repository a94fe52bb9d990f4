using HieuHoc.Platform;

namespace HieuHoc.Reporting;

/// <summary>The yearly report belongs to the standing agency.</summary>
public sealed record ReportNotYoursToBuild() : Refusal(RefusalKind.Forbidden);

/// <summary>There is no such place, or its report is another programme's.</summary>
public sealed record ReportPlaceNotFound() : Refusal(RefusalKind.NotFound);

/// <summary>No loaded pack describes the province's programme in that year.</summary>
public sealed record ProgrammeNotDescribed(int Year) : Refusal(RefusalKind.NotFound);

/// <summary>No round of that year asked for the figures of the report.</summary>
public sealed record RoundOfYearNotFound(int Year) : Refusal(RefusalKind.NotFound);
