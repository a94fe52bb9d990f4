namespace HieuHoc.PlanReading.Content.Targets;

/// <summary>A value in a sentence around which a claim stands: 60%, 02 đơn vị.</summary>
/// <param name="At">The first token of the value.</param>
/// <param name="End">The first token after it; of a count the unit, which belongs to who is counted.</param>
/// <param name="IsRange">Only the lower value of a range was taken.</param>
internal sealed record Anchor(TargetKind Kind, decimal Value, int At, int End, bool IsRange = false);
