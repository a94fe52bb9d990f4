using HieuHoc.Access;
using HieuHoc.Platform;

namespace HieuHoc.Returns.Narrative;

public readonly record struct DifficultyId(Guid Value) : IRecordId;

/// <summary>What a sender tells the standing agency beside its figures.</summary>
public enum DifficultyKind
{
    /// <summary>Khó khăn, vướng mắc.</summary>
    Difficulty,

    /// <summary>Kiến nghị, đề xuất.</summary>
    Proposal,
}

/// <summary>What the standing agency did with a difficulty or a proposal.</summary>
public enum DifficultyReply
{
    /// <summary>Trả lời.</summary>
    Answered,

    /// <summary>Chuyển cấp trên: the people's committee is to answer.</summary>
    Forwarded,
}

/// <summary>One difficulty or proposal of a sender, and what the standing agency said to it.</summary>
public sealed class Difficulty
{
    public required short Owner { get; init; }

    public required DifficultyId Id { get; init; }

    public required ReturnId ReturnId { get; init; }

    public required DifficultyKind Kind { get; init; }

    /// <summary>1, 2, 3 … in the order written.</summary>
    public required int Number { get; set; }

    public required string Text { get; set; }

    /// <summary>With whom a proposal is made; empty for a difficulty, and where nobody is named.</summary>
    public required string Addressee { get; set; }

    /// <summary>The first version of the return that says it.</summary>
    public required int SinceVersion { get; init; }

    /// <summary>The first version that says it no longer; null while it is said.</summary>
    public int? EndedIn { get; set; }

    /// <summary>Null while nobody has replied.</summary>
    public DifficultyReply? Reply { get; private set; }

    /// <summary>What was said in reply; of what is forwarded, to whom and with what remark.</summary>
    public string Answer { get; private set; } = "";

    /// <summary>UTC; null while nobody has replied.</summary>
    public DateTime? AnsweredAt { get; private set; }

    public PersonId? AnsweredBy { get; private set; }

    /// <summary>Grows with every reply, so that two people cannot answer over each other unseen.</summary>
    public int Revision { get; private set; }

    /// <summary>True when a version of the return says it.</summary>
    public bool IsIn(int version) => SinceVersion <= version && (EndedIn is null || EndedIn > version);

    /// <summary>Takes down a reply, or says why not: what was answered stays, what was forwarded may still be answered.</summary>
    public Refusal? Take(DifficultyReply reply, string answer, int startedFrom, PersonId? by, Moment now)
    {
        if (startedFrom != Revision)
        {
            return new DifficultyChangedMeanwhile();
        }

        if (Reply is DifficultyReply.Answered || Reply == reply)
        {
            return new DifficultyRepliedAlready(Reply.Value);
        }

        (Reply, Answer, AnsweredAt, AnsweredBy) = (reply, answer, now.Instant, by);
        Revision++;

        return null;
    }
}
