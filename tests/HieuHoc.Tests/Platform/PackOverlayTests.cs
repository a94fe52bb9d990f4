using HieuHoc.Platform;
using HieuHoc.Platform.Packs;
using HieuHoc.Testing;
using Microsoft.EntityFrameworkCore;

namespace HieuHoc.Tests.Platform;

public sealed class PackOverlayTests : DatabaseTest
{
    private static readonly DateOnly Day = new(2026, 5, 1);

    private readonly PackFolder folder = new();
    private readonly PackShelf shelf = new([new TinyKind("tiny", 1)]);

    public override ValueTask DisposeAsync()
    {
        folder.Dispose();

        return base.DisposeAsync();
    }

    [Fact]
    public async Task A_province_fills_what_the_law_leaves_open()
    {
        folder.Write("tiny", "rain", "1", Law());
        folder.Write("tiny", "rain-44", "1", Overlay("""
            "parts": [ { "code": "b", "limit": 7 } ]
            """));

        Assert.Null((await LoadAsync()).Refusal);

        var own = await OnlyAsync("44");
        Assert.Equal(("rain-44", "rain", "rain@1", "44"), (own.Id, own.BaseId, own.Extends, own.ForProvince));
        Assert.Equal([new TinyPart("a", 1, 5), new TinyPart("b", 2, 7)], own.Parts);
        Assert.Equal(3, own.Depth);
        Assert.Equal(["law", "decision of the province"], own.LegalBasis);
    }

    [Fact]
    public async Task Other_provinces_and_the_law_itself_do_not_see_it()
    {
        folder.Write("tiny", "rain", "1", Law());
        folder.Write("tiny", "rain-44", "1", Overlay("""
            "parts": [ { "code": "b", "limit": 7 } ]
            """));
        await LoadAsync();

        Assert.Equal("rain", (await OnlyAsync("51")).Id);
        Assert.Equal("rain", Assert.Single(await shelf.OnAsync<TinyPack>(Stored(), Day, Jurisdiction.Country, Ct)).Document.Id);
    }

    [Fact]
    public async Task Another_process_reads_the_same_from_the_database()
    {
        folder.Write("tiny", "rain", "1", Law());
        // Its name comes before that of the pack which it fills.
        folder.Write("tiny", "a-rain", "1", Overlay("""
            "parts": [ { "code": "b", "limit": 7 } ]
            """, id: "a-rain"));
        await LoadAsync();
        var fresh = new PackShelf([new TinyKind("tiny", 1)]);
        var id = await Stored().Packs.Where(pack => pack.Code == "a-rain").Select(pack => pack.Id).SingleAsync(Ct);

        var read = await fresh.OfAsync<TinyPack>(Stored(), id, Ct);

        Assert.Equal(7, read.Parts[1].Limit);
        Assert.Equal("rain@1", (await Stored().Packs.SingleAsync(pack => pack.Code == "a-rain", Ct)).Extends);
        Assert.Empty((await new LoadPacks(Db, fresh, Clock).RunAsync(folder.Path, examples: false, Ct)).Value);
    }

    [Fact]
    public async Task A_newer_version_of_the_law_is_not_filled_by_values_for_the_older()
    {
        folder.Write("tiny", "rain", "1", Law());
        folder.Write("tiny", "rain-44", "1", Overlay("""
            "parts": [ { "code": "b", "limit": 7 } ]
            """));
        folder.Write("tiny", "rain", "2", Law() with { Version = "2", ValidFrom = new DateOnly(2026, 4, 1) });
        await LoadAsync();

        var pack = Assert.Single(await shelf.OnAsync<TinyPack>(Stored(), Day, Jurisdiction.Of("44"), Ct)).Document;

        Assert.Equal(("rain", "2"), (pack.Id, pack.Version));
    }

    [Theory]
    [InlineData(true, true, true)]
    [InlineData(true, false, false)]
    [InlineData(false, true, false)]
    public async Task It_is_confirmed_when_both_are(bool law, bool own, bool expected)
    {
        folder.Write("tiny", "rain", "1", Law() with { Confirmed = law });
        folder.Write("tiny", "rain-44", "1", Overlay("""
            "after": null
            """, confirmed: own));
        await LoadAsync();

        Assert.Equal(expected, (await OnlyAsync("44")).Confirmed);
    }

    [Fact]
    public async Task Saying_again_what_the_law_says_is_no_mistake()
    {
        folder.Write("tiny", "rain", "1", Law());
        folder.Write("tiny", "rain-44", "1", Overlay("""
            "depth": 3, "parts": [ { "code": "a", "weight": 1, "limit": 5 } ]
            """));

        Assert.Null((await LoadAsync()).Refusal);
    }

