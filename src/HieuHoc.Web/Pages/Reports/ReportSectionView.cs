using HieuHoc.Reporting.Records;

namespace HieuHoc.Web.Pages.Reports;

/// <summary>A section and what stands in its field.</summary>
public sealed record ReportSectionView(ReportSectionText Section, string Typed)
{
    /// <summary>The lines of the field: as many as the text has, within bounds.</summary>
    public int Lines => Math.Clamp(2 + (Typed.Length / 80) + Typed.Count(sign => sign == '\n'), 3, 16);

    public string Id => $"section_{Section.Code}";
}
