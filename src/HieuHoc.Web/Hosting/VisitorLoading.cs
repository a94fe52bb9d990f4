using System.Security.Claims;
using HieuHoc.Access;
using HieuHoc.Agencies;
using HieuHoc.Places;
using HieuHoc.Platform;
using HieuHoc.Web.Accounts;
using Microsoft.AspNetCore.Authentication;
using Microsoft.AspNetCore.Diagnostics;
using Microsoft.AspNetCore.Identity;
using Microsoft.EntityFrameworkCore;

namespace HieuHoc.Web.Hosting;

/// <summary>
/// Finds, on each request, who a session belongs to, which of the roles that they hold today they act in, and whether it still
/// holds; a session whose password was changed, that was ended elsewhere, or whose last role was withdrawn, ends here.
/// </summary>
internal sealed class VisitorLoading(RequestDelegate next)
{
    public async Task InvokeAsync(HttpContext context, Visitor visitor, HieuHocDb db, ProgrammeClock clock, Admission admission)
    {
        // An error page must not ask the database that may be the error.
        var failed = context.Features.Get<IExceptionHandlerFeature>() is not null;

        if (context.User.Identity is { IsAuthenticated: true } && visitor.Person is null && !failed)
        {
            var found = await FindAsync(context, db, clock.Now.Day);
            db.ActingFor = found?.ActingFor?.Value;

            if (found is null || !await admission.RunAsync(context.User, visitor, found, context.RequestAborted))
            {
                await context.SignOutAsync(IdentityConstants.ApplicationScheme);
                context.User = new ClaimsPrincipal(new ClaimsIdentity());
            }
        }

        await next(context);
    }

    private static async Task<SignedIn?> FindAsync(HttpContext context, HieuHocDb db, DateOnly day)
    {
        var ct = context.RequestAborted;

        if (PersonClaims.Read(context.User) is not var (owner, id, stamp))
        {
            return null;
        }

        var roles = await db.RolesHeldAsync(owner, id, day, ct);

        // What the browser remembers is a wish: it counts while the role is theirs.
        var role = roles.FirstOrDefault(role => role.Key == ChosenRole.Read(context.Request)) ?? (roles is [var first, ..] ? first : null);

        if (role is null || await SayAsync(db, owner, id, stamp, role, day, ct) is not { } said)
        {
            return null;
        }

        return new SignedIn(role.ActorOf(id), said.DisplayName, said.Place ?? "", said.Code, said.Programme ?? "", said.Demo)
        {
            AgencyName = said.Agency,
            ActingForName = said.Absent,
            RoleKey = role.Key,
            RoleCount = roles.Count,
        };
    }

    /// <summary>Who the person is, and what that is called which they answer for; null when the stamp is no longer theirs.</summary>
    private static async Task<Said?> SayAsync(
        HieuHocDb db, short owner, PersonId id, string stamp, HeldRole role, DateOnly day, CancellationToken ct)
    {
        var (place, agency, absent) = (role.Grant.PlaceId, role.Grant.AgencyId, role.ActorOf(id).ActingFor);
        var names = db.Set<PlaceName>().Where(name => name.ValidFrom <= day).OrderByDescending(name => name.ValidFrom);
        var codes = db.PlaceCodes.HoldingOn(day);
        var agencies = db.AgencyNames.HoldingOn(day);
        var people = db.People;

        return await (
            from person in people
            join programme in db.Owners on person.Owner equals programme.Id
            where person.Owner == owner && person.Id == id && person.SecurityStamp == stamp
            select new Said(
                person.DisplayName,
                programme.Demo,
                names.Where(name => name.PlaceId == programme.PlaceId).Select(name => name.FullName).FirstOrDefault(),
                names.Where(name => name.PlaceId == place).Select(name => name.FullName).FirstOrDefault(),
                codes.Where(code => code.PlaceId == place).Select(code => code.Code).FirstOrDefault(),
                agencies.Where(name => name.AgencyId == agency).Select(name => name.Name).FirstOrDefault(),
                people.Where(other => other.Owner == owner && other.Id == absent).Select(other => other.DisplayName).FirstOrDefault()))
            .AsNoTracking().SingleOrDefaultAsync(ct);
    }

    private sealed record Said(string DisplayName, bool Demo, string? Programme, string? Place, string? Code, string? Agency, string? Absent);
}
