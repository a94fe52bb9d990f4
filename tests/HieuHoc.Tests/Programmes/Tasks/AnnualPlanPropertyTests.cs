using HieuHoc.Platform;
using HieuHoc.Programmes.Tasks;
using HieuHoc.Testing;
using Microsoft.EntityFrameworkCore;

namespace HieuHoc.Tests.Programmes.Tasks;

/// <summary>In whatever order plans are drawn up, written in, dropped and reported on, and tasks move: what a person wrote stays, and the same act again changes nothing.</summary>
public sealed class AnnualPlanPropertyTests : TasksTest
{
    private const int Acts = 40;

    [Theory]
    [InlineData(1)]
    [InlineData(2)]
    [InlineData(3)]
    [InlineData(4)]
    public async Task What_a_person_wrote_stays_and_the_same_act_again_changes_nothing(int seed)
    {
        var random = new Random(seed);
        var written = new Dictionary<AnnualRowId, StatedRow>();
        var dropped = new Dictionary<AnnualRowId, string>();
        var said = new Dictionary<AnnualRowId, List<RowState>>();

        for (var i = 0; i < Acts; i++)
        {
            var act = await ActAsync(random, written, dropped, said);
            await act();
            var after = await AllAsync();
            await act();

            Assert.Equal(after, await AllAsync());
            await HoldsAsync(written, dropped, said);
        }
    }

    private async Task<Func<Task>> ActAsync(
        Random random, Dictionary<AnnualRowId, StatedRow> written, Dictionary<AnnualRowId, string> dropped, Dictionary<AnnualRowId, List<RowState>> said)
    {
        var year = random.Next(2026, 2028);
        var rows = (await Stored().AnnualRows.AsNoTracking().ToListAsync(Ct)).OrderBy(one => one.Id.Value).ToList();

        if (rows.Count == 0 || random.Next(4) == 0)
        {
            Given.Task(Education, stated: Given.Stated with { DueMonth = random.Next(1, 13), DueDay = 28 });

            return () => DrawUp.RunAsync(Education, year, OfEducation, Ct);
        }

        var row = rows[random.Next(rows.Count)];

        switch (random.Next(6))
        {
            case 4 when row.TaskId is { } moved:
                var task = await Stored().ProgrammeTasks.AsNoTracking().SingleAsync(one => one.Id == moved, Ct);
                // No row has a 27th or 28th of its own.
                var given = StatedTask.Of(task) with { DueMonth = random.Next(1, 13), DueDay = random.Next(27, 29) };

                return () => KeepTasks.ChangeAsync(moved, task.Revision, given, Led("Sở Giáo dục và Đào tạo"), Agency, Ct);
            case 0 when row.DropReason is null:
                var stated = new StatedRow($"Kết quả {random.Next(1_000)}", new DateOnly(row.Year, random.Next(1, 13), 1), "");
                written[row.Id] = stated;

                return () => KeepRows.ChangeAsync(row.Id, row.Revision, stated, OfEducation, Ct);
            case 1 when row.DropReason is null:
                dropped[row.Id] = $"Lý do {random.Next(1_000)}";

                return () => KeepRows.DropAsync(row.Id, dropped[row.Id], OfEducation, Ct);
            case 2 when row.DropReason is null:
                var states = said.TryGetValue(row.Id, out var before) ? before : said[row.Id] = [];
                var told = new ToldProgress(Guid.CreateVersion7(), states.Count, (RowState)random.Next(3), $"{random.Next(1_000)}", Today);
                states.Add(told.State);

                return () => SayProgress.RunAsync(row.Id, told, OfEducation, Ct);
            case 3:
                var own = new AnnualRowId(Guid.CreateVersion7());
                written[own] = new StatedRow($"Việc riêng {random.Next(1_000)}", null, "");

                return () => KeepRows.AddAsync(own, Education, year, "Việc riêng", written[own], OfEducation, Ct);
            default:
                return () => DrawUp.RunAsync(Education, year, OfEducation, Ct);
        }
    }

    private async Task HoldsAsync(Dictionary<AnnualRowId, StatedRow> written, Dictionary<AnnualRowId, string> dropped, Dictionary<AnnualRowId, List<RowState>> said)
    {
        var rows = await Stored().AnnualRows.ToDictionaryAsync(row => row.Id, Ct);
        var progress = (await Stored().RowProgresses.ToListAsync(Ct)).ToLookup(one => one.RowId);

        Assert.All(written, one => Assert.Equal(one.Value, StatedRow.Of(rows[one.Key])));
        Assert.All(dropped, one => Assert.Equal(one.Value, rows[one.Key].DropReason));
        Assert.All(said, one => Assert.Equal(one.Value, progress[one.Key].OrderBy(told => told.Number).Select(told => told.State)));
        Assert.All(said, one => Assert.Equal(one.Value[^1], rows[one.Key].State));
        var tasks = await Stored().ProgrammeTasks.ToDictionaryAsync(task => task.Id, Ct);
        Assert.All(rows.Values.Where(row => row is { TaskId: not null, Edited: false, IsOpen: true } && !said.ContainsKey(row.Id)), row => Assert.Equal(tasks[row.TaskId!.Value].DueIn(row.Year), row.DueOn));
        Assert.All(rows.Values.Where(row => row.TaskId is not null).GroupBy(row => (row.TaskId, row.Year)), same => Assert.Single(same));
    }

    /// <summary>All that is stored of plans, and how much the audit tells.</summary>
    private async Task<string> AllAsync()
    {
        var rows = (await Stored().AnnualRows.ToListAsync(Ct)).OrderBy(row => row.Id.Value)
            .Select(row => $"{row.Id} {row.Year} {row.TaskId} {StatedRow.Of(row)} {row.State} {row.DropReason} {row.Revision}");
        var said = (await Stored().RowProgresses.ToListAsync(Ct)).Select(one => $"{one.RowId} {one.Number} {one.State}").Order(StringComparer.Ordinal);

        return string.Join('\n', rows.Concat(said).Append($"{await Stored().AuditEntries.CountAsync(Ct)}"));
    }
}
