using HieuHoc.Platform;

namespace HieuHoc.Web.Api;

/// <summary>A program shows a token at every request.</summary>
public sealed record TokenMissing() : Refusal(RefusalKind.Forbidden);

/// <summary>The token was taken back, has expired or never was; or its person holds no role today.</summary>
public sealed record TokenNotValid() : Refusal(RefusalKind.Forbidden);

/// <summary>The session has ended: the PIN is asked again.</summary>
public sealed record SessionMissing() : Refusal(RefusalKind.Forbidden);

/// <summary>The token is not for this.</summary>
public sealed record ScopeMissing(string Scope) : Refusal(RefusalKind.Forbidden);

/// <summary>The person's role does not open this address.</summary>
public sealed record RoleMayNot() : Refusal(RefusalKind.Forbidden);

/// <summary>There is no such address.</summary>
public sealed record ApiAddressNotFound() : Refusal(RefusalKind.NotFound);

/// <summary>A part of the request cannot be read as the description of the API says.</summary>
public sealed record RequestUnreadable() : Refusal(RefusalKind.Invalid);

/// <summary>A change names the version that it started from.</summary>
public sealed record VersionNotNamed() : Refusal(RefusalKind.Invalid);

/// <summary>Something broke that nobody foresaw; the log has it under the id.</summary>
public sealed record ServerBroke(string ErrorId) : Refusal(RefusalKind.Conflict);

/// <summary>The disk of the server is full; nothing was saved.</summary>
public sealed record NoRoomOnDisk() : Refusal(RefusalKind.Conflict);
