using HieuHoc.Platform;

namespace HieuHoc.Programmes.Pilots;

public readonly record struct PilotId(Guid Value) : IRecordId;

/// <summary>Where a pilot stands.</summary>
public enum PilotState
{
    /// <summary>Its places and its baseline are being set.</summary>
    Preparing,

    Running,

    /// <summary>It was evaluated, and waits for a decision.</summary>
    Evaluated,

    /// <summary>It was decided to do elsewhere what it tried.</summary>
    Replicated,

    /// <summary>It was decided to end it.</summary>
    Stopped,

    /// <summary>It was given up before anybody evaluated it.</summary>
    Cancelled,
}

/// <summary>What somebody does with a pilot before it is evaluated.</summary>
public enum PilotStep
{
    Begin,
    Cancel,
}

/// <summary>What is decided of a pilot once it was evaluated.</summary>
public enum PilotDecision
{
    /// <summary>Nhân rộng.</summary>
    Replicate,

    /// <summary>Tiếp tục thí điểm: until a later day, to be evaluated again.</summary>
    GoOn,

    /// <summary>Dừng.</summary>
    Stop,
}

/// <summary>A pilot of the programme: what is tried in some places for some time before it is decided whether all do it. Thí điểm, mô hình điểm.</summary>
public sealed class Pilot
{
    public required short Owner { get; init; }

    /// <summary>Chosen by whoever sets it up.</summary>
    public required PilotId Id { get; init; }

    public string Name { get; private set; } = "";

    /// <summary>What is tried.</summary>
    public string Model { get; private set; } = "";

    /// <summary>Number and symbol of the document that decided on it, as printed; empty where there is none.</summary>
    public string DocumentNumber { get; private set; } = "";

    /// <summary>Null where no document decided on it.</summary>
    public DateOnly? DocumentDay { get; private set; }

    public DateOnly FirstDay { get; private set; }

    /// <summary>The day by which it is evaluated; a decision to go on moves it.</summary>
    public DateOnly LastDay { get; private set; }

    /// <summary>The agency that leads it, as it was when it was named.</summary>
    public int LeadId { get; private set; }

    public PilotState State { get; private set; } = PilotState.Preparing;

    /// <summary>Why it was given up; empty unless it was.</summary>
    public string Reason { get; private set; } = "";

    public required Guid? MadeBy { get; init; }

    /// <summary>UTC.</summary>
    public required DateTime MadeAt { get; init; }

    /// <summary>Grows with every change, so that two people cannot overwrite each other unseen.</summary>
    public int Revision { get; private set; }

    /// <summary>True while something of it is still to come.</summary>
    public bool IsOpen => State is PilotState.Preparing or PilotState.Running or PilotState.Evaluated;

    /// <summary>The day of the next step; null where none is known.</summary>
    /// <param name="decideBy">By when the last evaluation wants a decision.</param>
    public DateOnly? NextDay(DateOnly? decideBy) => State switch
    {
        PilotState.Preparing => FirstDay,
        PilotState.Running => LastDay,
        PilotState.Evaluated => decideBy,
        PilotState.Replicated or PilotState.Stopped or PilotState.Cancelled => null,
    };

    /// <summary>Says of the pilot what is stated of it, or why not: what has begun stays as it began.</summary>
    public Refusal? Say(StatedPilot stated, int lead)
    {
        if (State is not PilotState.Preparing)
        {
            return new PilotStandsOtherwise(State);
        }

        (Name, Model, DocumentNumber, DocumentDay) = (stated.Name, stated.Model, stated.DocumentNumber, stated.DocumentDay);
        (FirstDay, LastDay, LeadId) = (stated.FirstDay, stated.LastDay, lead);
        Revision++;

        return null;
    }

    /// <summary>Takes note that a measure comes or goes, or says why not: later evaluations are held against the baseline that it began with.</summary>
    public Refusal? ChangeMeasures()
    {
        if (State is not PilotState.Preparing)
        {
            return new PilotStandsOtherwise(State);
        }

        Revision++;

        return null;
    }

    /// <summary>Takes a step, or says why not.</summary>
    /// <param name="reason">Why it is given up; asked of who gives it up alone.</param>
    /// <param name="measures">How many indicators have a baseline.</param>
    public Refusal? Take(PilotStep step, string reason, int measures, DateOnly today) => step switch
    {
        PilotStep.Begin => Begin(measures, today),
        PilotStep.Cancel => Cancel(reason),
    };

    /// <summary>Takes note of an evaluation, or says why not; another one may follow until it is decided.</summary>
    public Refusal? Evaluate(DateOnly day, DateOnly today)
    {
        if (State is not (PilotState.Running or PilotState.Evaluated))
        {
            return new PilotStandsOtherwise(State);
        }

        if (day < FirstDay || day > today)
        {
            return new PilotEvaluationDayUnfit(FirstDay, today);
        }

        State = PilotState.Evaluated;
        Revision++;

        return null;
    }

    /// <summary>Takes what was decided after an evaluation, or says why not.</summary>
    /// <param name="evaluatedOn">The day of the evaluation that it follows.</param>
    public Refusal? Decide(StatedPilotDecision stated, DateOnly evaluatedOn, DateOnly today)
    {
        if (State is not PilotState.Evaluated)
        {
            return new PilotStandsOtherwise(State);
        }

        if (stated.DecidedOn < evaluatedOn || stated.DecidedOn > today)
        {
            return new PilotDecisionDayUnfit(evaluatedOn, today);
        }

        if (stated.Decision is PilotDecision.GoOn && !(stated.GoesOnUntil > LastDay && stated.GoesOnUntil <= FirstDay.AddYears(StatedPilot.MostYears)))
        {
            return new PilotGoesOnUntilUnfit(LastDay, FirstDay.AddYears(StatedPilot.MostYears));
        }

        State = stated.Decision switch
        {
            PilotDecision.Replicate => PilotState.Replicated,
            PilotDecision.GoOn => PilotState.Running,
            PilotDecision.Stop => PilotState.Stopped,
        };
        LastDay = stated.GoesOnUntil ?? LastDay;
        Revision++;

        return null;
    }

    private Refusal? Begin(int measures, DateOnly today)
    {
        if (State is not PilotState.Preparing)
        {
            return new PilotStandsOtherwise(State);
        }

        if (today < FirstDay)
        {
            return new PilotNotYet(FirstDay);
        }

        if (measures == 0)
        {
            return new PilotWithoutBaseline();
        }

        State = PilotState.Running;
        Revision++;

        return null;
    }

    private Refusal? Cancel(string reason)
    {
        if (State is not (PilotState.Preparing or PilotState.Running))
        {
            return new PilotStandsOtherwise(State);
        }

        if (reason.Length == 0)
        {
            return new PilotReasonMissing();
        }

        (State, Reason) = (PilotState.Cancelled, reason);
        Revision++;

        return null;
    }
}

/// <summary>A place in which it is tried, as it was when it was named.</summary>
public sealed class PilotArea
{
    public required short Owner { get; init; }

    public required PilotId PilotId { get; init; }

    public required int PlaceId { get; init; }
}
