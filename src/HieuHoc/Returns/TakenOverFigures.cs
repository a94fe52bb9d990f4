using HieuHoc.Figures;
using HieuHoc.Places;
using HieuHoc.Platform;
using Microsoft.EntityFrameworkCore;

namespace HieuHoc.Returns;

/// <summary>The figures of returns that another one took over.</summary>
public static class TakenOverFigures
{
    extension(HieuHocDb db)
    {
        /// <summary>
        /// Lets the figures of places that live on in this return's place count no longer, when its own begin to. Of a split
        /// place any successor's do: rather too little for a while than some people twice.
        /// </summary>
        public async Task WithdrawTakenOverAsync(Return heir, DateTime at, CancellationToken ct)
        {
            var before = await db.BeforeAsync([heir.SubjectId], ct);

            if (before.Count == 0)
            {
                return;
            }

            var gone = await db.Returns.AsNoTracking()
                .Where(@return => @return.Owner == heir.Owner && @return.RoundId == heir.RoundId && EF.Parameter(before).Contains(@return.SubjectId))
                .Where(@return => @return.TakenOverBy != null)
                .OrderBy(@return => @return.SubjectId)
                .Select(@return => @return.Id)
                .ToListAsync(ct);

            foreach (var id in gone)
            {
                await db.WithdrawFiguresAsync(heir.Owner, id.Value, at, ct);
            }
        }
    }
}
