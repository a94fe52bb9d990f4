using HieuHoc.Access;
using HieuHoc.Agencies;
using HieuHoc.Figures;
using HieuHoc.Platform;
using HieuHoc.Platform.Packs;
using HieuHoc.Returns;
using HieuHoc.Returns.Cells;
using Microsoft.EntityFrameworkCore;

namespace HieuHoc.Web.Pages.Returns;

/// <summary>A step of the history of a return, as people read it.</summary>
/// <param name="Who">The name of the account; null when the installation itself acted.</param>
public sealed record MoveView(ReturnStep Step, ReturnState To, DateTime At, string? Who, string Reason, int Version);

/// <summary>Everything that the page of a return shows.</summary>
public sealed record ReturnView
{
    /// <summary>The return itself, as it was read.</summary>
    public required Return Return { get; init; }

    /// <summary>The place or agency that owes it.</summary>
    public required string Subject { get; init; }

    /// <summary>Its number.</summary>
    public required int SubjectId { get; init; }

    public required Round Round { get; init; }

    public required ReturnState State { get; init; }

    /// <summary>The last day in time.</summary>
    public required DateOnly DueOn { get; init; }

    /// <summary>The extension that gave this day; null when there is none.</summary>
    public required RoundExtension? Extension { get; init; }

    public required int Revision { get; init; }

    /// <summary>The number of the version shown; 0 when the visitor has none to see yet.</summary>
    public required int Version { get; init; }

    public required int? ConfirmedVersion { get; init; }

    public required DateTime? SentAt { get; init; }

    /// <summary>UTC; null when no version is shown.</summary>
    public required DateTime? SavedAt { get; init; }

    public required FormsPack Form { get; init; }

    public required IReadOnlyDictionary<string, ElementDefinition> Elements { get; init; }

    public required Answers Answers { get; init; }

    /// <summary>What is odd in the answers, and why it is right all the same.</summary>
    public required ReturnFindings Found { get; init; }

    /// <summary>The newest first.</summary>
    public required IReadOnlyList<MoveView> Moves { get; init; }

    /// <summary>The return that is owed instead; null while this one is.</summary>
    public required ReturnId? TakenOverBy { get; init; }

    /// <summary>What the visitor can do now.</summary>
    public required IReadOnlyList<ReturnTransition> Open { get; init; }

    /// <summary>True when the visitor may type.</summary>
    public required bool CanType { get; init; }

    /// <summary>The cells for which it was given back, and alone may be changed; null where all may.</summary>
    public required AskedCells? Mending { get; init; }

    /// <summary>What the visitor may know of what is asked and said of the cells.</summary>
    public required CellTalk Talk { get; init; }

    public required DateOnly Today { get; init; }

    /// <summary>True when the visitor may mark cells that are to be mended.</summary>
    public bool CanMark => Open.Any(move => move.Step is ReturnStep.AskToMend);

    /// <summary>How whoever types hands on what stands there; null for everybody else.</summary>
    public ReturnTransition? HandsOn => CanType && Open is [var move, ..] ? move : null;

    /// <summary>The key of whom it is sent to.</summary>
    public string Receiver => $"returns.receiver.{Form.Level}";

    /// <summary>Why it was given back, or is to be mended, while that is so.</summary>
    public MoveView? Asked => TakenOverBy is null && Moves is [{ Reason.Length: > 0 } move, ..] && move.To == State ? move : null;

    /// <summary>What was last estimated of the cells that are estimated no more; empty while the form asks estimates.</summary>
    public required IReadOnlyDictionary<string, long> Formerly { get; init; }

    /// <summary>The answer of a cell, or of its estimate, as a number; null when it was not answered.</summary>
    public decimal? Of(string name) => Answers.Names.TryGetValue(name, out var value) ? Elements[EstimatedCell.ElementOf(name)].Natural(value) : null;

    /// <summary>True when the visitor may type into a cell.</summary>
    public bool CanTypeInto(string name) => CanType && Mending?.Opens(name) is not false;

    /// <summary>Reads a return that the actor may see; null when there is none.</summary>
    public static async Task<ReturnView?> ReadAsync(
        HieuHocDb db, PackShelf shelf, ProgrammeClock clock, ReturnId id, Actor actor, CancellationToken ct)
    {
        var @return = await db.ReturnsVisibleTo(actor).AsNoTracking().SingleOrDefaultAsync(@return => @return.Id == id, ct);

        if (@return is null)
        {
            return null;
        }

        var round = await db.Rounds.AsNoTracking().SingleAsync(round => round.Owner == @return.Owner && round.Id == @return.RoundId, ct);
        var way = (await db.FormAsync(shelf, @return.FormPackId, ct)).Way;
        var number = @return.VersionFor(actor, way);
        var version = await db.ReturnVersions.AsNoTracking().SingleOrDefaultAsync(
            version => version.Owner == @return.Owner && version.ReturnId == id && version.Number == number, ct);
        var asked = await db.FormOfAsync(shelf, @return, version?.FormPackId ?? @return.FormPackId, clock.Now.Day, ct);
        var answers = version is null ? Answers.None : Answers.FromJson(version.Answers);
        var canType = @return.IsEditable && ReturnSteps.MayType(actor.Role, way);
        var whole = await db.FormAsync(shelf, version?.FormPackId ?? @return.FormPackId, ct);
        // What was handed in while the year went on is read with its estimates.
        var form = !canType && answers.Estimates.Count > 0 ? whole : asked.Form;

        return new ReturnView
        {
            Return = @return,
            Subject = await db.SubjectNameAsync(@return.SubjectId, round.CutOffOn, ct) ?? "",
            SubjectId = @return.SubjectId,
            Round = round,
            State = @return.State,
            DueOn = @return.DueOn,
            Extension = (await db.ExtensionsOfAsync(round, ct))[@return.SubjectId].LastOrDefault(),
            Revision = @return.Revision,
            Version = number,
            ConfirmedVersion = @return.ConfirmedVersion,
            SentAt = @return.SentAt,
            SavedAt = version?.SavedAt,
            Form = form,
            Elements = asked.Elements,
            Answers = answers,
            Found = await db.FindingsAsync(shelf, @return, number, asked.Form, answers, asked.Elements, ct),
            Formerly = await db.FormerEstimatesAsync(@return.Owner, id.Value, [.. whole.Estimated.Except(form.Estimated)], ct),
            Moves = [.. (await MovesAsync(db, @return, ct)).Where(move => actor.Rule.IsSender || ReturnSteps.Shared.Contains(move.Step))],
            Open = @return.TakenOverBy is null ? ReturnSteps.Open(@return.State, actor.Role, form.Way) : [],
            TakenOverBy = @return.TakenOverBy,
            CanType = canType,
            Mending = await db.AskedCellsAsync(@return, whole, ct),
            Talk = await db.CellTalkAsync(@return, whole, actor, ct),
            Today = clock.Now.Day,
        };
    }

    private static async Task<IReadOnlyList<MoveView>> MovesAsync(HieuHocDb db, Return @return, CancellationToken ct)
    {
        var people = db.People;

        return await db.ReturnMoves.AsNoTracking()
            .Where(move => move.Owner == @return.Owner && move.ReturnId == @return.Id)
            .OrderByDescending(move => move.Number)
            .Select(move => new MoveView(
                move.Step,
                move.ToState,
                move.TakenAt,
                people.Where(person => person.Owner == move.Owner && person.Id == move.TakenBy).Select(person => person.DisplayName).FirstOrDefault(),
                move.Reason,
                move.Version))
            .ToListAsync(ct);
    }
}
