using System.IO.Compression;
using System.Xml;

namespace HieuHoc.Papers.Excel;

/// <summary>Finds the formulas and errors of a sheet by reading through it once.</summary>
internal static class SpecialCells
{
    public static IEnumerable<SpecialCell> Of(Stream from, string? sheet)
    {
        using var package = new ZipArchive(from, ZipArchiveMode.Read, leaveOpen: true);
        using var reader = XmlReader.Create(new SheetParts(package).Sheet(sheet).Open(), SheetParts.Reading);
        var at = new SheetPosition();

        while (reader.Read())
        {
            if (reader.NodeType is not XmlNodeType.Element)
            {
                continue;
            }

            if (reader.LocalName == "row")
            {
                at.OnRow(reader);
            }
            else if (reader.LocalName == "c")
            {
                at.OnCell(reader);

                if (KindOf(reader) is { } kind)
                {
                    yield return new SpecialCell(at.Row, at.Column, kind);
                }
            }
        }
    }

    private static CellKind? KindOf(XmlReader reader)
    {
        if (reader.IsEmptyElement)
        {
            return null;
        }

        var (isError, hasFormula, hasValue) = (reader.GetAttribute("t") == "e", false, false);
        var depth = reader.Depth;

        while (reader.Read() && reader.Depth > depth)
        {
            hasFormula |= reader is { NodeType: XmlNodeType.Element, LocalName: "f" };
            hasValue |= reader is { NodeType: XmlNodeType.Element, LocalName: "v" };
        }

        return isError ? CellKind.Error : !hasFormula ? null : hasValue ? CellKind.Formula : CellKind.Uncalculated;
    }
}
