using HieuHoc.Platform;
using HieuHoc.Platform.Packs;
using HieuHoc.Testing;
using Microsoft.EntityFrameworkCore;

namespace HieuHoc.Tests.Platform;

public sealed class PackLoadingTests : DatabaseTest
{
    private readonly PackFolder folder = new();
    private readonly PackShelf shelf = new([new TinyKind("tiny", 1), new TinyKind("later", 2)]);

    private LoadPacks LoadPacks => new(Db, shelf, Clock);

    public override ValueTask DisposeAsync()
    {
        folder.Dispose();

        return base.DisposeAsync();
    }

    [Fact]
    public async Task A_new_version_is_kept_word_for_word_with_its_hash()
    {
        var path = folder.Write("tiny", "rain", "2026", Tiny("rain", "2026"));

        var outcome = await LoadAsync();

        var pack = Assert.Single(await StoredPacksAsync());
        Assert.Equal("rain/2026", $"{Assert.Single(outcome.Value).Id}/{pack.Version}");
        Assert.Equal(await File.ReadAllTextAsync(path, Ct), pack.Content);
        Assert.Equal(64, pack.Sha256.Length);
        Assert.Equal(Clock.Now.Instant, pack.LoadedAt);
    }

    [Fact]
    public async Task What_a_pack_brings_beyond_its_text_is_stored_with_it()
    {
        folder.Write("tiny", "rain", "2026", Tiny("rain", "2026"));

        await LoadAsync();

        Assert.Equal("brought by rain/2026", Assert.Single(await BroughtAsync()));
    }

    [Fact]
    public async Task Loading_the_same_again_changes_nothing()
    {
        folder.Write("tiny", "rain", "2026", Tiny("rain", "2026"));
        await LoadAsync();

        var again = await LoadAsync();

        Assert.Empty(again.Value);
        Assert.Single(await StoredPacksAsync());
        Assert.Single(await BroughtAsync());
    }

    [Fact]
    public async Task A_second_version_stands_beside_the_first()
    {
        folder.Write("tiny", "rain", "1", Tiny("rain", "1"));
        await LoadAsync();
        folder.Write("tiny", "rain", "1.1", Tiny("rain", "1.1"));

        var outcome = await LoadAsync();

        Assert.Equal("1.1", Assert.Single(outcome.Value).Version);
        Assert.Equal(["1", "1.1"], (await StoredPacksAsync()).Select(pack => pack.Version));
    }

    [Fact]
    public async Task A_loaded_version_with_another_text_is_refused_and_nothing_is_loaded()
    {
        folder.Write("tiny", "rain", "2026", Tiny("rain", "2026"));
        await LoadAsync();
        folder.Write("tiny", "mist", "2026", Tiny("mist", "2026"));
        folder.Write("tiny", "rain", "2026", Tiny("rain", "2026") with { Depth = 2 });

        var outcome = await LoadAsync();

        Assert.Equal(new PackVersionChanged("tiny/rain/2026"), outcome.Refusal);
        Assert.Single(await StoredPacksAsync());
        Assert.Single(await BroughtAsync());
        Assert.DoesNotContain(shelf.Known<TinyPack>(), pack => pack.Id == "mist");
    }

    [Fact]
    public async Task A_changed_file_beside_the_pack_is_a_changed_pack()
    {
        folder.Write("tiny", "rain", "2026", Tiny("rain", "2026"));
        folder.WriteBeside("tiny", "rain", "2026", "units.csv", "a,b\n");
        await LoadAsync();
        folder.WriteBeside("tiny", "rain", "2026", "units.csv", "a,c\n");

        var outcome = await LoadAsync();

        Assert.Equal(new PackVersionChanged("tiny/rain/2026"), outcome.Refusal);
    }

    [Fact]
    public async Task After_a_refusal_the_mended_folder_loads_in_the_same_context()
    {
        folder.Write("tiny", "rain", "2026", Tiny("rain", "2026"));
        folder.Write("tiny", "snow", "2026", "{");
        await LoadAsync();
        folder.Write("tiny", "snow", "2026", Tiny("snow", "2026"));

        var outcome = await LoadAsync();

        Assert.Null(outcome.Refusal);
        Assert.Equal(2, (await StoredPacksAsync()).Count);
    }

    [Theory]
    [InlineData("{", "$")]
    [InlineData("""{ "id": "rain", "depth": "two" }""", "$.depth")]
    [InlineData("""{ "id": "rain", "dept": 2 }""", "$.dept")]
    [InlineData("""{ "id": "rain" }""", "$")]
    [InlineData("""{ "id": "rain", "id": "mist" }""", "$.id")]
    [InlineData("null", "$")]
    public async Task A_text_that_does_not_read_is_refused_with_the_place_of_the_mistake(string text, string place)
    {
        folder.Write("tiny", "rain", "2026", text);

        var outcome = await LoadAsync();

        var faulty = Assert.IsType<PackFaulty>(outcome.Refusal);
        Assert.Equal("tiny/rain/2026", faulty.Pack);
        Assert.Equal(place, Assert.Single(faulty.Mistakes).Where);
        Assert.Empty(await StoredPacksAsync());
    }

