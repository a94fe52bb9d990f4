using HieuHoc.Access;
using HieuHoc.Agencies;
using HieuHoc.Platform;
using HieuHoc.Platform.Keys;
using HieuHoc.Web.Components;
using HieuHoc.Web.Hosting;
using Microsoft.AspNetCore.Mvc;
using Microsoft.AspNetCore.Mvc.Filters;
using Microsoft.AspNetCore.Mvc.RazorPages;
using Microsoft.EntityFrameworkCore;

namespace HieuHoc.Web.Pages.People;

/// <summary>One account: its roles, one more, the end of one, the post handed over, a colleague who stands in.</summary>
[For(Capability.SeeAccounts)]
public sealed class ShowModel(
    HieuHocDb db, KeyRing keys, Actor actor, ProgrammeClock clock, GrantRole grantRole, EndRole endRole, HandOverPost handOver, DelegateRole delegateRole,
    ResetPassword resetPassword, ResetSecondFactor resetFactor, EndAccess endAccess, Texts texts) : PageModel
{
    [FromRoute]
    public Guid Id { get; set; }

    [BindProperty]
    public RoleForm Given { get; set; } = new();

    /// <summary>The role that is to end, or that a colleague stands in for.</summary>
    [BindProperty]
    public Guid GrantId { get; set; }

    [BindProperty]
    public DateOnly? LastDay { get; set; }

    [BindProperty]
    public DateOnly? From { get; set; }

    /// <summary>Who takes the post over, or stands in.</summary>
    [BindProperty]
    public string? UserName { get; set; }

    [BindProperty]
    public string? Reason { get; set; }

    /// <summary>What was just done, to say so.</summary>
    [TempData(Key = "people.done")]
    public string? Done { get; set; }

    /// <summary>The password for one sign-in, shown this once.</summary>
    [TempData]
    public string? OneTime { get; set; }

    public Person Person { get; private set; } = null!;

    /// <summary>True when the visitor ends what others sign in with.</summary>
    public bool KeepsAccess => actor.Role is Role.Administrator;

    /// <summary>True when the visitor keeps the account and does not only look.</summary>
    public bool Keeps { get; private set; }

    public IReadOnlyList<Line> Lines { get; private set; } = [];

    public RoleFormView Fields { get; private set; } = null!;

    /// <summary>What became of the account: by whom, when.</summary>
    public IReadOnlyList<HistoryLine> History { get; private set; } = [];

    /// <summary>When the person signed in and with what, devices and tokens among it.</summary>
    public IReadOnlyList<HistoryLine> SignIns { get; private set; } = [];

    /// <summary>Where the person gets mails, for administrators alone; null where there is none.</summary>
    public string? MailAddress { get; private set; }

    public string ShownUserName => MaskedName.For(actor, Person.UserName);

    public DateOnly Today => clock.Now.Day;

    public override async Task OnPageHandlerExecutionAsync(PageHandlerExecutingContext context, PageHandlerExecutionDelegate next)
    {
        if (!await LoadAsync(HttpContext.RequestAborted))
        {
            context.Result = this.Refuse(new PersonNotFound());

            return;
        }

        await next();
    }

    public void OnGet()
    {
    }

    public async Task<IActionResult> OnPostGrantAsync(CancellationToken ct) =>
        Answer((await grantRole.RunAsync(Person.Id, await Given.ReadAsync(db, Today, ct), actor, ct)).Refusal, "granted");

    public async Task<IActionResult> OnPostEndAsync(CancellationToken ct) =>
        Answer((await endRole.RunAsync(new GrantId(GrantId), LastDay ?? Today, actor, ct)).Refusal, "ended");

    public async Task<IActionResult> OnPostHandOverAsync(CancellationToken ct)
    {
        var userName = UserNames.Normal(UserName ?? "");
        var successor = UserNames.IsWellFormed(userName)
            ? await db.PeopleKeptBy(actor, Today).AsNoTracking().SingleOrDefaultAsync(person => person.UserName == userName, ct)
            : null;

        return successor is null
            ? this.Refuse(new SuccessorUnknown())
            : Answer((await handOver.RunAsync(Person.Id, successor.Id, LastDay ?? Today.AddDays(-1), actor, ct)).Refusal, "handedOver");
    }

    public async Task<IActionResult> OnPostDelegateAsync(CancellationToken ct)
    {
        var asked = new NewDelegation(
            new DelegationId(Guid.CreateVersion7()), new GrantId(GrantId), UserName ?? "", From ?? Today, LastDay ?? From ?? Today, Reason ?? "");

        return Answer((await delegateRole.RunAsync(asked, actor, ct)).Refusal, "delegated");
    }

    public async Task<IActionResult> OnPostResetPasswordAsync(CancellationToken ct)
    {
        var password = OneTimePassword.For(Person.UserName);
        var refusal = (await resetPassword.RunAsync(Person.UserName, password, actor, ct)).Refusal;
        OneTime = refusal is null ? password : null;

        return Answer(refusal, "passwordReset");
    }

    public async Task<IActionResult> OnPostResetFactorAsync(CancellationToken ct) =>
        Answer((await resetFactor.RunAsync(Person.UserName, actor, ct)).Refusal, "factorReset");

    public async Task<IActionResult> OnPostEndAccessAsync(CancellationToken ct) =>
        Answer(await endAccess.RunAsync(Person.UserName, actor, ct), "accessEnded");

    private IActionResult Answer(Refusal? refusal, string done)
    {
        if (refusal is not null)
        {
            return this.Refuse(refusal);
        }

        Done = done;

        return Redirect($"/people/{Id}");
    }

    private async Task<bool> LoadAsync(CancellationToken ct)
    {
        var id = new PersonId(Id);

        if (await db.PeopleSeenBy(actor, Today).AsNoTracking().SingleOrDefaultAsync(person => person.Id == id, ct) is not { } person)
        {
            return false;
        }

        Person = person;
        MailAddress = KeepsAccess ? (await db.MailAddressOfAsync(keys, person.Owner, id, ct))?.Address : null;
        Keeps = await db.PeopleKeptBy(actor, Today).AnyAsync(kept => kept.Id == id, ct);
        Fields = await RoleFormView.OfAsync(Given, db, actor, Today, ct);
        var grants = await db.RoleGrants.AsNoTracking()
            .Where(grant => grant.Owner == person.Owner && grant.PersonId == id)
            .OrderByDescending(grant => grant.ValidFrom)
            .ToListAsync(ct);
        var subjects = grants.SelectMany(grant => new[] { grant.PlaceId, grant.AgencyId ?? 0 }).ToList();
        var names = await db.SubjectNamesOn(Today).Where(name => subjects.Contains(name.SubjectId)).ToDictionaryAsync(name => name.SubjectId, name => name.FullName, ct);
        Lines = [.. grants.Select(grant => new Line(grant, names.GetValueOrDefault(grant.AgencyId ?? grant.PlaceId, ""), grant.ValidTo is not { } last || last >= Today))];
        History = await db.AccountHistoryAsync(texts, person.Owner, id, ct);
        SignIns = await db.SignInHistoryAsync(texts, person.Owner, id, ct);

        return true;
    }

    /// <summary>A role of the account, past ones too.</summary>
    public sealed record Line(RoleGrant Grant, string Where, bool Holds);
}
