using HieuHoc.Exchange.Workbooks;
using HieuHoc.Papers;
using HieuHoc.Returns;
using HieuHoc.Testing;

namespace HieuHoc.Tests.Exchange;

/// <summary>Several people fill parts of one return in files of their own.</summary>
public sealed class PartialWorkbooksTests(ITestOutputHelper output) : WorkbooksTest
{
    private const int Returns = 12;

    public static TheoryData<int> Seeds => [20_261_130, Random.Shared.Next()];

    [Theory]
    [MemberData(nameof(Seeds))]
    public async Task A_return_made_from_three_partial_workbooks_equals_one_typed_by_hand(int seed)
    {
        output.WriteLine($"seed {seed}");
        var random = new Random(seed);

        for (var number = 1; number <= Returns; number++)
        {
            var round = Given.Round($"{seed % 1000}-{number}", formPackId: Given.FormPack());
            var form = await Db.FormAsync(Shelf, Given.FormPack(), Ct);
            var answers = form.Cells.Where(_ => random.Next(5) > 0).ToDictionary(name => name, _ => (long)random.Next(100_000));
            var byHand = Given.Return(round, Given.Place(under: Province));
            Id = Given.Return(round, Commune);
            await new SaveReturn(Db, Shelf, Clock).RunAsync(byHand, 0, Given.Typed(answers), Officer with { PlaceId = (await StoredReturnAsync(byHand)).SubjectId }, Ct);

            foreach (var part in Parts(answers, random))
            {
                // A part that brings nothing new has nothing to choose.
                Assert.True((await AcceptAllAsync(part)).Refusal is null or WorkbookNothingChosen);
            }

            Assert.Equal(await StoredAnswersAsync(byHand), await StoredAnswersAsync(Id));
        }
    }

    /// <summary>Three files that together say all, in any order of rows and columns, some of it twice, with empty cells between.</summary>
    private static IEnumerable<MemoryStream> Parts(IReadOnlyDictionary<string, long> answers, Random random)
    {
        var parts = answers.Keys.ToLookup(_ => random.Next(3));

        for (var part = 0; part < 3; part++)
        {
            var valueFirst = random.Next(2) == 0;
            var cells = parts[part].Concat(answers.Keys.Where(_ => random.Next(6) == 0)).Distinct().ToArray();
            random.Shuffle(cells);

            yield return OfficersFile.Of(
            [
                valueFirst ? ["Số liệu", "Mã ô"] : ["Mã ô", "Số liệu"],
                .. cells.Select(name => Row(name, answers[name])),
                .. answers.Keys.Except(cells).Take(2).Select(name => Row(name, null)),
                Row("family.total", cells.Contains("family.total") || !answers.ContainsKey("family.total") ? null : answers["family.total"]),
            ]);

            object?[] Row(string name, long? value) => valueFirst ? [Figure(value), name] : [name, Figure(value)];
        }
    }

    private static SheetCell Figure(long? value) => SheetCell.Number(value);
}
