using HieuHoc.Platform;

namespace HieuHoc.Access;

public readonly record struct PersonId(Guid Value) : IRecordId;

/// <summary>A person with an account. Accounts are named by post; the name shown is that of the post too.</summary>
public sealed class Person
{
    public required short Owner { get; init; }

    public required PersonId Id { get; init; }

    /// <summary>What is typed to sign in, in lower case.</summary>
    public required string UserName { get; set; }

    /// <summary>What others see: "Cán bộ Văn hóa – Xã hội, Xã Hải Lăng".</summary>
    public required string DisplayName { get; set; }

    public string? PasswordHash { get; set; }

    /// <summary>UTC; since when the password is one that somebody else printed, to be changed at the first sign-in. Null for one's own.</summary>
    public DateTime? OneTimeSince { get; set; }

    /// <summary>Changes whenever every session of this person must end.</summary>
    public required string SecurityStamp { get; set; }

    public int FailedSignIns { get; set; }

    /// <summary>UTC; null when not locked out.</summary>
    public DateTime? LockedUntil { get; set; }
}

/// <summary>A part of the hierarchy that a person answers for, in a role, from one day to another.</summary>
public sealed class RoleGrant
{
    public required short Owner { get; init; }

    public required PersonId PersonId { get; init; }

    public required Role Role { get; init; }

    public required int PlaceId { get; init; }

    public required DateOnly ValidFrom { get; init; }

    public DateOnly? ValidTo { get; set; }
}

/// <summary>What a person may do; the words on screen are in the texts.</summary>
public enum Role
{
    /// <summary>Fills and sends the returns of a commune.</summary>
    CommuneOfficer,

    /// <summary>Approves them, or gives them back inside.</summary>
    CommuneLeader,

    /// <summary>Receives, checks, confirms and reports for the programme.</summary>
    StandingAgency,

    /// <summary>Keeps accounts and packs; sees no personal data and decides nothing.</summary>
    Administrator,

    /// <summary>Registers and scores in a village, on a telephone of their own.</summary>
    VillageOfficer,
}

/// <summary>Who acts, in which role, for which part of the hierarchy.</summary>
public sealed record Actor(short Owner, PersonId? PersonId, Role Role, int PlaceId);
