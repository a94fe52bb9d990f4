using System.Globalization;
using HieuHoc.Access;
using HieuHoc.Figures;
using HieuHoc.Papers;
using HieuHoc.Platform;
using HieuHoc.Programmes;
using HieuHoc.Returns;
using Microsoft.EntityFrameworkCore;

namespace HieuHoc.Reporting;

/// <summary>A report: the paper, its appendix, and the name under which both are filed.</summary>
public sealed record AnnualReport(OfficialPaper Paper, Workbook Appendix, string FileStem)
{
    /// <summary>The name of the Word file.</summary>
    public string PaperName => $"bao-cao-{FileStem}.docx";

    /// <summary>The name of the Excel file.</summary>
    public string AppendixName => $"phu-luc-{FileStem}.xlsx";
}

/// <summary>A year that can be reported, and how complete it is.</summary>
public sealed record ReportableYear(int Year, int Confirmed, int All);

/// <summary>Which report is wanted: of which place and year.</summary>
public sealed record ReportAsked(int PlaceId, int Year)
{
    /// <summary>The code of the programme; null is the one that the actor answers for, of several the first.</summary>
    public string? Programme { get; init; }

    /// <summary>The code of the variant; null is the first that the actor writes.</summary>
    public string? Variant { get; init; }

    /// <summary>UTC; the cut-off instant: what was confirmed by then. Null is now.</summary>
    public DateTime? AsOf { get; init; }

    /// <summary>On whose boundaries indicators and earlier years are said; the appendix lists the communes of the year.</summary>
    public Boundaries Boundaries { get; init; } = Boundaries.Today;

    /// <summary>What was written in the place of a section's own sentences: code of the section → text.</summary>
    public IReadOnlyDictionary<string, string> Written { get; init; } = new Dictionary<string, string>();
}

/// <summary>Builds the reports of a province from confirmed figures alone.</summary>
public sealed class BuildAnnualReport(HieuHocDb db, JudgeTargets judgeTargets, ReadAnnualFacts readAnnualFacts, ProgrammeClock clock, Texts texts)
{
    /// <summary>The years that can be reported, newest first, each with how many returns of the report's own round are confirmed.</summary>
    public async Task<IReadOnlyList<ReportableYear>> YearsAsync(Actor actor, CancellationToken ct)
    {
        var years = new List<ReportableYear>();

        foreach (var period in await PeriodsAsync(actor, ct))
        {
            if (await judgeTargets.ProgrammeAsync(actor, period.Days.Last, ct) is { } programme
                && await readAnnualFacts.RoundAsync(actor.Owner, period, programme, programme.Report, ct) is { } asked)
            {
                var states = await readAnnualFacts.StatesAsync(asked.Round, [asked.FormPackId], null, ct);
                years.Add(new ReportableYear(
                    period.Days.First.Year, states.Count(of => of.State is ReturnState.Confirmed), states.Count));
            }
        }

        return years;
    }

    /// <summary>The programmes of which the actor writes reports: today's, and those of the years about which somebody was asked.</summary>
    public async Task<IReadOnlyList<ProgrammePack>> ProgrammesAsync(Actor actor, CancellationToken ct)
    {
        var programmes = new List<ProgrammePack>();

        foreach (var day in (await PeriodsAsync(actor, ct)).Select(period => period.Days.Last).Prepend(clock.Now.Day))
        {
            programmes.AddRange(await judgeTargets.ProgrammesAsync(actor, day, ct));
        }

        return [.. programmes.DistinctBy(programme => programme.BaseId)];
    }

    /// <summary>The years about which somebody was asked, the newest first.</summary>
    private async Task<IReadOnlyList<PeriodCode>> PeriodsAsync(Actor actor, CancellationToken ct)
    {
        var periods = db.Rounds.Where(round => round.Owner == actor.Owner).Select(round => round.PeriodId);
        var codes = await db.Periods.AsNoTracking()
            .Where(period => period.Kind == PeriodKind.Year && periods.Contains(period.Id))
            .OrderByDescending(period => period.LastDay)
            .Select(period => period.Code)
            .ToListAsync(ct);

        return [.. codes.Select(PeriodCode.Parse).OfType<PeriodCode>()];
    }

    /// <summary>The reports that the actor writes of a year: the yearly ones, and the reviews of spans that end with it.</summary>
    public async Task<IReadOnlyList<ReportDefinition>> VariantsAsync(int year, Actor actor, CancellationToken ct) =>
        await judgeTargets.ProgrammeAsync(actor, PeriodCode.Year(year).Days.Last, ct) is { } programme
            ? [.. programme.WrittenBy(actor).Where(report => (report.Review?.To ?? year) == year)]
            : [];

    /// <summary>The last years of the spans that the actor reviews, as far as they have come; newest first.</summary>
    public async Task<IReadOnlyList<int>> ReviewYearsAsync(Actor actor, CancellationToken ct)
    {
        var today = clock.Now.Day;

        return await judgeTargets.ProgrammeAsync(actor, today, ct) is { } programme
            ? [.. programme.WrittenBy(actor).Select(report => report.Review?.To).OfType<int>().Where(year => year <= today.Year).Distinct().OrderDescending()]
            : [];
    }

    /// <summary>Builds the first report of a year that the actor writes, of what is confirmed now.</summary>
    public Task<Outcome<AnnualReport>> RunAsync(int placeId, int year, Actor actor, CancellationToken ct) =>
        RunAsync(new ReportAsked(placeId, year), actor, ct);

    /// <summary>Builds a report of the programme that the actor answers for in their province.</summary>
    public async Task<Outcome<AnnualReport>> RunAsync(ReportAsked asked, Actor actor, CancellationToken ct)
    {
        var read = await readAnnualFacts.RunAsync(asked, actor, ct);

        if (read.Refusal is { } refusal)
        {
            return refusal;
        }

        var facts = read.Value;
        var paper = new AnnualPaper(facts, new AnnualSections(facts, texts), asked.Written, texts).Build();

        return new AnnualReport(paper, new AnnualAppendix(facts, texts).Build(), StemOf(facts));
    }

    /// <summary>The first report is filed by its year alone, the others also by what they are.</summary>
    private static string StemOf(AnnualFacts facts)
    {
        var stem = string.Create(CultureInfo.InvariantCulture, $"nam-{facts.Year}-{facts.Province.Code}");

        return facts.Variant.Code == facts.Programme.Report.Code ? stem : $"{facts.Variant.Code}-{stem}";
    }
}