    [Theory]
    [InlineData("mist", "2026")]
    [InlineData("rain", "2027")]
    public async Task A_pack_under_another_name_than_its_own_is_refused(string id, string version)
    {
        folder.Write("tiny", "rain", "2026", Tiny(id, version));

        var outcome = await LoadAsync();

        var mistake = Assert.Single(Assert.IsType<PackFaulty>(outcome.Refusal).Mistakes);
        Assert.Equal(new FileMistake("$.id", "pack.mistake.name", $"{id}/{version}"), mistake);
    }

    [Fact]
    public async Task All_mistakes_that_a_kind_finds_are_told_at_once()
    {
        folder.Write("tiny", "rain", "2026", Tiny("mist", "2026") with { Depth = -1 });

        var outcome = await LoadAsync();

        Assert.Equal(["$.depth", "$.id"], Assert.IsType<PackFaulty>(outcome.Refusal).Mistakes.Select(mistake => mistake.Where));
    }

    [Fact]
    public async Task One_faulty_pack_keeps_all_others_out()
    {
        folder.Write("tiny", "rain", "2026", Tiny("rain", "2026"));
        folder.Write("later", "snow", "2026", Tiny("snow", "2026") with { Depth = -1 });

        var outcome = await LoadAsync();

        Assert.IsType<PackFaulty>(outcome.Refusal);
        Assert.Empty(await StoredPacksAsync());
        Assert.Empty(await BroughtAsync());
        Assert.Empty(shelf.Known<TinyPack>());
    }

    [Fact]
    public async Task A_later_kind_may_name_what_an_earlier_one_brings_in_the_same_loading()
    {
        folder.Write("later", "flood", "2026", Tiny("flood", "2026") with { After = "rain" });
        folder.Write("tiny", "rain", "2026", Tiny("rain", "2026"));

        var outcome = await LoadAsync();

        Assert.Equal(["rain", "flood"], outcome.Value.Select(file => file.Id));
    }

    [Theory]
    [InlineData(true, 1)]
    [InlineData(false, 0)]
    public async Task An_example_is_loaded_only_where_examples_are_allowed(bool examples, int expected)
    {
        folder.Write("tiny", "rain", "2026", Tiny("rain", "2026") with { Example = true });

        await LoadPacks.RunAsync(folder.Path, examples, Ct);

        Assert.Equal(expected, (await StoredPacksAsync()).Count);
    }

    [Fact]
    public async Task A_folder_that_is_not_there_is_refused()
    {
        var outcome = await LoadPacks.RunAsync("/no/such/folder", examples: false, Ct);

        Assert.Equal(new PackFolderMissing("/no/such/folder"), outcome.Refusal);
    }

    [Fact]
    public async Task A_record_of_a_day_is_judged_by_the_version_whose_validity_began_last()
    {
        folder.Write("tiny", "rain", "1", Tiny("rain", "1") with { ValidTo = new DateOnly(2026, 6, 30) });
        folder.Write("tiny", "rain", "2", Tiny("rain", "2") with { ValidFrom = new DateOnly(2026, 6, 1) });
        await LoadAsync();
        // As another process sees it, which did not load them.
        var fresh = new PackShelf([new TinyKind("tiny", 1)]);

        Assert.Equal("1", await VersionOnAsync(fresh, new DateOnly(2026, 5, 31)));
        Assert.Equal("2", await VersionOnAsync(fresh, new DateOnly(2026, 6, 1)));
        Assert.Equal("2", await VersionOnAsync(fresh, new DateOnly(2030, 1, 1)));
        Assert.Null(await VersionOnAsync(fresh, new DateOnly(2025, 12, 31)));
    }

    private static TinyPack Tiny(string id, string version) => new()
    {
        Id = id,
        Version = version,
        Title = new LocalText("Mưa", "Rain"),
        LegalBasis = [],
        ValidFrom = new DateOnly(2026, 1, 1),
        Confirmed = true,
    };

    private Task<Outcome<IReadOnlyList<PackFile>>> LoadAsync() => LoadPacks.RunAsync(folder.Path, examples: false, Ct);

    private async Task<IReadOnlyList<Pack>> StoredPacksAsync() =>
        await Stored().Packs.Where(pack => pack.Kind == "tiny" || pack.Kind == "later").OrderBy(pack => pack.Id).ToListAsync(Ct);

    private async Task<IReadOnlyList<string>> BroughtAsync() =>
        await Stored().AuditEntries.Select(entry => entry.Record).ToListAsync(Ct);

    private async Task<string?> VersionOnAsync(PackShelf from, DateOnly day) =>
        (await from.OnAsync<TinyPack>(Stored(), day, Jurisdiction.Country, Ct)).SingleOrDefault()?.Document.Version;
}
