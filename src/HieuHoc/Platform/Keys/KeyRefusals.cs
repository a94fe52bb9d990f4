namespace HieuHoc.Platform.Keys;

/// <summary>This database was written with a key ring that is not there; without it nothing protected can be read.</summary>
public sealed record KeysMissing(string File) : Refusal(RefusalKind.Conflict);

/// <summary>What stands where the key ring should be is none.</summary>
public sealed record KeysUnreadable(string Source) : Refusal(RefusalKind.Invalid);

/// <summary>Others than the installation's user may read the file of the key ring.</summary>
public sealed record KeysOpenToOthers(string File) : Refusal(RefusalKind.Conflict);

/// <summary>The key ring lies in the folder that backups take: who finds a backup would find the keys with it.</summary>
public sealed record KeysInsideData(string File, string Folder) : Refusal(RefusalKind.Conflict);

/// <summary>The key ring stands in the environment, where the program cannot add a key.</summary>
public sealed record KeysNotInFile() : Refusal(RefusalKind.Conflict);

/// <summary>What was given is no text that was sealed for an installation.</summary>
public sealed record SealedUnreadable() : Refusal(RefusalKind.Invalid);

/// <summary>It was sealed for another installation, or under a key that this one has no longer.</summary>
public sealed record SealedForAnother() : Refusal(RefusalKind.Invalid);

/// <summary>It was changed or damaged on its way.</summary>
public sealed record SealedDamaged() : Refusal(RefusalKind.Invalid);

/// <summary>The database was written with a key that this ring does not have, or has otherwise.</summary>
public sealed record KeysDoNotFit(int KeyId) : Refusal(RefusalKind.Conflict);
