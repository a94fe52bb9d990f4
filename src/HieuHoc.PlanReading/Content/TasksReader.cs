using HieuHoc.PlanReading.Outline;
using HieuHoc.PlanReading.Text;
using HieuHoc.PlanReading.Words;

namespace HieuHoc.PlanReading.Content;

/// <summary>
/// The items of the sections of tasks and solutions; of a plan that has none, those of its content. A title stands for what is under it,
/// a sentence for itself: "Tập trung các nội dung sau:" is replaced by its bullets, a numbered duty is not, and carries what explains it.
/// </summary>
internal static class TasksReader
{
    /// <summary>What is longer says something of its own, and its bullets only explain it.</summary>
    private const int LongestIntroduction = 100;

    private static readonly PhraseSet Introductions = WordLists.Set("introductions");

    public static IReadOnlyList<PlanTask> Read(OutlineNode root)
    {
        var sections = Sections(root, SectionKind.Tasks);

        if (sections.Count == 0)
        {
            sections = Sections(root, SectionKind.Content);
        }

        return [.. sections.SelectMany(Under)];
    }

    private static IReadOnlyList<OutlineNode> Sections(OutlineNode root, SectionKind kind) =>
        [.. root.Everything.Where(node => node.Section == kind && node.Parent?.Section != kind)];

    private static IEnumerable<PlanTask> Under(OutlineNode section)
    {
        // The money of a section of tasks is one of its duties; its targets and criteria are not.
        foreach (var child in section.Children.Where(child => child.Section is SectionKind.Tasks or SectionKind.Content or SectionKind.Money))
        {
            foreach (var task in Of(child))
            {
                yield return task;
            }
        }

        foreach (var text in section.Children.Count == 0 ? section.Body : [])
        {
            yield return new(section.Clause, text.Text, text.Span);
        }
    }

    private static IEnumerable<PlanTask> Of(OutlineNode node)
    {
        var numbered = node.Children.Any(child => !child.IsBullet);

        if (numbered || (node.Children.Count > 0 && Introduces(node)))
        {
            return Under(node);
        }

        return SectionReader.IsTitle(node.Heading.Text) && node.Heading.Text[^1] is not ':' && node.Body.Count > 0 && node.Children.Count == 0
            ? node.Body.Select(text => new PlanTask(node.Clause, text.Text, text.Span))
            : [Whole(node)];
    }

    /// <summary>The duty with its further paragraphs and the bullets under it, a line for each, in the order of the document.</summary>
    private static PlanTask Whole(OutlineNode node)
    {
        var lines = node.Everything
            .SelectMany(item => item.Texts.Select(text => (text.Span, Text: item != node && ReferenceEquals(text, item.Heading) ? Sign(item) + text.Text : text.Text)))
            .OrderBy(line => line.Span.Start);

        return new(node.Clause, string.Join('\n', lines.Select(line => line.Text)), node.Span);
    }

    private static string Sign(OutlineNode bullet) => bullet.Marker is { Kind: MarkerKind.Plus } ? "+ " : "- ";

    private static bool Introduces(OutlineNode node)
    {
        var text = node.Heading.Text;

        if (text[^1] is not ':')
        {
            return text[^1] is not ('.' or ';');
        }

        var tokens = Tokens.Of(node.Heading);

        return text.Length <= LongestIntroduction || Introductions.LengthBefore(tokens, tokens.Count - 1) > 0;
    }
}
