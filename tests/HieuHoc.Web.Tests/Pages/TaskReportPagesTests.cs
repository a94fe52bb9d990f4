using System.Globalization;
using System.Net;
using HieuHoc.Access;
using HieuHoc.Places;
using HieuHoc.Programmes.Tasks;
using HieuHoc.Returns;
using Microsoft.EntityFrameworkCore;

namespace HieuHoc.Web.Tests.Pages;

/// <summary>An agency reports on the tasks of its plan in its return, and the yearly report leads there.</summary>
public sealed class TaskReportPagesTests : WalkTest
{
    [Fact]
    public async Task What_was_said_in_the_year_stands_there_already_and_is_reported_once_it_is_saved()
    {
        var (browser, section) = (await AsAsync(Role.AgencyOfficer), await SectionAsync(RowState.UnderWay, "Đã mở 2 lớp."));
        var page = await PageAsync(browser, section);
        Assert.Equal($"Đến ngày {Clock.Now.Day.ToString("dd/MM/yyyy", CultureInfo.InvariantCulture)}: Đã mở 2 lớp.", page.Typed("Kết quả, việc đã làm"));
        Assert.Contains("Xem lại nội dung điền sẵn", page.Main, StringComparison.Ordinal);
        Assert.Contains("Chưa báo cáo", (await PageAsync(browser, section.Split('?')[0])).Main, StringComparison.Ordinal);

        var saved = await PressAsync(browser, page, "Lưu nháp", ("Tỷ lệ hoàn thành (%)", "60"), ("Khó khăn, vướng mắc (không bắt buộc)", "Thiếu kinh phí."), ("Đề xuất, kiến nghị (không bắt buộc)", "Bố trí kinh phí."));

        Assert.Equal(("60", "Thiếu kinh phí."), (saved.Typed("Tỷ lệ hoàn thành (%)"), saved.Typed("Khó khăn, vướng mắc (không bắt buộc)")));
        Assert.DoesNotContain("Xem lại nội dung điền sẵn", saved.Main, StringComparison.Ordinal);
        var whole = await PageAsync(browser, section.Split('?')[0]);
        Assert.Contains("Lớp tập huấn Đang thực hiện, 60 %", string.Join('\n', Rows(whole)), StringComparison.Ordinal);
        // Of money the row says in what it is counted.
        Assert.Contains("Kinh phí từ ngân sách triệu đồng", string.Join('\n', Rows(whole)), StringComparison.Ordinal);
        Assert.Contains("Kết quả theo từng nhiệm vụ của kế hoạch năm đã soạn", whole.Document.QuerySelectorAll(".section-list li").Select(PageView.Words));
        Assert.Equal("PK"u8.ToArray(), (await (await GetAsync(browser, section.Split('?')[0] + "?handler=Paper")).Content.ReadAsByteArrayAsync(Ct))[..2]);
    }

    [Fact]
    public async Task A_share_that_does_not_fit_is_told_at_its_field_and_nothing_typed_is_lost()
    {
        var (browser, section) = (await AsAsync(Role.AgencyOfficer), await SectionAsync(RowState.NotBegun, ""));

        var refused = await PressAsync(browser, await PageAsync(browser, section), "Lưu nháp", ("Tỷ lệ hoàn thành (%)", "nhiều"), ("Kết quả, việc đã làm", "Đã họp."));

        Assert.Equal((HttpStatusCode.BadRequest, "nhiều", "Đã họp."), (refused.Status, refused.Typed("Tỷ lệ hoàn thành (%)"), refused.Typed("Kết quả, việc đã làm")));
        Assert.Equal("true", refused.Field("Tỷ lệ hoàn thành (%)").GetAttribute("aria-invalid"));
        Assert.Contains("Nhiệm vụ 1: tỷ lệ là số nguyên từ 0 đến 100", Assert.Single(refused.Errors), StringComparison.Ordinal);
        Assert.Empty(await Stored().TaskReports.ToListAsync(Ct));
    }

    [Fact]
    public async Task The_yearly_report_names_the_agency_and_leads_to_its_report()
    {
        var (browser, standing) = (await AsAsync(Role.AgencyOfficer), await AsAsync(Role.StandingAgency));
        var section = await SectionAsync(RowState.Done, "Đã xong.");
        await PressAsync(browser, await PageAsync(browser, section), "Lưu nháp");
        var list = await PageAsync(standing, "/reports");

        var report = await PressAsync(standing, list, "Lập báo cáo");

        Assert.Contains("1 nhiệm vụ chưa có kết quả được xác nhận", report.Typed("Nội dung mục: Kết quả thực hiện nhiệm vụ theo kế hoạch năm của các cơ quan"), StringComparison.Ordinal);
        var link = report.Document.QuerySelectorAll("main th a").Select(link => link.GetAttribute("href")!).Single(href => href.StartsWith("/returns/", StringComparison.Ordinal));
        Assert.Equal($"{section.Split('?')[0]}#of_task-results", link);
        // Nothing of it was sent yet.
        Assert.Contains("chưa gửi báo cáo này", (await PageAsync(standing, link)).Main, StringComparison.Ordinal);
    }

    [Fact]
    public async Task Who_does_not_type_it_is_refused_with_a_sentence()
    {
        var section = await SectionAsync(RowState.NotBegun, "");
        var officer = await AsAsync(Role.AgencyOfficer);
        var page = await PageAsync(officer, section);
        await using (var db = Engine.Open())
        {
            await db.Returns.ExecuteUpdateAsync(set => set.SetProperty(@return => @return.State, ReturnState.AwaitingLeader), Ct);
        }

        var refused = await PressAsync(officer, page, "Lưu nháp");

        Assert.Equal(HttpStatusCode.Conflict, refused.Status);
        Assert.Single(refused.Errors);
    }

    /// <summary>The address of the section, of the officer's own agency, whose return is open and whose plan has one row with progress.</summary>
    private async Task<string> SectionAsync(RowState state, string words)
    {
        var userName = PersonIn(Role.AgencyOfficer).UserName;
        var person = await Stored().People.SingleAsync(person => person.UserName == userName, Ct);
        var agency = (await Stored().RoleGrants.SingleAsync(row => row.PersonId == person.Id && row.Role == Role.AgencyOfficer, Ct)).AgencyId!.Value;
        await using var db = Engine.Open();
        await db.AnnualRows.ExecuteUpdateAsync(set => set.SetProperty(row => row.DropReason, "Không dùng"), Ct);
        await db.Returns.Where(@return => @return.SubjectId == agency).ExecuteUpdateAsync(
            set => set.SetProperty(@return => @return.State, ReturnState.Entering).SetProperty(@return => @return.ConfirmedVersion, (int?)null).SetProperty(@return => @return.CurrentVersion, 1), Ct);
        var row = Given.AnnualRow(agency);
        var standing = new Actor(1, null, Role.StandingAgency, await Stored().Owners.Where(owner => owner.Id == 1).Select(owner => owner.PlaceId).SingleAsync(Ct));

        if (words.Length > 0)
        {
            Assert.Null((await new SayProgress(db, Clock).RunAsync(row, new ToldProgress(Guid.CreateVersion7(), 0, state, words, Clock.Now.Day), standing, Ct)).Refusal);
        }

        var rounds = db.Rounds.Where(round => round.Code == "2026").Select(round => round.Id);
        var id = (await db.Returns.SingleAsync(@return => @return.SubjectId == agency && rounds.Contains(@return.RoundId), Ct)).Id;

        return $"/returns/{id.Value}/report?section=task-results";
    }
}
