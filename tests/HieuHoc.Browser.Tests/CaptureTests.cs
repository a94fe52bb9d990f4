using System.Text.RegularExpressions;
using HieuHoc.Access;
using HieuHoc.Access.Capture;
using HieuHoc.Returns;
using Microsoft.EntityFrameworkCore;
using Microsoft.Extensions.DependencyInjection;
using Microsoft.Playwright;

namespace HieuHoc.Browser.Tests;

/// <summary>A village head fills in a return where there is no network.</summary>
public sealed class CaptureTests(Chromium chromium) : TelephoneTest(chromium)
{
    private const string Sending = "**/api/v1/capture/returns/**";

    private readonly AttendanceKind attendance = new();

    [Fact]
    public async Task Without_network_a_return_is_filled_in_survives_closing_and_is_sent_when_there_is()
    {
        var telephone = await EnrolAsync();
        await telephone.GetByRole(AriaRole.Link, new() { Name = "Nhập không cần mạng trên máy này" }).ClickAsync();
        await OpenCaptureAsync(telephone);
        await PictureAsync(telephone, "capture-list");
        await telephone.Context.SetOfflineAsync(true);
        await telephone.ReloadAsync();
        await Assertions.Expect(Says(telephone)).ToContainTextAsync("Không có mạng");
        await EnterAsync(telephone);
        await TypeAsync(telephone, Meetings, "11");
        await TypeAsync(telephone, Present, "3");
        await Assertions.Expect(telephone.Locator("main")).ToContainTextAsync("Mỗi buổi sinh hoạt có ít nhất một người dự");
        await AxeFindsNothingAsync(telephone);
        await PictureAsync(telephone, "capture-form");
        await TypeAsync(telephone, Present, "1.234");

        // Closed in the middle: what was typed is there again.
        var again = await telephone.Context.NewPageAsync();
        await telephone.CloseAsync();
        await again.GotoAsync("/capture");
        await EnterAsync(again);
        await Assertions.Expect(again.Locator($"[name='{Present}']")).ToHaveValueAsync("1.234");
        await PressAsync(again, "Lưu nháp");
        await Assertions.Expect(again.Locator("#unsent")).ToContainTextAsync("Còn 1 lần nhập chưa gửi");
        await Assertions.Expect(again.Locator("#app")).ToContainTextAsync("Trên máy này");
        await AxeFindsNothingAsync(again);
        await PictureAsync(again, "capture-unsent");
        Assert.Empty((await StoredAsync()).Answers);

        await again.Context.SetOfflineAsync(false);
        await Assertions.Expect(again.Locator("#unsent")).ToContainTextAsync("Không còn gì chưa gửi");
        await Assertions.Expect(again.Locator("#balance")).ToContainTextAsync("đã gửi 1 lần nhập = máy chủ đã nhận 1");
        await Assertions.Expect(again.Locator("#app")).ToContainTextAsync(new Regex("biên nhận [A-Z2-9]{4}-[A-Z2-9]{4}"));
        Assert.Equal((11, 1234), ((await StoredAsync()).Answers[Meetings], (await StoredAsync()).Answers[Present]));

        await EnterAsync(again);
        await PressAsync(again, "Gửi báo cáo");
        await Assertions.Expect(again.Locator("#balance")).ToContainTextAsync("đã gửi 2 lần nhập = máy chủ đã nhận 2");
        Assert.Equal(ReturnState.Sent, (await StoredAsync()).Return.State);
        await PictureAsync(again, "capture-sent");
    }

    [Fact]
    public async Task What_does_not_add_up_comes_back_with_its_sentence_and_is_mended()
    {
        var telephone = await EnrolAsync();
        await OpenCaptureAsync(telephone);
        await EnterAsync(telephone);
        await TypeAsync(telephone, Meetings, "11");
        await TypeAsync(telephone, Present, "3");
        await PressAsync(telephone, "Gửi báo cáo");
        await Assertions.Expect(telephone.Locator("#app")).ToContainTextAsync("Trả lại anh/chị");
        await Assertions.Expect(telephone.Locator("#app")).ToContainTextAsync("Báo cáo còn 1 lỗi số liệu phải sửa");

        await EnterAsync(telephone);
        await Assertions.Expect(telephone.GetByRole(AriaRole.Link, new() { Name = "Mở trang đầy đủ" })).ToHaveAttributeAsync("href", $"/returns/{(await StoredAsync()).Return.Id.Value}");
        await TypeAsync(telephone, Present, "300");
        await PressAsync(telephone, "Gửi báo cáo");

        await Assertions.Expect(telephone.Locator("#unsent")).ToContainTextAsync("Không còn gì chưa gửi");
        Assert.Equal((ReturnState.Sent, 300), ((await StoredAsync()).Return.State, (await StoredAsync()).Answers[Present]));
    }

