using HieuHoc.PlanReading.Text;

namespace HieuHoc.PlanReading.Frame;

/// <summary>The parts of an official document, as lines: what stands over the type, the abstract, what it says, who gets and signs it.</summary>
/// <param name="Site">What a web site says of the document above it.</param>
/// <param name="Head">Agency, number, place and date.</param>
/// <param name="Type">The word over the abstract as the list of types names it (plan, decision …); null where there is none.</param>
/// <param name="Tail">Recipients and signature.</param>
/// <param name="Annex">What follows the signature.</param>
internal sealed record DocumentParts(
    IReadOnlyList<Line> Site,
    IReadOnlyList<Line> Head,
    string? Type,
    IReadOnlyList<Line> Title,
    IReadOnlyList<Line> Body,
    IReadOnlyList<Line> Tail,
    IReadOnlyList<Line> Annex,
    bool IsTruncated);
