using HieuHoc.Access;
using HieuHoc.Agencies;
using HieuHoc.Figures;
using HieuHoc.Places;
using HieuHoc.Platform;
using HieuHoc.Platform.Packs;
using HieuHoc.Programmes;
using HieuHoc.Programmes.Money;
using HieuHoc.Programmes.Tasks;
using HieuHoc.Returns;
using Microsoft.EntityFrameworkCore;

namespace HieuHoc.Reporting;

/// <summary>The round that a report is of, and which of its forms the appendix prints.</summary>
public sealed record AskedForm(Round Round, int FormPackId);

/// <summary>Where one return stands, or stood.</summary>
public sealed record StandOfReturn(int SubjectId, int FormPackId, ReturnState State);

/// <summary>Reads all that a report is written from, for whoever writes it.</summary>
public sealed class ReadAnnualFacts(HieuHocDb db, PackShelf shelf, JudgeTargets judgeTargets, ReadIndicators readIndicators, ReadMoneyTotals readMoney, ReadTaskReports readTasks,
    ProgrammeClock clock)
{
    /// <summary>The facts of a report, as of now or of its cut-off instant; refused to who does not write it.</summary>
    internal async Task<Outcome<AnnualFacts>> RunAsync(ReportAsked asked, Actor actor, CancellationToken ct)
    {
        var found = await FindAsync(asked, actor, ct);

        return found.Refusal is { } refusal ? refusal : await FactsAsync(found.Value, actor with { Programme = found.Value.Programme.BaseId }, ct);
    }

    /// <summary>Which report it is, or why there is none.</summary>
    internal async Task<Outcome<FoundReport>> FindAsync(ReportAsked asked, Actor actor, CancellationToken ct) =>
        actor.May(Capability.BuildReports) ? await FindAsync(asked, programme => programme.WrittenBy(actor), actor, ct) : new ReportNotYoursToBuild();

    private async Task<Outcome<FoundReport>> FindAsync(
        ReportAsked asked, Func<ProgrammePack, IEnumerable<ReportDefinition>> among, Actor actor, CancellationToken ct)
    {
        var owner = await db.Owners.AsNoTracking().SingleAsync(owner => owner.Id == actor.Owner, ct);
        var period = PeriodCode.Year(asked.Year);

        if (owner.PlaceId != asked.PlaceId
            || !await db.PlacesVisibleTo(actor).AnyAsync(place => place.Id == asked.PlaceId, ct)
            || await db.PlaceOnDayAsync(asked.PlaceId, period.Days.Last, ct) is not { } province)
        {
            return new ReportPlaceNotFound();
        }

        if (!actor.AnswersFor(asked.Programme)
            || await judgeTargets.ProgrammeAsync(actor with { Programme = asked.Programme ?? actor.Programme }, period.Days.Last, ct) is not { } programme)
        {
            return new ProgrammeNotDescribed(asked.Year);
        }

        if (among(programme).FirstOrDefault(report => asked.Variant is null || report.Code == asked.Variant) is not { } variant
            || (variant.Review is { } review && review.To != asked.Year))
        {
            return new ReportVariantNotFound(asked.Variant ?? "");
        }

        var form = await RoundAsync(actor.Owner, period, programme, variant, ct);

        // A review looks back on years of which figures were imported and nobody was asked.
        return form is null && variant.Review is null
            ? new RoundOfYearNotFound(asked.Year)
            : new FoundReport(province, owner.Demo, programme, variant, form, period, asked);
    }

    /// <summary>The confirmed figures of a report's tables, as of now or of its cut-off instant; for whoever sees that report, be it not theirs to write.</summary>
    internal async Task<Outcome<ConfirmedFigures>> FiguresAsync(ReportAsked asked, Actor actor, CancellationToken ct)
    {
        var found = await FindAsync(asked, programme => programme.Reports, actor, ct);

        return found.Refusal is { } refusal ? refusal : (await ConfirmedAsync(found.Value, actor, ct)).Figures;
    }

    /// <summary>
    /// The programme's round of the year that asked all that the appendix's form asks, be it by that form or by a larger one; of
    /// several, the one that was due last.
    /// </summary>
    public async Task<AskedForm?> RoundAsync(short owner, PeriodCode period, ProgrammePack programme, ReportDefinition variant, CancellationToken ct)
    {
        var code = programme.BaseId;
        var all = await shelf.AllAsync<FormsPack>(db, await db.JurisdictionAsync(owner, ct), ct);
        var reported = all.Where(pack => pack.Document.BaseId == variant.AppendixForm).ToList();
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

    /// <summary>Where the returns of these forms stand, or stood; one whose confirmed version counts is confirmed, whatever is being corrected.</summary>
    public async Task<IReadOnlyList<StandOfReturn>> StatesAsync(Round round, IReadOnlyList<int> forms, DateTime? asOf, CancellationToken ct)
    {
        var returns = db.Returns.Owed().AsNoTracking()
            .Where(@return => @return.Owner == round.Owner && @return.RoundId == round.Id && forms.Contains(@return.FormPackId));

        if (asOf is not { } instant)
        {
            return await returns
                .Select(@return => new StandOfReturn(
                    @return.SubjectId, @return.FormPackId, @return.ConfirmedVersion == null ? @return.State : ReturnState.Confirmed))
                .ToListAsync(ct);
        }

        var ids = returns.Select(@return => @return.Id);
        var moves = (await db.ReturnMoves.AsNoTracking()
                .Where(move => move.Owner == round.Owner && ids.Contains(move.ReturnId) && move.TakenAt <= instant)
                .ToListAsync(ct))
            .ToLookup(move => move.ReturnId);

        return [.. (await returns.ToListAsync(ct)).Select(@return => new StandOfReturn(@return.SubjectId, @return.FormPackId, StateAfter(moves[@return.Id])))];
    }

    private static ReturnState StateAfter(IEnumerable<ReturnMove> moves)
    {
        var taken = moves.OrderBy(move => move.Number).ToList();

        return taken.Exists(move => move.Step is ReturnStep.Confirm) ? ReturnState.Confirmed
            : taken.Count == 0 ? ReturnState.Entering
            : taken[^1].ToState;
    }

    private async Task<AnnualFacts> FactsAsync(FoundReport found, Actor actor, CancellationToken ct)
    {
        var (province, demo, programme, variant, asked, period, wanted) = found;
        var confirmed = await ConfirmedAsync(found, actor, ct);
        var (readings, before) = await ReadingsAsync(province.Id, period, confirmed.Terms, actor, ct);
        var communes = await db.ChildrenAsync(province.Id, period.Days.Last, ct);
        var (rows, named) = (readings, communes);

        if (readings.Any(reading => reading.IsRestated))
        {
            IReadOnlyList<IndicatorDefinition> indicators = [.. readings.Select(reading => reading.Indicator)];
            rows = (await readIndicators.RunAsync(province.Id, period, indicators, confirmed.Terms with { PlacesOf = null }, actor, ct)).Value;
            named = [.. communes, .. await db.ChildrenAsync(province.Id, confirmed.Terms.PlacesOf!.Value, ct)];
        }

        return new AnnualFacts
        {
            Year = period.Days.First.Year,
            Now = wanted.AsOf is { } instant ? new Moment(instant, ProgrammeClock.DayOf(instant)) : clock.Now,
            Demo = demo,
            Province = province,
            Programme = programme,
            Variant = variant,
            Round = asked?.Round,
            Form = confirmed.Form,
            Elements = confirmed.Figures.Elements,
            Communes = communes,
            CommuneNames = named.DistinctBy(commune => commune.Id).ToDictionary(commune => commune.Id, commune => commune.FullName),
            States = asked is null ? new Dictionary<int, ReturnState>()
                : (await StatesAsync(asked.Round, [asked.FormPackId], wanted.AsOf, ct)).ToDictionary(of => of.SubjectId, of => of.State),
            Agencies = confirmed.Agencies,
            Tallies = confirmed.Figures.Tallies,
            Notes = asked is null ? [] : await db.NotesAsync(shelf, asked, wanted.AsOf, ct),
            Estimated = confirmed.Estimated,
            Readings = readings,
            RowReadings = rows,
            Before = before.ToDictionary(reading => reading.Indicator.Code),
            Targets = (await judgeTargets.RunAsync(province.Id, period.Days.First.Year, readings, null, actor, ct)).Value,
            Money = Has(ReportContent.Money) ? await readMoney.RunAsync(period.Days.First.Year, wanted.AsOf, actor, ct) : null,
            Tasks = asked is not null && Has(ReportContent.Tasks) ? await readTasks.RunAsync(asked.Round, wanted.AsOf, actor, ct) : null,
        };

        bool Has(ReportContent content) => variant.SectionsIn(programme).Any(section => section.Content == content);
    }

    /// <summary>What communes and agencies counted, each by the standing of its own form.</summary>
    private async Task<Confirmed> ConfirmedAsync(FoundReport found, Actor actor, CancellationToken ct)
    {
        var (province, _, _, variant, asked, period, wanted) = found;
        var whose = await db.JurisdictionAsync(actor.Owner, ct);
        var form = asked is null ? await NewestFormAsync(variant, whose, ct) : await db.FormAsync(shelf, asked.FormPackId, ct);
        var terms = new ReadingTerms(form.Standing, wanted.AsOf, wanted.Boundaries is Boundaries.Today ? clock.Now.Day : null);
        var periods = await db.Periods.Where(known => known.Code == period.Text).Select(known => known.Id).ToListAsync(ct);
        var communes = db.CommunesUnder(province.Id, province.Level, period.Days.Last);
        var agencies = asked is null ? [] : await AgenciesAsync(asked.Round, wanted.AsOf, ct);
        var tallies = await db.TalliesAsync(actor.Owner, periods, communes, form.Counted, terms, ct);
        var estimates = await db.TalliesAsync(
            actor.Owner, periods, communes, form.Estimated, terms with { Standing = Standing.FullYearEstimate }, ct);
        var figures = new ConfirmedFigures(
            period.Days.Last,
            await db.ElementDefinitionsAsync(shelf, whose, period.Days.Last, ct),
            tallies.Concat(await TalliesAsync(actor.Owner, periods, agencies, terms, ct))
                .ToDictionary(tally => (tally.SubjectId, tally.Element), tally => tally.Sum));

        var estimated = estimates.Where(tally => tally.Standing is Standing.FullYearEstimate).ToDictionary(tally => (tally.SubjectId, tally.Element), tally => tally.Sum);

        return new Confirmed(form, terms, agencies, figures, estimated);
    }

    private async Task<FormsPack> NewestFormAsync(ReportDefinition variant, Jurisdiction whose, CancellationToken ct) =>
        (await shelf.AllAsync<FormsPack>(db, whose, ct)).Select(pack => pack.Document).First(form => form.BaseId == variant.AppendixForm);

    /// <summary>The agencies that a round asks, in the order of the agencies' pack.</summary>
    private async Task<IReadOnlyList<AskedAgency>> AgenciesAsync(Round round, DateTime? asOf, CancellationToken ct)
    {
        var forms = (await db.FormsOfAsync(shelf, round, ct)).Where(form => form.Document.Level is SubjectLevel.Agency).ToDictionary(form => form.PackId, form => form.Document);
        var states = await StatesAsync(round, [.. forms.Keys], asOf, ct);
        var ids = states.Select(of => of.SubjectId).ToHashSet();
        var names = await db.WithNamesOn(db.Agencies.Where(agency => ids.Contains(agency.Id)), round.CutOffOn)
            .ToDictionaryAsync(agency => agency.Id, agency => agency.Name, ct);

        return
        [
            .. states.Where(of => names.ContainsKey(of.SubjectId)).OrderBy(of => of.SubjectId)
                .Select(of => new AskedAgency(of.SubjectId, names[of.SubjectId], forms[of.FormPackId], of.State)),
        ];
    }

    /// <summary>What agencies counted, each by the standing of its own form.</summary>
    private async Task<IReadOnlyList<Tally>> TalliesAsync(
        short owner, IReadOnlyCollection<int> periods, IReadOnlyList<AskedAgency> agencies, ReadingTerms terms, CancellationToken ct)
    {
        var tallies = new List<Tally>();

        foreach (var asked in agencies.GroupBy(agency => agency.Form.Standing))
        {
            var ids = asked.Select(agency => agency.Id).ToList();
            var subjects = db.Agencies.Where(agency => ids.Contains(agency.Id)).Select(agency => agency.Id);
            var names = asked.SelectMany(agency => agency.Form.Counted).ToHashSet();
            tallies.AddRange(await db.TalliesAsync(owner, periods, subjects, names, terms with { Standing = asked.Key }, ct));
        }

        return tallies;
    }

    /// <summary>The indicators of the year and of the one before, read at once.</summary>
    private async Task<(IReadOnlyList<IndicatorReading> Now, IReadOnlyList<IndicatorReading> Before)> ReadingsAsync(
        int province, PeriodCode period, ReadingTerms terms, Actor actor, CancellationToken ct)
    {
        var before = PeriodCode.Year(period.Days.First.Year - 1);
        WantedIndicators[] wanted =
        [
            new(period, await readIndicators.DefinitionsAsync(period, actor, ct)),
            new(before, await readIndicators.DefinitionsAsync(before, actor, ct)),
        ];
        // The place was found above.
        var read = (await readIndicators.RunAsync(province, wanted, terms, actor, ct)).Value;

        return (read[0], read[1]);
    }

    private sealed record Confirmed(
        FormsPack Form, ReadingTerms Terms, IReadOnlyList<AskedAgency> Agencies, ConfirmedFigures Figures, IReadOnlyDictionary<(int, string), long> Estimated);
}

/// <summary>Which report of which programme is made of which round.</summary>
/// <param name="Form">Null in a review of years in which nobody was asked.</param>
internal sealed record FoundReport(
    PlaceOnDay Province, bool Demo, ProgrammePack Programme, ReportDefinition Variant, AskedForm? Form, PeriodCode Period, ReportAsked Asked);

/// <summary>The confirmed figures of a report's tables: commune or agency, and element → value in the element's units.</summary>
/// <param name="Day">The last day of the year.</param>
internal sealed record ConfirmedFigures(
    DateOnly Day, IReadOnlyDictionary<string, ElementDefinition> Elements, IReadOnlyDictionary<(int Subject, string Element), long> Tallies);