    [Fact]
    public async Task What_the_commune_typed_meanwhile_is_shown_beside_and_the_person_chooses()
    {
        var telephone = await EnrolAsync();
        await OpenCaptureAsync(telephone);
        await telephone.Context.SetOfflineAsync(true);
        await EnterAsync(telephone);
        await TypeAsync(telephone, Meetings, "11");
        await PressAsync(telephone, "Lưu nháp");
        await TypeAtTheCommuneAsync("9");

        await telephone.Context.SetOfflineAsync(false);
        await Assertions.Expect(telephone.Locator("#app")).ToContainTextAsync("Có 1 ô mà người khác đã lưu số khác");
        await EnterAsync(telephone);
        await Assertions.Expect(telephone.Locator("main")).ToContainTextAsync("Anh/chị nhập: 11. Người khác đã lưu: 9.");
        await PictureAsync(telephone, "capture-conflict");
        await TypeAsync(telephone, Meetings, "10");
        await PressAsync(telephone, "Lưu nháp");

        await Assertions.Expect(telephone.Locator("#unsent")).ToContainTextAsync("Không còn gì chưa gửi");
        Assert.Equal(10, (await StoredAsync()).Answers[Meetings]);
    }

    [Fact]
    public async Task Who_has_unsent_work_is_not_signed_out_and_who_has_none_leaves_nothing_behind()
    {
        var telephone = await EnrolAsync();
        await OpenCaptureAsync(telephone);
        await telephone.RouteAsync(Sending, route => route.AbortAsync());
        await EnterAsync(telephone);
        await TypeAsync(telephone, Meetings, "11");
        await PressAsync(telephone, "Lưu nháp");
        await Assertions.Expect(telephone.Locator("#unsent")).ToContainTextAsync("Còn 1 lần nhập chưa gửi");

        await telephone.GotoAsync("/");
        await PressAsync(telephone, "Đăng xuất");
        await telephone.WaitForURLAsync("**/capture#unsent");
        await Assertions.Expect(Says(telephone)).ToContainTextAsync("Chưa đăng xuất được");

        await telephone.UnrouteAsync(Sending);
        await PressAsync(telephone, "Gửi và nhận ngay");
        await Assertions.Expect(telephone.Locator("#unsent")).ToContainTextAsync("Không còn gì chưa gửi");
        await telephone.GotoAsync("/");
        await PressAsync(telephone, "Đăng xuất");
        await telephone.WaitForURLAsync("**/sign-in**");
        Assert.Equal(["hieuhoc"], await telephone.EvaluateAsync<string[]>("() => indexedDB.databases().then((all) => all.map(({ name }) => name))"));
    }

    [Fact]
    public async Task What_is_typed_and_not_called_done_keeps_its_person_signed_in_and_what_was_only_opened_does_not()
    {
        var telephone = await EnrolAsync();
        await OpenCaptureAsync(telephone);
        await EnterAsync(telephone);
        await TypeAsync(telephone, Meetings, "11");
        await telephone.GotoAsync("/");
        await PressAsync(telephone, "Đăng xuất");
        await telephone.WaitForURLAsync("**/capture#unsent");
        await Assertions.Expect(Says(telephone)).ToContainTextAsync("Chưa đăng xuất được");

        await EnterAsync(telephone);
        await Assertions.Expect(telephone.Locator($"[name='{Meetings}']")).ToHaveValueAsync("11");
        await TypeAsync(telephone, Meetings, "");
        await telephone.GotoAsync("/");
        await PressAsync(telephone, "Đăng xuất");
        await telephone.WaitForURLAsync("**/sign-in**");
    }

