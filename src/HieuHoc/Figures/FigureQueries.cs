using HieuHoc.Places;
using HieuHoc.Platform;
using HieuHoc.Platform.Packs;
using Microsoft.EntityFrameworkCore;

namespace HieuHoc.Figures;

/// <summary>The sum of one element, or of a part of it, in one commune and period, and how many leaf figures are in it.</summary>
/// <param name="Element">The name: of an element its code, of a part <c>element.breakdown</c>.</param>
public sealed record Tally(int SubjectId, int PeriodId, string Element, long Sum, int Reported)
{
    /// <summary>How final the sum is: where nothing of the standing that was asked for is there, official.</summary>
    public Standing Standing { get; init; }
}

/// <summary>Which figures are read: how final they are, as of which instant, and on whose boundaries.</summary>
/// <param name="Standing">
/// Estimates of the whole year, or preliminary figures, are read where there are some, and official ones where there are
/// not: a rate whose denominator nobody estimates can be read too (ADR 0036).
/// </param>
/// <param name="AsOf">UTC; what was confirmed by then. Null reads what is confirmed now, from the roll-up.</param>
/// <param name="PlacesOf">A later day on whose places they are said; null says them on those of the period's last day.</param>
public sealed record ReadingTerms(Standing Standing = Standing.Official, DateTime? AsOf = null, DateOnly? PlacesOf = null)
{
    /// <summary>Official figures as they are now.</summary>
    public static ReadingTerms Now { get; } = new();
}

public static class FigureQueries
{
    extension(HieuHocDb db)
    {
        /// <summary>
        /// The communes that lay under a place on a day: itself, or those of the district, the province or the country;
        /// until 30 June 2025 there were districts between.
        /// </summary>
        public IQueryable<int> CommunesUnder(int placeId, PlaceLevel level, DateOnly day)
        {
            var parents = db.PlaceParents.HoldingOn(day);
            var communes = db.Places.Where(place => place.Level == PlaceLevel.Commune).Select(place => place.Id);
            var below = parents.Where(parent => parent.ParentId == placeId).Select(parent => parent.PlaceId);
            var second = parents.Where(parent => below.Contains(parent.ParentId)).Select(parent => parent.PlaceId);
            var third = parents.Where(parent => second.Contains(parent.ParentId)).Select(parent => parent.PlaceId);

            return level switch
            {
                PlaceLevel.Commune => communes.Where(id => id == placeId),
                PlaceLevel.District => communes.Where(id => below.Contains(id)),
                PlaceLevel.Province => communes.Where(id => below.Contains(id) || second.Contains(id)),
                PlaceLevel.Country => communes.Where(id => second.Contains(id) || third.Contains(id)),
                PlaceLevel.Village => throw new ArgumentException("A village has no communes.", nameof(level)),
            };
        }

        /// <summary>What was confirmed of these elements and parts in each commune, for each of these periods.</summary>
        public async Task<IReadOnlyList<Tally>> TalliesAsync(
            short owner,
            IReadOnlyCollection<int> periods,
            IQueryable<int> communes,
            IReadOnlyCollection<string> names,
            ReadingTerms terms,
            CancellationToken ct)
        {
            var keys = await db.KeysAsync(names, ct);
            var elements = keys.Values.Select(key => key.ElementId).ToHashSet();
            var rows = await db.Sums(owner, elements, periods, communes, terms).ToListAsync(ct);
            var byKey = keys.ToLookup(pair => pair.Value, pair => pair.Key);

            return
            [
                .. from row in terms.Standing is Standing.Official ? rows : Preferred(rows)
                   from name in byKey[(row.ElementId, row.BreakdownId)]
                   select new Tally(row.SubjectId, row.PeriodId, name, row.Sum, row.Reported) { Standing = row.Standing },
            ];
        }

