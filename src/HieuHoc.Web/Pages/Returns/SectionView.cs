using HieuHoc.Places;
using HieuHoc.Returns;
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

    /// <summary>The findings about a cell, or about its estimate.</summary>
    public IReadOnlyList<Finding> FindingsOf(string name) => [.. Return.Findings.Where(finding => finding.Check.Cells.Contains(name))];

    /// <summary>The findings that are said under a row.</summary>
    public IReadOnlyList<Finding> FindingsUnder(FormRow row) => [.. Return.Findings.Where(finding => row.Cells.Contains(Anchor(finding)))];

    /// <summary>The answer of a cell, or of its estimate, as it is stored; null when it was not answered.</summary>
    public long? Of(string name) => Return.Answers.Names.TryGetValue(name, out var value) ? value : null;

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
            .. findings.Where(finding => Section.Elements.Contains(Anchor(finding))).Select(finding => "finding_" + finding.Check.Code),
            .. error is null ? (IEnumerable<string>)[] : [$"{CellId(name)}_error"],
            .. Past.Of(name) is null ? (IEnumerable<string>)[] : [$"{CellId(name)}_past"],
        ];

        return ids.Count > 0 ? string.Join(' ', ids) : null;
    }
}

/// <summary>A section in the list of sections: how far it is filled, and how much in it is to be looked at.</summary>
/// <param name="Href">Where it is.</param>
public sealed record SectionLine(FormSection Section, string Href, bool IsOpen, int Answered, int Asked, int Findings);

/// <summary>What stood in the cells a year before, on the place as it is now.</summary>
public sealed record PastYear(int? Year, IReadOnlyDictionary<string, Restated> Figures)
{
    /// <summary>Nothing to show beside the cells.</summary>
    public static PastYear None { get; } = new(null, new Dictionary<string, Restated>());

    /// <summary>What stood there; null where nothing did, or where one of those that live on in the place had none.</summary>
    public Restated? Of(string code) => Figures.GetValueOrDefault(code) is { Value: not null, Missing: 0 } past ? past : null;
}
