using HieuHoc.Access;

namespace HieuHoc.Web.Hosting;

/// <summary>
/// Which of several roles a person acts in: a cookie with the role's key. It is no secret and proves nothing; every request
/// compares it with the roles that the person holds.
/// </summary>
internal static class ChosenRole
{
    private const string Cookie = "hieuhoc.role";

    /// <summary>The role asked for; null when none is, or what came is no key.</summary>
    public static Guid? Read(HttpRequest request) => Guid.TryParse(request.Cookies[Cookie], out var key) ? key : null;

    /// <summary>Remembers the role until the browser is closed.</summary>
    public static void Write(HttpResponse response, HeldRole role) => response.Cookies.Append(
        Cookie,
        role.Key.ToString(),
        new CookieOptions { HttpOnly = true, IsEssential = true, SameSite = SameSiteMode.Lax, Secure = response.HttpContext.Request.IsHttps });
}
