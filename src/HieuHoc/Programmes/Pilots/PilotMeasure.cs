using HieuHoc.Platform;

namespace HieuHoc.Programmes.Pilots;

public readonly record struct PilotMeasureId(Guid Value) : IRecordId;

public readonly record struct PilotEvaluationId(Guid Value) : IRecordId;

/// <summary>What a pilot is judged by: an indicator of the system, or one that its people count themselves.</summary>
public sealed class PilotMeasure
{
    public required short Owner { get; init; }

    public required PilotId PilotId { get; init; }

    /// <summary>Chosen by whoever adds it.</summary>
    public required PilotMeasureId Id { get; init; }

    /// <summary>From 1, in the order in which they came.</summary>
    public required int Number { get; init; }

    /// <summary>The code of the indicator; null of what is counted for the pilot alone.</summary>
    public required string? Indicator { get; init; }

    /// <summary>What is counted; empty of an indicator, which has its title.</summary>
    public required string Name { get; init; }

    /// <summary>In what it is counted; empty of an indicator.</summary>
    public required string Unit { get; init; }

    /// <summary>The day of the baseline; of an indicator its year is read.</summary>
    public required DateOnly BaselineOn { get; init; }

    /// <summary>True where the whole province is put beside it.</summary>
    public required bool WithProvince { get; init; }
}

/// <summary>A value of a measure in a place: of the baseline, or of an evaluation.</summary>
public sealed class PilotValue
{
    /// <summary>The number under which the baseline stands beside the evaluations.</summary>
    public const int Baseline = 0;

    private const decimal Million = 1_000_000m;

    public required short Owner { get; init; }

    public required PilotId PilotId { get; init; }

    public required PilotMeasureId MeasureId { get; init; }

    /// <summary><see cref="Baseline"/>, or the number of the evaluation.</summary>
    public required int Evaluation { get; init; }

    /// <summary>The place of the pilot, or the province.</summary>
    public required int PlaceId { get; init; }

    /// <summary>The place whose figure it is: itself, or who took it over.</summary>
    public required int ReadOf { get; init; }

    /// <summary>In millionths; read it by <see cref="Value"/>.</summary>
    public required long Millionths { get; init; }

    /// <summary>Who says so and where; empty of a figure of the system.</summary>
    public required string Source { get; init; }

    public decimal Value => Millionths / Million;

    /// <summary>A value as it is kept.</summary>
    public static long Kept(decimal value) => (long)decimal.Round(value * Million, MidpointRounding.AwayFromZero);
}

/// <summary>What an evaluation found, and what was decided upon it.</summary>
public sealed class PilotEvaluation
{
    public required short Owner { get; init; }

    public required PilotId PilotId { get; init; }

    /// <summary>Chosen by whoever takes it down.</summary>
    public required PilotEvaluationId Id { get; init; }

    /// <summary>From 1; the last one holds.</summary>
    public required int Number { get; init; }

    public required DateOnly EvaluatedOn { get; init; }

    /// <summary>What went well, what did not, what is learnt.</summary>
    public required string Findings { get; init; }

    /// <summary>By when a decision is wanted; null where nobody says.</summary>
    public required DateOnly? DecideBy { get; init; }

    public required Guid? EvaluatedBy { get; init; }

    /// <summary>UTC.</summary>
    public required DateTime EvaluatedAt { get; init; }

    /// <summary>Null while nothing is decided upon it.</summary>
    public PilotDecision? Decision { get; private set; }

    /// <summary>Number and symbol of the document that decides, as printed.</summary>
    public string DecisionNumber { get; private set; } = "";

    public DateOnly? DecidedOn { get; private set; }

    /// <summary>Where it is done from now on; empty where it is done nowhere else.</summary>
    public string WhereTo { get; private set; } = "";

    /// <summary>The new last day of what goes on.</summary>
    public DateOnly? GoesOnUntil { get; private set; }

    /// <summary>Says what was decided upon it.</summary>
    public void Say(StatedPilotDecision stated) =>
        (Decision, DecisionNumber, DecidedOn, WhereTo, GoesOnUntil) = (stated.Decision, stated.Number, stated.DecidedOn, stated.WhereTo, stated.GoesOnUntil);
}
