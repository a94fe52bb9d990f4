using System.ComponentModel.DataAnnotations;
using HieuHoc.Access;
using HieuHoc.Web.Accounts;
using HieuHoc.Web.Hosting;
using Microsoft.AspNetCore.Authorization;
using Microsoft.AspNetCore.Mvc;
using Microsoft.AspNetCore.Mvc.Filters;
using Microsoft.AspNetCore.Mvc.RazorPages;

namespace HieuHoc.Web.Pages;

/// <summary>Signs a village officer in on an enrolled device; any other browser is sent to the password.</summary>
[AllowAnonymous]
public sealed class SignInPinModel(CheckPin checkPin, StartSession startSession, AddressLimit limit, Visitor visitor) : PageModel
{
    private DeviceCookie? device;

    [BindProperty]
    [Required(ErrorMessage = "signIn.pin.required")]
    public string Pin { get; set; } = "";

    /// <summary>The page that asked for the PIN; the first page when there is none.</summary>
    [FromQuery]
    public string? ReturnUrl { get; set; }

    /// <summary>The name of the post whose device it is.</summary>
    public string Name { get; private set; } = "";

    /// <summary>True when this attempt was the last: the device signs in no more.</summary>
    public bool Ended { get; private set; }

    public override async Task OnPageHandlerExecutionAsync(PageHandlerExecutingContext context, PageHandlerExecutionDelegate next)
    {
        device = DeviceCookie.Read(HttpContext);
        var person = device is null ? null : await checkPin.PersonAsync(device.Owner, device.Id, device.Key, HttpContext.RequestAborted);

        if (person is null || visitor.Person is not null)
        {
            context.Result = Redirect(visitor.Person is null ? "/sign-in?returnUrl=%2F" : Next);

            return;
        }

        Name = person.DisplayName;
        await next();
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

        var caller = Caller.Of(HttpContext);

        if (limit.Check(caller) is { } closed)
        {
            return this.Refuse(closed);
        }

        var checkedPin = await checkPin.RunAsync(device!.Owner, device.Id, device.Key, Pin, ct);

        if (checkedPin.Refusal is { } refusal)
        {
            limit.Count(caller);
            Ended = refusal is DeviceNotValid;

            return this.Refuse(refusal, refusal is PinWrong ? nameof(Pin) : "");
        }

        await startSession.RunAsync(checkedPin.Value, SessionWay.Pin, caller, device.Id.Value, ct);

        return Redirect(Next);
    }

    private string Next => Url.IsLocalUrl(ReturnUrl) ? ReturnUrl : "/";
}
