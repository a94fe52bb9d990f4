using HieuHoc.Access;
using HieuHoc.Platform;
using HieuHoc.Web.Hosting;
using Microsoft.AspNetCore.Http;
using Microsoft.AspNetCore.Mvc;
using Microsoft.AspNetCore.Mvc.RazorPages;
using Microsoft.AspNetCore.Routing;
using Microsoft.Extensions.DependencyInjection;

namespace HieuHoc.Web.Tests.Hosting;

public sealed class PageRefusalTests
{
    [Theory]
    [InlineData(RefusalKind.NotFound, 404)]
    [InlineData(RefusalKind.Forbidden, 403)]
    [InlineData(RefusalKind.Conflict, 409)]
    [InlineData(RefusalKind.Invalid, 400)]
    [InlineData(RefusalKind.TooOften, 429)]
    public void Every_kind_of_refusal_has_its_status(RefusalKind kind, int status) =>
        Assert.Equal(status, PageRefusals.StatusOf(kind));

    [Fact]
    public void A_refused_post_draws_the_same_page_with_the_sentence_in_its_summary()
    {
        var page = PageAskedBy("POST");

        var result = page.Refuse(new UserNameTaken("xa.hailang"));

        Assert.IsType<PageResult>(result);
        Assert.Equal(409, page.Response.StatusCode);
        Assert.Equal("Tên đăng nhập “xa.hailang” đã có người dùng. Hãy chọn tên khác.", Assert.Single(page.ModelState[""]!.Errors).ErrorMessage);
    }

    [Theory]
    [InlineData("GET")]
    [InlineData("POST")]
    public void What_does_not_exist_is_told_by_the_error_page(string method)
    {
        var page = PageAskedBy(method);

        var result = page.Refuse(new PersonNotFound());

        Assert.Equal(404, Assert.IsType<StatusCodeResult>(result).StatusCode);
    }

    [Fact]
    public void Every_refusal_of_the_frame_has_a_sentence_in_both_languages()
    {
        var texts = new Texts();
        var refusals = typeof(SiteHost).Assembly.GetTypes().Concat(typeof(Person).Assembly.GetTypes().Where(type => type.Namespace == typeof(Person).Namespace))
            .Where(type => type.IsAssignableTo(typeof(Refusal)) && !type.IsAbstract);

        Assert.All(refusals, type => Assert.All(Texts.Languages, language => Assert.Contains($"refusal.{type.Name}", texts.Keys(language))));
        Assert.All(Enum.GetValues<Role>(), role => Assert.True(texts.Has($"role.{role}")));
        Assert.Equal(texts.Keys("vi").Order(), texts.Keys("en").Order());
    }

    private static AnyPage PageAskedBy(string method)
    {
        var context = new DefaultHttpContext
        {
            RequestServices = new ServiceCollection().AddSingleton<Texts>().BuildServiceProvider(),
            Request = { Method = method },
        };

        return new AnyPage { PageContext = new PageContext(new ActionContext(context, new RouteData(), new PageActionDescriptor())) };
    }

    private sealed class AnyPage : PageModel;
}
