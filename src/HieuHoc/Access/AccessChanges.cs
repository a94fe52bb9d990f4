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
