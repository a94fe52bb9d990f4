using HieuHoc.Access;
using HieuHoc.Figures;
using HieuHoc.Figures.Made;
using HieuHoc.Places;
using HieuHoc.Platform;
using HieuHoc.Platform.Packs;
using HieuHoc.Tests.Returns;
using HieuHoc.Testing;
using Microsoft.EntityFrameworkCore;

namespace HieuHoc.Tests.Figures.Made;

/// <summary>A province makes an indicator that no pack has.</summary>
public sealed class MakeIndicatorTests : ReturnsTest
{
    private static StatedIndicator Families { get; } = new()
    {
        Title = "Gia đình tham gia thí điểm", Kind = IndicatorKind.Count, Counted = "Gia đình được chọn làm thí điểm", Unit = "gia đình", Citation = "12/KH-UBND, II.2.1",
    };

    private MakeIndicator Make => new(Db, Shelf, new TakePack(new LoadPacks(Db, Shelf, Clock)), new Texts(), Clock);

    [Fact]
    public async Task What_nobody_has_counted_becomes_something_that_communes_count_and_lists_bring()
    {
        var code = (await Make.RunAsync(Families, Agency, Ct)).Value;

        var made = Assert.Single(await OwnAsync());
        Assert.Equal((code, "Gia đình tham gia thí điểm", IndicatorKind.Count, "1", "12/KH-UBND, II.2.1"), (made.Code, made.Title.Vi, made.Kind, made.Denominator, made.Citation));
        var element = (await ElementsAsync())[made.Numerator];
        Assert.Equal(("Gia đình được chọn làm thí điểm", "gia đình", SubjectLevel.Commune, Producer.Import, OverSubjects.Sum), (element.Title.Vi, element.Unit.Vi, element.LeafLevel, element.Producer, element.OverSubjects));
        Assert.True(await Stored().Elements.AnyAsync(row => row.Code == element.Code, Ct));
        Assert.Equal(2, await Stored().AuditEntries.CountAsync(entry => entry.Change == nameof(PackLoaded), Ct));
    }

    [Fact]
    public async Task What_is_counted_already_is_meant_by_its_name_and_nothing_new_is_counted()
    {
        var code = (await Make.RunAsync(Families with { Title = "Công dân mới", Kind = IndicatorKind.Percent, Counted = "citizen.recognised", Of = (await ElementsAsync())["citizen.adults"].Title.Vi.ToUpperInvariant(), Unit = "" }, Agency, Ct)).Value;

        var made = Assert.Single(await OwnAsync());
        Assert.Equal((code, "share(citizen.recognised, citizen.adults)"), (made.Code, made.Formula));
        Assert.DoesNotContain(await Shelf.AllAsync<ElementsPack>(Stored(), await WhoseAsync(), Ct), pack => pack.Document.ForProvince is not null);
    }

    [Fact]
    public async Task The_same_once_more_makes_no_second_one_and_another_of_its_title_is_refused()
    {
        var first = (await Make.RunAsync(Families, Agency, Ct)).Value;

        Assert.Equal(first, (await Make.RunAsync(Families, Agency, Ct)).Value);
        Assert.Equal(new IndicatorTitleTaken(), (await Make.RunAsync(Families with { Title = "gia dinh tham gia thi diem", Counted = "Nhà", Unit = "nhà" }, Agency, Ct)).Refusal);
        Assert.Single(await OwnAsync());
    }

    [Fact]
    public async Task A_second_one_comes_to_the_first_in_the_next_version()
    {
        await Make.RunAsync(Families, Agency, Ct);
        await Make.RunAsync(Families with { Title = "Dòng họ tham gia thí điểm", Counted = "Dòng họ được chọn làm thí điểm", Unit = "dòng họ", Citation = "13/KH-UBND, I" }, Agency, Ct);

        Assert.Equal(["Gia đình tham gia thí điểm", "Dòng họ tham gia thí điểm"], (await OwnAsync()).Select(indicator => indicator.Title.Vi));
        var pack = (await Shelf.AllAsync<IndicatorsPack>(Stored(), await WhoseAsync(), Ct)).First(pack => pack.Document.ForProvince is not null).Document;
        Assert.Equal(($"{Clock.Now.Day.Year}.2", 2), (pack.Version, pack.LegalBasis.Count));
    }

    [Fact]
    public async Task Another_province_does_not_know_it()
    {
        await Make.RunAsync(Families, Agency, Ct);

        Assert.DoesNotContain(
            (await Shelf.AllAsync<IndicatorsPack>(Stored(), Jurisdiction.Of("51"), Ct)).SelectMany(pack => pack.Document.Indicators), indicator => indicator.Title.Vi == Families.Title);
    }

