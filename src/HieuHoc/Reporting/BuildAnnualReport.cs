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

/// <summary>A year that can be reported, and how complete it is.</summary>
public sealed record ReportableYear(int Year, int Confirmed, int All);

/// <summary>Builds the yearly report of a province from confirmed figures alone.</summary>
public sealed class BuildAnnualReport(
    HieuHocDb db, PackShelf shelf, JudgeTargets judgeTargets, ReadIndicators readIndicators, ProgrammeClock clock, Texts texts)
{
    /// <summary>The years that can be reported, newest first, each with how many returns of the report's own round are confirmed.</summary>
    public async Task<IReadOnlyList<ReportableYear>> YearsAsync(Actor actor, CancellationToken ct)
    {
        var periods = db.Rounds.Where(round => round.Owner == actor.Owner).Select(round => round.PeriodId);
        var codes = await db.Periods.AsNoTracking()
            .Where(period => period.Kind == PeriodKind.Year && periods.Contains(period.Id))
            .OrderByDescending(period => period.LastDay)
            .Select(period => period.Code)
            .ToListAsync(ct);
        var years = new List<ReportableYear>();

        foreach (var period in codes.Select(PeriodCode.Parse).OfType<PeriodCode>())
        {
            if (await judgeTargets.ProgrammeAsync(actor, period.Days.Last, ct) is { } programme
                && await RoundAsync(actor.Owner, period, programme, ct) is { } asked)
            {
                var states = await StatesAsync(asked, null, ct);
                years.Add(new ReportableYear(
                    period.Days.First.Year, states.Values.Count(state => state is ReturnState.Confirmed), states.Count));
            }
        }

        return years;
    }

    /// <summary>Builds the report of a year, of what is confirmed now.</summary>
    public Task<Outcome<AnnualReport>> RunAsync(int placeId, int year, Actor actor, CancellationToken ct) => RunAsync(placeId, year, null, actor, ct);

    /// <summary>Builds the report of a year of the programme that the actor answers for in their province.</summary>
    /// <param name="asOf">UTC; the cut-off instant: what was confirmed by then. Null is now.</param>
    public async Task<Outcome<AnnualReport>> RunAsync(int placeId, int year, DateTime? asOf, Actor actor, CancellationToken ct)
    {
        if (!actor.May(Capability.BuildReports))
        {
            return new ReportNotYoursToBuild();
        }

        var owner = await db.Owners.SingleAsync(owner => owner.Id == actor.Owner, ct);
        var period = PeriodCode.Year(year);

        if (owner.PlaceId != placeId
            || !await db.PlacesVisibleTo(actor).AnyAsync(place => place.Id == placeId, ct)
            || await db.PlaceOnDayAsync(placeId, period.Days.Last, ct) is not { } province)
        {
            return new ReportPlaceNotFound();
        }

        if (await judgeTargets.ProgrammeAsync(actor, period.Days.Last, ct) is not { } programme)
        {
            return new ProgrammeNotDescribed(year);
        }

        if (await RoundAsync(actor.Owner, period, programme, ct) is not { } asked)
        {
            return new RoundOfYearNotFound(year);
        }

        var facts = await FactsAsync(province, programme, asked, period, asOf, actor, ct);
        var stem = string.Create(CultureInfo.InvariantCulture, $"nam-{year}-{province.Code}");

        return new AnnualReport(new AnnualPaper(facts, texts).Build(), new AnnualAppendix(facts, texts).Build(), stem);
    }

    /// <summary>
    /// The programme's round of the year that asked all that the appendix's form asks, be it by that form or by a larger one; of
    /// several, the one that was due last.
    /// </summary>
    private async Task<AskedForm?> RoundAsync(short owner, PeriodCode period, ProgrammePack programme, CancellationToken ct)
    {
        var code = programme.BaseId;
        var all = await shelf.AllAsync<FormsPack>(db, await db.JurisdictionAsync(owner, ct), ct);
        var reported = all.Where(pack => pack.Document.BaseId == programme.Report.AppendixForm).ToList();
        var forms = all
            .Where(pack => reported.Exists(least => !least.Document.Counted.Except(pack.Document.Counted).Any()))
            .Select(pack => pack.PackId)
            .ToList();
        var periods = db.Periods.Where(known => known.Code == period.Text).Select(known => known.Id);

        return await (
            from round in db.Rounds.AsNoTracking()
            where round.Owner == owner && periods.Contains(round.PeriodId) && (round.Programme == null || round.Programme == code)
            join form in db.RoundForms on new { round.Owner, RoundId = round.Id } equals new { form.Owner, form.RoundId }
            where forms.Contains(form.FormPackId)
            orderby round.DueOn descending, round.Code
            select new AskedForm(round, form.FormPackId)).FirstOrDefaultAsync(ct);
    }

    /// <summary>Where each return stands, or stood; one whose confirmed version counts is confirmed, whatever is being corrected.</summary>
    private async Task<IReadOnlyDictionary<int, ReturnState>> StatesAsync(AskedForm asked, DateTime? asOf, CancellationToken ct)
    {
        var round = asked.Round;
        var returns = db.Returns.Owed().AsNoTracking()
            .Where(@return => @return.Owner == round.Owner && @return.RoundId == round.Id && @return.FormPackId == asked.FormPackId);

        if (asOf is not { } instant)
        {
            return await returns.ToDictionaryAsync(
                @return => @return.SubjectId, @return => @return.ConfirmedVersion == null ? @return.State : ReturnState.Confirmed, ct);
        }

        var ids = returns.Select(@return => @return.Id);
        var moves = (await db.ReturnMoves.AsNoTracking()
                .Where(move => move.Owner == round.Owner && ids.Contains(move.ReturnId) && move.TakenAt <= instant)
                .ToListAsync(ct))
            .ToLookup(move => move.ReturnId);

        return (await returns.ToListAsync(ct)).ToDictionary(@return => @return.SubjectId, @return => StateAfter(moves[@return.Id]));
    }

    private static ReturnState StateAfter(IEnumerable<ReturnMove> moves)
    {
        var taken = moves.OrderBy(move => move.Number).ToList();

        return taken.Exists(move => move.Step is ReturnStep.Confirm) ? ReturnState.Confirmed
            : taken.Count == 0 ? ReturnState.Entering
            : taken[^1].ToState;
    }

    private async Task<AnnualFacts> FactsAsync(
        PlaceOnDay province, ProgrammePack programme, AskedForm asked, PeriodCode period, DateTime? asOf, Actor actor, CancellationToken ct)
    {
        var (round, formPackId) = asked;
        var form = await db.FormAsync(shelf, formPackId, ct);
        var indicators = await readIndicators.DefinitionsAsync(period, actor, ct);
        var communes = db.CommunesUnder(province.Id, province.Level, period.Days.Last);
        var terms = new ReadingTerms(form.Standing, asOf);
        var tallies = await db.TalliesAsync(actor.Owner, [round.PeriodId], communes, form.Counted, terms, ct);
        var readings = (await readIndicators.RunAsync(province.Id, period, indicators, terms, actor, ct)).Value;

        return new AnnualFacts
        {
            Year = period.Days.First.Year,
            Now = asOf is { } instant ? new Moment(instant, ProgrammeClock.DayOf(instant)) : clock.Now,
            Demo = await db.Owners.Where(owner => owner.Id == actor.Owner).Select(owner => owner.Demo).SingleAsync(ct),
            Province = province,
            Programme = programme,
            Round = round,
            Form = form,
            Elements = await db.ElementDefinitionsAsync(shelf, await db.JurisdictionAsync(actor.Owner, ct), period.Days.Last, ct),
            Communes = await db.ChildrenAsync(province.Id, period.Days.Last, ct),
            States = await StatesAsync(asked, asOf, ct),
            Tallies = tallies.ToDictionary(tally => (tally.SubjectId, tally.Element), tally => tally.Sum),
            Readings = readings,
            Targets = (await judgeTargets.RunAsync(province.Id, period.Days.First.Year, readings, null, actor, ct)).Value,
        };
    }

    /// <summary>The round that a report is of, and which of its forms the appendix prints.</summary>
    private sealed record AskedForm(Round Round, int FormPackId);
}
