using System.IO.Compression;
using System.Xml;
using System.Xml.Linq;

namespace HieuHoc.Papers.Excel;

/// <summary>Where the parts of an Excel file (.xlsx) lie in its package.</summary>
internal sealed class SheetParts(ZipArchive package)
{
    private const string Book = "xl/workbook.xml";

    /// <summary>The look of cells; null in a file that has none of its own.</summary>
    public ZipArchiveEntry? Styles => Of("xl/styles.xml");

    /// <summary>How every part is read: no document type, nothing fetched.</summary>
    public static XmlReaderSettings Reading { get; } = new() { DtdProcessing = DtdProcessing.Prohibit, XmlResolver = null, CloseInput = true };

    /// <summary>The part of a sheet, the first if none is named.</summary>
    /// <exception cref="NotAWorkbookException">There is none.</exception>
    public ZipArchiveEntry Sheet(string? name)
    {
        var book = Load(Book);
        var wanted = name is null ? null : PaperText.Clean(name).Trim();
        var sheet = book.Descendants().Where(element => element.Name.LocalName == "sheet").FirstOrDefault(element =>
            wanted is null || string.Equals(PaperText.Clean(element.Attribute("name")?.Value ?? "").Trim(), wanted, StringComparison.OrdinalIgnoreCase));
        var relation = sheet?.Attributes().FirstOrDefault(attribute => attribute.Name.LocalName == "id" && attribute.Name.NamespaceName.Length > 0)?.Value;
        var target = Load("xl/_rels/workbook.xml.rels").Descendants()
            .FirstOrDefault(element => relation is not null && element.Attribute("Id")?.Value == relation)?.Attribute("Target")?.Value;

        return target is null ? throw new NotAWorkbookException(WorkbookFault.SheetMissing) : Needed(target.StartsWith('/') ? target[1..] : $"xl/{target}");
    }

    /// <summary>A part of a few pages as a tree.</summary>
    public static XDocument Load(ZipArchiveEntry entry)
    {
        using var reader = XmlReader.Create(entry.Open(), Reading);

        return XDocument.Load(reader);
    }

    private XDocument Load(string path) => Load(Needed(path));

    private ZipArchiveEntry Needed(string path) => Of(path) ?? throw new NotAWorkbookException(WorkbookFault.Unreadable);

    private ZipArchiveEntry? Of(string path) =>
        package.Entries.FirstOrDefault(entry => string.Equals(entry.FullName, path, StringComparison.OrdinalIgnoreCase));
}