        /// <summary>False when nobody gave figures of a standing for any of these periods; of official ones it is not asked.</summary>
        public async Task<bool> HasStandingAsync(short owner, IQueryable<int> periods, ReadingTerms terms, CancellationToken ct)
        {
            var standing = terms.Standing;

            // The literal inequalities are what the indexes hold: they are as small as estimates are few.
            return standing is Standing.Official
                || await db.RollUps
                    .AnyAsync(row => row.Owner == owner && row.Standing == standing && row.Standing != Standing.Official && periods.Contains(row.PeriodId), ct)
                || (terms.AsOf is not null && await db.SupersededFigures
                    .AnyAsync(row => row.Owner == owner && row.Standing == standing && row.Standing != Standing.Official && periods.Contains(row.PeriodId), ct));
        }

        /// <summary>The numbers under which named elements and parts are stored: name → element and breakdown.</summary>
        public async Task<IReadOnlyDictionary<string, (int ElementId, int BreakdownId)>> KeysAsync(
            IReadOnlyCollection<string> names, CancellationToken ct)
        {
            var wanted = names.Concat(names.Select(name => Split(name).Element)).ToHashSet();
            var elements = await db.Elements.AsNoTracking().Where(element => wanted.Contains(element.Code))
                .ToDictionaryAsync(element => element.Code, element => element.Id, ct);
            var breakdowns = await db.Breakdowns.AsNoTracking().ToDictionaryAsync(breakdown => breakdown.Code, breakdown => breakdown.Id, ct);
            var keys = new Dictionary<string, (int, int)>();

            foreach (var name in names)
            {
                var (whole, part) = Split(name);

                if (elements.TryGetValue(name, out var element))
                {
                    keys[name] = (element, Breakdown.WholeId);
                }
                else if (elements.TryGetValue(whole, out var of) && breakdowns.TryGetValue(part, out var breakdown))
                {
                    keys[name] = (of, breakdown);
                }
            }

            return keys;
        }

        /// <summary>
        /// The sums of communes and agencies: the roll-up of now, or what it was at an instant. Of figures only those that are asked for
        /// are added: the engines would add all of them and choose afterwards.
        /// </summary>
        private IQueryable<RollUpSum> Sums(
            short owner, IReadOnlyCollection<int> elements, IReadOnlyCollection<int> periods, IQueryable<int> subjects, ReadingTerms terms)
        {
            if (terms.AsOf is not { } instant)
            {
                return db.RollUps.AsNoTracking()
                    .Where(row => row.Owner == owner && (row.Standing == terms.Standing || row.Standing == Standing.Official))
                    .Where(row => elements.Contains(row.ElementId) && periods.Contains(row.PeriodId) && subjects.Contains(row.SubjectId))
                    .Select(row => new RollUpSum { ElementId = row.ElementId, PeriodId = row.PeriodId, SubjectId = row.SubjectId, BreakdownId = row.BreakdownId, Standing = row.Standing, Sum = row.Sum, Reported = row.Reported });
            }

            var confirmed = db.FigureSources.AsNoTracking().Where(source => source.Owner == owner && source.ConfirmedAt <= instant);
            var still = db.Figures.AsNoTracking()
                .Where(figure => figure.Owner == owner && (figure.Standing == terms.Standing || figure.Standing == Standing.Official) && !figure.Stated)
                .Where(figure => elements.Contains(figure.ElementId) && periods.Contains(figure.PeriodId) && subjects.Contains(figure.RollUpSubjectId))
                .Where(figure => confirmed.Any(source => source.Id == figure.SourceId && source.Version == figure.SourceVersion))
                .Select(figure => new { figure.ElementId, figure.PeriodId, SubjectId = figure.RollUpSubjectId, figure.BreakdownId, figure.Standing, figure.Value });
            var then = db.SupersededFigures.AsNoTracking()
                .Where(figure => figure.Owner == owner && (figure.Standing == terms.Standing || figure.Standing == Standing.Official) && !figure.Stated && figure.SupersededAt > instant)
                .Where(figure => elements.Contains(figure.ElementId) && periods.Contains(figure.PeriodId) && subjects.Contains(figure.RollUpSubjectId))
                .Where(figure => confirmed.Any(source => source.Id == figure.SourceId && source.Version == figure.SourceVersion))
                .Select(figure => new { figure.ElementId, figure.PeriodId, SubjectId = figure.RollUpSubjectId, figure.BreakdownId, figure.Standing, figure.Value });

            return still.Concat(then)
                .GroupBy(figure => new { figure.ElementId, figure.PeriodId, figure.SubjectId, figure.BreakdownId, figure.Standing })
                .Select(group => new RollUpSum { ElementId = group.Key.ElementId, PeriodId = group.Key.PeriodId, SubjectId = group.Key.SubjectId, BreakdownId = group.Key.BreakdownId, Standing = group.Key.Standing, Sum = group.Sum(figure => figure.Value), Reported = group.Count() });
        }

