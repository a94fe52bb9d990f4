using System.Net;
using HieuHoc.Access;
using HieuHoc.Figures;
using HieuHoc.Places;
using HieuHoc.Returns;
using HieuHoc.Testing;
using HieuHoc.Web.Tests.Api;
using Microsoft.EntityFrameworkCore;

namespace HieuHoc.Web.Tests.Pages;

/// <summary>The commune's yearly form of eight sections: typed one section a page, read at once.</summary>
public sealed class SectionsOfAReturnTests : ApiTest
{
    private const string Families = "Gia đình: tổng số";
    private const string Registered = "Gia đình: đăng ký xây dựng danh hiệu";
    private const string Literacy = "Xóa mù chữ: mức độ đạt chuẩn";
    private const string Preschool = "Đạt chuẩn phổ cập giáo dục mầm non cho trẻ em 5 tuổi";
    private const string Population = "Dân số";
    private const string Aged15 = "Dân số từ 15 tuổi trở lên";

    [Fact]
    public async Task The_first_page_lists_the_sections_with_what_is_filled_and_asks_for_no_cell()
    {
        var browser = await AsAsync(Role.CommuneOfficer);

        var page = await PageAsync(browser, await AskedAsync());

        var lines = page.Document.QuerySelectorAll(".section-list li");
        Assert.Equal(9, lines.Length);
        Assert.Equal("Mô hình học tập đã nhập 0/16 ô", PageView.Words(lines[0]));
        Assert.Empty(page.Document.QuerySelectorAll("table.grid"));
        Assert.Contains("Trình lãnh đạo", page.Document.QuerySelectorAll("main button").Select(PageView.Words));
    }

    [Fact]
    public async Task Saving_a_section_goes_on_to_the_next_and_leaves_the_others_as_they_are()
    {
        var browser = await AsAsync(Role.CommuneOfficer);
        var address = await AskedAsync();

        var citizens = await PressAsync(browser, await PageAsync(browser, $"{address}?section=models"), "Lưu và sang phần sau", (Families, "1.234"));
        var community = await PressAsync(browser, citizens, "Lưu và sang phần sau", ("Người lớn trên địa bàn", "900"));
        var stayed = await PressAsync(browser, community, "Lưu nháp", ("Cộng đồng học tập cấp xã: mức độ được công nhận", "2"));
        var models = await PageAsync(browser, $"{address}?section=models");

        Assert.EndsWith("?section=citizens", citizens.Address.ToString(), StringComparison.Ordinal);
        Assert.EndsWith("?section=community", community.Address.ToString(), StringComparison.Ordinal);
        Assert.EndsWith("?section=community", stayed.Address.ToString(), StringComparison.Ordinal);
        Assert.Equal("1.234", models.Typed(Families));
        Assert.Equal("2", stayed.Typed("Cộng đồng học tập cấp xã: mức độ được công nhận"));
        Assert.Equal(["Công dân học tập →"], models.Document.QuerySelectorAll("a[rel=next]").Select(PageView.Words));
        Assert.Empty(models.Document.QuerySelectorAll("a[rel=prev]"));
        Assert.Equal(
            ["Mô hình học tập đã nhập 1/16 ô", "Công dân học tập đã nhập 1/10 ô", "Cộng đồng học tập cấp xã đã nhập 1/2 ô"],
            (await PageAsync(browser, address)).Document.QuerySelectorAll(".section-list li").Take(3).Select(PageView.Words));
    }

    [Fact]
    public async Task The_last_section_leads_back_to_the_list_and_from_there_to_the_leader()
    {
        var browser = await AsAsync(Role.CommuneOfficer);
        var address = await AskedAsync();

        var list = await PressAsync(
            browser, await PageAsync(browser, $"{address}?section=association"), "Lưu và xem lại các phần", (Population, "20.000"));
        var submitted = await PressAsync(browser, list, "Trình lãnh đạo");

        Assert.EndsWith(address, list.Address.ToString(), StringComparison.Ordinal);
        Assert.Contains("Đã trình lãnh đạo.", submitted.Main, StringComparison.Ordinal);
        Assert.Equal(9, submitted.Document.QuerySelectorAll("table.grid").Length);
        Assert.Contains("20.000", submitted.Main, StringComparison.Ordinal);
    }

