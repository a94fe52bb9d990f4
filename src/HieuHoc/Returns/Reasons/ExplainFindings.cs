using HieuHoc.Access;
using HieuHoc.Platform;
using HieuHoc.Platform.Packs;
using Microsoft.EntityFrameworkCore;

namespace HieuHoc.Returns.Reasons;

/// <summary>A reason as it was typed: beside a finding, or for a whole section, whose place names no cell.</summary>
/// <param name="Ready">The code of a ready reason; empty where none was chosen.</param>
public sealed record TypedReason(string Code, string Cell, string? Ready, string? Text);

/// <summary>Keeps why figures that look odd are right. What was sent stays as it was: a mended version says it anew where its figures changed.</summary>
public sealed class ExplainFindings(HieuHocDb db, PackShelf shelf, ProgrammeClock clock)
{
    /// <summary>The most characters of a reason: it is printed in the notes of a report.</summary>
    public const int LongestText = 500;

    /// <summary>Keeps the reasons named; those that are not named stay, and one that is typed empty is taken away.</summary>
    /// <param name="startedFrom">The revision of the return that the typist's page showed.</param>
    public async Task<Outcome<Return>> RunAsync(ReturnId id, int startedFrom, IReadOnlyList<TypedReason> typed, Actor actor, CancellationToken ct)
    {
        if (await db.ReturnsVisibleTo(actor).SingleOrDefaultAsync(@return => @return.Id == id, ct) is not { } @return)
        {
            return new ReturnNotFound();
        }

        var form = await db.FormAsync(shelf, @return.FormPackId, ct);

        if (!ReturnSteps.MayType(actor.Role, form.Way))
        {
            return new ReturnNotYoursToFill();
        }

        var answers = Answers.FromJson(await db.ReturnVersions
            .Where(version => version.Owner == @return.Owner && version.ReturnId == id && version.Number == @return.CurrentVersion)
            .Select(version => version.Answers)
            .SingleAsync(ct));
        var given = await db.ReasonsAsync(@return, @return.CurrentVersion, form, answers, ct);
        var said = Cleaned(typed, form).Where(reason => !reason.Is(given.FirstOrDefault(row => row.IsAt(reason.Code, reason.Cell)))).ToList();

        // Nothing new, or the same request again.
        if (said.Count == 0 && @return.IsEditable && startedFrom >= @return.Revision - 1)
        {
            return @return;
        }

        return (@return.Touch(startedFrom) ?? Unfit(said, form)) is { } refusal
            ? refusal
            : await KeepAsync(@return, form, answers, said, actor, ct);
    }

    private async Task<Outcome<Return>> KeepAsync(
        Return @return, FormsPack form, Answers answers, IReadOnlyList<PlacedReason> said, Actor actor, CancellationToken ct)
    {
        await using var transaction = await db.Database.BeginTransactionAsync(ct);

        // The return first and alone: of two that save at once its revision decides, and not the key of a reason that both would add.
        if (await db.SaveReturnAsync(ct) is { } conflict)
        {
            return conflict;
        }

        var now = clock.Now;

        foreach (var reason in said)
        {
            await db.KeepReasonAsync(@return, reason, answers.Of(form.CellsOf(reason.Code, reason.Cell)!), actor.PersonId, now, ct); // Cleaned left no others
        }

        db.Record(
            new FindingsExplained(@return.Id, @return.CurrentVersion, [.. said.Select(reason => reason.Cell.Length > 0 ? reason.Cell : reason.Code)]),
            @return.Owner,
            actor.PersonId?.Value,
            now);
        await db.SaveChangesAsync(ct);
        await transaction.CommitAsync(ct);

        return @return;
    }

    /// <summary>What is kept of what was typed; what the form does not ask is passed over.</summary>
    private static IEnumerable<PlacedReason> Cleaned(IReadOnlyList<TypedReason> typed, FormsPack form) =>
        from reason in typed.DistinctBy(reason => (reason.Code, reason.Cell))
        where form.CellsOf(reason.Code, reason.Cell) is not null
        select new PlacedReason(reason.Code, reason.Cell, TypedText.KeptOrNull(reason.Ready), TypedText.Line(reason.Text));

    private static Refusal? Unfit(IReadOnlyList<PlacedReason> said, FormsPack form)
    {
        var ready = form.Reasons.ToDictionary(reason => reason.Code);

        return said.Select(reason => (Refusal?)(reason switch
        {
            { Text.Length: > LongestText } => new ReasonTooLong(LongestText),
            { Ready: { } code } when !ready.ContainsKey(code) => new ReadyReasonNotFound(code),
            { Ready: { } code, Text: "" } when ready[code].NeedsWords => new ReasonWordsMissing(ready[code].Title.Here),
            _ => null,
        })).FirstOrDefault(refusal => refusal is not null);
    }
}
