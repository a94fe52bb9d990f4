using System.ComponentModel.DataAnnotations;
using HieuHoc.Access;
using HieuHoc.Places;
using HieuHoc.Platform;
using HieuHoc.Web.Accounts;
using HieuHoc.Web.Hosting;
using Microsoft.AspNetCore.Authorization;
using Microsoft.AspNetCore.Mvc;
using Microsoft.AspNetCore.Mvc.Filters;
using Microsoft.AspNetCore.Mvc.RazorPages;
using Microsoft.EntityFrameworkCore;

namespace HieuHoc.Web.Pages;

/// <summary>Begins a session; in a demonstration it offers the sign-ins that everyone may use.</summary>
[AllowAnonymous]
public sealed class SignInModel(SignInPerson signIn, CheckPin checkPin, HieuHocDb db, DemoSignIns demo, ProgrammeClock clock, Visitor visitor) : PageModel
{
    [BindProperty]
    [Required(ErrorMessage = "signIn.userName.required")]
    public string UserName { get; set; } = "";

    [BindProperty]
    [Required(ErrorMessage = "signIn.password.required")]
    public string Password { get; set; } = "";

    [FromQuery]
    public string? ReturnUrl { get; set; }

    /// <summary>True right after a session was ended by its person.</summary>
    [FromQuery]
    public bool SignedOut { get; set; }

    /// <summary>True when somebody on an enrolled device wants the password all the same.</summary>
    [FromQuery(Name = "password")]
    public bool WithPassword { get; set; }

    /// <summary>True on a device that was enrolled once and signs in no more.</summary>
    public bool DeviceEnded { get; private set; }

    /// <summary>The sign-ins of the demonstration; empty elsewhere.</summary>
    public IReadOnlyList<DemoPerson> Demo { get; private set; } = [];

    public override async Task OnPageHandlerExecutionAsync(PageHandlerExecutingContext context, PageHandlerExecutionDelegate next)
    {
        Demo = await DemoPeopleAsync(HttpContext.RequestAborted);
        await next();
    }

    public async Task<IActionResult> OnGetAsync(CancellationToken ct)
    {
        if (visitor.Person is not null)
        {
            return Redirect(Next);
        }

        if (WithPassword || DeviceCookie.Read(HttpContext) is not { } device)
        {
            return Page();
        }

        DeviceEnded = await checkPin.PersonAsync(device.Owner, device.Id, device.Key, ct) is null;

        return DeviceEnded ? Page() : Redirect("/sign-in/pin");
    }

    public async Task<IActionResult> OnPostAsync(CancellationToken ct)
    {
        if (!ModelState.IsValid)
        {
            Response.StatusCode = StatusCodes.Status400BadRequest;

            return Page();
        }

        return await signIn.RunAsync(UserName, Password, Caller.Of(HttpContext), ct) is { } refusal ? this.Refuse(refusal) : Redirect(Next);
    }

    /// <summary>Only an address of this site: a link in a mail must not lead through our sign-in to elsewhere.</summary>
    private string Next => Url.IsLocalUrl(ReturnUrl) ? ReturnUrl : "/";

    private async Task<IReadOnlyList<DemoPerson>> DemoPeopleAsync(CancellationToken ct)
    {
        if (demo.All.Count == 0 || !await db.Owners.AnyAsync(owner => owner.Demo, ct))
        {
            return [];
        }

        var day = clock.Now.Day;
        var names = demo.All.Select(person => person.UserName).ToList();
        var rows = await (
            from person in db.People
            join owner in db.Owners on person.Owner equals owner.Id
            where owner.Demo && names.Contains(person.UserName)
            select new
            {
                person.UserName,
                person.DisplayName,
                Place = db.Set<RoleGrant>()
                    .Where(grant => grant.Owner == person.Owner && grant.PersonId == person.Id)
                    .SelectMany(grant => db.Set<PlaceName>().Where(name => name.PlaceId == grant.PlaceId && name.ValidFrom <= day))
                    .OrderByDescending(name => name.ValidFrom).Select(name => name.FullName).FirstOrDefault(),
            }).AsNoTracking().ToListAsync(ct);
        var found = rows.DistinctBy(row => row.UserName).ToDictionary(row => row.UserName);

        return
        [
            .. demo.All.Where(person => found.ContainsKey(person.UserName)).Select(person => new DemoPerson(
                person.UserName, person.Password, found[person.UserName].DisplayName, person.Role, found[person.UserName].Place)),
        ];
    }

    /// <summary>One line of the demonstration's list.</summary>
    public sealed record DemoPerson(string UserName, string Password, string DisplayName, Role Role, string? Place);
}
