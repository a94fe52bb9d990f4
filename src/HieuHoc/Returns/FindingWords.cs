using HieuHoc.Figures;
using HieuHoc.Platform;

namespace HieuHoc.Returns;

/// <summary>What is odd about a figure, in a sentence with its numbers.</summary>
public static class FindingWords
{
    extension(Texts texts)
    {
        /// <summary>The sentence beside the cell, in the reader's language.</summary>
        public string Say(Finding finding, IReadOnlyDictionary<string, ElementDefinition> elements) => finding switch
        {
            BrokenCheck broken => broken.Check.Sentence.Here,
            OddFigure odd => $"{texts.SayNumbers(odd, elements)} {odd.Comparison.Sentence?.Here ?? texts["finding.ask"]}",
            _ => throw new ArgumentOutOfRangeException(nameof(finding), finding, null),
        };

        private string SayNumbers(OddFigure odd, IReadOnlyDictionary<string, ElementDefinition> elements)
        {
            var cell = elements[odd.At];

            return odd switch
            {
                Jumped jumped => texts[JumpKey(jumped), JumpValues(jumped, cell)],
                Copied copied => texts["finding.Copied", ("count", copied.Count), ("year", $"{copied.Year}")],
                WholeReached reached => texts["finding.WholeReached", ("cell", cell.Title.Here), ("whole", elements[reached.Comparison.Whole!].Title.Here), ("value", reached.Value)],
                SameDigits same => texts["finding.SameDigits", ("cell", cell.Title.Here), ("value", same.Value)],
                FarAway far => texts["finding.FarAway", FarValues(far, cell, elements[far.Comparison.Whole!])],
                _ => throw new ArgumentOutOfRangeException(nameof(odd), odd, null),
            };
        }
    }

    private static string JumpKey(Jumped jumped) =>
        jumped.Before == 0 ? "finding.Jumped.fromNone" : jumped.Now > jumped.Before ? "finding.Jumped.up" : "finding.Jumped.down";

    private static IReadOnlyList<(string Name, object? Value)> JumpValues(Jumped jumped, ElementDefinition cell)
    {
        var change = Math.Abs(jumped.Now - jumped.Before);

        return
        [
            ("cell", cell.Title.Here),
            ("year", $"{jumped.Year}"),
            ("before", jumped.Before),
            ("now", jumped.Now),
            ("change", change),
            ("percent", jumped.Before == 0 ? null : Rounded(100 * change / jumped.Before, 0)),
            ("unit", cell.Unit.Here),
        ];
    }

    private static IReadOnlyList<(string Name, object? Value)> FarValues(FarAway far, ElementDefinition cell, ElementDefinition whole) =>
    [
        ("cell", cell.Title.Here),
        ("whole", whole.Title.Here),
        ("share", Rounded(far.Share, 1)),
        ("low", Rounded(far.Low, 1)),
        ("high", Rounded(far.High, 1)),
        ("places", far.Places),
    ];

    private static decimal Rounded(decimal value, int decimals) => Math.Round(value, decimals, MidpointRounding.AwayFromZero);
}
