using HieuHoc.Access;
using HieuHoc.Agencies;
using HieuHoc.Places;
using HieuHoc.Platform;
using Microsoft.EntityFrameworkCore;

namespace HieuHoc.Demo;

/// <summary>Starts the programmes of the demonstration, each with its accounts; one that was started already is left as it is.</summary>
internal sealed class DemoProgrammes(HieuHocDb db, Texts texts, HashPassword hash, StoryTime time)
{
    public async Task<Owner> StartAsync(short id, string provinceCode, IReadOnlyList<DemoPerson> people, CancellationToken ct)
    {
        var owner = await db.Owners.SingleOrDefaultAsync(owner => owner.Id == id, ct) ?? await AddOwnerAsync(id, provinceCode, ct);
        await AddPeopleAsync(owner, people, ct);

        return owner;
    }

    /// <summary>The account of a village's head, who signs in on a telephone and has no password.</summary>
    public async Task AddHeadAsync(Owner owner, int village, CancellationToken ct)
    {
        if (await db.People.AnyAsync(person => person.Owner == owner.Id && person.UserName == DemoPeople.HeadUserName, ct))
        {
            return;
        }

        Add(owner, DemoPeople.HeadUserName, "demo.person.head", null, Role.VillageOfficer, village, null);
        await db.SaveChangesAsync(ct);
    }

    /// <summary>Saved together with its people.</summary>
    private async Task<Owner> AddOwnerAsync(short id, string provinceCode, CancellationToken ct)
    {
        var province = await db.PlaceByCodeAsync(provinceCode, StoryTime.Opening, ct)
            ?? throw new InvalidOperationException("The places pack must be loaded before the demonstration is made.");
        var owner = new Owner { Id = id, PlaceId = province.Id, Demo = true };
        db.Add(owner);
        db.Record(new ProgrammeStarted($"{id}", province.Id), owner.Id, null, new ProgrammeClock(time).Now);

        return owner;
    }

    private async Task AddPeopleAsync(Owner owner, IReadOnlyList<DemoPerson> people, CancellationToken ct)
    {
        if (await db.People.AnyAsync(person => person.Owner == owner.Id, ct))
        {
            return;
        }

        foreach (var person in people)
        {
            var place = await db.PlaceByCodeAsync(person.PlaceCode, StoryTime.Opening, ct);
            var agency = await db.Agencies.SingleOrDefaultAsync(agency => agency.Code == person.AgencyCode, ct);
            Add(owner, person.UserName, person.NameKey, hash(person.Password), person.Role, place!.Id, agency?.Id);
        }

        await db.SaveChangesAsync(ct);
    }

    private void Add(Owner owner, string userName, string nameKey, string? passwordHash, Role role, int place, int? agency)
    {
        var personId = new PersonId(Guid.CreateVersion7());
        db.Add(new Person
        {
            Owner = owner.Id,
            Id = personId,
            UserName = userName,
            DisplayName = texts.In("vi", nameKey),
            PasswordHash = passwordHash,
            SecurityStamp = SecurityStamps.New(),
        });
        db.Add(new RoleGrant
        {
            Owner = owner.Id, PersonId = personId, Role = role, PlaceId = place, AgencyId = agency, ValidFrom = StoryTime.Opening,
        });
        db.Record(new PersonCreated(personId.Value.ToString(), role, place, agency), owner.Id, null, new ProgrammeClock(time).Now);
    }
}
