using HieuHoc.Figures;
using HieuHoc.Returns;
using HieuHoc.Returns.Cells;
using HieuHoc.Returns.Reasons;
using Microsoft.AspNetCore.Mvc;

namespace HieuHoc.Web.Pages.Returns;

/// <summary>Saving what was typed, beside what others saved meanwhile.</summary>
public sealed partial class ShowModel
{
    /// <summary>What the name of the field begins with that says what a cell showed.</summary>
    public const string BeforePrefix = "was.";

    /// <summary>The same, of a cell for which one chooses: what the other one saved.</summary>
    public const string SeenPrefix = "seen.";

    /// <summary>The same, of a cell for which one chooses: what one had typed.</summary>
    public const string MinePrefix = "mine.";

    /// <summary>What the cells showed when somebody began to type.</summary>
    public IReadOnlyDictionary<string, string> Before { get; private set; } = new Dictionary<string, string>();

    /// <summary>The cells that two people changed, each with what the other one saved.</summary>
    public IReadOnlyDictionary<string, SavedCell> Conflicts { get; private set; } = new Dictionary<string, SavedCell>();

    private async Task<IActionResult?> SaveAsync(CancellationToken ct)
    {
        var (cells, startedFrom, alone) = (TypedCells(), Revision, Revision == View.Revision);
        var outcome = await mergeReturn.RunAsync(new ReturnId(Id), startedFrom, cells, actor, ct);

        if (outcome.Refusal is { } refusal)
        {
            var result = await RefuseAsync(refusal, ct, refusal is CellsInConflict ? "conflicts" : "");
            // Whoever typed from an older revision keeps it, so that saving again is held against what others saved.
            Revision = startedFrom;
            await KeepTypedAsync(cells, ct);

            return result;
        }

        Revision = outcome.Value.Revision;

        return await ExplainAsync(alone ? Reasons : [.. Reasons.Where(reason => reason.IsTouched)], ct) ?? await RemarkAsync(ct);
    }

    /// <summary>The cells as the page sent them. One for which a choice was asked and not made is as it was typed first.</summary>
    private Dictionary<string, TypedCell> TypedCells()
    {
        var form = Request.Form;
        var names = form.Keys.Where(key => key.StartsWith(CellPrefix, StringComparison.Ordinal)).Select(key => key[CellPrefix.Length..])
            .Concat(form.Keys.Where(key => key.StartsWith(MinePrefix, StringComparison.Ordinal)).Select(key => key[MinePrefix.Length..]));

        return names.Distinct().ToDictionary(name => name, name => form.ContainsKey(CellPrefix + name)
            ? new TypedCell(form[(form.ContainsKey(MinePrefix + name) ? SeenPrefix : BeforePrefix) + name], form[CellPrefix + name])
            : new TypedCell(form[BeforePrefix + name], form[MinePrefix + name]));
    }

    /// <summary>Draws what was typed and not saved over what is stored; a cell that was not touched shows what others saved.</summary>
    private async Task KeepTypedAsync(Dictionary<string, TypedCell> cells, CancellationToken ct)
    {
        var touched = cells.Where(cell => (cell.Value.Text ?? "") != (cell.Value.Shown ?? "")).ToDictionary();
        Cells = View.Form.Cells.ToDictionary(name => name, name => touched.TryGetValue(name, out var cell) ? cell.Text ?? "" : Saved(name));
        Before = View.Form.Cells.ToDictionary(name => name, name => touched.TryGetValue(name, out var cell) ? cell.Shown ?? "" : Saved(name));

        if (!View.CanType)
        {
            return;
        }

        var conflicts = Revision == View.Revision ? [] : CellMerge.Of(cells, View.Answers, View.Form, View.Elements).Conflicts;
        Conflicts = conflicts.Count == 0 ? Conflicts : await db.SavedCellsAsync(View.Return, View.SavedAt!.Value, conflicts, ct);

        foreach (var name in TypedAnswers.Read(Cells.ToDictionary(cell => cell.Key, string? (cell) => cell.Value), View.Form, View.Elements).Unreadable)
        {
            ModelState.AddModelError(CellPrefix + name, texts.CannotRead(ElementOf(name)));
        }
    }

    /// <summary>Keeps the reasons that were typed beside the cells.</summary>
    private async Task<IActionResult?> ExplainAsync(IReadOnlyList<ReasonField> typed, CancellationToken ct)
    {
        if (typed.Count == 0)
        {
            return null;
        }

        // Of a reason that two people gave, the second sees the first.
        if (typed.Any(reason => reason.IsOverwriting(View.Found.Reasons.FirstOrDefault(row => row.IsAt(reason.Code ?? "", reason.Cell ?? "")))))
        {
            return await RefuseAsync(new ReturnChangedMeanwhile(), ct);
        }

        var outcome = await explainFindings.RunAsync(
            new ReturnId(Id), Revision, [.. typed.Select(reason => new TypedReason(reason.Code ?? "", reason.Cell ?? "", reason.Ready, reason.Text))], actor, ct);

        if (outcome.Refusal is { } refusal)
        {
            return await RefuseAsync(refusal, ct);
        }

        Revision = outcome.Value.Revision;

        return null;
    }
}
