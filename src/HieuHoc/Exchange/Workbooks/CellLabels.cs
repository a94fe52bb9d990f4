using HieuHoc.Platform;
using HieuHoc.Returns;

namespace HieuHoc.Exchange.Workbooks;

/// <summary>What the cells of a form are called in a table, each by a name of its own, and how they are found by it.</summary>
public sealed class CellLabels
{
    private readonly Dictionary<string, LocalText> labels = [];

    private readonly Dictionary<string, string> names = [];

    /// <summary>The names of all that a form asks.</summary>
    public CellLabels(FormsPack form, Texts texts)
    {
        var rows = form.Sections.SelectMany(section => section.Rows.SelectMany(row => row.Cells.Zip(section.Columns, (name, column) => (section, row, column, name))))
            .Where(cell => cell.name is not null)
            .ToList();
        var often = rows.GroupBy(cell => (cell.row.Title.Vi, cell.column.Vi)).Where(group => group.Count() > 1).Select(group => group.Key).ToHashSet();

        foreach (var (section, row, column, name) in rows)
        {
            // The one heading of a list says nothing about its rows.
            var label = section.Columns.Count == 1 ? row.Title : new LocalText($"{row.Title.Vi}: {column.Vi}", $"{row.Title.En}: {column.En}");

            // Two sections may ask a row of one name.
            labels[name!] = often.Contains((row.Title.Vi, column.Vi))
                ? new LocalText($"{section.Title.Vi}. {label.Vi}", $"{section.Title.En}. {label.En}")
                : label;
        }

        foreach (var element in form.Estimated)
        {
            labels[EstimatedCell.NameOf(element)] = new LocalText(
                texts.In("vi", "returns.estimate.of", ("cell", labels[element].Vi)), texts.In("en", "returns.estimate.of", ("cell", labels[element].En)));
        }

        foreach (var (name, label) in labels)
        {
            names[Vietnamese.Fold(name)] = name;
            names.TryAdd(Vietnamese.Fold(label.Vi), name);
            names.TryAdd(Vietnamese.Fold(label.En), name);
        }
    }

    /// <summary>What a cell, or its estimate, is called.</summary>
    public LocalText this[string name] => labels[name];

    /// <summary>The cell that is meant, by its code or by what it is called in either language; null when the form asks no such.</summary>
    public string? Find(string text) => names.GetValueOrDefault(Vietnamese.Fold(text.Trim()));
}