    [Fact]
    public async Task What_is_chosen_is_read_back_in_words_and_what_is_not_chosen_is_no_answer()
    {
        var browser = await AsAsync(Role.CommuneOfficer);
        var address = await AskedAsync();
        var page = await PageAsync(browser, $"{address}?section=schooling");
        Assert.Equal(
            ["Chưa có kết quả", "Chưa đạt", "Mức độ 1", "Mức độ 2"],
            page.Field(Literacy).QuerySelectorAll("option").Select(PageView.Words));

        await PressAsync(browser, page, "Lưu nháp", (Literacy, "0"), (Preschool, "1"));
        await PressAsync(browser, await PageAsync(browser, address), "Trình lãnh đạo");
        var read = await PageAsync(browser, address);

        Assert.Contains(Rows(read), row => row == "Xóa mù chữ: mức độ Chưa đạt");
        Assert.Contains(Rows(read), row => row == "Phổ cập giáo dục mầm non cho trẻ em 5 tuổi: đạt chuẩn Có");
        Assert.Contains(Rows(read), row => row.StartsWith("Phổ cập giáo dục tiểu học: mức độ —", StringComparison.Ordinal));
    }

    [Fact]
    public async Task What_cannot_be_chosen_is_refused_with_the_choices_on_the_page_and_by_the_interface()
    {
        var (browser, program) = (await AsAsync(Role.CommuneOfficer), await ProgramAsync(Role.CommuneOfficer));
        var address = await AskedAsync();
        const string Sentence = $"{Literacy}: chọn một trong các kết quả 0 (Chưa đạt); 1 (Mức độ 1); 2 (Mức độ 2). Chưa có kết quả thì để trống.";

        var refused = await PressAsync(browser, await PageAsync(browser, $"{address}?section=schooling"), "Lưu nháp", (Literacy, "3"));
        var answer = await SendAsync(
            program, HttpMethod.Put, $"/api/v1{address}", new { answers = new Dictionary<string, object> { ["xmc.level"] = 3 } }, "*");

        Assert.Equal(HttpStatusCode.BadRequest, refused.Status);
        Assert.Contains(Sentence, refused.Errors);
        Assert.Equal(400, answer.Status);
        Assert.Equal(Sentence, answer.Body.GetProperty("cells").GetProperty("xmc.level").GetString());
    }

    [Fact]
    public async Task What_contradicts_another_section_is_named_with_the_way_there()
    {
        var browser = await AsAsync(Role.CommuneOfficer);
        var address = await AskedAsync();
        await PressAsync(browser, await PageAsync(browser, $"{address}?section=skills"), "Lưu nháp", (Aged15, "9.000"));

        var page = await PressAsync(browser, await PageAsync(browser, $"{address}?section=association"), "Lưu nháp", (Population, "8.000"));
        var elsewhere = await PageAsync(browser, $"{address}?section=models");

        Assert.Equal("true", page.Field(Population).GetAttribute("aria-invalid"));
        Assert.Contains("Dân số từ 15 tuổi trở lên không được lớn hơn dân số.", page.Main, StringComparison.Ordinal);
        var link = Assert.Single(elsewhere.Document.QuerySelectorAll(".notice-behind a"));
        Assert.Equal($"{address}?section=skills#cell_people_aged-15", link.GetAttribute("href"));
        Assert.Contains("(Năng lực và trình độ của người dân)", PageView.Words(link.ParentElement), StringComparison.Ordinal);
        Assert.Equal(
            ["Năng lực và trình độ của người dân", "Tổ chức Hội Khuyến học"],
            elsewhere.Document.QuerySelectorAll(".section-list li").Where(line => line.QuerySelector(".state-to-mend") is not null)
                .Select(line => PageView.Words(line.QuerySelector("a"))));
    }

