using FsCheck;
using FsCheck.Fluent;
using HieuHoc.Access;
using HieuHoc.Figures;
using HieuHoc.Figures.Import;
using HieuHoc.Places;
using HieuHoc.Platform;
using HieuHoc.Testing;
using Microsoft.EntityFrameworkCore;

namespace HieuHoc.Tests.Figures;

public sealed class RollUpPropertyTests : FiguresTest
{
    private const int Sources = 8;

    /// <summary>Counted at communes, at villages, and by imports: of every posting some figures count and some are stated.</summary>
    private static readonly IReadOnlyList<string> Codes = ["rain.days", "rain.depth", "rain.village", "rain.villages", "rain.imported"];

    private static int Cases => TestEngines.Name == "sqlite" ? 60 : 12;

    private readonly List<int> villages = [];
    private readonly List<int> communes = [];
    private int province;

    [Fact]
    public async Task After_any_postings_corrections_recalls_and_moves_of_villages_the_roll_up_equals_a_rebuild()
    {
        var sources = GivenSources();

        await Task.Run(() => Always.Holds(Events, events => HoldsAsync(sources, events).GetAwaiter().GetResult(), Cases), Ct);
    }

    [Fact]
    public async Task After_any_imports_and_replacements_the_roll_up_equals_a_rebuild()
    {
        GivenSources();
        var random = new Random(20_261_121);
        var agency = new Actor(1, null, Role.StandingAgency, province);

        for (var i = 0; i < 12; i++)
        {
            var lines = Enumerable.Range(0, 6)
                .Select(_ => (Place: communes[random.Next(communes.Count)], Element: Codes[random.Next(Codes.Count)], Standing: random.Next(2)))
                .Where(line => !line.Element.Contains("village", StringComparison.Ordinal) || line.Place > 0)
                .Distinct()
                .Select(line => $"T{line.Place},2026,{line.Element},,{random.Next(1000)},{(line.Standing == 0 ? "" : "preliminary")}");
            var text = "place,period,element,breakdown,value,standing\n" + string.Join('\n', lines);
            await using var db = Engine.Open();
            var outcome = await new ImportFigures(db, Shelf, Clock).RunAsync(
                new NewImport(Guid.CreateVersion7(), $"tệp {i}", text, "bản mới"), dryRun: false, agency, Ct);
            Assert.Null(outcome.Refusal);
        }

        Assert.NotEmpty(await Stored().SupersededFigures.ToListAsync(Ct));
        Assert.NotEmpty(await RollUpAsync(Stored(), Ct));
        Assert.Equal(await RebuiltAsync(Stored(), Ct), await RollUpAsync(Stored(), Ct));
        Assert.Empty(await Stored().StagedFigures.ToListAsync(Ct));
    }

    /// <summary>One transaction a case, rolled back, so that each begins with an empty roll-up.</summary>
    private async Task<bool> HoldsAsync(IReadOnlyList<Posting> sources, IReadOnlyList<Event> events)
    {
        await using var db = Engine.Open();
        await using var transaction = await db.Database.BeginTransactionAsync(Ct);
        var version = 0;
        var moves = 0;

        foreach (var one in events)
        {
            var source = sources[one.Source];
            version++;

            if (one.Moves)
            {
                await MoveAsync(db, one, moves++);
                continue;
            }

            // What a place may not post is left out: nothing is counted below its level.
            var isVillage = villages.Contains(source.SubjectId);
            var posting = source with
            {
                Version = version,
                Standing = (Standing)one.Standing,
                At = Clock.Now.Instant.AddSeconds(version),
                Estimates = (Standing)one.Standing is Standing.FullYearEstimate ? new Dictionary<FigureKey, long>() : Postable(one.Estimates),
            };

            // Twice is as good as once.
            if (await db.PostFiguresAsync(Shelf, posting, Postable(one.Values), Ct) is not null
                || await db.PostFiguresAsync(Shelf, posting, Postable(one.Values), Ct) is not null)
            {
                return false;
            }

            Dictionary<FigureKey, long> Postable(IReadOnlyDictionary<int, long> values) => values
                .Where(pair => !isVillage || Codes[pair.Key].StartsWith("rain.village", StringComparison.Ordinal))
                .ToDictionary(pair => new FigureKey(Codes[pair.Key]), pair => pair.Value);
        }

        var moved = await RollUpAsync(db, Ct);

        return moved.SequenceEqual(await CountedAsync(db)) && moved.SequenceEqual(await RebuiltAsync(db, Ct));
    }

