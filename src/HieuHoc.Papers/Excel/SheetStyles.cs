using DocumentFormat.OpenXml;
using S = DocumentFormat.OpenXml.Spreadsheet;

namespace HieuHoc.Papers.Excel;

/// <summary>The looks of cells, numbered as Excel refers to them.</summary>
internal sealed class SheetStyles
{
    public const uint Title = 1;

    public const uint Subtitle = 2;

    public const uint Watermark = 3;

    public const uint Heading = 4;

    private const uint FirstFree = 5;

    // Numbers below 164 are Excel's own formats.
    private const uint FirstOwnFormat = 164;

    private const string Font = "Times New Roman";

    // A yellow so light that it prints white.
    private const string ForTyping = "FFFFF8DC";

    // Each format looks three ways: in the body, in the bold total row, and where people type.
    private const uint Ways = 3;

    private readonly List<string> _formats;

    public SheetStyles(IReadOnlyList<Sheet> sheets) =>
        _formats =
        [
            SheetFormat.General,
            SheetFormat.Text.Code,
            SheetFormat.Date.Code,
            .. sheets.SelectMany(sheet => sheet.Columns.Select(column => column.Format).Concat(sheet.CellFormats)).Select(format => format.Code)
                .Except([SheetFormat.General, SheetFormat.Text.Code, SheetFormat.Date.Code]),
        ];

    public S.Stylesheet Sheet => new(
        new S.NumberingFormats(_formats.Select((code, i) => new S.NumberingFormat { NumberFormatId = FirstOwnFormat + (uint)i, FormatCode = code })),
        new S.Fonts(Letters(12), Letters(12, bold: true), Letters(14, bold: true), Letters(12, italic: true)),
        new S.Fills(Fill(S.PatternValues.None), Fill(S.PatternValues.Gray125), Fill(S.PatternValues.Solid, ForTyping)),
        new S.Borders(new S.Border(), Thin()),
        new S.CellStyleFormats(new S.CellFormat()),
        new S.CellFormats((IEnumerable<OpenXmlElement>)[.. FixedLooks(), .. _formats.SelectMany((code, i) => Looks(code, (uint)i))]),
        new S.CellStyles(new S.CellStyle { Name = "Normal", FormatId = 0, BuiltinId = 0 }));

    /// <summary>The look of a cell with this format in the body or in the bold total row.</summary>
    public uint Of(string format, bool isTotal) => First(format) + (isTotal ? 1u : 0u);

    /// <summary>The look of a cell with this format in which people type.</summary>
    public uint OfInput(string format) => First(format) + 2;

    private uint First(string format) => FirstFree + ((uint)_formats.IndexOf(format) * Ways);

    private static IEnumerable<S.CellFormat> FixedLooks() =>
    [
        Look(0, 0, 0),
        Look(0, 2, 0, S.HorizontalAlignmentValues.Center),
        Look(0, 0, 0, S.HorizontalAlignmentValues.Center),
        Look(0, 3, 0, S.HorizontalAlignmentValues.Center),
        Look(0, 1, 1, S.HorizontalAlignmentValues.Center),
    ];

    private static IEnumerable<S.CellFormat> Looks(string code, uint index)
    {
        var alignment = code == SheetFormat.Text.Code ? S.HorizontalAlignmentValues.Left
            : code == SheetFormat.Date.Code ? S.HorizontalAlignmentValues.Center
            : S.HorizontalAlignmentValues.Right;

        var typed = Look(FirstOwnFormat + index, 0, 1, alignment);
        (typed.FillId, typed.ApplyFill, typed.ApplyProtection, typed.Protection) = (2, true, true, new S.Protection { Locked = false });

        return [Look(FirstOwnFormat + index, 0, 1, alignment), Look(FirstOwnFormat + index, 1, 1, alignment), typed];
    }

    private static S.CellFormat Look(uint format, uint font, uint border, S.HorizontalAlignmentValues? alignment = null)
    {
        var look = new S.CellFormat
        {
            NumberFormatId = format,
            FontId = font,
            FillId = 0,
            BorderId = border,
            FormatId = 0,
            ApplyNumberFormat = true,
            ApplyFont = true,
            ApplyBorder = true,
        };

        if (alignment is { } horizontal)
        {
            look.ApplyAlignment = true;
            look.Alignment = new S.Alignment { Horizontal = horizontal, Vertical = S.VerticalAlignmentValues.Center, WrapText = true };

            // A name would otherwise touch the number that ends in the cell before it.
            if (horizontal == S.HorizontalAlignmentValues.Left)
            {
                look.Alignment.Indent = 1;
            }
        }

        return look;
    }

    private static S.Font Letters(double size, bool bold = false, bool italic = false)
    {
        var font = new S.Font();

        if (bold)
        {
            font.Append(new S.Bold());
        }

        if (italic)
        {
            font.Append(new S.Italic());
        }

        font.Append(new S.FontSize { Val = size }, new S.FontName { Val = Font }, new S.FontFamilyNumbering { Val = 1 });

        return font;
    }

    private static S.Fill Fill(S.PatternValues pattern, string? colour = null) => new(new S.PatternFill
    {
        PatternType = pattern,
        ForegroundColor = colour is null ? null : new S.ForegroundColor { Rgb = colour },
    });

    private static S.Border Thin() => new(
        new S.LeftBorder { Style = S.BorderStyleValues.Thin },
        new S.RightBorder { Style = S.BorderStyleValues.Thin },
        new S.TopBorder { Style = S.BorderStyleValues.Thin },
        new S.BottomBorder { Style = S.BorderStyleValues.Thin },
        new S.DiagonalBorder());
}
