using HieuHoc.Agencies;
using HieuHoc.Platform;
using HieuHoc.Platform.Packs;
using HieuHoc.Testing;

namespace HieuHoc.Tests.Agencies;

/// <summary>Every mistake that a pack of agencies is told.</summary>
public sealed class AgenciesPackTests
{
    private static readonly PackFile File = new("agencies", "agencies", "1", "/nowhere/1.json");
    private static readonly AgenciesPackKind Kind = new();

    [Fact]
    public void A_pack_that_holds_together_is_without_mistake()
    {
        var mistakes = Check(Pack(Agency("a"), Agency("b") with { Parents = [new ParentDefinition("a")] }) with
        {
            Successions = [Succession("a", "b"), Succession("a", "b", "press")],
            InEachCommune = Communes(Division("ubnd"), Division("vhxh", parent: "ubnd")),
        });

        Assert.Empty(mistakes);
    }

    [Theory]
    [InlineData("")]
    [InlineData("So-Noi-Vu")]
    [InlineData("sở")]
    [InlineData("a b")]
    [InlineData("a..b")]
    [InlineData("a.")]
    [InlineData("a\n")]
    public void A_code_is_plain(string code) => Assert.Equal([new FileMistake("agencies", "pack.mistake.code", code)], Check(Pack(Agency(code))));

    [Fact]
    public void A_place_is_named_by_its_code()
    {
        Assert.Equal([new FileMistake("a", "pack.mistake.code", "44@hôm qua")], Check(Pack(Agency("a") with { Place = "44@hôm qua" })));
        Assert.Equal(
            [new FileMistake("inEachCommune", "pack.mistake.code", "44@hôm qua")],
            Check(Pack() with { InEachCommune = Communes(Division("ubnd")) with { Province = "44@hôm qua" } }));
    }

    [Fact]
    public void It_has_a_name_at_all_times()
    {
        Assert.Equal([new FileMistake("a", "pack.mistake.agency-name", "a")], Check(Pack(Agency("a") with { Names = [] })));
        Assert.Equal([new FileMistake("a", "pack.mistake.agency-name", "a")], Check(Pack(Agency("a") with { Names = [new NameDefinition(" ")] })));
    }

    [Fact]
    public void It_does_not_end_before_it_begins()
    {
        Assert.Equal([Days("a")], Check(Pack(Agency("a") with { From = Given.Reform, To = Given.Reform.AddDays(-1) })));
        Assert.Empty(Check(Pack(Agency("a") with { From = Given.Reform, To = Given.Reform })));
    }

    [Fact]
    public void It_has_one_name_and_one_parent_on_any_day()
    {
        var last = Given.Reform.AddDays(-1);

        Assert.Equal([Days("a")], Check(Pack(Agency("a") with { Names = [new("Cũ", To: Given.Reform), new("Mới", From: Given.Reform)] })));
        Assert.Equal([Days("a")], Check(Pack(Agency("a") with { Names = [new("Cũ", From: Given.Reform, To: last)] })));
        Assert.Empty(Check(Pack(Agency("a") with { Names = [new("Cũ", To: last), new("Mới", From: Given.Reform)] })));
        Assert.Equal(
            [Days("b")], Check(Pack(Agency("a"), Agency("b") with { Parents = [new("a", To: Given.Reform), new("a", From: Given.Reform)] })));
    }

    [Theory]
    [InlineData("c")]
    [InlineData("b")]
    public void What_it_belongs_to_is_another_agency_that_is_known(string parent)
    {
        var mistakes = Check(Pack(Agency("a"), Agency("b") with { Parents = [new ParentDefinition(parent)] }));

        Assert.Equal([new FileMistake("b", "pack.mistake.unknown", parent)], mistakes);
    }

    [Fact]
    public void A_seat_is_held_by_an_agency_that_is_known_or_by_none_in_particular()
    {
        var committee = Agency("a") with { Posts = [new PostDefinition("Trưởng ban", "Chủ tịch", true, "test", "c"), new PostDefinition("Ủy viên", "Giám đốc", true, "test")] };

        Assert.Equal([new FileMistake("a", "pack.mistake.unknown", "c")], Check(Pack(committee)));
    }

    [Fact]
    public void An_agency_of_a_pack_that_is_loaded_is_known() =>
        Assert.Empty(Check(Pack(Agency("b") with { Parents = [new ParentDefinition("a")] }), loaded: Pack(Agency("a")) with { Id = "others" }));

    [Fact]
    public void An_agency_stands_there_once() =>
        Assert.Equal([new FileMistake("agencies", "pack.mistake.twice", "a")], Check(Pack(Agency("a"), Agency("a"))));

    [Theory]
    [InlineData("a", "c", "c")]
    [InlineData("c", "a", "c")]
    public void Who_succeeds_whom_is_known(string from, string to, string unknown)
    {
        var mistakes = Check(Pack(Agency("a")) with { Successions = [Succession(from, to)] });

        Assert.Equal([new FileMistake($"{from} → {to}", "pack.mistake.unknown", unknown)], mistakes);
    }

