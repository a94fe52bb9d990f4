using HieuHoc.Figures;
using HieuHoc.Places;
using HieuHoc.Platform;
using HieuHoc.Platform.Jobs;
using HieuHoc.Platform.Packs;
using HieuHoc.Testing;
using Microsoft.EntityFrameworkCore;

namespace HieuHoc.Tests.Places;

/// <summary>A version of the places over what an installation has: places keep their numbers, and the facts end the same.</summary>
public sealed class LaterPlacesPackTests : DatabaseTest
{
    /// <summary>As installations of the first releases have it.</summary>
    public const string HeadOfTheVersionBefore =
        """
        {
          "id": "vn", "version": "2026-04-30", "title": { "vi": "Đơn vị hành chính", "en": "Units" }, "legalBasis": [],
          "validFrom": "2025-07-01", "confirmed": false, "notes": [], "attribution": [],
          "expected": { "provinces": 34, "communes": 3321 },
          "country": { "code": "VN", "name": "Việt Nam", "kind": "quốc gia" }
        }
        """;

    private static readonly DateOnly Then = new(2025, 6, 30);
    private static readonly DateOnly Today = new(2026, 11, 21);

    [Fact]
    public async Task Loading_over_the_version_before_keeps_numbers_and_ends_in_the_facts_of_a_new_installation()
    {
        await GivenTheVersionBeforeAsync();
        var (province, commune) = (await IdOf("44", Today), await IdOf("24184", Today));

        var outcome = await new LoadPacks(Db, Shelf, Clock).RunAsync(RepositoryFolder.Packs, examples: true, Ct);

        await using var fresh = await TestDatabase.FilledAsync(Ct);
        await using var freshDb = fresh.Open();
        Assert.Null(outcome.Refusal);
        Assert.Equal((province, commune), (await IdOf("44", Today), await IdOf("24184", Then)));
        Assert.Equal(await FactsAsync(freshDb), await FactsAsync(Stored()));
    }

    [Fact]
    public async Task A_village_of_an_ended_commune_goes_on_under_its_default_successor()
    {
        await LoadAsync();
        var split = await Db.PlaceSuccessions.AsNoTracking().FirstAsync(row => !row.Whole && row.IsDefault, Ct);
        var village = Given.Place("Thôn Một", split.FromId, PlaceLevel.Village, "", new DateOnly(2024, 1, 1));
        var expected = (await Stored().PlaceOnDayAsync(split.ToId, Today, Ct))!;

        await Given.PlacesAgainAsync(Ct);

        var (before, after) = (await Stored().PlaceOnDayAsync(village, Then, Ct), await Stored().PlaceOnDayAsync(village, Today, Ct));
        Assert.Equal((split.FromId, expected.Id), (before?.ParentId, after?.ParentId));
        Assert.Equal(
            [village, expected.Id, expected.ParentId!.Value, 1],
            await Stored().PlaceReaches.Where(reach => reach.PlaceId == village).Select(reach => reach.AncestorId).OrderByDescending(id => id).ToListAsync(Ct));
    }

    [Fact]
    public async Task A_later_list_has_the_roll_up_of_every_programme_with_figures_counted_anew_once()
    {
        await GivenTheVersionBeforeAsync();
        var (province, other) = (await IdOf("44", Today), await IdOf("51", Today));
        Given.Owner(province);
        Given.Owner(other, id: 2);
        await GivenFiguresAsync();

        await LoadAsync();
        await LoadAsync();

        var job = await Stored().Jobs.SingleAsync(Ct);
        Assert.Equal((1, nameof(CheckRollUp), JobState.Waiting), ((int)job.Owner, job.Kind, job.State));
    }

    [Fact]
    public async Task A_list_that_is_refused_has_nothing_counted_anew()
    {
        await GivenTheVersionBeforeAsync();
        Given.Owner(await IdOf("44", Today));
        await GivenFiguresAsync();
        using var folder = new PackFolder();
        folder.Write("places", "vn", "2020-01-01", HeadOfTheVersionBefore.Replace("2026-04-30", "2020-01-01", StringComparison.Ordinal));

        Assert.IsType<PackFaulty>((await new LoadPacks(Db, Shelf, Clock).RunAsync(folder.Path, examples: false, Ct)).Refusal);

        Assert.Empty(await Stored().Jobs.ToListAsync(Ct));
    }

