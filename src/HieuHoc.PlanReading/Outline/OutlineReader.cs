using HieuHoc.PlanReading.Text;

namespace HieuHoc.PlanReading.Outline;

/// <summary>Fourth stage: hangs each paragraph where its number says.</summary>
internal static class OutlineReader
{
    private const int LongestBareHeading = 160;

    public static OutlineNode Read(IEnumerable<MappedText> paragraphs)
    {
        var root = new OutlineNode(null, MappedText.Empty, null);
        var open = root;

        foreach (var paragraph in paragraphs.Select(Paragraph.Of))
        {
            if (MarkerOf(paragraph) is not { } marker)
            {
                Numbered(open).Add(paragraph.Text);
                continue;
            }

            var under = open;

            while (under.Marker is { } above && above.Kind >= marker.Kind)
            {
                under = under.Parent!; // only the root, which has no marker, has no parent
            }

            open = under.AddChild(marker, paragraph.Text);
        }

        return root;
    }

    /// <summary>A paragraph without a bullet belongs to the numbered item, not to the last of its bullets.</summary>
    private static OutlineNode Numbered(OutlineNode node)
    {
        while (node.IsBullet)
        {
            node = node.Parent!; // a bullet is never the root
        }

        return node;
    }

    /// <summary>Its own marker, or that of a heading in capitals that nobody numbered.</summary>
    private static Marker? MarkerOf(Paragraph paragraph)
    {
        if (paragraph.Marker is { } marker)
        {
            return marker;
        }

        var text = paragraph.Text.Text;
        var isHeading = text.Length <= LongestBareHeading && Fold.IsCapitals(text) && SectionReader.Of(paragraph.Text, SectionKind.Other) is not SectionKind.Other;

        return isHeading ? new Marker(MarkerKind.Roman, "", 0) : null;
    }
}
