using HieuHoc.PlanReading.Text;

namespace HieuHoc.PlanReading.Outline;

/// <summary>Fourth stage: hangs each paragraph where its number says.</summary>
internal static class OutlineReader
{
    private const int LongestBareHeading = 160;

    private const int MostWordsOverBullets = 15;

    public static OutlineNode Read(IEnumerable<MappedText> paragraphs, IReadOnlyDictionary<int, int> headings)
    {
        var root = new OutlineNode(null, MappedText.Empty, null);
        Hang(paragraphs, headings, root);

        return root;
    }

    /// <summary>Hangs them under an item that is there already.</summary>
    public static void Hang(IEnumerable<MappedText> paragraphs, IReadOnlyDictionary<int, int> headings, OutlineNode top)
    {
        var open = top;
        var all = paragraphs.Select(Paragraph.Of).ToList();

        foreach (var (i, paragraph) in all.Index())
        {
            if (MarkerOf(paragraph, i + 1 < all.Count ? all[i + 1] : null, headings) is not { } marker)
            {
                Numbered(open).Add(paragraph.Text);
                continue;
            }

            var under = open;

            while (under != top && under.Marker is { } above && above.Kind >= marker.Kind)
            {
                under = under.Parent!; // below the top
            }

            var (heading, behind) = marker.IsBullet ? (paragraph.Text, MappedText.Empty) : HeadingReader.Part(paragraph.Text, under.Section);
            open = under.AddChild(marker, heading);

            if (!behind.IsEmpty)
            {
                open.Add(behind);
            }
        }
    }

    private static bool IsOverBullets(string text) => SectionReader.IsTitle(text) && text.AsSpan().Count(' ') < MostWordsOverBullets;

    /// <summary>A paragraph without a bullet belongs to the numbered item, not to the last of its bullets.</summary>
    private static OutlineNode Numbered(OutlineNode node)
    {
        while (node.IsBullet)
        {
            node = node.Parent!; // a bullet is never the root
        }

        return node;
    }

    /// <summary>Its own marker, or that of a heading that nobody numbered: by its style, in capitals, or a few words over bullets.</summary>
    private static Marker? MarkerOf(Paragraph paragraph, Paragraph? next, IReadOnlyDictionary<int, int> headings)
    {
        if (paragraph.Marker is { } marker)
        {
            return marker;
        }

        if (headings.TryGetValue(paragraph.Text.Span.Start, out var rank))
        {
            return new Marker(rank switch { 1 => MarkerKind.Roman, 2 => MarkerKind.Arabic, _ => MarkerKind.Letter }, "", 0);
        }

        var text = paragraph.Text.Text;
        var (title, _) = HeadingReader.Part(paragraph.Text, SectionKind.Other);
        var isHeading = title.Length <= LongestBareHeading && Fold.IsCapitals(title.Text) && SectionReader.Of(title, SectionKind.Other) is not SectionKind.Other;

        if (isHeading)
        {
            return new Marker(MarkerKind.Roman, "", 0);
        }

        return next?.Marker is { IsBullet: true } && IsOverBullets(text) ? new Marker(MarkerKind.Parenthesis, "", 0) : null;
    }
}
