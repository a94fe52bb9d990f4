using System.Globalization;
using HieuHoc.Access;
using HieuHoc.Exchange.Workbooks;
using HieuHoc.Papers;
using HieuHoc.Platform;

namespace HieuHoc.Exchange.Lists;

/// <summary>Builds the workbook in which a list is filled in: the headings, a drop-down list where one chooses, and how to fill it.</summary>
public sealed class BuildListTemplate(ListKinds kinds, ListKit kit)
{
    /// <summary>So many lines have drop-down lists; further ones can be typed too.</summary>
    private const int PreparedRows = 500;

    /// <summary>Builds it in the reader's language.</summary>
    public async Task<Outcome<WorkbookFile>> RunAsync(string list, Actor actor, CancellationToken ct)
    {
        if (kinds.Of(list, actor) is not { } kind)
        {
            return new ListNotFound();
        }

        var work = await kind.BeginAsync(kit, new ListRecord(kind.Name), actor, ct);
        var columns = kind.ColumnsFor(actor);

        return new WorkbookFile(new Workbook([Table(columns), Help(kind, columns), .. work.Beside(texts)]), $"mau-{kind.Name}.xlsx");
    }

    private readonly Texts texts = kit.Texts;

    private static string Language => CultureInfo.CurrentUICulture.TwoLetterISOLanguageName;

    private Sheet Table(IReadOnlyList<ListColumn> columns)
    {
        var cells = columns.Select(column => column.Choices(texts, Language) is { Count: > 0 } words
            ? SheetCell.Input((string?)null, SheetInput.OneOf(words, texts["exchange.input.choice"]))
            : SheetCell.Blank).ToList();
        var chooses = cells.Exists(cell => cell != SheetCell.Blank);

        return new Sheet
        {
            Name = texts["list.sheet"],
            Columns = [.. columns.Select(column => new SheetColumn(column.Heading(texts, Language), column.Width, FormatOf(column.Takes)))],
            Rows = Enumerable.Repeat<IReadOnlyList<SheetCell>>(cells, chooses ? PreparedRows : 0),
        };
    }

    private static SheetFormat FormatOf(ListCell takes) => takes switch
    {
        ListCell.Text or ListCell.Code or ListCell.Period or ListCell.Choice => SheetFormat.Text,
        ListCell.Day => SheetFormat.Date,
        ListCell.Figure => SheetFormat.Shortest,
    };

    private Sheet Help(ListKind kind, IReadOnlyList<ListColumn> columns) => new()
    {
        Name = texts["exchange.sheet.help"],
        Columns = [new SheetColumn(texts["list.column"], 34, SheetFormat.Text), new SheetColumn(texts["exchange.sheet.help"], 110, SheetFormat.Text)],
        Rows =
        [
            .. from language in Texts.Languages
               from row in HelpIn(kind, columns, language)
               select row,
        ],
    };

    private IEnumerable<IReadOnlyList<SheetCell>> HelpIn(ListKind kind, IReadOnlyList<ListColumn> columns, string language) =>
    [
        .. texts.In(language, $"list.{kind.Name}.help").Split('\n').Select(line => (IReadOnlyList<SheetCell>)[SheetCell.Blank, SheetCell.Text(line)]),
        .. columns.Select(column => (IReadOnlyList<SheetCell>)[SheetCell.Text(column.Heading(texts, language)), SheetCell.Text(column.Help(texts, language))]),
    ];
}
