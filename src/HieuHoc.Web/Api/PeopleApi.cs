using HieuHoc.Access;
using HieuHoc.Platform;
using Microsoft.EntityFrameworkCore;

namespace HieuHoc.Web.Api;

/// <summary>An account by its post.</summary>
public sealed record PersonBody(string UserName, string DisplayName);

/// <summary>A new account with its first role.</summary>
public sealed record NewPersonBody(string UserName, string DisplayName, Role Role, string Place);

/// <summary>An account with the password of its first sign-in, which is shown this once.</summary>
public sealed record PasswordBody(string UserName, string Password);

internal static class PeopleApi
{
    private static readonly Role[] Keepers = [Role.Administrator];

    public static void Map(RouteGroupBuilder api)
    {
        api.MapGet("/people", ListAsync).Produces<IReadOnlyList<PersonBody>>()
            .Opens("The accounts of the administrator's part of the hierarchy", ApiScopes.Read, Keepers);
        api.MapPost("/people", CreateAsync).Produces<PasswordBody>(StatusCodes.Status201Created).Opens(
            "Makes an account; its password is for one sign-in",
            ApiScopes.PeopleWrite,
            Keepers,
            new RequestUnreadable(),
            new UserNameIllFormed(""),
            new DisplayNameMissing(),
            new AccountPlaceUnknown(),
            new RoleDoesNotFitPlace(default),
            new UserNameTaken(""));
        api.MapPost("/people/{userName}/password", ResetAsync).Produces<PasswordBody>().Opens(
            "Sets a new password for one sign-in and ends every session",
            ApiScopes.PeopleWrite,
            Keepers,
            new PersonNotFound(),
            new PasswordChangedMeanwhile());
    }

    private static async Task<IResult> ListAsync(HieuHocDb db, ProgrammeClock clock, Actor actor, CancellationToken ct) =>
        Results.Ok(await db.PeopleKeptBy(actor, clock.Now.Day).AsNoTracking()
            .OrderBy(person => person.UserName)
            .Select(person => new PersonBody(person.UserName, person.DisplayName))
            .ToListAsync(ct));

    private static async Task<IResult> CreateAsync(
        NewPersonBody body, HieuHocDb db, ProgrammeClock clock, Actor actor, CreatePerson createPerson, CancellationToken ct)
    {
        if (await PlacesApi.FindAsync(db, clock, actor, body.Place, ct) is not { } place)
        {
            return ApiProblems.Of(new AccountPlaceUnknown());
        }

        var password = OneTimePassword.New();
        var created = await createPerson.RunAsync(new NewPerson(body.UserName, body.DisplayName, body.Role, place.Id, password), actor, ct);

        return created.Refusal is { } refusal
            ? ApiProblems.Of(refusal)
            : Results.Created((string?)null, new PasswordBody(created.Value.UserName, password));
    }

    private static async Task<IResult> ResetAsync(string userName, Actor actor, ResetPassword resetPassword, CancellationToken ct)
    {
        var password = OneTimePassword.New();
        var reset = await resetPassword.RunAsync(userName, password, actor, ct);

        return reset.Refusal is { } refusal ? ApiProblems.Of(refusal) : Results.Ok(new PasswordBody(reset.Value.UserName, password));
    }
}
