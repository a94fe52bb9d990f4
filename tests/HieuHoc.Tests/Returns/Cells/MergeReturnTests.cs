using HieuHoc.Access;
using HieuHoc.Platform;
using HieuHoc.Returns;
using HieuHoc.Returns.Cells;
using HieuHoc.Testing;
using Microsoft.EntityFrameworkCore;

namespace HieuHoc.Tests.Returns.Cells;

/// <summary>Two people, or two windows, over one return.</summary>
public sealed class MergeReturnTests : ReturnsTest
{
    private const string Families = "family.total";
    private const string Clans = "clan.total";

    private ReturnId id;

    public override async ValueTask InitializeAsync()
    {
        await base.InitializeAsync();
        id = Given.Return(Round, Commune, answers: new Dictionary<string, long> { [Families] = 100, [Clans] = 20 });
    }

    [Fact]
    public async Task Two_who_change_different_cells_lose_nothing_and_are_not_bothered()
    {
        Assert.Null((await SaveAsync(0, (Families, "100", "110"), (Clans, "20", "20"))).Refusal);

        Assert.Null((await SaveAsync(0, (Families, "100", "100"), (Clans, "20", "25"))).Refusal);

        Assert.Equal(new Dictionary<string, long> { [Families] = 110, [Clans] = 25 }, await StoredAnswersAsync(id));
        Assert.Equal(2, (await StoredReturnAsync(id)).Revision);
    }

    [Fact]
    public async Task A_cell_that_is_emptied_or_filled_is_changed_as_well()
    {
        await SaveAsync(0, (Families, "100", ""), (Clans, "20", "20"));

        await SaveAsync(0, (Families, "100", "100"), (Clans, "20", "20"), ("unit.total", null, "5"));

        Assert.Equal(new Dictionary<string, long> { [Clans] = 20, ["unit.total"] = 5 }, await StoredAnswersAsync(id));
    }

    [Fact]
    public async Task A_cell_that_both_changed_differently_is_a_conflict_and_nothing_is_saved()
    {
        await SaveAsync(0, (Families, "100", "110"), (Clans, "20", "20"));

        var second = await SaveAsync(0, (Families, "100", "120"), (Clans, "20", "25"));

        Assert.Equal(new CellsInConflict(1, "Gia đình: tổng số"), second.Refusal);
        Assert.Equal(new Dictionary<string, long> { [Families] = 110, [Clans] = 20 }, await StoredAnswersAsync(id));
        Assert.Equal(1, (await StoredReturnAsync(id)).Revision);
    }

    [Theory]
    [InlineData("120", 120)]
    [InlineData("110", 110)]
    public async Task Who_has_seen_both_values_and_chosen_completes_the_saving(string chosen, long stands)
    {
        await SaveAsync(0, (Families, "100", "110"), (Clans, "20", "20"));

        Assert.Null((await SaveAsync(0, (Families, "110", chosen), (Clans, "20", "25"))).Refusal);

        Assert.Equal(new Dictionary<string, long> { [Families] = stands, [Clans] = 25 }, await StoredAnswersAsync(id));
    }

    [Fact]
    public async Task Both_giving_one_value_is_no_conflict()
    {
        await SaveAsync(0, (Families, "100", "1.100"));

        Assert.Null((await SaveAsync(0, (Families, "100", "1100"))).Refusal);
        Assert.Equal(1, (await StoredReturnAsync(id)).Revision);
    }

    [Fact]
    public async Task The_same_request_again_changes_nothing_also_after_another_one_saved()
    {
        await SaveAsync(0, (Families, "100", "110"));
        await SaveAsync(1, (Clans, "20", "25"));
        var before = await Stored().AuditEntries.CountAsync(Ct);

        var again = await SaveAsync(0, (Families, "100", "110"));

        Assert.Equal((null, 2), (again.Refusal, again.Value.Revision));
        Assert.Equal(before, await Stored().AuditEntries.CountAsync(Ct));
    }

    [Fact]
    public async Task What_cannot_be_read_is_told_and_nothing_is_saved()
    {
        await SaveAsync(0, (Families, "100", "110"));

        Assert.Equal(new AnswersUnreadable(1), (await SaveAsync(0, (Clans, "20", "hai mươi"))).Refusal);
        Assert.Equal(20, (await StoredAnswersAsync(id))[Clans]);
    }

    [Fact]
    public async Task Of_many_who_save_different_cells_at_once_nobody_loses_anything()
    {
        string[] cells = [Families, Clans, "unit.total", "village.total"];

        var refusals = await Task.WhenAll(cells.Select(cell => Task.Run(
            async () =>
            {
                await using var db = Engine.Open();
                var merge = new MergeReturn(db, Shelf, Clock, new SaveReturn(db, Shelf, Clock));

                return (await merge.RunAsync(id, 0, new Dictionary<string, TypedCell> { [cell] = new(cell == Families ? "100" : cell == Clans ? "20" : null, "7") }, Officer, Ct)).Refusal;
            },
            Ct)));

        Assert.All(refusals, Assert.Null);
        Assert.Equal(cells.ToDictionary(cell => cell, _ => 7L), await StoredAnswersAsync(id));
    }

    [Fact]
    public async Task Who_may_not_type_is_told_so_before_anything_of_what_others_saved()
    {
        await SaveAsync(0, (Families, "100", "110"));

        Assert.Equal(new ReturnNotYoursToFill(), (await SaveAsync(Leader, 0, (Families, "100", "120"))).Refusal);
        Assert.Equal(new ReturnNotFound(), (await SaveAsync(Administrator, 0, (Families, "100", "120"))).Refusal);
        Assert.Null((await new TakeReturnStep(Stored(), Shelf, Clock).RunAsync(id, 1, ReturnStep.Submit, null, Officer, Ct)).Refusal);
        Assert.Equal(new ReturnNotEditable(ReturnState.AwaitingLeader), (await SaveAsync(0, (Families, "100", "120"))).Refusal);
    }

    [Fact]
    public async Task The_one_who_saved_a_cell_is_named_although_another_saved_a_different_one_later()
    {
        var other = Given.Person(Role.CommuneOfficer, Commune);
        await SaveAsync(other, 0, (Families, "100", "110"));
        Time.MoveTo(Time.GetUtcNow().AddHours(1));
        await SaveAsync(1, (Clans, "20", "25"));

        var saved = await Stored().SavedCellsAsync(await StoredReturnAsync(id), default, [Families, "unit.total"], Ct);

        var name = await Stored().People.Where(person => person.Id == other.PersonId).Select(person => person.DisplayName).SingleAsync(Ct);
        Assert.Equal((name, Clock.Now.Instant.AddHours(-1)), (saved[Families].Who, saved[Families].At));
        Assert.Equal(new SavedCell(null, default), saved["unit.total"]);
    }

    private Task<Outcome<SavedReturn>> SaveAsync(int startedFrom, params IReadOnlyList<(string Cell, string? Shown, string? Text)> cells) =>
        SaveAsync(Officer, startedFrom, cells);

    private Task<Outcome<SavedReturn>> SaveAsync(Actor actor, int startedFrom, params IReadOnlyList<(string Cell, string? Shown, string? Text)> cells)
    {
        var db = Stored();

        return new MergeReturn(db, Shelf, Clock, new SaveReturn(db, Shelf, Clock)).RunAsync(
            id, startedFrom, cells.ToDictionary(cell => cell.Cell, cell => new TypedCell(cell.Shown, cell.Text)), actor, Ct);
    }
}
