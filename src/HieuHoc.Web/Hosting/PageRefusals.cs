using HieuHoc.Platform;
using Microsoft.AspNetCore.Mvc;
using Microsoft.AspNetCore.Mvc.RazorPages;

namespace HieuHoc.Web.Hosting;

/// <summary>How a page tells a person "no".</summary>
public static class PageRefusals
{
    extension(PageModel page)
    {
        /// <summary>
        /// The sentence in the summary of the same page, with what was typed still in place, and the status of its kind.
        /// What does not exist, and what a GET refused, has no page to stand on: the error page says the sentence.
        /// </summary>
        /// <param name="field">The field that the refusal is about; empty when it is about the whole.</param>
        public IActionResult Refuse(Refusal refusal, string field = "")
        {
            var sentence = page.HttpContext.RequestServices.GetRequiredService<Texts>().Of(refusal);
            var status = StatusOf(refusal.Kind);

            if (refusal.Kind is RefusalKind.NotFound || HttpMethods.IsGet(page.Request.Method) || HttpMethods.IsHead(page.Request.Method))
            {
                page.HttpContext.Items[typeof(Refusal)] = sentence;

                return page.StatusCode(status);
            }

            page.ModelState.AddModelError(field, sentence);
            page.Response.StatusCode = status;

            return page.Page();
        }
    }

    /// <summary>The status that tells a program what the sentence tells a person.</summary>
    public static int StatusOf(RefusalKind kind) => kind switch
    {
        RefusalKind.NotFound => StatusCodes.Status404NotFound,
        RefusalKind.Forbidden => StatusCodes.Status403Forbidden,
        RefusalKind.Conflict => StatusCodes.Status409Conflict,
        RefusalKind.Invalid => StatusCodes.Status400BadRequest,
        RefusalKind.TooOften => StatusCodes.Status429TooManyRequests,
    };

    /// <summary>The sentence that the error page says in place of its own; null when it has none.</summary>
    internal static string? SentenceFor(HttpContext context) => context.Items[typeof(Refusal)] as string;
}
