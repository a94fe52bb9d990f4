using HieuHoc.Access;
using HieuHoc.Agencies;
using HieuHoc.Places;
using HieuHoc.Platform;

namespace HieuHoc.Testing;

public sealed partial class Given
{
    /// <summary>An agency that works for a place; returns its number.</summary>
    /// <param name="under">The agency that it is a division of.</param>
    public int Agency(
        int placeId, string name = "Sở Nội vụ", AgencyKind kind = AgencyKind.Department, int? under = null, string? code = null, DateOnly? to = null,
        AgencyLevel level = AgencyLevel.Province)
    {
        using var db = engine.Open();
        var id = db.Subjects.Max(subject => subject.Id) + 1;
        db.Add(new Subject { Id = id, Kind = SubjectKind.Agency });
        db.Add(new Agency
        {
            Id = id,
            Code = code ?? $"test.a{id}",
            Level = level,
            Kind = kind,
            PlaceId = placeId,
            ValidTo = to,
            Confirmed = false,
            DaysConfirmed = false,
            Source = "test",
        });
        db.Add(new AgencyName { AgencyId = id, Number = 1, Name = name, Folded = Vietnamese.Fold(name) });
        db.Add(new AgencyReach { AgencyId = id, AncestorId = id });

        if (under is { } parent)
        {
            db.Add(new AgencyParent { AgencyId = id, Number = 1, ParentId = parent });
            db.AddRange(db.AgencyReaches.Where(reach => reach.AgencyId == parent).Select(reach => reach.AncestorId).ToList()
                .Select(ancestor => new AgencyReach { AgencyId = id, AncestorId = ancestor }));
        }

        db.SaveChanges();

        return id;
    }

    /// <summary>One more role of somebody who has an account.</summary>
    public GrantId Grant(
        Actor person, Role role, int placeId, int? agencyId = null, string? programme = null, DateOnly? from = null, DateOnly? to = null) => Add(new RoleGrant
        {
            Owner = person.Owner,
            PersonId = person.PersonId!.Value,
            Role = role,
            PlaceId = placeId,
            AgencyId = agencyId,
            Programme = programme,
            ValidFrom = from ?? Reform,
            ValidTo = to,
        }).Id;

    /// <summary>The role that somebody began with.</summary>
    public GrantId GrantOf(Actor person)
    {
        using var db = engine.Open();

        return db.RoleGrants.Single(grant => grant.PersonId == person.PersonId && grant.Role == person.Role && grant.PlaceId == person.PlaceId).Id;
    }

    /// <summary>A colleague stands in for the holder of a role.</summary>
    public DelegationId Delegation(GrantId grant, Actor colleague, DateOnly from, DateOnly to) => Add(new Delegation
    {
        Owner = colleague.Owner,
        Id = new DelegationId(Guid.CreateVersion7()),
        GrantId = grant,
        PersonId = colleague.PersonId!.Value,
        ValidFrom = from,
        ValidTo = to,
        Reason = "Nghỉ phép",
    }).Id;
}