    [Theory]
    [InlineData("", "Gia đình", "", "gia đình", IndicatorKind.Count)]
    [InlineData("Chỉ số", "  ", "", "gia đình", IndicatorKind.Count)]
    [InlineData("Chỉ số", "Gia đình mới", "", "", IndicatorKind.Count)]
    [InlineData("Chỉ số", "Gia đình mới", "", "gia đình", IndicatorKind.Percent)]
    [InlineData("Chỉ số", "citizen.adults", "citizen.adults", "", IndicatorKind.Percent)]
    public async Task What_is_not_wholly_said_is_refused(string title, string counted, string of, string unit, IndicatorKind kind)
    {
        var made = await Make.RunAsync(Families with { Title = title, Counted = counted, Of = of, Unit = unit, Kind = kind }, Agency, Ct);

        Assert.Equal(new IndicatorIncomplete(), made.Refusal);
        Assert.Empty(await OwnAsync());
    }

    [Theory]
    [InlineData(0)]
    [InlineData(10)]
    public async Task A_level_has_a_highest_one_between_1_and_9(int highest) => Assert.Equal(
        new IndicatorIncomplete(), (await Make.RunAsync(Families with { Kind = IndicatorKind.Level, Highest = highest }, Agency, Ct)).Refusal);

    [Fact]
    public async Task A_level_and_a_yes_or_no_that_nobody_has_counted_are_of_the_province()
    {
        await Make.RunAsync(Families with { Kind = IndicatorKind.Level, Highest = 2 }, Agency, Ct);
        await Make.RunAsync(Families with { Title = "Đã có quy chế", Counted = "Quy chế phối hợp", Kind = IndicatorKind.YesNo }, Agency, Ct);

        var elements = await ElementsAsync();
        Assert.Equal(
            [(ElementType.Level, 2, SubjectLevel.Province), (ElementType.YesNo, null, SubjectLevel.Province)],
            (await OwnAsync()).Select(indicator => elements[indicator.Numerator]).Select(element => (element.Type, element.Highest, element.LeafLevel)));
    }

    [Fact]
    public async Task Things_that_do_not_fit_the_kind_or_one_another_are_refused()
    {
        Given.Pack(Given.Elements() with { Elements = [Given.Element("rain.level", leafLevel: SubjectLevel.Province), Given.Element("rain.total", leafLevel: SubjectLevel.Province)] });

        Assert.Equal(new CountedOtherwise(), (await Make.RunAsync(Families with { Kind = IndicatorKind.YesNo, Counted = "citizen.adults" }, Agency, Ct)).Refusal);
        Assert.Equal(new CountedApart(), (await Make.RunAsync(Families with { Kind = IndicatorKind.Percent, Counted = "citizen.adults", Of = "rain.total" }, Agency, Ct)).Refusal);
    }

    [Fact]
    public async Task A_title_of_several_things_is_told_apart_by_their_codes()
    {
        Given.Pack(Given.Elements() with { Elements = [Given.Element("rain.one") with { Title = Given.Words("Mưa") }, Given.Element("rain.two") with { Title = Given.Words("Mưa") }] });

        Assert.Equal(new CountedAmbiguous("rain.one, rain.two"), (await Make.RunAsync(Families with { Counted = "mưa" }, Agency, Ct)).Refusal);
        Assert.Contains("rain.one", new CountedThings((await ElementsAsync()).Values).Names);
    }

    [Theory]
    [InlineData(Role.CommuneOfficer)]
    [InlineData(Role.Leader)]
    [InlineData(Role.Administrator)]
    public async Task It_is_made_by_who_confirms_plans_alone(Role role) => Assert.Equal(new IndicatorsNotYoursToMake(), (await Make.RunAsync(Families, As(role), Ct)).Refusal);

    private Task<Jurisdiction> WhoseAsync() => Stored().JurisdictionAsync(1, Ct);

    private async Task<IReadOnlyDictionary<string, ElementDefinition>> ElementsAsync() => await Stored().ElementDefinitionsAsync(Shelf, await WhoseAsync(), Clock.Now.Day, Ct);

    private async Task<IReadOnlyList<IndicatorDefinition>> OwnAsync() =>
        (await Shelf.AllAsync<IndicatorsPack>(Stored(), await WhoseAsync(), Ct)).Where(pack => pack.Document.ForProvince is not null).Select(pack => pack.Document.Indicators).FirstOrDefault() ?? [];
}
