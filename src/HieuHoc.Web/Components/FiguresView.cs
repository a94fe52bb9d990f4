using HieuHoc.Figures;

namespace HieuHoc.Web.Components;

/// <summary>Figures with what their elements are called.</summary>
public sealed record FiguresView(IReadOnlyList<FigureRow> Figures, IReadOnlyDictionary<string, ElementDefinition> Elements)
{
    /// <summary>A figure as the reader writes it.</summary>
    public string Number(FigureRow figure) => Shown.NumberText(Elements[figure.Name].Natural(figure.Value), Elements[figure.Name].Decimals);

    /// <summary>What a superseded figure's successor adds to it; null where none follows, or where it is not superseded.</summary>
    public string? Difference(FigureRow figure) => Next(figure) is { } next
        ? Shown.NumberText(Elements[figure.Name].Natural(next.Value - figure.Value), Elements[figure.Name].Decimals)
        : null;

    private FigureRow? Next(FigureRow figure) => figure.SupersededAt is null ? null : Figures
        .Where(other => other.SubjectId == figure.SubjectId && other.Name == figure.Name
            && other.SourceId == figure.SourceId && other.Version > figure.Version)
        .MinBy(other => other.Version);
}

/// <summary>Stated values with what their elements are called.</summary>
/// <param name="Rows">Where what is counted stands.</param>
public sealed record StatedView(
    IReadOnlyList<StatedValue> Values, IReadOnlyDictionary<string, ElementDefinition> Elements, string Rows)
{
    /// <summary>A value in the units of a figure's element, as the reader writes it.</summary>
    public string? Number(FigureRow figure, long? value) =>
        value is { } known ? Shown.NumberText(Elements[figure.Name].Natural(known), Elements[figure.Name].Decimals) : null;
}
