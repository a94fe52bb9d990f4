using System.Globalization;

namespace HieuHoc.Web.Hosting;

/// <summary>
/// The language that the reader chose. Vietnamese until then, whatever the browser says: the offices' machines often
/// ask for English without anyone having meant it.
/// </summary>
internal sealed class ReaderLanguage(RequestDelegate next)
{
    /// <summary>The cookie that keeps the choice.</summary>
    public const string Cookie = "hieuhoc.language";

    private static readonly CultureInfo Vietnamese = CultureInfo.GetCultureInfo("vi-VN");
    private static readonly CultureInfo English = CultureInfo.GetCultureInfo("en-GB");

    public Task InvokeAsync(HttpContext context)
    {
        var culture = context.Request.Cookies[Cookie] == "en" ? English : Vietnamese;
        CultureInfo.CurrentCulture = culture;
        CultureInfo.CurrentUICulture = culture;

        return next(context);
    }
}