    [Theory]
    [InlineData("""
        "depth": 4
        """, "$.depth", "4")]
    [InlineData("""
        "parts": [ { "code": "a", "limit": 6 } ]
        """, "$.parts[a].limit", "6")]
    [InlineData("""
        "parts": [ { "code": "c", "weight": 1 } ]
        """, "$.parts", "c")]
    [InlineData("""
        "parts": [ { "weight": 1 } ]
        """, "$.parts", """{"weight":1}""")]
    public async Task What_the_law_has_said_stays(string values, string where, string value)
    {
        folder.Write("tiny", "rain", "1", Law());
        folder.Write("tiny", "rain-44", "1", Overlay(values));

        var outcome = await LoadAsync();

        Assert.Equal(new FileMistake(where, "pack.mistake.not-open", value), OnlyMistake(outcome));
        Assert.Empty(await Stored().Packs.Where(pack => pack.Kind == "tiny").ToListAsync(Ct));
    }

    [Theory]
    [InlineData("snow@1")]
    [InlineData("rain@2")]
    [InlineData("rain")]
    [InlineData("rain-44@1")]
    public async Task It_must_extend_a_pack_that_is_there_and_stands_alone(string extends)
    {
        folder.Write("tiny", "rain", "1", Law());
        folder.Write("tiny", "rain-44", "1", Overlay("""
            "after": null
            """));
        folder.Write("tiny", "rain-51", "1", Overlay("""
            "after": null
            """, id: "rain-51", extends: extends));

        Assert.Equal(new FileMistake("$.extends", "pack.mistake.extends", extends), OnlyMistake(await LoadAsync()));
    }

    [Fact]
    public async Task It_names_its_province_and_a_pack_that_stands_alone_names_none()
    {
        folder.Write("tiny", "rain", "1", Law());
        folder.Write("tiny", "rain-44", "1", Overlay("""
            "after": null
            """, province: ""));

        Assert.Equal("pack.mistake.for-province", OnlyMistake(await LoadAsync()).Key);

        folder.Write("tiny", "rain-44", "1", Law() with { Id = "rain-44", ForProvince = "44" });

        Assert.Equal("pack.mistake.extends", OnlyMistake(await LoadAsync()).Key);
    }

    [Theory]
    [InlineData("2025-12-31", "2026-12-31", false)]
    [InlineData("2026-01-01", "2026-12-31", true)]
    [InlineData("2026-01-01", "2027-01-01", false)]
    [InlineData("2026-01-01", null, false)]
    public async Task It_is_valid_only_while_what_it_extends_is(string from, string? to, bool fits)
    {
        folder.Write("tiny", "rain", "1", Law() with { ValidTo = new DateOnly(2026, 12, 31) });
        folder.Write("tiny", "rain-44", "1", Overlay("""
            "after": null
            """, from: from, to: to));

        var outcome = await LoadAsync();

        Assert.Equal(fits ? null : "pack.mistake.beyond-below", outcome.Refusal is null ? null : OnlyMistake(outcome).Key);
    }

    [Fact]
    public async Task Where_examples_stay_out_so_do_the_values_that_fill_them()
    {
        folder.Write("tiny", "rain", "1", Law() with { Example = true });
        folder.Write("tiny", "rain-44", "1", Overlay("""
            "after": null
            """));

        Assert.Empty((await LoadAsync()).Value);
        Assert.Equal(2, (await new LoadPacks(Db, shelf, Clock).RunAsync(folder.Path, examples: true, Ct)).Value.Count);
        Assert.True((await OnlyAsync("44")).Example);
    }

    private static TinyPack Law() => new()
    {
        Id = "rain",
        Version = "1",
        Title = new LocalText("Mưa", "Rain"),
        LegalBasis = ["law"],
        ValidFrom = new DateOnly(2026, 1, 1),
        Confirmed = true,
        Depth = 3,
        Parts = [new TinyPart("a", 1, 5), new TinyPart("b", 2, null)],
    };

    private static string Overlay(
        string values, string id = "rain-44", string extends = "rain@1", string province = "44", bool confirmed = true, string from = "2026-01-01", string? to = null) =>
        $$"""
        {
          "id": "{{id}}", "version": "1", "title": { "vi": "Mưa của tỉnh", "en": "The province's rain" }, "legalBasis": ["decision of the province"],
          "validFrom": "{{from}}", "validTo": {{(to is null ? "null" : $"\"{to}\"")}}, "confirmed": {{(confirmed ? "true" : "false")}},
          "extends": "{{extends}}", "forProvince": "{{province}}",
          {{values}}
        }
        """;

    private static FileMistake OnlyMistake(Outcome<IReadOnlyList<PackFile>> outcome) =>
        Assert.Single(Assert.IsType<PackFaulty>(outcome.Refusal).Mistakes);

    private async Task<TinyPack> OnlyAsync(string province) =>
        Assert.Single(await shelf.OnAsync<TinyPack>(Stored(), Day, Jurisdiction.Of(province), Ct)).Document;

    private Task<Outcome<IReadOnlyList<PackFile>>> LoadAsync() =>
        new LoadPacks(Db, shelf, Clock).RunAsync(folder.Path, examples: false, Ct);
}
