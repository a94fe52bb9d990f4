using HieuHoc.Programmes.Tasks;
using Microsoft.EntityFrameworkCore;

namespace HieuHoc.Tests.Programmes.Tasks;

public sealed class NameTaskSuccessorTests : TasksTest
{
    private int ended;
    private TaskId task;

    public override async ValueTask InitializeAsync()
    {
        await base.InitializeAsync();
        ended = Given.EndedAgency(Province, "Sở Lao động", Education, Finance);
        task = Given.Task(ended);
    }

    [Fact]
    public async Task Of_several_who_took_over_a_person_names_the_one_and_may_name_another_later()
    {
        var row = Given.AnnualRow(ended, task);
        Assert.IsType<TaskSuccessorUnnamed>((await SayProgress.RunAsync(row, new ToldProgress(Guid.NewGuid(), 0, RowState.Done, "", Today), OfEducation, Ct)).Refusal);

        Assert.Null(await NameSuccessor.OfTaskAsync(task, ended, Education, Agency, Ct));
        Assert.Null(await NameSuccessor.OfTaskAsync(task, ended, Education, Agency, Ct));

        Assert.Equal((ended, Education, 1), (await Stored().TaskAgencies.SingleAsync(Ct) is { } part ? (part.AgencyId, part.ActingId!.Value, await ToldAsync<TaskSuccessorNamed>()) : default));
        Assert.Null((await SayProgress.RunAsync(row, new ToldProgress(Guid.NewGuid(), 0, RowState.Done, "", Today), OfEducation, Ct)).Refusal);
        Assert.False(await Stored().AnnualRowsVisibleTo(Of(Finance)).AnyAsync(Ct));
        Assert.False(await Stored().TasksVisibleTo(Of(Finance)).AnyAsync(Ct));

        Assert.Null(await NameSuccessor.OfTaskAsync(task, ended, Finance, Agency, Ct));
        Assert.True(await Stored().TasksVisibleTo(Of(Finance)).AnyAsync(Ct));
    }

    [Fact]
    public async Task Work_of_its_own_is_handed_over_row_by_row()
    {
        var row = Given.AnnualRow(ended);

        Assert.Null(await NameSuccessor.OfRowAsync(row, Finance, Agency, Ct));
        Assert.Null(await NameSuccessor.OfRowAsync(row, Finance, Agency, Ct));
        Assert.Equal((Finance, 1), ((await RowAsync(row)).ActingId, await ToldAsync<AnnualRowHandedOver>()));

        Assert.IsType<TaskSuccessorUnfit>(await NameSuccessor.OfRowAsync(row, Committee, Agency, Ct));
        Assert.IsType<TasksNotYoursToKeep>(await NameSuccessor.OfRowAsync(row, Education, Of(Finance), Ct));
        Assert.IsType<AnnualRowNotFound>(await NameSuccessor.OfRowAsync(row, Education, OfEducation, Ct));
        Assert.IsType<NoSuccessorToName>(await NameSuccessor.OfRowAsync(Given.AnnualRow(Education), Finance, Agency, Ct));
    }

    [Fact]
    public async Task Nobody_is_named_who_did_not_take_over_or_for_whom_one_did()
    {
        var one = Given.EndedAgency(Province, "Sở Kế hoạch và Đầu tư", Finance);
        var plain = Given.Task(one);

        Assert.IsType<TaskSuccessorUnfit>(await NameSuccessor.OfTaskAsync(task, ended, Committee, Agency, Ct));
        Assert.IsType<NoSuccessorToName>(await NameSuccessor.OfTaskAsync(plain, one, Finance, Agency, Ct));
        Assert.IsType<NoSuccessorToName>(await NameSuccessor.OfTaskAsync(plain, ended, Finance, Agency, Ct));
        Assert.IsType<TasksNotYoursToKeep>(await NameSuccessor.OfTaskAsync(task, ended, Education, OfEducation, Ct));
        Assert.IsType<TaskNotFound>(await NameSuccessor.OfTaskAsync(task, ended, Education, Of(Committee), Ct));
    }
}
