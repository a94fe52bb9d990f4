using System.Text.Json.Serialization;

namespace HieuHoc.Platform.Packs;

/// <summary>The head that every pack carries: what it is, on which law it stands, from when to when, and whether that is confirmed.</summary>
public abstract record PackDocument
{
    /// <summary>Where an editor finds the schema; not read by the product.</summary>
    [JsonPropertyName("$schema")]
    public string? Schema { get; init; }

    public required string Id { get; init; }

    /// <summary>A loaded version never changes; a new text is a new version.</summary>
    public required string Version { get; init; }

    public required LocalText Title { get; init; }

    /// <summary>The documents that it stands on: type, number, date, issuer.</summary>
    public required IReadOnlyList<string> LegalBasis { get; init; }

    public required DateOnly ValidFrom { get; init; }

    /// <summary>The last day of validity; null while in force.</summary>
    public DateOnly? ValidTo { get; init; }

    /// <summary>True when a person has compared it with the document itself.</summary>
    public required bool Confirmed { get; init; }

    /// <summary>True when it may carry made-up numbers: loaded in demonstrations and tests alone, and printed as "ví dụ".</summary>
    public bool Example { get; init; }

    /// <summary>The pack, as <c>id@version</c>, whose open fields this one fills; null for a pack that stands alone.</summary>
    public string? Extends { get; init; }

    /// <summary>The code, today, of the province whose values an overlay brings, or whose own the pack is; null for what holds everywhere.</summary>
    public string? ForProvince { get; init; }

    /// <summary>The id under which others name it: of an overlay, that of the pack which it fills.</summary>
    [JsonIgnore]
    public string BaseId => Extends?.Split('@')[0] ?? Id;

    /// <summary>What it defines, item by item, each with its own mark; empty where the pack is one whole.</summary>
    [JsonIgnore]
    public virtual IReadOnlyList<PackItem> Items => [];

    /// <summary>True when a record of this day is judged by this version.</summary>
    public bool HoldsOn(DateOnly day) => ValidFrom <= day && (ValidTo is null || day <= ValidTo);
}

/// <summary>One thing that a pack defines, as the page about the law shows it.</summary>
/// <param name="Text">What it says: a formula, a rule; empty where the title says all.</param>
/// <param name="Citation">Where the law or the plan says it; null where the pack as a whole names its basis.</param>
/// <param name="Confirmed">Whether a person compared it with the document.</param>
/// <param name="Uses">The codes that it reads.</param>
public sealed record PackItem(
    string Code, LocalText Title, string Text, string? Citation, bool Confirmed, IReadOnlyCollection<string> Uses);
