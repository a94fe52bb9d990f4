using HieuHoc.Access;
using HieuHoc.Platform;
using Microsoft.EntityFrameworkCore;

namespace HieuHoc.Returns.Narrative;

/// <summary>The standing agency answers a difficulty or a proposal, or forwards it to the people's committee; the sender sees either.</summary>
public sealed class ReplyToDifficulty(HieuHocDb db, ProgrammeClock clock)
{
    /// <summary>The most characters of an answer.</summary>
    public const int LongestAnswer = 5_000;

    /// <summary>Takes down a reply.</summary>
    /// <param name="startedFrom">The revision that the person's page showed.</param>
    public async Task<Outcome<Difficulty>> RunAsync(
        DifficultyId id, int startedFrom, DifficultyReply reply, string? typed, Actor actor, CancellationToken ct)
    {
        if (await db.DifficultiesVisibleTo(actor).SingleOrDefaultAsync(item => item.Id == id, ct) is not { } item)
        {
            return new DifficultyNotFound();
        }

        if (!actor.May(Capability.CheckReturns))
        {
            return new DifficultyNotYoursToAnswer();
        }

        var answer = TypedText.Kept(typed);

        // The same request again changes nothing.
        if (startedFrom == item.Revision - 1 && (item.Reply, item.Answer, item.AnsweredBy) == (reply, answer, actor.PersonId))
        {
            return item;
        }

        if (answer.Length is 0 or > LongestAnswer)
        {
            return answer.Length == 0 ? new AnswerMissing() : new AnswerTooLong(LongestAnswer);
        }

        var now = clock.Now;

        if (item.Take(reply, answer, startedFrom, actor.PersonId, now) is { } refusal)
        {
            return refusal;
        }

        db.Record(new DifficultyReplied(id, item.ReturnId, reply), item.Owner, actor.PersonId?.Value, now);

        return await db.SaveReturnAsync(ct) is { } ? new DifficultyChangedMeanwhile() : item;
    }
}
