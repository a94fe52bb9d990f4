using System.Text.Json.Serialization;
using HieuHoc.PlanReading;

namespace HieuHoc.Programmes.Plans;

/// <summary>What an item of a plan is; the order is that in which a plan is confirmed.</summary>
public enum PlanItemKind
{
    Head,
    Basis,
    Target,
    Task,
    Assignment,
    Money,
    Report,
    Recipient,
}

/// <summary>One thing that a plan says, as it was read or as a person corrected it. What the plan does not say is null.</summary>
[JsonPolymorphic(TypeDiscriminatorPropertyName = "item")]
[JsonDerivedType(typeof(PlanHead), "head")]
[JsonDerivedType(typeof(PlanBasis), "basis")]
[JsonDerivedType(typeof(PlanTarget), "target")]
[JsonDerivedType(typeof(PlannedTask), "task")]
[JsonDerivedType(typeof(PlanAssignment), "assignment")]
[JsonDerivedType(typeof(PlanMoney), "money")]
[JsonDerivedType(typeof(PlanReport), "report")]
[JsonDerivedType(typeof(PlanRecipient), "recipient")]
public abstract record PlanItem([property: JsonIgnore] PlanItemKind Kind)
{
    /// <summary>What the paper itself says, without what a person linked it to.</summary>
    [JsonIgnore]
    public virtual PlanItem Unlinked => this;
}

/// <summary>The head of the document and who signed it.</summary>
/// <param name="Type">plan, decision, report or letter.</param>
/// <param name="Title">The abstract, without the word over it.</param>
/// <param name="SignerAuthority">The formula over the name: KT. CHỦ TỊCH.</param>
/// <param name="Period">The years that it is for; null where it names none.</param>
/// <param name="Truncated">True where the publisher cut the text.</param>
/// <param name="Programme">The programme that a person put the plan to; null for the first one of its province.</param>
public sealed record PlanHead(
    string? Type,
    string? Number,
    DateOnly? IssuedOn,
    string? Issuer,
    string? Title,
    string? Signer,
    string? SignerAuthority,
    PlanYears? Period,
    bool Truncated,
    string? Programme = null) : PlanItem(PlanItemKind.Head)
{
    [JsonIgnore]
    public override PlanItem Unlinked => this with { Programme = null };
}

/// <summary>The first and the last year of a plan; null where it does not say one.</summary>
public sealed record PlanYears(int? From, int? To)
{
    /// <summary>The years, or nothing where both are open.</summary>
    public static PlanYears? Of(int? from, int? to) => from is null && to is null ? null : new PlanYears(from, to);
}

/// <summary>A document that the plan rests on or cites.</summary>
/// <param name="Number">Of a law without a number its name.</param>
public sealed record PlanBasis(string Number, DateOnly? Date) : PlanItem(PlanItemKind.Basis)
{
    /// <summary>Who issued it, in the words of the plan; null where it does not say.</summary>
    [JsonIgnore(Condition = JsonIgnoreCondition.WhenWritingNull)]
    public string? Issuer { get; init; }
}

/// <summary>What is to be reached.</summary>
/// <param name="Subject">Who or what is counted, and what they must reach.</param>
/// <param name="Year">Until when.</param>
/// <param name="From">The first year of a period.</param>
/// <param name="Area">The kind of area for which the value is; null: for all.</param>
/// <param name="Link">How it is measured; null where nobody has said.</param>
public sealed record PlanTarget(
    string Clause,
    string Subject,
    [property: JsonPropertyName("kind")] TargetKind Measure,
    decimal? Value,
    TargetQualifier Qualifier,
    int? Year,
    int? From,
    string? Area,
    TargetLink? Link = null) : PlanItem(PlanItemKind.Target)
{
    /// <summary>Of what every one is to reach it, in the words of the plan: "xã"; null where it is of all together.</summary>
    [JsonIgnore(Condition = JsonIgnoreCondition.WhenWritingNull)]
    public string? Each { get; init; }

    [JsonIgnore]
    public override PlanItem Unlinked => this with { Link = null };
}

/// <summary>What measures a target of a plan, as a person says; the paper does not.</summary>
/// <param name="Indicator">The code of the indicator.</param>
/// <param name="Year">The year whose figures judge it where that is another than the plan's: "before 2025" is 2024.</param>
/// <param name="Threshold">What the indicator must reach where the plan's number is in another unit than the indicator's.</param>
/// <param name="After">How it goes on where those to whom the plan gave it are no more; null where they go on, or nobody has said.</param>
public sealed record TargetLink(string Indicator, int? Year = null, decimal? Threshold = null, TargetAfter? After = null);

/// <summary>How a target goes on once those to whom it was given are no more.</summary>
/// <param name="From">The first day on which that holds.</param>
/// <param name="Indicator">What measures it instead, in the same unit; null where it is closed and judged no more.</param>
/// <param name="Note">Who decided so, and why.</param>
public sealed record TargetAfter(DateOnly From, string? Indicator, string Note);

/// <summary>What is to be done.</summary>
public sealed record PlannedTask(string Clause, string Text) : PlanItem(PlanItemKind.Task);

/// <summary>Who does it, and in which roles.</summary>
/// <param name="Agency">As the plan names it.</param>
/// <param name="Agencies">The codes of the agencies that a person recognised in that name; null where nobody has.</param>
/// <param name="Duties">What it is to do, in the words of the plan; null where only the roles are known.</param>
public sealed record PlanAssignment(
    string Clause,
    string Agency,
    IReadOnlyList<AgencyRole> Roles,
    IReadOnlyList<string>? Agencies = null,
    IReadOnlyList<string>? Duties = null) : PlanItem(PlanItemKind.Assignment)
{
    [JsonIgnore]
    public override PlanItem Unlinked => this with { Agencies = null };
}

/// <summary>What the plan says of money.</summary>
/// <param name="Amount">In đồng.</param>
public sealed record PlanMoney(string Clause, string Text, decimal? Amount) : PlanItem(PlanItemKind.Money);

/// <summary>A report that is owed.</summary>
/// <param name="Every">year, halfYear, quarter or month; null for one that is owed once.</param>
/// <param name="Before">True where it is owed before the day, false where on it.</param>
/// <param name="To">Whom it goes to.</param>
/// <param name="Channel">Through whom or what it is sent, in the words of the plan.</param>
/// <param name="DueYear">Of one that is owed once the year; null of a day of every year of the plan.</param>
public sealed record PlanReport(
    string Clause, int? DueMonth, int? DueDay, string? Every, bool? Before, string? To, string? Channel = null, int? DueYear = null) : PlanItem(PlanItemKind.Report);

/// <summary>Who gets the plan.</summary>
public sealed record PlanRecipient(string Name) : PlanItem(PlanItemKind.Recipient);
