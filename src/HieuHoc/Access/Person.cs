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

    /// <summary>Gives a password for one sign-in, which opens an account that was locked.</summary>
    internal void GiveOneTimePassword(string hash, Moment now)
    {
        (PasswordHash, OneTimeSince) = (hash, now.Instant);
        (FailedSignIns, LockedUntil) = (0, null);
    }
}

public readonly record struct GrantId(Guid Value) : IRecordId;

/// <summary>A part of the hierarchy that a person answers for, in a role, from one day to another.</summary>
public sealed class RoleGrant
{
    public required short Owner { get; init; }

    public GrantId Id { get; init; } = new(Guid.CreateVersion7());

    public required PersonId PersonId { get; init; }

    public required Role Role { get; init; }

    public required int PlaceId { get; init; }

    /// <summary>The agency that the person works in; null when the role answers for the place.</summary>
    public int? AgencyId { get; init; }

    /// <summary>The code of the programme; null for every programme of the province.</summary>
    public string? Programme { get; init; }

    public required DateOnly ValidFrom { get; init; }

    /// <summary>The last day; null while no end is known.</summary>
    public DateOnly? ValidTo { get; set; }
}

/// <summary>What a person may do is said by <see cref="RoleTable"/>; the words on screen are in the texts.</summary>
public enum Role
{
    /// <summary>Registers households and scores titles in a village.</summary>
    VillageOfficer,

    /// <summary>Fills and sends the returns of a commune.</summary>
    CommuneOfficer,

    /// <summary>Approves them, or gives them back inside.</summary>
    CommuneLeader,

    /// <summary>Fills and sends the returns of an agency.</summary>
    AgencyOfficer,

    /// <summary>Approves them, or gives them back inside.</summary>
    AgencyLeader,

    /// <summary>Leads the assessment of titles for the study-promotion Association.</summary>
    AssociationOfficer,

    /// <summary>Receives, checks, confirms and reports for a programme.</summary>
    StandingAgency,

    /// <summary>Records number, date and signed file of each paper.</summary>
    Clerk,

    /// <summary>Of a people's committee or steering committee: sees where the programme stands and why.</summary>
    Leader,

    /// <summary>Sees everything in their part, persons masked, and changes nothing.</summary>
    Auditor,

    /// <summary>Keeps accounts and packs; sees no personal data and decides nothing.</summary>
    Administrator,
}
