using HieuHoc.Access;
using HieuHoc.Platform;
using HieuHoc.Web.Hosting;
using Microsoft.AspNetCore.Mvc;
using Microsoft.AspNetCore.Mvc.Filters;
using Microsoft.AspNetCore.Mvc.RazorPages;
using Microsoft.EntityFrameworkCore;

namespace HieuHoc.Web.Pages.Me;

/// <summary>Sets up an authenticator, with codes on paper for the day it is lost.</summary>
[For(Capability.OwnAccount, While = SignInStep.FactorSetUp)]
public sealed class SecondFactorModel(HieuHocDb db, Visitor visitor, SetUpAuthenticator setUp, SiteSettings settings) : PageModel
{
    [BindProperty]
    public string? Code { get; set; }

    /// <summary>The codes on paper, shown this once.</summary>
    [TempData]
    public string[]? Codes { get; set; }

    /// <summary>True while the person cannot do anything else.</summary>
    public bool Awaited => visitor.Step is SignInStep.FactorSetUp;

    /// <summary>True where nobody must have one, since everyone may see the passwords.</summary>
    public bool Demo => settings.Demo || (visitor.Person ?? visitor.Awaited)!.Demo;

    /// <summary>The secret that waits for its first code; null when none does.</summary>
    public byte[]? Secret { get; private set; }

    /// <summary>UTC; since when the authenticator is asked for; null when there is none.</summary>
    public DateTime? Since { get; private set; }

    /// <summary>What the QR code says.</summary>
    public string Address { get; private set; } = "";

    public override async Task OnPageHandlerExecutionAsync(PageHandlerExecutingContext context, PageHandlerExecutionDelegate next)
    {
        var (actor, ct) = (visitor.Actor, HttpContext.RequestAborted);
        Secret = await setUp.SecretAsync(actor, ct);
        Since = await db.Authenticators.Where(row => row.Owner == actor.Owner && row.PersonId == actor.PersonId)
            .Select(row => row.ConfirmedAt).SingleOrDefaultAsync(ct);
        var userName = await db.People.Where(person => person.Owner == actor.Owner && person.Id == actor.PersonId)
            .Select(person => person.UserName).SingleAsync(ct);
        Address = Secret is null ? "" : Totp.Address(Secret, "Hiếu Học", userName);
        await next();
    }

    public void OnGet()
    {
    }

    public async Task<IActionResult> OnPostBeginAsync(CancellationToken ct) =>
        await setUp.BeginAsync(visitor.Actor, ct) is { } refusal ? this.Refuse(refusal) : Redirect("/me/second-factor");

    public async Task<IActionResult> OnPostConfirmAsync(CancellationToken ct)
    {
        var confirmed = await setUp.ConfirmAsync(Code ?? "", visitor.Session!.Id, visitor.Actor, ct);

        return confirmed.Refusal is { } refusal ? this.Refuse(refusal, refusal is FirstCodeWrong ? nameof(Code) : "") : Show(confirmed.Value);
    }

    public async Task<IActionResult> OnPostCodesAsync(CancellationToken ct)
    {
        var made = await setUp.NewCodesAsync(visitor.Actor, ct);

        return made.Refusal is { } refusal ? this.Refuse(refusal) : Show(made.Value);
    }

    private RedirectResult Show(IReadOnlyList<string> codes)
    {
        Codes = [.. codes];

        return Redirect("/me/second-factor");
    }
}
