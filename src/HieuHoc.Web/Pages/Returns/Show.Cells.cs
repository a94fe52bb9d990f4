using HieuHoc.Figures;
using HieuHoc.Platform;
using HieuHoc.Returns;
using HieuHoc.Returns.Cells;
using Microsoft.AspNetCore.Mvc;
using Microsoft.AspNetCore.Mvc.ModelBinding;
using Microsoft.EntityFrameworkCore;

namespace HieuHoc.Web.Pages.Returns;

/// <summary>Single cells: marked by who checks, answered by who sends, compared when they come back.</summary>
public sealed partial class ShowModel
{
    /// <summary>What the name of the field begins with in which it is said why a cell is marked.</summary>
    public const string WhyPrefix = "why.";

    /// <summary>Cells that are about to be marked, and for which a reason is still asked.</summary>
    [FromQuery(Name = "mark")]
    public IReadOnlyList<string> Asking { get; set; } = [];

    /// <summary>The cells that are ticked as marked.</summary>
    [BindProperty]
    public IReadOnlyList<string> Mark { get; set; } = [];

    /// <summary>What is said of cells, as typed.</summary>
    [BindProperty]
    public List<RemarkField> Remarks { get; set; } = [];

    /// <summary>The cells that came back, or changed since they were sent before; empty for who types.</summary>
    public IReadOnlyList<CellChange> Changes { get; private set; } = [];

    /// <summary>True where what was sent before can be compared with what is there now.</summary>
    public bool CameBack { get; private set; }

    /// <summary>The cells that stand at the top of the page, each with its conversation.</summary>
    public IReadOnlySet<string> Top => Current is not null ? new HashSet<string>()
        : View.CanType ? (View.Mending?.Marks.Select(mark => mark.Cell).ToHashSet() ?? []) : Changes.Select(change => change.Name).ToHashSet();

    /// <summary>The cells to be marked: those that are, then those for which a reason is asked, with what was typed.</summary>
    public IReadOnlyList<(string Name, string Why)> Marks =>
    [
        .. View.Form.Cells.Where(name => Marked(name) || Asking.Contains(name) || Mark.Contains(name))
            .Select(name => (name, Request.HasFormContentType && Request.Form.TryGetValue(WhyPrefix + name, out var typed)
                ? typed.ToString() : View.Talk.Marked.FirstOrDefault(mark => mark.Cell == name)?.Reason ?? "")),
    ];

    private bool Marked(string name) => Mark.Count == 0 && View.Talk.Marked.Any(mark => mark.Cell == name);

    /// <summary>The first cell that is neither answered nor mended.</summary>
    private string FirstWaiting => View.Mending!.Waiting(View.Answers) is [var first, ..] ? RemarkKey(first.Cell) : "";

    /// <summary>Names the fields of what is said of a cell.</summary>
    public static string RemarkKey(string name) => SectionView.FieldId($"answer_{name}");

    /// <summary>The field in which something is said of a cell: as typed, or empty under an id of its own.</summary>
    public RemarkField RemarkOf(string name) => Remarks.FirstOrDefault(remark => remark.Cell == name) ?? new RemarkField { Id = Guid.CreateVersion7(), Cell = name };

    /// <summary>A cell at the top of the page, under a visible label.</summary>
    public CellField FieldOf(string name) => new(ElementOf(name), name, texts.CellTitle(View.Elements, name), Cells.GetValueOrDefault(name), View.Answers.Of(name))
    {
        IsLabelled = true,
        IsWrong = ModelState.GetFieldValidationState(CellPrefix + name) is ModelValidationState.Invalid,
        Conflict = Conflicts.GetValueOrDefault(name),
    };

    /// <summary>Marks the cells that have a reason, and asks one for the others.</summary>
    public async Task<IActionResult> OnPostMarkAsync(CancellationToken ct)
    {
        var typed = TypedMarks();
        var outcome = await markCells.RunAsync(new ReturnId(Id), Revision, [.. typed.Where(mark => mark.Reason is not "")], actor, ct);

        if (outcome.Refusal is { } refusal)
        {
            return await RefuseAsync(refusal, ct, "marks");
        }

        var asking = string.Join('&', typed.Where(mark => mark.Reason is "").Select(mark => $"mark={Uri.EscapeDataString(mark.Cell)}"));
        Done = asking.Length > 0 ? null : "marked";

        return Redirect($"{AddressOf(null)}{(asking.Length > 0 ? "?" : "")}{asking}#marks");
    }

