using System.Net;
using HieuHoc.Access;
using HieuHoc.Platform.Attachments;
using HieuHoc.Register;
using HieuHoc.Returns;
using Microsoft.EntityFrameworkCore;

namespace HieuHoc.Web.Tests.Pages;

/// <summary>What a village head does on an enrolled telephone, and what the commune does with it.</summary>
public sealed class VillageJourneyTests : WalkTest
{
    private const string Pin = "582064";
    private const string Head = "Thôn Phước Hưng (minh họa)";

    private static readonly (string, string)[] Meetings =
        [("Buổi sinh hoạt có nội dung về học tập", "9"), ("Lượt người dự các buổi đó", "1.245")];

    [Fact]
    public async Task From_the_QR_at_the_commune_to_confirmed_figures()
    {
        var commune = await AsAsync(Role.CommuneOfficer);
        var telephone = await EnrolledAsync(commune);
        await PressAsync(telephone, await PageAsync(telephone, "/me/security"), "Đăng xuất");

        var home = await PressAsync(telephone, await PageAsync(telephone, "/sign-in/pin"), "Đăng nhập", ("Mã PIN", Pin));
        var address = home.Document.QuerySelector(".tasks a")!.GetAttribute("href")!;
        var page = await PageAsync(telephone, address);
        var saved = await PressAsync(telephone, page, "Lưu nháp", Meetings[0]);
        var sent = await PressAsync(telephone, saved, "Gửi báo cáo", Meetings);
        var arrived = await PageAsync(commune, address);
        var confirmed = await PressAsync(commune, arrived, "Xác nhận số liệu");

        Assert.Equal($"Nhập báo cáo của {Head} Sinh hoạt về học tập ở thôn, bản, tổ dân phố năm 2026 · Hạn gửi 24/11/2026 · còn 3 ngày", PageView.Words(home.Document.QuerySelector(".tasks li")));
        Assert.Equal(["Việc của tôi", "Báo cáo"], home.Menu);
        Assert.Contains("Hạn gửi 24/11/2026 · còn 3 ngày", page.Main, StringComparison.Ordinal);
        Assert.Contains("Sinh hoạt về học tập ở thôn, bản, tổ dân phố", page.Main, StringComparison.Ordinal);
        Assert.Equal(["Gửi báo cáo", "Lưu nháp"], Buttons(page));
        Assert.Equal("Gửi báo cáo", PageView.Words(Assert.Single(page.Document.QuerySelectorAll("main .btn-primary"))));
        Assert.Contains("Đã gửi báo cáo. Cán bộ cấp xã sẽ kiểm tra số liệu.", sent.Main, StringComparison.Ordinal);
        Assert.Equal(["Thu hồi báo cáo"], Buttons(sent));
        Assert.Equal(["Đánh dấu các ô đã chọn", "Đề nghị bổ sung, làm rõ", "Xác nhận số liệu"], Buttons(arrived));
        Assert.Contains("Đã xác nhận số liệu", confirmed.Main, StringComparison.Ordinal);
        Assert.Contains("1.245", confirmed.Main, StringComparison.Ordinal);
        Assert.Contains("Hiện không có việc nào đang chờ.", (await PageAsync(telephone, "/")).Main, StringComparison.Ordinal);
    }

    [Fact]
    public async Task What_the_commune_asks_to_mend_the_head_reads_first()
    {
        var commune = await AsAsync(Role.CommuneOfficer);
        var telephone = await EnrolledAsync(commune);
        var address = await AddressAsync(ReturnState.Entering);
        await PressAsync(telephone, await PageAsync(telephone, address), "Gửi báo cáo", Meetings);

        await PressAsync(commune, await PageAsync(commune, address), "Đề nghị bổ sung, làm rõ", ("Lý do", "Đếm lại lượt người dự"));
        var page = await PageAsync(telephone, address);

        Assert.StartsWith(
            "Cán bộ cấp xã đề nghị bổ sung, làm rõ Đếm lại lượt người dự", PageView.Words(page.Document.QuerySelector("main .notice")), StringComparison.Ordinal);
        Assert.Contains("Bổ sung, làm rõ báo cáo", (await PageAsync(telephone, "/")).Main, StringComparison.Ordinal);
    }

    [Fact]
    public async Task A_telephone_that_the_commune_ended_meanwhile_sends_nothing()
    {
        var commune = await AsAsync(Role.CommuneOfficer);
        var telephone = await EnrolledAsync(commune);
        var address = await AddressAsync(ReturnState.Entering);
        var page = await PageAsync(telephone, address);

        await PressAsync(commune, await PageAsync(commune, "/devices"), "Hủy ghi danh");
        var refused = await page.PressAsync(telephone, "Gửi báo cáo", Meetings, Ct);

        Assert.Equal(HttpStatusCode.Found, refused.StatusCode);
        Assert.StartsWith("/sign-in", refused.Headers.Location!.PathAndQuery, StringComparison.Ordinal);
        await using var db = Engine.Open();
        var id = new ReturnId(Guid.Parse(address.Split('/')[^1]));
        var kept = await db.Returns.SingleAsync(row => row.Id == id, Ct);
        Assert.Equal((ReturnState.Entering, 0), (kept.State, kept.Revision));
    }

