using HieuHoc.Access;
using HieuHoc.Platform;

namespace HieuHoc.Returns;

public readonly record struct ReturnId(Guid Value) : IRecordId;

/// <summary>One subject's answers to the form of one round, and how far they have come.</summary>
public sealed class Return
{
    public required short Owner { get; init; }

    public required ReturnId Id { get; init; }

    public required RoundId RoundId { get; init; }

    /// <summary>Who owes it.</summary>
    public required int SubjectId { get; init; }

    /// <summary>The pack version of that of the round's forms which is asked of them.</summary>
    public required int FormPackId { get; init; }

    /// <summary>The last day in time: that of its form, or the one to which it was extended.</summary>
    public DateOnly DueOn { get; private set; }

    public ReturnState State { get; private set; } = ReturnState.Entering;

    /// <summary>The number of the version that is being worked on, or was sent last.</summary>
    public int CurrentVersion { get; private set; } = 1;

    /// <summary>The number of the version whose figures count; null before the first confirmation.</summary>
    public int? ConfirmedVersion { get; private set; }

    /// <summary>The number of the version whose marked cells alone may be changed; null while all may.</summary>
    public int? MarkedVersion { get; private set; }

    /// <summary>UTC; when it was sent last.</summary>
    public DateTime? SentAt { get; private set; }

    /// <summary>UTC; when the version that counts was confirmed.</summary>
    public DateTime? ConfirmedAt { get; private set; }

    /// <summary>Grows with every change, so that two people cannot overwrite each other unseen.</summary>
    public int Revision { get; private set; }

    /// <summary>The return that is owed instead, since its place ended; null while this one is owed.</summary>
    public ReturnId? TakenOverBy { get; private set; }

    /// <summary>The version of that return into which these answers went: once it is confirmed, these figures count no longer.</summary>
    public int? TakenOverIn { get; private set; }

    /// <summary>The number of the version that the standing agency has; 0 before the first sending.</summary>
    public int SentVersion => ReturnSteps.Held.Contains(State) ? CurrentVersion : CurrentVersion - 1;

    /// <summary>The number of the version whose paper is signed: the one that the leader approved, or that was sent last; null before.</summary>
    public int? PaperVersion =>
        State is ReturnState.Approved || ReturnSteps.Held.Contains(State) ? CurrentVersion : SentVersion > 0 ? SentVersion : null;

    /// <summary>The number of the version that somebody sees; 0 for none. A draft is that of whoever types it: the receiver sees what was sent, and nothing before.</summary>
    public int VersionFor(Actor actor, ReturnWay way) =>
        actor.Rule.IsSender || (IsEditable && ReturnSteps.MayType(actor.Role, way)) ? CurrentVersion : SentVersion;

    /// <summary>True while its answers may be typed.</summary>
    public bool IsEditable => TakenOverBy is null && ReturnSteps.Editable.Contains(State);

    /// <summary>What somebody owes from now on: one of the round's forms, on its day.</summary>
    public static Return Of(RoundForm asked, int subjectId) => new()
    {
        Owner = asked.Owner,
        Id = new ReturnId(Guid.CreateVersion7()),
        RoundId = asked.RoundId,
        SubjectId = subjectId,
        FormPackId = asked.FormPackId,
        DueOn = asked.DueOn,
    };

    /// <summary>True when it has not arrived although its last day is over.</summary>
    public bool IsLateOn(DateOnly day) => day > DueOn && !ReturnSteps.Arrived.Contains(State);

    /// <summary>Moves its last day, never to an earlier one.</summary>
    public void ExtendTo(DateOnly day) => DueOn = day > DueOn ? day : DueOn;

