using HieuHoc.Access;

namespace HieuHoc.Web.Hosting;

/// <summary>The person who is signed in, as this request found them in the database.</summary>
/// <param name="Actor">The person in the role that they act in.</param>
/// <param name="PlaceCode">The code of the place today; null where it has none.</param>
/// <param name="ProgrammePlace">The full name of the province whose programme it is.</param>
/// <param name="Demo">True when the programme's figures are generated.</param>
public sealed record SignedIn(Actor Actor, string DisplayName, string PlaceName, string? PlaceCode, string ProgrammePlace, bool Demo)
{
    public short Owner => Actor.Owner;

    public PersonId Id => Actor.PersonId!.Value;

    public Role Role => Actor.Role;

    public int PlaceId => Actor.PlaceId;

    /// <summary>The agency that the role answers for; null when it answers for the place.</summary>
    public int? AgencyId => Actor.AgencyId;

    /// <summary>What that agency is called.</summary>
    public string? AgencyName { get; init; }

    /// <summary>The absent colleague in whose stead the person acts.</summary>
    public PersonId? ActingFor => Actor.ActingFor;

    /// <summary>The post of that colleague.</summary>
    public string? ActingForName { get; init; }

    /// <summary>The role chosen, as <see cref="HeldRole.Key"/> says it.</summary>
    public Guid RoleKey { get; init; }

    /// <summary>How many roles there are to choose from.</summary>
    public int RoleCount { get; init; } = 1;
}

/// <summary>Whoever sent this request.</summary>
public sealed class Visitor
{
    /// <summary>Null for a stranger, and for whoever has not finished signing in.</summary>
    public SignedIn? Person { get; internal set; }

    /// <summary>Who has begun to sign in and has a step to take yet; null when nobody has.</summary>
    public SignedIn? Awaited { get; internal set; }

    /// <summary>The step that an awaited person takes next.</summary>
    public SignInStep Step { get; internal set; }

    /// <summary>The session of this request; null for a stranger and for a program with a token.</summary>
    public SessionStanding? Session { get; internal set; }

    /// <summary>
    /// The visitor as use cases ask for them. A page that a stranger may open must not ask; one that is awaited reaches
    /// the page of the next step alone.
    /// </summary>
    public Actor Actor => (Person ?? Awaited)?.Actor ?? throw new InvalidOperationException("A stranger does not act: the page needs [For].");
}
