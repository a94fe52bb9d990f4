using System.Data.Common;
using HieuHoc.Platform;
using HieuHoc.Returns;
using HieuHoc.Testing;
using Microsoft.EntityFrameworkCore;
using Microsoft.EntityFrameworkCore.Diagnostics;

namespace HieuHoc.Tests.Demo;

/// <summary>An engine on which whoever works is told to stop as soon as so many steps of returns are stored.</summary>
internal sealed class StoppingEngine(DbEngine engine, int steps, CancellationTokenSource stop)
    : WatchedEngine(engine, new StoppingEngine.Counter(steps, stop))
{
    private sealed class Counter(int steps, CancellationTokenSource stop) : SaveChangesInterceptor, IDbTransactionInterceptor
    {
        private int saved;

        public override ValueTask<InterceptionResult<int>> SavingChangesAsync(
            DbContextEventData eventData, InterceptionResult<int> result, CancellationToken cancellationToken = default)
        {
            saved += eventData.Context!.ChangeTracker.Entries<ReturnMove>().Count(move => move.State is EntityState.Added);

            return new ValueTask<InterceptionResult<int>>(result);
        }

        public Task TransactionCommittedAsync(
            DbTransaction transaction, TransactionEndEventData eventData, CancellationToken cancellationToken = default) =>
            saved >= steps ? stop.CancelAsync() : Task.CompletedTask;
    }
}
