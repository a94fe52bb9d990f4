using System.Globalization;
using HieuHoc.Access;
using HieuHoc.Agencies;
using HieuHoc.Platform;
using HieuHoc.Platform.Keys;
using HieuHoc.Web.Hosting;
using Microsoft.AspNetCore.Mvc;
using Microsoft.AspNetCore.Mvc.Filters;
using Microsoft.AspNetCore.Mvc.RazorPages;
using Microsoft.EntityFrameworkCore;

namespace HieuHoc.Web.Pages.Me;

/// <summary>The visitor's own roles: which one they act in, who stands in for them, and for whom they stand in.</summary>
[For(Capability.OwnAccount)]
public sealed class IndexModel(
    HieuHocDb db, KeyRing keys, Visitor visitor, Actor actor, ProgrammeClock clock, DelegateRole delegateRole, EndDelegation endDelegation, SetMailAddress setMailAddress)
    : PageModel
{
    /// <summary>The role that a colleague is to stand in for.</summary>
    [BindProperty]
    public Guid GrantId { get; set; }

    [BindProperty]
    public string? UserName { get; set; }

    [BindProperty]
    public DateOnly? From { get; set; }

    [BindProperty]
    public DateOnly? To { get; set; }

    [BindProperty]
    public string? Reason { get; set; }

    /// <summary>Where the visitor gets mails; empty for none.</summary>
    [BindProperty]
    public string? MailAddress { get; set; }

    [BindProperty]
    public string? MailLanguage { get; set; }

    /// <summary>What was just done, to say so.</summary>
    [TempData(Key = "me.done")]
    public string? Done { get; set; }

    public IReadOnlyList<Line> Roles { get; private set; } = [];

    /// <summary>Who stands in for the visitor, today or later.</summary>
    public IReadOnlyList<StandIn> StandIns { get; private set; } = [];

    public DateOnly Today => clock.Now.Day;

    public override async Task OnPageHandlerExecutionAsync(PageHandlerExecutingContext context, PageHandlerExecutionDelegate next)
    {
        await LoadAsync(HttpContext.RequestAborted);
        await next();
    }

    public void OnGet()
    {
    }

    /// <summary>Acts in another of the visitor's roles from the next page on.</summary>
    public IActionResult OnPostRole(Guid key)
    {
        if (Roles.FirstOrDefault(line => line.Role.Key == key) is not { } line)
        {
            return this.Refuse(new GrantNotFound());
        }

        ChosenRole.Write(Response, line.Role);

        return Redirect("/");
    }

    public async Task<IActionResult> OnPostDelegateAsync(CancellationToken ct)
    {
        var outcome = await delegateRole.RunAsync(
            new NewDelegation(
                new DelegationId(Guid.CreateVersion7()), new GrantId(GrantId), UserName ?? "", From ?? Today, To ?? From ?? Today, Reason ?? ""),
            actor,
            ct);

        if (outcome.Refusal is { } refusal)
        {
            return this.Refuse(refusal, FieldOf(refusal));
        }

        Done = "delegated";

        return Redirect("/me");
    }

    /// <summary>Ends a delegation early: by the one who gave it, or by the one who stands in.</summary>
    public async Task<IActionResult> OnPostEndDelegationAsync(Guid delegation, CancellationToken ct)
    {
        if (await endDelegation.RunAsync(new DelegationId(delegation), actor, ct) is { } refusal)
        {
            return this.Refuse(refusal);
        }

        Done = "delegate.ended";

        return Redirect("/me");
    }

    /// <summary>Says where, and in which language, the visitor gets mails.</summary>
    public async Task<IActionResult> OnPostMailAsync(CancellationToken ct)
    {
        if (await setMailAddress.RunAsync(MailAddress, MailLanguage, actor, ct) is { } refusal)
        {
            return this.Refuse(refusal, nameof(MailAddress));
        }

        Done = string.IsNullOrWhiteSpace(MailAddress) ? "mail.none" : "mail.set";

        return Redirect("/me");
    }

    private static string FieldOf(Refusal refusal) => refusal switch
    {
        DelegateNotColleague or DelegateSharesReturns => nameof(UserName),
        DelegationDaysDoNotFit or DelegatedAlready => nameof(From),
        DelegationReasonMissing or DelegationReasonTooLong => nameof(Reason),
        _ => "",
    };

    private async Task LoadAsync(CancellationToken ct)
    {
        var (owner, me) = (actor.Owner, visitor.Person!.Id);
        var held = await db.RolesHeldAsync(owner, me, Today, ct);
        var subjects = held.SelectMany(role => new[] { role.Grant.PlaceId, role.Grant.AgencyId ?? 0 }).ToList();
        var names = await db.SubjectNamesOn(Today).Where(name => subjects.Contains(name.SubjectId)).ToDictionaryAsync(name => name.SubjectId, name => name.FullName, ct);
        var others = held.Select(role => role.Of).ToList();
        var people = await db.People.Where(person => person.Owner == owner && others.Contains(person.Id)).ToDictionaryAsync(person => person.Id, person => person.DisplayName, ct);
        Roles =
        [
            .. held.Select(role => new Line(
                role,
                names.GetValueOrDefault(role.Grant.AgencyId ?? role.Grant.PlaceId, ""),
                role.Until is null ? null : people.GetValueOrDefault(role.Of),
                role.Key == visitor.Person.RoleKey)),
        ];

        // What was typed stays; another form of the page leaves it as it is kept.
        if (MailLanguage is null)
        {
            var mail = await db.MailAddressOfAsync(keys, owner, me, ct);
            (MailAddress, MailLanguage) = (mail?.Address, mail?.Language ?? CultureInfo.CurrentUICulture.TwoLetterISOLanguageName);
        }

        StandIns = await (
            from delegation in db.Delegations
            join grant in db.RoleGrants on new { delegation.Owner, Id = delegation.GrantId } equals new { grant.Owner, grant.Id }
            join person in db.People on new { delegation.Owner, Id = delegation.PersonId } equals new { person.Owner, person.Id }
            where delegation.Owner == owner && grant.PersonId == me && delegation.ValidTo >= Today
            orderby delegation.ValidFrom
            select new StandIn(delegation.Id, grant.Role, person.DisplayName, delegation.ValidFrom, delegation.ValidTo, delegation.Reason)).AsNoTracking().ToListAsync(ct);
    }

    /// <summary>A role that the visitor can act in.</summary>
    /// <param name="InStead">The post of the absent colleague; null for a role of one's own.</param>
    public sealed record Line(HeldRole Role, string Where, string? InStead, bool IsChosen);

    /// <summary>A colleague who stands in.</summary>
    public sealed record StandIn(DelegationId Id, Role Role, string Who, DateOnly From, DateOnly To, string Reason);
}
