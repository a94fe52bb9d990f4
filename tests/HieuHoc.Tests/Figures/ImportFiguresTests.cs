using System.Globalization;
using HieuHoc.Access;
using HieuHoc.Figures;
using HieuHoc.Figures.Import;
using HieuHoc.Places;
using HieuHoc.Platform;
using HieuHoc.Testing;
using Microsoft.EntityFrameworkCore;
using Microsoft.EntityFrameworkCore.Diagnostics;

namespace HieuHoc.Tests.Figures;

public sealed class ImportFiguresTests : FiguresTest
{
    private const string Head = "place,period,element,breakdown,value,standing\n";

    private int province;
    private int commune;
    private int village;

    private Actor Agency => new(1, null, Role.StandingAgency, province);

    public override async ValueTask InitializeAsync()
    {
        await base.InitializeAsync();
        province = Given.Place(code: "P1");
        commune = Given.Place("Hải Lăng", under: province, code: "C1");
        village = Given.Place("Thôn 1", under: commune, code: "V1");
        Given.Owner(province);
        Given.Pack(Given.Elements() with
        {
            Elements =
            [
                Given.Element("crowd.total", producer: Producer.Import) with { Breakdowns = ["women"] },
                Given.Element("crowd.share", decimals: 1, producer: Producer.Import),
                Given.Element("crowd.village", leafLevel: SubjectLevel.Village, producer: Producer.Import),
                Given.Element("crowd.typed"),
            ],
            Breakdowns = [new BreakdownDefinition("women", Given.Words("nữ"))],
        });
    }

    [Fact]
    public async Task A_file_becomes_figures_that_name_their_source()
    {
        var outcome = await ImportAsync(Head + "C1,2026,crowd.total,,9000,\nC1,2026,crowd.total,women,4600,\nC1,2026-11,crowd.share,,12.5,preliminary\nV1,2026,crowd.village,,120,official\n");

        Assert.Equal(new ImportedFigures(4, 0, 0), outcome.Value);
        var source = await Stored().FigureSources.SingleAsync(Ct);
        Assert.Equal((Producer.Import, "Niên giám 2025", "", Clock.Now.Instant), (source.Producer, source.Title, source.Reason, source.ConfirmedAt));
        Assert.Equal(
            [(125L, commune, Standing.Preliminary), (120L, village, Standing.Official), (4600L, commune, Standing.Official), (9000L, commune, Standing.Official)],
            (await Stored().Figures.ToListAsync(Ct)).OrderBy(figure => figure.Value == 125 ? 0 : figure.Value).Select(figure => (figure.Value, figure.SubjectId, figure.Standing)));
        Assert.All(await Stored().RollUps.ToListAsync(Ct), row => Assert.Equal((commune, 1), (row.SubjectId, row.Reported)));
        Assert.Equal(await RebuiltAsync(Stored(), Ct), await RollUpAsync(Stored(), Ct));
        Assert.Single(await Stored().AuditEntries.Where(entry => entry.Change == nameof(FiguresImported)).ToListAsync(Ct));
    }

    [Fact]
    public async Task Parts_never_add_to_the_whole()
    {
        await ImportAsync(Head + "C1,2026,crowd.total,,9000,\nC1,2026,crowd.total,women,4600,\n");

        var db = Stored();
        var periods = await db.Periods.Where(period => period.Code == "2026").Select(period => period.Id).ToListAsync(Ct);
        var here = db.Places.Where(place => place.Id == commune).Select(place => place.Id);
        var tallies = await db.TalliesAsync(1, periods, here, ["crowd.total", "crowd.total.women"], ReadingTerms.Now, Ct);

        Assert.Equal([("crowd.total", 9000L), ("crowd.total.women", 4600L)], tallies.Select(tally => (tally.Element, tally.Sum)).Order());
    }

    [Fact]
    public async Task The_same_import_again_changes_nothing()
    {
        var id = Guid.CreateVersion7();
        await ImportAsync(Head + "C1,2026,crowd.total,,9000,\n", id);

        var again = await ImportAsync(Head + "C1,2026,crowd.total,,9000,\n", id);

        Assert.Equal(new ImportedFigures(1, 0, 0), again.Value);
        Assert.Single(await Stored().Figures.ToListAsync(Ct));
        Assert.Single(await Stored().AuditEntries.ToListAsync(Ct));
    }

    [Fact]
    public async Task Other_contents_under_the_same_id_are_a_conflict()
    {
        var id = Guid.CreateVersion7();
        await ImportAsync(Head + "C1,2026,crowd.total,,9000,\n", id);

        var other = await ImportAsync(Head + "C1,2026,crowd.total,,9001,\n", id);

        Assert.Equal(new ImportDiffers("Niên giám 2025"), other.Refusal);
        Assert.Equal(9000, (await Stored().Figures.SingleAsync(Ct)).Value);
    }

