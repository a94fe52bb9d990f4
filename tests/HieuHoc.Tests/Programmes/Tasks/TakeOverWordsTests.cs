using HieuHoc.PlanReading;
using HieuHoc.PlanReading.Tests.Files;
using HieuHoc.Programmes.Plans;
using HieuHoc.Programmes.Tasks;
using Microsoft.EntityFrameworkCore;

namespace HieuHoc.Tests.Programmes.Tasks;

/// <summary>What plans of many shapes offer as tasks: tables, headings over bullets.</summary>
public sealed class TakeOverWordsTests : TasksTest
{
    private static readonly Dictionary<string, string> Nobody = [];

    private TakeOverTasks TakeOver => new(Db, Clock);

    [Fact]
    public async Task Each_row_of_a_table_of_assignments_gives_its_own_task_alone()
    {
        await TakeTableAsync();
        await ConfirmAsync();

        var offers = (await TakeOver.ReadAsync(Id, Agency, Ct)).Value.Open;
        Assert.Equal(
            [
                ("Tuyên truyền về học tập suốt đời\nThời gian hoàn thành: Trước 30/4/2026", "Sở Giáo dục và Đào tạo, Sở Tài chính"),
                ("Rà soát người mù chữ\nThời gian hoàn thành: Quý II/2026", "Sở Tài chính, Sở Giáo dục và Đào tạo"),
            ],
            offers.Select(offer => (offer.Text, string.Join(", ", offer.Agencies.Select(agency => agency.Name)))));
        await TakeOver.RunAsync(Id, Nobody, Agency, Ct);

        foreach (var (text, lead) in new[] { ("Tuyên truyền", Education), ("Rà soát", Finance) })
        {
            var task = await Stored().ProgrammeTasks.SingleAsync(one => one.Text.StartsWith(text), Ct);
            Assert.Equal(lead, (await Stored().TaskAgencies.SingleAsync(part => part.TaskId == task.Id && part.Role == AgencyRole.Lead, Ct)).AgencyId);
        }
    }

    [Fact]
    public async Task Who_does_a_row_whose_task_was_dropped_gets_no_other_task_of_the_table()
    {
        await TakeTableAsync();
        await DecideAsync("task-1", PlanVerdict.Dropped);
        await ConfirmAsync();

        Assert.StartsWith("Rà soát người mù chữ", Assert.Single((await TakeOver.ReadAsync(Id, Agency, Ct)).Value.Open).Text, StringComparison.Ordinal);
    }

    [Theory]
    [InlineData("1. Sở Giáo dục và Đào tạo\na) Chủ trì triển khai Kế hoạch.\nb) Tổ chức sơ kết.", "a) Chủ trì triển khai Kế hoạch.")]
    [InlineData("1. Sở Giáo dục và Đào tạo (cơ quan thường trực):\n- Chủ trì triển khai Kế hoạch.", "- Chủ trì triển khai Kế hoạch.")]
    [InlineData("1. Sở Giáo dục và Đào tạo: Chủ trì triển khai Kế hoạch.\nTổ chức sơ kết.", "Sở Giáo dục và Đào tạo: Chủ trì triển khai Kế hoạch.")]
    public async Task An_assignment_without_a_task_begins_with_what_is_to_be_done(string written, string first)
    {
        await TakeAsync(Text.Replace("1. Sở Giáo dục và Đào tạo\nChủ trì, phối hợp với các sở, ngành triển khai Kế hoạch.", written, StringComparison.Ordinal));
        await ConfirmAsync();

        var offer = (await TakeOver.ReadAsync(Id, Agency, Ct)).Value.Open.Single(offer => offer.Item == "assignment-1");
        Assert.Equal(first, offer.Text.Split('\n')[0]);
    }

    /// <summary>A plan in Word with a table of assignments under one heading.</summary>
    private async Task TakeTableAsync()
    {
        var taken = await TakeAsync(GivenWord.Of(
            GivenWord.Paragraph("UBND TỈNH MINH HỌA"),
            GivenWord.Paragraph("KẾ HOẠCH"),
            GivenWord.Paragraph("Xây dựng xã hội học tập năm 2026"),
            GivenWord.Item(0, "MỤC TIÊU"),
            GivenWord.Item(1, "Phấn đấu 70% gia đình đạt danh hiệu Gia đình học tập."),
            GivenWord.Item(0, "PHÂN CÔNG"),
            GivenWord.Table(
                ["TT", "Nhiệm vụ", "Đơn vị chủ trì", "Đơn vị phối hợp", "Thời gian hoàn thành"],
                ["1", "Tuyên truyền về học tập suốt đời", "Sở Giáo dục và Đào tạo", "Sở Tài chính", "Trước 30/4/2026"],
                ["2", "Rà soát người mù chữ", "Sở Tài chính", "Sở Giáo dục và Đào tạo", "Quý II/2026"])));
        Assert.Null(taken.Refusal);
    }
}
