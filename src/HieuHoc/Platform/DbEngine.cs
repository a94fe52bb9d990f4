using System.Data.Common;
using Microsoft.EntityFrameworkCore;
using Microsoft.EntityFrameworkCore.Metadata;

namespace HieuHoc.Platform;

/// <summary>What differs between the engines that keep the data: connection, types, migrations, bulk loading.</summary>
public abstract class DbEngine
{
    /// <summary>"sqlite" or "postgres", as benches and messages print it.</summary>
    public abstract string Name { get; }

    /// <summary>The column type of a JSON document.</summary>
    public abstract string JsonColumnType { get; }

    /// <summary>How a row that another transaction holds is passed over rather than waited for; nothing where there is one writer.</summary>
    public abstract string SkipLocked { get; }

    /// <summary>The word for "no" in a raw command.</summary>
    public abstract string False { get; }

    /// <summary>A parameter of a raw command as a JSON document.</summary>
    public abstract string AsJson(string parameter);

    /// <summary>Points a context at this engine's database.</summary>
    public abstract void Configure(DbContextOptionsBuilder options);

    /// <summary>How this engine stores the types that the engines store differently.</summary>
    public abstract void ConfigureTypes(ModelConfigurationBuilder types);

    /// <summary>Brings the schema up to date; a failed migration leaves everything as it was.</summary>
    public abstract Task MigrateAsync(CancellationToken ct);

    /// <summary>Why this database could lose an acknowledged record, or null when it keeps them all.</summary>
    public abstract Task<Refusal?> CheckDurabilityAsync(CancellationToken ct);

    /// <summary>True when the engine failed because the disk under the database is full; what it was to write was not written.</summary>
    public abstract bool IsFull(DbException failure);

    /// <summary>Lets the engine count again what its plans are made from, where it does not do so by itself; well under a second.</summary>
    public abstract Task OptimiseAsync(CancellationToken ct);

    /// <summary>
    /// Tells the engine at once how many rows a table has got, where it would otherwise plan for the few that it had; for a
    /// table that is filled and then joined.
    /// </summary>
    public abstract Task CountRowsAsync(HieuHocDb db, string table, CancellationToken ct);

    /// <summary>
    /// Waits for the turn to write, where one writes at a time, in the order of coming; disposed, it goes to the next. Null where
    /// many write at once.
    /// </summary>
    public virtual Task<IDisposable?> TurnAsync(CancellationToken ct) => Task.FromResult<IDisposable?>(null);

    /// <summary>Waits until no other transaction holds the lock of this name; it goes with the context's transaction.</summary>
    public abstract Task LockAsync(HieuHocDb db, string name, CancellationToken ct);

    /// <summary>Writes many rows at once, in the order given, inside the context's transaction if it has one.</summary>
    public abstract Task BulkInsertAsync(
        HieuHocDb db, string table, IReadOnlyList<string> columns, IEnumerable<object?[]> rows, CancellationToken ct);

    /// <summary>Writes many rows at once, each in the columns that the mapping of its type has.</summary>
    public Task BulkInsertAsync<T>(HieuHocDb db, IEnumerable<T> rows, CancellationToken ct)
        where T : class
    {
        var mapped = db.Model.FindEntityType(typeof(T))!;
        var properties = mapped.GetProperties().ToList();

        return BulkInsertAsync(
            db,
            mapped.GetTableName()!,
            [.. properties.Select(property => property.GetColumnName())],
            rows.Select(row => properties.Select(property => property.GetGetter().GetClrValue(row)).ToArray()),
            ct);
    }

    /// <summary>
    /// Writes the first rows of a table that nobody reads or writes yet: what they refer to may be checked once at the
    /// end, by an engine that otherwise asks row by row.
    /// </summary>
    public virtual Task FillAsync(
        HieuHocDb db, string table, IReadOnlyList<string> columns, IEnumerable<object?[]> rows, CancellationToken ct) =>
        BulkInsertAsync(db, table, columns, rows, ct);

    /// <summary>
    /// A value as this engine's driver takes it for a raw command: a uuid is a blob on SQLite, an enum its name.
    /// </summary>
    public abstract object Parameter(object? value);

    /// <summary>The model's properties behind the columns of a table; null for a column that the model does not know.</summary>
    protected static IReadOnlyList<IProperty?> Properties(HieuHocDb db, string table, IReadOnlyList<string> columns)
    {
        var known = db.Model.GetEntityTypes().FirstOrDefault(entity => entity.GetTableName() == table)?.GetProperties()
            .ToDictionary(property => property.GetColumnName()) ?? [];

        return [.. columns.Select(known.GetValueOrDefault)];
    }

    /// <summary>A value as the column of a property takes it: an enum by name or by number, as the model has it.</summary>
    protected object Stored(object? value, IProperty? property) =>
        value is Enum && property?.GetTypeMapping().Converter is { } converter
            ? converter.ConvertToProvider(value)!
            : Parameter(value);

    /// <summary>Builds the model of the data, which takes a second of a cold start, beside what the caller does meanwhile.</summary>
    public Task BuildModelAsync(CancellationToken ct) => Task.Run(
        () =>
        {
            using var db = Open();
            _ = db.Model;
        },
        ct);

    /// <summary>A context on this engine; the caller disposes it.</summary>
    public HieuHocDb Open()
    {
        var options = new DbContextOptionsBuilder<HieuHocDb>();
        Configure(options);

        return new HieuHocDb(options.Options, this);
    }

    /// <summary>Runs one raw command inside the context's transaction, with parameters @p0, @p1 … .</summary>
    public async Task<int> ExecuteAsync(HieuHocDb db, string sql, IReadOnlyList<object?> values, CancellationToken ct)
    {
        await using var command = await CommandAsync(db, sql, values, ct);

        return await command.ExecuteNonQueryAsync(ct);
    }

    /// <summary>A raw command inside the context's transaction, with parameters @p0, @p1 … .</summary>
    public async Task<DbCommand> CommandAsync(HieuHocDb db, string sql, IReadOnlyList<object?> values, CancellationToken ct)
    {
        await db.Database.OpenConnectionAsync(ct);
        var command = db.Database.GetDbConnection().CreateCommand();
        command.CommandText = sql;
        command.Transaction = db.Transaction;

        for (var i = 0; i < values.Count; i++)
        {
            var parameter = command.CreateParameter();
            parameter.ParameterName = $"@p{i}";
            parameter.Value = Parameter(values[i]);
            command.Parameters.Add(parameter);
        }

        return command;
    }
}
