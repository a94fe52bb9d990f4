using HieuHoc.Figures;
using HieuHoc.Places;
using HieuHoc.Platform;
using HieuHoc.Platform.Packs;
using HieuHoc.Returns.Reasons;
using Microsoft.EntityFrameworkCore;

namespace HieuHoc.Returns;

/// <summary>What is found in a version of a return, with what its figures are held against.</summary>
public static class FindingQueries
{
    extension(HieuHocDb db)
    {
        /// <summary>What stood in cells of a return a year before, on the place as it was when this year's period ended; nothing where no year is reported.</summary>
        public async Task<PastYear> PastYearAsync(PackShelf shelf, Return @return, IReadOnlyCollection<string> cells, CancellationToken ct)
        {
            if (cells.Count == 0)
            {
                return PastYear.None;
            }

            return (await db.PastYearsAsync(shelf, @return.Owner, await db.PeriodsOf(@return).SingleAsync(ct), [@return.SubjectId], cells, ct))[@return.SubjectId];
        }

        /// <summary>The same of several senders of one round, in as many queries as of one.</summary>
        /// <param name="period">Of the round.</param>
        public async Task<IReadOnlyDictionary<int, PastYear>> PastYearsAsync(
            PackShelf shelf, short owner, Period period, IReadOnlyCollection<int> subjects, IReadOnlyCollection<string> cells, CancellationToken ct)
        {
            if (PeriodCode.Parse(period.Code) is not { Kind: PeriodKind.Year } year)
            {
                return subjects.ToDictionary(subject => subject, _ => PastYear.None);
            }

            var before = year.Days.First.Year - 1;
            var past = await db.PastFiguresAsync(shelf, owner, subjects, PeriodCode.Year(before), cells, year.Days.Last, ct);

            return subjects.ToDictionary(
                subject => subject, subject => new PastYear(before, past[subject].ToDictionary(figure => figure.Name, figure => figure.Figure)));
        }

        /// <summary>What checks and comparisons of a form find in a version, and the reasons that were given for it.</summary>
        public async Task<ReturnFindings> FindingsAsync(
            PackShelf shelf, Return @return, int version, FormsPack form, Answers answers, IReadOnlyDictionary<string, ElementDefinition> elements, CancellationToken ct)
        {
            var broken = answers.Judge(form, elements);

            // Forms whose checks are all hard ask no more of the database than their answers.
            if (!form.AsksReasons)
            {
                return new ReturnFindings([.. broken], form, []);
            }

            var past = await db.PastYearAsync(shelf, @return, form.LookedBackAt, ct);
            var odd = Comparing.Judge(form, answers, elements, past, await db.FiguresAlikeAsync(@return, form, ct));

            return new ReturnFindings([.. broken, .. odd], form, await db.ReasonsAsync(@return, version, form, answers, ct));
        }

        /// <summary>What each commune like the one asked has confirmed for the same period of the cells that are compared with it.</summary>
        private async Task<IReadOnlyList<IReadOnlyDictionary<string, long>>> FiguresAlikeAsync(Return @return, FormsPack form, CancellationToken ct)
        {
            var far = form.Comparisons.Where(comparison => comparison.Kind is ComparisonKind.FarFromAlike).ToList();

            if (far.Count == 0)
            {
                return [];
            }

            var alike = await db.AlikeAsync(@return, ct);
            var names = (await db.KeysAsync([.. far.SelectMany(comparison => comparison.Cells.Append(comparison.Whole!)).Distinct()], ct))
                .ToLookup(key => key.Value, key => key.Key);
            var elements = names.Select(name => name.Key.ElementId).ToHashSet();
            var periods = db.PeriodsOf(@return).Select(period => period.Id);
            var figures = await db.Figures.AsNoTracking()
                .Where(figure => figure.Owner == @return.Owner && elements.Contains(figure.ElementId) && periods.Contains(figure.PeriodId))
                .Where(figure => EF.Parameter(alike).Contains(figure.SubjectId) && !figure.Stated && figure.Standing == form.Standing)
                .ToListAsync(ct);

            return
            [
                .. figures.GroupBy(figure => figure.SubjectId).Select(place => place
                    .SelectMany(figure => names[(figure.ElementId, figure.BreakdownId)].Select(name => (name, figure.Value)))
                    .ToDictionary(figure => figure.name, figure => figure.Value)),
            ];
        }

        /// <summary>The communes of the programme that are alike to the one asked on the last day of the period.</summary>
        private async Task<IReadOnlyList<int>> AlikeAsync(Return @return, CancellationToken ct)
        {
            var day = await db.PeriodsOf(@return).Select(period => period.LastDay).SingleAsync(ct);
            var province = await db.Owners.Where(owner => owner.Id == @return.Owner).Select(owner => owner.PlaceId).SingleAsync(ct);
            var communes = db.CommunesUnder(province, PlaceLevel.Province, day);
            var places = await db.PlacesOn(db.Places.Where(place => communes.Contains(place.Id)), day).ToListAsync(ct);
            var likeness = await db.LikenessAsync(places, day, ct);

            return likeness.TryGetValue(@return.SubjectId, out var own)
                ? [.. likeness.Where(place => place.Value == own && place.Key != @return.SubjectId).Select(place => place.Key)]
                : [];
        }

        private IQueryable<Period> PeriodsOf(Return @return)
        {
            var ids = db.Rounds.Where(round => round.Owner == @return.Owner && round.Id == @return.RoundId).Select(round => round.PeriodId);

            return db.Periods.AsNoTracking().Where(period => ids.Contains(period.Id));
        }
    }
}
