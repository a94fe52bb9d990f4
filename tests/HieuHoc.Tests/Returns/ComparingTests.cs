using System.Globalization;
using HieuHoc.Figures;
using HieuHoc.Places;
using HieuHoc.Platform;
using HieuHoc.Returns;
using HieuHoc.Testing;

namespace HieuHoc.Tests.Returns;

/// <summary>Each way in which figures look odd, at its limit and one above.</summary>
public sealed class ComparingTests
{
    private static readonly IReadOnlyDictionary<string, ElementDefinition> Elements =
        new[] { Given.Element("rain.total"), Given.Element("rain.counted"), Given.Element("rain.days"), Given.Element("rain.depth", decimals: 1) }
            .ToDictionary(element => element.Code);

    private static readonly FormComparison Jump = Comparison(ComparisonKind.Jump, "rain.total") with { Percent = 50, Least = 100 };
    private static readonly FormComparison Copy = Comparison(ComparisonKind.CopyOfLastYear, "rain.total", "rain.counted", "rain.days") with { Least = 2 };
    private static readonly FormComparison Whole = Comparison(ComparisonKind.ExactlyWhole, "rain.counted") with { Whole = "rain.total", Least = 20 };
    private static readonly FormComparison Digits = Comparison(ComparisonKind.EqualDigits, "rain.total", "rain.depth") with { Least = 3 };
    private static readonly FormComparison Far = Comparison(ComparisonKind.FarFromAlike, "rain.counted") with { Whole = "rain.total", Least = 4, Ranges = 1 };

    [Theory]
    [InlineData(1000, 1500, false)] // exactly half more
    [InlineData(1000, 1501, true)]
    [InlineData(1000, 500, false)]
    [InlineData(1000, 499, true)]
    [InlineData(100, 200, false)] // exactly a hundred more
    [InlineData(100, 201, true)]
    [InlineData(10, 90, false)] // eight times as many, and few
    [InlineData(0, 100, false)]
    [InlineData(0, 101, true)]
    [InlineData(0, 0, false)]
    public void A_jump_is_over_both_its_limits(long before, long now, bool found) =>
        Assert.Equal(found, Judge(Jump, Past(("rain.total", before)), ("rain.total", now)) is [Jumped]);

    [Fact]
    public void A_jump_is_said_with_both_numbers()
    {
        var jump = Assert.IsType<Jumped>(Assert.Single(Judge(Jump, Past(("rain.total", 1204)), ("rain.total", 2310))));

        Assert.Equal(("check", "rain.total", 2025, 1204m, 2310m), (jump.Code, jump.Cell, jump.Year, jump.Before, jump.Now));
        Assert.Equal(
            "rain.total: năm 2025 có 1.204, nay 2.310: tăng 92 %, nhiều hơn 1.106 người. Nếu đúng, xin ghi lý do; nếu nhầm, xin sửa số.",
            Said(jump));
    }

    [Theory]
    [InlineData(2310, 1204, "rain.total: năm 2025 có 2.310, nay 1.204: giảm 48 %, ít hơn 1.106 người. Sửa lại.")]
    [InlineData(0, 300, "rain.total: năm 2025 là 0, nay 300 người. Sửa lại.")]
    public void A_fall_and_a_beginning_are_said_in_their_own_words_and_the_pack_asks_in_its_own(long before, long now, string sentence)
    {
        var jump = Judge(Jump with { Percent = 10, Sentence = Given.Words("Sửa lại.") }, Past(("rain.total", before)), ("rain.total", now));

        Assert.Equal(sentence, Said(Assert.Single(jump)));
    }

    [Fact]
    public void An_estimate_or_a_place_that_is_not_whole_is_no_measure()
    {
        var estimate = new Restated(1, 10, Estimate: true, 0);
        var partial = new Restated(1, 10, Estimate: false, 1);

        Assert.Empty(Judge(Jump, new PastYear(2025, new Dictionary<string, Restated> { ["rain.total"] = estimate }), ("rain.total", 5000)));
        Assert.Empty(Judge(Jump, new PastYear(2025, new Dictionary<string, Restated> { ["rain.total"] = partial }), ("rain.total", 5000)));
        Assert.Empty(Judge(Copy, new PastYear(2025, new Dictionary<string, Restated> { ["rain.total"] = estimate, ["rain.counted"] = estimate }), ("rain.total", 10), ("rain.counted", 10)));
    }

