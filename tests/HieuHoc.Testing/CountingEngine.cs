using System.Data.Common;
using HieuHoc.Platform;
using Microsoft.EntityFrameworkCore.Diagnostics;

namespace HieuHoc.Testing;

/// <summary>An engine that counts the queries that are asked through it.</summary>
public sealed class CountingEngine : WatchedEngine
{
    private readonly Counter counter;

    public CountingEngine(DbEngine engine)
        : this(engine, new Counter())
    {
    }

    private CountingEngine(DbEngine engine, Counter counter)
        : base(engine, counter) => this.counter = counter;

    /// <summary>How many there were since the count was last begun.</summary>
    public int Queries => counter.Queries;

    /// <summary>Begins to count anew.</summary>
    public void Begin() => counter.Queries = 0;

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
