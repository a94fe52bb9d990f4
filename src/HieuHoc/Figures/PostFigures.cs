using HieuHoc.Places;
using HieuHoc.Platform;
using HieuHoc.Platform.Packs;
using Microsoft.EntityFrameworkCore;

namespace HieuHoc.Figures;

/// <summary>A version of a record whose figures are to count from now on, and what they are about.</summary>
/// <param name="At">UTC; the instant of confirmation.</param>
public sealed record Posting(
    short Owner, int SubjectId, int PeriodId, Guid SourceId, int Version, Producer Producer, DateTime At, Standing Standing = Standing.Official)
{
    /// <summary>What the source expects some of its figures to be when the year is over; they count beside them as estimates.</summary>
    public IReadOnlyDictionary<FigureKey, long> Estimates { get; init; } = new Dictionary<FigureKey, long>();
}

/// <summary>The element is counted above this place: a figure of a part of its places says nothing about it.</summary>
public sealed record FigureBelowItsLevel(string Element) : Refusal(RefusalKind.Invalid);

/// <summary>Where confirmed answers become figures. It runs inside the transaction of the use case that confirms.</summary>
public static class PostFigures
{
    extension(HieuHocDb db)
    {
        /// <summary>
        /// Makes the source's figures exactly these, keeps what they supersede, and moves the roll-up by new − old. Doing it
        /// twice changes nothing. What does not come from the element's producer at its leaf level is kept as stated.
        /// </summary>
        public async Task<Refusal?> PostFiguresAsync(
            PackShelf shelf, Posting posting, IReadOnlyDictionary<FigureKey, long> values, CancellationToken ct)
        {
            var anchor = await db.AnchorAsync(posting, ct);
            var definitions = await db.ElementDefinitionsAsync(shelf, await db.JurisdictionAsync(posting.Owner, ct), anchor.LastDay, ct);

            if (values.Keys.Concat(posting.Estimates.Keys).Select(key => definitions[key.Element]).FirstOrDefault(element => anchor.Level.IsBelow(element.LeafLevel)) is { } below)
            {
                return new FigureBelowItsLevel(below.Code);
            }

            var old = await db.Figures
                .Where(figure => figure.Owner == posting.Owner && figure.SourceId == posting.SourceId)
                .ToListAsync(ct);
            var next = await db.NextAsync(posting, anchor, definitions, values, ct);
            // Before the old figures get their new values.
            var deltas = RollUpDelta.Between(old.Select(RollUpDelta.Of), next.Select(RollUpDelta.Of));
            db.Supersede(old.Where(figure => figure.SourceVersion != posting.Version), posting.At);
            await db.AddSourceAsync(posting, ct);
            Replace(db, old, next);
            await db.SaveChangesAsync(ct);
            await db.MoveRollUpAsync(deltas, ct);

            return null;
        }

        /// <summary>Lets a source's figures count no longer, in the transaction that puts others in their place; they stay readable.</summary>
        public async Task WithdrawFiguresAsync(short owner, Guid sourceId, DateTime at, CancellationToken ct)
        {
            var old = await db.Figures.Where(figure => figure.Owner == owner && figure.SourceId == sourceId).ToListAsync(ct);
            db.Supersede(old, at);
            db.RemoveRange(old);
            await db.SaveChangesAsync(ct);
            await db.MoveRollUpAsync(RollUpDelta.Between(old.Select(RollUpDelta.Of), []), ct);
        }

