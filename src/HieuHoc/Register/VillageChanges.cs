using HieuHoc.Platform;

namespace HieuHoc.Register;

/// <summary>A village was entered.</summary>
public sealed record VillageEntered(string Record, int CommuneId, DateOnly From) : Change(Record);

/// <summary>A village goes on under another name or as another kind.</summary>
public sealed record VillageRenamed(string Record, DateOnly From) : Change(Record);

/// <summary>A village ended; these took over.</summary>
public sealed record VillageRearranged(string Record, IReadOnlyList<int> Successors, DateOnly EffectiveOn) : Change(Record);

/// <summary>A list of villages was taken in, in these communes.</summary>
/// <param name="First">The number of the first village; the others have those that follow.</param>
public sealed record VillagesImported(string Record, int Count, int First, IReadOnlyList<int> Communes) : Change(Record);
