using HieuHoc.Access;
using HieuHoc.Agencies;
using HieuHoc.Programmes.Plans;
using HieuHoc.Programmes.Tasks;
using HieuHoc.Returns;
using HieuHoc.Testing;
using Microsoft.EntityFrameworkCore;

namespace HieuHoc.Tests.Programmes.Tasks;

public sealed class ReadReportDaysTests : TasksTest
{
    private static readonly PlanHead Head = new("plan", null, new DateOnly(2024, 3, 5), "UBND tỉnh Minh Họa", "Xây dựng xã hội học tập", null, null, new PlanYears(2026, 2030), Truncated: false);

    private ReadReportDays Reports => new(Stored(), new PlanShelf(), Clock);

    [Fact]
    public async Task A_report_is_owed_by_the_agency_under_whose_duties_the_plan_asks_for_it()
    {
        await TakenAsync(
            """
            1. Sở Giáo dục và Đào tạo
            a) Chủ trì triển khai Kế hoạch.
            b) Tổng hợp, báo cáo UBND tỉnh trước ngày 15/12 hằng năm.
            2. Sở Tài chính: Bố trí kinh phí; báo cáo UBND tỉnh trước ngày 20/5.
            3. UBND các xã, phường, đặc khu: Báo cáo kết quả về Sở Giáo dục và Đào tạo trước ngày 30/11 hằng năm.
            4. Sở Nào Đó: Báo cáo UBND tỉnh trước ngày 10/01/2027.
            """);

        Assert.Equal(
            ["2026-11-30 Ủy ban nhân dân xã Hải Lăng", "2026-12-15 Sở Giáo dục và Đào tạo", "2027-01-10 ", "2027-05-20 Sở Tài chính"], await DaysAsync(Agency));
        Assert.Equal(["2026-12-15 Sở Giáo dục và Đào tạo"], await DaysAsync(OfEducation));
        Assert.Equal(["2027-05-20 Sở Tài chính"], await DaysAsync(Of(Finance)));
        Assert.Equal(["2026-11-30 Ủy ban nhân dân xã Hải Lăng"], await DaysAsync(Officer));
        Assert.Empty(await DaysAsync(Administrator));
        var day = (await Reports.ComingAsync(Officer, Ct))[0];
        Assert.Equal(("12/KH-UBND", "year", true), (day.Plan.Content.Document.Number, day.Report.Every, day.Report.Before));
    }

    [Fact]
    public async Task What_stands_under_nobody_the_standing_agency_owes()
    {
        await TakenAsync(
            """
            1. Sở Giáo dục và Đào tạo: Chủ trì triển khai Kế hoạch.
            2. Chế độ báo cáo
            Định kỳ báo cáo UBND tỉnh trước ngày 15/6 và trước ngày 15/12.
            """);

        Assert.Equal(["2026-12-15 ", "2027-06-15 "], await DaysAsync(Agency));
        Assert.Empty(await DaysAsync(OfEducation));
        Assert.Empty(await DaysAsync(Officer));
    }

    [Fact]
    public async Task Of_bullets_of_one_clause_the_duties_tell_whose_the_report_is()
    {
        await TakenAsync("1. Sở Giáo dục và Đào tạo: Chủ trì triển khai.");
        await ConfirmPlan.ReopenAsync(Id, Agency, Ct);
        await AddAsync(new PlanAssignment("V", "Sở Giáo dục và Đào tạo", [], Duties: ["Báo cáo kết quả trước ngày 5/12."]));
        await AddAsync(new PlanAssignment("V", "Sở Tài chính", [], Duties: ["Hướng dẫn quyết toán trước 10 tháng 12.", "Bố trí kinh phí."]));
        await AddAsync(new PlanReport("V", 12, 5, "year", true, "UBND tỉnh"));
        await AddAsync(new PlanReport("V.1", 12, 10, "year", true, "UBND tỉnh"));
        Assert.Null((await ConfirmPlan.RunAsync(Id, "Bổ sung", Agency, Ct)).Refusal);

        Assert.Equal(["2026-12-05 Sở Giáo dục và Đào tạo", "2026-12-10 "], await DaysAsync(Agency));
    }

