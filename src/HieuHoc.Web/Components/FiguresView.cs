using HieuHoc.Figures;

namespace HieuHoc.Web.Components;

/// <summary>Figures with what their elements are called.</summary>
public sealed record FiguresView(IReadOnlyList<FigureRow> Figures, IReadOnlyDictionary<string, ElementDefinition> Elements)
{
    /// <summary>
    /// What replaced a superseded figure, of an estimate that was not made anew the official one; null where nothing follows,
    /// or where it is not superseded.
    /// </summary>
    public FigureRow? Next(FigureRow figure) => figure.SupersededAt is null ? null : Figures
        .Where(other => other.SubjectId == figure.SubjectId && other.Name == figure.Name
            && other.SourceId == figure.SourceId && other.Version > figure.Version
            && (other.Standing == figure.Standing || other.Standing is Standing.Official))
        .MinBy(other => (other.Version, other.Standing != figure.Standing));
}

/// <summary>Stated values with what their elements are called.</summary>
/// <param name="Rows">Where what is counted stands.</param>
public sealed record StatedView(
    IReadOnlyList<StatedValue> Values, IReadOnlyDictionary<string, ElementDefinition> Elements, string Rows);