    [Fact]
    public async Task What_is_typed_is_said_to_be_here_as_soon_as_it_is_kept_and_the_last_key_counts()
    {
        var telephone = await EnrolAsync();
        await OpenCaptureAsync(telephone);
        await EnterAsync(telephone);
        await Assertions.Expect(telephone.Locator("#state")).Not.ToContainTextAsync("Trên máy này");

        await telephone.Locator($"[name='{Meetings}']").PressSequentiallyAsync("123456789");
        await Assertions.Expect(telephone.Locator("#state:not([aria-busy])")).ToContainTextAsync("Trên máy này");
        await telephone.GotoAsync("/capture");

        await EnterAsync(telephone);
        await Assertions.Expect(telephone.Locator($"[name='{Meetings}']")).ToHaveValueAsync("123456789");
    }

    [Fact]
    public async Task What_is_typed_while_the_telephone_still_writes_is_written_after_it_and_what_was_overtaken_is_not()
    {
        var page = await OpenAsync(width: 360);
        await page.GotoAsync("/sign-in");

        var (written, answers) = await WrittenInOrderAsync(page);

        Assert.Equal(["1", "123", "4"], written);
        Assert.Equal(["wrote 123", "wrote 123", "wrote 123", "wrote 4"], answers);
    }

    [Fact]
    public async Task What_can_no_longer_be_taken_is_given_up_by_its_person_and_the_rest_goes_on()
    {
        var telephone = await EnrolAsync();
        await OpenCaptureAsync(telephone);
        await telephone.RouteAsync(Sending, route => route.AbortAsync());
        await EnterAsync(telephone);
        await TypeAsync(telephone, Meetings, "11");
        await PressAsync(telephone, "Lưu nháp");
        await SendOnThePageAsync(telephone, "9", "100");

        await Assertions.Expect(telephone.Locator("#app")).ToContainTextAsync("nên không nhập số liệu được");
        await EnterAsync(telephone);
        await Assertions.Expect(telephone.Locator("main")).Not.ToContainTextAsync("Ghi số đúng vào ô");
        await PressAsync(telephone, "Bỏ phần tôi nhập, lấy số đang có");

        await Assertions.Expect(telephone.Locator("#unsent")).ToContainTextAsync("Không còn gì chưa gửi");
        await EnterAsync(telephone);
        await Assertions.Expect(telephone.Locator($"[name='{Meetings}']")).ToHaveValueAsync("9");
        Assert.Equal(9, (await StoredAsync()).Answers[Meetings]);
    }

    [Fact]
    public async Task Who_wanted_to_send_what_somebody_else_sent_has_nothing_left_to_do()
    {
        var telephone = await EnrolAsync();
        await OpenCaptureAsync(telephone);
        await telephone.RouteAsync(Sending, route => route.AbortAsync());
        await EnterAsync(telephone);
        await PressAsync(telephone, "Gửi báo cáo");
        await Assertions.Expect(telephone.Locator("#unsent")).ToContainTextAsync("Còn 1 lần nhập chưa gửi");
        await SendOnThePageAsync(telephone, "9", "100");

        await Assertions.Expect(telephone.Locator("#unsent")).ToContainTextAsync("Không còn gì chưa gửi");
        await Assertions.Expect(telephone.Locator("#app")).Not.ToContainTextAsync("Trả lại anh/chị");
    }

    [Fact]
    public async Task A_server_that_has_less_than_it_gave_receipts_for_is_named()
    {
        var telephone = await EnrolAsync();
        await OpenCaptureAsync(telephone);
        await EnterAsync(telephone);
        await TypeAsync(telephone, Meetings, "11");
        await PressAsync(telephone, "Lưu nháp");
        await Assertions.Expect(telephone.Locator("#balance")).ToContainTextAsync("đã gửi 1 lần nhập = máy chủ đã nhận 1");
        await using var db = Database.Engine.Open();
        await db.ReceivedRecords.ExecuteDeleteAsync(Ct);

        await PressAsync(telephone, "Gửi và nhận ngay");

        await Assertions.Expect(telephone.Locator("#balance")).ToContainTextAsync("Máy đã gửi 1 lần nhập nhưng máy chủ chỉ còn 0");
    }

