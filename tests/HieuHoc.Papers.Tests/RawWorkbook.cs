using System.IO.Compression;
using System.Text;

namespace HieuHoc.Papers.Tests;

/// <summary>Workbooks around hand-written rows.</summary>
internal static class RawWorkbook
{
    private const string Spreadsheet = "http://schemas.openxmlformats.org/spreadsheetml/2006/main";

    /// <summary>The smallest workbook around hand-written rows.</summary>
    /// <param name="before">What stands before the rows.</param>
    /// <param name="head">What stands before the sheet's root.</param>
    /// <param name="part">The path of one more part, which is empty.</param>
    public static MemoryStream Of(string rows, string before = "", string head = "", string? part = null)
    {
        const string package = "http://schemas.openxmlformats.org/package/2006";
        const string office = "http://schemas.openxmlformats.org/officeDocument/2006/relationships";
        const string type = "application/vnd.openxmlformats-officedocument.spreadsheetml";
        var stream = new MemoryStream();

        using (var zip = new ZipArchive(stream, ZipArchiveMode.Create, leaveOpen: true))
        {
            Add("[Content_Types].xml", $"<Types xmlns=\"{package}/content-types\"><Default Extension=\"rels\" ContentType=\"application/vnd.openxmlformats-package.relationships+xml\"/><Override PartName=\"/xl/workbook.xml\" ContentType=\"{type}.sheet.main+xml\"/><Override PartName=\"/xl/sheet1.xml\" ContentType=\"{type}.worksheet+xml\"/></Types>");
            Add("_rels/.rels", $"<Relationships xmlns=\"{package}/relationships\"><Relationship Id=\"a\" Type=\"{office}/officeDocument\" Target=\"xl/workbook.xml\"/></Relationships>");
            Add("xl/workbook.xml", $"<workbook xmlns=\"{Spreadsheet}\" xmlns:r=\"{office}\"><sheets><sheet name=\"Bảng\" sheetId=\"1\" r:id=\"b\"/></sheets></workbook>");
            Add("xl/_rels/workbook.xml.rels", $"<Relationships xmlns=\"{package}/relationships\"><Relationship Id=\"b\" Type=\"{office}/worksheet\" Target=\"sheet1.xml\"/></Relationships>");
            Add("xl/sheet1.xml", $"{head}<worksheet xmlns=\"{Spreadsheet}\">{before}<sheetData>{rows}</sheetData></worksheet>");

            if (part is not null)
            {
                Add(part, "");
            }

            void Add(string path, string content)
            {
                using var entry = zip.CreateEntry(path).Open();
                entry.Write(Encoding.UTF8.GetBytes(content));
            }
        }

        stream.Position = 0;

        return stream;
    }
}