    [Fact]
    public async Task Beside_each_cell_stands_the_official_figure_of_the_year_before()
    {
        var browser = await AsAsync(Role.CommuneOfficer);
        var address = await AskedAsync();
        await CountedAsync(2026, "family.total", 4_321);

        var page = await PageAsync(browser, $"{address}?section=models");

        Assert.Equal("Năm 2026: 4.321", PageView.Words(page.Document.GetElementById(page.Field(Families).Id + "_past")));
        Assert.Null(page.Document.GetElementById(page.Field(Registered).Id + "_past"));
    }

    [Fact]
    public async Task The_closing_row_adds_up_a_column_when_none_of_its_cells_is_blank()
    {
        var browser = await AsAsync(Role.CommuneOfficer);
        var address = await AskedAsync();

        var page = await PressAsync(
            browser,
            await PageAsync(browser, $"{address}?section=digital"),
            "Lưu nháp",
            ("Cơ sở giáo dục phổ thông: tổng số", "9"),
            ("Cơ sở giáo dục thường xuyên: tổng số", "1"),
            ("Cơ sở giáo dục nghề nghiệp: tổng số", "0"),
            ("Cơ sở giáo dục khác: tổng số", "1.002"),
            ("Cơ sở giáo dục phổ thông: quản lý, dạy và học trên môi trường số", "7"));

        Assert.Equal("Cộng 1.012 —chưa có", PageView.Words(page.Document.QuerySelector("tfoot tr")));
    }

    [Fact]
    public async Task A_short_form_stays_on_one_page()
    {
        var browser = await AsAsync(Role.CommuneOfficer);

        var page = await PageAsync(browser, await AskedAsync("learning-models"));

        Assert.Empty(page.Document.QuerySelectorAll(".section-list"));
        Assert.Equal(2, page.Document.QuerySelectorAll("table.grid").Length);
    }

    /// <summary>A round of the yearly form is open, or of another; the address of Hải Lăng's return.</summary>
    private async Task<string> AskedAsync(string form = "annual-commune")
    {
        await using var db = Engine.Open();
        var owner = await db.Owners.SingleAsync(owner => owner.Id == 1, Ct);
        var opened = await new OpenRound(db, Shelf, Clock).RunAsync(
            Given.AskedRound(2027, form), new Actor(1, null, Role.StandingAgency, owner.PlaceId), Ct);
        Assert.Null(opened.Refusal);
        var place = (await ReturnOfFirstRoundAsync()).SubjectId;
        var id = await db.Returns.Where(@return => @return.RoundId == opened.Value.Id && @return.SubjectId == place).Select(@return => @return.Id).SingleAsync(Ct);

        return $"/returns/{id.Value}";
    }

    private async Task<Return> ReturnOfFirstRoundAsync()
    {
        await using var db = Engine.Open();
        var places = db.PlaceCodes.Where(code => code.Code == HaiLang && code.ValidTo == null).Select(code => code.PlaceId);

        return await db.Returns.AsNoTracking().FirstAsync(@return => places.Contains(@return.SubjectId), Ct);
    }

    private async Task CountedAsync(int year, string element, long value)
    {
        await using var db = Engine.Open();
        var place = (await ReturnOfFirstRoundAsync()).SubjectId;
        await using var transaction = await db.Database.BeginTransactionAsync(Ct);
        var period = await db.PeriodAsync(PeriodCode.Year(year), Ct);
        var posted = await db.PostFiguresAsync(
            Shelf,
            new Posting(1, place, period.Id, Guid.CreateVersion7(), 1, Producer.Return, Clock.Now.Instant),
            new Dictionary<FigureKey, long> { [new FigureKey(element)] = value },
            Ct);
        await transaction.CommitAsync(Ct);
        Assert.Null(posted);
    }
}