    [Fact]
    public async Task Everything_else_of_the_commune_does_not_exist_for_the_head()
    {
        var telephone = await EnrolledAsync(await AsAsync(Role.CommuneOfficer));

        Assert.Equal(HttpStatusCode.NotFound, (await PageAsync(telephone, await AddressOfAsync(HaiLang))).Status);
        Assert.Equal(HttpStatusCode.NotFound, (await PageAsync(telephone, await AddressAsync(ReturnState.Sent))).Status);
        Assert.Equal(HttpStatusCode.NotFound, (await PageAsync(telephone, "/returns?round=2026")).Status);
        Assert.Equal(HttpStatusCode.Forbidden, (await PageAsync(telephone, $"/places/{HaiLang}")).Status);
        Assert.Equal([$"{Head} Đang nhập —chưa có"], Rows(await PageAsync(telephone, "/returns")));
    }

    [Fact]
    public async Task After_a_merger_the_telephone_opens_the_heir_s_return()
    {
        var telephone = await EnrolledAsync(await AsAsync(Role.CommuneOfficer));
        await using var db = Engine.Open();
        var (own, other) = (await VillageAsync(ReturnState.Entering), await VillageAsync(ReturnState.Sent));
        var commune = (await ReturnOfAsync(HaiLang)).SubjectId;
        var merged = await new RearrangeVillages(db, Clock, [new GrantsFollowPlaces(db), new ReturnsFollowPlaces(db, Shelf)]).RunAsync(
            new Rearrangement([own, other], [new VillageAfter(null, "thôn", "Phước Tiến")], Clock.Now.Day, "NQ 1"),
            new Actor(1, null, Role.CommuneOfficer, commune),
            Ct);

        Assert.Null(merged.Refusal);
        Assert.Equal("Nhập báo cáo của Thôn Phước Tiến Sinh hoạt về học tập ở thôn, bản, tổ dân phố năm 2026 · Hạn gửi 24/11/2026 · còn 3 ngày", PageView.Words((await PageAsync(telephone, "/")).Document.QuerySelector(".tasks li")));
    }

    [Fact]
    public async Task The_commune_types_for_a_village_from_its_paper_and_the_page_says_so()
    {
        var commune = await AsAsync(Role.CommuneOfficer);
        var address = await AddressAsync(ReturnState.Entering);
        (string, string) paper = ("Văn bản của nơi báo cáo", "Phiếu ngày 20/11/2026, trưởng thôn ký");

        var refused = await PressAsync(commune, await PageAsync(commune, address), "Nhập thay", [.. Meetings, paper]);
        await AttachAsync(address);
        var done = await PressAsync(commune, refused, "Nhập thay", paper);

        Assert.Equal(HttpStatusCode.Conflict, refused.Status);
        Assert.StartsWith("Nhập thay phải dựa trên văn bản của nơi báo cáo.", Assert.Single(refused.Errors), StringComparison.Ordinal);
        Assert.Equal("1.245", refused.Typed(Meetings[1].Item1));
        Assert.Contains("Đã nhập thay.", done.Main, StringComparison.Ordinal);
        Assert.StartsWith(
            "Nhập thay 21/11/2026 09:00 · Cán bộ Văn hóa - Xã hội xã Hải Lăng (minh họa)",
            PageView.Words(done.Document.QuerySelector(".moves li")),
            StringComparison.Ordinal);
    }

    /// <summary>A telephone of the head of the first village, signed in.</summary>
    private async Task<HttpClient> EnrolledAsync(HttpClient commune)
    {
        var invited = await PressAsync(commune, await PageAsync(commune, "/devices"), "Ghi danh điện thoại");
        var code = invited.Document.QuerySelector(".error-id code")!.TextContent;
        var telephone = Stranger();
        var home = await PressAsync(
            telephone, await PageAsync(telephone, "/enrol"), "Ghi danh", ("Mã ghi danh", code), ("Mã PIN mới", Pin), ("Nhập lại mã PIN", Pin));
        Assert.Equal("Việc của tôi", home.Heading);

        return telephone;
    }

    /// <summary>The village whose return is the first in a state.</summary>
    private async Task<int> VillageAsync(ReturnState state) => (await OfVillageAsync(state)).SubjectId;

    private async Task<string> AddressAsync(ReturnState state) => $"/returns/{(await OfVillageAsync(state)).Id.Value}";

    private async Task<Return> OfVillageAsync(ReturnState state)
    {
        await using var db = Engine.Open();
        var rounds = db.Rounds.Where(round => round.Code == "2026-thon").Select(round => round.Id);

        return await db.Returns.AsNoTracking().Where(@return => @return.State == state && rounds.Contains(@return.RoundId))
            .OrderBy(@return => @return.SubjectId).FirstAsync(Ct);
    }

    private async Task AttachAsync(string address)
    {
        await using var db = Engine.Open();
        db.Add(new Attachment
        {
            Owner = 1,
            Id = new AttachmentId(Guid.CreateVersion7()),
            Kind = ReturnAttachments.Kind,
            Record = address.Split('/')[^1],
            Sha256 = new string('0', 64),
            Size = 1,
            MediaType = "image/jpeg",
            Name = "phieu.jpg",
            AddedBy = null,
            AddedAt = Clock.Now.Instant,
        });
        await db.SaveChangesAsync(Ct);
    }

    private static IReadOnlyList<string> Buttons(PageView page) => [.. page.Document.QuerySelectorAll("main button").Select(PageView.Words)];
}
