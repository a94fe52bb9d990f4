using HieuHoc.Platform;
using HieuHoc.Platform.Packs;

namespace HieuHoc.Agencies;

/// <summary>The organisations of a province in both eras of geography: who they are, what they belong to, who succeeded whom.</summary>
public sealed record AgenciesPack : PackDocument
{
    /// <summary>What a reader should know before trusting it.</summary>
    public required IReadOnlyList<LocalText> Notes { get; init; }

    /// <summary>What can pass from one agency to another.</summary>
    public required IReadOnlyList<MatterDefinition> Matters { get; init; }

    public required IReadOnlyList<AgencyDefinition> Agencies { get; init; }

    public required IReadOnlyList<SuccessionDefinition> Successions { get; init; }

    /// <summary>What every commune of the province has; null where nothing is said of communes.</summary>
    public CommuneAgencies? InEachCommune { get; init; }
}

/// <summary>A field of work that an agency answers for.</summary>
public sealed record MatterDefinition(string Code, LocalText Title);

/// <summary>One agency. A day that no source gives stays open.</summary>
public sealed record AgencyDefinition
{
    /// <summary>Its name in packs: <c>quang-tri.so-gddt</c>.</summary>
    public required string Code { get; init; }

    public required AgencyLevel Level { get; init; }

    public required AgencyKind Kind { get; init; }

    /// <summary>The code of the place that it works for: <c>44</c>, of an ended place <c>45@2025-06-30</c>.</summary>
    public required string Place { get; init; }

    public DateOnly? From { get; init; }

    /// <summary>The last day.</summary>
    public DateOnly? To { get; init; }

    /// <summary>True when the source names the days; false when they are the ends of the month that it names.</summary>
    public bool DaysConfirmed { get; init; }

    public required bool Confirmed { get; init; }

    public required string Source { get; init; }

    /// <summary>At most one on any day.</summary>
    public required IReadOnlyList<NameDefinition> Names { get; init; }

    /// <summary>Other words by which people look for it.</summary>
    public IReadOnlyList<string> Aliases { get; init; } = [];

    /// <summary>What it is a division of; at most one on any day.</summary>
    public IReadOnlyList<ParentDefinition> Parents { get; init; } = [];

    /// <summary>The seats of a committee, the highest first.</summary>
    public IReadOnlyList<PostDefinition> Posts { get; init; } = [];
}

/// <summary>A name and when it held.</summary>
public sealed record NameDefinition(string Name, string? ShortName = null, DateOnly? From = null, DateOnly? To = null);

/// <summary>The agency above and when it was.</summary>
public sealed record ParentDefinition(string Code, DateOnly? From = null, DateOnly? To = null);

/// <summary>A seat in a committee and the post that brings it.</summary>
/// <param name="Holder">The agency whose post it is; null where it differs from province to province.</param>
public sealed record PostDefinition(string Title, string HolderPost, bool Confirmed, string Source, string? Holder = null);

/// <summary>A matter that passed over.</summary>
/// <param name="Matter">One of the pack's matters, or <c>everything</c> for all that no other line of the same agency names.</param>
public sealed record SuccessionDefinition(
    string From, string To, string Matter, DateOnly On, bool DayConfirmed, bool Confirmed, string Source);

/// <summary>What each commune of a province has on a day.</summary>
public sealed record CommuneAgencies(string Province, DateOnly On, IReadOnlyList<CommuneAgencyDefinition> Agencies);

/// <summary>One agency of every commune: <c>{place}</c> in its names becomes the commune, and its code begins with the commune's.</summary>
/// <param name="Parent">The code of another line of this list.</param>
public sealed record CommuneAgencyDefinition(
    string Code, AgencyKind Kind, string Name, bool Confirmed, string Source, string? ShortName = null, string? Parent = null, DateOnly? From = null);
