using HieuHoc.Returns;
using HieuHoc.Returns.Cells;
using HieuHoc.Returns.Reasons;
using Microsoft.AspNetCore.Mvc.Rendering;

namespace HieuHoc.Web.Pages.Returns;

/// <summary>One section of a return's form, as the page draws it.</summary>
/// <param name="Anchor">The cell of a finding at which it is said on this page.</param>
/// <param name="Past">What stood in the cells a year before.</param>
public sealed record SectionView(
    ReturnView Return,
    FormSection Section,
    IReadOnlyDictionary<string, string> Typed,
    Func<Finding, string> Anchor,
    PastYear Past)
{
    /// <summary>The id of a field.</summary>
    public static string FieldId(string name) => TagBuilder.CreateSanitizedId(name, "_");

    /// <summary>The id of a cell's field.</summary>
    public static string CellId(string code) => FieldId($"{ShowModel.CellPrefix}{code}");

    /// <summary>The id of the sentence of a finding.</summary>
    public static string FindingId(Finding finding) => FieldId($"finding_{finding.Code}_{finding.Cell}");

    /// <summary>Names the fields of a reason: beside a finding, or of a whole section, whose cell is empty.</summary>
    public static string ReasonKey(string code, string cell) => FieldId($"{code}.{cell}");

    /// <summary>The id of the field in which the reason of a finding is chosen.</summary>
    public static string ReasonId(Finding finding) => FieldId($"{nameof(ShowModel.Reasons)}[{ReasonKey(finding.Code, finding.Cell)}].{nameof(ReasonField.Ready)}");

    /// <summary>The reasons as they were typed, when they could not be kept.</summary>
    public IReadOnlyList<ReasonField> TypedReasons { get; init; } = [];

    /// <summary>The cells that stand at the top of the page, where they are typed and talked about.</summary>
    public IReadOnlySet<string> Top { get; init; } = new HashSet<string>();

    /// <summary>The cells that two people changed, each with who saved it before.</summary>
    public IReadOnlyDictionary<string, SavedCell> Conflicts { get; init; } = new Dictionary<string, SavedCell>();

    /// <summary>What was said of a cell and of its estimate, unless the top of the page tells it.</summary>
    public IReadOnlyList<CellWords> TalkOf(string code) =>
        [.. new[] { code, EstimatedCell.NameOf(code) }.Where(name => !Top.Contains(name)).SelectMany(Return.Talk.Of)];

    /// <summary>In what a row of money is counted, unless its title says so: people, classes and documents are named by the row itself.</summary>
    public string? UnitOf(FormRow row) =>
        row.Cells.OfType<string>().Select(code => Return.Elements[code]).FirstOrDefault(element => element.Decimals > 0) is { } money
            && !row.Title.Here.Contains(money.Unit.Here, StringComparison.OrdinalIgnoreCase) ? money.Unit.Here : null;

    /// <summary>True when a cell is typed in this section.</summary>
    public bool IsTyped(string name) => Return.CanTypeInto(name) && !Top.Contains(name);

    /// <summary>A cell as the page asks it.</summary>
    public CellField FieldOf(string name, string label, IReadOnlyList<Finding> findings, string? error) => new(
        Return.Elements[EstimatedCell.ElementOf(name)], name, label, Typed.GetValueOrDefault(name), Return.Answers.Of(name))
    {
        IsWrong = findings.Count > 0 || error is not null,
        Described = Described(name, findings, error),
        Conflict = Conflicts.GetValueOrDefault(name),
    };

    /// <summary>What asks a reason in this section.</summary>
    public IReadOnlyList<Finding> Odd => Return.Found.SoftIn(Section);

    /// <summary>The findings about a cell, or about its estimate.</summary>
    public IReadOnlyList<Finding> FindingsOf(string name) => [.. Return.Found.All.Where(finding => finding.Cells.Contains(name))];

    /// <summary>The findings that are said under a row.</summary>
    public IReadOnlyList<Finding> FindingsUnder(FormRow row) => [.. Return.Found.All.Where(finding => row.Cells.Contains(Anchor(finding)))];

    /// <summary>The fields for reasons: one for the section where several things are odd in it, and one for each of them.</summary>
    public IReadOnlyList<ReasonField> ReasonFields =>
    [
        .. Odd.Count > 1 ? (IEnumerable<ReasonField>)[Field(Section.Code, "", Return.Found.Of(Section))] : [],
        .. Odd.Select(finding => Field(finding.Code, finding.Cell, Return.Found.Reasons.FirstOrDefault(reason => reason.IsAt(finding.Code, finding.Cell)))),
    ];

    private ReasonField Field(string code, string cell, ReturnReason? given) =>
        TypedReasons.FirstOrDefault(typed => typed.Code == code && (typed.Cell ?? "") == cell)
            ?? new ReasonField { Code = code, Cell = cell, Ready = given?.Ready, Text = given?.Text, WasReady = given?.Ready, WasText = given?.Text };

    /// <summary>The answer of a cell, or of its estimate, as it is stored; null when it was not answered.</summary>
    public long? Of(string name) => Return.Answers.Of(name);

    /// <summary>True when all of a column is typed here, so that a sum can follow the typing.</summary>
    public bool SumsAsTyped(int column) =>
        Decimals(column) == 0 && Section.Rows.Select(row => row.Cells[column]).OfType<string>().All(code => IsTyped(code) && !Conflicts.ContainsKey(code));

    /// <summary>True for a cell that is asked twice: to the cut-off, and for the whole year.</summary>
    public bool IsEstimated(string code) => Return.Form.Estimated.Contains(code);

    /// <summary>The decimals of a column that is added up.</summary>
    public int Decimals(int column) =>
        Section.Rows.Select(row => row.Cells[column]).OfType<string>().Max(code => (int?)Return.Elements[code].Decimals) ?? 0;

    /// <summary>The ids of what describes a cell: what is wrong with it, and what stood there a year before.</summary>
    public string? Described(string name, IReadOnlyList<Finding> findings, string? error)
    {
        IReadOnlyList<string> ids =
        [
            .. findings.Where(finding => Section.Elements.Contains(Anchor(finding))).Select(FindingId),
            .. error is null ? (IEnumerable<string>)[] : [$"{CellId(name)}_error"],
            .. Past.Of(name) is null ? (IEnumerable<string>)[] : [$"{CellId(name)}_past"],
        ];

        return ids.Count > 0 ? string.Join(' ', ids) : null;
    }
}

/// <summary>A section in the list of sections: how far it is filled, and how much in it is to be looked at.</summary>
/// <param name="Href">Where it is.</param>
public sealed record SectionLine(FormSection Section, string Href, bool IsOpen, int Answered, int Asked, int Findings);

/// <summary>A reason in the form; without a cell it is that of a whole section.</summary>
public sealed record ReasonField
{
    public string? Code { get; set; }

    public string? Cell { get; set; }

    public string? Ready { get; set; }

    public string? Text { get; set; }

    /// <summary>What the page showed.</summary>
    public string? WasReady { get; set; }

    public string? WasText { get; set; }

    /// <summary>True when something else was typed than the page showed.</summary>
    public bool IsTouched => (Ready ?? "", Text ?? "") != (WasReady ?? "", WasText ?? "");

    /// <summary>True when somebody else gave another reason meanwhile than the page showed, and than was typed.</summary>
    public bool IsOverwriting(ReturnReason? stored) => (stored?.Ready ?? "", stored?.Text ?? "") is var now
        && now != (WasReady ?? "", WasText ?? "") && now != (Ready ?? "", Text ?? "");
}
