using System.Globalization;
using System.IO.Packaging;
using DocumentFormat.OpenXml;
using S = DocumentFormat.OpenXml.Spreadsheet;

namespace HieuHoc.Papers.Excel;

/// <summary>Puts the parts of an Excel file into its package, one after the other.</summary>
internal sealed class WorkbookWriter(Package package, Workbook workbook)
{
    private const string Relationships = "http://schemas.openxmlformats.org/officeDocument/2006/relationships";

    private const string ContentTypes = "application/vnd.openxmlformats-officedocument.spreadsheetml";

    public void Write()
    {
        var names = SheetName.All(workbook.Sheets.Select(sheet => sheet.Name));
        var styles = new SheetStyles(workbook.Sheets);
        var sheets = new List<(PackagePart Part, int LastRow)>();

        // Each part is finished before the next one begins: a package that is only written cannot go back.
        foreach (var sheet in workbook.Sheets)
        {
            var part = Part($"/xl/worksheets/sheet{Text(sheets.Count + 1)}.xml", "worksheet");
            sheets.Add((part, Fill(part, writer => new SheetWriter(writer, sheet, styles, isFirst: sheets.Count == 0).Write())));
        }

        var stylePart = Part("/xl/styles.xml", "styles");
        Fill(stylePart, writer => writer.WriteElement(styles.Sheet));

        var book = Part("/xl/workbook.xml", "sheet.main");
        Fill(book, writer => writer.WriteElement(Book(names, [.. sheets.Select(sheet => sheet.LastRow)])));

        package.CreateRelationship(book.Uri, TargetMode.Internal, $"{Relationships}/officeDocument", "rId1");
        book.CreateRelationship(stylePart.Uri, TargetMode.Internal, $"{Relationships}/styles", "rIdStyles");

        foreach (var (i, (part, _)) in sheets.Index())
        {
            book.CreateRelationship(part.Uri, TargetMode.Internal, $"{Relationships}/worksheet", SheetId(i));
        }
    }

    private PackagePart Part(string path, string kind) =>
        package.CreatePart(new Uri(path, UriKind.Relative), $"{ContentTypes}.{kind}+xml", CompressionOption.Fast);

    private static void Fill(PackagePart part, Action<OpenXmlWriter> fill) =>
        Fill(part, writer =>
        {
            fill(writer);

            return 0;
        });

    private static T Fill<T>(PackagePart part, Func<OpenXmlWriter, T> fill)
    {
        using var stream = part.GetStream(FileMode.Create, FileAccess.Write);
        using var writer = OpenXmlWriter.Create(stream);
        writer.WriteStartDocument(standalone: true);

        return fill(writer);
    }

    private S.Workbook Book(IReadOnlyList<string> names, IReadOnlyList<int> lastRows)
    {
        var sheets = names.Select((name, i) => new S.Sheet { Name = name, SheetId = (uint)i + 1, Id = SheetId(i) });
        var ranges = names.SelectMany((name, i) => PrintedRanges(workbook.Sheets[i], name, (uint)i, lastRows[i]));

        return new(new S.BookViews(new S.WorkbookView()), new S.Sheets(sheets), new S.DefinedNames(ranges));
    }

    private static IEnumerable<S.DefinedName> PrintedRanges(Sheet sheet, string name, uint index, int lastRow)
    {
        var quoted = $"'{name.Replace("'", "''", StringComparison.Ordinal)}'";
        var lastColumn = CellName.Column(sheet.Columns.Count - 1);

        yield return new($"{quoted}!$A$1:${lastColumn}${Text(lastRow)}") { Name = "_xlnm.Print_Area", LocalSheetId = index };
        yield return new($"{quoted}!${Text(sheet.FirstHeadingRow)}:${Text(sheet.FirstRow - 1)}") { Name = "_xlnm.Print_Titles", LocalSheetId = index };
    }

    private static string SheetId(int index) => $"rId{Text(index + 1)}";

    private static string Text(int number) => number.ToString(CultureInfo.InvariantCulture);
}
