using HieuHoc.Figures;
using HieuHoc.Papers;
using HieuHoc.Platform;
using HieuHoc.Programmes;

namespace HieuHoc.Reporting;

/// <summary>How a paper prints the value of an indicator; an indicator that no pack knows prints as a plain number.</summary>
internal static class PaperNumbers
{
    /// <summary>37,9 %, mức độ 2, đạt, 1,5 or 20.</summary>
    public static string Value(IndicatorDefinition? indicator, Printed printed, Texts texts) => indicator?.Kind switch
    {
        IndicatorKind.Percent => VietnameseNumber.Percent(printed.Value, printed.Decimals),
        IndicatorKind.Level => texts.In("vi", printed.Value > 0 ? "shown.level" : "shown.level.none", ("level", VietnameseNumber.Write(printed.Value, 0))),
        IndicatorKind.YesNo => texts.In("vi", printed.Value > 0 ? "shown.reached" : "shown.notReached"),
        IndicatorKind.Count or IndicatorKind.Ratio or null => VietnameseNumber.Write(printed.Value, printed.Decimals),
    };

    /// <summary>A value with the decimals of its indicator.</summary>
    public static string Value(IndicatorDefinition indicator, decimal value, Texts texts) => Value(indicator, new Printed(value, indicator.Decimals), texts);

    /// <summary>The difference of two values: 2,1 điểm phần trăm, or 0,3.</summary>
    public static string Difference(IndicatorDefinition? indicator, Printed printed, Texts texts)
    {
        var number = VietnameseNumber.Write(printed.Value, printed.Decimals);

        return indicator?.Kind is IndicatorKind.Percent ? texts.In("vi", "shown.points", ("value", number)) : number;
    }
}
