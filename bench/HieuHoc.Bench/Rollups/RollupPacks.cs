using System.Globalization;
using HieuHoc.Figures;
using HieuHoc.Returns;

namespace HieuHoc.Bench.Rollups;

/// <summary>What is counted in the measurement, as packs with made-up content: elements in pairs of part and total, indicators, one form.</summary>
internal static class RollupPacks
{
    public const string FormId = "bench";

    private const string Version = "1";

    /// <summary>The code of an element, counted from 0.</summary>
    public static string Element(int number) => string.Create(CultureInfo.InvariantCulture, $"bench.n{number:000}");

    /// <summary>The code of an indicator, counted from 0.</summary>
    public static string Indicator(int number) => string.Create(CultureInfo.InvariantCulture, $"bench-{number:000}");

    /// <summary>The elements that an indicator is made of: each part is held against two totals.</summary>
    public static (int Part, int Total) ElementsOf(int indicator, int elements)
    {
        var part = indicator / 2 * 2;

        return (part, (part + 1 + (indicator % 2 * 2)) % elements);
    }

    /// <summary>Writes the packs into a folder.</summary>
    public static void Write(string folder, int elements)
    {
        BenchPacks.Write(folder, "elements", new ElementsPack
        {
            Id = FormId,
            Version = Version,
            Title = BenchPacks.Text("Đo tốc độ"),
            LegalBasis = [],
            ValidFrom = From,
            Confirmed = false,
            Example = true,
            Elements = [.. Enumerable.Range(0, elements).Select(Definition)],
        });
        BenchPacks.Write(folder, "indicators", new IndicatorsPack
        {
            Id = FormId,
            Version = Version,
            Title = BenchPacks.Text("Đo tốc độ"),
            LegalBasis = [],
            ValidFrom = From,
            Confirmed = false,
            Example = true,
            Indicators = [.. Enumerable.Range(0, elements).Select(number => OfElements(number, elements))],
        });
        BenchPacks.Write(folder, "forms", Form(elements));
    }

    private static DateOnly From { get; } = new(RollupScale.FirstYear, 1, 1);

    private static ElementDefinition Definition(int number) => new()
    {
        Code = Element(number),
        Title = BenchPacks.Text($"Số liệu {number}"),
        Unit = BenchPacks.Text("người"),
        OverSubjects = OverSubjects.Sum,
        OverTime = OverTime.Last,
        LeafLevel = SubjectLevel.Village,
        Producer = Producer.Return,
    };

    private static IndicatorDefinition OfElements(int number, int elements) => new()
    {
        Code = Indicator(number),
        Title = BenchPacks.Text($"Chỉ số {number}"),
        Definition = BenchPacks.Text("Phần trên 100 của tổng"),
        Kind = IndicatorKind.Percent,
        Numerator = Element(ElementsOf(number, elements).Part),
        Denominator = Element(ElementsOf(number, elements).Total),
        NumeratorTitle = BenchPacks.Text("phần"),
        DenominatorTitle = BenchPacks.Text("tổng"),
        Decimals = 1,
        Direction = Direction.Up,
        Citation = "Đo tốc độ",
    };

    private static FormsPack Form(int elements) => new()
    {
        Id = FormId,
        Version = Version,
        Title = BenchPacks.Text("Đo tốc độ"),
        LegalBasis = [],
        ValidFrom = From,
        Confirmed = false,
        Example = true,
        Level = SubjectLevel.Village,
        Steps = [ReturnStep.Send, ReturnStep.AskToMend, ReturnStep.Confirm],
        Sections =
        [
            new FormSection
            {
                Code = "all",
                Title = BenchPacks.Text("Số liệu"),
                Columns = [BenchPacks.Text("Phần"), BenchPacks.Text("Tổng")],
                Rows = [.. Pairs(elements).Select(pair => new FormRow { Title = BenchPacks.Text($"Dòng {pair}"), Cells = [Element(pair), Element(pair + 1)] })],
            },
        ],
        Checks =
        [
            .. Pairs(elements).Select(pair => new FormCheck
            {
                Code = $"part-{pair}",
                Rule = $"{Element(pair)} <= {Element(pair + 1)}",
                Weight = FindingWeight.Hard,
                Sentence = BenchPacks.Text("Phần không được lớn hơn tổng."),
                Cells = [Element(pair)],
            }),
        ],
    };

    private static IEnumerable<int> Pairs(int elements) => Enumerable.Range(0, elements / 2).Select(pair => pair * 2);
}
