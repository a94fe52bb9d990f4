using HieuHoc.Figures;
using HieuHoc.Platform;
using HieuHoc.Platform.Packs;
using HieuHoc.Testing;
using Microsoft.EntityFrameworkCore;

namespace HieuHoc.Tests.Figures;

public sealed class ElementsPackTests : DatabaseTest
{
    private static readonly PackFile File = new("elements", "elements", "1", "/nowhere/1.json");

    private readonly ElementsPackKind kind = new();

    [Theory]
    [InlineData("rain")]
    [InlineData("rain.counted-80.aged-15-60")]
    public void A_code_that_formulas_can_read_is_without_mistake(string code)
    {
        var mistakes = Check(Given.Elements(code));

        Assert.Empty(mistakes);
    }

    [Theory]
    [InlineData("")]
    [InlineData("Rain")]
    [InlineData("mưa")]
    [InlineData("1rain")]
    [InlineData("rain.")]
    [InlineData(".rain")]
    [InlineData("rain..total")]
    [InlineData("rain total")]
    [InlineData("rain-")]
    [InlineData("rain--total")]
    [InlineData("rain.-total")]
    [InlineData("rain\n")]
    [InlineData("and")]
    [InlineData("sum")]
    [InlineData("yes")]
    public void A_code_that_no_formula_could_read_is_a_mistake(string code)
    {
        var mistakes = Check(Given.Elements(code));

        Assert.Equal([new FileMistake("elements", "pack.mistake.code", code)], mistakes);
    }

    [Fact]
    public void An_element_that_stands_there_twice_is_a_mistake()
    {
        var mistakes = Check(Given.Elements("rain", "snow", "rain"));

        Assert.Equal([new FileMistake("elements", "pack.mistake.twice", "rain")], mistakes);
    }

    [Theory]
    [InlineData(-1, false)]
    [InlineData(0, true)]
    [InlineData(6, true)]
    [InlineData(7, false)]
    public void An_element_keeps_none_to_six_decimals(int decimals, bool isRight)
    {
        var pack = Given.Elements() with { Elements = [Given.Element("rain", decimals)] };

        var mistakes = Check(pack);

        Assert.Equal(isRight ? [] : [new FileMistake("elements", "pack.mistake.decimals", "rain")], mistakes);
    }

    [Fact]
    public void A_known_element_never_changes_its_decimals()
    {
        var shelf = new PackShelf([kind]);
        shelf.Put("elements", Given.Elements("rain", "snow"), "1");
        var next = Given.Elements("snow") with { Version = "2", Elements = [Given.Element("snow"), Given.Element("rain", decimals: 1)] };

        var mistakes = kind.Check(next, File, shelf);

        Assert.Equal([new FileMistake("elements", "pack.mistake.decimals", "rain")], mistakes);
    }

    [Fact]
    public async Task Loading_numbers_new_elements_and_leaves_known_ones_as_they_are()
    {
        var before = await Stored().Elements.ToDictionaryAsync(element => element.Code, element => element.Id, Ct);

        await kind.ApplyAsync(Db, Given.Elements("rain", "family.total", "snow"), File, Clock.Now, Ct);
        await Db.SaveChangesAsync(Ct);

        var after = await Stored().Elements.ToDictionaryAsync(element => element.Code, element => element.Id, Ct);
        Assert.Equal(before.Keys.Append("rain").Append("snow").Order(), after.Keys.Order());
        Assert.Equal(after.Count, after.Values.Distinct().Count());
        Assert.All(before, known => Assert.Equal(known.Value, after[known.Key]));
    }

    [Theory]
    [InlineData(0, "12", 12L)]
    [InlineData(0, "12.0", 12L)]
    [InlineData(0, "12.5", null)]
    [InlineData(2, "12.5", 1250L)]
    [InlineData(2, "12.345", null)]
    [InlineData(6, "0.000001", 1L)]
    [InlineData(0, "4611686018427387903", 4611686018427387903L)]
    [InlineData(0, "4611686018427387904", null)]
    [InlineData(6, "79228162514264337593543950335", null)]
    public void A_number_is_stored_in_units_of_its_decimals_or_not_at_all(int decimals, string natural, long? stored)
    {
        var element = Given.Element("rain", decimals);

        var value = element.Stored(decimal.Parse(natural, System.Globalization.CultureInfo.InvariantCulture));

        Assert.Equal(stored, value);
    }

    [Theory]
    [InlineData(0, 1250L, "1250")]
    [InlineData(2, 1250L, "12.5")]
    [InlineData(6, 1L, "0.000001")]
    public void A_stored_figure_is_read_back_as_the_number_it_was(int decimals, long stored, string natural)
    {
        var element = Given.Element("rain", decimals);

        var value = element.Natural(stored);

        Assert.Equal(decimal.Parse(natural, System.Globalization.CultureInfo.InvariantCulture), value);
    }

    [Theory]
    [InlineData("code")]
    [InlineData("twice")]
    [InlineData("decimals")]
    public void Every_mistake_has_a_sentence(string mistake)
    {
        var texts = new Texts();

        Assert.True(texts.Has($"pack.mistake.{mistake}"));
    }

    private List<FileMistake> Check(ElementsPack pack) => [.. kind.Check(pack, File, new PackShelf([kind]))];
}
