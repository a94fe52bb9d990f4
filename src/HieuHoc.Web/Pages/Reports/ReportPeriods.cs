using System.Globalization;
using HieuHoc.Reporting.Records;

namespace HieuHoc.Web.Pages.Reports;

/// <summary>How pages write the years of a report.</summary>
internal static class ReportPeriods
{
    /// <summary>"2026", or "2021 - 2025".</summary>
    public static string Text(ReportLine line) => line.FirstYear == line.LastYear ? Text(line.LastYear) : $"{Text(line.FirstYear)} - {Text(line.LastYear)}";

    private static string Text(int year) => year.ToString(CultureInfo.InvariantCulture);
}
