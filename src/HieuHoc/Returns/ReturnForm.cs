using HieuHoc.Figures;
using HieuHoc.Places;
using HieuHoc.Platform;
using HieuHoc.Platform.Packs;
using Microsoft.EntityFrameworkCore;

namespace HieuHoc.Returns;

/// <summary>The form of a return as it is asked on a day, and what its elements mean.</summary>
/// <param name="Period">What it is asked for.</param>
public sealed record ReturnForm(FormsPack Form, IReadOnlyDictionary<string, ElementDefinition> Elements, Period Period);

/// <summary>Finds what a return is asked.</summary>
public static class ReturnForms
{
    extension(HieuHocDb db)
    {
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
