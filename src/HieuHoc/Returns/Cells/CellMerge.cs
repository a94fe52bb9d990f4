using HieuHoc.Figures;

namespace HieuHoc.Returns.Cells;

/// <summary>A cell as a page sends it: what it showed, and what stands there now.</summary>
public sealed record TypedCell(string? Shown, string? Text);

/// <summary>What two people made of one return, cell by cell: who changed a cell alone is followed.</summary>
/// <param name="Typed">All cells of the form as they are to be saved; of those in conflict what was typed second.</param>
/// <param name="Conflicts">The cells that both changed, to different values, in the order of the form.</param>
public sealed record CellMerge(IReadOnlyDictionary<string, string?> Typed, IReadOnlyList<string> Conflicts)
{
    /// <param name="stored">What the other one saved.</param>
    public static CellMerge Of(
        IReadOnlyDictionary<string, TypedCell> cells, Answers stored, FormsPack form, IReadOnlyDictionary<string, ElementDefinition> elements)
    {
        var shown = TypedAnswers.Read(cells.ToDictionary(cell => cell.Key, cell => cell.Value.Shown), form, elements).Answers;
        var typed = TypedAnswers.Read(cells.ToDictionary(cell => cell.Key, cell => cell.Value.Text), form, elements);
        var merged = new Dictionary<string, string?>();
        var conflicts = new List<string>();

        foreach (var name in form.Cells)
        {
            var readable = !typed.Unreadable.Contains(name);
            var mine = typed.Answers.Of(name);

            if (!cells.ContainsKey(name) || (readable && mine == shown.Of(name)))
            {
                merged[name] = stored.Of(name) is { } value ? TypedAnswers.Text(elements[EstimatedCell.ElementOf(name)].Natural(value)) : null;

                continue;
            }

            merged[name] = cells[name].Text;

            if (readable && stored.Of(name) != shown.Of(name) && stored.Of(name) != mine)
            {
                conflicts.Add(name);
            }
        }

        return new CellMerge(merged, conflicts);
    }
}
