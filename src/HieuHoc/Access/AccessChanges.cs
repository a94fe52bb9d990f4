using HieuHoc.Platform;

namespace HieuHoc.Access;

/// <summary>An account was made, with its first role.</summary>
public sealed record PersonCreated(string Record, Role Role, int PlaceId, int? AgencyId = null, string? Programme = null) : Change(Record);

/// <summary>An administrator set a new password; every session of the account ended.</summary>
public sealed record PasswordWasReset(string Record) : Change(Record);

/// <summary>An account got one more role.</summary>
public sealed record RoleGranted(string Record, Guid Grant, Role Role, int PlaceId, int? AgencyId, string? Programme) : Change(Record);

/// <summary>The last day of a role was set.</summary>
public sealed record RoleEnded(string Record, Guid Grant, Role Role, int PlaceId, DateOnly LastDay) : Change(Record);

/// <summary>A successor took over every role that the holder of a post had.</summary>
public sealed record PostHandedOver(string Record, Guid Successor, IReadOnlyList<Guid> Ended, IReadOnlyList<Guid> Begun, DateOnly LastDay) : Change(Record);

/// <summary>A colleague stands in for an absent one. The reason is not among it: it may say something about a person.</summary>
public sealed record RoleDelegated(string Record, Guid Grant, Guid To, DateOnly From, DateOnly LastDay) : Change(Record);

/// <summary>A delegation was ended before its last day.</summary>
public sealed record DelegationEnded(string Record, Guid Grant, Guid To, DateOnly LastDay) : Change(Record);

/// <summary>A person signed in.</summary>
public sealed record SessionBegun(string Record, SessionWay Way) : Change(Record);

/// <summary>A session was ended before its time.</summary>
public sealed record SessionEnded(string Record) : Change(Record);

/// <summary>The second factor was shown in a session.</summary>
public sealed record SessionStrengthened(string Record) : Change(Record);

/// <summary>Everything that a person was signed in with was ended: by an administrator, or at a hand-over.</summary>
public sealed record AccessEnded(string Record) : Change(Record);

/// <summary>The address to which a person gets mails was set or taken away. The address is not among it.</summary>
public sealed record MailAddressChanged(string Record) : Change(Record);

/// <summary>A person changed their own password; their other sessions ended.</summary>
public sealed record PasswordChanged(string Record) : Change(Record);

/// <summary>A program got a token to act as a person.</summary>
public sealed record TokenCreated(string Record, Guid Person, string Scopes) : Change(Record);

/// <summary>A token was taken back.</summary>
public sealed record TokenRevoked(string Record) : Change(Record);

/// <summary>A person set up an authenticator.</summary>
public sealed record AuthenticatorSetUp(string Record) : Change(Record);

/// <summary>A person put another authenticator in the place of the one before.</summary>
public sealed record AuthenticatorReplaced(string Record) : Change(Record);

/// <summary>A person added a passkey.</summary>
public sealed record PasskeyAdded(string Record) : Change(Record);

/// <summary>A person took a passkey away.</summary>
public sealed record PasskeyRemoved(string Record) : Change(Record);

/// <summary>A person made new codes on paper; the old ones hold no longer.</summary>
public sealed record RecoveryCodesMade(string Record) : Change(Record);

/// <summary>An administrator took away the second factor of a person who lost it.</summary>
public sealed record SecondFactorReset(string Record) : Change(Record);

/// <summary>The commune made a code with which a village officer enrols a device.</summary>
public sealed record DeviceInvited(string Record, Guid Person) : Change(Record);

/// <summary>A village officer enrolled a device and chose its PIN.</summary>
public sealed record DeviceEnrolled(string Record) : Change(Record);

/// <summary>A device said what it signs its files with, for the first time or anew.</summary>
public sealed record SigningKeySet(string Record) : Change(Record);

/// <summary>A device was ended: it signs in no longer.</summary>
public sealed record DeviceEnded(string Record) : Change(Record);
