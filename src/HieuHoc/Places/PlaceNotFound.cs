using HieuHoc.Platform;

namespace HieuHoc.Places;

/// <summary>No place holds this code, or it lies outside the part of the hierarchy that the actor answers for.</summary>
public sealed record PlaceNotFound() : Refusal(RefusalKind.NotFound);
