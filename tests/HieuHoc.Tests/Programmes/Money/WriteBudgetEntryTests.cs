using HieuHoc.Access;
using HieuHoc.Documents;
using HieuHoc.Platform;
using HieuHoc.Platform.Attachments;
using HieuHoc.Programmes.Money;
using HieuHoc.Programmes.Tasks;
using HieuHoc.Testing;
using Microsoft.EntityFrameworkCore;

namespace HieuHoc.Tests.Programmes.Money;

public sealed class WriteBudgetEntryTests : MoneyTest
{
    private static StatedBudgetEntry Allocation =>
        new(BudgetEntryKind.Allocation, 2026, MoneySource.Province, 20_000_000, new DateOnly(2026, 2, 10), "Lớp xóa mù chữ", "512/QĐ-UBND", null, "");

    private static StatedBudgetEntry Spending => new(BudgetEntryKind.Spending, 2026, MoneySource.Province, 12_000_000, new DateOnly(2026, 10, 1), "Tài liệu", "", null, "");

    [Fact]
    public async Task What_is_left_is_what_was_allocated_without_what_was_spent_and_may_fall_below_zero()
    {
        await WrittenAsync(Allocation, Standing);
        await WrittenAsync(Spending);
        Assert.Equal(8_000_000, (await LedgerAsync()).Remaining());

        await WrittenAsync(Spending);
        Assert.Equal((-4_000_000, 0), ((await LedgerAsync()).Remaining(MoneySource.Province), (await LedgerAsync()).Remaining(MoneySource.Local)));
        Assert.Equal(3, await ToldAsync<BudgetEntryWritten>());
    }

    [Fact]
    public async Task The_same_request_again_changes_nothing_and_another_under_its_id_is_told()
    {
        var id = NewId();
        Assert.Null((await WriteAsync(id, Spending)).Refusal);
        Assert.Null((await WriteAsync(id, Spending)).Refusal);

        Assert.Equal(new MoneyEntryDiffers(), (await WriteAsync(id, Spending with { Amount = 1 })).Refusal);
        Assert.Equal(1, await Stored().BudgetEntries.CountAsync(Ct));
    }

    [Fact]
    public async Task A_correction_counts_in_the_place_of_the_entry_which_stays()
    {
        var wrong = await WrittenAsync(Spending);
        var right = await WrittenAsync(Spending with { Amount = 10_000_000, Corrects = wrong, Reason = "Ghi nhầm" });
        Assert.Equal((10_000_000, 2), ((await LedgerAsync()).Spent(), (await LedgerAsync()).Entries.Count));

        // To nothing, and into another year.
        await WrittenAsync(Spending with { Amount = 0, Corrects = right, Reason = "Không chi" });
        Assert.Equal(0, (await LedgerAsync()).Spent());
        var other = await WrittenAsync(Spending);
        await WrittenAsync(Spending with { Year = 2025, Corrects = other, Reason = "Của năm trước" });
        Assert.Equal((0, 12_000_000), ((await LedgerAsync()).Spent(), (await LedgerAsync(2025)).Spent()));
        Assert.Equal(3, await ToldAsync<BudgetEntryCorrected>());
    }

    [Fact]
    public async Task An_entry_is_corrected_once_by_who_says_why()
    {
        var wrong = await WrittenAsync(Spending);
        var correction = Spending with { Amount = 1, Corrects = wrong, Reason = "Ghi nhầm" };
        Assert.Equal(new MoneyReasonMissing(500), await RefusedAsync(correction with { Reason = " " }));
        Assert.Equal(new MoneyReasonMissing(500), await RefusedAsync(correction with { Reason = new string('a', 501) }));
        Assert.Equal(new MoneyEntryNotFound(), await RefusedAsync(correction with { Corrects = NewId() }));
        await WrittenAsync(correction);

        Assert.Equal(new MoneyEntryCorrectedMeanwhile(), await RefusedAsync(correction with { Amount = 2 }));
    }

    [Fact]
    public async Task A_correction_stays_with_the_kind_and_the_unit()
    {
        var spent = await WrittenAsync(Spending);

        Assert.Equal(new MoneyEntryNotFound(), (await WriteAsync(NewId(), Allocation with { Corrects = spent, Reason = "x" }, Standing)).Refusal);
        Assert.Equal(new MoneyEntryNotFound(), (await WriteAsync(NewId(), Spending with { Corrects = spent, Reason = "x" }, Neighbour, VinhDinh)).Refusal);
    }