    [Fact]
    public void All_cells_as_a_year_before_are_a_copy()
    {
        var past = Past(("rain.total", 5), ("rain.counted", 4));

        var copy = Assert.IsType<Copied>(Assert.Single(Judge(Copy, past, ("rain.total", 5), ("rain.counted", 4))));

        Assert.Equal((2, "rain.total"), (copy.Count, copy.Cell));
        Assert.Equal(Copy.Cells, copy.Cells);
        Assert.StartsWith("Cả 2 ô đã nhập đều giống hệt số của năm 2025.", Said(copy), StringComparison.Ordinal);
    }

    [Fact]
    public void One_cell_that_differs_has_no_past_or_too_few_cells_are_no_copy()
    {
        var past = Past(("rain.total", 5), ("rain.counted", 4));

        Assert.Empty(Judge(Copy, past, ("rain.total", 5), ("rain.counted", 3)));
        Assert.Empty(Judge(Copy, past, ("rain.total", 5), ("rain.counted", 4), ("rain.days", 1)));
        Assert.Empty(Judge(Copy, past, ("rain.total", 5)));
        Assert.Empty(Judge(Copy, Past()));
    }

    [Theory]
    [InlineData(20, 20, true)]
    [InlineData(19, 19, false)] // too few to be odd
    [InlineData(19, 20, false)]
    [InlineData(0, 0, false)]
    public void A_part_that_is_all_of_its_whole_is_odd(long part, long whole, bool found) =>
        Assert.Equal(found, Judge(Whole, PastYear.None, ("rain.counted", part), ("rain.total", whole)) is [WholeReached]);

    [Fact]
    public void A_part_hangs_on_its_whole()
    {
        var found = Assert.Single(Judge(Whole, PastYear.None, ("rain.counted", 20), ("rain.total", 20)));

        Assert.Equal(["rain.counted", "rain.total"], found.Cells);
        Assert.StartsWith("rain.counted bằng đúng rain.total: 20, tức 100 %.", Said(found), StringComparison.Ordinal);
        Assert.Empty(Judge(Whole, PastYear.None, ("rain.counted", 20)));
    }

    [Theory]
    [InlineData("rain.total", 222, true)]
    [InlineData("rain.total", 22, false)]
    [InlineData("rain.total", 221, false)]
    [InlineData("rain.total", 0, false)]
    [InlineData("rain.depth", 444, true)] // 44,4
    public void One_digit_again_and_again_is_odd(string cell, long value, bool found) =>
        Assert.Equal(found, Judge(Digits, PastYear.None, (cell, value)) is [SameDigits]);

    [Theory]
    [InlineData(20, false)] // a range below the lower quartile
    [InlineData(19, true)]
    [InlineData(80, false)]
    [InlineData(81, true)]
    [InlineData(50, false)]
    public void A_share_beyond_the_quartiles_by_more_than_the_ranges_is_far(long counted, bool found)
    {
        // Quartiles of 20, 40, 60, 80, 50: 40 and 60.
        var judged = Judge(Far, PastYear.None, [Place(20), Place(40), Place(50), Place(60), Place(80)], ("rain.counted", counted), ("rain.total", 100));

        Assert.Equal(found, judged is [FarAway { Low: 40, High: 60, Places: 5 }]);
    }

