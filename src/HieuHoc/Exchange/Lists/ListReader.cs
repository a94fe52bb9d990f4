using System.Globalization;
using HieuHoc.Exchange.Workbooks;
using HieuHoc.Papers;
using HieuHoc.Platform;

namespace HieuHoc.Exchange.Lists;

/// <summary>A column of a file that is understood.</summary>
/// <param name="Index">Counted from 0.</param>
internal sealed record FoundColumn(int Index, ListColumn Column);

/// <summary>Where the list stands in a file.</summary>
/// <param name="Sheet">Null for the first.</param>
/// <param name="Row">Of the headings, counted from 1.</param>
/// <param name="Headings">By the index of their column.</param>
internal sealed record FoundList(string? Sheet, int Row, IReadOnlyList<FoundColumn> Columns, IReadOnlyDictionary<int, string> Headings, IReadOnlyList<FileMistake> Passed)
{
    private readonly Dictionary<string, int> byKey = Columns.ToDictionary(column => column.Column.Key, column => column.Index);

    /// <summary>What is understood, in the order of the file.</summary>
    public IReadOnlyList<ListColumn> Understood { get; } = [.. Columns.Select(column => column.Column)];

    /// <summary>The index of a column; null where the file has none such.</summary>
    public int? Index(string key) => byKey.TryGetValue(key, out var index) ? index : null;
}

/// <summary>
/// Reads a list line by line, so that memory does not grow with it: columns in any order, headings in either language, further
/// columns passed over and told.
/// </summary>
internal sealed class ListReader(ListWork work, Texts texts)
{
    /// <summary>The headings stand near the top.</summary>
    private const int FarthestHeading = 60;

    private const int MostSheets = 30;

    private readonly Dictionary<string, ListColumn> columns = work.Columns
        .SelectMany(column => column.Headings(texts).Select(heading => (Heading: Vietnamese.Fold(heading), Column: column)))
        .DistinctBy(known => known.Heading)
        .ToDictionary(known => known.Heading, known => known.Column);

    /// <summary>The table of the file, or why there is none.</summary>
    public Outcome<FoundList> Find(Stream file)
    {
        try
        {
            // The library looks through a whole sheet before it gives its first row: later ones are opened only where the first has no list.
            if (On(file, null) is { } first)
            {
                return first;
            }

            if (ExcelTable.SheetNames(file).Skip(1).Take(MostSheets).Select(sheet => On(file, sheet)).FirstOrDefault(found => found is not null) is { } later)
            {
                return later;
            }

            return new ListWithoutTable(string.Join(", ", work.Columns.Take(3).Select(column => $"“{column.Heading(texts, CultureInfo.CurrentUICulture.TwoLetterISOLanguageName)}”")));
        }
        catch (NotAWorkbookException cause)
        {
            return new WorkbookUnreadable(cause.Fault);
        }
    }

    /// <summary>The lines under the headings, without empty ones.</summary>
    /// <param name="open">Opens the file anew: values and formulas are read beside each other.</param>
    /// <exception cref="NotAWorkbookException">While the lines are read.</exception>
    public static IEnumerable<ListRow> Rows(Func<Stream> open, FoundList list)
    {
        using var values = open();
        using var marks = open();
        var read = list.Columns.Select(column => column.Index).ToHashSet();
        using var special = ExcelTable.Specials(marks, list.Sheet)
            .Where(cell => cell.Row > list.Row && cell.Kind is not CellKind.Formula && read.Contains(cell.Column))
            .GetEnumerator();
        var waiting = new WaitingCells(special);

        foreach (var row in ExcelTable.Read(values, list.Sheet).Where(row => row.Number > list.Row))
        {
            // A cell in error is no value: a row of such cells alone is none to the reading of values.
            while (waiting.Row is { } before && before < row.Number)
            {
                yield return new ListRow(list, before, [], waiting.Of(before));
            }

            var line = new ListRow(list, row.Number, row.Cells, waiting.Of(row.Number));

            if (!line.IsEmpty && !line.IsHeading)
            {
                yield return line;
            }
        }

        while (waiting.Row is { } after)
        {
            yield return new ListRow(list, after, [], waiting.Of(after));
        }
    }

    private FoundList? On(Stream file, string? sheet) => ExcelTable.Read(file, sheet)
        .TakeWhile(row => row.Number <= FarthestHeading)
        .Select(row => Heading(sheet, row))
        .FirstOrDefault(found => found is not null);

    private FoundList? Heading(string? sheet, SheetRow row)
    {
        var headings = row.Cells.Index().Where(cell => cell.Item is string text && text.Trim().Length > 0).ToDictionary(cell => cell.Index, cell => (string)cell.Item!);
        var found = headings
            .Select(heading => columns.TryGetValue(Vietnamese.Fold(heading.Value), out var column) ? new FoundColumn(heading.Key, column) : null)
            .OfType<FoundColumn>()
            .DistinctBy(column => column.Column.Key)
            .ToList();

        if (!work.IsHeading(found.Select(column => column.Column.Key).ToHashSet()))
        {
            return null;
        }

        var passed = headings.Where(heading => found.TrueForAll(column => column.Index != heading.Key))
            .Select(heading => new FileMistake(CellName.Column(heading.Key), "list.notice.column", heading.Value));

        return new FoundList(sheet, row.Number, found, headings, [.. passed]);
    }

    /// <summary>The next cells in error, in the order of the file.</summary>
    private sealed class WaitingCells
    {
        private readonly IEnumerator<SpecialCell> cells;

        private bool any;

        public WaitingCells(IEnumerator<SpecialCell> cells)
        {
            this.cells = cells;
            any = cells.MoveNext();
        }

        /// <summary>The row of the next one; null after the last.</summary>
        public int? Row => any ? cells.Current.Row : null;

        /// <summary>Those of a row, which are next.</summary>
        public IReadOnlyList<SpecialCell> Of(int row)
        {
            if (Row != row)
            {
                return [];
            }

            var found = new List<SpecialCell>();

            while (Row == row)
            {
                found.Add(cells.Current);
                any = cells.MoveNext();
            }

            return found;
        }
    }
}
