using HieuHoc.Papers;

namespace HieuHoc.Reporting;

/// <summary>How a section's sentences stand in a text field: a line is a paragraph, and one that begins with a dash an item.</summary>
public static class WrittenText
{
    private const string Dash = "- ";

    /// <summary>The paragraphs and items of a text; blank lines are none.</summary>
    public static IReadOnlyList<Block> Blocks(string text) =>
    [
        .. text.Split('\n', StringSplitOptions.TrimEntries | StringSplitOptions.RemoveEmptyEntries)
            .Select(line => line.StartsWith(Dash, StringComparison.Ordinal) ? (Block)new Bullet(line[Dash.Length..]) : new Paragraph(line)),
    ];
}
