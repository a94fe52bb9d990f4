using System.Globalization;
using HieuHoc.Web.Hosting;
using Microsoft.AspNetCore.Authorization;
using Microsoft.AspNetCore.Mvc;
using Microsoft.AspNetCore.Mvc.Filters;
using Microsoft.AspNetCore.Mvc.RazorPages;

namespace HieuHoc.Web.Pages;

/// <summary>Says what happened and what to do next, whatever page was asked for.</summary>
// It answers in place of a refused POST too, whose token may be what was wrong.
[AllowAnonymous]
[IgnoreAntiforgeryToken]
public sealed class ErrorModel : PageModel
{
    private static readonly IReadOnlyList<int> WithWords = [400, 403, 404, 409, 413, 500, StatusCodes.Status507InsufficientStorage];

    /// <summary>Read past model binding, which gives up on the request whose form was what broke.</summary>
    public int Code => DiskFull.Ended(HttpContext) ? StatusCodes.Status507InsufficientStorage : int.Parse((string)RouteData.Values["code"]!, CultureInfo.InvariantCulture);

    /// <summary>The status whose words are said: the nearest that has words of its own.</summary>
    public int Told => WithWords.Contains(Code) ? Code : Code < 500 ? 400 : 500;

    /// <summary>The sentence of the refusal that led here; null when there was none.</summary>
    public string? Sentence => PageRefusals.SentenceFor(HttpContext);

    /// <summary>Under which the log has the rest; null when nothing broke.</summary>
    public string? ErrorId => ErrorLog.IdOf(HttpContext);

    public override void OnPageHandlerExecuting(PageHandlerExecutingContext context) => Response.StatusCode = Code;
}
