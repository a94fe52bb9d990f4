using HieuHoc.Papers;
using HieuHoc.Platform;
using HieuHoc.Returns;

namespace HieuHoc.Exchange.Workbooks;

/// <summary>
/// Reads an officer's workbook: rows and columns in any order, some of them or all, headings in either language, an own or
/// last year's one. What is understood, what is wrong and what nobody asks is told apart; nothing is lost silently.
/// </summary>
internal sealed class WorkbookReader(WorkbookScope scope, Texts texts)
{
    /// <summary>The headings stand near the top.</summary>
    private const int FarthestHeading = 60;

    /// <summary>What an officer's workbook may unpack to: 50 MB.</summary>
    private const long LargestContent = 50L * 1_048_576;

    /// <summary>No workbook of ours has as many sheets; a table on a later one is not looked for.</summary>
    private const int MostSheets = 30;

    private readonly WorkbookTable table = WorkbookTable.Of(scope, texts);

    private readonly CellReader cells = new(texts);

    public Outcome<WorkbookReading> Read(Stream file)
    {
        try
        {
            foreach (var sheet in ExcelTable.SheetNames(file, LargestContent).Take(MostSheets))
            {
                var (heading, mark) = Heading(ExcelTable.Read(file, sheet, LargestContent).TakeWhile(row => row.Number <= FarthestHeading));

                if (heading is not null)
                {
                    return mark is null || mark.Whose == scope.Mark.Whose
                        ? Rows(file, heading with { Sheet = sheet, Mark = mark })
                        : new WorkbookOfOthers(mark.ToString(), scope.Mark.ToString());
                }
            }

            return new WorkbookWithoutTable(string.Join(", ", table.Needed.Select(heading => $"“{heading}”")));
        }
        catch (NotAWorkbookException cause)
        {
            return new WorkbookUnreadable(cause.Fault);
        }
    }

    /// <summary>The row of headings and what stands above it.</summary>
    private (FoundHeading? Heading, WorkbookMark? Mark) Heading(IEnumerable<SheetRow> rows)
    {
        WorkbookMark? mark = null;

        foreach (var row in rows)
        {
            mark = row.Cells.OfType<string>().Select(MarkIn).FirstOrDefault(found => found is not null) ?? mark;
            var headings = row.Cells.Select((cell, i) => (Index: i, Text: cell as string ?? "")).Where(heading => heading.Text.Trim().Length > 0).ToList();
            var columns = headings.Select(heading => table.Column(heading.Index, heading.Text)).OfType<KnownColumn>().DistinctBy(column => (column.Meaning, column.Cell)).ToList();

            if (table.IsHeading(columns))
            {
                return (new FoundHeading("", row.Number, columns, headings.ToDictionary(heading => heading.Index, heading => heading.Text.Trim()), null), mark);
            }
        }

        return (null, mark);
    }

    private WorkbookMark? MarkIn(string text) => Texts.Languages
        .Select(language => texts.In(language, "exchange.mark", ("mark", "")).Trim())
        .Where(before => text.StartsWith(before, StringComparison.OrdinalIgnoreCase))
        .Select(before => WorkbookMark.Parse(text[before.Length..].Trim()))
        .FirstOrDefault();

    private WorkbookReading Rows(Stream file, FoundHeading heading)
    {
        var special = Specials(file, heading);
        var found = new FoundRows(heading);

        foreach (var row in ExcelTable.Read(file, heading.Sheet, LargestContent).Where(row => row.Number > heading.Row))
        {
            Read(row, special, found);
        }

        // A cell in error, or a formula without a value, is no value to the reading of rows: such a row may seem empty.
        foreach (var row in special.Keys.Select(at => at.Row).Distinct().Where(row => !found.Seen.Contains(row)))
        {
            Read(new SheetRow(row, []), special, found);
        }

        return new WorkbookReading
        {
            Sheet = heading.Sheet,
            HeadingRow = heading.Row,
            WrongColumn = heading.Columns.FirstOrDefault(column => column.Meaning is ColumnMeaning.Wrong)?.Index ?? found.Width,
            Mark = heading.Mark,
            Cells = found.Cells,
            Mistakes = found.Mistakes,
            Notices = found.Notices,
        };
    }

    /// <summary>The formulas and errors under the headings that hold figures.</summary>
    private static Dictionary<(int Row, int Column), CellKind> Specials(Stream file, FoundHeading heading)
    {
        var figures = heading.Columns.Where(column => column.Meaning is ColumnMeaning.Value or ColumnMeaning.Estimate).Select(column => column.Index).ToHashSet();

        return ExcelTable.Specials(file, heading.Sheet, LargestContent)
            .Where(cell => cell.Row > heading.Row && figures.Contains(cell.Column))
            .DistinctBy(cell => (cell.Row, cell.Column))
            .ToDictionary(cell => (cell.Row, cell.Column), cell => cell.Kind);
    }

