using System.Globalization;
using HieuHoc.Platform;

namespace HieuHoc.Reporting;

/// <summary>Reports are written by the standing agency, and some by the Association.</summary>
public sealed record ReportNotYoursToBuild() : Refusal(RefusalKind.Forbidden);

/// <summary>There is no such place, or its report is another programme's.</summary>
public sealed record ReportPlaceNotFound() : Refusal(RefusalKind.NotFound);

/// <summary>The sender has not sent its report: there is no paper of it to be seen yet.</summary>
public sealed record SenderReportNotSent() : Refusal(RefusalKind.Conflict);

/// <summary>The programme has no report of this name, or it is written by somebody else, or of other years.</summary>
public sealed record ReportVariantNotFound(string Variant) : Refusal(RefusalKind.NotFound);

/// <summary>No loaded pack describes the province's programme in that year.</summary>
/// <param name="Year">As text: a number would be printed with a mark between its thousands.</param>
public sealed record ProgrammeNotDescribed(string Year) : Refusal(RefusalKind.NotFound)
{
    /// <summary>The refusal for a year.</summary>
    public ProgrammeNotDescribed(int year)
        : this(year.ToString(CultureInfo.InvariantCulture))
    {
    }
}

/// <summary>No round of that year asked for the figures of the report.</summary>
/// <param name="Year">As text: a number would be printed with a mark between its thousands.</param>
public sealed record RoundOfYearNotFound(string Year) : Refusal(RefusalKind.NotFound)
{
    /// <summary>The refusal for a year.</summary>
    public RoundOfYearNotFound(int year)
        : this(year.ToString(CultureInfo.InvariantCulture))
    {
    }
}

/// <summary>The papers of a round are those of the standing agency.</summary>
public sealed record RoundPaperNotYours() : Refusal(RefusalKind.Forbidden);

/// <summary>Agencies are reminded of their tasks by the standing agency.</summary>
public sealed record TaskLetterNotYours() : Refusal(RefusalKind.Forbidden);

/// <summary>The agency is late with nothing: there is nothing to remind it of.</summary>
public sealed record NoTaskOverdue() : Refusal(RefusalKind.NotFound);

/// <summary>Every village has sent: there is nobody to list.</summary>
public sealed record NoVillageOwes() : Refusal(RefusalKind.NotFound);
