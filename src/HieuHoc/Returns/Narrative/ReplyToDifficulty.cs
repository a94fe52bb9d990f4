using HieuHoc.Access;
using HieuHoc.Places;
using HieuHoc.Platform;
using Microsoft.EntityFrameworkCore;

namespace HieuHoc.Returns.Narrative;

/// <summary>What somebody says to a difficulty or a proposal.</summary>
/// <param name="StartedFrom">The revision that the person's page showed.</param>
/// <param name="To">To whom it is passed; of an answer it says nothing.</param>
public sealed record SaidToDifficulty(int StartedFrom, DifficultyReply Reply, string? Words, DifficultyForward To = DifficultyForward.PeoplesCommittee);

/// <summary>
/// The standing agency answers a difficulty or a proposal, or passes it on to the committee or the people's committee, whose leaders
/// may answer it then; the sender sees either.
/// </summary>
public sealed class ReplyToDifficulty(HieuHocDb db, ProgrammeClock clock)
{
    /// <summary>The most characters of an answer.</summary>
    public const int LongestAnswer = 5_000;

    /// <summary>Takes down a reply.</summary>
    public async Task<Outcome<Difficulty>> RunAsync(DifficultyId id, SaidToDifficulty said, Actor actor, CancellationToken ct)
    {
        if (await db.DifficultiesVisibleTo(actor).SingleOrDefaultAsync(item => item.Id == id, ct) is not { } item)
        {
            return new DifficultyNotFound();
        }

        if (!await MayReplyAsync(item, said, actor, ct))
        {
            return new DifficultyNotYoursToAnswer();
        }

        var answer = TypedText.Kept(said.Words);

        // The same request again changes nothing.
        if (said.StartedFrom == item.Revision - 1 && (item.Reply, item.Answer, item.AnsweredBy, item.ClosedAt) == (said.Reply, answer, actor.PersonId, null))
        {
            return item;
        }

        if (answer.Length is 0 or > LongestAnswer)
        {
            return answer.Length == 0 ? new AnswerMissing() : new AnswerTooLong(LongestAnswer);
        }

        var now = clock.Now;

        if (item.Take(said.Reply, answer, said.To, said.StartedFrom, actor.PersonId, now) is { } refusal)
        {
            return refusal;
        }

        db.Record(new DifficultyReplied(id, item.ReturnId, said.Reply), item.Owner, actor.PersonId?.Value, now);

        return await db.SaveReturnAsync(ct) is { } ? new DifficultyChangedMeanwhile() : item;
    }

    /// <summary>The standing agency replies; what it passed on also the leaders of the province answer.</summary>
    private async Task<bool> MayReplyAsync(Difficulty item, SaidToDifficulty said, Actor actor, CancellationToken ct) =>
        actor.May(Capability.CheckReturns)
        || (said.Reply is DifficultyReply.Answered && item.ForwardedTo is not null
            && actor.May(Capability.AnswerForwarded) && await db.OwnerPlaceAsync(actor.Owner, ct) == actor.PlaceId);
}
