using HieuHoc.Platform;

namespace HieuHoc.Figures;

/// <summary>No loaded pack has an indicator of this code for the year.</summary>
public sealed record IndicatorNotFound() : Refusal(RefusalKind.NotFound);
