using System.Globalization;
using HieuHoc.Figures;
using HieuHoc.Platform;
using HieuHoc.Programmes.Pilots;

namespace HieuHoc.Web.Components;

/// <summary>What pilots are judged by, in words.</summary>
public static class PilotWords
{
    /// <summary>How a value that people counted themselves is written: with the decimals that they gave.</summary>
    private const string Plain = "#,##0.######";

    extension(Texts texts)
    {
        /// <summary>The title of the indicator, or what is counted and in what.</summary>
        public string NameOf(PilotMeasureRead read) => read switch
        {
            { Indicator: { } indicator } => indicator.Title.Here,
            { Measure.Indicator: { } code } => code,
            { Measure.Unit.Length: > 0 } => texts["pilots.measure.inUnit", ("name", read.Measure.Name), ("unit", read.Measure.Unit)],
            _ => read.Measure.Name,
        };

        /// <summary>By how much a measure changed in a place; null where it cannot be said.</summary>
        public string? ChangeOf(PilotMeasureRead read, PilotLine line)
        {
            if (line.Change is not { } change || read.Indicator is { IsWord: true })
            {
                return null;
            }

            if (read.Indicator is not { } indicator)
            {
                return $"{(change > 0 ? "+" : change < 0 ? "−" : "")}{Math.Abs(change).ToString(Plain, CultureInfo.CurrentCulture)}";
            }

            var number = Shown.SignedText(change, indicator.Decimals);

            return indicator.Kind is IndicatorKind.Percent ? texts["shown.points", ("value", number)] : number;
        }
    }

    /// <summary>A value as people read it; null where there is none.</summary>
    public static string? ValueText(Shown shown, PilotMeasureRead read, PilotValue? value) => (value, read.Indicator) switch
    {
        (null, _) => null,
        ({ } given, { } indicator) => shown.Value(indicator, given.Value),
        ({ } given, null) => given.Value.ToString(Plain, CultureInfo.CurrentCulture),
    };
}