    [Fact]
    public void Nobody_succeeds_itself() => Assert.Equal(
        [new FileMistake("a → a", "pack.mistake.twice", "a")], Check(Pack(Agency("a")) with { Successions = [Succession("a", "a")] }));

    [Fact]
    public void What_passes_over_is_a_matter_of_the_pack_or_everything() => Assert.Equal(
        [new FileMistake("a → b", "pack.mistake.unknown", "snow")],
        Check(Pack(Agency("a"), Agency("b")) with { Successions = [Succession("a", "b", "snow")] }));

    [Fact]
    public void A_matter_passes_from_one_to_the_other_once()
    {
        var pack = Pack(Agency("a"), Agency("b")) with { Successions = [Succession("a", "b"), Succession("a", "b") with { On = Given.Reform.AddDays(-1) }] };

        Assert.Equal([new FileMistake("agencies", "pack.mistake.twice", "a → b: everything")], Check(pack));
    }

    [Fact]
    public void A_matter_is_named_once()
    {
        var pack = Pack();

        Assert.Equal([new FileMistake("agencies", "pack.mistake.twice", "press")], Check(pack with { Matters = [.. pack.Matters, .. pack.Matters] }));
    }

    [Theory]
    [InlineData(0, 0, true)]
    [InlineData(1, 0, true)]
    [InlineData(2, 0, false)]
    [InlineData(0, 1, false)]
    public void Between_the_last_day_of_the_one_and_the_first_of_the_other_somebody_answers(int afterTheLast, int beforeTheFirst, bool fits)
    {
        var pack = Pack(
            Agency("a") with { To = Given.Reform.AddDays(-afterTheLast) },
            Agency("b") with { From = Given.Reform.AddDays(beforeTheFirst) }) with
        { Successions = [Succession("a", "b")] };

        Assert.Equal(fits ? [] : [new FileMistake("a → b", "pack.mistake.day", "everything")], Check(pack));
    }

    [Fact]
    public void What_every_commune_has_is_named_after_the_commune()
    {
        Assert.Equal(
            [new FileMistake("inEachCommune", "pack.mistake.agency-name", "ubnd")],
            Check(Pack() with { InEachCommune = Communes(Division("ubnd") with { Name = "Ủy ban nhân dân" }) }));
        Assert.Equal(
            [new FileMistake("inEachCommune", "pack.mistake.agency-name", "UBND")],
            Check(Pack() with { InEachCommune = Communes(Division("UBND")) }));
    }

    [Theory]
    [InlineData("vhxh")]
    [InlineData("ubnd")]
    public void A_division_in_a_commune_belongs_to_another_line(string parent) => Assert.Equal(
        [new FileMistake("ubnd", "pack.mistake.unknown", parent)], Check(Pack() with { InEachCommune = Communes(Division("ubnd", parent)) }));

    [Fact]
    public void A_line_for_every_commune_stands_there_once() => Assert.Equal(
        [new FileMistake("agencies", "pack.mistake.twice", "ubnd")], Check(Pack() with { InEachCommune = Communes(Division("ubnd"), Division("ubnd")) }));

    [Theory]
    [InlineData(-1, false)]
    [InlineData(0, true)]
    [InlineData(1, true)]
    public void An_older_version_does_not_take_back_what_a_newer_one_brought(int days, bool fits)
    {
        var loaded = Pack(Agency("a")) with { Version = "2" };

        var mistakes = Check(Pack(Agency("a")) with { ValidFrom = loaded.ValidFrom.AddDays(days) }, loaded);

        Assert.Equal(fits ? [] : [new FileMistake("agencies/1", "pack.mistake.older", "agencies/2")], mistakes);
    }

    private static FileMistake Days(string code) => new(code, "pack.mistake.day", code);

    private static AgenciesPack Pack(params IReadOnlyList<AgencyDefinition> agencies) => AgencyPacks.Of(agencies);

    private static AgencyDefinition Agency(string code) => AgencyPacks.Agency(code);

    private static SuccessionDefinition Succession(string from, string to, string matter = AgencySuccession.Everything) =>
        AgencyPacks.Succession(from, to, matter);

    private static CommuneAgencies Communes(params IReadOnlyList<CommuneAgencyDefinition> agencies) => new("44", Given.Reform, agencies);

    private static CommuneAgencyDefinition Division(string code, string? parent = null) =>
        new(code, AgencyKind.PeoplesCommittee, "Ủy ban nhân dân {place}", true, "test", Parent: parent);

    private static IReadOnlyList<FileMistake> Check(AgenciesPack pack, AgenciesPack? loaded = null)
    {
        var shelf = new PackShelf([Kind]);

        if (loaded is not null)
        {
            shelf.Put("agencies", loaded, loaded.Version);
        }

        return [.. Kind.Check(pack, File, shelf)];
    }
}
