using System.Globalization;
using V = DocumentFormat.OpenXml.Vml;
using W = DocumentFormat.OpenXml.Wordprocessing;

namespace HieuHoc.Papers.Word;

/// <summary>Pale words across the page, in the form that Word itself writes and LibreOffice knows.</summary>
internal static class WordWatermark
{
    // At 45 degrees 440 points fit both an upright and a lying page.
    private const double Length = 440;

    private const string TextPathType = "_x0000_t136";

    private static readonly string[] Formulas =
    [
        "sum #0 0 10800", "prod #0 2 1", "sum 21600 0 @1", "sum 0 0 @2", "sum 21600 0 @3", "if @0 @3 0", "if @0 21600 @1",
        "if @0 0 @2", "if @0 @4 21600", "mid @5 @6", "mid @8 @5", "mid @7 @8", "mid @6 @7", "sum @6 0 @5",
    ];

    public static W.Run Make(string text, int number) =>
        new(new W.RunProperties(new W.NoProof()), new W.Picture(ShapeType(), Shape(text, number)));

    private static V.Shapetype ShapeType() =>
        new(
            new V.Formulas(Formulas.Select(formula => new V.Formula { Equation = formula })),
            new V.Path { AllowTextPath = true, ConnectionPointType = DocumentFormat.OpenXml.Vml.Office.ConnectValues.Custom },
            new V.TextPath { On = true, FitShape = true })
        {
            Id = TextPathType,
            CoordinateSize = "21600,21600",
            OptionalNumber = 136,
            Adjustment = "10800",
            EdgePath = "m@7,l@8,m@5,21600l@6,21600e",
        };

    private static V.Shape Shape(string text, int number)
    {
        var height = Length / Math.Max(3, TypeWidth.Of(text, 1));

        return new(
            new V.Fill { Opacity = ".5" },
            new V.TextPath { Style = $"font-family:\"{WordStyles.Font}\";font-size:1pt;font-weight:bold", String = text })
        {
            Id = $"PowerPlusWaterMarkObject{number.ToString(CultureInfo.InvariantCulture)}",
            Type = $"#{TextPathType}",
            Style = "position:absolute;margin-left:0;margin-top:0;"
                + string.Create(CultureInfo.InvariantCulture, $"width:{Length:0}pt;height:{height:0}pt;")
                + "rotation:315;z-index:-251658752;"
                + "mso-position-horizontal:center;mso-position-horizontal-relative:margin;"
                + "mso-position-vertical:center;mso-position-vertical-relative:margin",
            AllowInCell = false,
            FillColor = "silver",
            Stroked = false,
        };
    }
}
