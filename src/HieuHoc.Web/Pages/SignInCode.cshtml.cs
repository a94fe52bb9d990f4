using System.ComponentModel.DataAnnotations;
using HieuHoc.Access;
using HieuHoc.Web.Accounts;
using HieuHoc.Web.Hosting;
using Microsoft.AspNetCore.Authorization;
using Microsoft.AspNetCore.Mvc;
using Microsoft.AspNetCore.Mvc.Filters;
using Microsoft.AspNetCore.Mvc.RazorPages;

namespace HieuHoc.Web.Pages;

/// <summary>Asks for the second factor after the password; it has nothing to ask anyone else.</summary>
[AllowAnonymous]
public sealed class SignInCodeModel(SecondStep secondStep, Visitor visitor) : PageModel
{
    [BindProperty]
    [Required(ErrorMessage = "signIn.code.required")]
    public string Code { get; set; } = "";

    public override void OnPageHandlerExecuting(PageHandlerExecutingContext context)
    {
        if (visitor.Step is not SignInStep.SecondFactor)
        {
            context.Result = Redirect(visitor.Person is null ? "/sign-in?returnUrl=%2F" : "/");
        }
    }

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

        return await secondStep.RunAsync(Code, visitor.Session!.Id, visitor.Actor, Caller.Of(HttpContext), ct) is { } refusal
            ? this.Refuse(refusal, nameof(Code))
            : Redirect("/");
    }
}
