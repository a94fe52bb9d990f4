using System.Globalization;
using System.Text.Json;
using HieuHoc.Platform.Packs;

namespace HieuHoc.Places;

/// <summary>What lies beside the head of a places pack, read but not yet compared.</summary>
internal sealed record PlacesContent(
    IReadOnlyList<PlaceUnit> Units,
    IReadOnlyList<PlaceChange> Changes,
    IReadOnlyList<PlaceAlias> Aliases,
    IReadOnlyList<PlaceOutline> Outlines)
{
    private static readonly IReadOnlyList<string> UnitColumns =
    [
        "code", "name", "full_name", "level", "kind", "parent_code",
        "area_km2", "population", "area_km2_geom", "quality_flag",
    ];

    private static readonly IReadOnlyList<string> ChangeColumns =
    [
        "old_code", "level", "old_full_name", "new_code", "new_full_name",
        "old_kind", "new_kind", "legal_basis", "effective_date",
    ];

    private static readonly IReadOnlyList<string> AliasColumns =
        ["code", "alias_code", "full_name", "province_code", "where_alias_is_used"];

    /// <summary>Reads every file; what cannot be read is added to the mistakes and left out.</summary>
    public static PlacesContent Read(PackFile file, List<PackMistake> mistakes) => new(
        [.. PlaceCsv.Read(file, "units.csv", UnitColumns, mistakes).Select(Unit)],
        [.. PlaceCsv.Read(file, "changes.csv", ChangeColumns, mistakes).Select(Change)],
        [.. PlaceCsv.Read(file, "aliases.csv", AliasColumns, mistakes).Select(Alias)],
        [.. file.Beside("boundaries.").SelectMany(path => OutlinesOf(path, mistakes))]);

    private static PlaceUnit Unit(PlaceCsvRow row) => new(
        row.Where, row["code"], row["name"], row["full_name"], row["kind"], Level(row["level"]), row["parent_code"]);

    private static PlaceChange Change(PlaceCsvRow row) => new(
        row.Where, row["old_code"], row["new_code"], row["old_full_name"], row["new_full_name"],
        row["new_kind"], Day(row["effective_date"]));

    private static PlaceAlias Alias(PlaceCsvRow row) => new(row.Where, row["code"], row["alias_code"], row["full_name"]);

    private static PlaceLevel? Level(string text) => text switch
    {
        "province" => PlaceLevel.Province,
        "commune" => PlaceLevel.Commune,
        _ => null,
    };

    private static DateOnly? Day(string text) =>
        DateOnly.TryParseExact(text, "yyyy-MM-dd", CultureInfo.InvariantCulture, DateTimeStyles.None, out var day) ? day : null;

    private static List<PlaceOutline> OutlinesOf(string path, List<PackMistake> mistakes)
    {
        var name = Path.GetFileName(path);

        try
        {
            using var document = JsonDocument.Parse(File.ReadAllBytes(path));

            return
            [
                .. document.RootElement.GetProperty("features").EnumerateArray().Select(feature => new PlaceOutline(
                    $"{name}#{feature.GetProperty("id").GetString()}",
                    feature.GetProperty("id").GetString() ?? "",
                    feature.GetProperty("geometry").GetProperty("type").GetString() ?? "",
                    feature.GetProperty("geometry").GetRawText())),
            ];
        }
        catch (Exception e) when (e is JsonException or KeyNotFoundException or InvalidOperationException)
        {
            mistakes.Add(new PackMistake(name, "pack.mistake.json", e.Message));

            return [];
        }
    }
}

/// <summary>A unit as the table lists it.</summary>
/// <param name="Level">Null where the table names none that is known.</param>
internal sealed record PlaceUnit(
    string Where, string Code, string Name, string FullName, string Kind, PlaceLevel? Level, string ParentCode);

/// <summary>A unit that got another kind, and so another full name, on a day; it stays the same unit.</summary>
internal sealed record PlaceChange(
    string Where, string OldCode, string NewCode, string OldFullName, string NewFullName, string NewKind, DateOnly? EffectiveOn);

/// <summary>A second code under which some source lists a unit.</summary>
internal sealed record PlaceAlias(string Where, string Code, string AliasCode, string FullName);

/// <summary>The outline of a unit as GeoJSON.</summary>
internal sealed record PlaceOutline(string Where, string Code, string Type, string Geometry);
