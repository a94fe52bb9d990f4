using System.Net;
using HieuHoc.Access;

namespace HieuHoc.Web.Tests.Pages;

public sealed class PacksPageTests : WalkTest
{
    [Fact]
    public async Task Every_pack_says_on_which_law_it_stands_and_whether_a_person_compared_it()
    {
        var browser = await AsAsync(Role.Administrator);

        var page = await PageAsync(browser, "/packs");

        var packs = page.Document.QuerySelectorAll("section.pack");
        var programme = packs.Single(pack => PageView.Words(pack).Contains("programmes/quang-tri-2021-2030/2021.1", StringComparison.Ordinal));
        Assert.Equal(6, packs.Length);
        Assert.All(packs, pack => Assert.NotEmpty(pack.QuerySelectorAll("dd li")));
        Assert.All(packs, pack => Assert.Matches("^(Đã|Chưa) đối chiếu với văn bản$", PageView.Words(pack.QuerySelector(".state"))));
        Assert.Contains("Quyết định số 1373/QĐ-TTg", PageView.Words(programme), StringComparison.Ordinal);
        Assert.Contains("Hiệu lực 01/01/2021 – 31/12/2030", PageView.Words(programme), StringComparison.Ordinal);
        Assert.Equal("Chưa đối chiếu với văn bản", PageView.Words(programme.QuerySelector(".state")));
        Assert.Matches("^[0-9a-f]{64}$", PageView.Words(programme.QuerySelector(".hash")));
    }

    [Theory]
    [InlineData(Role.CommuneOfficer)]
    [InlineData(Role.CommuneLeader)]
    [InlineData(Role.StandingAgency)]
    public async Task Packs_are_the_administrators(Role role)
    {
        var browser = await AsAsync(role);

        Assert.Equal(HttpStatusCode.Forbidden, (await GetAsync(browser, "/packs")).StatusCode);
    }
}
