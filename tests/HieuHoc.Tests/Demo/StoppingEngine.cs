using System.Data.Common;
using HieuHoc.Platform;
using HieuHoc.Returns;
using Microsoft.EntityFrameworkCore;
using Microsoft.EntityFrameworkCore.Diagnostics;

namespace HieuHoc.Tests.Demo;

/// <summary>An engine on which whoever works is told to stop as soon as so many steps of returns are stored.</summary>
internal sealed class StoppingEngine(DbEngine engine, int steps, CancellationTokenSource stop) : DbEngine
{
    private readonly Counter counter = new(steps, stop);

    public override string Name => engine.Name;

    public override string JsonColumnType => engine.JsonColumnType;

    public override string SkipLocked => engine.SkipLocked;

    public override string False => engine.False;

    public override string AsJson(string parameter) => engine.AsJson(parameter);

    public override void Configure(DbContextOptionsBuilder options)
    {
        engine.Configure(options);
        options.AddInterceptors(counter);
    }

    public override void ConfigureTypes(ModelConfigurationBuilder types) => engine.ConfigureTypes(types);

    public override Task MigrateAsync(CancellationToken ct) => engine.MigrateAsync(ct);

    public override Task<Refusal?> CheckDurabilityAsync(CancellationToken ct) => engine.CheckDurabilityAsync(ct);

    public override Task OptimiseAsync(CancellationToken ct) => engine.OptimiseAsync(ct);

    public override Task CountRowsAsync(HieuHocDb db, string table, CancellationToken ct) => engine.CountRowsAsync(db, table, ct);

    public override Task LockAsync(HieuHocDb db, string name, CancellationToken ct) => engine.LockAsync(db, name, ct);

    public override Task BulkInsertAsync(
        HieuHocDb db, string table, IReadOnlyList<string> columns, IEnumerable<object?[]> rows, CancellationToken ct) =>
        engine.BulkInsertAsync(db, table, columns, rows, ct);

    public override object Parameter(object? value) => engine.Parameter(value);

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
