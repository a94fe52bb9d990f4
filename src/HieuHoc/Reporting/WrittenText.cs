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

    /// <summary>The text of paragraphs and items.</summary>
    public static string Of(IEnumerable<Block> blocks) =>
        string.Join('\n', blocks.Select(block => block switch
        {
            Paragraph paragraph => paragraph.Text,
            Bullet bullet => Dash + bullet.Text,
            _ => throw new ArgumentException("Only sentences are written as text.", nameof(blocks)),
        }));
}