        private async Task<List<Figure>> NextAsync(
            Posting posting,
            Anchor anchor,
            IReadOnlyDictionary<string, ElementDefinition> definitions,
            IReadOnlyDictionary<FigureKey, long> values,
            CancellationToken ct)
        {
            var keys = await db.KeysAsync([.. values.Keys.Union(posting.Estimates.Keys).Select(NameOf)], ct);

            return
            [
                .. values.Select(pair => Next(pair.Key, posting.Standing, pair.Value)),
                .. posting.Estimates.Select(pair => Next(pair.Key, Standing.FullYearEstimate, pair.Value)),
            ];

            Figure Next(FigureKey key, Standing standing, long value) => new()
            {
                Owner = posting.Owner,
                ElementId = keys[NameOf(key)].ElementId,
                PeriodId = posting.PeriodId,
                SubjectId = posting.SubjectId,
                BreakdownId = keys[NameOf(key)].BreakdownId,
                SourceId = posting.SourceId,
                SourceVersion = posting.Version,
                Standing = standing,
                Value = value,
                Stated = !definitions[key.Element].Counts(posting.Producer, anchor.Level),
                RollUpSubjectId = anchor.SubjectId,
            };

            static string NameOf(FigureKey key) => ElementDefinition.NameOf(key.Element, key.Breakdown);
        }

        private void Supersede(IEnumerable<Figure> old, DateTime at) => db.AddRange(old.Select(figure => new SupersededFigure
        {
            Owner = figure.Owner,
            ElementId = figure.ElementId,
            PeriodId = figure.PeriodId,
            SubjectId = figure.SubjectId,
            BreakdownId = figure.BreakdownId,
            SourceId = figure.SourceId,
            SourceVersion = figure.SourceVersion,
            Standing = figure.Standing,
            Value = figure.Value,
            Stated = figure.Stated,
            RollUpSubjectId = figure.RollUpSubjectId,
            SupersededAt = at,
        }));

        private async Task AddSourceAsync(Posting posting, CancellationToken ct)
        {
            var known = await db.FigureSources.AnyAsync(
                source => source.Owner == posting.Owner && source.Id == posting.SourceId && source.Version == posting.Version, ct);

            if (!known)
            {
                db.Add(new FigureSource
                {
                    Owner = posting.Owner,
                    Id = posting.SourceId,
                    Version = posting.Version,
                    Producer = posting.Producer,
                    ConfirmedAt = posting.At,
                    Title = "",
                    Reason = "",
                    Digest = "",
                });
            }
        }

        /// <summary>The commune whose roll-up a subject's figures enter: itself, or the commune of a village as the period ended.</summary>
        private async Task<Anchor> AnchorAsync(Posting posting, CancellationToken ct)
        {
            var last = await db.Periods.Where(period => period.Id == posting.PeriodId).Select(period => period.LastDay).SingleAsync(ct);
            var level = await db.Places.Where(place => place.Id == posting.SubjectId).Select(place => (PlaceLevel?)place.Level).SingleOrDefaultAsync(ct);

            if (level is not PlaceLevel.Village)
            {
                return new Anchor(posting.SubjectId, level?.AsSubject() ?? SubjectLevel.Agency, last);
            }

            // Of a village that ended before, the last one it had.
            var commune = await db.PlaceParents
                .Where(parent => parent.PlaceId == posting.SubjectId && parent.ValidFrom <= last)
                .OrderByDescending(parent => parent.ValidFrom)
                .Select(parent => parent.ParentId)
                .FirstAsync(ct);

            return new Anchor(commune, SubjectLevel.Village, last);
        }
    }

    /// <summary>Makes the old figures the new ones: changed, removed and added by their key.</summary>
    private static void Replace(HieuHocDb db, List<Figure> old, List<Figure> next)
    {
        var known = old.ToDictionary(Key);

        foreach (var figure in next)
        {
            if (!known.Remove(Key(figure), out var before))
            {
                db.Add(figure);
                continue;
            }

            before.Value = figure.Value;
            before.SourceVersion = figure.SourceVersion;
            before.Stated = figure.Stated;
            before.RollUpSubjectId = figure.RollUpSubjectId;
        }

        db.RemoveRange(known.Values);

        static (int, int, int, int, Standing) Key(Figure figure) =>
            (figure.ElementId, figure.PeriodId, figure.SubjectId, figure.BreakdownId, figure.Standing);
    }

    /// <param name="SubjectId">Whose roll-up is entered.</param>
    /// <param name="Level">Of whom it is about.</param>
    private sealed record Anchor(int SubjectId, SubjectLevel Level, DateOnly LastDay);
}
