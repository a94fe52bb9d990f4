using HieuHoc.Access;
using HieuHoc.Figures;
using HieuHoc.Figures.Import;
using HieuHoc.Places;
using HieuHoc.Returns;
using HieuHoc.Testing;
using HieuHoc.Tests.Places;
using Microsoft.EntityFrameworkCore;

namespace HieuHoc.Tests.Returns;

/// <summary>Figures that the communes of 2023 counted, read for the provinces and communes of today.</summary>
public sealed class RestatedReadingsTests : PlacesTest
{
    private static readonly PeriodCode Year = PeriodCode.Year(2023);

    private static readonly DateOnly Today = new(2026, 11, 22);

    private PlaceOnDay province = null!;

    private Actor Agency => new(1, null, Role.StandingAgency, province.Id);

    public override async ValueTask InitializeAsync()
    {
        await base.InitializeAsync();
        province = await Place("44");
        Given.Owner(province.Id);
    }

    [Fact]
    public async Task A_merged_province_has_what_the_provinces_before_it_counted()
    {
        await CountAsync("44", "45");

        var (binh, tri) = (await ReadAsync("44@2023-12-31"), await ReadAsync("45@2023-12-31"));
        var today = await ReadAsync("44");

        Assert.True(binh.IsComplete && tri.IsComplete && today.IsComplete);
        Assert.NotEqual(binh.NumeratorSoFar, today.NumeratorSoFar);
        Assert.Equal(binh.NumeratorSoFar + tri.NumeratorSoFar, today.NumeratorSoFar);
        Assert.Equal(binh.DenominatorSoFar + tri.DenominatorSoFar, today.DenominatorSoFar);
        Assert.Equal((false, Today), (today.IsEstimate, today.Terms.PlacesOf));
    }

    [Fact]
    public async Task On_the_boundaries_of_then_a_place_that_began_later_is_asked_of_nobody()
    {
        await CountAsync("44", "45");

        var reading = await ReadAsync("44", Boundaries.Then);

        Assert.Equal((0, 0, null), (reading.Expected, reading.Reported, reading.ValueSoFar));
    }

    [Fact]
    public async Task While_a_predecessor_has_no_figures_its_heir_cannot_be_said_and_shows_what_there_is()
    {
        await CountAsync("44");

        var today = await ReadAsync("44");

        Assert.Equal((null, false), (today.Value, today.IsComplete));
        Assert.Equal((await ReadAsync("44@2023-12-31")).NumeratorSoFar, today.NumeratorSoFar);
        Assert.InRange(today.Reported, 1, today.Expected - 1);
    }

    [Fact]
    public async Task A_commune_of_today_names_its_predecessors_with_their_own_figures()
    {
        await CountAsync("44", "45");

        var commune = Assert.Single((await ReadAsync("19702")).Communes);

        Assert.True(commune.From.Count > 1);
        Assert.All(commune.From, from => Assert.True(from.How is { Whole: true }));
        Assert.Equal(commune.From.Sum(from => from.Numerator), commune.Numerator);
        Assert.Equal(commune.From.Sum(from => from.Denominator), commune.Denominator);
        Assert.False(commune.IsEstimate);
    }

    [Fact]
    public async Task A_commune_that_took_over_a_part_has_its_share_and_is_an_estimate()
    {
        var split = await SplitAsync();
        await CountAsync("44", "45");

        var readings = new List<CommuneReading>();

        foreach (var heir in split.Of)
        {
            var reading = await ReadAsync(heir);
            Assert.True(reading.IsEstimate);
            readings.Add(Assert.Single(reading.Communes));
        }

        var shares = readings.Select(reading => Assert.Single(reading.From, from => from.PlaceId == split.From)).ToList();
        Assert.All(readings, reading => Assert.True(reading.IsEstimate));
        Assert.Equal([(1, 2), (1, 2)], shares.Select(share => (share.How!.Parts, share.AllParts)));
        // All of the split place, and of what else came to its heirs, is in them; nothing twice.
        Assert.Equal(
            readings.SelectMany(reading => reading.From).DistinctBy(from => from.PlaceId).Sum(from => from.Numerator),
            readings.Sum(reading => reading.Numerator));
        // Both heirs lie in the province: on its sum the parts have no bearing.
        Assert.False((await ReadAsync("44")).IsEstimate);
    }

