using HieuHoc.Access;
using HieuHoc.Platform;
using HieuHoc.Web.Accounts;
using HieuHoc.Web.Hosting;
using Microsoft.AspNetCore.Mvc;
using Microsoft.AspNetCore.Mvc.Filters;
using Microsoft.AspNetCore.Mvc.RazorPages;
using Microsoft.EntityFrameworkCore;

namespace HieuHoc.Web.Pages.Me;

/// <summary>A person's own passkeys: one more, and away with one.</summary>
[For(Capability.OwnAccount, While = SignInStep.FactorSetUp)]
public sealed class PasskeysModel(HieuHocDb db, Passkeys passkeys, KeepPasskeys keep, Visitor visitor) : PageModel
{
    [BindProperty]
    public string? Name { get; set; }

    [BindProperty]
    public string? Password { get; set; }

    /// <summary>What the browser made, as JSON; empty when it did not.</summary>
    [BindProperty]
    public string? Answer { get; set; }

    public IReadOnlyList<Passkey> Rows { get; private set; } = [];

    /// <summary>What was just done, to say so.</summary>
    [TempData(Key = "passkeys.done")]
    public string? Done { get; set; }

    public override async Task OnPageHandlerExecutionAsync(PageHandlerExecutingContext context, PageHandlerExecutionDelegate next)
    {
        var actor = visitor.Actor;
        Rows = await db.PasskeysOf(actor.Owner, actor.PersonId!.Value).AsNoTracking().OrderBy(row => row.AddedAt).ToListAsync(HttpContext.RequestAborted);
        await next();
    }

    public void OnGet()
    {
    }

    public async Task<IActionResult> OnPostAskAsync(CancellationToken ct) =>
        Content(await passkeys.AskForNewAsync(visitor.Actor, HttpContext, ct), "application/json");

    public async Task<IActionResult> OnPostAsync(CancellationToken ct)
    {
        var refusal = await passkeys.AddAsync(Name ?? "", Password ?? "", Answer ?? "", visitor.Session!, visitor.Actor, HttpContext, ct);

        return refusal switch
        {
            null => Again("added"),
            OldPasswordWrong => this.Refuse(refusal, nameof(Password)),
            PasskeyNameMissing => this.Refuse(refusal, nameof(Name)),
            _ => this.Refuse(refusal),
        };
    }

    public async Task<IActionResult> OnPostRemoveAsync(string? credential, CancellationToken ct)
    {
        var known = Rows.FirstOrDefault(row => Convert.ToHexString(row.CredentialId) == credential);
        var refusal = known is null ? new PasskeyNotFound() : await keep.RemoveAsync(known.CredentialId, visitor.Actor, ct);

        return refusal is null ? Again("removed") : this.Refuse(refusal);
    }

    private RedirectResult Again(string done)
    {
        Done = done;

        return Redirect("/me/passkeys");
    }
}
