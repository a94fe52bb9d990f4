using FsCheck;
using FsCheck.Fluent;
using HieuHoc.Figures;
using HieuHoc.Testing;

namespace HieuHoc.Tests.Figures;

public sealed class RollUpPropertyTests : FiguresTest
{
    private const int Sources = 8;

    private static int Cases => TestEngines.Name == "sqlite" ? 60 : 12;

    [Fact]
    public async Task After_any_postings_and_corrections_the_roll_up_equals_a_rebuild()
    {
        var sources = GivenSources();

        await Task.Run(() => Always.Holds(Postings, postings => HoldsAsync(sources, postings).GetAwaiter().GetResult(), Cases), Ct);
    }

    /// <summary>One transaction a case, rolled back, so that each begins with an empty roll-up.</summary>
    private async Task<bool> HoldsAsync(IReadOnlyList<FigureSource> sources, IReadOnlyList<Posting> postings)
    {
        await using var db = Engine.Open();
        await using var transaction = await db.Database.BeginTransactionAsync(Ct);
        var version = 0;

        foreach (var posting in postings)
        {
            await db.PostFiguresAsync(sources[posting.Source] with { Version = ++version }, posting.Values, Ct);
        }

        return (await RollUpAsync(db, Ct)).SequenceEqual(await RebuiltAsync(db, Ct));
    }

    /// <summary>Communes and villages, two years, two programmes; two sources share a commune, two a village.</summary>
    private IReadOnlyList<FigureSource> GivenSources()
    {
        var province = Given.Place();
        var hills = Given.Place("A", under: province);
        var coast = Given.Place("B", under: province);
        var village = Given.Place("Thôn 1", under: hills);
        var other = Given.Place("Thôn 2", under: coast);
        Given.Owner(province);
        Given.Owner(hills, id: 2);
        var (year, next) = (Given.Period(2026), Given.Period(2027));

        return
        [
            From(1, hills, year), From(1, hills, year), From(1, coast, year), From(1, village, year),
            From(1, village, year), From(1, other, year), From(1, hills, next), From(2, hills, year),
        ];

        static FigureSource From(short owner, int subject, int period) => new(owner, subject, period, Guid.CreateVersion7(), 1);
    }

    private static Gen<IReadOnlyDictionary<int, long>> Values { get; } =
        (from element in Gen.Choose(1, 5)
         from value in Gen.OneOf(Gen.Constant(0), Gen.Choose(0, 1_000_000))
         select (element, value))
        .ListOf()
        .Select(pairs => (IReadOnlyDictionary<int, long>)pairs.DistinctBy(pair => pair.element).ToDictionary(pair => pair.element, pair => (long)pair.value));

    private static Gen<List<Posting>> Postings { get; } =
        (from source in Gen.Choose(0, Sources - 1)
         from values in Values
         select new Posting(source, values))
        .ListOf()
        .Select(postings => postings.ToList());

    private sealed record Posting(int Source, IReadOnlyDictionary<int, long> Values)
    {
        public override string ToString() => $"{Source} {{ {string.Join(" ", Values)} }}";
    }
}
