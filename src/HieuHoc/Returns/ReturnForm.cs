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

/// <summary>A return as whoever sends answers must know it before: where it stands, what is asked and what stands in it.</summary>
public sealed record StandingReturn(int Revision, Answers Answers, ReturnForm Asked)
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
        /// <summary>A return that the actor may see, as it stands; null when there is none.</summary>
        public async Task<StandingReturn?> StandingReturnAsync(PackShelf shelf, ReturnId id, Actor actor, DateOnly day, CancellationToken ct)
        {
            if (await db.ReturnsVisibleTo(actor).AsNoTracking().SingleOrDefaultAsync(@return => @return.Id == id, ct) is not { } @return)
            {
                return null;
            }

            var version = await db.ReturnVersions.AsNoTracking().SingleAsync(
                version => version.Owner == @return.Owner && version.ReturnId == id && version.Number == @return.CurrentVersion, ct);

            return new StandingReturn(
                @return.Revision, Answers.FromJson(version.Answers), await db.FormOfAsync(shelf, @return, version.FormPackId, day, ct));
        }

        /// <summary>What a version of the form asks a return on a day: once the year is over, no estimates of it.</summary>
        public async Task<ReturnForm> FormOfAsync(PackShelf shelf, Return @return, int packId, DateOnly day, CancellationToken ct)
        {
            var rounds = db.Rounds.Where(round => round.Owner == @return.Owner && round.Id == @return.RoundId).Select(round => round.PeriodId);
            var period = await db.Periods.AsNoTracking().SingleAsync(period => rounds.Contains(period.Id), ct);
            var form = await db.FormAsync(shelf, packId, ct);
            var elements = await db.ElementDefinitionsAsync(shelf, await db.JurisdictionAsync(@return.Owner, ct), period.LastDay, ct);

            return new ReturnForm(form.On(day, period), elements, period);
        }
    }
}