    [Fact]
    public async Task An_allocation_leads_to_its_decision_where_the_register_has_it()
    {
        var decision = (await new RegisterDocument(Stored(), Clock).RunAsync(
            new(Guid.CreateVersion7()), new() { Type = DocumentType.Decision, Level = DocumentLevel.Province, Number = "512/QĐ-UBND", IssuedOn = Allocation.Day }, Standing, Ct)).Value;

        var (known, unknown) = (await WriteAsync(NewId(), Allocation, Standing), await WriteAsync(NewId(), Allocation with { Number = "513/QĐ-UBND" }, Standing));

        Assert.Equal((decision.Id, null), (known.Value.DocumentId, unknown.Value.DocumentId));
        Assert.Equal(new AllocationUnnumbered(), (await WriteAsync(NewId(), Allocation with { Number = "" }, Standing)).Refusal);
    }

    [Fact]
    public async Task What_cannot_be_is_refused()
    {
        Assert.Equal(new MoneyYearUnfit(2010, 2027), await RefusedAsync(Spending with { Year = 2009 }));
        Assert.Equal(new MoneyYearUnfit(2010, 2027), await RefusedAsync(Spending with { Year = 2028 }));
        Assert.Equal(new MobilisedMoneyInFundBooks(), await RefusedAsync(Spending with { Source = MoneySource.Mobilised }));
        Assert.Equal(new MoneyDayInFuture(Clock.Now.Day), await RefusedAsync(Spending with { Day = Clock.Now.Day.AddDays(1) }));
        Assert.Equal(new MoneyEntryUnnamed(500), await RefusedAsync(Spending with { What = " " }));
        Assert.Equal(new MoneyEntryUnnamed(500), await RefusedAsync(Spending with { What = new string('a', 501) }));

        foreach (var amount in new long?[] { null, 0, -1, MoneyAmount.Most + 1 })
        {
            Assert.Equal(new MoneyAmountUnfit(MoneyAmount.Most), await RefusedAsync(Spending with { Amount = amount }));
        }

        Assert.Equal(0, await Stored().BudgetEntries.CountAsync(Ct));
    }

    [Fact]
    public async Task The_standing_agency_allocates_and_each_unit_writes_what_it_spends()
    {
        Assert.Equal(new MoneyNotYours(), (await WriteAsync(NewId(), Allocation)).Refusal);
        Assert.Equal(new MoneyNotYours(), (await WriteAsync(NewId(), Spending, Standing)).Refusal);
        Assert.Equal(new MoneyNotYours(), (await WriteAsync(NewId(), Spending, Leader)).Refusal);
        Assert.Equal(new MoneyUnitNotFound(), (await WriteAsync(NewId(), Spending, Neighbour)).Refusal);
        Assert.Equal(new MoneyUnitNotFound(), (await WriteAsync(NewId(), Spending, OfAssociation)).Refusal);
    }

    [Fact]
    public async Task What_names_a_task_counts_for_it_and_a_correction_moves_it()
    {
        var (week, books) = (Given.Task(Department), Given.Task(Department, stated: Given.Stated with { Text = "Mua sách" }));
        await WrittenAsync(Allocation with { Task = week }, Standing, Department);
        var wrong = await WrittenAsync(Spending with { Task = week }, OfDepartment, Department);
        await WrittenAsync(Spending with { Amount = 1_000_000 }, OfDepartment, Department);

        var before = await TasksAsync(2026, Standing);
        await WrittenAsync(Spending with { Task = books, Corrects = wrong, Reason = "Ghi nhầm nhiệm vụ" }, OfDepartment, Department);

        Assert.Equal([("Tổ chức Tuần lễ hưởng ứng học tập suốt đời", 20_000_000, 12_000_000)], before);
        Assert.Equal([("Mua sách", 0, 12_000_000), ("Tổ chức Tuần lễ hưởng ứng học tập suốt đời", 20_000_000, 0)], await TasksAsync(2026, OfDepartment));
        Assert.Empty(await TasksAsync(2025, Standing));
        Assert.Empty(await TasksAsync(2026, OfUnion));
        Assert.Equal([(2026, 20_000_000, 0)], await OfTaskAsync(week));
        await WrittenAsync(Spending with { Year = 2027, Task = week }, OfDepartment, Department);
        Assert.Equal([(2027, 0, 12_000_000), (2026, 20_000_000, 0)], await OfTaskAsync(week));
    }

