using System.Data.Common;
using HieuHoc.Platform;
using Microsoft.EntityFrameworkCore;
using Microsoft.EntityFrameworkCore.Diagnostics;

namespace HieuHoc.Testing;

/// <summary>An engine that works as another does while somebody watches what goes through it.</summary>
public abstract class WatchedEngine(DbEngine engine, IInterceptor watcher) : DbEngine
{
    public override string Name => engine.Name;

    public override string JsonColumnType => engine.JsonColumnType;

    public override string SkipLocked => engine.SkipLocked;

    public override string False => engine.False;

    public override bool IsFull(DbException failure) => engine.IsFull(failure);

    public override string AsJson(string parameter) => engine.AsJson(parameter);

    public override void Configure(DbContextOptionsBuilder options)
    {
        engine.Configure(options);
        options.AddInterceptors(watcher);
    }

    public override void ConfigureTypes(ModelConfigurationBuilder types) => engine.ConfigureTypes(types);

    public override Task MigrateAsync(CancellationToken ct) => engine.MigrateAsync(ct);

    public override Task<Refusal?> CheckDurabilityAsync(CancellationToken ct) => engine.CheckDurabilityAsync(ct);

    public override Task OptimiseAsync(CancellationToken ct) => engine.OptimiseAsync(ct);

    public override Task CountRowsAsync(HieuHocDb db, string table, CancellationToken ct) => engine.CountRowsAsync(db, table, ct);

    public override Task LockAsync(HieuHocDb db, string name, CancellationToken ct) => engine.LockAsync(db, name, ct);

    public override Task<IDisposable?> TurnAsync(CancellationToken ct) => engine.TurnAsync(ct);

    public override Task BulkInsertAsync(
        HieuHocDb db, string table, IReadOnlyList<string> columns, IEnumerable<object?[]> rows, CancellationToken ct) =>
        engine.BulkInsertAsync(db, table, columns, rows, ct);

    public override Task FillAsync(
        HieuHocDb db, string table, IReadOnlyList<string> columns, IEnumerable<object?[]> rows, CancellationToken ct) =>
        engine.FillAsync(db, table, columns, rows, ct);

    public override object Parameter(object? value) => engine.Parameter(value);
}
