using HieuHoc.Access;
using HieuHoc.Platform;
using HieuHoc.Web.Hosting;
using Microsoft.AspNetCore.Mvc;
using Microsoft.AspNetCore.Mvc.Filters;
using Microsoft.AspNetCore.Mvc.RazorPages;

namespace HieuHoc.Web.Pages.People;

/// <summary>Makes an account with its first role.</summary>
[For(Role.CommuneOfficer, Role.Administrator)]
public sealed class NewModel(HieuHocDb db, Actor actor, ProgrammeClock clock, CreatePerson createPerson) : PageModel
{
    [BindProperty]
    public string? UserName { get; set; }

    [BindProperty]
    public string? DisplayName { get; set; }

    /// <summary>Empty for a village, whose device gets a PIN instead.</summary>
    [BindProperty]
    public string? Password { get; set; }

    /// <summary>Where the person is to get mails.</summary>
    [BindProperty]
    public string? MailAddress { get; set; }

    [BindProperty]
    public RoleForm Given { get; set; } = new();

    public RoleFormView Fields { get; private set; } = null!;

    public override async Task OnPageHandlerExecutionAsync(PageHandlerExecutingContext context, PageHandlerExecutionDelegate next)
    {
        Fields = await RoleFormView.OfAsync(Given, db, actor, clock.Now.Day, HttpContext.RequestAborted);
        await next();
    }

    public void OnGet()
    {
    }

    public async Task<IActionResult> OnPostAsync(CancellationToken ct)
    {
        var asked = await Given.ReadAsync(db, clock.Now.Day, ct);
        var password = string.IsNullOrEmpty(Password) ? null : Password;
        var outcome = await createPerson.RunAsync(
            new NewPerson(UserName ?? "", DisplayName ?? "", asked.Role, asked.PlaceId, password)
            {
                AgencyId = asked.AgencyId, Programme = asked.Programme, MailAddress = MailAddress,
            },
            actor,
            ct);

        return outcome.Refusal is { } refusal ? this.Refuse(refusal, FieldOf(refusal)) : Redirect($"/people/{outcome.Value.Id.Value}");
    }

    private static string FieldOf(Refusal refusal) => refusal switch
    {
        UserNameIllFormed or UserNameTaken => nameof(UserName),
        MailAddressIllFormed => nameof(MailAddress),
        DisplayNameMissing => nameof(DisplayName),
        PasswordTooShort or PasswordTooCommon => nameof(Password),
        _ => "",
    };
}
