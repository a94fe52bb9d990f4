using HieuHoc.Access.Capture;
using HieuHoc.Figures;
using HieuHoc.Platform;

namespace HieuHoc.Returns.Capture;

/// <summary>Makes of a form what a device can draw.</summary>
internal static class CaptureForms
{
    public static CaptureForm Of(ReturnForm asked, Texts texts)
    {
        var (form, elements, period) = asked;

        // What a form asks may change while the year goes on, and with it what a device draws.
        return new CaptureForm(string.Join('.', form.Id, form.Version, period.Code, form.Cells.Count), form.Title.Here, [.. form.Sections.Select(section => Section(form, section, texts))])
        {
            Fields = form.Cells.ToDictionary(name => name, name => Field(name, elements[EstimatedCell.ElementOf(name)], texts)),
            Checks =
            [
                .. form.Checks.Where(check => CheckRules.Of(check).Names.All(form.Cells.Contains)).Select(check => new CaptureCheck(
                    check.Code,
                    check.Rule,
                    check.Weight is FindingWeight.Hard ? CaptureWeight.Hard : CaptureWeight.Soft,
                    check.Sentence.Here,
                    check.Cells)),
            ],
        };
    }

    /// <summary>What stands there, as people type it.</summary>
    public static IReadOnlyDictionary<string, string> Values(ReturnForm asked, Answers answers) => answers.Names
        .Where(answer => asked.Form.Cells.Contains(answer.Key))
        .ToDictionary(answer => answer.Key, answer => TypedAnswers.Text(asked.Elements[EstimatedCell.ElementOf(answer.Key)].Natural(answer.Value)));

    private static CaptureSection Section(FormsPack form, FormSection section, Texts texts)
    {
        var estimates = section.Elements.Any(form.Estimated.Contains);

        return new CaptureSection(
            section.Title.Here,
            section.Hint?.Here,
            estimates ? [.. section.Columns.SelectMany(column => new[] { column.Here, texts["returns.estimate.of", ("cell", column.Here)] })] : [.. section.Columns.Select(column => column.Here)],
            [.. section.Rows.Select(row => new CaptureRow(row.Title.Here, estimates ? [.. row.Cells.SelectMany(cell => WithEstimate(form, cell))] : row.Cells))]);
    }

    private static IEnumerable<string?> WithEstimate(FormsPack form, string? cell) =>
        [cell, cell is not null && form.Estimated.Contains(cell) ? EstimatedCell.NameOf(cell) : null];

    private static CaptureField Field(string name, ElementDefinition element, Texts texts) => new(
        EstimatedCell.Is(name) ? texts["returns.estimate.of", ("cell", element.Title.Here)] : element.Title.Here,
        element.Choices is [] ? CaptureFieldType.Number : CaptureFieldType.Choice,
        element.Decimals,
        element.Choices is [] ? null : [.. element.Choices.Select(choice => new CaptureChoice(TypedAnswers.Text(element.Natural(choice)), texts.Word(element, choice) ?? ""))]);
}
