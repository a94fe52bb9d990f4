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

    /// <summary>True when a record of this day is judged by this version.</summary>
    public bool HoldsOn(DateOnly day) => ValidFrom <= day && (ValidTo is null || day <= ValidTo);
}