    [Fact]
    public async Task A_kind_that_no_script_knows_is_begun_without_network_kept_refused_mended_and_sent()
    {
        var telephone = await EnrolAsync();
        await OpenCaptureAsync(telephone);
        await telephone.Context.SetOfflineAsync(true);
        await PressAsync(telephone, "Điểm danh một buổi");
        await PressAsync(telephone, "Quay lại danh sách");
        await Assertions.Expect(telephone.Locator("#app li")).ToHaveCountAsync(1); // what was begun and left empty is none

        await PressAsync(telephone, "Điểm danh một buổi");
        await TypeAsync(telephone, AttendanceKind.Came, "0");
        await PressAsync(telephone, "Lưu nháp");
        await AxeFindsNothingAsync(telephone);
        await PictureAsync(telephone, "capture-begun");
        await telephone.ReloadAsync();
        await Assertions.Expect(telephone.Locator("#unsent")).ToContainTextAsync("Còn 1 lần nhập chưa gửi");
        await telephone.Context.SetOfflineAsync(false);
        await Assertions.Expect(telephone.Locator("#app")).ToContainTextAsync("Trả lại anh/chị");
        Assert.Empty(attendance.Taken);

        await telephone.Locator("#app li").Filter(new() { HasText = "Trả lại anh/chị" }).GetByRole(AriaRole.Button).ClickAsync();
        await TypeAsync(telephone, AttendanceKind.Came, "41");
        await PressAsync(telephone, "Lưu nháp");

        await Assertions.Expect(telephone.Locator("#balance")).ToContainTextAsync("đã gửi 1 lần nhập = máy chủ đã nhận 1");
        await Assertions.Expect(telephone.Locator("#app")).ToContainTextAsync("Buổi đã điểm danh");
        Assert.Equal("41", Assert.Single(attendance.Taken.Values).Values[AttendanceKind.Came]);
    }

    [Fact]
    public async Task What_is_unsent_is_carried_to_the_commune_in_a_file_and_sent_again_does_no_harm()
    {
        var telephone = await EnrolAsync();
        await OpenCaptureAsync(telephone);
        await telephone.Context.SetOfflineAsync(true);
        await EnterAsync(telephone);
        await TypeAsync(telephone, Meetings, "11");
        await TypeAsync(telephone, Present, "300");
        await PressAsync(telephone, "Gửi báo cáo");
        var download = await telephone.RunAndWaitForDownloadAsync(() => PressAsync(telephone, "Lưu phần chưa gửi thành tệp"));
        var file = Path.Combine(Folder, download.SuggestedFilename);
        await download.SaveAsAsync(file);
        await Assertions.Expect(Says(telephone)).ToContainTextAsync($"Đã lưu tệp {download.SuggestedFilename}");

        var commune = await AsAsync(Role.CommuneOfficer);
        await commune.GotoAsync("/relay");
        await commune.Locator("input[type=file]").SetInputFilesAsync(file);
        await commune.Locator("main form button").First.ClickAsync();
        await Assertions.Expect(commune.Locator("main table")).ToContainTextAsync(new Regex("[A-Z2-9]{4}-[A-Z2-9]{4}"));
        await PicturesAsync(commune, "relay");
        Assert.Equal((ReturnState.Sent, 300), ((await StoredAsync()).Return.State, (await StoredAsync()).Answers[Present]));

        await telephone.Context.SetOfflineAsync(false);
        await Assertions.Expect(telephone.Locator("#balance")).ToContainTextAsync("đã gửi 2 lần nhập = máy chủ đã nhận 2");
        await Assertions.Expect(telephone.Locator("#unsent")).ToContainTextAsync("Không còn gì chưa gửi");
    }

    [Fact]
    public async Task A_revoked_telephone_says_so_and_drops_the_lists()
    {
        var telephone = await EnrolAsync();
        await OpenCaptureAsync(telephone);
        var commune = await AsAsync(Role.CommuneOfficer);
        await commune.GotoAsync("/devices");
        await commune.GetByRole(AriaRole.Button, new() { Name = "Hủy ghi danh" }).First.ClickAsync();

        await PressAsync(telephone, "Gửi và nhận ngay");

        await Assertions.Expect(Says(telephone)).ToContainTextAsync("Máy này đã bị thu hồi");
        await Assertions.Expect(telephone.Locator("#app")).ToBeEmptyAsync();
        await telephone.ReloadAsync();
        await Assertions.Expect(Says(telephone)).ToContainTextAsync("Máy này đã bị thu hồi");
        await Assertions.Expect(telephone.Locator("main")).Not.ToContainTextAsync("Sinh hoạt về học tập");
    }

