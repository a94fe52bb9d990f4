using HieuHoc.Figures;
using HieuHoc.Places;
using HieuHoc.Platform;

namespace HieuHoc.Exchange.Lists.History;

/// <summary>A column that holds one figure, headed by its code or by what it is called in either language.</summary>
internal sealed record FigureColumn : ListColumn
{
    private const string Before = "figure:";

    private readonly IReadOnlyList<string> called;

    private FigureColumn(ElementDefinition of, IReadOnlyList<string> called)
        : base(HistoryList.Kind, Before + of.Code, ListCell.Figure) => (Of, this.called) = (of, called);

    public ElementDefinition Of { get; }

    public override string Heading(Texts texts, string language) => Of.Code;

    public override IEnumerable<string> Headings(Texts texts) => called;

    /// <summary>A column for everything that places count or have counted. What two of them are called tells neither: there the code is needed.</summary>
    public static async Task<IReadOnlyList<FigureColumn>> AllAsync(ListKit kit, short owner, CancellationToken ct)
    {
        var known = (await kit.Db.ElementDefinitionsAsync(kit.Shelf, await kit.Db.JurisdictionAsync(owner, ct), kit.Clock.Now.Day, ct)).Values
            .Where(element => element.LeafLevel is not SubjectLevel.Agency)
            .ToList();
        var often = known
            .SelectMany(element => Titles(element).Select(Vietnamese.Fold))
            .CountBy(title => title)
            .Where(title => title.Value > 1)
            .Select(title => title.Key)
            .ToHashSet();

        return [.. known.Select(element => new FigureColumn(element, [element.Code, .. Titles(element).Where(title => !often.Contains(Vietnamese.Fold(title)))]))];
    }

    private static IEnumerable<string> Titles(ElementDefinition element) => new[] { element.Title.Vi, element.Title.En }.DistinctBy(Vietnamese.Fold);
}
