using HieuHoc.Platform;

namespace HieuHoc.Agencies;

/// <summary>A list of agencies was taken in.</summary>
/// <param name="First">The number of the first agency; the others have those that follow.</param>
public sealed record AgenciesImported(string Record, int Count, int First) : Change(Record);

/// <summary>An agency that had been listed came in a pack too, and goes on as the pack says it.</summary>
/// <param name="Was">The code that it had.</param>
public sealed record AgencyCameInPack(string Record, string Was, string Code) : Change(Record);
