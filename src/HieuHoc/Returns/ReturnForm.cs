using HieuHoc.Access;
using HieuHoc.Figures;
using HieuHoc.Places;
using HieuHoc.Platform;
using HieuHoc.Platform.Packs;
using Microsoft.EntityFrameworkCore;

namespace HieuHoc.Returns;

/// <summary>The form of a return as it is asked on a day, and what its elements mean.</summary>
/// <param name="Period">What it is asked for.</param>
public sealed record ReturnForm(FormsPack Form, IReadOnlyDictionary<string, ElementDefinition> Elements, Period Period);

/// <summary>A return that somebody is about to change: where it stands, what is asked and what stands in it, read at once.</summary>
public sealed record StandingReturn(Return Return, ReturnVersion Version, Answers Answers, ReturnForm Asked)
{
    /// <summary>The number of a cell, or of its estimate; null when it was not answered.</summary>
    public decimal? Of(string name) =>
        Answers.Names.TryGetValue(name, out var value) ? Asked.Elements[EstimatedCell.ElementOf(name)].Natural(value) : null;
}

/// <summary>Finds what a return is asked.</summary>
public static class ReturnForms
{
    extension(HieuHocDb db)
    {
        /// <summary>A return that the actor may see, as it stands on a day; null when there is none.</summary>
        public async Task<StandingReturn?> StandingReturnAsync(PackShelf shelf, ReturnId id, Actor actor, DateOnly day, CancellationToken ct)
        {
            var (versions, rounds, periods) = (db.ReturnVersions, db.Rounds, db.Periods);
            var found = await (
                from @return in db.ReturnsVisibleTo(actor)
                where @return.Id == id
                join version in versions
                    on new { @return.Owner, ReturnId = @return.Id, Number = @return.CurrentVersion } equals new { version.Owner, version.ReturnId, version.Number }
                join round in rounds on new { @return.Owner, @return.RoundId } equals new { round.Owner, RoundId = round.Id }
                join period in periods on round.PeriodId equals period.Id
                select new { @return, version, period }).SingleOrDefaultAsync(ct);

            return found is null ? null : new StandingReturn(
                found.@return,
                found.version,
                Answers.FromJson(found.version.Answers),
                await db.FormOfAsync(shelf, found.@return.Owner, found.version.FormPackId, found.period, day, ct));
        }

        /// <summary>What a version of the form asks a return on a day: once the year is over, no estimates of it.</summary>
        public async Task<ReturnForm> FormOfAsync(PackShelf shelf, Return @return, int packId, DateOnly day, CancellationToken ct)
        {
            var rounds = db.Rounds.Where(round => round.Owner == @return.Owner && round.Id == @return.RoundId).Select(round => round.PeriodId);
            var period = await db.Periods.AsNoTracking().SingleAsync(period => rounds.Contains(period.Id), ct);

            return await db.FormOfAsync(shelf, @return.Owner, packId, period, day, ct);
        }

        private async Task<ReturnForm> FormOfAsync(PackShelf shelf, short owner, int packId, Period period, DateOnly day, CancellationToken ct)
        {
            var form = await db.FormAsync(shelf, packId, ct);
            var elements = await db.ElementDefinitionsAsync(shelf, await db.JurisdictionAsync(owner, ct), period.LastDay, ct);

            return new ReturnForm(form.On(day, period), elements, period);
        }
    }
}
