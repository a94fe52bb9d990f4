using System.Diagnostics;
using HieuHoc.Figures;
using HieuHoc.Platform;
using HieuHoc.Platform.Packs;
using Microsoft.EntityFrameworkCore;

namespace HieuHoc.Bench.Rollups;

/// <summary>Writes the figures of every village and the roll-up over them.</summary>
internal sealed class LoadFigures(DbEngine engine, PackShelf shelf, RollupData data)
{
    /// <summary>On SQLite a longer transaction would keep other writers waiting.</summary>
    private const int SqliteBatch = 20_000;

    private const int PostgresBatch = 200_000;

    private static readonly IReadOnlyList<string> Columns =
    [
        "owner", "element_id", "period_id", "subject_id", "breakdown_id", "source_id", "source_version", "standing", "value", "stated", "roll_up_subject_id",
    ];

    // One element at a time, in the order of the key: every statement is short, and its rows lie together.
    private const string RollUp =
        """
        insert into roll_up (owner, element_id, period_id, subject_id, breakdown_id, standing, sum, reported)
        select figure.owner, figure.element_id, figure.period_id, figure.roll_up_subject_id, figure.breakdown_id, figure.standing,
            sum(figure.value), count(*)
        from figure
        where figure.owner = @p0 and figure.element_id = @p1
        group by figure.owner, figure.element_id, figure.period_id, figure.roll_up_subject_id, figure.breakdown_id, figure.standing
        order by figure.element_id, figure.period_id, figure.roll_up_subject_id
        """;

    /// <summary>Writes the figures in the order of their key.</summary>
    /// <returns>Seconds.</returns>
    public async Task<double> WriteAsync(CancellationToken ct)
    {
        var from = Stopwatch.GetTimestamp();
        await using var db = engine.Open();

        foreach (var batch in Rows().Chunk(engine.Name == "sqlite" ? SqliteBatch : PostgresBatch))
        {
            await engine.BulkInsertAsync(db, "figure", Columns, batch, ct);
        }

        return Stopwatch.GetElapsedTime(from).TotalSeconds;
    }

    /// <summary>Makes the roll-up of all periods from the figures, as a rebuild would.</summary>
    /// <returns>Seconds.</returns>
    public async Task<double> RollUpAsync(CancellationToken ct)
    {
        var from = Stopwatch.GetTimestamp();
        await using var db = engine.Open();

        foreach (var element in data.Elements.Order())
        {
            await engine.ExecuteAsync(db, RollUp, [data.Owner, element], ct);
        }

        return Stopwatch.GetElapsedTime(from).TotalSeconds;
    }

    /// <summary>What a server does by itself within minutes of such a load.</summary>
    public async Task AnalyseAsync(CancellationToken ct)
    {
        await using var db = engine.Open();
        await engine.ExecuteAsync(db, engine.Name == "sqlite" ? "analyze" : "vacuum analyze", [], ct);
    }

    /// <summary>
    /// Takes the figures of one commune in one period out, lets the product post them as confirmations do, compares the
    /// roll-up, and undoes it all. Throws where they differ.
    /// </summary>
    public async Task CheckAsync(int commune, int period, CancellationToken ct)
    {
        await using var db = engine.Open();
        await using var undone = await db.Database.BeginTransactionAsync(ct);
        var villages = data.Villages.Where(village => village.CommuneId == commune).Select(village => village.Id).ToList();
        var rows = db.RollUps.Where(row =>
            row.Owner == data.Owner && data.Elements.Contains(row.ElementId) && row.PeriodId == period && row.SubjectId == commune);
        var rebuilt = await SumsAsync(rows, ct);
        await rows.ExecuteDeleteAsync(ct);
        await db.Figures
            .Where(figure => figure.Owner == data.Owner && data.Elements.Contains(figure.ElementId)
                && figure.PeriodId == period && villages.Contains(figure.SubjectId))
            .ExecuteDeleteAsync(ct);

        foreach (var village in villages)
        {
            var posting = new Posting(data.Owner, village, period, RollupFigure.Source(period, village), 1, Producer.Return, DateTime.UtcNow);
            var values = data.Elements.Index().ToDictionary(
                element => new FigureKey(RollupPacks.Element(element.Index)), element => RollupFigure.Value(element.Index, period, village));

            if (await db.PostFiguresAsync(shelf, posting, values, ct) is { } refusal)
            {
                throw new InvalidOperationException($"The figures of village {village} were refused: {refusal}");
            }

            db.ChangeTracker.Clear();
        }

        var posted = await SumsAsync(rows, ct);

        if (rebuilt.Count != data.Elements.Count || !rebuilt.SequenceEqual(posted))
        {
            throw new InvalidOperationException($"The roll-up of commune {commune} in period {period} is not what its confirmations would have made.");
        }
    }

    private static async Task<IReadOnlyList<(int Element, long Sum, int Reported)>> SumsAsync(IQueryable<RollUp> rows, CancellationToken ct) =>
    [
        .. (await rows.AsNoTracking().OrderBy(row => row.ElementId).ToListAsync(ct)).Select(row => (row.ElementId, row.Sum, row.Reported)),
    ];

    private IEnumerable<object?[]> Rows() =>
        from element in data.Elements.Index()
        from period in data.Periods
        from village in data.Villages
        select (object?[])
        [
            data.Owner,
            element.Item,
            period.Id,
            village.Id,
            Breakdown.WholeId,
            RollupFigure.Source(period.Id, village.Id),
            1,
            (int)Standing.Official,
            RollupFigure.Value(element.Index, period.Id, village.Id),
            false,
            village.CommuneId,
        ];
}
