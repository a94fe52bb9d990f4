using HieuHoc.Platform;
using HieuHoc.Programmes.Plans;
using HieuHoc.Web.Components;

namespace HieuHoc.Web.Tests.Components;

public sealed class PlanItemWordsTests
{
    [Theory]
    [InlineData(null, null, null)]
    [InlineData(null, 2020, "đến năm 2020")]
    [InlineData(2026, null, "từ năm 2026")]
    [InlineData(2026, 2026, "năm 2026")]
    [InlineData(2021, 2030, "năm 2021 - 2030")]
    public void Years_are_said_as_plans_say_them(int? from, int? to, string? said) => Assert.Equal(said, new Texts().Years(from, to));

    [Theory]
    [InlineData(null, "Trước ngày 15/12")]
    [InlineData(2026, "Trước ngày 15/12/2026")]
    public void A_report_that_is_owed_once_says_its_year(int? year, string said) =>
        Assert.Equal(said, new Texts().Of(new PlanReport("IV", 12, 15, null, true, null, DueYear: year)));
}
