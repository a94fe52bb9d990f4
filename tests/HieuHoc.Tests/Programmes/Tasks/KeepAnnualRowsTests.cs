using HieuHoc.Access;
using HieuHoc.Agencies;
using HieuHoc.Platform;
using HieuHoc.Programmes.Tasks;
using HieuHoc.Testing;
using Microsoft.EntityFrameworkCore;

namespace HieuHoc.Tests.Programmes.Tasks;

public sealed class KeepAnnualRowsTests : TasksTest
{
    private static readonly StatedRow Stated = new("Danh sách học viên", new DateOnly(2026, 12, 1), "Mời giảng viên");

    private readonly AnnualRowId id = new(Guid.CreateVersion7());

    [Fact]
    public async Task An_agency_adds_work_of_its_own_once()
    {
        Assert.Null((await AddAsync()).Refusal);
        Assert.Null((await AddAsync()).Refusal);

        var row = await RowAsync(id);
        Assert.Equal((null, "Tập huấn giám đốc trung tâm", "Danh sách học viên", Stated.DueOn, "Mời giảng viên"), (row.TaskId, row.Text, row.Deliverable, row.DueOn, row.Note));
        Assert.Equal(1, await ToldAsync<AnnualRowAdded>());
        Assert.IsType<AnnualRowDiffers>((await AddAsync(text: "Việc khác")).Refusal);
        Assert.IsType<AnnualRowDiffers>((await AddAsync(stated: Stated with { Note = "" })).Refusal);
    }

    [Fact]
    public async Task What_cannot_be_kept_is_refused()
    {
        Assert.IsType<TaskTextMissing>((await AddAsync(text: " ")).Refusal);
        Assert.Equal(new TaskTextTooLong(4_000), (await AddAsync(text: new string('a', 4_001))).Refusal);
        Assert.Equal(new TaskLineTooLong(500), (await AddAsync(stated: Stated with { Deliverable = new string('a', 501) })).Refusal);
        Assert.Equal(new TaskTextTooLong(4_000), (await AddAsync(stated: Stated with { Note = new string('a', 4_001) })).Refusal);
        Assert.Equal(new RowDueOutOfYear("2026"), (await AddAsync(stated: Stated with { DueOn = new DateOnly(2027, 1, 1) })).Refusal);
        Assert.IsType<AgencyNotFound>((await AddAsync(by: Of(Finance))).Refusal);
        Assert.IsType<AnnualPlanNotYours>((await AddAsync(by: As(Role.Leader))).Refusal);
        Assert.Equal(0, await Stored().AnnualRows.CountAsync(Ct));
    }

    [Fact]
    public async Task A_row_is_written_in_and_nobodys_writing_is_overwritten_unseen()
    {
        var row = Given.AnnualRow(Education, Given.Task(Education));

        Assert.Equal(2, (await ChangeAsync(row)).Value.Revision);
        Assert.Equal(2, (await ChangeAsync(row)).Value.Revision); // the same again
        Assert.IsType<AnnualRowChangedMeanwhile>((await ChangeAsync(row, Stated with { Note = "" })).Refusal);
        Assert.IsType<RowDueOutOfYear>((await ChangeAsync(row, Stated with { DueOn = new DateOnly(2025, 1, 1) }, startedFrom: 2)).Refusal);
        Assert.IsType<AnnualPlanNotYours>((await ChangeAsync(row, by: As(Role.Leader))).Refusal);
        Assert.IsType<AnnualRowNotFound>((await ChangeAsync(row, by: Of(Finance))).Refusal);
        Assert.Equal((Stated.Note, 1), ((await RowAsync(row)).Note, await ToldAsync<AnnualRowChanged>()));
    }

    [Fact]
    public async Task A_row_is_dropped_with_a_reason_and_stays_to_be_read()
    {
        var row = Given.AnnualRow(Education);

        Assert.IsType<DropReasonMissing>((await DropAsync(row, " ")).Refusal);
        Assert.Equal(new TaskLineTooLong(500), (await DropAsync(row, new string('a', 501))).Refusal);
        Assert.IsType<AnnualRowNotFound>((await DropAsync(row, "Trùng", Of(Finance))).Refusal);
        Assert.Null((await DropAsync(row, " Trùng việc ")).Refusal);
        Assert.Null((await DropAsync(row, "Trùng việc")).Refusal);
        Assert.IsType<AnnualRowIsDropped>((await DropAsync(row, "Lý do khác")).Refusal);
        Assert.IsType<AnnualRowIsDropped>((await ChangeAsync(row, startedFrom: 2)).Refusal);
        Assert.Equal(("Trùng việc", 1), ((await RowAsync(row)).DropReason, await ToldAsync<AnnualRowDropped>()));
    }

    private Task<Outcome<AnnualRow>> AddAsync(string text = "Tập huấn giám đốc trung tâm", StatedRow? stated = null, Actor? by = null) =>
        KeepRows.AddAsync(id, Education, 2026, text, stated ?? Stated, by ?? OfEducation, Ct);

    private Task<Outcome<AnnualRow>> ChangeAsync(AnnualRowId row, StatedRow? stated = null, Actor? by = null, int startedFrom = 1) =>
        KeepRows.ChangeAsync(row, startedFrom, stated ?? Stated, by ?? OfEducation, Ct);

    private Task<Outcome<AnnualRow>> DropAsync(AnnualRowId row, string reason, Actor? by = null) => KeepRows.DropAsync(row, reason, by ?? OfEducation, Ct);
}
