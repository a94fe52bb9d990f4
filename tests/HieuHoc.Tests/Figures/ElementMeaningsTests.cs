using System.Text.Json;
using HieuHoc.Figures;
using HieuHoc.Platform;
using HieuHoc.Platform.Packs;
using HieuHoc.Returns;
using HieuHoc.Testing;
using Microsoft.EntityFrameworkCore;

namespace HieuHoc.Tests.Figures;

public sealed class ElementMeaningsTests : DatabaseTest
{
    private static readonly PackFile File = new("elements", "elements", "2", "elements.json");

    private readonly ElementsPackKind kind = new();

    public static TheoryData<string, ElementDefinition> Others => new()
    {
        { "over subjects", Given.Element("rain", overSubjects: OverSubjects.None) },
        { "over time", Given.Element("rain") with { OverTime = OverTime.Sum } },
        { "leaf level", Given.Element("rain", leafLevel: SubjectLevel.Village) },
        { "producer", Given.Element("rain", producer: Producer.Import) },
    };

    [Theory]
    [MemberData(nameof(Others))]
    public void A_known_element_never_changes_how_it_adds_up(string what, ElementDefinition other)
    {
        var shelf = new PackShelf([kind]);
        shelf.Put("elements", Given.Elements("rain"), "1");

        var mistakes = kind.Check(Given.Elements() with { Version = "2", Elements = [other] }, File, shelf);

        Assert.Equal((what, new FileMistake("elements", "pack.mistake.meaning", "rain")), (what, Assert.Single(mistakes)));
        Assert.True(new Texts().Has("pack.mistake.meaning"));
    }

    [Theory]
    [InlineData(SubjectLevel.Village, Producer.Return)]
    [InlineData(SubjectLevel.Commune, Producer.Import)]
    public void A_later_pack_may_say_who_counts_from_its_first_day_on(SubjectLevel level, Producer producer)
    {
        var shelf = new PackShelf([kind]);
        shelf.Put("elements", Given.Elements("rain"), "1");

        var mistakes = kind.Check(
            Given.Elements() with { Version = "2", ValidFrom = new DateOnly(2027, 1, 1), Elements = [Given.Element("rain", leafLevel: level, producer: producer)] }, File, shelf);

        Assert.Empty(mistakes);
    }

    [Fact]
    public void A_later_pack_may_not_say_how_figures_add_up()
    {
        var shelf = new PackShelf([kind]);
        shelf.Put("elements", Given.Elements("rain"), "1");

        var mistakes = kind.Check(
            Given.Elements() with { Version = "2", ValidFrom = new DateOnly(2027, 1, 1), Elements = [Given.Element("rain") with { OverTime = OverTime.Sum }] }, File, shelf);

        Assert.Equal([new FileMistake("elements", "pack.mistake.meaning", "rain")], mistakes);
    }

    [Fact]
    public void A_part_needs_a_breakdown_and_no_element_of_its_name()
    {
        var women = new BreakdownDefinition("women", Given.Words("nữ"));
        var split = Given.Element("rain") with { Breakdowns = ["women"] };

        Assert.Empty(Of(Given.Elements() with { Elements = [split], Breakdowns = [women] }));
        Assert.Equal([new FileMistake("rain", "pack.mistake.unknown", "women")], Of(Given.Elements() with { Elements = [split] }));
        Assert.Equal(
            [new FileMistake("elements", "pack.mistake.twice", "rain.women")],
            Of(Given.Elements() with { Elements = [split, Given.Element("rain.women")], Breakdowns = [women] }));
        Assert.Equal(
            [new FileMistake("breakdowns", "pack.mistake.code", "wo.men"), new FileMistake("breakdowns", "pack.mistake.twice", "whole"), new FileMistake("breakdowns", "pack.mistake.code", "and")],
            Of(Given.Elements("rain") with { Breakdowns = [women with { Code = "wo.men" }, women with { Code = "whole" }, women with { Code = "and" }] }));

        IEnumerable<FileMistake> Of(ElementsPack pack) => kind.Check(pack, File, new PackShelf([kind]));
    }

