using FsCheck;
using FsCheck.Fluent;
using HieuHoc.Access;
using HieuHoc.Papers;
using HieuHoc.Platform;
using HieuHoc.Programmes.Money;
using HieuHoc.Tests.Figures;

namespace HieuHoc.Tests.Programmes.Money;

public sealed class BudgetConsolidationTests : MoneyTest
{
    private static readonly IReadOnlyList<MoneySource> Sources = Enum.GetValues<MoneySource>();

    private static Gen<BudgetConsolidation> Consolidations =>
        from units in (
            from sent in Gen.Elements(true, true, false)
            from lines in (
                from source in Gen.Elements(Sources.ToArray())
                from amount in Gen.Choose(1, 2_000_000_000)
                select new BudgetLine("Lớp học", source, amount * 499L, "")).ListOf(6)
            select (Sent: sent, Lines: lines)).ListOf(12)
        select new BudgetConsolidation(
            new BudgetRound { Owner = 1, Id = new BudgetRoundId(Guid.Empty), Year = 2027, DueOn = Due, OpenedBy = null, OpenedAt = DateTime.UnixEpoch },
            [.. units.Select((unit, i) => new BudgetUnit(i, $"Xã {i}", unit.Sent ? BudgetRequestState.Sent : BudgetRequestState.Drafting, null, "", unit.Sent ? [.. unit.Lines] : []))]);

    [Fact]
    public void The_whole_is_the_sum_of_what_was_sent_by_unit_and_by_source() => Always.Holds(Consolidations, whole =>
    {
        var all = whole.Units.Where(unit => unit.State is BudgetRequestState.Sent).SelectMany(unit => unit.Lines).ToList();

        return whole.Total == all.Sum(line => line.Amount)
            && whole.Total == Sources.Sum(whole.Of)
            && whole.Total == whole.Sent.Sum(unit => unit.Total)
            && Sources.All(source => whole.Of(source) == all.Where(line => line.Source == source).Sum(line => line.Amount));
    }, cases: 200);

    [Fact]
    public async Task Only_what_is_sent_counts_and_who_has_not_sent_is_listed()
    {
        await OpenAsync();
        await StateAsync(Officer, 0, true, Classes, Week);
        await StateAsync(OfDepartment, 0, true, Week);
        await StateAsync(Neighbour, 0, false, Classes);

        var read = await ReadAsync(Standing);

        Assert.Equal(["Sở Văn hóa, Thể thao và Du lịch", "Xã Hải Lăng"], read.Sent.Select(unit => unit.Name));
        Assert.Equal((5, 24_000_000, 9_000_000), (read.Units.Count, read.Total, read.Of(MoneySource.Mobilised)));
        Assert.Equal(BudgetRequestState.Drafting, read.Units.Single(unit => unit.Subject == VinhDinh).State);
        Assert.Empty(read.Units.Single(unit => unit.Subject == VinhDinh).Lines);

        await ReturnAsync(HaiLang, 1, "Thiếu căn cứ");
        Assert.Equal((4_500_000, "Thiếu căn cứ"), ((await ReadAsync(Leader)).Total, (await ReadAsync(Leader)).Units.Single(unit => unit.Subject == HaiLang).Reason));
    }

    [Fact]
    public async Task Everyone_sees_their_own_part()
    {
        await OpenAsync();

        Assert.Equal([HaiLang], (await ReadAsync(Officer)).Units.Select(unit => unit.Subject));
        Assert.Equal([Department], (await ReadAsync(OfDepartment)).Units.Select(unit => unit.Subject));
        Assert.Equal([OfAssociation.OwnSubject], (await ReadAsync(OfAssociation)).Units.Select(unit => unit.Subject));
        Assert.Equal(5, (await ReadAsync(Given.Person(Role.Auditor, Province))).Units.Count);
        Assert.Equal(new BudgetRoundNotFound(), (await new ReadBudgetRound(Db).RunAsync(Round, Given.Person(Role.Administrator, Province), Ct)).Refusal);
        Given.Owner(Given.Place("Huế"), id: 2);
        Assert.Equal(new BudgetRoundNotFound(), (await new ReadBudgetRound(Db).RunAsync(Round, Standing with { Owner = 2 }, Ct)).Refusal);
    }

    [Fact]
    public async Task The_workbook_has_the_shown_numbers_and_its_figures_are_formulas()
    {
        await OpenAsync();
        await StateAsync(Officer, 0, true, Classes, Week);
        await StateAsync(OfDepartment, 0, true, Week);
        using var file = new MemoryStream();
        ExcelPaper.Write(new BuildBudgetWorkbook(new Texts()).Build(await ReadAsync(Standing), [new TaskTotal(new(Guid.CreateVersion7()), "Mở lớp", 2027, 5_000_000, 0)], demo: false), file);

        var rows = Read(file, "Tổng hợp");
        Assert.Equal([1m, "Sở Văn hóa, Thể thao và Du lịch", 0m, 0m, 0m, 4_500_000m, 4_500_000m], rows[^3]);
        Assert.Equal([2m, "Xã Hải Lăng", 15_000_000m, 0m, 0m, 4_500_000m, 19_500_000m], rows[^2]);
        Assert.Equal([null, "Tổng cộng", 15_000_000m, 0m, 0m, 9_000_000m, 24_000_000m], rows[^1]);
        file.Position = 0;
        Assert.Equal(15, ExcelTable.Specials(file, "Tổng hợp").Count(cell => cell.Kind is CellKind.Formula));
        Assert.Equal([2m, "Xã Hải Lăng", "Lớp xóa mù chữ", "Ngân sách tỉnh", 15_000_000m, "3 lớp"], Read(file, "Chi tiết")[^2]);
        // Nobody wrote what was spent: there is no zero in its place.
        Assert.Equal([1m, "Mở lớp", 5_000_000m], Read(file, "Kinh phí theo nhiệm vụ")[^2].TakeWhile(cell => cell is not null));
    }

    [Fact]
    public async Task A_workbook_of_which_nobody_has_sent_is_empty_and_no_fault()
    {
        await OpenAsync();
        using var file = new MemoryStream();
        ExcelPaper.Write(new BuildBudgetWorkbook(new Texts()).Build(await ReadAsync(Standing), [], demo: true), file);

        Assert.Equal([null, "Tổng cộng"], Read(file, "Tổng hợp")[^1]);
    }

    private static List<IReadOnlyList<object?>> Read(MemoryStream file, string sheet)
    {
        file.Position = 0;

        return [.. ExcelTable.Read(file, sheet).Select(row => row.Cells)];
    }
}
