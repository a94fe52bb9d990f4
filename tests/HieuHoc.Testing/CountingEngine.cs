using System.Data.Common;
using HieuHoc.Platform;
using Microsoft.EntityFrameworkCore;
using Microsoft.EntityFrameworkCore.Diagnostics;

namespace HieuHoc.Testing;

/// <summary>An engine that counts the queries that are asked through it.</summary>
public sealed class CountingEngine(DbEngine engine) : DbEngine
{
    private readonly Counter counter = new();

    /// <summary>How many there were since the count was last begun.</summary>
    public int Queries => counter.Queries;

    public override string Name => engine.Name;

    public override string JsonColumnType => engine.JsonColumnType;

    public override string SkipLocked => engine.SkipLocked;

    public override string False => engine.False;

    /// <summary>Begins to count anew.</summary>
    public void Begin() => counter.Queries = 0;

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

    private sealed class Counter : DbCommandInterceptor
    {
        public int Queries { get; set; }

        public override ValueTask<InterceptionResult<DbDataReader>> ReaderExecutingAsync(
            DbCommand command, CommandEventData eventData, InterceptionResult<DbDataReader> result, CancellationToken cancellationToken = default)
        {
            Queries++;

            return new ValueTask<InterceptionResult<DbDataReader>>(result);
        }
    }
}
