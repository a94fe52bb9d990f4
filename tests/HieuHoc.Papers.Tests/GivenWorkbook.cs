namespace HieuHoc.Papers.Tests;

/// <summary>A believable appendix as a workbook.</summary>
internal static class GivenWorkbook
{
    public static Workbook Of(params Sheet[] sheets) => new(sheets);

    public static Sheet Appendix(int rows = 78, string? watermark = Given.Watermark)
    {
        var sheet = new Sheet
        {
            Name = "Phụ lục 1",
            TitleLines = ["PHỤ LỤC 1. KẾT QUẢ CÔNG NHẬN CÁC MÔ HÌNH HỌC TẬP NĂM 2026", "(Số liệu đến ngày 25/11/2026)"],
            Columns =
            [
                new("TT", 6, SheetFormat.Integer),
                new("Xã, phường, đặc khu", 28, SheetFormat.Text),
                new("Tổng số", 12, SheetFormat.Integer) { Group = "Gia đình học tập" },
                new("Được công nhận", 12, SheetFormat.Integer) { Group = "Gia đình học tập" },
                new("Tỷ lệ (%)", 10, SheetFormat.Percent(1)) { Group = "Gia đình học tập" },
                new("Ngày quyết định", 13, SheetFormat.Date),
            ],
            Rows = [],
            Landscape = true,
            Watermark = watermark,
        };

        return sheet with
        {
            Rows = Enumerable.Range(1, rows).Select(number => Row(number, sheet.FirstRow + number - 1)),
            Total = [SheetCell.Blank, SheetCell.Text("Toàn tỉnh"), SheetCell.Sum(519340), SheetCell.Sum(412356), SheetCell.Blank, SheetCell.Blank],
        };
    }

    /// <summary>One column of any cells, its heading in row 1.</summary>
    public static Sheet OneColumn(SheetFormat format, params SheetCell[] cells) => new()
    {
        Name = "Bảng",
        Columns = [new("Cột", 20, format)],
        Rows = cells.Select(cell => (IReadOnlyList<SheetCell>)[cell]),
    };

    public static MemoryStream Written(params Sheet[] sheets)
    {
        var stream = new MemoryStream();
        ExcelPaper.Write(Of(sheets), stream);

        return new(stream.ToArray());
    }

    private static IReadOnlyList<SheetCell> Row(int number, int row)
    {
        decimal all = 6000 + (number * 37);
        decimal recognised = 4500 + (number * 31);

        return
        [
            SheetCell.Number(number),
            SheetCell.Text(Given.Commune(number)),
            SheetCell.Number(all),
            SheetCell.Number(recognised),
            SheetCell.Formula($"D{row}/C{row}*100", Math.Round(recognised / all * 100, 4)),
            SheetCell.Date(number % 5 == 0 ? null : new DateOnly(2026, 1, 15)),
        ];
    }
}