    [Fact]
    public async Task Packs_of_anything_else_have_nothing_counted_anew()
    {
        await GivenTheVersionBeforeAsync();
        Given.Owner(await IdOf("44", Today));
        await GivenFiguresAsync();
        using var folder = new PackFolder();
        folder.Write("elements", "more", "1", Given.Elements("rain.more") with { Id = "more" });

        Assert.Null((await new LoadPacks(Db, Shelf, Clock).RunAsync(folder.Path, examples: false, Ct)).Refusal);

        Assert.Empty(await Stored().Jobs.ToListAsync(Ct));
    }

    [Fact]
    public async Task Counted_parts_and_classes_outlive_a_new_version()
    {
        await LoadAsync();
        var split = await Db.PlaceSuccessions.AsNoTracking().FirstAsync(row => !row.Whole, Ct);
        await Db.PlaceSuccessions.Where(row => row.FromId == split.FromId && row.ToId == split.ToId)
            .ExecuteUpdateAsync(row => row.SetProperty(r => r.Parts, 777).SetProperty(r => r.PartsRule, PartsRule.Counted), Ct);
        Db.Add(new PlaceClass { PlaceId = split.ToId, ValidFrom = Today, Class = "khu vực I", LegalBasis = "test", Confirmed = true });
        await Db.SaveChangesAsync(Ct);

        await Given.PlacesAgainAsync(Ct);

        var kept = await Stored().PlaceSuccessions.SingleAsync(row => row.FromId == split.FromId && row.ToId == split.ToId, Ct);
        Assert.Equal((777, PartsRule.Counted), (kept.Parts, kept.PartsRule));
        Assert.Equal(1, await Stored().PlaceClasses.CountAsync(Ct));
    }

    [Theory]
    [InlineData("other", "2099-01-01", "pack.mistake.places-once")]
    [InlineData("vn", "2026-04-30", "pack.mistake.older")]
    public async Task Another_country_and_an_older_version_are_refused_with_the_name_of_the_loaded_one(string id, string version, string key)
    {
        await LoadAsync();
        using var folder = new PackFolder();
        folder.Write("places", id, version, HeadOfTheVersionBefore
            .Replace("\"vn\"", $"\"{id}\"", StringComparison.Ordinal).Replace("2026-04-30", version, StringComparison.Ordinal));

        var outcome = await new LoadPacks(Db, Shelf, Clock).RunAsync(folder.Path, examples: false, Ct);

        var mistake = Assert.Single(Assert.IsType<PackFaulty>(outcome.Refusal).Mistakes);
        Assert.Equal((key, "vn/2026-11-21"), (mistake.Key, mistake.Value));
        Assert.Equal(1, await Stored().Packs.CountAsync(pack => pack.Kind == "places", Ct));
    }

    protected override async Task<TestDatabase> MakeDatabaseAsync()
    {
        var database = await TestDatabase.EmptyAsync(Ct);
        await database.Engine.MigrateAsync(Ct);

        return database;
    }

    private async Task LoadAsync() =>
        Assert.Null((await new LoadPacks(Db, Shelf, Clock).RunAsync(RepositoryFolder.Packs, examples: true, Ct)).Refusal);

    /// <summary>A figure of the first programme.</summary>
    private async Task GivenFiguresAsync()
    {
        Given.Pack(Given.Elements("rain.total"));
        var round = Given.Round(formPackId: Given.Pack(Given.Form("rain.total")));
        Given.Confirmed(round, await IdOf("24184", Today), new Dictionary<string, long> { ["rain.total"] = 3 });
    }

