using HieuHoc.Access;
using HieuHoc.Platform;

namespace HieuHoc.Returns.Narrative;

public readonly record struct DifficultyId(Guid Value) : IRecordId;

/// <summary>What a sender tells the standing agency beside its figures, or at any time.</summary>
public enum DifficultyKind
{
    /// <summary>Khó khăn, vướng mắc.</summary>
    Difficulty,

    /// <summary>Kiến nghị, đề xuất.</summary>
    Proposal,
}

/// <summary>What of the programme something is about that was raised outside a return.</summary>
public enum DifficultySubject
{
    General,
    Task,
    Target,
}

/// <summary>What the standing agency did with a difficulty or a proposal.</summary>
public enum DifficultyReply
{
    /// <summary>Trả lời.</summary>
    Answered,

    /// <summary>Chuyển cấp trên: whom it was passed to is to answer.</summary>
    Forwarded,
}

/// <summary>To whom the standing agency passes what it cannot answer itself.</summary>
public enum DifficultyForward
{
    /// <summary>Ban Chỉ đạo.</summary>
    SteeringCommittee,

    /// <summary>Ủy ban nhân dân tỉnh.</summary>
    PeoplesCommittee,
}

/// <summary>
/// One difficulty or proposal and its way: from who raises it, in a return or at any time, to the standing agency, from there to the
/// committee or the people's committee, and back with an answer.
/// </summary>
public sealed class Difficulty
{
    public required short Owner { get; init; }

    public required DifficultyId Id { get; init; }

    /// <summary>The return that says it; null where it was raised outside a return.</summary>
    public required ReturnId? ReturnId { get; init; }

    public required DifficultyKind Kind { get; init; }

    /// <summary>1, 2, 3 … in the order written.</summary>
    public required int Number { get; set; }

    public required string Text { get; set; }

    /// <summary>With whom a proposal is made; empty for a difficulty, and where nobody is named.</summary>
    public required string Addressee { get; set; }

    /// <summary>The first version of the return that says it; 0 where it was raised outside a return.</summary>
    public required int SinceVersion { get; init; }

    /// <summary>The first version that says it no longer; null while it is said.</summary>
    public int? EndedIn { get; set; }

    /// <summary>The place or agency that raised it outside a return; null of what a return says.</summary>
    public int? SubjectId { get; init; }

    /// <summary>What it is about; null of what a return says.</summary>
    public DifficultySubject? About { get; init; }

    /// <summary>Which task, by id, or which target, by code; empty of neither.</summary>
    public string AboutRecord { get; init; } = "";

    /// <summary>The task or target in words, as it was called then.</summary>
    public string AboutWords { get; init; } = "";

    public PersonId? RaisedBy { get; init; }

    /// <summary>UTC; null of what a return says, which was sent when the return was.</summary>
    public DateTime? RaisedAt { get; init; }

    /// <summary>To whom it was passed; null where it was not.</summary>
    public DifficultyForward? ForwardedTo { get; private set; }

    /// <summary>UTC.</summary>
    public DateTime? ForwardedAt { get; private set; }

    /// <summary>With what remark it was passed on; empty where it was not.</summary>
    public string ForwardRemark { get; private set; } = "";

    /// <summary>Null while nobody has replied.</summary>
    public DifficultyReply? Reply { get; private set; }

    /// <summary>What was said in reply last; of what is forwarded the remark.</summary>
    public string Answer { get; private set; } = "";

    /// <summary>UTC; null while nobody has replied.</summary>
    public DateTime? AnsweredAt { get; private set; }

    public PersonId? AnsweredBy { get; private set; }

    /// <summary>UTC; null while somebody may still want something.</summary>
    public DateTime? ClosedAt { get; private set; }

    public PersonId? ClosedBy { get; private set; }

    /// <summary>Grows with every reply, so that two people cannot answer over each other unseen.</summary>
    public int Revision { get; private set; }

    /// <summary>True when a version of the return says it.</summary>
    public bool IsIn(int version) => SinceVersion <= version && (EndedIn is null || EndedIn > version);

    /// <summary>Takes down a reply, or says why not: what was answered stays, what was forwarded may still be answered.</summary>
    /// <param name="to">To whom it is passed; of an answer it says nothing.</param>
    public Refusal? Take(DifficultyReply reply, string answer, DifficultyForward to, int startedFrom, PersonId? by, Moment now)
    {
        if (startedFrom != Revision)
        {
            return new DifficultyChangedMeanwhile();
        }

        if (Reply is DifficultyReply.Answered || Reply == reply)
        {
            return new DifficultyRepliedAlready(Reply.Value);
        }

        if (reply is DifficultyReply.Forwarded)
        {
            (ForwardedTo, ForwardedAt, ForwardRemark) = (to, now.Instant, answer);
        }

        (Reply, Answer, AnsweredAt, AnsweredBy) = (reply, answer, now.Instant, by);
        Revision++;

        return null;
    }

    /// <summary>Puts it away as settled, or says why not: what nobody has answered still waits.</summary>
    public Refusal? Close(int startedFrom, PersonId? by, Moment now)
    {
        if (startedFrom != Revision)
        {
            return new DifficultyChangedMeanwhile();
        }

        if (ClosedAt is not null)
        {
            return new DifficultyClosedAlready();
        }

        if (Reply is not DifficultyReply.Answered)
        {
            return new DifficultyNotAnswered();
        }

        (ClosedAt, ClosedBy) = (now.Instant, by);
        Revision++;

        return null;
    }
}