    /// <summary>Marks what is on the page, then gives the return back, so that no reason is lost.</summary>
    public async Task<IActionResult> OnPostAskAsync(CancellationToken ct)
    {
        // Of a second click the step itself knows that it was taken.
        if (View.CanMark && (Mark.Count > 0 || View.Talk.Marked.Count > 0))
        {
            var outcome = await markCells.RunAsync(new ReturnId(Id), Revision, TypedMarks(), actor, ct);

            if (outcome.Refusal is { } refusal)
            {
                return await RefuseAsync(refusal, ct, "marks");
            }

            Revision = outcome.Value.Revision;
        }

        return await StepAsync(ReturnStep.AskToMend, ct);
    }

    /// <summary>Adds to the conversation about cells, where nothing is typed.</summary>
    public async Task<IActionResult> OnPostSayAsync(CancellationToken ct) => await RemarkAsync(ct) ?? Again("said");

    private List<TypedMark> TypedMarks() => [.. Mark.Distinct().Select(name => new TypedMark(name, TypedText.Line(Request.Form[WhyPrefix + name])))];

    private async Task<IActionResult?> RemarkAsync(CancellationToken ct)
    {
        var said = Remarks.Where(remark => !string.IsNullOrWhiteSpace(remark.Text)).ToList();

        if (said.Count == 0)
        {
            return null;
        }

        var outcome = await remarkOnCells.RunAsync(
            new ReturnId(Id), [.. said.Select(remark => new TypedRemark(new RemarkId(remark.Id), remark.Cell ?? "", remark.Text))], actor, ct);

        if (outcome.Refusal is { } refusal)
        {
            return await RefuseAsync(refusal, ct, RemarkKey(said[0].Cell ?? ""));
        }

        // Said: a step that is refused now asks for further words, not for these again.
        Remarks = [];

        return null;
    }

    private async Task<IReadOnlyList<CellChange>> ChangesAsync(ReturnView view, CancellationToken ct)
    {
        var before = view.Return.MarkedVersion ?? view.Version - 1;

        if (view.CanType || view.State is ReturnState.Confirmed || before < 1 || (view.Talk.Asked.Count == 0 && view.Version <= before))
        {
            return [];
        }

        var answers = await db.ReturnVersions.AsNoTracking()
            .Where(row => row.Owner == view.Return.Owner && row.ReturnId == view.Return.Id && (row.Number == before || row.Number == view.ConfirmedVersion))
            .ToDictionaryAsync(row => row.Number, row => Answers.FromJson(row.Answers), ct);
        var confirmed = view.ConfirmedVersion is { } number ? answers[number] : null;
        CameBack = view.Version > before;

        return
        [
            .. view.Form.Cells
                .Where(name => view.Talk.Asked.Any(mark => mark.Cell == name) || answers[before].Of(name) != view.Answers.Of(name))
                .Select(name => new CellChange(
                    name,
                    view.Elements[EstimatedCell.ElementOf(name)],
                    answers[before].Of(name),
                    view.Answers.Of(name),
                    confirmed?.Of(name),
                    EstimatedCell.Is(name) ? null : Past.Of(name)?.Value,
                    view.Talk.Asked.Any(mark => mark.Cell == name))),
        ];
    }
}

/// <summary>A cell that came back, or that changed since it was sent before.</summary>
/// <param name="Before">What was sent before; null where nothing was.</param>
/// <param name="Confirmed">What was confirmed last.</param>
/// <param name="Past">What stood there a year before.</param>
/// <param name="IsAsked">True where the return was given back for it.</param>
public sealed record CellChange(string Name, ElementDefinition Element, long? Before, long? Now, long? Confirmed, long? Past, bool IsAsked);

/// <summary>A field in which something is said of a cell.</summary>
public sealed record RemarkField
{
    public Guid Id { get; set; }

    public string? Cell { get; set; }

    public string? Text { get; set; }
}
