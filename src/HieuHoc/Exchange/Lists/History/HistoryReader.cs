using HieuHoc.Figures;
using HieuHoc.Platform;

namespace HieuHoc.Exchange.Lists.History;

/// <summary>A cell with a figure, and what its heading says it is.</summary>
/// <param name="Key">The column in which it stands.</param>
internal readonly record struct HistoryCell(string Key, FigureColumn Column);

/// <summary>What a line says, before it is known what may be counted then.</summary>
/// <param name="Place">Null where it was not found, or nothing is said of it.</param>
internal sealed record HistoryEntry(ListRow Row, PlaceAnswer? Place, PeriodCode Period, Standing Standing, IReadOnlyList<HistoryCell> Cells)
{
    public string Subject => Place?.Name ?? Row.Text(HistoryList.Place);
}

/// <summary>Reads the lines of a list of earlier years: which place, which period, which figures.</summary>
/// <param name="stated">The period of the whole file; null where each line says its own.</param>
internal sealed class HistoryReader(Texts texts, PeriodCode? stated, IEnumerable<FigureColumn> columns, PlacesByName places)
{
    private static readonly PeriodCode NoPeriod = PeriodCode.Year(1);

    private readonly Dictionary<string, FigureColumn> byName = columns
        .SelectMany(column => column.Headings(texts).Select(name => (Name: Vietnamese.Fold(name), Column: column)))
        .ToDictionary(known => known.Name, known => known.Column);

    private readonly Func<string, Standing?> standings = HistoryList.Standings.Reader(texts);

    /// <summary>What is wrong is noted in the row.</summary>
    public HistoryEntry Read(ListRow row)
    {
        var cells = CellsIn(row).ToList();

        // Without any figure it may say whatever it likes: a heading between, a place of which nobody knows anything.
        if (cells.Count == 0)
        {
            return new HistoryEntry(row, null, NoPeriod, Standing.Official, []);
        }

        var standing = StandingIn(row);

        if (PeriodIn(row) is not { } period)
        {
            return new HistoryEntry(row, null, NoPeriod, standing, []);
        }

        var place = places.Find(row.Text(HistoryList.Code), row.Text(HistoryList.Place), row.Text(HistoryList.District), row.Text(HistoryList.Village), period.Days.Last);

        if (place.Mistake is { } mistake)
        {
            row.Wrong(place.Column, mistake, place.Value);

            return new HistoryEntry(row, null, period, standing, []);
        }

        return new HistoryEntry(row, place, period, standing, cells);
    }

    /// <summary>The figure that the line names, and those of the columns that are headed by one.</summary>
    private IEnumerable<HistoryCell> CellsIn(ListRow row)
    {
        if (row.Cell(HistoryList.Value) is not null)
        {
            var (element, part) = (row.Text(HistoryList.Element), row.Text(HistoryList.Part));
            string[] names = part.Length == 0 ? [element] : [ElementDefinition.NameOf(element, part), $"{element}: {part}"];

            if (names.Select(name => byName.GetValueOrDefault(Vietnamese.Fold(name))).FirstOrDefault(column => column is not null) is { } named)
            {
                yield return new HistoryCell(HistoryList.Value, named);
            }
            else
            {
                row.Wrong(HistoryList.Element, "list.history.mistake.element", names[^1]);
            }
        }

        foreach (var column in row.Columns.OfType<FigureColumn>().Where(column => row.Cell(column.Key) is not null))
        {
            yield return new HistoryCell(column.Key, column);
        }
    }

    /// <summary>"2023", "Năm 2023", "2023-11"; else what was stated for the whole file.</summary>
    private PeriodCode? PeriodIn(ListRow row)
    {
        var said = row.Text(HistoryList.Period);

        if ((said.Length == 0 ? stated : said.Split(' ') is [.. { Length: <= 1 }, var code] ? PeriodCode.Parse(code) : null) is { } known)
        {
            return known;
        }

        row.Wrong(HistoryList.Period, said.Length == 0 ? "list.history.mistake.noPeriod" : "list.history.mistake.period", said);

        return null;
    }

    private Standing StandingIn(ListRow row)
    {
        var said = row.Text(HistoryList.StandingKey);

        if ((said.Length == 0 ? Standing.Official : standings(said)) is { } standing)
        {
            return standing;
        }

        row.Wrong(HistoryList.StandingKey, "exchange.mistake.choice", said);

        return Standing.Official;
    }
}