    [Fact]
    public async Task When_the_session_has_ended_nothing_is_lost_and_the_PIN_leads_back()
    {
        var telephone = await EnrolAsync();
        await OpenCaptureAsync(telephone);
        Time.MoveTo(Time.GetUtcNow() + TimeSpan.FromHours(9));
        await EnterAsync(telephone);
        await TypeAsync(telephone, Meetings, "11");
        await PressAsync(telephone, "Lưu nháp");
        await Assertions.Expect(Says(telephone)).ToContainTextAsync("Cần nhập mã PIN");

        await telephone.GetByRole(AriaRole.Link, new() { Name = "Nhập mã PIN" }).ClickAsync();
        await telephone.GetByLabel("Mã PIN").FillAsync(Pin);
        await PressAsync(telephone, "Đăng nhập");

        await telephone.WaitForURLAsync("**/capture");
        await Assertions.Expect(telephone.Locator("#unsent")).ToContainTextAsync("Không còn gì chưa gửi");
        Assert.Equal(11, (await StoredAsync()).Answers[Meetings]);
    }

    [Fact]
    public async Task A_full_telephone_says_so_and_keeps_what_was_typed_on_the_screen()
    {
        var telephone = await EnrolAsync();
        await OpenCaptureAsync(telephone);
        await EnterAsync(telephone);
        await telephone.EvaluateAsync("() => { IDBObjectStore.prototype.put = () => { throw new DOMException('full', 'QuotaExceededError'); }; }");
        await TypeAsync(telephone, Meetings, "11");
        await PressAsync(telephone, "Lưu nháp");

        await Assertions.Expect(Says(telephone)).ToContainTextAsync("Máy hết chỗ chứa");
        await Assertions.Expect(telephone.Locator($"[name='{Meetings}']")).ToHaveValueAsync("11");
    }

    [Fact]
    public async Task Who_is_not_on_an_enrolled_device_is_told_what_to_do()
    {
        var officer = await AsAsync(Role.CommuneOfficer, width: 360);
        await officer.GotoAsync("/capture");

        await Assertions.Expect(Says(officer)).ToContainTextAsync("Máy này chưa ghi danh");
        await AxeFindsNothingAsync(officer);
    }

    protected override void Add(IServiceCollection services) => services.AddScoped<ICaptureKind>(_ => attendance);

    private async Task TypeAtTheCommuneAsync(string value) => await TypeOnThePageAsync(await AsAsync(Role.CommuneOfficer), value);

    /// <summary>Types into the return on its page, with network.</summary>
    private async Task TypeOnThePageAsync(IPage page, params IReadOnlyList<string> values)
    {
        await page.GotoAsync($"/returns/{(await StoredAsync()).Return.Id.Value}");

        foreach (var (cell, value) in new[] { "held", "present" }.Zip(values))
        {
            await page.Locator($"input[id*='{cell}']").First.FillAsync(value);
        }

        await page.GetByRole(AriaRole.Button, new() { Name = "Lưu nháp" }).ClickAsync();
        await Assertions.Expect(page.GetByRole(AriaRole.Status)).ToContainTextAsync("Đã lưu nháp");
    }

    /// <summary>While nothing leaves the page for work without network, the head sends the return on its own page, and comes back.</summary>
    private async Task SendOnThePageAsync(IPage telephone, string held, string present)
    {
        await TypeOnThePageAsync(telephone, held, present);
        await PressAsync(telephone, "Gửi báo cáo");
        await Assertions.Expect(telephone.GetByRole(AriaRole.Button, new() { Name = "Lưu nháp" })).ToHaveCountAsync(0);
        await telephone.UnrouteAsync(Sending);
        await telephone.GotoAsync("/capture");
    }

    /// <summary>Keeps 1, then 12 and 123 while 1 is being written, then 4.</summary>
    private static async Task<(string[] Written, string[] Answers)> WrittenInOrderAsync(IPage page)
    {
        var seen = await page.EvaluateAsync<string[][]>(
            """
            async () => {
              const { inOrder } = await import('/capture/outbox.js');
              const [written, ends] = [[], []];
              const { keep } = inOrder((values) => new Promise((end) => { written.push(values); ends.push(() => end(`wrote ${values}`)); }));
              const kept = ['1', '12', '123'].map(keep);
              ends[0]();
              while (ends.length < 2) await null;
              ends[1]();
              const answers = await Promise.all(kept);
              const last = keep('4');
              ends[2]();
              return [written, [...answers, await last]];
            }
            """);

        return (seen[0], seen[1]);
    }
}
