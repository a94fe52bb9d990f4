using Microsoft.EntityFrameworkCore.Storage;

namespace HieuHoc.Platform;

public static class Transactions
{
    extension(HieuHocDb db)
    {
        /// <summary>A transaction of one's own; null within one that a caller began, who commits it, or not.</summary>
        public async Task<IDbContextTransaction?> BeginUnlessBegunAsync(CancellationToken ct) =>
            db.Transaction is null ? await db.Database.BeginTransactionAsync(ct) : null;
    }
}
