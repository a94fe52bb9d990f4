namespace HieuHoc.Platform.Packs;

/// <summary>A pack does not read or does not hold together; and no other was loaded either.</summary>
public sealed record PackFaulty(string Pack, IReadOnlyList<FileMistake> Mistakes) : FileFaulty(Mistakes);

/// <summary>A version that is loaded already has another text now: the change must come as a new version.</summary>
public sealed record PackVersionChanged(string Pack) : Refusal(RefusalKind.Conflict);

/// <summary>There is no folder of packs where one was named.</summary>
public sealed record PackFolderMissing(string Folder) : Refusal(RefusalKind.NotFound);

/// <summary>What was handed over is no JSON text with an id and a version that can name a file.</summary>
public sealed record PackNameless() : Refusal(RefusalKind.Invalid);

/// <summary>No version of a pack is loaded under this name.</summary>
public sealed record PackNotFound() : Refusal(RefusalKind.NotFound);
