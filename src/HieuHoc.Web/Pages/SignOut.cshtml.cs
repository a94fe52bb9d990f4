using HieuHoc.Access;
using HieuHoc.Web.Hosting;
using Microsoft.AspNetCore.Authentication;
using Microsoft.AspNetCore.Authorization;
using Microsoft.AspNetCore.Identity;
using Microsoft.AspNetCore.Mvc;
using Microsoft.AspNetCore.Mvc.RazorPages;

namespace HieuHoc.Web.Pages;

/// <summary>Ends a session. A link cannot: only the button of a page of ours.</summary>
[AllowAnonymous]
public sealed class SignOutModel(Visitor visitor, EndSession endSession) : PageModel
{
    public IActionResult OnGet() => Redirect("/");

    public async Task<IActionResult> OnPostAsync(CancellationToken ct)
    {
        if (visitor.Session is { } session)
        {
            await endSession.RunAsync(session.Id, visitor.Actor, ct);
        }

        await HttpContext.SignOutAsync(IdentityConstants.ApplicationScheme);

        return Redirect("/sign-in?signedOut=true");
    }
}
