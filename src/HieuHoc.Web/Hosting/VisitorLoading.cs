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

        var found = await (
            from person in db.People
            join programme in db.Owners on person.Owner equals programme.Id
            where person.Owner == owner && person.Id == id && person.SecurityStamp == stamp
            select new
            {
                person.DisplayName,
                programme.Demo,
                Place = db.Set<PlaceName>()
                    .Where(name => name.PlaceId == programme.PlaceId && name.ValidFrom <= day)
                    .OrderByDescending(name => name.ValidFrom).Select(name => name.FullName).FirstOrDefault(),
            }).AsNoTracking().SingleOrDefaultAsync(ct);
        var roles = found is null ? [] : await db.RolesHeldAsync(owner, id, day, ct);

        // What the browser remembers is a wish: it counts while the role is theirs.
        var role = roles.FirstOrDefault(role => role.Key == ChosenRole.Read(context.Request)) ?? (roles is [var first, ..] ? first : null);

        return found is null || role is null
            ? null
            : await WithPlaceAsync(new SignedIn(owner, id, found.DisplayName, role.Grant.Role, role.Grant.PlaceId, "", null, found.Place ?? "", found.Demo)
            {
                AgencyId = role.Grant.AgencyId,
                Programme = role.Grant.Programme,
                ActingFor = role.Until is null ? null : role.Of,
                RoleKey = role.Key,
                RoleCount = roles.Count,
            }, db, day, ct);
    }

    private static async Task<SignedIn> WithPlaceAsync(SignedIn person, HieuHocDb db, DateOnly day, CancellationToken ct)
    {
        var (place, agency, absent) = (person.PlaceId, person.AgencyId, person.ActingFor);
        var codes = db.PlaceCodes.HoldingOn(day);
        var agencies = db.AgencyNames.HoldingOn(day);
        var said = await db.Owners.Where(owner => owner.Id == person.Owner).Select(owner => new
        {
            Place = db.Set<PlaceName>().Where(name => name.PlaceId == place && name.ValidFrom <= day)
                .OrderByDescending(name => name.ValidFrom).Select(name => name.FullName).FirstOrDefault(),
            Code = codes.Where(code => code.PlaceId == place).Select(code => code.Code).FirstOrDefault(),
            Agency = agencies.Where(name => name.AgencyId == agency).Select(name => name.Name).FirstOrDefault(),
            Absent = db.Set<Person>().Where(other => other.Owner == owner.Id && other.Id == absent).Select(other => other.DisplayName).FirstOrDefault(),
        }).SingleAsync(ct);

        return person with { PlaceName = said.Place ?? "", PlaceCode = said.Code, AgencyName = said.Agency, ActingForName = said.Absent };
    }
}
