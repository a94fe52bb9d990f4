using HieuHoc.Figures;
using HieuHoc.Platform;
using HieuHoc.Platform.Packs;
using HieuHoc.Returns;

namespace HieuHoc.Programmes;

/// <summary>What may be wrong with the reports of a programme pack.</summary>
internal static class ReportChecks
{
    /// <summary>Names that nothing is called by, and codes that stand twice.</summary>
    public static IEnumerable<FileMistake> Of(ProgrammePack programme, PackShelf shelf)
    {
        foreach (var twice in programme.Reports.GroupBy(report => report.Code).Where(reports => reports.Count() > 1))
        {
            yield return new FileMistake("variants", "pack.mistake.twice", twice.Key);
        }

        foreach (var report in programme.Reports)
        {
            var where = report == programme.Report ? "report" : $"variants.{report.Code}";

            if (!shelf.Known<FormsPack>().Any(form => form.Id == report.AppendixForm))
            {
                yield return new FileMistake($"{where}.appendixForm", "pack.mistake.unknown", report.AppendixForm);
            }

            var sections = report.Sections.Concat(programme.Sections).Select(section => section.Code).ToHashSet();

            foreach (var code in report.Outline.Where(code => !sections.Contains(code)))
            {
                yield return new FileMistake($"{where}.outline", "pack.mistake.unknown", code);
            }

            foreach (var section in Beyond(report, programme))
            {
                yield return new FileMistake(where, "pack.mistake.report-part", section.Title);
            }
        }

        var elements = shelf.Known<ElementsPack>().SelectMany(pack => pack.Elements).Select(element => element.Code).ToHashSet();

        foreach (var code in programme.Appendices.SelectMany(appendix => appendix.Elements).Where(code => !elements.Contains(code)))
        {
            yield return new FileMistake("appendices", "pack.mistake.unknown", code);
        }
    }

    /// <summary>The sections of money and tasks whose writer does not see all of the year, or that would take a year for a span.</summary>
    private static IEnumerable<ReportSection> Beyond(ReportDefinition report, ProgrammePack programme) =>
        report is { Writer: ReportWriter.StandingAgency, Review: null }
            ? []
            : report.Sections.Concat(programme.Sections.Where(section => section.Code is { } code && report.Outline.Contains(code))).Where(section => section.Content is ReportContent.Money or ReportContent.Tasks);
}
