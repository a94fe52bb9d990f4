namespace HieuHoc.Platform;

/// <summary>A setting of the database lets an acknowledged record be lost when the power fails; the server does not serve.</summary>
public sealed record DatabaseNotDurable(string Setting, string Value, string Wanted) : Refusal(RefusalKind.Conflict);
