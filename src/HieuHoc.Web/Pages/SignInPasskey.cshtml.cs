using HieuHoc.Access;
using HieuHoc.Web.Accounts;
using HieuHoc.Web.Hosting;
using Microsoft.AspNetCore.Authorization;
using Microsoft.AspNetCore.Mvc;
using Microsoft.AspNetCore.Mvc.Filters;
using Microsoft.AspNetCore.Mvc.RazorPages;

namespace HieuHoc.Web.Pages;

/// <summary>Signs in with a passkey, in place of the password or of the code after it.</summary>
[AllowAnonymous]
public sealed class SignInPasskeyModel(Passkeys passkeys, EndSession endSession, Visitor visitor) : PageModel
{
    /// <summary>What the browser signed, as JSON; empty when it did not.</summary>
    [BindProperty]
    public string? Answer { get; set; }

    [FromQuery]
    public string? ReturnUrl { get; set; }

    public override void OnPageHandlerExecuting(PageHandlerExecutingContext context)
    {
        if (visitor.Person is not null)
        {
            context.Result = Redirect("/");
        }
    }

    public void OnGet()
    {
    }

    public async Task<IActionResult> OnPostAskAsync() => Content(await passkeys.AskAsync(HttpContext), "application/json");

    public async Task<IActionResult> OnPostAsync(CancellationToken ct)
    {
        if (await passkeys.SignInAsync(Answer ?? "", HttpContext, ct) is { } refusal)
        {
            return this.Refuse(refusal);
        }

        if (visitor.Session is { } before)
        {
            // The session that waited for a code has become this one.
            await endSession.RunAsync(before.Id, visitor.Actor, ct);
        }

        return Redirect(Url.IsLocalUrl(ReturnUrl) ? ReturnUrl : "/");
    }
}
