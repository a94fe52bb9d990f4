using System.Text.Json.Serialization;
using HieuHoc.Places;
using HieuHoc.PlanReading;
using HieuHoc.Platform;

namespace HieuHoc.Programmes;

/// <summary>A heading of the plan under which targets stand.</summary>
public sealed record TargetGroup(string Code, LocalText Title);

/// <summary>What the plan wants reached, by when.</summary>
public sealed record TargetDefinition
{
    /// <summary>The code of the requirement: <c>S4-T14</c>.</summary>
    public required string Code { get; init; }

    public required LocalText Title { get; init; }

    /// <summary>The heading that it stands under; null where the plan has none.</summary>
    public string? Group { get; init; }

    /// <summary>The indicator that measures it.</summary>
    public required string Indicator { get; init; }

    /// <summary>A yes or no over the indicator's elements or totals and <c>threshold</c>.</summary>
    public required string Rule { get; init; }

    /// <summary>How it is measured once the places that it was given to are no more; null where they go on, or where nobody has said how.</summary>
    public Rebasing? Rebasing { get; init; }

    /// <summary>From when on it is judged no more; null where it is.</summary>
    [JsonIgnore]
    public TargetClosing? Closing { get; init; }

    /// <summary>Where the plan says it; null where the clauses of the milestones say so.</summary>
    public string? Clause { get; init; }

    /// <summary>What a reader must know about the plan's wording; shown wherever the target is.</summary>
    public LocalText? Note { get; init; }

    /// <summary>What the pack itself wants reached; what its plans want is in <see cref="ProgrammePack.Plans"/>.</summary>
    public IReadOnlyList<Milestone> Milestones { get; init; } = [];

    /// <summary>The item's own mark; null where that of the pack holds.</summary>
    public bool? Confirmed { get; init; }

    /// <summary>All ways in which it is measured, the plan's own first.</summary>
    [JsonIgnore]
    public IReadOnlyList<Measure> Measures =>
        Rebasing is { } rebasing ? [Own, new Measure(rebasing.Indicator, rebasing.Rule, rebasing)] : [Own];

    private Measure Own => new(Indicator, Rule, null);

    /// <summary>How it is measured in a year that ends on this day.</summary>
    public Measure MeasureOn(DateOnly day) => Rebasing is { } rebasing && day >= rebasing.From ? Measures[1] : Own;
}

/// <summary>A target that was given to places that are no more, measured on others from a day on: a rule that a person may change.</summary>
public sealed record Rebasing
{
    /// <summary>The first day on which it holds.</summary>
    public required DateOnly From { get; init; }

    public required string Indicator { get; init; }

    public required string Rule { get; init; }

    /// <summary>To whom the plan gave it, on whom it is measured instead, and who says so.</summary>
    public required LocalText Note { get; init; }

    public required bool Confirmed { get; init; }
}

/// <summary>A target that a person closed, since those to whom it was given are no more.</summary>
/// <param name="From">The first day on which it is judged no more.</param>
/// <param name="Note">Who decided so, and why.</param>
public sealed record TargetClosing(DateOnly From, LocalText Note);

/// <summary>An indicator and the rule that judges it.</summary>
/// <param name="Rebasing">Null where it is the plan's own.</param>
public sealed record Measure(string Indicator, string Rule, Rebasing? Rebasing);

/// <summary>What is to be reached by the end of a year.</summary>
/// <param name="Threshold">In the indicator's unit; null where the programme leaves it to the province.</param>
/// <param name="Qualifier">How strictly the plan words it.</param>
public sealed record Milestone(int Year, decimal? Threshold, TargetQualifier Qualifier = TargetQualifier.Exact)
{
    /// <summary>The kind of area that it is for; null where it is for all.</summary>
    public string? Area { get; init; }

    /// <summary>The level of the places of which every one is to reach it, where so many are counted; null where all together are.</summary>
    [JsonIgnore]
    public PlaceLevel? Each { get; init; }

    /// <summary>Where plans say it; empty where the pack itself does.</summary>
    [JsonIgnore]
    public IReadOnlyList<PlanClause> Sources { get; init; } = [];

    /// <summary>What the programme wants where the place itself wants more; null where it is the programme's value.</summary>
    [JsonIgnore]
    public RaisedValue? Raised { get; init; }
}

/// <summary>A value that a commune raised.</summary>
/// <param name="Programme">What the programme wants, in the indicator's unit.</param>
/// <param name="Decision">By which decision the commune wants more.</param>
public sealed record RaisedValue(decimal Programme, string Decision, DateOnly DecidedOn);

/// <summary>A clause of a plan.</summary>
/// <param name="Plan">Its number; of one without a number its abstract.</param>
public sealed record PlanClause(string Plan, string Clause);
