using System.Globalization;
using HieuHoc.Figures;
using HieuHoc.Papers;
using HieuHoc.Platform;
using HieuHoc.Returns;

namespace HieuHoc.Exchange.Workbooks;

/// <summary>The workbook that is downloaded: what is known already stands in it, and only what is asked can be typed.</summary>
internal sealed class WorkbookSheets(WorkbookScope scope, Texts texts)
{
    private const int MostDecimals = 6;

    private const int WidthOfFigure = 15;

    private readonly CellLabels labels = new(scope.Form, texts);

    private readonly WorkbookHeadings headings = new(texts);

    private readonly Dictionary<string, SheetInput> inputs = [];

    /// <summary>The formats of single cells: one for each number of decimals.</summary>
    private static IReadOnlyList<SheetFormat> Formats { get; } = [SheetFormat.Integer, .. Enumerable.Range(1, MostDecimals).Select(SheetFormat.Decimal)];

    public Workbook Build() => new(scope.IsOfVillages ? [Villages(), VillagesBefore(), Help()] : [Cells(), Help()]);

    private int? PastYear => scope.Returns[0].Past.Year;

    private IReadOnlyList<string> Lines =>
        [scope.Form.Title.Here, $"{scope.Title} – {scope.Round.Title}", texts["exchange.mark", ("mark", scope.Mark.ToString())]];

    private Sheet Cells()
    {
        var estimated = scope.Form.Estimated.Count > 0;

        return new Sheet
        {
            Name = texts["exchange.sheet.figures"],
            TitleLines = Lines,
            IsLocked = true,
            CellFormats = Formats,
            Watermark = Watermark,
            Columns =
            [
                new SheetColumn(headings.Of(ColumnMeaning.Code), 12, SheetFormat.Text) { IsHidden = true },
                new SheetColumn(headings.Of(ColumnMeaning.Item), 56, SheetFormat.Text),
                .. PastYear is { } year ? [new SheetColumn(headings.Of(ColumnMeaning.Past, year), WidthOfFigure, SheetFormat.Shortest)] : (IEnumerable<SheetColumn>)[],
                new SheetColumn(headings.Of(ColumnMeaning.Value), WidthOfFigure + 3, SheetFormat.Shortest),
                .. estimated ? [new SheetColumn(headings.Of(ColumnMeaning.Estimate), WidthOfFigure + 3, SheetFormat.Shortest)] : (IEnumerable<SheetColumn>)[],
            ],
            Rows = scope.Form.Sections.SelectMany(section => Rows(section, scope.Returns[0])),
        };
    }

    private IEnumerable<IReadOnlyList<SheetCell>> Rows(FormSection section, WorkbookReturn of)
    {
        yield return [SheetCell.Blank, SheetCell.Heading(section.Title.Here)];

        foreach (var element in section.Elements)
        {
            var estimate = scope.Form.Estimated.Contains(element) ? EstimatedCell.NameOf(element) : null;

            yield return
            [
                SheetCell.Text(element),
                SheetCell.Text(labels[element].Here),
                .. PastYear is null ? (IEnumerable<SheetCell>)[] : [Past(of, element)],
                Typed(of, element),
                .. estimate is null ? (IEnumerable<SheetCell>)[] : [Typed(of, estimate)],
            ];
        }
    }

    private Sheet Villages() => OfVillages(texts["exchange.sheet.figures"], Typed);

    private Sheet VillagesBefore() => OfVillages(headings.Of(ColumnMeaning.Past, PastYear), Past);

    private Sheet OfVillages(string name, Func<WorkbookReturn, string, SheetCell> cell) => new()
    {
        Name = name,
        TitleLines = Lines,
        IsLocked = true,
        CellFormats = Formats,
        Watermark = Watermark,
        Landscape = true,
        Columns =
        [
            new SheetColumn(headings.Of(ColumnMeaning.SenderNumber), 8, SheetFormat.Text) { IsHidden = true },
            new SheetColumn(headings.Of(ColumnMeaning.Sender), 28, SheetFormat.Text),
            .. scope.Form.Cells.Select(code => new SheetColumn(labels[code].Here, WidthOfFigure, SheetFormat.Shortest)),
        ],
        Rows = scope.Returns.Select(of => (IReadOnlyList<SheetCell>)
        [
            SheetCell.Text(of.SubjectId.ToString(CultureInfo.InvariantCulture)),
            SheetCell.Text(of.Subject),
            .. scope.Form.Cells.Select(code => cell(of, code)),
        ]),
    };

    private Sheet Help() => new()
    {
        Name = texts["exchange.sheet.help"],
        IsLocked = true,
        Columns = [new SheetColumn(texts["exchange.sheet.help"], 110, SheetFormat.Text)],
        Rows =
        [
            .. from language in Texts.Languages
               from line in texts.In(language, scope.IsOfVillages ? "exchange.help.villages" : "exchange.help").Split('\n')
               select (IReadOnlyList<SheetCell>)[SheetCell.Text(line)],
        ],
    };

    private string? Watermark => scope.IsDemo ? texts["demo.mark"] : null;

    private SheetCell Past(WorkbookReturn of, string element) =>
        of.Past.Of(EstimatedCell.ElementOf(element)) is { Value: { } value } && !EstimatedCell.Is(element) ? Figure(element, value) : SheetCell.Blank;

    private SheetCell Stored(WorkbookReturn of, string name) =>
        of.Answers.Names.TryGetValue(name, out var value) ? Figure(name, value) : SheetCell.Blank;

    /// <summary>A figure to be read, or the words in which it was chosen.</summary>
    private SheetCell Figure(string name, long value)
    {
        var element = scope.Elements[EstimatedCell.ElementOf(name)];

        return texts.Word(element, value) is { } word ? SheetCell.Text(word)
            : SheetCell.Number(element.Natural(value), Formats[element.Decimals]);
    }

    /// <summary>A cell for typing, where it may be typed into.</summary>
    private SheetCell Typed(WorkbookReturn of, string name) => of.Takes(name) ? Input(of, name) : Stored(of, name);

    private SheetCell Input(WorkbookReturn of, string name)
    {
        var element = scope.Elements[EstimatedCell.ElementOf(name)];
        var value = of.Answers.Names.TryGetValue(name, out var stored) ? stored : (long?)null;

        return element.Choices is []
            ? SheetCell.Input(value is { } known ? element.Natural(known) : null, InputOf(element))
            : SheetCell.Input(value is { } chosen ? texts.Word(element, chosen) : null, InputOf(element));
    }

    /// <summary>One rule for all cells that take the same, so that the file states it once.</summary>
    private SheetInput InputOf(ElementDefinition element)
    {
        var key = element.Choices is [] ? $"{element.Decimals}" : string.Join('|', element.Choices) + element.Type;

        if (!inputs.TryGetValue(key, out var input))
        {
            inputs[key] = input = element.Choices is []
                ? SheetInput.Figure(element.Decimals, texts[element.Decimals == 0 ? "exchange.input.whole" : "exchange.input.number"])
                : SheetInput.OneOf([.. element.Choices.Select(choice => texts.Word(element, choice)!)], texts["exchange.input.choice"]);
        }

        return input;
    }
}