    [Fact]
    public async Task Loading_a_pack_brings_its_breakdowns_once()
    {
        var known = await Stored().Breakdowns.OrderBy(breakdown => breakdown.Id).Select(breakdown => breakdown.Code).ToListAsync(Ct);
        var young = new BreakdownDefinition("young", Given.Words("trẻ"));

        foreach (var version in (string[])["1", "2"])
        {
            await using var db = Engine.Open();
            await kind.ApplyAsync(db, Given.Elements("rain") with { Version = version, Breakdowns = [young] }, File, Clock.Now, Ct);
            await db.SaveChangesAsync(Ct);
        }

        Assert.Equal([.. known, "young"], Stored().Breakdowns.OrderBy(breakdown => breakdown.Id).Select(breakdown => breakdown.Code));
    }

    [Fact]
    public void A_known_element_may_change_its_words()
    {
        var shelf = new PackShelf([kind]);
        shelf.Put("elements", Given.Elements("rain"), "1");

        var mistakes = kind.Check(Given.Elements() with { Version = "2", Elements = [Given.Element("rain") with { Title = Given.Words("Mưa") }] }, File, shelf);

        Assert.Empty(mistakes);
    }

    [Theory]
    [InlineData("2025-12-31", "first")]
    [InlineData("2026-06-01", "first")]
    [InlineData("2027-01-01", "second")]
    [InlineData("2024-12-31", "second")]
    public async Task An_element_means_what_its_pack_says_of_the_day(string day, string title)
    {
        GivenPack(Titled("1", "first", new DateOnly(2025, 7, 1)));
        GivenPack(Titled("2", "second", new DateOnly(2027, 1, 1)));

        var elements = await Db.ElementDefinitionsAsync(Shelf, Jurisdiction.Country, DateOnly.Parse(day, System.Globalization.CultureInfo.InvariantCulture), Ct);

        Assert.Equal(title, elements["rain"].Title.Vi);
    }

    [Fact]
    public async Task A_pack_that_comes_is_heard_by_the_next_work()
    {
        GivenPack(Titled("1", "first", new DateOnly(2025, 7, 1)));
        var before = await RainAsync(Db);

        GivenPack(Titled("2", "second", new DateOnly(2025, 8, 1)));

        Assert.Equal(("first", "first", "second"), (before, await RainAsync(Db), await RainAsync(Stored())));

        async Task<string> RainAsync(HieuHocDb db) =>
            (await db.ElementDefinitionsAsync(Shelf, Jurisdiction.Country, new DateOnly(2026, 1, 1), Ct))["rain"].Title.Vi;
    }

    [Fact]
    public async Task The_tenth_version_of_a_year_is_newer_than_the_ninth()
    {
        foreach (var version in new[] { "2026.9", "2026.10", "2026.2" })
        {
            Given.Pack(Given.Form("family.total") with { Version = version });
        }

        var newest = (await Shelf.OnAsync<FormsPack>(Db, Given.Reform, Jurisdiction.Country, Ct)).Single(pack => pack.Document.Id == "form");

        Assert.Equal("2026.10", newest.Document.Version);
    }

    private void GivenPack(ElementsPack pack)
    {
        using var db = Engine.Open();
        db.Add(new Pack
        {
            Id = db.Packs.Max(known => known.Id) + 1,
            Kind = "elements",
            Code = pack.Id,
            Version = pack.Version,
            ValidFrom = pack.ValidFrom,
            ValidTo = pack.ValidTo,
            Confirmed = true,
            Example = false,
            Sha256 = pack.Version,
            LoadedAt = Clock.Now.Instant,
            Content = JsonSerializer.Serialize(pack, Json.Readable),
        });
        db.SaveChanges();
    }

    private static ElementsPack Titled(string version, string title, DateOnly from) => Given.Elements() with
    {
        Version = version,
        ValidFrom = from,
        Elements = [Given.Element("rain") with { Title = Given.Words(title) }],
    };
}
