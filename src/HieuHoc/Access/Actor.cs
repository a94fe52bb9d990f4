namespace HieuHoc.Access;

/// <summary>Who acts, in which role, for which part of the hierarchy.</summary>
public sealed record Actor(short Owner, PersonId? PersonId, Role Role, int PlaceId)
{
    /// <summary>The agency that they answer for; null when they answer for the place.</summary>
    public int? AgencyId { get; init; }

    /// <summary>The code of the programme that they answer for; null for every programme of the province.</summary>
    public string? Programme { get; init; }

    /// <summary>The absent colleague in whose stead they act, by a recorded delegation.</summary>
    public PersonId? ActingFor { get; init; }

    /// <summary>What the table says of the role.</summary>
    public RoleRule Rule => RoleTable.Of(Role);

    /// <summary>True when the role may do this.</summary>
    public bool May(Capability capability) => Rule.May.Contains(capability);

    /// <summary>The agency beyond which they see no agency's returns; null when they answer for all of their place.</summary>
    public int? OwnAgency => Rule.StaysInAgency ? AgencyId : null;

    /// <summary>The place or agency in whose name they write.</summary>
    public int OwnSubject => AgencyId ?? PlaceId;

    /// <summary>True when they answer for the programme of this code; what belongs to no programme by name belongs to each.</summary>
    public bool AnswersFor(string? programme) => Programme is null || programme is null || Programme == programme;
}
