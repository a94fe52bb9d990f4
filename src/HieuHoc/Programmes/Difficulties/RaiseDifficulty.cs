using HieuHoc.Access;
using HieuHoc.Platform;
using HieuHoc.Programmes.Tasks;
using HieuHoc.Returns.Narrative;
using Microsoft.EntityFrameworkCore;

namespace HieuHoc.Programmes.Difficulties;

/// <summary>What somebody raises outside a return.</summary>
/// <param name="Record">The id of a task, or the code of a target; of neither it says nothing.</param>
/// <param name="Addressee">With whom a proposal is made; of a difficulty it says nothing.</param>
public sealed record StatedDifficulty(DifficultyKind Kind, string? Text, DifficultySubject About, string? Record, string? Addressee)
{
    /// <summary>The same as it is kept.</summary>
    public StatedDifficulty Kept() => new(
        Kind,
        TypedText.Kept(Text).ReplaceLineEndings("\n"),
        About,
        About is DifficultySubject.General ? "" : TypedText.Line(Record),
        Kind is DifficultyKind.Proposal ? TypedText.Line(Addressee) : "");

    /// <summary>Why it cannot be kept, whatever it is about.</summary>
    public Refusal? Unfit() => this switch
    {
        { Text: "" } => new DifficultyTextMissing(),
        { Text.Length: > SaveReportSection.LongestItem } => new DifficultyTooLong(SaveReportSection.LongestItem),
        { Addressee.Length: > SaveReportSection.LongestAddressee } => new DifficultyTooLong(SaveReportSection.LongestAddressee),
        _ => null,
    };
}

/// <summary>A commune or an agency tells the standing agency at any time what stands in its way, or what it proposes.</summary>
public sealed class RaiseDifficulty(HieuHocDb db, JudgeTargets judgeTargets, ProgrammeClock clock)
{
    /// <summary>How much of a task or a target a difficulty repeats, in signs.</summary>
    private const int LongestAbout = 300;

    /// <summary>Keeps it; the same request again changes nothing.</summary>
    /// <param name="id">Chosen by the sender.</param>
    public async Task<Outcome<Difficulty>> RunAsync(DifficultyId id, StatedDifficulty given, Actor actor, CancellationToken ct)
    {
        if (!actor.May(Capability.RaiseDifficulties))
        {
            return new DifficultiesNotYoursToRaise();
        }

        var (stated, raiser) = (given.Kept(), actor.OwnSubject);
        await using var transaction = await db.BeginUnlessBegunAsync(ct);
        // Two that are raised at once would both have the next number.
        await db.Engine.LockAsync(db, "difficulties", ct);

        if (await db.Difficulties.SingleOrDefaultAsync(item => item.Owner == actor.Owner && item.Id == id, ct) is { } before)
        {
            return (before.SubjectId, before.Kind, before.Text, before.About, before.AboutRecord, before.Addressee)
                == (raiser, stated.Kind, stated.Text, stated.About, stated.Record, stated.Addressee) ? before : new DifficultyDiffers();
        }

        var words = await WordsAsync(stated, actor, ct);

        if ((stated.Unfit() ?? words.Refusal) is { } unfit)
        {
            return unfit;
        }

        var item = new Difficulty
        {
            Owner = actor.Owner,
            Id = id,
            ReturnId = null,
            Kind = stated.Kind,
            Number = await db.Difficulties.CountAsync(other => other.Owner == actor.Owner && other.SubjectId == raiser, ct) + 1,
            Text = stated.Text!, // kept, and never null
            Addressee = stated.Addressee!,
            SinceVersion = 0,
            SubjectId = raiser,
            About = stated.About,
            AboutRecord = stated.Record!,
            AboutWords = words.Value,
            RaisedBy = actor.PersonId,
            RaisedAt = clock.Now.Instant,
        };
        db.Add(item);
        db.Record(new DifficultyRaised(id), actor.Owner, actor.PersonId?.Value, clock.Now);
        await db.SaveChangesAsync(ct);

        if (transaction is not null)
        {
            await transaction.CommitAsync(ct);
        }

        return item;
    }

    /// <summary>The task or the target in words; refused where the actor has no such one.</summary>
    private async Task<Outcome<string>> WordsAsync(StatedDifficulty stated, Actor actor, CancellationToken ct)
    {
        if (stated.About is DifficultySubject.General)
        {
            return "";
        }

        if (stated.About is DifficultySubject.Target)
        {
            var target = (await judgeTargets.TargetsAsync(actor, clock.Now.Day, ct)).Targets.FirstOrDefault(target => target.Code == stated.Record);

            return target is null ? new DifficultyTargetUnknown() : Short(target.Title.Vi);
        }

        var id = new TaskId(Guid.TryParse(stated.Record, out var typed) ? typed : Guid.Empty);
        var task = await db.TasksVisibleTo(actor).AsNoTracking().SingleOrDefaultAsync(task => task.Id == id, ct);

        return task is null ? new DifficultyTaskUnknown() : Short(task.Text);
    }

    private static string Short(string text) => TypedText.Line(text) is { Length: > LongestAbout } line ? $"{line[..LongestAbout]}…" : TypedText.Line(text);
}

/// <summary>A difficulty or a proposal was raised outside a return; never what it says.</summary>
public sealed record DifficultyRaised(DifficultyId Difficulty) : Change(Difficulty.Value.ToString());

/// <summary>The role raises nothing: it looks on, or answers.</summary>
public sealed record DifficultiesNotYoursToRaise() : Refusal(RefusalKind.Forbidden);

/// <summary>A difficulty says something.</summary>
public sealed record DifficultyTextMissing() : Refusal(RefusalKind.Invalid);

/// <summary>The actor has no part in such a task.</summary>
public sealed record DifficultyTaskUnknown() : Refusal(RefusalKind.Invalid);

/// <summary>The programme has no such target.</summary>
public sealed record DifficultyTargetUnknown() : Refusal(RefusalKind.Invalid);

/// <summary>Under this id something else was raised.</summary>
public sealed record DifficultyDiffers() : Refusal(RefusalKind.Conflict);
