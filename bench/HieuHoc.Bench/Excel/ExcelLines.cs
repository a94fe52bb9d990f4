using System.Globalization;
using HieuHoc.Figures;
using HieuHoc.Papers;
using HieuHoc.Places;

namespace HieuHoc.Bench.Excel;

/// <summary>Lines of earlier years as an office exports them: a place of then, a year, what is counted and how much.</summary>
internal sealed class ExcelLines
{
    public const string Kind = "history";

    private const string Part = "women";

    private readonly IReadOnlyList<PlaceOnDay> places;

    private readonly IReadOnlyDictionary<int, PlaceOnDay> byId;

    private readonly int elements;

    public ExcelLines(IReadOnlyList<PlaceOnDay> places, int count)
    {
        (this.places, Count) = (places, count);
        byId = places.ToDictionary(place => place.Id);
        // Each is counted whole and in a part.
        elements = (count / (places.Count * Years.Count * 2)) + 1;
    }

    /// <summary>On which every place exists that is named.</summary>
    public static DateOnly LastDay { get; } = new(2024, 12, 31);

    /// <summary>Eight that are read and four of the office's own.</summary>
    public static IReadOnlyList<string> Columns { get; } =
        ["STT", "Tỉnh", "Mã đơn vị", "Đơn vị", "Huyện", "Năm", "Mã số liệu", "Phân tổ", "Diễn giải", "Giá trị", "Tính chất", "Ghi chú"];

    private static IReadOnlyList<int> Years { get; } = [2022, 2023, 2024];

    /// <summary>Of both lists.</summary>
    public int Count { get; }

    /// <summary>Of all values.</summary>
    public long Sum => Enumerable.Range(0, Count).Sum(Value);

    public void WritePack(string folder) => BenchPacks.Write(folder, "elements", new ElementsPack
    {
        Id = "bench",
        Version = "1",
        Title = BenchPacks.Text("Đo tốc độ"),
        LegalBasis = [],
        ValidFrom = new DateOnly(Years[0], 1, 1),
        Confirmed = false,
        Example = true,
        Elements =
        [
            .. Enumerable.Range(0, elements).Select(number => new ElementDefinition
            {
                Code = Element(number),
                Title = BenchPacks.Text($"Số liệu {number}"),
                Unit = BenchPacks.Text("người"),
                OverSubjects = OverSubjects.Sum,
                OverTime = OverTime.Last,
                LeafLevel = SubjectLevel.Commune,
                Producer = Producer.Import,
                Breakdowns = [Part],
            }),
        ],
        Breakdowns = [new BreakdownDefinition(Part, BenchPacks.Text("nữ"))],
    });

    /// <summary>Some of the lines as a file.</summary>
    public Workbook Workbook(int from, int count) => new([new Sheet
    {
        Name = "Số liệu",
        Columns = [.. Columns.Select(heading => new SheetColumn(heading, 16, heading is "STT" or "Năm" or "Giá trị" ? SheetFormat.Shortest : SheetFormat.Text))],
        Rows = Enumerable.Range(from, count).Select(Row),
    }]);

    private IReadOnlyList<SheetCell> Row(int number)
    {
        var (place, year, element, part) = At(number);

        return
        [
            SheetCell.Number(number),
            SheetCell.Text("Tỉnh Quảng Trị"),
            SheetCell.Text(place.Code),
            SheetCell.Text(place.FullName),
            SheetCell.Text(place.Level is PlaceLevel.Commune && byId.TryGetValue(place.ParentId ?? 0, out var district) ? district.FullName : "–"),
            SheetCell.Number(year),
            SheetCell.Text(Element(element)),
            SheetCell.Text(part ? Part : ""),
            SheetCell.Text($"Số liệu {element}{(part ? ": nữ" : "")}"),
            SheetCell.Number(Value(number)),
            SheetCell.Text("Chính thức"),
            SheetCell.Text("đã duyệt"),
        ];
    }

    private (PlaceOnDay Place, int Year, int Element, bool Part) At(int number)
    {
        var (place, ofPlace) = Math.DivRem(number, Years.Count * elements * 2);
        var (year, ofYear) = Math.DivRem(ofPlace, elements * 2);

        return (places[place], Years[year], ofYear / 2, ofYear % 2 == 1);
    }

    private static long Value(int number) => (number % 9_973) + 1;

    private static string Element(int number) => string.Create(CultureInfo.InvariantCulture, $"bench.n{number:000}");
}