    /// <summary>Today's units since 1 July 2025 and nothing else, numbered from 1.</summary>
    private async Task GivenTheVersionBeforeAsync()
    {
        var path = Directory.GetFiles(RepositoryFolder.Under("packs", "places", "vn"), "*.units.2025-07-01.csv").Single();
        var units = File.ReadLines(path).Skip(1).Select(line => line.Split(','))
            .Select(cells => (Code: cells[0], Name: cells[1], FullName: cells[2], Kind: cells[4], Parent: cells[5]))
            .Prepend((Code: "VN", Name: "Việt Nam", FullName: "Việt Nam", Kind: "quốc gia", Parent: ""))
            .ToList();
        var ids = units.Index().ToDictionary(pair => pair.Item.Code, pair => pair.Index + 1);
        Given.Pack("places", "vn", "2026-04-30", HeadOfTheVersionBefore);
        await Write("subject", ["id", "kind"], unit => [ids[unit.Code], SubjectKind.Place]);
        await Write("place", ["id", "level", "valid_from"], unit =>
            [ids[unit.Code], unit.Code.Length == 5 ? PlaceLevel.Commune : unit.Code == "VN" ? PlaceLevel.Country : PlaceLevel.Province, Given.Reform]);
        await Write("place_code", ["place_id", "valid_from", "code"], unit => [ids[unit.Code], Given.Reform, unit.Code]);
        await Write("place_name", ["place_id", "valid_from", "name", "full_name", "kind", "folded"], unit =>
            [ids[unit.Code], Given.Reform, unit.Name, unit.FullName, unit.Kind, Vietnamese.Fold(unit.FullName)]);
        await Write("place_parent", ["place_id", "valid_from", "parent_id"], unit =>
            unit.Code == "VN" ? null : [ids[unit.Code], Given.Reform, unit.Parent.Length == 0 ? 1 : ids[unit.Parent]]);
        await Write("place_reach", ["place_id", "ancestor_id"], unit => [ids[unit.Code], ids[unit.Code]]);

        Task Write(string table, string[] columns, Func<(string Code, string Name, string FullName, string Kind, string Parent), object?[]?> row) =>
            Engine.BulkInsertAsync(Db, table, columns, units.Select(row).OfType<object?[]>(), Ct);
    }

    private async Task<int> IdOf(string code, DateOnly day) => (await Stored().PlaceByCodeAsync(code, day, Ct))!.Id;

    private static async Task<IReadOnlyList<string>> FactsAsync(HieuHocDb db)
    {
        var facts = new List<string>();
        await AddAsync(db.Places.Select(row => $"place {row.Id} {row.Level} {row.ValidFrom} {row.ValidTo}"));
        await AddAsync(db.PlaceNames.Select(row => $"name {row.PlaceId} {row.ValidFrom} {row.ValidTo} {row.FullName} {row.Name} {row.Kind} {row.Folded} {row.LegalBasis}"));
        await AddAsync(db.PlaceCodes.Select(row => $"code {row.PlaceId} {row.ValidFrom} {row.ValidTo} {row.Code}"));
        await AddAsync(db.PlaceParents.Select(row => $"parent {row.PlaceId} {row.ValidFrom} {row.ValidTo} {row.ParentId} {row.LegalBasis}"));
        await AddAsync(db.PlaceAliases.Select(row => $"alias {row.PlaceId} {row.Text} {row.Folded} {row.Source}"));
        await AddAsync(db.PlaceBoundaries.Select(row => $"boundary {row.PlaceId} {row.ValidFrom} {row.ValidTo} {row.Geometry.Length}"));
        await AddAsync(db.PlaceReaches.Select(row => $"reach {row.PlaceId} {row.AncestorId}"));
        await AddAsync(db.PlaceSuccessions.Select(row =>
            $"succession {row.FromId} {row.ToId} {row.EffectiveOn} {row.Whole} {row.IsDefault} {row.Rule} {row.AreaShare} {row.PopulationShare} {row.Parts} {row.PartsRule} {row.LegalBasis} {row.Clause}"));

        return facts;

        async Task AddAsync(IQueryable<string> rows) => facts.AddRange((await rows.ToListAsync(Ct)).Order(StringComparer.Ordinal));
    }
}
