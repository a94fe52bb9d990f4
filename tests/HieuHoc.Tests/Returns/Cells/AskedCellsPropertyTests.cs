using FsCheck;
using FsCheck.Fluent;
using HieuHoc.Returns;
using HieuHoc.Returns.Cells;
using HieuHoc.Testing;
using HieuHoc.Tests.Figures;

namespace HieuHoc.Tests.Returns.Cells;

public sealed class AskedCellsPropertyTests : CellsTest
{
    private static int Cases => TestEngines.Name == "sqlite" ? 40 : 10;

    private static readonly IReadOnlyList<string> Cells = [.. Given.Answers().Keys.Order(StringComparer.Ordinal)];

    private static Gen<string?> Text => Gen.Elements("", "0", "7", "1.234", "12a", null);

    private static Gen<Case> Any =>
        from marks in Gen.SubListOf<string>(Cells.AsEnumerable())
        from typed in Text.ListOf(Cells.Count)
        from named in Gen.SubListOf<string>(Cells.AsEnumerable())
        select new Case([.. marks], Cells.Zip(typed).Where(cell => named.Contains(cell.First)).ToDictionary(cell => cell.First, string? (cell) => cell.Second));

    [Fact]
    public async Task Whatever_is_marked_and_typed_every_other_cell_is_as_it_was_sent() =>
        await Task.Run(() => Always.Holds(Any, HoldsOf, Cases), Ct);

    private bool HoldsOf(Case one) => HoldsAsync(one).GetAwaiter().GetResult();

    private async Task<bool> HoldsAsync(Case one)
    {
        var id = Given.Return(Round, Given.Place($"{Guid.CreateVersion7():N}", under: Province), ReturnState.Sent, Given.Answers());
        var marks = one.Marks.Count == 0 ? [Families] : one.Marks;
        await new MarkCells(Stored(), Shelf, Clock).RunAsync(id, 0, [.. marks.Select(cell => Mark(cell))], Agency, Ct);
        await new TakeReturnStep(Stored(), Shelf, Clock).RunAsync(id, 1, ReturnStep.AskToMend, null, Agency, Ct);
        var place = (await StoredReturnAsync(id)).SubjectId;
        var officer = Officer with { PlaceId = place };

        await new SaveReturn(Stored(), Shelf, Clock).RunAsync(id, 2, one.Typed, officer, Ct);
        await using var db = Engine.Open();
        await new MergeReturn(db, Shelf, Clock, new SaveReturn(db, Shelf, Clock)).RunAsync(
            id, 1, one.Typed.ToDictionary(cell => cell.Key, cell => new TypedCell("3", cell.Value)), officer, Ct);

        var sent = await StoredAnswersAsync(id);
        var now = await StoredAnswersAsync(id, 2);

        return Cells.Except(marks).All(cell => now.GetValueOrDefault(cell, -1) == sent.GetValueOrDefault(cell, -1));
    }

    private sealed record Case(IReadOnlyList<string> Marks, IReadOnlyDictionary<string, string?> Typed);
}
