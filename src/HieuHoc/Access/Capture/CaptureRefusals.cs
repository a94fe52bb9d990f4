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

/// <summary>What a device would sign its files with is no key on the curve P-256.</summary>
public sealed record SigningKeyUnfit() : Refusal(RefusalKind.Invalid);

/// <summary>The file is larger than what villages carry can be.</summary>
public sealed record RelayedFileTooLarge(int Megabytes) : Refusal(RefusalKind.Invalid);

/// <summary>The file opens, but what lies in it is not what devices save.</summary>
public sealed record RelayedFileUnreadable() : Refusal(RefusalKind.Invalid);

/// <summary>No village of the actor's part has the device that the file names, or nobody there holds its post any more.</summary>
public sealed record RelayedDeviceUnknown() : Refusal(RefusalKind.Forbidden);

/// <summary>The device that saved the file was ended since.</summary>
public sealed record RelayedDeviceRevoked() : Refusal(RefusalKind.Conflict);

/// <summary>The device that the file names did not sign it.</summary>
public sealed record RelayedSignatureWrong() : Refusal(RefusalKind.Invalid);

/// <summary>Something that was done before to the same record was not taken; what followed rests on it.</summary>
public sealed record EarlierActRefused() : Refusal(RefusalKind.Conflict);
