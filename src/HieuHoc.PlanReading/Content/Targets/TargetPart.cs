using HieuHoc.PlanReading.Text;

namespace HieuHoc.PlanReading.Content.Targets;

/// <summary>A part of a sentence about targets, with what the sentence says for all of it.</summary>
/// <param name="Strives">"Phấn đấu" stands before it.</param>
/// <param name="Maintains">"Duy trì" stands before it, and goes for each level that follows.</param>
internal sealed record TargetPart(Tokens Tokens, int From, int To, string? Area, bool Strives, bool Maintains);
