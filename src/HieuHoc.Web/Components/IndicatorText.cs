using HieuHoc.Figures;
using HieuHoc.Platform;
using HieuHoc.Programmes;

namespace HieuHoc.Web.Components;

/// <summary>How a page prints the value of an indicator; an indicator that no pack knows prints as a plain number.</summary>
public static class IndicatorText
{
    extension(Shown shown)
    {
        /// <summary>37,9 %, or 1,5.</summary>
        public string Value(IndicatorDefinition? indicator, Printed printed) => indicator?.Kind is IndicatorKind.Percent
            ? shown.PercentText(printed.Value, printed.Decimals)
            : Shown.NumberText(printed.Value, printed.Decimals);

        /// <summary>A value with the decimals of its indicator.</summary>
        public string Value(IndicatorDefinition indicator, decimal value) => shown.Value(indicator, new Printed(value, indicator.Decimals));

        /// <summary>What the plan wants, as it writes it.</summary>
        public string Threshold(IndicatorDefinition? indicator, decimal threshold) => shown.Value(indicator, Printed.AsWritten(threshold));
    }

    /// <summary>The difference of two values: 2,1 điểm phần trăm, or 0,3.</summary>
    public static string Difference(IndicatorDefinition? indicator, Printed printed, Texts texts)
    {
        var number = Shown.NumberText(printed.Value, printed.Decimals);

        return indicator?.Kind is IndicatorKind.Percent ? texts["shown.points", ("value", number)] : number;
    }

    /// <summary>The key of a sentence, in its other form where less is better.</summary>
    public static string Key(string key, IndicatorDefinition? indicator) =>
        indicator?.Direction is Direction.Down ? $"{key}.down" : key;
}
