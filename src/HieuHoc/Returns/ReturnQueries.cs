using HieuHoc.Access;
using HieuHoc.Agencies;
using HieuHoc.Figures;
using HieuHoc.Places;
using HieuHoc.Platform;
using HieuHoc.Platform.Packs;
using Microsoft.EntityFrameworkCore;

namespace HieuHoc.Returns;

public static class ReturnQueries
{
    extension(HieuHocDb db)
    {
        /// <summary>
        /// The returns of the actor's part of the hierarchy. Whoever stays in an agency sees its own and those of its
        /// divisions, and the clerk of a people's committee that of its place, whose paper it registers; a sender for a place those of the place and all under it; a receiver also those of the agencies there,
        /// as far as the round is of their programme. Roles that see no returns see none.
        /// </summary>
        public IQueryable<Return> ReturnsVisibleTo(Actor actor)
        {
            var (reaches, agencies, rounds) = (db.PlaceReaches, db.Agencies, db.Rounds);
            var own = db.Returns.Where(@return => @return.Owner == actor.Owner && actor.May(Capability.SeeReturns));

            if (actor.OwnAgency is { } agency)
            {
                var within = db.AgencyReaches.Where(reach => reach.AncestorId == agency);

                var committees = db.AgencyReaches.Where(reach => reach.AgencyId == agency
                    && agencies.Any(above => above.Id == reach.AncestorId && above.Kind == AgencyKind.PeoplesCommittee && above.PlaceId == actor.PlaceId));

                return own.Where(@return => within.Any(reach => reach.AgencyId == @return.SubjectId)
                    || (actor.Rule.IsClerk && @return.SubjectId == actor.PlaceId && committees.Any()));
            }

            if (actor.Rule.IsSender)
            {
                return own.Where(@return => reaches.Any(reach => reach.PlaceId == @return.SubjectId && reach.AncestorId == actor.PlaceId));
            }

            // Place and agency apart: together each return would walk all that the actor reaches.
            return own.Where(@return =>
                (reaches.Any(reach => reach.PlaceId == @return.SubjectId && reach.AncestorId == actor.PlaceId)
                    || agencies.Any(agency => agency.Id == @return.SubjectId
                        && reaches.Any(reach => reach.PlaceId == agency.PlaceId && reach.AncestorId == actor.PlaceId)))
                && (actor.Programme == null || rounds.Any(round => round.Owner == @return.Owner && round.Id == @return.RoundId
                    && (round.Programme == null || round.Programme == actor.Programme))));
        }

        /// <summary>
        /// The rounds of which the actor sees a return; whoever opens rounds sees those of their programme also when nobody
        /// owes anything.
        /// </summary>
        public IQueryable<Round> RoundsVisibleTo(Actor actor)
        {
            var (returns, opens) = (db.ReturnsVisibleTo(actor), actor.May(Capability.OpenRounds));

            return db.Rounds.Where(round => round.Owner == actor.Owner
                && (returns.Any(@return => @return.RoundId == round.Id)
                    || (opens && (actor.Programme == null || round.Programme == null || round.Programme == actor.Programme))));
        }

        /// <summary>
        /// The villages of a province that owe a return of a period which ends on this day. One that is merged before owes
        /// nothing: its figure belongs to the successor.
        /// </summary>
        public IQueryable<int> VillagesAsked(int province, DateOnly lastDay)
        {
            var communes = db.CommunesUnder(province, PlaceLevel.Province, lastDay);

            return db.PlaceParents.HoldingOn(lastDay).Where(parent => communes.Contains(parent.ParentId)).Select(parent => parent.PlaceId);
        }