    [Fact]
    public async Task What_is_wrong_is_all_listed_with_its_line_and_nothing_is_written()
    {
        var outcome = await ImportAsync(Head
            + "C1,2026,crowd.total,,9000,\n"
            + "X9,2026,crowd.total,,1,\n"
            + "C1,2026,snow,,1,\n"
            + "C1,2026-13,crowd.total,,1,\n"
            + "C1,2026,crowd.total,,1.5,\n"
            + "C1,2026,crowd.total,,-1,\n"
            + "C1,2026,crowd.total,,1,guess\n"
            + "V1,2026,crowd.total,,1,\n"
            + "C1,2026\n"
            + "C1,2026,crowd.total,,9000,\n"
            + "C1,2026,crowd.total,men,1,\n");

        var faulty = Assert.IsType<ImportFaulty>(outcome.Refusal);
        Assert.Equal(
            [
                ("figures:3", "place"), ("figures:4", "element"), ("figures:5", "period"), ("figures:6", "value"), ("figures:7", "value"),
                ("figures:8", "standing"), ("figures:9", "level"), ("figures:10", "line"), ("figures:11", "twice"), ("figures:12", "element"),
            ],
            faulty.Mistakes.Select(mistake => (mistake.Where, mistake.Key[(mistake.Key.LastIndexOf('.') + 1)..])));
        await NothingIsWrittenAsync();
        Assert.All(faulty.Mistakes, mistake => Assert.StartsWith(mistake.Where, new Texts().Of(mistake), StringComparison.Ordinal));
    }

    [Fact]
    public async Task One_file_may_give_the_official_number_and_the_estimate_of_the_whole_year()
    {
        await ImportAsync(Head + "C1,2026,crowd.total,,9000,\nC1,2026,crowd.total,,9500,full-year-estimate\n");

        Assert.Equal(
            [(9000, Standing.Official), (9500, Standing.FullYearEstimate)],
            (await Stored().Figures.OrderBy(figure => figure.Value).ToListAsync(Ct)).Select(figure => (figure.Value, figure.Standing)));
        Assert.Equal(2, await Stored().RollUps.CountAsync(Ct));
    }

    [Fact]
    public async Task A_file_with_other_columns_is_not_read()
    {
        var outcome = await ImportAsync("place,value\nC1,5\n");

        Assert.Equal(new FileMistake("figures:1", "file.mistake.columns", Head.Trim()), Assert.Single(Assert.IsType<ImportFaulty>(outcome.Refusal).Mistakes));
    }

    [Fact]
    public async Task A_dry_run_says_what_would_happen_and_writes_nothing()
    {
        var outcome = await ImportAsync(Head + "C1,2026,crowd.total,,9000,\nP1,2026,crowd.total,,9100,\n", dryRun: true);

        Assert.Equal(new ImportedFigures(1, 1, 0), outcome.Value);
        await NothingIsWrittenAsync();
    }

    [Fact]
    public async Task What_another_part_of_the_product_counts_is_stated()
    {
        await ImportAsync(Head + "C1,2026,crowd.typed,,9000,\nP1,2026,crowd.total,,9100,\n");

        Assert.All(await Stored().Figures.ToListAsync(Ct), figure => Assert.True(figure.Stated));
        Assert.Empty(await Stored().RollUps.ToListAsync(Ct));
    }

    [Fact]
    public async Task An_earlier_import_is_replaced_with_a_reason_alone()
    {
        await ImportAsync(Head + "C1,2026,crowd.total,,9000,\n");
        Time.Pass(TimeSpan.FromDays(1));

        var without = await ImportAsync(Head + "C1,2026,crowd.total,,9100,\n");
        var with = await ImportAsync(Head + "C1,2026,crowd.total,,9200,\n", reason: "Số liệu điều chỉnh");

        Assert.Equal(new FileMistake("figures:2", "import.mistake.imported", "Niên giám 2025"), Assert.Single(Assert.IsType<ImportFaulty>(without.Refusal).Mistakes));
        Assert.Equal(new ImportedFigures(1, 0, 1), with.Value);
        Assert.Equal([(9200L, 1)], (await RollUpAsync(Stored(), Ct)).Select(row => (row.Sum, row.Reported)));
        Assert.Equal((9000L, Clock.Now.Instant), await Stored().SupersededFigures.Select(figure => new ValueTuple<long, DateTime>(figure.Value, figure.SupersededAt)).SingleAsync(Ct));
    }

