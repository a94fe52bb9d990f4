using HieuHoc.Platform;

namespace HieuHoc.Access.Capture;

/// <summary>The session was not begun on an enrolled device, or on another one than the request names.</summary>
public sealed record NotOnThisDevice() : Refusal(RefusalKind.Forbidden);

/// <summary>The device was ended: it sends nothing any more until it is enrolled anew.</summary>
public sealed record DeviceRevoked() : Refusal(RefusalKind.Forbidden);

/// <summary>No records of this kind are filled in on devices.</summary>
public sealed record CaptureKindNotFound() : Refusal(RefusalKind.NotFound);

/// <summary>The device sent something else before as done at this very moment to this record.</summary>
public sealed record ActedOtherwise() : Refusal(RefusalKind.Conflict);

/// <summary>The device did something later to this record, which was received already: this is a stray copy of what it has given up since.</summary>
public sealed record ActOvertaken() : Refusal(RefusalKind.Conflict);

/// <summary>The time of acting is missing, or lies further in the future than clocks differ.</summary>
public sealed record ActedAtUnfit() : Refusal(RefusalKind.Invalid);
