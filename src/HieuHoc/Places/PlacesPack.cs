using HieuHoc.Platform;
using HieuHoc.Platform.Packs;

namespace HieuHoc.Places;

/// <summary>
/// The administrative units of the country through time: the head of the pack. Beside it lie the lists of units of each
/// era (<c>units.LIST.csv</c>, with <c>names.LIST.csv</c>, <c>aliases.LIST.csv</c> and <c>boundaries.LIST.*.geojson</c>), who took
/// over whom from one list to the next (<c>successions.csv</c>), and what got another kind in between (<c>changes.csv</c>).
/// </summary>
public sealed record PlacesPack : PackDocument
{
    /// <summary>What a reader should know before trusting it; first of all why it is not confirmed.</summary>
    public required IReadOnlyList<LocalText> Notes { get; init; }

    /// <summary>Whom to name wherever the data are shown or passed on.</summary>
    public required IReadOnlyList<string> Attribution { get; init; }

    /// <summary>The lists of units, one for each era, the oldest first.</summary>
    public IReadOnlyList<PlaceList> Lists { get; init; } = [];

    /// <summary>How many successions and changes there are; a file that lost a line is thereby refused.</summary>
    public ExpectedChanges ExpectedChanges { get; init; } = new(0, 0);

    /// <summary>The version of 30 April 2026 said its numbers here; it had one list. It is read where it was loaded.</summary>
    public ExpectedPlaces? Expected { get; init; }

    /// <summary>The parent of the provinces, which no list of the statistics office carries.</summary>
    public required CountryPlace Country { get; init; }
}

/// <summary>The units from a day on, until the day of the next list.</summary>
/// <param name="Name">In the names of its files.</param>
/// <param name="From">Of the first list a day by convention: the first for which the product keeps history.</param>
public sealed record PlaceList(string Name, DateOnly From, ExpectedPlaces Expected);

/// <summary>How many lines of each sort a list has; a file that lost one is thereby refused.</summary>
public sealed record ExpectedPlaces(
    int Provinces, int Communes, int Districts = 0, int Names = 0, int Aliases = 0, int Outlines = 0);

/// <summary>How many lines say what changed.</summary>
public sealed record ExpectedChanges(int Successions, int Changes);

/// <summary>The country as a place.</summary>
public sealed record CountryPlace(string Code, string Name, string Kind);