    [Fact]
    public async Task What_does_not_add_up_is_said_only_of_communes_that_nothing_happened_to()
    {
        Given.Pack(Given.Elements() with { ValidFrom = Year.Days.First, Elements = [Given.Element("rain.depth", producer: Producer.Import, overSubjects: OverSubjects.None)] });
        await ImportAsync("rain.depth", await CommunesAsync("44@2023-12-31"));

        var read = await ReadAsync("44", null, Given.Indicator(numerator: "rain.depth", denominator: "rain.depth"));

        Assert.Equal(
            read.Communes.Where(commune => commune.From.Any(from => from.PlaceId != commune.PlaceId)).Select(_ => (decimal?)null).Distinct(),
            read.Communes.Where(commune => commune.From.Any(from => from.PlaceId != commune.PlaceId)).Select(commune => commune.Numerator).Distinct());
    }

    [Fact]
    public async Task Districts_that_are_read_at_once_read_as_each_alone_and_what_lies_elsewhere_has_no_reading()
    {
        await CountAsync("45");
        var old = await Place("45@2023-12-31", Today);
        var wanted = new WantedIndicators(Year, [.. (await new ReadIndicators(Db, Shelf).DefinitionsAsync(Year, Agency, Ct)).Where(known => known.Code == "family-share")]);
        var districts = (await Db.ChildrenAsync(old.Id, Year.Days.Last, Ct)).Where(place => place.Level is PlaceLevel.District).ToList();

        var read = (await new ReadIndicators(Db, Shelf).PartsAsync(
            old.Id, [.. districts.Select(place => place.Id), province.Id], wanted, ReadingTerms.Now, Agency, Ct)).Value;

        Assert.Equal(districts.Select(place => place.Id).Order(), read.Keys.Order());
        Assert.Contains(read.Values, reading => Assert.Single(reading).Value is not null);

        foreach (var district in districts)
        {
            Assert.Equal((await ReadAsync($"{district.Code}@2023-12-31")).Value, Assert.Single(read[district.Id]).Value);
        }
    }

    [Fact]
    public async Task A_year_after_the_reform_reads_the_same_on_either_boundaries()
    {
        Given.Pack(Given.Elements() with { Elements = [Given.Element("people", producer: Producer.Import)] });
        await ImportAsync("people", await CommunesAsync("44"), 2025);
        var people = Given.Indicator(numerator: "people", denominator: "people");

        var (then, today) = (await ReadAsync("44", Boundaries.Then, people, 2025), await ReadAsync("44", Boundaries.Today, people, 2025));

        Assert.True(then.IsComplete);
        Assert.Equal((then.NumeratorSoFar, then.Expected, false), (today.NumeratorSoFar, today.Expected, today.IsEstimate));
        Assert.Equal((null, Today), (then.PlacesOf, today.PlacesOf));
        Assert.All(today.Communes, commune => Assert.DoesNotContain(commune.From, from => from.PlaceId != commune.PlaceId));
    }

    [Fact]
    public async Task A_commune_that_went_to_another_province_as_it_was_brings_its_earlier_figures_along()
    {
        Given.Pack(Given.Elements() with { Elements = [Given.Element("people", producer: Producer.Import)] });
        var elsewhere = (await Db.ChildrenAsync((await Place("01", Today)).Id, Today, Ct))[0];
        var (people, changed) = (Given.Indicator(numerator: "people", denominator: "people"), new DateOnly(2026, 7, 1));
        var own = await CommunesAsync("44");
        var before = await Db.PlaceParents.SingleAsync(parent => parent.PlaceId == elsewhere.Id && parent.ValidTo == null, Ct);
        before.ValidTo = changed.AddDays(-1);
        Db.Add(new PlaceParent { PlaceId = elsewhere.Id, ParentId = province.Id, ValidFrom = changed });
        Db.Add(new PlaceReach { PlaceId = elsewhere.Id, AncestorId = province.Id });
        await Db.SaveChangesAsync(Ct);
        await ImportAsync("people", [.. own, elsewhere.Code], 2025);

        var (then, today) = (await ReadAsync("44", Boundaries.Then, people, 2025), await ReadAsync("44", Boundaries.Today, people, 2025));

        Assert.Equal((then.Expected + 1, true), (today.Expected, today.IsComplete));
        Assert.Equal(Assert.Single(today.Communes, commune => commune.PlaceId == elsewhere.Id).Numerator, today.NumeratorSoFar - then.NumeratorSoFar);
    }