    [Fact]
    public async Task A_place_is_found_by_the_code_that_it_held_on_the_day()
    {
        var old = Given.Place("Hải Thọ", under: province, code: "C1", from: new DateOnly(2020, 1, 1));
        await Stored().PlaceCodes.Where(code => code.PlaceId == old).ExecuteUpdateAsync(set => set.SetProperty(code => code.ValidTo, new DateOnly(2025, 6, 30)), Ct);

        await ImportAsync(Head + "C1@2025-06-30,2026,crowd.total,,10,\nC1,2026,crowd.total,,20,\nC1,2024,crowd.total,,30,\n");

        Assert.Equal([(10L, old), (20L, commune), (30L, old)], (await Stored().Figures.OrderBy(figure => figure.Value).ToListAsync(Ct)).Select(figure => (figure.Value, figure.SubjectId)));
    }

    [Fact]
    public async Task Another_province_s_place_does_not_exist()
    {
        Given.Place("Khác", code: "P2");

        var outcome = await ImportAsync(Head + "P2,2026,crowd.total,,1,\n");

        Assert.Equal("import.mistake.place", Assert.Single(Assert.IsType<ImportFaulty>(outcome.Refusal).Mistakes).Key);
    }

    [Theory]
    [InlineData(Role.CommuneOfficer)]
    [InlineData(Role.CommuneLeader)]
    [InlineData(Role.Administrator)]
    public async Task Importing_belongs_to_the_standing_agency(Role role)
    {
        var outcome = await new ImportFigures(Stored(), Shelf, Clock).RunAsync(
            new NewImport(Guid.CreateVersion7(), "x", Head), dryRun: false, Agency with { Role = role }, Ct);

        Assert.Equal(new ImportNotYours(), outcome.Refusal);
    }

    [Theory]
    [InlineData(" ", "")]
    [InlineData("x", "long")]
    public async Task An_import_names_its_source_in_a_line(string source, string reason)
    {
        var outcome = await new ImportFigures(Stored(), Shelf, Clock).RunAsync(
            new NewImport(Guid.CreateVersion7(), source, Head, reason == "long" ? new string('x', ImportFigures.LongestText + 1) : reason), dryRun: false, Agency, Ct);

        Assert.Equal(new ImportSourceIllFormed(ImportFigures.LongestText), outcome.Refusal);
    }

    [Fact]
    public async Task More_rows_than_one_transaction_takes_are_published_together()
    {
        var first = Given.Place("Xã đông", under: province, code: "D1");
        var elements = Enumerable.Range(0, 60).Select(i => Given.Element($"many.n{i}", producer: Producer.Import)).ToList();
        Given.Pack(Given.Elements() with { Id = "many", Elements = elements });
        var months = Enumerable.Range(1980, 20).SelectMany(year => Enumerable.Range(1, 12).Select(month => string.Create(CultureInfo.InvariantCulture, $"{year}-{month:00}"))).ToList();
        var lines = from element in elements from month in months from place in (string[])["C1@2026-01-01", "D1@2026-01-01"] select $"{place},{month},{element.Code},,5,";

        var outcome = await ImportAsync(Head + string.Join('\n', lines));

        Assert.Equal(new ImportedFigures(28_800, 0, 0), outcome.Value);
        Assert.Equal(28_800, await Stored().RollUps.CountAsync(row => row.Sum == 5 && (row.SubjectId == commune || row.SubjectId == first), Ct));
        Assert.Empty(await Stored().StagedFigures.ToListAsync(Ct));
    }

    [Fact]
    public async Task What_is_compared_was_counted_before()
    {
        var engine = new TellingEngine(Database.Engine);
        await using var db = engine.Open();

        await new ImportFigures(db, Shelf, Clock).RunAsync(
            new NewImport(Guid.CreateVersion7(), "Niên giám 2025", Head + "C1,2026,crowd.total,,9000,\n"), dryRun: false, Agency, Ct);

        Assert.Equal(["staged_figure", "figure"], engine.Counted);
    }

    private async Task NothingIsWrittenAsync()
    {
        Assert.Empty(await Stored().Figures.ToListAsync(Ct));
        Assert.Empty(await Stored().StagedFigures.ToListAsync(Ct));
        Assert.Empty(await Stored().RollUps.ToListAsync(Ct));
        Assert.Empty(await Stored().FigureSources.ToListAsync(Ct));
        Assert.Empty(await Stored().AuditEntries.ToListAsync(Ct));
    }

    private Task<Outcome<ImportedFigures>> ImportAsync(string text, Guid? id = null, bool dryRun = false, string reason = "") =>
        new ImportFigures(Stored(), Shelf, Clock).RunAsync(
            new NewImport(id ?? Guid.CreateVersion7(), "Niên giám 2025", text, reason), dryRun, Agency, Ct);

    /// <summary>Tells which tables the engine was asked to count.</summary>
    private sealed class TellingEngine(DbEngine engine) : WatchedEngine(engine, new Nobody())
    {
        public List<string> Counted { get; } = [];

        public override Task CountRowsAsync(HieuHocDb db, string table, CancellationToken ct)
        {
            Counted.Add(table);

            return base.CountRowsAsync(db, table, ct);
        }

        private sealed class Nobody : IInterceptor;
    }
}
