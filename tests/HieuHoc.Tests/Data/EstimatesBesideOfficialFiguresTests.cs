using HieuHoc.Platform;
using Microsoft.EntityFrameworkCore;

namespace HieuHoc.Tests.Data;

/// <summary>An installation that has figures takes the step after which one source may estimate what it also counts.</summary>
public sealed class EstimatesBesideOfficialFiguresTests() : MigrationTest(step: 14)
{
    private const string Columns =
        "owner, element_id, period_id, subject_id, breakdown_id, source_id, source_version, value, stated, roll_up_subject_id, standing";

    private readonly Guid source = Guid.Parse("01900000-0000-7000-8000-000000000007");

    [Fact]
    public async Task Figures_stay_as_they_are_and_an_estimate_of_the_same_source_fits_beside_them()
    {
        await MigrateBeforeAsync();
        await WriteAsync();

        await Engine.MigrateAsync(Ct);

        await using var db = Engine.Open();
        Assert.Equal(["900|0"], await RowsAsync("figure"));
        Assert.Equal(["850|0"], await RowsAsync("superseded_figure"));
        await FigureAsync(db, 950, standing: 2);
        await SupersededAsync(db, 940, standing: 2);
        Assert.Equal(["900|0", "950|2"], await RowsAsync("figure"));
        Assert.Equal(["850|0", "940|2"], await RowsAsync("superseded_figure"));
    }

    private async Task WriteAsync()
    {
        await using var db = Engine.Open();
        var first = new DateOnly(2026, 1, 1);
        await InsertAsync(db, "insert into subject (id, kind) values (1, 'Place')");
        await InsertAsync(db, "insert into place (id, level, valid_from) values (1, 'Commune', @p0)", first);
        await InsertAsync(db, $"insert into owner (id, place_id, demo) values (1, 1, {Engine.False})");
        await InsertAsync(db, "insert into period (id, code, kind, first_day, last_day) values (1, '2026', 'Year', @p0, @p1)", first, first.AddYears(1).AddDays(-1));
        await InsertAsync(db, "insert into element (id, code, decimals) values (1, 'family.recognised', 0)");
        await FigureAsync(db, 900, standing: 0);
        await SupersededAsync(db, 850, standing: 0);
    }

    private Task FigureAsync(HieuHocDb db, long value, int standing) => InsertAsync(
        db, $"insert into figure ({Columns}) values (1, 1, 1, 1, 1, @p0, 2, @p1, {Engine.False}, 1, {standing})", source, value);

    private Task SupersededAsync(HieuHocDb db, long value, int standing) => InsertAsync(
        db,
        $"insert into superseded_figure ({Columns}, superseded_at) values (1, 1, 1, 1, 1, @p0, 1, @p1, {Engine.False}, 1, {standing}, @p2)",
        source,
        value,
        new DateTime(2026, 11, 20, 1, 0, 0, DateTimeKind.Utc));

    private async Task<IReadOnlyList<string>> RowsAsync(string table) =>
        [.. (await Schema.RowsAsync(Engine, $"select value, standing from {table} order by standing", Ct)).Select(row => $"{row[0]}|{row[1]}")];

    private Task InsertAsync(HieuHocDb db, string sql, params object?[] values) => Engine.ExecuteAsync(db, sql, values, Ct);
}