        /// <summary>Who owes a return of a form: its agencies that exist, its communes as of the cut-off, or its villages of the period's last day.</summary>
        public IQueryable<int> SubjectsAsked(FormsPack form, int province, DateOnly cutOff, DateOnly lastDay)
        {
            var codes = form.Agencies;

            return form.Level switch
            {
                SubjectLevel.Agency => db.AgenciesOn(cutOff).Where(agency => agency.PlaceId == province && codes.Contains(agency.Code)).Select(agency => agency.Id),
                SubjectLevel.Village => db.VillagesAsked(province, lastDay),
                _ => db.CommunesUnder(province, PlaceLevel.Province, cutOff),
            };
        }

        /// <summary>The forms that a round asks, communes' before villages' before agencies', each with the number of its pack version.</summary>
        public async Task<IReadOnlyList<Loaded<FormsPack>>> FormsOfAsync(PackShelf shelf, Round round, CancellationToken ct)
        {
            var packs = await db.RoundForms.AsNoTracking()
                .Where(form => form.Owner == round.Owner && form.RoundId == round.Id)
                .Select(form => form.FormPackId)
                .ToListAsync(ct);
            var forms = new List<Loaded<FormsPack>>();

            foreach (var pack in packs)
            {
                forms.Add(new Loaded<FormsPack>(pack, await db.FormAsync(shelf, pack, ct)));
            }

            return [.. forms.OrderBy(form => form.Document.Level).ThenBy(form => form.Document.Id, StringComparer.Ordinal)];
        }

        /// <summary>A form, as its pack version says it.</summary>
        public Task<FormsPack> FormAsync(PackShelf shelf, int packId, CancellationToken ct) => shelf.OfAsync<FormsPack>(db, packId, ct);

        /// <summary>What the elements mean to a return: as the packs say of the last day of its round's period.</summary>
        public async Task<IReadOnlyDictionary<string, ElementDefinition>> ElementsOfAsync(
            PackShelf shelf, Return @return, CancellationToken ct)
        {
            var periods = db.Rounds
                .Where(round => round.Owner == @return.Owner && round.Id == @return.RoundId)
                .Select(round => round.PeriodId);
            var day = await db.Periods.Where(period => periods.Contains(period.Id)).Select(period => period.LastDay).SingleAsync(ct);

            return await db.ElementDefinitionsAsync(shelf, await db.JurisdictionAsync(@return.Owner, ct), day, ct);
        }

        /// <summary>
        /// Who is expected to report which elements for these periods: their rounds, the forms of these, and the subjects
        /// that owe them a return. Without it a sum could not say that it is incomplete. What is only stated is expected
        /// of nobody; whoever is asked for official figures is expected also where estimates are read in their place.
        /// </summary>
        /// <param name="names">The elements that are wanted: a round that asks for none of them is passed over.</param>
        public async Task<IReadOnlyList<Expectation>> ExpectationsAsync(
            PackShelf shelf, short owner, IReadOnlyCollection<int> periods, IReadOnlySet<string> names, Standing standing, IQueryable<int> communes,
            CancellationToken ct)
        {
            var rounds = await (
                from round in db.Rounds.AsNoTracking()
                where round.Owner == owner && periods.Contains(round.PeriodId)
                join asked in db.RoundForms on new { round.Owner, RoundId = round.Id } equals new { asked.Owner, asked.RoundId }
                orderby round.Code, asked.FormPackId
                select new { round.Id, round.PeriodId, asked.FormPackId }).ToListAsync(ct);
            var forms = new Dictionary<int, FormsPack>();

            foreach (var pack in rounds.Select(round => round.FormPackId).Distinct())
            {
                forms[pack] = await db.FormAsync(shelf, pack, ct);
            }

            // What agencies owe is expected of no commune.
            var asking = rounds
                .Where(round => forms[round.FormPackId] is { Level: not SubjectLevel.Agency } form && (form.Standing == standing || form.Standing is Standing.Official)
                    && names.Overlaps(form.Counted))
                .ToList();
            var owed = new List<OwedReturns>();

            foreach (var level in asking.ToLookup(round => forms[round.FormPackId].Level))
            {
                var owing = db.Owing(owner, [.. level.Select(round => round.Id).Distinct()], [.. level.Select(round => round.FormPackId).Distinct()]);
                owed.AddRange(await (level.Key is SubjectLevel.Village ? db.ByCommune(owner, owing) : owing)
                    .Where(one => communes.Contains(one.SubjectId))
                    .GroupBy(one => new { one.RoundId, one.FormPackId, one.SubjectId })
                    .Select(same => new OwedReturns(same.Key.RoundId, same.Key.FormPackId, same.Key.SubjectId, same.Count()))
                    .ToListAsync(ct));
            }

            var counts = owed.ToLookup(one => (one.Round, one.FormPackId));

            return
            [
                .. asking.Select(round => new Expectation(
                    round.Id,
                    round.PeriodId,
                    forms[round.FormPackId].Counted.ToHashSet(),
                    counts[(round.Id, round.FormPackId)].ToDictionary(one => one.Commune, one => one.Returns))),
            ];
        }

