using System.Text.Json;
using HieuHoc.Platform;

namespace HieuHoc.Programmes.Plans;

/// <summary>What a plan says once a person has confirmed it, in the shape in which packs say it.</summary>
public sealed record PlanContent(
    PlanHead Document,
    IReadOnlyList<PlanBasis> LegalBases,
    IReadOnlyList<PlanTarget> Targets,
    IReadOnlyList<PlannedTask> Tasks,
    IReadOnlyList<PlanAssignment> Assignments,
    IReadOnlyList<PlanMoney> Money,
    IReadOnlyList<PlanReport> Reporting,
    IReadOnlyList<string> Recipients)
{
    /// <summary>As it is stored.</summary>
    public static PlanContent Parse(string stored) => JsonSerializer.Deserialize<PlanContent>(stored, Json.Compact)!; // we wrote it

    /// <inheritdoc cref="Parse"/>
    public string ToJson() => JsonSerializer.Serialize(this, Json.Compact);

    /// <summary>All that was kept of a draft.</summary>
    public static PlanContent Of(PlanDraft draft)
    {
        var kept = draft.Items.Where(item => item.IsKept).Select(item => item.Now).ToList();

        return new PlanContent(
            kept.OfType<PlanHead>().Single(), // it is never dropped
            // Who issued them is in the register of documents.
            [.. kept.OfType<PlanBasis>().Select(basis => basis with { Issuer = null })],
            [.. kept.OfType<PlanTarget>()],
            [.. kept.OfType<PlannedTask>()],
            [.. kept.OfType<PlanAssignment>()],
            [.. kept.OfType<PlanMoney>()],
            [.. kept.OfType<PlanReport>()],
            [.. kept.OfType<PlanRecipient>().Select(recipient => recipient.Name)]);
    }
}
