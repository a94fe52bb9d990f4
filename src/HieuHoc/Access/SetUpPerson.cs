using HieuHoc.Agencies;
using HieuHoc.Places;
using HieuHoc.Platform;
using Microsoft.EntityFrameworkCore;

namespace HieuHoc.Access;

/// <summary>What whoever keeps the installation states about a new account.</summary>
/// <param name="DisplayName">The name of the post, as others see it.</param>
/// <param name="PlaceCode">The part of the hierarchy that it answers for.</param>
public sealed record NewPersonAtCode(string UserName, string DisplayName, Role Role, string PlaceCode, string Password)
{
    /// <summary>The code of the agency, as packs write it; null when the role answers for the place.</summary>
    public string? AgencyCode { get; init; }

    /// <summary>The code of the programme; null for every programme of the province.</summary>
    public string? Programme { get; init; }
}

/// <summary>
/// Makes an account for the installation itself, and starts the programme of the province where none runs yet: both, or
/// neither when one is refused.
/// </summary>
public sealed class SetUpPerson(HieuHocDb db, ProgrammeClock clock, StartProgramme startProgramme, CreatePerson createPerson)
{
    public async Task<Outcome<Person>> RunAsync(NewPersonAtCode given, CancellationToken ct)
    {
        await using var transaction = await db.Database.BeginTransactionAsync(ct);
        var outcome = await AddAsync(given, ct);

        if (outcome.Refusal is not null)
        {
            // The programme goes with the transaction; the context must forget it too.
            db.ChangeTracker.Clear();

            return outcome;
        }

        await transaction.CommitAsync(ct);

        return outcome;
    }

    private async Task<Outcome<Person>> AddAsync(NewPersonAtCode given, CancellationToken ct)
    {
        var started = await startProgramme.RunAsync(given.PlaceCode, ct);

        if (started.Refusal is { } notStarted)
        {
            return notStarted;
        }

        var owner = started.Value;

        if (owner.Demo)
        {
            return new ProgrammeIsDemo();
        }

        // The programme was found by this code.
        var place = (await db.PlaceByCodeAsync(given.PlaceCode, clock.Now.Day, ct))!;
        var agency = await db.Agencies.AsNoTracking().SingleOrDefaultAsync(agency => agency.Code == given.AgencyCode, ct);

        if (given.AgencyCode is not null && agency is null)
        {
            return new AgencyUnknown();
        }

        return await createPerson.RunAsync(
            new NewPerson(given.UserName, given.DisplayName, given.Role, place.Id, given.Password) { AgencyId = agency?.Id, Programme = given.Programme },
            new Actor(owner.Id, null, Role.Administrator, owner.PlaceId),
            ct);
    }
}
