using System.Globalization;
using HieuHoc.Figures;
using HieuHoc.Returns;

namespace HieuHoc.Bench.Intake;

/// <summary>A form of 250 cells of a commune, in pairs of part and whole, each held by a check.</summary>
internal static class IntakePacks
{
    /// <summary>The form's and its elements' name.</summary>
    public const string Id = "intake";

    /// <summary>DESIGN: returns of 250 fields.</summary>
    public const int Cells = 250;

    private const string Version = "1";

    private const int CellsOfRow = 10;

    private static readonly DateOnly From = new(2026, 1, 1);

    /// <summary>The code of an element, counted from 0.</summary>
    public static string Element(int number) => string.Create(CultureInfo.InvariantCulture, $"intake.n{number:000}");

    /// <summary>Writes the packs into a folder.</summary>
    public static void Write(string folder)
    {
        BenchPacks.Write(folder, "elements", new ElementsPack
        {
            Id = Id,
            Version = Version,
            Title = BenchPacks.Text("Đo tốc độ"),
            LegalBasis = [],
            ValidFrom = From,
            Confirmed = false,
            Example = true,
            Elements = [.. Enumerable.Range(0, Cells).Select(Definition)],
        });
        BenchPacks.Write(folder, "forms", new FormsPack
        {
            Id = Id,
            Version = Version,
            Title = BenchPacks.Text("Đo tốc độ"),
            LegalBasis = [],
            ValidFrom = From,
            Confirmed = false,
            Example = true,
            Level = SubjectLevel.Commune,
            Steps = [ReturnStep.Submit, ReturnStep.Approve, ReturnStep.Send, ReturnStep.Confirm],
            Sections = [Section()],
            Checks = [.. Enumerable.Range(0, Cells / 2).Select(pair => Check(pair * 2))],
        });
    }

    private static ElementDefinition Definition(int number) => new()
    {
        Code = Element(number),
        Title = BenchPacks.Text($"Số liệu {number}"),
        Unit = BenchPacks.Text("người"),
        OverSubjects = OverSubjects.Sum,
        OverTime = OverTime.Last,
        LeafLevel = SubjectLevel.Commune,
        Producer = Producer.Return,
    };

    private static FormSection Section() => new()
    {
        Code = "all",
        Title = BenchPacks.Text("Số liệu"),
        Columns = [.. Enumerable.Range(0, CellsOfRow).Select(column => BenchPacks.Text($"Cột {column}"))],
        Rows =
        [
            .. Enumerable.Range(0, Cells).Chunk(CellsOfRow)
                .Select((row, number) => new FormRow { Title = BenchPacks.Text($"Dòng {number}"), Cells = [.. row.Select(Element)] }),
        ],
    };

    private static FormCheck Check(int part) => new()
    {
        Code = $"part-{part}",
        Rule = $"{Element(part)} <= {Element(part + 1)}",
        Weight = FindingWeight.Hard,
        Sentence = BenchPacks.Text("Phần không được lớn hơn tổng."),
        Cells = [Element(part)],
    };
}