    /// <summary>Takes a step, or says why not. What a step needs beyond the state is asked by its use case.</summary>
    /// <param name="way">Who answers, and the steps that the form declares.</param>
    public Refusal? Take(ReturnStep step, Role role, ReturnWay way, Moment now)
    {
        if (TakenOverBy is not null)
        {
            return new ReturnTakenOver();
        }

        if (ReturnSteps.Find(State, step, way) is not { } move)
        {
            return new ReturnStepNotPossible(State, step);
        }

        if (!move.Who.At(way.Level).Contains(role))
        {
            return new ReturnStepNotYours(step);
        }

        State = move.To;
        Revision++;

        // What the version supersedes stays as it was sent.
        if (move.BeginsVersion)
        {
            CurrentVersion++;
            // Who recalls what they mended has no more cells to change than before.
            MarkedVersion = step is ReturnStep.Recall ? MarkedVersion : null;
        }

        if (step is ReturnStep.Send or ReturnStep.OnBehalf)
        {
            SentAt = now.Instant;
        }

        if (step is ReturnStep.Confirm)
        {
            ConfirmedVersion = CurrentVersion;
            ConfirmedAt = now.Instant;
        }

        return null;
    }

    /// <summary>Is given back for its marked cells alone; the others stay as they were sent in this version.</summary>
    public void OpenMarked(int version) => MarkedVersion = version;

    /// <summary>Counts a marking of cells; refuses where it is not being checked by this role, or was changed meanwhile.</summary>
    /// <param name="startedFrom">The revision that the person saw.</param>
    public Refusal? Mark(int startedFrom, Role role, ReturnWay way)
    {
        if (TakenOverBy is not null)
        {
            return new ReturnTakenOver();
        }

        if (ReturnSteps.Find(State, ReturnStep.AskToMend, way) is not { } move)
        {
            return new ReturnStepNotPossible(State, ReturnStep.AskToMend);
        }

        if (!move.Who.At(way.Level).Contains(role))
        {
            return new ReturnStepNotYours(ReturnStep.AskToMend);
        }

        if (startedFrom != Revision)
        {
            return new ReturnChangedMeanwhile();
        }

        Revision++;

        return null;
    }

    /// <summary>Takes in what places that ended had answered: in a version of its own, unless nothing was asked of it before.</summary>
    /// <param name="settled">True when all of it was confirmed and adds up, so that nothing is left to ask.</param>
    public void TakeOver(bool settled, bool isNew, Moment now)
    {
        CurrentVersion += isNew ? 0 : 1;
        MarkedVersion = null;
        Revision++;
        State = settled ? ReturnState.Confirmed : ConfirmedVersion is null ? ReturnState.Entering : ReturnState.Correcting;

        if (settled)
        {
            ConfirmedVersion = CurrentVersion;
            ConfirmedAt = now.Instant;
            SentAt = now.Instant;
        }
    }

    /// <summary>Leaves what is owed to another return, and stays as it was.</summary>
    public void GoTo(Return heir)
    {
        TakenOverBy = heir.Id;
        TakenOverIn = heir.CurrentVersion;
        Revision++;
    }

    /// <summary>Counts a saving of the answers; refuses when they are out of the officer's hands or were changed meanwhile.</summary>
    /// <param name="startedFrom">The revision that the typist saw.</param>
    public Refusal? Touch(int startedFrom)
    {
        if (TakenOverBy is not null)
        {
            return new ReturnTakenOver();
        }

        if (!IsEditable)
        {
            return new ReturnNotEditable(State);
        }

        if (startedFrom != Revision)
        {
            return new ReturnChangedMeanwhile();
        }

        Revision++;

        return null;
    }
}

/// <summary>One version of the answers: one document, validated against the form's version; never overwritten once sent.</summary>
public sealed class ReturnVersion
{
    public required short Owner { get; init; }

    public required ReturnId ReturnId { get; init; }

    /// <summary>1, 2, 3 …; version n holds until n+1 is confirmed.</summary>
    public required int Number { get; init; }

    /// <summary>The pack version of the form that was answered.</summary>
    public required int FormPackId { get; init; }

    /// <summary>Element code → number in the element's units; what was not answered is not there.</summary>
    public required string Answers { get; set; }

    /// <summary>UTC.</summary>
    public required DateTime SavedAt { get; set; }

    public required PersonId? SavedBy { get; set; }
}
