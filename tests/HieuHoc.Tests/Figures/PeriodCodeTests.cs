using System.Globalization;
using FsCheck;
using FsCheck.Fluent;
using HieuHoc.Figures;

namespace HieuHoc.Tests.Figures;

public sealed class PeriodCodeTests
{
    [Theory]
    [InlineData("2026", PeriodKind.Year, "2026-01-01", "2026-12-31")]
    [InlineData("0001", PeriodKind.Year, "0001-01-01", "0001-12-31")]
    [InlineData("2026-11", PeriodKind.Month, "2026-11-01", "2026-11-30")]
    [InlineData("2026-02", PeriodKind.Month, "2026-02-01", "2026-02-28")]
    [InlineData("2024-02", PeriodKind.Month, "2024-02-01", "2024-02-29")]
    [InlineData("9999-12", PeriodKind.Month, "9999-12-01", "9999-12-31")]
    [InlineData("2025-26S", PeriodKind.SchoolYear, "2025-09-01", "2026-08-31")]
    [InlineData("1999-00S", PeriodKind.SchoolYear, "1999-09-01", "2000-08-31")]
    [InlineData("@2026-09-30", PeriodKind.Day, "2026-09-30", "2026-09-30")]
    [InlineData("@2024-02-29", PeriodKind.Day, "2024-02-29", "2024-02-29")]
    [InlineData("2016/2020", PeriodKind.Years, "2016-01-01", "2020-12-31")]
    public void A_code_names_its_kind_and_both_its_ends(string code, PeriodKind kind, string first, string last)
    {
        var period = PeriodCode.Parse(code);

        Assert.Equal((code, kind, Day(first), Day(last)), (period?.Text, period?.Kind, period?.Days.First, period?.Days.Last));
    }

    [Theory]
    [InlineData("")]
    [InlineData("26")]
    [InlineData("20260")]
    [InlineData(" 2026")]
    [InlineData("2026\n")]
    [InlineData("2026-11\n")]
    [InlineData("٢٠٢٦")]
    [InlineData("２０２６")]
    [InlineData("0000")]
    [InlineData("0000-01")]
    [InlineData("2026-")]
    [InlineData("2026-00")]
    [InlineData("2026-13")]
    [InlineData("2026-1")]
    [InlineData("2026-11-01")]
    [InlineData("2025-27S")]
    [InlineData("2025-25S")]
    [InlineData("2025-26s")]
    [InlineData("2025-26")]
    [InlineData("9999-00S")]
    [InlineData("0000-01S")]
    [InlineData("@2026-02-29")]
    [InlineData("@2026-13-01")]
    [InlineData("@2026-9-30")]
    [InlineData("@0000-01-01")]
    [InlineData("@2026-09-30\n")]
    [InlineData("2020/2020")]
    [InlineData("2020/2016")]
    [InlineData("0000/2020")]
    [InlineData("2016/20")]
    public void What_is_no_code_is_not_read_as_one(string text)
    {
        var period = PeriodCode.Parse(text);

        Assert.Null(period);
    }

    [Fact]
    public void A_year_is_the_period_that_its_code_names()
    {
        var year = PeriodCode.Year(2026);

        Assert.Equal(PeriodCode.Parse("2026"), year);
    }

    [Fact]
    public void Every_well_formed_code_is_read_back_from_its_own_text() => Always.Holds(
        Codes,
        code => PeriodCode.Parse(code) is { } period && period.Text == code && PeriodCode.Parse(period.Text) == period,
        cases: 500);

    [Fact]
    public void Months_and_school_years_follow_each_other_without_a_gap() => Always.Holds(
        Gen.Choose(1, 9997),
        year => Month(year, 12).Days.Last.AddDays(1) == Month(year + 1, 1).Days.First
            && SchoolYear(year).Days.Last.AddDays(1) == SchoolYear(year + 1).Days.First,
        cases: 200);

    private static Gen<string> Codes { get; } =
        from year in Gen.Choose(1, 9998)
        from month in Gen.Choose(1, 12)
        from span in Gen.Choose(1, 9999 - year)
        from day in Gen.Choose(1, 28)
        from code in Gen.Elements(
            $"{year:0000}",
            $"{year:0000}-{month:00}",
            $"{year:0000}-{(year + 1) % 100:00}S",
            $"@{year:0000}-{month:00}-{day:00}",
            $"{year:0000}/{year + span:0000}")
        select code;

    private static PeriodCode Month(int year, int month) => PeriodCode.Parse($"{year:0000}-{month:00}")!;

    private static PeriodCode SchoolYear(int year) => PeriodCode.Parse($"{year:0000}-{(year + 1) % 100:00}S")!;

    private static DateOnly Day(string text) => DateOnly.ParseExact(text, "yyyy-MM-dd", CultureInfo.InvariantCulture);
}
