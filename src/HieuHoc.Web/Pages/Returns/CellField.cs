using HieuHoc.Figures;
using HieuHoc.Platform;
using HieuHoc.Returns;
using HieuHoc.Returns.Cells;
using HieuHoc.Web.Components;

namespace HieuHoc.Web.Pages.Returns;

/// <summary>A cell, or its estimate, as a page asks it.</summary>
/// <param name="Label">What it is called.</param>
/// <param name="Typed">What stands in it.</param>
/// <param name="Stored">What is saved of it; null where nothing is.</param>
public sealed record CellField(ElementDefinition Element, string Name, string Label, string? Typed, long? Stored)
{
    /// <summary>True where it is to be looked at.</summary>
    public bool IsWrong { get; init; }

    /// <summary>The ids of what describes it.</summary>
    public string? Described { get; init; }

    /// <summary>True where a visible label names it.</summary>
    public bool IsLabelled { get; init; }

    /// <summary>Who saved another value meanwhile; null where nobody did.</summary>
    public SavedCell? Conflict { get; init; }

    public string Id => SectionView.CellId(Name);

    /// <summary>What is saved, as it is typed.</summary>
    public string Saved => Stored is { } value ? Shown.CellText(Element, value) : "";
}

/// <summary>The names of cells on a page.</summary>
public static class CellTitles
{
    extension(Texts texts)
    {
        /// <summary>What a cell, or its estimate, is called.</summary>
        public string CellTitle(IReadOnlyDictionary<string, ElementDefinition> elements, string name) =>
            EstimatedCell.Is(name)
                ? texts["returns.estimate.of", ("cell", elements[EstimatedCell.ElementOf(name)].Title.Here)]
                : elements[EstimatedCell.ElementOf(name)].Title.Here;
    }
}
