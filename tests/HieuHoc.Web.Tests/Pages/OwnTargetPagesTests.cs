using System.Net;
using HieuHoc.Access;

namespace HieuHoc.Web.Tests.Pages;

/// <summary>A commune wants more than the programme, on its pages.</summary>
public sealed class OwnTargetPagesTests : WalkTest
{
    [Fact]
    public async Task An_officer_sets_a_target_beyond_the_programme_and_never_below()
    {
        var officer = await AsAsync(Role.CommuneOfficer);
        var list = await PageAsync(officer, "/own-targets");
        Assert.NotNull(list.Document.QuerySelector("a[href='/own-targets/citizen-share/2030']"));

        var page = await PageAsync(officer, "/own-targets/citizen-share/2030");
        var low = await PressAsync(officer, page, "Đặt chỉ tiêu", ("Mức của xã (không bắt buộc)", "1"), ("Số văn bản của xã", "12/NQ-HĐND"), ("Ngày văn bản", "2026-01-15"));
        Assert.Equal((HttpStatusCode.BadRequest, "1"), (low.Status, low.Typed("Mức của xã (không bắt buộc)")));
        Assert.Contains("không được đặt thấp hơn", low.Main, StringComparison.Ordinal);
        var none = await PressAsync(officer, page, "Đặt chỉ tiêu", ("Mức của xã (không bắt buộc)", "nhiều"), ("Ngày văn bản", ""));
        Assert.Equal((HttpStatusCode.BadRequest, 2), (none.Status, none.Errors.Count));

        var set = await PressAsync(officer, low, "Đặt chỉ tiêu", ("Mức của xã (không bắt buộc)", "95,5"));

        Assert.Contains("Đã ghi chỉ tiêu của xã", set.Main, StringComparison.Ordinal);
        Assert.Contains("95,5 %", set.Main, StringComparison.Ordinal);
        Assert.Contains("12/NQ-HĐND, ngày 15/01/2026", set.Main, StringComparison.Ordinal);
        Assert.Equal(HttpStatusCode.NotFound, (await GetAsync(officer, "/own-targets/citizen-share/2020")).StatusCode);
    }
}