    [Fact]
    public void Too_few_alike_communes_or_all_the_same_are_no_measure()
    {
        Assert.Empty(Judge(Far, PastYear.None, [], ("rain.counted", 1), ("rain.total", 100)));
        Assert.Empty(Judge(Far, PastYear.None, [Place(40), Place(50), Place(60)], ("rain.counted", 1), ("rain.total", 100)));
        Assert.Empty(Judge(Far, PastYear.None, [Place(50), Place(50), Place(50), Place(50)], ("rain.counted", 1), ("rain.total", 100)));
        Assert.Empty(Judge(Far, PastYear.None, [Place(40), Place(50), Place(60), new Dictionary<string, long> { ["rain.counted"] = 1 }], ("rain.counted", 1), ("rain.total", 100)));
        Assert.Empty(Judge(Far, PastYear.None, [Place(20), Place(40), Place(50), Place(60)], ("rain.counted", 0), ("rain.total", 0)));
    }

    [Fact]
    public void What_is_far_is_said_with_the_share_and_where_half_of_them_lie()
    {
        var far = Assert.Single(Judge(Far, PastYear.None, [Place(20), Place(40), Place(50), Place(60), Place(80)], ("rain.counted", 5), ("rain.total", 100)));

        Assert.StartsWith("rain.counted bằng 5 % của rain.total; ở một nửa trong 5 đơn vị tương đương, tỷ lệ này từ 40 % đến 60 %.", Said(far), StringComparison.Ordinal);
    }

    [Fact]
    public void Nothing_is_found_when_an_input_is_missing()
    {
        // A fixed seed: what fails once fails again.
        var random = new Random(20_261_122);

        for (var i = 0; i < 2_000; i++)
        {
            var answers = Some(random);
            var past = Past([.. Some(random).Select(pair => (pair.Key, pair.Value))]);
            IReadOnlyList<IReadOnlyDictionary<string, long>> alike = [.. Enumerable.Range(0, random.Next(8)).Select(_ => Some(random))];

            foreach (var odd in Comparing.Judge(Form(Jump, Copy, Whole, Digits, Far), new Answers(answers), Elements, past, alike))
            {
                Assert.True(odd is Copied || odd.Cells.All(answers.ContainsKey), $"{i}: {odd}");
                Assert.True(odd is not Jumped || past.Counted(odd.Cell) is not null, $"{i}: {odd}");
                Assert.True(odd is not Copied || odd.Cells.Where(answers.ContainsKey).All(cell => past.Counted(cell) == answers[cell]), $"{i}: {odd}");
                Assert.True(odd is not FarAway far || far.Places >= 4, $"{i}: {odd}");
            }
        }
    }

    private static Dictionary<string, long> Some(Random random) => Elements.Keys.Where(_ => random.Next(3) > 0)
        .ToDictionary(cell => cell, _ => random.Next(2) == 0 ? random.NextInt64(5) : random.NextInt64(2_000));

    private static Dictionary<string, long> Place(long counted) => new() { ["rain.counted"] = counted, ["rain.total"] = 100 };

    private static PastYear Past(params IReadOnlyList<(string Cell, long Value)> figures) =>
        new(2025, figures.ToDictionary(figure => figure.Cell, figure => new Restated(1, figure.Value, Estimate: false, 0)));

    private static IReadOnlyList<OddFigure> Judge(FormComparison comparison, PastYear past, params IReadOnlyList<(string Cell, long Value)> answers) =>
        Judge(comparison, past, [], answers);

    private static IReadOnlyList<OddFigure> Judge(
        FormComparison comparison, PastYear past, IReadOnlyList<IReadOnlyDictionary<string, long>> alike, params IReadOnlyList<(string Cell, long Value)> answers) =>
        Comparing.Judge(Form(comparison), new Answers(answers.ToDictionary(answer => answer.Cell, answer => answer.Value)), Elements, past, alike);

    private static FormsPack Form(params IReadOnlyList<FormComparison> comparisons) => Given.Form([.. Elements.Keys]) with { Comparisons = comparisons };

    private static FormComparison Comparison(ComparisonKind kind, params IReadOnlyList<string> cells) =>
        new() { Code = "check", Kind = kind, Title = Given.Words("So sánh"), Cells = cells };

    private static string Said(Finding finding)
    {
        CultureInfo.CurrentUICulture = CultureInfo.GetCultureInfo("vi");

        return new Texts().Say(finding, Elements);
    }
}
