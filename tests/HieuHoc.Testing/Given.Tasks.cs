using HieuHoc.Agencies;
using HieuHoc.PlanReading;
using HieuHoc.Platform;
using HieuHoc.Programmes.Tasks;
using HieuHoc.Returns;

namespace HieuHoc.Testing;

public sealed partial class Given
{
    private static readonly DateTime MadeAt = new(2026, 11, 1, 1, 0, 0, DateTimeKind.Utc);

    /// <summary>A task of the first programme, done every year from 2026 to 2030 by 15 November.</summary>
    public TaskId Task(int? agency = null, AgencyRole role = AgencyRole.Lead, StatedTask? stated = null)
    {
        var task = new ProgrammeTask { Owner = 1, Id = new TaskId(Guid.CreateVersion7()), PlanId = null, MadeBy = null, MadeAt = MadeAt };
        task.Say(stated ?? Stated);
        Add(task);

        if (agency is { } given)
        {
            Part(task.Id, given, role);
        }

        return task.Id;
    }

    /// <summary>One more agency that has a part in a task.</summary>
    public void Part(TaskId task, int agency, AgencyRole role) =>
        Add(new TaskAgency { Owner = 1, TaskId = task, AgencyId = agency, Role = role, NamedAs = "" });

    /// <summary>What the tasks say.</summary>
    public static StatedTask Stated { get; } = new()
    {
        Text = "Tổ chức Tuần lễ hưởng ứng học tập suốt đời",
        FromYear = 2026,
        ToYear = 2030,
        Deliverable = "Báo cáo kết quả",
        DueMonth = 11,
        DueDay = 15,
    };

    /// <summary>A row of an annual plan that is still to be done.</summary>
    public AnnualRowId AnnualRow(int agency, TaskId? task = null, int year = 2026, DateOnly? dueOn = null, string text = "Lớp tập huấn")
    {
        var row = new AnnualRow { Owner = 1, Id = new AnnualRowId(Guid.CreateVersion7()), AgencyId = agency, Year = year, TaskId = task, Text = task is null ? text : "" };
        row.Write(new StatedRow("Danh sách học viên", dueOn, ""));

        return Add(row).Id;
    }

    /// <summary>What the first version of a return reports of a row.</summary>
    public void Reported(ReturnId @return, StatedTaskReport stated)
    {
        var report = new TaskReport { Owner = 1, ReturnId = @return, RowId = stated.Row, Version = 1 };
        report.Say(stated, new Moment(MadeAt, new DateOnly(2026, 11, 1)), by: null);
        Add(report);
    }

    /// <summary>An agency that ended, and those that took something over from it.</summary>
    public int EndedAgency(int placeId, string name, params IReadOnlyList<int> successors)
    {
        var ended = Agency(placeId, name, to: Reform.AddDays(-1));

        foreach (var (successor, i) in successors.Select((successor, i) => (successor, i)))
        {
            Add(new AgencySuccession
            {
                FromId = ended,
                ToId = successor,
                Matter = i == 0 ? AgencySuccession.Everything : $"matter-{i}",
                EffectiveOn = Reform,
                DayConfirmed = true,
                Confirmed = true,
                Source = "test",
            });
            Add(new AgencyReach { AgencyId = ended, AncestorId = successor });
        }

        return ended;
    }
}