    [Fact]
    public async Task A_name_that_a_person_linked_means_those_that_they_said_and_who_took_over_from_them()
    {
        var ended = Given.EndedAgency(Province, "Sở Kế hoạch và Đầu tư", Finance);
        var code = await Stored().Agencies.Where(agency => agency.Id == ended).Select(agency => agency.Code).SingleAsync(Ct);
        await TakenAsync("1. Sở Giáo dục và Đào tạo: Chủ trì triển khai.");
        await ConfirmPlan.ReopenAsync(Id, Agency, Ct);
        await AddAsync(new PlanAssignment("V", "Cơ quan kế hoạch", [], [code]));
        await AddAsync(new PlanReport("V.2", 12, 5, "year", true, "UBND tỉnh"));
        Assert.Null((await ConfirmPlan.RunAsync(Id, "Bổ sung", Agency, Ct)).Refusal);

        Assert.Equal(["2026-12-05 Sở Tài chính"], await DaysAsync(Of(Finance)));
    }

    [Fact]
    public async Task What_nobody_confirmed_asks_for_nothing()
    {
        await TakeAsync(Plan("1. Sở Giáo dục và Đào tạo: Báo cáo UBND tỉnh trước ngày 15/12 hằng năm."));

        Assert.Empty(await DaysAsync(Agency));
    }

    [Theory]
    [InlineData(0)]
    [InlineData(-1)]
    public async Task What_a_round_asks_of_the_same_for_that_day_is_not_said_twice(int days)
    {
        var day = new DateOnly(2026, 12, 15).AddDays(days);
        Given.Return(Round, Commune);
        await Stored().Returns.ExecuteUpdateAsync(set => set.SetProperty(row => row.DueOn, day), Ct);
        await TakenAsync(
            """
            1. UBND xã Hải Lăng: Báo cáo UBND tỉnh trước ngày 15/12 hằng năm.
            2. Sở Tài chính: Báo cáo UBND tỉnh trước ngày 15/12 hằng năm.
            """);

        Assert.Equal(["2026-12-15 Sở Tài chính"], await DaysAsync(Agency));
        Assert.Empty(await DaysAsync(Officer));
    }

    [Fact]
    public void A_day_without_a_year_is_one_of_every_year_of_the_plan()
    {
        Assert.Equal([2026, 2027, 2028, 2029, 2030], Years(Head));
        Assert.Equal([2026], Years(Head with { Period = new PlanYears(2026, null) }));
        Assert.Equal([2024, 2025], Years(Head with { Period = new PlanYears(null, 2025) }));
        Assert.Equal([2025], Years(Head with { Period = new PlanYears(null, 2025), IssuedOn = null }));
        Assert.Equal([2024], Years(Head with { Period = null }));
        Assert.Empty(Years(Head with { Period = null, IssuedOn = null }));
        Assert.Equal([2033], Years(Head, 2033));
        Assert.Equal([new DateOnly(2028, 2, 29)], ReadReportDays.DaysOf(new PlanReport("V", 2, 29, "year", true, null), Head).Where(day => day.Day == 29));
        Assert.Empty(ReadReportDays.DaysOf(new PlanReport("V", null, null, "quarter", null, "UBND tỉnh"), Head));
    }

    private static IEnumerable<int> Years(PlanHead head, int? year = null) => ReadReportDays.DaysOf(new PlanReport("V", 12, 15, "year", true, null, DueYear: year), head).Select(day => day.Year);

    private static string Plan(string execution) => Text[..Text.IndexOf("1. Sở Giáo dục và Đào tạo", StringComparison.Ordinal)] + execution + "\n";

    private async Task TakenAsync(string execution)
    {
        Assert.Null((await TakeAsync(Plan(execution))).Refusal);
        await ConfirmAsync();
    }

    private async Task AddAsync(PlanItem item) => Assert.Null(await DecideAsync($"added-{Guid.CreateVersion7()}", PlanVerdict.Added, item));

    private async Task<IEnumerable<string>> DaysAsync(Actor actor) =>
        (await Reports.ComingAsync(actor, Ct)).Select(day => $"{day.Day:yyyy-MM-dd} {string.Join(", ", day.By)}");
}
