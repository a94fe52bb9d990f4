using System.Globalization;
using HieuHoc.Access;
using HieuHoc.Figures;
using HieuHoc.Papers;
using HieuHoc.Places;
using HieuHoc.Platform;
using HieuHoc.Platform.Packs;
using HieuHoc.Programmes;
using HieuHoc.Returns;
using Microsoft.EntityFrameworkCore;

namespace HieuHoc.Reporting;

/// <summary>The yearly report: the paper, its appendix, and the name under which both are filed.</summary>
public sealed record AnnualReport(OfficialPaper Paper, Workbook Appendix, string FileStem)
{
    /// <summary>The name of the Word file.</summary>
    public string PaperName => $"bao-cao-{FileStem}.docx";

    /// <summary>The name of the Excel file.</summary>
    public string AppendixName => $"phu-luc-{FileStem}.xlsx";
}

/// <summary>Builds the yearly report of a province from confirmed figures alone.</summary>
public sealed class BuildAnnualReport(
    HieuHocDb db, PackShelf shelf, JudgeTargets judgeTargets, ReadIndicators readIndicators, Texts texts)
{
    /// <summary>Builds the report of a year for the province whose programme the actor answers for.</summary>
    public async Task<Outcome<AnnualReport>> RunAsync(int placeId, int year, Actor actor, CancellationToken ct)
    {
        if (actor.Role is not Role.StandingAgency)
        {
            return new ReportNotYoursToBuild();
        }

        var owner = await db.Owners.SingleAsync(owner => owner.Id == actor.Owner, ct);
        var period = PeriodCode.Year(year);

        if (owner.PlaceId != placeId || await db.PlaceOnDayAsync(placeId, period.Days.Last, ct) is not { } province)
        {
            return new ReportPlaceNotFound();
        }

        if (await judgeTargets.ProgrammeAsync(actor.Owner, period.Days.Last, ct) is not { } programme)
        {
            return new ProgrammeNotDescribed(year);
        }

        if (await RoundAsync(actor.Owner, period, programme.Report.AppendixForm, ct) is not { } round)
        {
            return new RoundOfYearNotFound(year);
        }

        var facts = await FactsAsync(owner, province, programme, round, period, ct);
        var stem = string.Create(CultureInfo.InvariantCulture, $"nam-{year}-{province.Code}");

        return new AnnualReport(new AnnualPaper(facts, texts).Build(), new AnnualAppendix(facts, texts).Build(), stem);
    }

    /// <summary>The round of the year that asked the appendix's form; of several, the one that was due last.</summary>
    private async Task<Round?> RoundAsync(short owner, PeriodCode period, string formId, CancellationToken ct)
    {
        var forms = (await shelf.AllAsync<FormsPack>(db, ct)).Where(pack => pack.Document.Id == formId).Select(pack => pack.PackId).ToList();
        var periods = db.Periods.Where(known => known.Code == period.Text).Select(known => known.Id);

        return await db.Rounds.AsNoTracking()
            .Where(round => round.Owner == owner && periods.Contains(round.PeriodId) && forms.Contains(round.FormPackId))
            .OrderByDescending(round => round.DueOn)
            .FirstOrDefaultAsync(ct);
    }

    private async Task<AnnualFacts> FactsAsync(
        Owner owner, PlaceOnDay province, ProgrammePack programme, Round round, PeriodCode period, CancellationToken ct)
    {
        var form = await db.FormAsync(shelf, round.FormPackId, ct);
        var indicators = await readIndicators.DefinitionsAsync(period, ct);
        var communes = db.CommunesUnder(province.Id, province.Level, period.Days.Last);
        var tallies = await db.TalliesAsync(owner.Id, round.PeriodId, communes, form.Elements, ct);
        var states = await db.Returns.AsNoTracking()
            .Where(@return => @return.Owner == owner.Id && @return.RoundId == round.Id)
            .ToDictionaryAsync(@return => @return.SubjectId, @return => @return.State, ct);

        return new AnnualFacts
        {
            Year = period.Days.First.Year,
            Demo = owner.Demo,
            Province = province,
            Programme = programme,
            Round = round,
            Form = form,
            Elements = await db.ElementDefinitionsAsync(shelf, period.Days.Last, ct),
            Communes = await db.ChildrenAsync(province.Id, period.Days.Last, ct),
            States = states,
            Tallies = tallies.ToDictionary(tally => (tally.SubjectId, tally.Element), tally => tally.Sum),
            Readings = await readIndicators.RunAsync(owner.Id, province.Id, province.Level, period, indicators, ct),
            Targets = await judgeTargets.RunAsync(owner.Id, province.Id, province.Level, period.Days.First.Year, ct),
        };
    }
}
