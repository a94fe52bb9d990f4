using HieuHoc.Returns;

namespace HieuHoc.Web.Pages.Returns;

/// <summary>The sections of the form: which of them the page shows, and what stands around them.</summary>
public sealed partial class ShowModel
{
    /// <summary>What stood in the cells a year before.</summary>
    private PastYear Past { get; set; } = PastYear.None;

    /// <summary>True when the form is typed one section a page.</summary>
    private bool IsPaged => View.CanType && View.Form.Sections.Count > SectionsOfOnePage;

    /// <summary>The section that is typed; null where all are shown, and on the list of sections.</summary>
    public FormSection? Current => IsPaged ? Section(Code) : null;

    /// <summary>The sections that the page shows: the one that is typed, none beside the list of sections, or all.</summary>
    public IReadOnlyList<FormSection> Sections => !IsPaged ? View.Form.Sections : Current is { } section ? [section] : [];

    /// <summary>The section before the one that is typed.</summary>
    public FormSection? Previous => Beside(-1);

    /// <summary>The section after the one that is typed.</summary>
    public FormSection? Next => Beside(1);

    /// <summary>The number of the section that is typed, as people count.</summary>
    public int Number => Place + 1;

    /// <summary>The list of sections; empty where the form is short enough to be seen at once.</summary>
    public IReadOnlyList<SectionLine> Lines => View.Version == 0 || View.Form.Sections.Count <= SectionsOfOnePage ? [] :
    [
        .. View.Form.Sections.Select(section => new SectionLine(
            section,
            IsPaged ? AddressOf(section) : $"#section_{section.Code}",
            section == Current,
            View.Form.CellsOf(section).Count(View.Answers.Names.ContainsKey),
            View.Form.CellsOf(section).Count,
            View.Found.All.Count(finding => View.Found.Of(finding) is null && finding.Cells.Any(section.Elements.Contains)))),
    ];

    /// <summary>The steps that are offered under the form: whoever types hands the return on from the list of sections.</summary>
    public IReadOnlyList<ReturnTransition> Moves =>
        !View.CanType ? [.. View.Open.Where(move => move.Step is not ReturnStep.AskToMend).OrderBy(move => move.NeedsReason)]
        : IsPaged && Current is null && Top.Count == 0 && View.HandsOn is { } move ? [move]
        : [];

    /// <summary>A section as the page draws it.</summary>
    public SectionView Of(FormSection section) => new(View, section, Cells, Anchor, Past)
    {
        TypedReasons = Reasons,
        Top = Top,
        Conflicts = Conflicts,
    };

    /// <summary>The page of a section, or of the list of sections.</summary>
    public string AddressOf(FormSection? section) => section is null ? $"/returns/{Id}" : $"/returns/{Id}?section={section.Code}";

    /// <summary>Where a finding can be mended, or explained.</summary>
    public string Where(Finding finding)
    {
        var cell = $"#{(finding.Weight is FindingWeight.Soft ? SectionView.ReasonId(finding) : SectionView.CellId(Anchor(finding)))}";

        return IsPaged && Elsewhere(finding) is { } home ? AddressOf(home) + cell : cell;
    }

    /// <summary>The field of the first reason that is missing, where this page has it; else its place in the list of what is found leads there.</summary>
    private string FirstUnexplained =>
        View.Found.Unexplained is [var first, ..] && Elsewhere(first) is null ? SectionView.ReasonId(first) : "findings";

    /// <summary>The section of a finding that this page does not show; null when it does.</summary>
    public FormSection? Elsewhere(Finding finding) =>
        View.Form.Sections.First(section => section.Elements.Contains(Anchor(finding))) is var home && !Sections.Contains(home) ? home : null;

    private int Place => Current is { } section ? View.Form.Sections.Index().First(pair => pair.Item == section).Index : -1;

    private FormSection? Beside(int step) => Current is null ? null : View.Form.Sections.ElementAtOrDefault(Place + step);

    private FormSection? Section(string? code) => View.Form.Sections.FirstOrDefault(section => section.Code == code);

    /// <summary>The cell at which a finding is said: the first of those that the page shows.</summary>
    private string Anchor(Finding finding) =>
        finding.Cells.FirstOrDefault(code => Sections.Any(section => section.Elements.Contains(code))) ?? finding.Cell;

    /// <summary>The official figures of the year before beside the cells that the page shows.</summary>
    private async Task<PastYear> PastAsync(ReturnView view, CancellationToken ct) => view.Version == 0
        ? PastYear.None
        : await db.PastYearAsync(shelf, view.Return, [.. Sections.SelectMany(section => section.Elements)], ct);
}