    [Fact]
    public async Task A_task_of_other_years_or_of_others_is_no_task_of_an_entry()
    {
        var (others, later) = (Given.Task(Union), Given.Task(Department, stated: Given.Stated with { FromYear = 2027 }));
        var over = Given.Task(Department, stated: Given.Stated with { Recurrence = TaskRecurrence.Once, DueMonth = null, DueDay = null, DueOn = new DateOnly(2026, 6, 30) });

        Assert.Equal(new MoneyTaskUnfit("2026"), (await WriteAsync(NewId(), Spending with { Task = others }, OfDepartment, Department)).Refusal);
        Assert.Equal(new MoneyTaskUnfit("2026"), (await WriteAsync(NewId(), Spending with { Task = later }, OfDepartment, Department)).Refusal);
        Assert.Equal(new MoneyTaskUnfit("2027"), (await WriteAsync(NewId(), Spending with { Year = 2027, Task = over }, OfDepartment, Department)).Refusal);
        Assert.Equal(new MoneyTaskUnfit("2026"), (await WriteAsync(NewId(), Spending with { Task = new(Guid.CreateVersion7()) }, OfDepartment, Department)).Refusal);
        Assert.Null((await WriteAsync(NewId(), Spending with { Task = over }, OfDepartment, Department)).Refusal);
        // The standing agency sees every task of the province.
        Assert.Null((await WriteAsync(NewId(), Allocation with { Task = others }, Standing, Department)).Refusal);
    }

    [Fact]
    public async Task The_same_request_with_another_task_is_another()
    {
        var (id, task) = (NewId(), Given.Task(Department));
        Assert.Null((await WriteAsync(id, Spending with { Task = task }, OfDepartment, Department)).Refusal);
        Assert.Null((await WriteAsync(id, Spending with { Task = task }, OfDepartment, Department)).Refusal);

        Assert.Equal(new MoneyEntryDiffers(), (await WriteAsync(id, Spending, OfDepartment, Department)).Refusal);
    }

    private async Task<List<(string, int, int)>> TasksAsync(int year, Actor actor) =>
        [.. (await new ReadTaskMoney(Stored()).RunAsync(year, null, actor, Ct)).Select(total => (total.Text, (int)total.Allocated, (int)total.Spent))];

    private async Task<List<(int, int, int)>> OfTaskAsync(TaskId id) =>
    [
        .. (await new ReadTaskMoney(Stored()).OfTaskAsync(await Stored().ProgrammeTasks.SingleAsync(task => task.Id == id, Ct), Standing, Ct))
            .Select(total => (total.Year, (int)total.Allocated, (int)total.Spent)),
    ];

    [Fact]
    public async Task The_year_is_read_by_unit_as_far_as_one_sees()
    {
        await OpenAsync();
        await StateAsync(Officer, 0, true, Classes);
        await StateAsync(Neighbour, 0, false, Classes);
        await WrittenAsync(Allocation with { Year = 2027 }, Standing);
        var read = new ReadBudgets(Db);

        var all = await read.RunAsync(2027, Leader, Ct);
        Assert.Equal((5, "Xã Hải Lăng"), (all.Count, all[3].Name));
        Assert.Equal((15_000_000, 20_000_000, 0), (all[3].Requested, all[3].Ledger.Allocated(), all[4].Requested));
        Assert.Equal([HaiLang], (await read.RunAsync(2027, Officer, Ct)).Select(unit => unit.Subject));
        Assert.Empty(await read.RunAsync(2026, Leader, Ct));
    }

    [Fact]
    public async Task The_papers_of_an_entry_are_seen_with_it_and_added_by_its_writer()
    {
        var (entry, kind) = (await WrittenAsync(Spending), new BudgetEntryFiles());
        var record = entry.Value.ToString();
        await using var db = Engine.Open();
        db.Add(new Attachment
        {
            Owner = 1, Id = new AttachmentId(Guid.CreateVersion7()), Kind = kind.Name, Record = record, Sha256 = "", Size = 1, MediaType = "application/pdf", Name = "chung-tu.pdf", AddedBy = null, AddedAt = Clock.Now.Instant,
        });
        await db.SaveChangesAsync(Ct);

        foreach (var (actor, sees, adds) in new[] { (Officer, 1, true), (Standing, 1, false), (Neighbour, 0, false) })
        {
            Assert.Equal((sees, adds), (await kind.Visible(Stored(), record, actor).CountAsync(Ct), await kind.MayAddAsync(Stored(), record, actor, Ct)));
            Assert.Empty(await kind.EndableAsync(Stored(), record, actor, Ct));
        }
    }

    private static BudgetEntryId NewId() => new(Guid.CreateVersion7());

    private async Task<Outcome<BudgetEntry>> WriteAsync(BudgetEntryId id, StatedBudgetEntry stated, Actor? by = null, int? subject = null) =>
        await new WriteBudgetEntry(Stored(), Clock).RunAsync(id, subject ?? HaiLang, stated, by ?? Officer, Ct);

    private async Task<BudgetEntryId> WrittenAsync(StatedBudgetEntry stated, Actor? by = null, int? subject = null) => (await WriteAsync(NewId(), stated, by, subject)).Value.Id;

    private async Task<Refusal?> RefusedAsync(StatedBudgetEntry stated) => (await WriteAsync(NewId(), stated)).Refusal;

    private async Task<BudgetLedger> LedgerAsync(int year = 2026) => new(year, await Stored().BudgetEntriesOf(year, Officer).ToListAsync(Ct));
}
