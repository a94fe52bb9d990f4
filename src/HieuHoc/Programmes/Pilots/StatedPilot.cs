using HieuHoc.Documents;
using HieuHoc.Platform;

namespace HieuHoc.Programmes.Pilots;

/// <summary>What somebody states of a pilot.</summary>
public sealed record StatedPilot
{
    /// <summary>Signs that a line has at most.</summary>
    public const int LongestLine = 500;

    /// <summary>Signs that a text has at most.</summary>
    public const int LongestText = 5_000;

    /// <summary>Places that a pilot has at most: with more it is no pilot.</summary>
    public const int MostAreas = 30;

    /// <summary>Years that it lasts at most, all that it goes on included.</summary>
    public const int MostYears = 10;

    /// <summary>The first day that a pilot may have: no programme is older.</summary>
    public static DateOnly Earliest { get; } = new(2000, 1, 1);

    public string Name { get; init; } = "";

    public string Model { get; init; } = "";

    public string DocumentNumber { get; init; } = "";

    public DateOnly? DocumentDay { get; init; }

    public DateOnly FirstDay { get; init; }

    public DateOnly LastDay { get; init; }

    /// <summary>The leading agency by name.</summary>
    public string Lead { get; init; } = "";

    /// <summary>The places, one a line: by name, or by code where several are called so.</summary>
    public string Areas { get; init; } = "";

    /// <summary>The same with its texts as they are kept.</summary>
    public StatedPilot Kept() => this with
    {
        Name = TypedText.Line(Name),
        Model = TypedText.Kept(Model).ReplaceLineEndings("\n"),
        DocumentNumber = TypedText.Line(DocumentNumber),
        Lead = TypedText.Line(Lead),
        Areas = string.Join('\n', TypedText.Lines(TypedText.Kept(Areas))),
    };

    /// <summary>Why it cannot be kept, whoever leads it and wherever it is.</summary>
    public Refusal? Unfit() => this switch
    {
        { Name.Length: 0 } => new PilotUnnamed(),
        { Model.Length: 0 } => new PilotModelMissing(),
        _ when DocumentNumber.Length > 0 && (DocumentNumbers.Key(DocumentNumber) is null || DocumentDay is null) => new PilotDocumentUnfit(),
        _ when DocumentNumber.Length == 0 && DocumentDay is not null => new PilotDocumentUnfit(),
        _ when FirstDay < Earliest || LastDay <= FirstDay || LastDay > FirstDay.AddYears(MostYears) => new PilotPeriodUnfit(Earliest, MostYears),
        { Lead.Length: 0 } => new PilotLeadMissing(),
        { Areas.Length: 0 } => new PilotAreasUnfit(MostAreas),
        _ when TypedText.Lines(Areas).Count > MostAreas => new PilotAreasUnfit(MostAreas),
        _ when new[] { Name, DocumentNumber, Lead }.Any(line => line.Length > LongestLine) => new PilotTextTooLong(LongestLine),
        { Model.Length: > LongestText } => new PilotTextTooLong(LongestText),
        _ => null,
    };

    /// <summary>The names of what differs from a pilot, its lead and places apart; for the audit, which keeps no values.</summary>
    public IReadOnlyList<string> DiffersFrom(Pilot pilot) =>
    [
        .. new (string Field, bool Differs)[]
        {
            (nameof(Name), Name != pilot.Name),
            (nameof(Model), Model != pilot.Model),
            (nameof(DocumentNumber), DocumentNumber != pilot.DocumentNumber),
            (nameof(DocumentDay), DocumentDay != pilot.DocumentDay),
            (nameof(FirstDay), FirstDay != pilot.FirstDay),
            (nameof(LastDay), LastDay != pilot.LastDay),
        }.Where(field => field.Differs).Select(field => field.Field),
    ];
}

/// <summary>A value that somebody states of a place.</summary>
/// <param name="Value">As typed; empty where nothing is stated.</param>
public sealed record StatedPilotValue(PilotMeasureId Measure, int PlaceId, string? Value);

