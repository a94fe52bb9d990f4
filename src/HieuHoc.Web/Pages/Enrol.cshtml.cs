using System.ComponentModel.DataAnnotations;
using HieuHoc.Access;
using HieuHoc.Web.Accounts;
using HieuHoc.Web.Hosting;
using Microsoft.AspNetCore.Authorization;
using Microsoft.AspNetCore.Mvc;
using Microsoft.AspNetCore.Mvc.RazorPages;

namespace HieuHoc.Web.Pages;

/// <summary>Enrols the device that opens it, with a code of the commune and a PIN that its person chooses.</summary>
[AllowAnonymous]
public sealed class EnrolModel(EnrolDevice enrolDevice, StartSession startSession, AddressLimit limit) : PageModel
{
    [BindProperty]
    [Required(ErrorMessage = "enrol.code.required")]
    public string Code { get; set; } = "";

    [BindProperty]
    [Required(ErrorMessage = "enrol.pin.required")]
    public string Pin { get; set; } = "";

    [BindProperty]
    [Required(ErrorMessage = "enrol.again.required")]
    public string Again { get; set; } = "";

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

        if (Pin != Again)
        {
            return this.Refuse(new PinsDiffer(), nameof(Again));
        }

        if (limit.Check(caller) is { } closed)
        {
            return this.Refuse(closed);
        }

        var taken = await enrolDevice.TakeAsync(Code, Pin, caller.Browser, ct);

        if (taken.Refusal is { } refusal)
        {
            return Refuse(refusal, caller);
        }

        var (device, person, key) = taken.Value;
        new DeviceCookie(device.Owner, device.Id, key).Write(HttpContext);
        await startSession.RunAsync(person, SessionWay.Pin, caller, device.Id.Value, ct);

        return Redirect("/");
    }

    private IActionResult Refuse(HieuHoc.Platform.Refusal refusal, Caller caller)
    {
        if (refusal is not EnrolmentNotValid)
        {
            return this.Refuse(refusal, nameof(Pin));
        }

        limit.Count(caller);

        return this.Refuse(refusal, nameof(Code));
    }
}
