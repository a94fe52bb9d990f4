using HieuHoc.Platform;

namespace HieuHoc.Web.Hosting;

/// <summary>Another server works on the same SQLite file; two would not see each other's locks and jobs.</summary>
public sealed record ServerAlreadyRunning(string Folder) : Refusal(RefusalKind.Conflict);

/// <summary>The database does not answer.</summary>
public sealed record DatabaseUnreachable(string Reason) : Refusal(RefusalKind.Conflict);

/// <summary>The schema of the database is not this product's.</summary>
public sealed record DatabaseOfOtherVersion(string Reason) : Refusal(RefusalKind.Conflict);

/// <summary>The data folder cannot be made or written.</summary>
public sealed record DataFolderUnusable(string Folder, string Reason) : Refusal(RefusalKind.Conflict);
