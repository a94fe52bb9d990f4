using HieuHoc.Figures;
using HieuHoc.Platform;
using HieuHoc.Programmes;

namespace HieuHoc.Web.Components;

/// <summary>How a page prints the value of an indicator; an indicator that no pack knows prints as a plain number.</summary>
public static class IndicatorText
{
    extension(Shown shown)
    {
        /// <summary>37,9 %, mức độ 2, đạt, 1,5 or 20.</summary>
        public string Value(IndicatorDefinition? indicator, Printed printed) => indicator?.Kind switch
        {
            IndicatorKind.Percent => shown.PercentText(printed.Value, printed.Decimals),
            IndicatorKind.Level => shown.LevelText(printed.Value),
            IndicatorKind.YesNo => shown.ReachedText(printed.Value > 0),
            IndicatorKind.Count or IndicatorKind.Ratio or null => Shown.NumberText(printed.Value, printed.Decimals),
        };

        /// <summary>The value of one of the places that count: where these are counted one by one, it has reached what is asked or has not.</summary>
        public string ValueOfOne(IndicatorDefinition indicator, decimal value) => indicator.Each is Each.Place && value is (0 or 100)
            ? shown.ReachedText(value > 0)
            : shown.Value(indicator, value);

        /// <summary>A value with the decimals of its indicator.</summary>
        public string Value(IndicatorDefinition indicator, decimal value) => shown.Value(indicator, new Printed(value, indicator.Decimals));
    }

    /// <summary>The difference of two values: 2,1 điểm phần trăm, or 0,3.</summary>
    public static string Difference(IndicatorDefinition? indicator, Printed printed, Texts texts)
    {
        var number = Shown.NumberText(printed.Value, printed.Decimals);

        return indicator?.Kind is IndicatorKind.Percent ? texts["shown.points", ("value", number)] : number;
    }

    /// <summary>By how much one printed value differs from another, with its sign: −0,3 điểm phần trăm.</summary>
    public static string Change(IndicatorDefinition indicator, decimal from, decimal to, Texts texts)
    {
        var number = Shown.SignedText(Rounded(to) - Rounded(from), indicator.Decimals);

        return indicator.Kind is IndicatorKind.Percent ? texts["shown.points", ("value", number)] : number;

        decimal Rounded(decimal value) => Math.Round(value, indicator.Decimals, MidpointRounding.AwayFromZero);
    }

    /// <summary>The key of a sentence, in its other form where less is better.</summary>
    public static string Key(string key, IndicatorDefinition? indicator) =>
        indicator?.Direction is Direction.Down ? $"{key}.down" : key;
}
