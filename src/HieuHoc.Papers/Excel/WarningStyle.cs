using System.Globalization;
using System.IO.Compression;
using System.Xml.Linq;

namespace HieuHoc.Papers.Excel;

/// <summary>The looks of somebody's own workbook with one more: red words that wrap.</summary>
internal sealed class WarningStyle
{
    private const string Red = "FFB00020";

    private readonly XDocument styles;

    private WarningStyle(ZipArchiveEntry entry, XDocument styles, int look) => (Entry, this.styles, Look) = (entry, styles, look);

    public ZipArchiveEntry Entry { get; }

    /// <summary>The number of the look.</summary>
    public int Look { get; }

    /// <summary>Null where the file's looks are not such as Excel writes.</summary>
    public static WarningStyle? In(ZipArchiveEntry entry)
    {
        var styles = SheetParts.Load(entry);
        var space = styles.Root!.Name.Namespace;

        if (styles.Root.Element(space + "fonts") is not { } fonts || styles.Root.Element(space + "cellXfs") is not { } looks)
        {
            return null;
        }

        var font = Add(fonts, new XElement(space + "font", new XElement(space + "sz", new XAttribute("val", 11)), new XElement(space + "color", new XAttribute("rgb", Red))));
        var look = Add(looks, new XElement(
            space + "xf",
            new XAttribute("numFmtId", 0),
            new XAttribute("fontId", font),
            new XAttribute("fillId", 0),
            new XAttribute("borderId", 0),
            new XAttribute("applyFont", 1),
            new XAttribute("applyAlignment", 1),
            new XElement(space + "alignment", new XAttribute("vertical", "top"), new XAttribute("wrapText", 1))));

        return new WarningStyle(entry, styles, look);
    }

    public void Save(Stream to) => styles.Save(to, SaveOptions.DisableFormatting);

    /// <summary>Adds to a counted list; the number of what was added, from 0.</summary>
    private static int Add(XElement list, XElement item)
    {
        var number = list.Elements().Count();
        list.Add(item);
        list.SetAttributeValue("count", (number + 1).ToString(CultureInfo.InvariantCulture));

        return number;
    }
}