        /// <summary>
        /// Who owes a return of these rounds. What went over is expected until it has arrived: with the figures of one of two
        /// merged villages nothing is whole.
        /// </summary>
        private IQueryable<Owing> Owing(short owner, List<RoundId> rounds, List<int> forms)
        {
            var all = db.Returns.AsNoTracking()
                .Where(@return => @return.Owner == owner && rounds.Contains(@return.RoundId) && forms.Contains(@return.FormPackId));
            var heirs =
                from under in all
                where under.TakenOverBy != null
                join heir in all on under.TakenOverBy equals heir.Id
                where heir.ConfirmedVersion == null || heir.ConfirmedVersion < under.TakenOverIn
                select new Owing { RoundId = under.RoundId, FormPackId = under.FormPackId, SubjectId = heir.SubjectId };

            return all.Owed()
                .Select(@return => new Owing { RoundId = @return.RoundId, FormPackId = @return.FormPackId, SubjectId = @return.SubjectId })
                .Concat(heirs);
        }

        /// <summary>Of villages each commune owes as many as lay in it when the period ended.</summary>
        private IQueryable<Owing> ByCommune(short owner, IQueryable<Owing> villages) =>
            from owing in villages
            join round in db.Rounds on new { Owner = owner, owing.RoundId } equals new { round.Owner, RoundId = round.Id }
            join period in db.Periods on round.PeriodId equals period.Id
            join parent in db.PlaceParents on owing.SubjectId equals parent.PlaceId
            where parent.ValidFrom <= period.LastDay && (parent.ValidTo == null || parent.ValidTo >= period.LastDay)
            select new Owing { RoundId = owing.RoundId, FormPackId = owing.FormPackId, SubjectId = parent.ParentId };

        /// <summary>Saves, or says that somebody else changed the same record meanwhile.</summary>
        public async Task<Refusal?> SaveReturnAsync(CancellationToken ct)
        {
            try
            {
                await db.SaveChangesAsync(ct);

                return null;
            }
            catch (DbUpdateConcurrencyException)
            {
                return new ReturnChangedMeanwhile();
            }
        }
    }

    /// <summary>Those that are owed; what another return took over is only there to be read.</summary>
    public static IQueryable<Return> Owed(this IQueryable<Return> returns) => returns.Where(@return => @return.TakenOverBy == null);
}

/// <summary>A return that is owed, by a place.</summary>
internal sealed record Owing
{
    public required RoundId RoundId { get; init; }

    public required int FormPackId { get; init; }

    public required int SubjectId { get; init; }
}

/// <summary>How many returns a commune owes of one form of a round.</summary>
internal sealed record OwedReturns(RoundId Round, int FormPackId, int Commune, int Returns);

/// <summary>The elements that a round asks for a period, and how many returns each commune owes: its own, or its villages'.</summary>
public sealed record Expectation(RoundId Round, int PeriodId, IReadOnlySet<string> Elements, IReadOnlyDictionary<int, int> Owed);
