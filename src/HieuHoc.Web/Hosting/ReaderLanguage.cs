using System.Globalization;
using HieuHoc.Platform;
using HieuHoc.Web.Api;

namespace HieuHoc.Web.Hosting;

/// <summary>
/// The language that the reader chose. Vietnamese until then, whatever the browser says: the offices' machines often
/// ask for English without anyone having meant it. A program says with each request which it wants.
/// </summary>
internal sealed class ReaderLanguage(RequestDelegate next)
{
    /// <summary>The cookie that keeps the choice.</summary>
    public const string Cookie = "hieuhoc.language";

    private static readonly CultureInfo Vietnamese = CultureInfo.GetCultureInfo("vi-VN");
    private static readonly CultureInfo English = CultureInfo.GetCultureInfo("en-GB");

    public Task InvokeAsync(HttpContext context)
    {
        var english = ApiAnswers.IsApi(context) ? AsksForEnglish(context.Request) : context.Request.Cookies[Cookie] == "en";
        var culture = english ? English : Vietnamese;
        CultureInfo.CurrentCulture = culture;
        CultureInfo.CurrentUICulture = culture;

        return next(context);
    }

    /// <summary>A program says which language it wants; the first of ours that it names is spoken.</summary>
    private static bool AsksForEnglish(HttpRequest request) =>
        request.GetTypedHeaders().AcceptLanguage
            .OrderByDescending(language => language.Quality ?? 1)
            .Select(language => language.Value.ToString().Split('-')[0])
            .FirstOrDefault(language => Texts.Languages.Contains(language)) == "en";
}
