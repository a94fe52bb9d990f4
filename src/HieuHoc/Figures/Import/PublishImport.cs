using System.Globalization;
using HieuHoc.Access;
using HieuHoc.Platform;
using Microsoft.EntityFrameworkCore;

namespace HieuHoc.Figures.Import;

/// <summary>
/// Stages the rows of an import under its id, twenty thousand a transaction, and makes all of them figures by one
/// transaction in the order of the key: nobody waits long, and nobody sees half.
/// </summary>
internal sealed class PublishImport(HieuHocDb db, ProgrammeClock clock, string file)
{
    /// <summary>The most rows of one transaction.</summary>
    public const int Batch = 20_000;

    private const string Key = "owner, element_id, period_id, subject_id, breakdown_id, standing";

    private const string Counted = "value, stated, roll_up_subject_id";

    /// <summary>The figures of earlier imports that say something of what a staged row says.</summary>
    private const string Replaced =
        """
        figure
        join staged_figure staged on staged.owner = figure.owner and staged.element_id = figure.element_id
            and staged.period_id = figure.period_id and staged.subject_id = figure.subject_id
            and staged.breakdown_id = figure.breakdown_id and staged.standing = figure.standing
        join figure_source source on source.owner = figure.owner and source.id = figure.source_id
            and source.version = figure.source_version and source.producer = 'Import'
        where staged.owner = @p0 and staged.run_id = @p1
        """;

    private static readonly string MoveRollUp = RollUpMoves.Add(
        $"""
        select owner, element_id, period_id, roll_up_subject_id as subject_id, breakdown_id, standing, value, 1 as one
        from staged_figure where owner = @p0 and run_id = @p1 and not stated
        union all
        select figure.owner, figure.element_id, figure.period_id, figure.roll_up_subject_id, figure.breakdown_id, figure.standing, -figure.value, -1
        from {Replaced} and not figure.stated
        """);

    private const string Supersede =
        $"""
        insert into superseded_figure ({Key}, source_id, source_version, {Counted}, superseded_at)
        select figure.owner, figure.element_id, figure.period_id, figure.subject_id, figure.breakdown_id, figure.standing,
            figure.source_id, figure.source_version, figure.value, figure.stated, figure.roll_up_subject_id, @p2
        from {Replaced}
        """;

    // The figures are read once. Joined with themselves they could be read once for each.
    private const string Remove =
        """
        delete from figure
        where figure.owner = @p0
            and exists (
                select 1 from staged_figure staged
                where staged.owner = @p0 and staged.run_id = @p1 and staged.element_id = figure.element_id
                    and staged.period_id = figure.period_id and staged.subject_id = figure.subject_id
                    and staged.breakdown_id = figure.breakdown_id and staged.standing = figure.standing)
            and exists (
                select 1 from figure_source source
                where source.owner = @p0 and source.id = figure.source_id
                    and source.version = figure.source_version and source.producer = 'Import')
        """;

    private const string Add =
        $"""
        insert into figure ({Key}, source_id, source_version, {Counted})
        select {Key}, @p2, 1, {Counted}
        from staged_figure where owner = @p0 and run_id = @p1
        order by {Key}
        """;

    private const string SweepRollUp =
        """
        delete from roll_up where owner = @p0 and reported = 0
            and (element_id, period_id) in (select element_id, period_id from staged_figure where owner = @p0 and run_id = @p1)
        """;

    private static readonly string Anchor =
        $"update staged_figure set roll_up_subject_id = {RollUpAnchor.Of("staged_figure")} where owner = @p0 and run_id = @p1";

    /// <summary>How long a stopped run may leave its rows; its id says when it began.</summary>
    private static readonly TimeSpan Forgotten = TimeSpan.FromDays(1);

    private const string Sweep = "delete from staged_figure where owner = @p0 and run_id = @p1";

    /// <param name="batches">None larger than <see cref="Batch"/>.</param>
    public async Task<Outcome<ImportedFigures>> RunAsync(
        FigureSource source, IAsyncEnumerable<IReadOnlyList<ResolvedRow>> batches, bool dryRun, Actor actor, CancellationToken ct)
    {
        var run = Guid.CreateVersion7(new DateTimeOffset(source.ConfirmedAt));

        try
        {
            var staged = await StageAsync(source, run, batches, ct);

            return staged == (0, 0) ? new ImportEmpty() : await PublishAsync(source, run, staged, dryRun, actor, ct);
        }
        finally
        {
            // Whatever came of it, nothing of the run stays behind; what was published has gone over.
            await db.Engine.ExecuteAsync(db, Sweep, [source.Owner, run], CancellationToken.None);
        }
    }