    private void Read(SheetRow row, IReadOnlyDictionary<(int Row, int Column), CellKind> special, FoundRows found)
    {
        found.Seen.Add(row.Number);
        found.Width = Math.Max(found.Width, row.Cells.Count);
        TellUnheaded(row, found);

        var given = found.Heading.Columns
            .Where(column => column.Meaning is ColumnMeaning.Value or ColumnMeaning.Estimate)
            .Select(column => new GivenAt(column, At(row, column.Index), special.TryGetValue((row.Number, column.Index), out var kind) ? kind : null))
            .Where(at => at.Cell is not null || at.Kind is CellKind.Error or CellKind.Uncalculated)
            .ToList();

        // A row of words alone parts the table; a heading may be repeated on a later page.
        if (given.Count == 0 || given.All(at => at.Cell is string text && table.Column(at.Column.Index, text) is not null))
        {
            return;
        }

        if (table.Row(meaning => Said(row, meaning, found.Heading)) is not { } known)
        {
            var name = Said(row, ColumnMeaning.Item, found.Heading) + Said(row, ColumnMeaning.Sender, found.Heading);
            found.Tell(table.UnknownRow, row.Number, $"{row.Number}", name.Length > 0 ? name : CellReader.Shown(given[0].Cell));

            return;
        }

        foreach (var at in given)
        {
            Read(row.Number, known, at, found);
        }
    }

    private void Read(int row, KnownRow known, GivenAt at, FoundRows found)
    {
        var where = CellName.Of(at.Column.Index, row);

        if (table.NameOf(known, at.Column) is not { } name)
        {
            found.Tell("exchange.notice.estimate", row, where, CellReader.Shown(at.Cell));

            return;
        }

        var read = cells.Read(at.Cell, at.Kind, scope.Elements[EstimatedCell.ElementOf(name)]);

        if (read.Mistake is { } mistake)
        {
            found.Tell(mistake, row, where, CellReader.Shown(at.Cell));

            return;
        }

        var cell = new GivenCell(known.Return, name, row, read.Value!.Value, at.Kind is CellKind.Formula); // without a mistake there is a value

        if (found.Add(cell) is { } before && before.Value != cell.Value)
        {
            found.Leave(cell);
            found.Tell("exchange.mistake.twice", row, where, $"{before.Row}");
        }
        else if (cell.Differs && !known.Return.Takes(name))
        {
            found.Tell(known.Return.IsOpen ? "exchange.mistake.frozen" : "exchange.mistake.closed", row, where, known.Return.Subject);
        }
    }

    /// <summary>Figures under a heading that is none of ours, or under none: merged or renamed ones.</summary>
    private static void TellUnheaded(SheetRow row, FoundRows found)
    {
        foreach (var (column, cell) in row.Cells.Index().Where(cell => cell.Item is decimal && found.Heading.Columns.All(known => known.Index != cell.Index)))
        {
            if (found.Unheaded.Add(column))
            {
                var heading = found.Heading.Texts.GetValueOrDefault(column, "");
                found.Tell(heading.Length > 0 ? "exchange.notice.column" : "exchange.notice.noHeading", found.Heading.Row, CellName.Column(column), heading);
            }
        }
    }

    private static object? At(SheetRow row, int column) => column < row.Cells.Count && row.Cells[column] is { } cell && cell is not string { Length: 0 } ? cell : null;

    private static string Said(SheetRow row, ColumnMeaning meaning, FoundHeading heading) =>
        heading.Columns.FirstOrDefault(column => column.Meaning == meaning) is { } column ? CellReader.Shown(At(row, column.Index)).Trim() : "";

    private sealed record FoundHeading(
        string Sheet, int Row, IReadOnlyList<KnownColumn> Columns, IReadOnlyDictionary<int, string> Texts, WorkbookMark? Mark);

    private sealed record GivenAt(KnownColumn Column, object? Cell, CellKind? Kind);

    /// <summary>What was found so far.</summary>
    private sealed class FoundRows(FoundHeading heading)
    {
        private readonly Dictionary<(ReturnId Return, string Name), GivenCell> given = [];

        private readonly HashSet<(ReturnId Return, string Name)> left = [];

        public FoundHeading Heading { get; } = heading;

        public HashSet<int> Seen { get; } = [];

        public HashSet<int> Unheaded { get; } = [];

        public int Width { get; set; } = heading.Texts.Keys.Max() + 1;

        public List<RowRemark> Mistakes { get; } = [];

        public List<RowRemark> Notices { get; } = [];

        public IReadOnlyList<GivenCell> Cells => [.. given.Values.Where(cell => !left.Contains((cell.Return.Id, cell.Name)))];

        /// <summary>Keeps the first that is said of a cell; hands back what was said of it before.</summary>
        public GivenCell? Add(GivenCell cell)
        {
            if (given.TryGetValue((cell.Return.Id, cell.Name), out var before))
            {
                return before;
            }

            given[(cell.Return.Id, cell.Name)] = cell;

            return null;
        }

        /// <summary>Takes neither of two numbers that contradict each other.</summary>
        public void Leave(GivenCell cell) => left.Add((cell.Return.Id, cell.Name));

        public void Tell(string key, int row, string where, string value) =>
            (key.StartsWith("exchange.notice", StringComparison.Ordinal) ? Notices : Mistakes).Add(new RowRemark(row, new FileMistake(where, key, value)));
    }
}
