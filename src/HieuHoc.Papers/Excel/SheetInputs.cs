using DocumentFormat.OpenXml;
using S = DocumentFormat.OpenXml.Spreadsheet;

namespace HieuHoc.Papers.Excel;

/// <summary>The cells of a sheet in which people type, gathered while they are written: which of them takes what.</summary>
internal sealed class SheetInputs
{
    // What Excel takes of a list that stands in the rule itself.
    private const int LongestList = 255;

    // Excel's own limits; a longer text would make it offer a repair.
    private const int LongestSentence = 225;

    private readonly Dictionary<SheetInput, List<Run>> runs = [];

    public void Add(int column, int row, SheetInput input)
    {
        if (!runs.TryGetValue(input, out var known))
        {
            runs[input] = known = [];
        }

        // Runs of one column stay together, so that a rule for thousands of rows is one range and not thousands.
        var at = known.FindLastIndex(run => run.Column == column);

        if (at >= 0 && known[at].Last == row - 1)
        {
            known[at] = known[at] with { Last = row };
        }
        else
        {
            known.Add(new Run(column, row, row));
        }
    }

    /// <summary>The rules; null when nobody types on this sheet.</summary>
    public S.DataValidations? Validations
    {
        get
        {
            IReadOnlyList<S.DataValidation> rules = [.. runs.Where(pair => Fits(pair.Key)).Select(pair => Rule(pair.Key, pair.Value))];

            return rules.Count == 0 ? null : new S.DataValidations(rules) { Count = (uint)rules.Count };
        }
    }

    /// <summary>A list that Excel could not keep is left out: the reading of the file says the same later.</summary>
    private static bool Fits(SheetInput input) =>
        input.Choices is not { } choices || (!choices.Any(choice => choice.Contains(',', StringComparison.Ordinal)) && List(choices).Length <= LongestList);

    private static S.DataValidation Rule(SheetInput input, IReadOnlyList<Run> cells)
    {
        var rule = new S.DataValidation
        {
            AllowBlank = true,
            ShowErrorMessage = true,
            Error = input.Sentence.Length > LongestSentence ? input.Sentence[..LongestSentence] : input.Sentence,
            SequenceOfReferences = new ListValue<StringValue> { InnerText = string.Join(' ', cells.Select(run => run.Name)) },
        };

        if (input.Choices is { } choices)
        {
            rule.Type = S.DataValidationValues.List;
            rule.Append(new S.Formula1($"\"{List(choices)}\""));
        }
        else
        {
            rule.Type = input.IsWhole ? S.DataValidationValues.Whole : S.DataValidationValues.Decimal;
            rule.Operator = S.DataValidationOperatorValues.GreaterThanOrEqual;
            rule.Append(new S.Formula1("0"));
        }

        return rule;
    }

    private static string List(IReadOnlyList<string> choices) => string.Join(',', choices).Replace("\"", "\"\"", StringComparison.Ordinal);

    /// <summary>Cells of a column, one under the other.</summary>
    private sealed record Run(int Column, int First, int Last)
    {
        public string Name => First == Last ? CellName.Of(Column, First) : $"{CellName.Of(Column, First)}:{CellName.Of(Column, Last)}";
    }
}
