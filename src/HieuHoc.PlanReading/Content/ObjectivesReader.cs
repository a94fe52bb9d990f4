using HieuHoc.PlanReading.Outline;

namespace HieuHoc.PlanReading.Content;

/// <summary>Purposes, viewpoints, requirements and the general aim, sentence by item.</summary>
internal static class ObjectivesReader
{
    public static IReadOnlyList<Objective> Read(OutlineNode root) =>
    [
        .. from node in root.Everything
           where node.Section is SectionKind.Purpose or SectionKind.Viewpoint or SectionKind.Requirement or SectionKind.GeneralAim
           from text in node.Texts
           where !IsTitleOf(node, text.Text)
           select new Objective(node.Clause, node.Section, text.Text, text.Span),
    ];

    private static bool IsTitleOf(OutlineNode node, string text) =>
        ReferenceEquals(text, node.Heading.Text) && SectionReader.IsTitle(text) && (node.Body.Count > 0 || node.Children.Count > 0);
}
