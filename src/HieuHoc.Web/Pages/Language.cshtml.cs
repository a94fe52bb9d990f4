using HieuHoc.Platform;
using HieuHoc.Web.Hosting;
using Microsoft.AspNetCore.Authorization;
using Microsoft.AspNetCore.Mvc;
using Microsoft.AspNetCore.Mvc.RazorPages;

namespace HieuHoc.Web.Pages;

/// <summary>Keeps the reader's choice of language and goes back to the page it was made on.</summary>
[AllowAnonymous]
public sealed class LanguageModel : PageModel
{
    public IActionResult OnGet() => Redirect("/");

    public IActionResult OnPost([FromForm] string? language, [FromForm] string? returnUrl)
    {
        if (Texts.Languages.Contains(language))
        {
            Response.Cookies.Append(ReaderLanguage.Cookie, language!, new CookieOptions
            {
                HttpOnly = true,
                SameSite = SameSiteMode.Lax,
                Secure = Request.IsHttps,
                MaxAge = TimeSpan.FromDays(365),
            });
        }

        return Redirect(Url.IsLocalUrl(returnUrl) ? returnUrl : "/");
    }
}
