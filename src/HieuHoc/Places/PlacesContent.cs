using System.Text.Json;
using HieuHoc.Platform;
using HieuHoc.Platform.Packs;

namespace HieuHoc.Places;

/// <summary>What lies beside the head of a places pack, read but not yet compared.</summary>
internal sealed record PlacesContent(
    IReadOnlyList<PlaceListContent> Lists, IReadOnlyList<SuccessionLine> Successions, IReadOnlyList<PlaceChange> Changes)
{
    private static readonly IReadOnlyList<string> UnitColumns = ["code", "name", "full_name", "level", "kind", "parent_code"];

    private static readonly IReadOnlyList<string> SuccessionColumns =
    [
        "old_code", "old_level", "old_full_name", "old_parent_code", "new_code", "new_level", "new_full_name", "new_province_code",
        "kind", "area_share", "population_share", "default_successor", "default_rule", "legal_basis", "clause", "effective_date",
    ];

    private static readonly IReadOnlyList<string> ChangeColumns =
    [
        "old_code", "level", "old_full_name", "new_code", "new_full_name",
        "old_kind", "new_kind", "legal_basis", "effective_date",
    ];

    private static readonly IReadOnlyList<string> NameColumns = ["code", "nso_full_name", "full_name_in_resolution", "resolution"];

    private static readonly IReadOnlyList<string> AliasColumns =
        ["code", "alias_code", "full_name", "province_code", "where_alias_is_used"];

    /// <summary>Reads every file; what cannot be read is added to the mistakes and left out.</summary>
    public static PlacesContent Read(PlacesPack pack, PackFile file, List<FileMistake> mistakes) => new(
        [.. pack.Lists.Index().Select(pair => List(pair.Item, pack.Lists.ElementAtOrDefault(pair.Index + 1), file, mistakes))],
        [.. file.TableBeside("successions.csv", SuccessionColumns, mistakes).Select(Succession)],
        [.. file.TableBeside("changes.csv", ChangeColumns, mistakes).Select(Change)]);

    private static PlaceListContent List(PlaceList list, PlaceList? next, PackFile file, List<FileMistake> mistakes)
    {
        var units = file.TableBeside($"units.{list.Name}.csv", UnitColumns, mistakes).Select(Unit);
        var names = Optional($"names.{list.Name}.csv", NameColumns).Select(row => new AliasLine(
            row.Where, row["code"], row["nso_full_name"], row["full_name_in_resolution"], row["resolution"], IsCode: false));
        var aliases = Optional($"aliases.{list.Name}.csv", AliasColumns).Select(row => new AliasLine(
            row.Where, row["code"], row["full_name"], row["alias_code"], row["where_alias_is_used"], IsCode: true));

        return new PlaceListContent(
            list,
            next?.From.AddDays(-1),
            [.. units],
            [.. names, .. aliases],
            Outlines(file.Beside($"boundaries.{list.Name}."), mistakes));

        // Whether one is missing is told by the number of its lines.
        IEnumerable<CsvRow> Optional(string suffix, IReadOnlyList<string> columns) =>
            file.Beside(suffix).Count == 0 ? [] : file.TableBeside(suffix, columns, mistakes);
    }

    private static PlaceUnit Unit(CsvRow row) => new(
        row.Where, row["code"], row["name"], row["full_name"], row["kind"], Level(row["level"]), row["parent_code"]);

    private static SuccessionLine Succession(CsvRow row) => new(
        row.Where,
        new UnitNamed(row["old_code"], Level(row["old_level"]), row["old_full_name"]),
        new UnitNamed(row["new_code"], Level(row["new_level"]), row["new_full_name"]),
        row["kind"] switch { "whole" => true, "part" => false, _ => null },
        Share(row["area_share"]),
        Share(row["population_share"]),
        row["default_successor"] == "1",
        row["default_rule"],
        row["legal_basis"],
        row["clause"],
        IsoDay.Read(row["effective_date"]));

    private static PlaceChange Change(CsvRow row) => new(
        row.Where, row["old_code"], row["new_code"], row["old_full_name"], row["new_full_name"],
        row["new_kind"], row["legal_basis"], IsoDay.Read(row["effective_date"]));

    private static PlaceLevel? Level(string text) => text switch
    {
        "province" => PlaceLevel.Province,
        "district" => PlaceLevel.District,
        "commune" => PlaceLevel.Commune,
        _ => null,
    };

    private static SuccessionShare? Share(string text) => text switch
    {
        "all" => SuccessionShare.All,
        "part" => SuccessionShare.Part,
        "rest" => SuccessionShare.Rest,
        "none" => SuccessionShare.None,
        _ => null,
    };

    /// <summary>One file a province: megabytes of coordinates, read side by side.</summary>
    private static List<PlaceOutline> Outlines(IReadOnlyList<string> paths, List<FileMistake> mistakes)
    {
        var files = paths.AsParallel().AsOrdered().Select(OutlinesOf).ToList();
        mistakes.AddRange(files.Select(file => file.Mistake).OfType<FileMistake>());

        return [.. files.SelectMany(file => file.Outlines)];
    }

    private static (IReadOnlyList<PlaceOutline> Outlines, FileMistake? Mistake) OutlinesOf(string path)
    {
        var name = Path.GetFileName(path);

        try
        {
            using var document = JsonDocument.Parse(File.ReadAllBytes(path));

            return (
                [
                    .. document.RootElement.GetProperty("features").EnumerateArray().Select(feature => new PlaceOutline(
                        $"{name}#{feature.GetProperty("id").GetString()}",
                        feature.GetProperty("id").GetString() ?? "",
                        feature.GetProperty("geometry").GetProperty("type").GetString() ?? "",
                        feature.GetProperty("geometry").GetRawText())),
                ],
                null);
        }
        catch (Exception e) when (e is JsonException or KeyNotFoundException or InvalidOperationException)
        {
            return ([], new FileMistake(name, "pack.mistake.json", e.Message));
        }
    }
}
