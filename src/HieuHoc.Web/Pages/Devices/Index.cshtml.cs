using HieuHoc.Access;
using HieuHoc.Platform;
using HieuHoc.Web.Hosting;
using Microsoft.AspNetCore.Mvc;
using Microsoft.AspNetCore.Mvc.Filters;
using Microsoft.AspNetCore.Mvc.RazorPages;
using Microsoft.EntityFrameworkCore;

namespace HieuHoc.Web.Pages.Devices;

/// <summary>The telephones of the villages: enrolled at the commune, and ended there when one is lost.</summary>
[For(Capability.KeepDevices)]
public sealed class IndexModel(HieuHocDb db, ProgrammeClock clock, Actor actor, EnrolDevice enrolDevice, EndDevice endDevice) : PageModel
{
    /// <summary>The code that was just made, shown this once.</summary>
    [TempData]
    public string? Code { get; set; }

    /// <summary>For whom it was made.</summary>
    [TempData]
    public string? For { get; set; }

    /// <summary>What a person types who cannot scan.</summary>
    public string Typed => $"{Request.Host}/enrol";

    /// <summary>What the QR code leads to.</summary>
    public string Address => $"{Request.Scheme}://{Typed}#{Code}";

    public IReadOnlyList<Row> Rows { get; private set; } = [];

    public override async Task OnPageHandlerExecutionAsync(PageHandlerExecutingContext context, PageHandlerExecutionDelegate next)
    {
        var ct = HttpContext.RequestAborted;
        var people = await db.VillageOfficersKeptBy(actor, clock.Now.Day).AsNoTracking()
            .OrderBy(person => person.DisplayName).ThenBy(person => person.UserName)
            .Select(person => new { person.Id, person.DisplayName })
            .ToListAsync(ct);
        var ids = people.Select(person => person.Id).ToList();
        var devices = (await db.Devices.AsNoTracking()
            .Where(device => device.Owner == actor.Owner && device.EndedAt == null && ids.Contains(device.PersonId))
            .OrderBy(device => device.EnrolledAt)
            .ToListAsync(ct)).ToLookup(device => device.PersonId);
        Rows = [.. people.Select(person => new Row(person.Id.Value, person.DisplayName, [.. devices[person.Id]]))];
        await next();
    }

    public void OnGet()
    {
    }

    public async Task<IActionResult> OnPostInviteAsync(Guid person, CancellationToken ct)
    {
        var invited = await enrolDevice.InviteAsync(new PersonId(person), actor, ct);

        if (invited.Refusal is { } refusal)
        {
            return this.Refuse(refusal);
        }

        Code = invited.Value.Code;
        For = Rows.Single(row => row.Id == person).Name;

        return Redirect("/devices");
    }

    public async Task<IActionResult> OnPostEndAsync(Guid device, CancellationToken ct) =>
        await endDevice.RunAsync(new DeviceId(device), actor, ct) is { } refusal ? this.Refuse(refusal) : Redirect("/devices");

    /// <summary>A village officer with the devices that may sign in, or are locked.</summary>
    public sealed record Row(Guid Id, string Name, IReadOnlyList<Device> Devices);
}
