using System.Globalization;
using HieuHoc.Figures;
using HieuHoc.Figures.Import;
using HieuHoc.Platform;

namespace HieuHoc.Exchange.Lists.History;

/// <summary>A figure that a line gives.</summary>
/// <param name="Now">What was taken over of it before; null where nothing was.</param>
internal sealed record HistoryFigure(ElementDefinition Of, ResolvedRow Row, long? Now)
{
    public bool Differs => Now != Row.Value;
}

/// <summary>A line of figures of a place of then.</summary>
internal sealed record HistoryLine(int Row, ListLineState State, string Subject, IReadOnlyList<FileMistake> Mistakes, IReadOnlyList<HistoryFigure> Figures)
    : ListLine(Row, State, Subject, Mistakes)
{
    public static HistoryLine Of(ListRow row, string subject, IReadOnlyList<HistoryFigure> figures) => new(
        row.Number,
        row.Mistakes.Count > 0 ? ListLineState.Wrong
            : figures.Any(figure => figure is { Now: not null, Differs: true }) ? ListLineState.Changes
            : figures.Any(figure => figure.Differs) ? ListLineState.New
            : ListLineState.Same,
        subject,
        row.Mistakes,
        figures);

    public override IReadOnlyList<ListDifference> Differences(Texts texts) =>
    [
        .. from figure in Figures
           where figure.Differs
           let standing = figure.Row.Standing is Standing.Official ? "" : $", {texts[Texts.KeyOf(figure.Row.Standing)]}"
           select new ListDifference(
               $"{figure.Of.Title.Here} ({figure.Row.Period.Text}{standing})",
               figure.Now is { } now ? Shown(texts, figure.Of, now) : null,
               Shown(texts, figure.Of, figure.Row.Value)),
    ];

    private static string Shown(Texts texts, ElementDefinition of, long value) =>
        texts.Word(of, value) ?? of.Natural(value).ToString("#,##0.######", CultureInfo.CurrentCulture);
}
