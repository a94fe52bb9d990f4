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
public abstract record PlanItem([property: JsonIgnore] PlanItemKind Kind);

/// <summary>The head of the document and who signed it.</summary>
/// <param name="Type">plan, decision, report or letter.</param>
/// <param name="Title">The abstract, without the word over it.</param>
/// <param name="SignerAuthority">The formula over the name: KT. CHỦ TỊCH.</param>
/// <param name="From">The first year that it is for.</param>
/// <param name="To">The last year that it is for.</param>
/// <param name="Truncated">True where the publisher cut the text.</param>
public sealed record PlanHead(
    string? Type,
    string? Number,
    DateOnly? IssuedOn,
    string? Issuer,
    string? Title,
    string? Signer,
    string? SignerAuthority,
    int? From,
    int? To,
    bool Truncated) : PlanItem(PlanItemKind.Head);

/// <summary>A document that the plan rests on or cites.</summary>
/// <param name="Number">Of a law without a number its name.</param>
public sealed record PlanBasis(string Number, DateOnly? Date) : PlanItem(PlanItemKind.Basis);

/// <summary>What is to be reached.</summary>
/// <param name="Subject">Who or what is counted, and what they must reach.</param>
/// <param name="Year">Until when.</param>
/// <param name="From">The first year of a period.</param>
/// <param name="Area">The kind of area for which the value is; null: for all.</param>
public sealed record PlanTarget(
    string Clause,
    string Subject,
    [property: JsonPropertyName("kind")] TargetKind Measure,
    decimal? Value,
    TargetQualifier Qualifier,
    int? Year,
    int? From,
    string? Area) : PlanItem(PlanItemKind.Target);

/// <summary>What is to be done.</summary>
public sealed record PlannedTask(string Clause, string Text) : PlanItem(PlanItemKind.Task);

/// <summary>Who does it, and in which roles.</summary>
/// <param name="Agency">As the plan names it.</param>
public sealed record PlanAssignment(string Clause, string Agency, IReadOnlyList<AgencyRole> Roles) : PlanItem(PlanItemKind.Assignment);

/// <summary>What the plan says of money.</summary>
/// <param name="Amount">In đồng.</param>
public sealed record PlanMoney(string Clause, string Text, decimal? Amount) : PlanItem(PlanItemKind.Money);

/// <summary>A report that is owed.</summary>
/// <param name="Every">year, halfYear, quarter or month; null for one that is owed once.</param>
/// <param name="Before">True where it is owed before the day, false where on it.</param>
/// <param name="To">Whom it goes to.</param>
public sealed record PlanReport(string Clause, int? DueMonth, int? DueDay, string? Every, bool? Before, string? To) : PlanItem(PlanItemKind.Report);

/// <summary>Who gets the plan.</summary>
public sealed record PlanRecipient(string Name) : PlanItem(PlanItemKind.Recipient);
