namespace HieuHoc.Papers;

/// <summary>One piece of a paper's content.</summary>
public abstract record Block
{
    private protected Block()
    {
    }
}

/// <summary>A heading that carries its own number: level 1 "I. …", level 2 "1. …", level 3 "a) …".</summary>
public sealed record Heading(int Level, string Text) : Block;

/// <summary>A paragraph of running text.</summary>
public sealed record Paragraph(string Text) : Block;

/// <summary>An item with a dash before it.</summary>
public sealed record Bullet(string Text) : Block;

/// <summary>A table with its caption above on the left and its unit of measure on the right.</summary>
public sealed record TableBlock(PaperTable Table, string? Caption = null, string? Unit = null) : Block;

/// <summary>A remark in small italics, such as the source of a table.</summary>
public sealed record Note(string Text) : Block;