/// <summary>What a pilot is judged by, with what is stated of its baseline.</summary>
/// <param name="Indicator">The code of an indicator of the system; empty of what is counted for the pilot alone.</param>
/// <param name="Source">Who says so and where; asked where a value is stated.</param>
public sealed record StatedPilotMeasure(
    string? Indicator, string? Name, string? Unit, DateOnly BaselineOn, bool WithProvince, IReadOnlyList<StatedPilotValue> Values, string? Source)
{
    /// <summary>The same as it is kept.</summary>
    public StatedPilotMeasure Kept() => TypedText.KeptOrNull(Indicator) is { } indicator
        ? this with { Indicator = indicator, Name = "", Unit = "", Source = TypedText.Line(Source) }
        : this with { Indicator = null, Name = TypedText.Line(Name), Unit = TypedText.Line(Unit), WithProvince = false, Source = TypedText.Line(Source) };

    /// <summary>Why it cannot be kept, whatever the system knows.</summary>
    public Refusal? Unfit(DateOnly today) => this switch
    {
        { Indicator: null, Name: "" } => new PilotMeasureUnnamed(),
        _ when BaselineOn < StatedPilot.Earliest || BaselineOn > today => new PilotBaselineDayUnfit(StatedPilot.Earliest, today),
        _ when new[] { Name, Unit, Source }.Any(line => line!.Length > StatedPilot.LongestLine) => new PilotTextTooLong(StatedPilot.LongestLine), // kept: none is null
        _ => null,
    };
}

/// <summary>What an evaluation states.</summary>
/// <param name="Source">Who says so and where; asked where a value is stated.</param>
/// <param name="DecideBy">By when a decision is wanted; null where nobody says.</param>
public sealed record StatedPilotEvaluation(DateOnly EvaluatedOn, string? Findings, DateOnly? DecideBy, IReadOnlyList<StatedPilotValue> Values, string? Source)
{
    /// <summary>The same as it is kept.</summary>
    public StatedPilotEvaluation Kept() => this with { Findings = TypedText.Kept(Findings).ReplaceLineEndings("\n"), Source = TypedText.Line(Source) };

    /// <summary>Why it cannot be kept, whatever the system knows.</summary>
    public Refusal? Unfit() => this switch
    {
        { Findings: "" } => new PilotFindingsMissing(),
        { Findings.Length: > StatedPilot.LongestText } => new PilotTextTooLong(StatedPilot.LongestText),
        { Source.Length: > StatedPilot.LongestLine } => new PilotTextTooLong(StatedPilot.LongestLine),
        _ when DecideBy < EvaluatedOn || DecideBy > EvaluatedOn.AddYears(1) => new PilotDecideByUnfit(EvaluatedOn, EvaluatedOn.AddYears(1)),
        _ => null,
    };
}

/// <summary>What was decided of a pilot.</summary>
public sealed record StatedPilotDecision(PilotDecision Decision, string Number, DateOnly DecidedOn, string WhereTo, DateOnly? GoesOnUntil)
{
    /// <summary>The same as it is kept; the words of another decision say nothing.</summary>
    public StatedPilotDecision Kept() => new(
        Decision,
        TypedText.Line(Number),
        DecidedOn,
        Decision is PilotDecision.Replicate ? TypedText.Kept(WhereTo).ReplaceLineEndings("\n") : "",
        Decision is PilotDecision.GoOn ? GoesOnUntil : null);

    /// <summary>Why it cannot be kept, whenever it was.</summary>
    public Refusal? Unfit() => this switch
    {
        _ when DocumentNumbers.Key(Number) is null || Number.Length > StatedPilot.LongestLine => new PilotDecisionNumberUnreadable(),
        { Decision: PilotDecision.Replicate, WhereTo.Length: 0 } => new PilotWhereToMissing(),
        { WhereTo.Length: > StatedPilot.LongestText } => new PilotTextTooLong(StatedPilot.LongestText),
        _ => null,
    };
}