        /// <summary>The period of a code, made when it is asked for the first time; inside a transaction.</summary>
        public async Task<Period> PeriodAsync(PeriodCode code, CancellationToken ct)
        {
            var text = code.Text;

            if (await db.Periods.SingleOrDefaultAsync(period => period.Code == text, ct) is { } known)
            {
                return known;
            }

            // Two that ask at once would give two periods the same number, or one period two.
            await db.Engine.LockAsync(db, "periods", ct);

            if (await db.Periods.SingleOrDefaultAsync(period => period.Code == text, ct) is { } made)
            {
                return made;
            }

            var next = await db.Periods.MaxAsync(period => (int?)period.Id, ct) ?? 0;
            var period = new Period
            {
                Id = next + 1,
                Code = text,
                Kind = code.Kind,
                FirstDay = code.Days.First,
                LastDay = code.Days.Last,
            };
            db.Add(period);
            await db.SaveChangesAsync(ct);

            return period;
        }

        /// <summary>
        /// What every loaded element, and each part of it, means to a province's records of a day: name → definition. What no pack says
        /// of that day is read as the newest one says it, so that what was counted before or after can always be shown.
        /// </summary>
        public async Task<IReadOnlyDictionary<string, ElementDefinition>> ElementDefinitionsAsync(
            PackShelf shelf, Jurisdiction whose, DateOnly day, CancellationToken ct)
        {
            var all = await shelf.AllAsync<ElementsPack>(db, whose, ct);
            var holding = await shelf.OnAsync<ElementsPack>(db, day, whose, ct);
            var name = $"elements {whose.Province}: {string.Join(' ', holding.Select(pack => pack.PackId))}";

            return await shelf.OnceAsync(db, name, () => Definitions(holding, all), ct);
        }
    }

    private static Dictionary<string, ElementDefinition> Definitions(IReadOnlyList<Loaded<ElementsPack>> holding, IReadOnlyList<Loaded<ElementsPack>> all)
    {
        var breakdowns = all.SelectMany(pack => pack.Document.Breakdowns).DistinctBy(breakdown => breakdown.Code)
            .ToDictionary(breakdown => breakdown.Code);

        return holding
            .Concat(all)
            .SelectMany(pack => pack.Document.Elements)
            .DistinctBy(element => element.Code)
            .SelectMany(element => element.Breakdowns.Select(part => element.Part(breakdowns[part])).Prepend(element))
            .ToDictionary(element => element.Code);
    }

    /// <summary>A name as it would be if it were a part's: what stands before its last dot, and after it.</summary>
    private static (string Element, string Part) Split(string name) => name.LastIndexOf('.') is > 0 and var dot
        ? (name[..dot], name[(dot + 1)..])
        : (name, Breakdown.Whole);

    /// <summary>
    /// Of each sum the one that was asked for, else the official one. One of fewer leaf figures than the official has is
    /// passed over: what some villages estimate leaves out what the others have counted.
    /// </summary>
    private static IEnumerable<RollUpSum> Preferred(IEnumerable<RollUpSum> rows) => rows
        .GroupBy(row => (row.ElementId, row.PeriodId, row.SubjectId, row.BreakdownId))
        .Select(sums => sums.MaxBy(row => (row.Reported, row.Standing is not Standing.Official))!); // a group is never empty

    /// <summary>A row of the roll-up, be it stored or counted as of an instant.</summary>
    private sealed record RollUpSum
    {
        public required int ElementId { get; init; }

        public required int PeriodId { get; init; }

        public required int SubjectId { get; init; }

        public required int BreakdownId { get; init; }

        public required Standing Standing { get; init; }

        public required long Sum { get; init; }

        public required int Reported { get; init; }
    }
}