    private async Task<(int Counted, int Stated)> StageAsync(
        FigureSource source, Guid run, IAsyncEnumerable<IReadOnlyList<ResolvedRow>> batches, CancellationToken ct)
    {
        var periods = new Dictionary<string, int>();
        var (counted, stated) = (0, 0);
        var forgotten = Guid.CreateVersion7(new DateTimeOffset(source.ConfirmedAt - Forgotten));
        await db.Engine.ExecuteAsync(db, "delete from staged_figure where owner = @p0 and run_id < @p1", [source.Owner, forgotten], ct);

        await foreach (var batch in batches.WithCancellation(ct))
        {
            await NumberAsync(batch, periods, ct);
            await using var transaction = await db.Database.BeginTransactionAsync(ct);
            var ordered = batch.OrderBy(row => (row.ElementId, periods[row.Period.Text], row.SubjectId, row.BreakdownId, row.Standing));
            await db.Engine.BulkInsertAsync(db, ordered.Select(row => Staged(source.Owner, run, row, periods[row.Period.Text])), ct);
            await transaction.CommitAsync(ct);
            var apart = batch.Count(row => row.Stated);
            (counted, stated) = (counted + batch.Count - apart, stated + apart);
        }

        await db.Engine.CountRowsAsync(db, "staged_figure", ct);
        await db.Engine.ExecuteAsync(db, Anchor, [source.Owner, run], ct);

        return (counted, stated);
    }

    private static StagedFigure Staged(short owner, Guid run, ResolvedRow row, int period) => new()
    {
        Owner = owner,
        RunId = run,
        ElementId = row.ElementId,
        PeriodId = period,
        SubjectId = row.SubjectId,
        BreakdownId = row.BreakdownId,
        Standing = row.Standing,
        Value = row.Value,
        Stated = row.Stated,
        RollUpSubjectId = row.SubjectId,
        Line = row.Line,
    };

    /// <summary>Learns the numbers of the periods that were not met before.</summary>
    private async Task NumberAsync(IReadOnlyList<ResolvedRow> rows, Dictionary<string, int> periods, CancellationToken ct)
    {
        var unknown = rows.Select(row => row.Period).Where(period => !periods.ContainsKey(period.Text)).DistinctBy(period => period.Text)
            .OrderBy(period => period.Text, StringComparer.Ordinal).ToList();

        if (unknown.Count == 0)
        {
            return;
        }

        await using var transaction = await db.Database.BeginTransactionAsync(ct);

        foreach (var code in unknown)
        {
            periods[code.Text] = (await db.PeriodAsync(code, ct)).Id;
        }

        await transaction.CommitAsync(ct);
    }

    private async Task<Outcome<ImportedFigures>> PublishAsync(
        FigureSource source, Guid runId, (int Counted, int Stated) staged, bool dryRun, Actor actor, CancellationToken ct)
    {
        IReadOnlyList<object?> run = [source.Owner, runId];
        await using var transaction = await db.Database.BeginTransactionAsync(ct);
        // Two imports of the same at once would both find nothing to replace.
        await db.Engine.LockAsync(db, "imports", ct);
        // PostgreSQL takes the figures for few when it counted them while the import before was not yet committed, and then
        // goes through all staged rows for each of them. Counted here, they stay counted until the transaction ends.
        await db.Engine.CountRowsAsync(db, "figure", ct);

        var replaced = await ReplacedAsync(run, ct);
        var imported = new ImportedFigures(staged.Counted, staged.Stated, replaced);

        if (await db.FigureSources.AsNoTracking().SingleOrDefaultAsync(known => known.Owner == source.Owner && known.Id == source.Id, ct) is { } known)
        {
            return known.Digest == source.Digest ? imported with { Replaced = 0 } : new ImportDiffers(known.Title);
        }

        if (replaced > 0 && source.Reason.Length == 0)
        {
            return new ImportFaulty(await LinesReplacedAsync(run, ct));
        }

        if (dryRun)
        {
            return imported;
        }

        await db.Engine.ExecuteAsync(db, MoveRollUp, run, ct);
        await db.Engine.ExecuteAsync(db, Supersede, [.. run, source.ConfirmedAt], ct);
        await db.Engine.ExecuteAsync(db, Remove, run, ct);
        await db.Engine.ExecuteAsync(db, Add, [.. run, source.Id], ct);
        await db.Engine.ExecuteAsync(db, SweepRollUp, run, ct);
        db.Add(source);
        db.Record(new FiguresImported(source.Id, imported.Counted, imported.Stated, imported.Replaced), source.Owner, actor.PersonId?.Value, clock.Now);
        await db.SaveChangesAsync(ct);
        await transaction.CommitAsync(ct);

        return imported;
    }

    private async Task<int> ReplacedAsync(IReadOnlyList<object?> run, CancellationToken ct)
    {
        await using var command = await db.Engine.CommandAsync(db, $"select count(*) from {Replaced}", run, ct);

        return Convert.ToInt32(await command.ExecuteScalarAsync(ct), CultureInfo.InvariantCulture);
    }

    /// <summary>The lines that say what an earlier import says.</summary>
    private async Task<IReadOnlyList<FileMistake>> LinesReplacedAsync(IReadOnlyList<object?> run, CancellationToken ct)
    {
        await using var command = await db.Engine.CommandAsync(
            db, $"select staged.line, source.title from {Replaced} order by staged.line", run, ct);
        await using var reader = await command.ExecuteReaderAsync(ct);
        var lines = new List<FileMistake>();

        while (await reader.ReadAsync(ct))
        {
            lines.Add(FileMistake.InLine(file, reader.GetInt32(0), "import.mistake.imported", reader.GetString(1)));
        }

        return lines;
    }
}
