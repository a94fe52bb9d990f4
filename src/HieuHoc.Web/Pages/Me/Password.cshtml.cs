using System.ComponentModel.DataAnnotations;
using HieuHoc.Access;
using HieuHoc.Web.Accounts;
using HieuHoc.Web.Hosting;
using Microsoft.AspNetCore.Mvc;
using Microsoft.AspNetCore.Mvc.RazorPages;

namespace HieuHoc.Web.Pages.Me;

/// <summary>Chooses a password of one's own; asked for at the first sign-in, and open at any time.</summary>
[For(Capability.OwnAccount, While = SignInStep.NewPassword)]
public sealed class PasswordModel(ChangePassword changePassword, StartSession startSession, AddressLimit limit, Visitor visitor) : PageModel
{
    [BindProperty]
    [Required(ErrorMessage = "me.password.old.required")]
    public string Old { get; set; } = "";

    [BindProperty]
    [Required(ErrorMessage = "me.password.chosen.required")]
    public string Chosen { get; set; } = "";

    [BindProperty]
    [Required(ErrorMessage = "me.password.again.required")]
    public string Again { get; set; } = "";

    /// <summary>True while the person cannot do anything else.</summary>
    public bool Awaited => visitor.Step is SignInStep.NewPassword;

    [TempData(Key = "security.done")]
    public string? Done { get; set; }

    public void OnGet()
    {
    }

    public async Task<IActionResult> OnPostAsync(CancellationToken ct)
    {
        if (!ModelState.IsValid)
        {
            Response.StatusCode = StatusCodes.Status400BadRequest;

            return Page();
        }

        if (Chosen != Again)
        {
            return this.Refuse(new PasswordsDiffer(), nameof(Again));
        }

        var (before, caller) = (visitor.Session!, Caller.Of(HttpContext));

        // Somebody at a browser left open must not find the password by trying.
        if (limit.Check(caller) is { } closed)
        {
            return this.Refuse(closed);
        }

        var outcome = await changePassword.RunAsync(Old, Chosen, visitor.Actor, ct);

        if (outcome.Refusal is { } refusal)
        {
            if (refusal is OldPasswordWrong)
            {
                limit.Count(caller);
            }

            return this.Refuse(refusal, refusal is OldPasswordWrong ? nameof(Old) : nameof(Chosen));
        }

        await startSession.AgainAsync(outcome.Value, before, caller, ct);
        Done = "password";

        return Redirect("/me/security");
    }
}
