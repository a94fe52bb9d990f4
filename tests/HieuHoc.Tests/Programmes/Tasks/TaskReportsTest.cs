using HieuHoc.Access;
using HieuHoc.Agencies;
using HieuHoc.Figures;
using HieuHoc.Platform;
using HieuHoc.Programmes.Tasks;
using HieuHoc.Returns;
using HieuHoc.Returns.Narrative;
using HieuHoc.Testing;

namespace HieuHoc.Tests.Programmes.Tasks;

/// <summary>A department with two rows in its plan of 2026, asked by a round to report on them.</summary>
public abstract class TaskReportsTest : TasksTest
{
    protected int Culture { get; private set; }

    protected int AgencyFormPack { get; private set; }

    protected Round Asked { get; private set; } = null!;

    /// <summary>The return of the department.</summary>
    protected new ReturnId Id { get; private set; }

    /// <summary>The row of a task, due on 15 November.</summary>
    protected AnnualRowId Week { get; private set; }

    /// <summary>Work of its own, on no day.</summary>
    protected AnnualRowId Class { get; private set; }

    protected Actor OfCulture => Of(Culture);

    protected static StatedTaskReport Reported(AnnualRowId row) => new(row, RowState.UnderWay, "60", "Đã mở 2 lớp.", "Thiếu kinh phí.", "Bố trí kinh phí.");

    protected ReadTaskReports ReadReports(HieuHocDb? db = null) => new(db ?? Stored(), Shelf, new Texts());

    public override async ValueTask InitializeAsync()
    {
        await base.InitializeAsync();
        Culture = Given.Agency(Province, "Sở Văn hóa, Thể thao và Du lịch", AgencyKind.Department, code: "test.so-van-hoa");
        Given.Pack(Given.Elements() with { Elements = [Given.Element("of-agencies", leafLevel: SubjectLevel.Agency)] });
        AgencyFormPack = Given.Pack(Given.AgencyForm(["test.so-van-hoa"], "of-agencies"));
        Asked = Given.Round("2026-nv", AgencyFormPack, outlinePackId: Given.Pack(WithTasks()));
        Id = Given.Return(Asked, Culture, answers: Answered);
        Week = Given.AnnualRow(Culture, Given.Task(Culture), dueOn: new DateOnly(2026, 11, 15));
        Class = Given.AnnualRow(Culture);
    }

    protected static IReadOnlyDictionary<string, long> Answered { get; } = new Dictionary<string, long> { ["of-agencies"] = 7 };

    /// <summary>The outline of the tests with a section of tasks behind the others.</summary>
    protected static OutlinesPack WithTasks()
    {
        var outline = Given.Outline();
        var tasks = new OutlineSection { Code = "task-results", Title = Given.Words("Từng nhiệm vụ"), Content = OutlineContent.Tasks, Levels = [SubjectLevel.Agency] };

        return outline with { Sections = [.. outline.Sections, tasks] };
    }

    protected Task<Outcome<Return>> ReportAsync(int startedFrom, params IReadOnlyList<StatedTaskReport> stated) => ReportAsync(Id, startedFrom, OfCulture, stated);

    protected Task<Outcome<Return>> ReportAsync(ReturnId id, int startedFrom, Actor actor, params IReadOnlyList<StatedTaskReport> stated) =>
        new ReportTasks(Stored(), Shelf, Clock).RunAsync(id, startedFrom, stated, actor, Ct);

    /// <summary>Takes steps with the return, each by whom it belongs to.</summary>
    protected async Task TakeAsync(params IReadOnlyList<ReturnStep> steps)
    {
        foreach (var step in steps)
        {
            var who = step switch
            {
                ReturnStep.Approve => Of(Culture, Role.AgencyLeader),
                ReturnStep.AskToMend or ReturnStep.Confirm => Agency,
                _ => OfCulture,
            };
            var outcome = await new TakeReturnStep(Stored(), Shelf, Clock).RunAsync(Id, (await StoredReturnAsync(Id)).Revision, step, "Bổ sung", who, Ct);
            Assert.Null(outcome.Refusal);
        }
    }

    protected Task SendAsync() => TakeAsync(ReturnStep.Submit, ReturnStep.Approve, ReturnStep.Send);

    /// <summary>What a version says of the rows, in their order.</summary>
    protected async Task<IReadOnlyList<ReportedRow>> ReadAsync(int version = 1) => await ReadReports().OfReturnAsync(await StoredReturnAsync(Id), version, Ct);
}