    [Fact]
    public async Task Today_s_boundaries_of_an_ended_place_are_refused_with_its_successors()
    {
        var ended = await Place("44@2025-06-30");

        var outcome = await Db.OnBoundariesAsync(ReadingTerms.Now, ended, Boundaries.Today, Today, Ct);

        Assert.Equal(new PlaceEnded("Tỉnh Quảng Bình", "30/06/2025", "Tỉnh Quảng Trị"), outcome.Refusal);
        Assert.Null((await Db.OnBoundariesAsync(ReadingTerms.Now, ended, null, Today, Ct)).Value.PlacesOf);
        Assert.Equal(Today, (await Db.OnBoundariesAsync(ReadingTerms.Now, province, null, Today, Ct)).Value.PlacesOf);
    }

    /// <summary>A commune that was given to two of today's by equal parts for this test, with the codes of both.</summary>
    private async Task<(int From, IReadOnlyList<string> Of)> SplitAsync()
    {
        var heirs = await Db.ChildrenAsync(province.Id, Today, Ct);
        var rows = await Db.PlaceSuccessions.ToListAsync(Ct);
        var (first, second) = (heirs[0], heirs[1]);
        var row = rows.First(row => row.ToId == first.Id && row.Whole);
        Db.Remove(row);
        Db.AddRange(Half(first.Id, true), Half(second.Id, false));
        await Db.SaveChangesAsync(Ct);

        return (row.FromId, [first.Code, second.Code]);

        PlaceSuccession Half(int to, bool isDefault) => new()
        {
            FromId = row.FromId,
            ToId = to,
            EffectiveOn = row.EffectiveOn,
            Whole = false,
            IsDefault = isDefault,
            Rule = "test",
            PartsRule = PartsRule.EqualParts,
            LegalBasis = row.LegalBasis,
        };
    }

    private async Task<IndicatorReading> ReadAsync(
        string code, Boundaries? boundaries = null, IndicatorDefinition? indicator = null, int year = 2023)
    {
        await using var db = Engine.Open();
        var place = (await db.PlaceByCodeAsync(code, Today, Ct))!;
        var terms = (await db.OnBoundariesAsync(ReadingTerms.Now, place, boundaries, Today, Ct)).Value;
        var read = new ReadIndicators(db, Shelf);
        var asked = indicator ?? (await read.DefinitionsAsync(Year, Agency, Ct)).Single(known => known.Code == "family-share");

        return Assert.Single((await read.RunAsync(place.Id, PeriodCode.Year(year), [asked], terms, Agency, Ct)).Value);
    }

    /// <summary>The communes of these provinces of then count their families; no two alike.</summary>
    private async Task CountAsync(params string[] provinces)
    {
        foreach (var code in provinces)
        {
            var communes = await CommunesAsync($"{code}@2023-12-31");
            await ImportAsync("family.total", communes);
            await ImportAsync("family.registered", communes);
            await ImportAsync("family.recognised", communes);
        }
    }

    private async Task<IReadOnlyList<string>> CommunesAsync(string code)
    {
        var asked = PlaceCodeOnDay.Parse(code).Day ?? Today;
        var ids = Db.CommunesUnder((await Place(code, Today)).Id, PlaceLevel.Province, asked);

        return await Db.PlaceCodes.HoldingOn(asked).Where(held => ids.Contains(held.PlaceId)).Select(held => held.Code).Order().ToListAsync(Ct);
    }

    private async Task ImportAsync(string element, IReadOnlyList<string> codes, int year = 2023)
    {
        var lines = codes.Select((code, i) => $"{code},{year},{element},,{(element == "family.total" ? 3001 : 1001) + (7 * i)},official");
        await using var db = Engine.Open();
        var outcome = await new ImportFigures(db, Shelf, Clock).RunAsync(
            new NewImport(Guid.CreateVersion7(), $"{element} {codes[0]}", $"place,period,element,breakdown,value,standing\n{string.Join('\n', lines)}\n"), false, Agency, Ct);
        Assert.Equal(codes.Count, outcome.Value.Counted);
    }
}