    /// <summary>A village turns out to have belonged to another commune all along; its figures follow it.</summary>
    private async Task MoveAsync(HieuHocDb db, Event one, int number)
    {
        var village = villages[one.Source % villages.Count];
        var commune = communes[number % communes.Count];
        db.ChangeTracker.Clear();
        await db.PlaceParents.Where(parent => parent.PlaceId == village).ExecuteUpdateAsync(set => set.SetProperty(parent => parent.ParentId, commune), Ct);
        await new RebuildRollUp(db).RunAsync(1, Ct);
        await new RebuildRollUp(db).RunAsync(2, Ct);
    }

    /// <summary>Counted here, figure by figure, without the product.</summary>
    private static async Task<IReadOnlyList<Line>> CountedAsync(HieuHocDb db)
    {
        var communeOf = await (
            from place in db.Places
            join parent in db.PlaceParents on place.Id equals parent.PlaceId
            where place.Level == PlaceLevel.Village
            select new { place.Id, parent.ParentId }).ToDictionaryAsync(village => village.Id, village => village.ParentId, Ct);

        return
        [
            .. (await db.Figures.AsNoTracking().Where(figure => !figure.Stated).ToListAsync(Ct))
                .GroupBy(figure => (
                    figure.Owner, figure.ElementId, figure.PeriodId, Subject: communeOf.GetValueOrDefault(figure.SubjectId, figure.SubjectId), figure.BreakdownId, figure.Standing))
                .Select(group => new Line(
                    group.Key.Owner, group.Key.ElementId, group.Key.PeriodId, group.Key.Subject, group.Key.BreakdownId,
                    group.Sum(figure => figure.Value), group.Count(), group.Key.Standing))
                .OrderBy(line => (line.Owner, line.Element, line.Period, line.Subject, line.Breakdown, line.Standing)),
        ];
    }

    /// <summary>Communes and villages, two years, two programmes; two sources share a commune, two a village.</summary>
    private IReadOnlyList<Posting> GivenSources()
    {
        province = Given.Place();
        var hills = Given.Place("A", under: province);
        var coast = Given.Place("B", under: province);
        var village = Given.Place("Thôn 1", under: hills);
        var other = Given.Place("Thôn 2", under: coast);
        villages.AddRange([village, other]);
        communes.AddRange([hills, coast]);
        Given.Owner(province);
        Given.Owner(hills, id: 2);
        var (year, next) = (Given.Period(2026), Given.Period(2027));
        Given.Pack(Given.Elements() with
        {
            Elements =
            [
                Given.Element(Codes[0]), Given.Element(Codes[1]), Given.Element(Codes[2], leafLevel: SubjectLevel.Village),
                Given.Element(Codes[3], leafLevel: SubjectLevel.Village), Given.Element(Codes[4], producer: Producer.Import),
            ],
        });

        return
        [
            From(1, hills, year), From(1, hills, year), From(1, coast, year), From(1, village, year),
            From(1, village, year), From(1, other, year), From(1, hills, next), From(2, hills, year),
        ];

        static Posting From(short owner, int subject, int period) =>
            new(owner, subject, period, Guid.CreateVersion7(), 1, Producer.Return, DateTime.UnixEpoch);
    }

    private static readonly IReadOnlyDictionary<int, long> NoEstimates = new Dictionary<int, long>();

    private static Gen<IReadOnlyDictionary<int, long>> Values { get; } =
        (from element in Gen.Choose(0, Codes.Count - 1)
         from value in Gen.OneOf(Gen.Constant(0), Gen.Choose(0, 1_000_000))
         select (element, value))
        .ListOf()
        .Select(pairs => (IReadOnlyDictionary<int, long>)pairs.DistinctBy(pair => pair.element).ToDictionary(pair => pair.element, pair => (long)pair.value));

    private static Gen<List<Event>> Events { get; } =
        (from source in Gen.Choose(0, Sources - 1)
         from values in Values
         from estimates in Gen.Frequency((1, Gen.Constant(NoEstimates)), (1, Values))
         from standing in Gen.Frequency((4, Gen.Constant(0)), (1, Gen.Choose(1, 2)))
         from moves in Gen.Frequency((5, Gen.Constant(false)), (1, Gen.Constant(true)))
         select new Event(source, values, estimates, standing, moves))
        .ListOf()
        .Select(events => events.ToList());

    private sealed record Event(int Source, IReadOnlyDictionary<int, long> Values, IReadOnlyDictionary<int, long> Estimates, int Standing, bool Moves)
    {
        public override string ToString() => Moves ? $"move {Source}" : $"{Source} ({Standing}) {{ {string.Join(" ", Values)} }} ~ {{ {string.Join(" ", Estimates)} }}";
    }
}
