using HieuHoc.Platform;
using HieuHoc.Platform.Packs;

namespace HieuHoc.Places;

/// <summary>
/// The administrative units of the country: the head of the pack. The units, their changes, aliases of codes and
/// boundaries lie beside it as <c>units.csv</c>, <c>changes.csv</c>, <c>aliases.csv</c> and <c>boundaries.*.geojson</c>.
/// </summary>
public sealed record PlacesPack : PackDocument
{
    /// <summary>What a reader should know before trusting it; first of all why it is not confirmed.</summary>
    public required IReadOnlyList<LocalText> Notes { get; init; }

    /// <summary>Whom to name wherever the data are shown or passed on.</summary>
    public required IReadOnlyList<string> Attribution { get; init; }

    /// <summary>How many units the law made; a file that lost a line is thereby refused.</summary>
    public required ExpectedPlaces Expected { get; init; }

    /// <summary>The parent of the provinces, which no list of the statistics office carries.</summary>
    public required CountryPlace Country { get; init; }
}

/// <summary>The number of units of each level.</summary>
public sealed record ExpectedPlaces(int Provinces, int Communes);

/// <summary>The country as a place.</summary>
public sealed record CountryPlace(string Code, string Name, string Kind);
