using System.Security.Claims;
using HieuHoc.Access;
using HieuHoc.Places;
using HieuHoc.Platform;
using HieuHoc.Web.Accounts;
using Microsoft.AspNetCore.Authentication;
using Microsoft.AspNetCore.Diagnostics;
using Microsoft.AspNetCore.Identity;
using Microsoft.EntityFrameworkCore;

namespace HieuHoc.Web.Hosting;

/// <summary>
/// Finds, per request, who a session belongs to, which role they hold today and whether it still holds; a session whose
/// password was changed, that was ended elsewhere, or whose last role was withdrawn, ends here.
/// </summary>
internal sealed class VisitorLoading(RequestDelegate next)
{
    public async Task InvokeAsync(HttpContext context, Visitor visitor, HieuHocDb db, ProgrammeClock clock, Admission admission)
    {
        // An error page must not ask the database that may be the error.
        var failed = context.Features.Get<IExceptionHandlerFeature>() is not null;

        if (context.User.Identity is { IsAuthenticated: true } && visitor.Person is null && !failed)
        {
            var found = await FindAsync(context.User, db, clock.Now.Day, context.RequestAborted);

            if (found is null || !await admission.RunAsync(context.User, visitor, found, context.RequestAborted))
            {
                await context.SignOutAsync(IdentityConstants.ApplicationScheme);
                context.User = new ClaimsPrincipal(new ClaimsIdentity());
            }
        }

        await next(context);
    }

    private static async Task<SignedIn?> FindAsync(ClaimsPrincipal user, HieuHocDb db, DateOnly day, CancellationToken ct)
    {
        if (PersonClaims.Read(user) is not var (owner, id, stamp))
        {
            return null;
        }

        var codes = db.PlaceCodes.HoldingOn(day);
        var grants = await (
            from grant in db.RoleGrantsOn(day)
            from person in db.Set<Person>().Where(person => person.Owner == grant.Owner && person.Id == grant.PersonId)
            from programme in db.Set<Owner>().Where(programme => programme.Id == grant.Owner)
            where grant.Owner == owner && grant.PersonId == id && person.SecurityStamp == stamp
            select new
            {
                grant.Role,
                grant.PlaceId,
                person.DisplayName,
                programme.Demo,
                PlaceName = db.Set<PlaceName>()
                    .Where(name => name.PlaceId == grant.PlaceId && name.ValidFrom <= day)
                    .OrderByDescending(name => name.ValidFrom).Select(name => name.FullName).FirstOrDefault(),
                PlaceCode = codes.Where(code => code.PlaceId == grant.PlaceId).Select(code => code.Code).FirstOrDefault(),
                ProgrammePlace = db.Set<PlaceName>()
                    .Where(name => name.PlaceId == programme.PlaceId && name.ValidFrom <= day)
                    .OrderByDescending(name => name.ValidFrom).Select(name => name.FullName).FirstOrDefault(),
            }).AsNoTracking().ToListAsync(ct);

        // Roles are stored by name; their order is the enum's.
        return grants.OrderBy(grant => grant.Role).ThenBy(grant => grant.PlaceId)
            .Select(grant => new SignedIn(
                owner, id, grant.DisplayName, grant.Role, grant.PlaceId, grant.PlaceName ?? "", grant.PlaceCode, grant.ProgrammePlace ?? "", grant.Demo))
            .FirstOrDefault();
    }
}
