using HieuHoc.Programmes.Tasks;
using HieuHoc.Returns;
using HieuHoc.Testing;

namespace HieuHoc.Tests.Programmes.Tasks;

/// <summary>What the reports of all agencies say together: what is confirmed counts, and who reported nothing is there too.</summary>
public sealed class ReadTaskReportsTests : TaskReportsTest
{
    [Fact]
    public async Task What_is_confirmed_counts_and_what_was_only_sent_does_not()
    {
        await ReportAsync(0, Reported(Week) with { State = RowState.Done, Percent = "" });
        await SendAsync();
        var sent = Assert.Single((await ConsolidatedAsync()).Agencies);
        await TakeAsync(ReturnStep.Confirm);

        var confirmed = Assert.Single((await ConsolidatedAsync()).Agencies);

        Assert.Equal((2, 0, 2), (sent.Rows.Count, sent.Count(RowState.Done), sent.Unreported));
        Assert.Equal((2, 1, 1), (confirmed.Rows.Count, confirmed.Count(RowState.Done), confirmed.Unreported));
        Assert.Equal(("Sở Văn hóa, Thể thao và Du lịch", Id), (confirmed.Name, confirmed.Return));
    }

    [Fact]
    public async Task A_correction_counts_once_it_is_confirmed_and_an_instant_before_it_says_what_was()
    {
        await ReportAsync(0, Reported(Week));
        await SendAsync();
        await TakeAsync(ReturnStep.Confirm);
        var before = Clock.Now.Instant;
        Time.Pass(TimeSpan.FromDays(2));
        await TakeAsync(ReturnStep.Correct);
        await ReportAsync((await StoredReturnAsync(Id)).Revision, Reported(Week) with { State = RowState.Done, Percent = "", Results = "Xong." });
        var open = await ResultAsync(null);
        await SendAsync();
        await TakeAsync(ReturnStep.Confirm);

        Assert.Equal("Đã mở 2 lớp.", open);
        Assert.Equal("Xong.", await ResultAsync(null));
        Assert.Equal("Đã mở 2 lớp.", await ResultAsync(before));
        Assert.Null(await ResultAsync(before.AddMinutes(-1)));
    }

    [Fact]
    public async Task An_agency_that_the_round_does_not_ask_stands_there_with_its_tasks()
    {
        Given.AnnualRow(Education);
        Given.AnnualRow(Committee);

        var agencies = (await ConsolidatedAsync()).Agencies;

        // Of communes nobody asks task by task.
        Assert.Equal([("Sở Giáo dục và Đào tạo", null), ("Sở Văn hóa, Thể thao và Du lịch", Id)], agencies.Select(agency => (agency.Name, agency.Return)));
    }

    [Fact]
    public async Task What_two_could_report_nobody_does_until_one_is_named()
    {
        var other = Given.Agency(Province, "Sở Mới");
        Given.Return(Asked, other);
        Given.AnnualRow(Given.EndedAgency(Province, "Sở Cũ", Culture, other), text: "Của sở cũ");

        Assert.DoesNotContain(await ReadAsync(), row => row.Text == "Của sở cũ");
        Assert.Contains((await ConsolidatedAsync()).Agencies, agency => (agency.Name, agency.Return) == ("Sở Cũ", null));
    }

    [Fact]
    public async Task A_round_that_asks_no_tasks_says_so()
    {
        var consolidation = await ReadReports().RunAsync(Round, null, Agency, Ct);

        Assert.False(consolidation.IsAsked);
        Assert.Empty(consolidation.Agencies);
    }

    [Fact]
    public async Task An_agency_reads_its_own_alone()
    {
        Given.AnnualRow(Education);

        Assert.Equal(["Sở Văn hóa, Thể thao và Du lịch"], (await ReadReports().RunAsync(Asked, null, OfCulture, Ct)).Agencies.Select(agency => agency.Name));
    }

    private Task<TaskConsolidation> ConsolidatedAsync(DateTime? asOf = null) => ReadReports().RunAsync(Asked, asOf, Agency, Ct);

    private async Task<string?> ResultAsync(DateTime? asOf) => Assert.Single((await ConsolidatedAsync(asOf)).Agencies).Rows[0].Report?.Results;
}
