using HieuHoc.Platform;

namespace HieuHoc.Access;

/// <summary>An account was made, with its first role.</summary>
public sealed record PersonCreated(string Record, Role Role, int PlaceId) : Change(Record);

/// <summary>An administrator set a new password; every session of the account ended.</summary>
public sealed record PasswordWasReset(string Record) : Change(Record);
