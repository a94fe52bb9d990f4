using System.Globalization;
using System.IO.Compression;
using System.Text;
using System.Xml;

namespace HieuHoc.Papers.Excel;

/// <summary>Copies the part of a sheet from top to bottom and puts one more cell into the rows that have words.</summary>
internal sealed class ColumnAdder(AddedColumn column, int? look)
{
    private const int Width = 60;

    private readonly SheetPosition at = new();

    private bool isWidthWritten;

    private bool isCellWritten;

    public void Copy(ZipArchiveEntry sheet, Stream to)
    {
        using var reader = XmlReader.Create(sheet.Open(), SheetParts.Reading);
        using var writer = XmlWriter.Create(to, new XmlWriterSettings { Encoding = new UTF8Encoding(false), CloseOutput = false });
        reader.MoveToContent();
        writer.WriteStartDocument(standalone: true);

        while (!reader.EOF)
        {
            if (!Take(reader, writer))
            {
                reader.Read();
            }
        }
    }

    /// <summary>Copies what the reader stands on; true when it stands on the next already.</summary>
    private bool Take(XmlReader reader, XmlWriter writer)
    {
        switch (reader.NodeType)
        {
            case XmlNodeType.Element:
                return Begin(reader, writer);

            case XmlNodeType.EndElement:
                End(reader.LocalName, reader.NamespaceURI, writer);

                return false;

            default:
                // Words and white space; comments and instructions mean nothing here.
                if (reader.HasValue && reader.NodeType is XmlNodeType.Text or XmlNodeType.CDATA or XmlNodeType.SignificantWhitespace)
                {
                    writer.WriteString(reader.Value);
                }

                return false;
        }
    }

    private bool Begin(XmlReader reader, XmlWriter writer)
    {
        var (name, space) = (reader.LocalName, reader.NamespaceURI);

        if (name == "sheetData" && !isWidthWritten)
        {
            writer.WriteStartElement("cols", space);
            WriteWidth(writer, space);
            writer.WriteEndElement();
        }

        if (name == "row")
        {
            at.OnRow(reader);
            isCellWritten = false;
        }

        if (name == "c")
        {
            at.OnCell(reader);
            WriteCellBefore(writer, space);
        }

        // What stood in the column before was said of another version of the file.
        if (name == "dimension" || (name == "c" && at.Column == column.Column) || (name == "col" && First(reader) >= column.Column))
        {
            reader.Skip();

            return true;
        }

        CopyStart(reader, writer);

        if (reader.IsEmptyElement)
        {
            End(name, space, writer);
        }

        return false;
    }

    private void CopyStart(XmlReader reader, XmlWriter writer)
    {
        var isRow = reader.LocalName == "row";
        var isWide = reader.LocalName == "col" && Last(reader) >= column.Column;
        writer.WriteStartElement(reader.Prefix, reader.LocalName, reader.NamespaceURI);

        while (reader.MoveToNextAttribute())
        {
            // What a row spans was counted without this column.
            if (isRow && reader.LocalName == "spans")
            {
                continue;
            }

            writer.WriteAttributeString(
                reader.Prefix, reader.LocalName, reader.NamespaceURI, isWide && reader.LocalName == "max" ? Text(column.Column) : reader.Value);
        }

        reader.MoveToElement();
    }

    private void End(string name, string space, XmlWriter writer)
    {
        if (name == "row" && !isCellWritten)
        {
            WriteCell(writer, space);
        }

        if (name == "cols")
        {
            WriteWidth(writer, space);
        }

        writer.WriteFullEndElement();
    }

    private void WriteCellBefore(XmlWriter writer, string space)
    {
        if (!isCellWritten && at.Column > column.Column)
        {
            WriteCell(writer, space);
        }
    }

    private void WriteCell(XmlWriter writer, string space)
    {
        isCellWritten = true;

        if ((at.Row == column.HeadingRow ? column.Heading : column.Words.GetValueOrDefault(at.Row)) is not { } words)
        {
            return;
        }

        writer.WriteStartElement("c", space);
        writer.WriteAttributeString("r", CellName.Of(column.Column, at.Row));

        if (look is { } number)
        {
            writer.WriteAttributeString("s", Text(number));
        }

        writer.WriteAttributeString("t", "inlineStr");
        writer.WriteStartElement("is", space);
        writer.WriteElementString("t", space, PaperText.Clean(words));
        writer.WriteEndElement();
        writer.WriteEndElement();
    }

    private void WriteWidth(XmlWriter writer, string space)
    {
        isWidthWritten = true;
        writer.WriteStartElement("col", space);
        writer.WriteAttributeString("min", Text(column.Column + 1));
        writer.WriteAttributeString("max", Text(column.Column + 1));
        writer.WriteAttributeString("width", Text(Width));
        writer.WriteAttributeString("customWidth", "1");
        writer.WriteEndElement();
    }

    /// <summary>The first column to which a width belongs, counted from 0.</summary>
    private static int First(XmlReader reader) => Number(reader.GetAttribute("min")) - 1;

    private static int Last(XmlReader reader) => Number(reader.GetAttribute("max")) - 1;

    private static int Number(string? text) => int.TryParse(text, NumberStyles.None, CultureInfo.InvariantCulture, out var number) ? number : 0;

    private static string Text(int number) => number.ToString(CultureInfo.InvariantCulture);
}
