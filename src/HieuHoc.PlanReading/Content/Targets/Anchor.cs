namespace HieuHoc.PlanReading.Content.Targets;

/// <summary>A value in a sentence around which a claim stands: 60%, 02 đơn vị.</summary>
/// <param name="At">The first token of the value.</param>
/// <param name="Number">The number that counts; of "từ 95% lên 98%" the second.</param>
/// <param name="End">The first token after it; of a count the unit, which belongs to who is counted.</param>
/// <param name="Growth">Where "tăng" stands before it: it says by how much, not how much; null for what is to be reached.</param>
/// <param name="IsRange">Only the lower value of a range was taken.</param>
internal sealed record Anchor(TargetKind Kind, decimal Value, int At, int Number, int End, int? Growth = null, bool IsRange = false);
