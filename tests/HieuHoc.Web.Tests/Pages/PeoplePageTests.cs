using HieuHoc.Access;
using Microsoft.EntityFrameworkCore;

namespace HieuHoc.Web.Tests.Pages;

public sealed class PeoplePageTests : WebTest
{
    [Fact]
    public async Task Accounts_are_listed_by_post_with_role_place_and_state()
    {
        await ChangePersonAsync(Leader, person => person.LockedUntil = new DateTime(2026, 11, 21, 3, 10, 0, DateTimeKind.Utc));
        await ChangeAsync(db => db.RoleGrants.Where(grant => grant.Role == Role.StandingAgency)
            .ExecuteUpdateAsync(set => set.SetProperty(grant => grant.ValidTo, new DateOnly(2026, 11, 20)), Ct));
        using var browser = await AsAsync(Administrator);

        var page = await PageAsync(browser, "/people");

        Assert.Equal(
            [
                "Phó Chủ tịch UBND, Xã Hải Lăng ld.hailang Lãnh đạo cấp xã Xã Hải Lăng Tạm khóa",
                "Quản trị viên tỉnh quantri.tinh Quản trị hệ thống Tỉnh Quảng Trị Đang dùng",
                "Chuyên viên Phòng GDTX, Sở GDĐT so.gddt —chưa có —chưa có Chưa giao vai trò",
                "Cán bộ Văn hóa – Xã hội, Xã Hải Lăng xa.hailang Cán bộ cấp xã Xã Hải Lăng Đang dùng",
            ],
            page.Document.QuerySelectorAll("tbody tr").Select(PageView.Words));
    }

    [Fact]
    public async Task A_long_list_comes_in_pages_and_a_page_beyond_the_end_is_the_last()
    {
        await ChangeAsync(db =>
        {
            for (var i = 0; i < 60; i++)
            {
                AddPerson(db, new DemoSignIn($"thon.{i:00}", "", Role.CommuneOfficer), $"Trưởng thôn {i}", VinhDinh);
            }

            return Task.CompletedTask;
        });
        using var browser = await AsAsync(Administrator);

        var first = await PageAsync(browser, "/people");
        var beyond = await PageAsync(browser, "/people?page=9");

        Assert.Equal(50, first.Document.QuerySelectorAll("tbody tr").Length);
        Assert.Equal("/people?page=2", first.Document.QuerySelector("a[rel=next]")?.GetAttribute("href"));
        Assert.Equal(14, beyond.Document.QuerySelectorAll("tbody tr").Length);
        Assert.Contains("Trang 2 trên 2", beyond.Main, StringComparison.Ordinal);
        Assert.Contains("64 tài khoản", first.Main, StringComparison.Ordinal);
    }
}
