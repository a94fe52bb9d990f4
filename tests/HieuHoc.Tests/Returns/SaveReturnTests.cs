using System.Text.Json;
using HieuHoc.Access;
using HieuHoc.Platform;
using HieuHoc.Returns;
using HieuHoc.Testing;
using Microsoft.EntityFrameworkCore;

namespace HieuHoc.Tests.Returns;

public sealed class SaveReturnTests : ReturnsTest
{
    private SaveReturn SaveReturn => new(Db, Shelf, Clock);

    [Fact]
    public async Task What_was_typed_is_kept_with_who_and_when()
    {
        var id = Given.Return(Round, Commune);

        await SaveReturn.RunAsync(id, 0, Cells(("family.total", "1.234"), ("citizen.adults", "3 000")), Officer, Ct);

        var version = await Stored().ReturnVersions.SingleAsync(Ct);
        Assert.Equal(new Dictionary<string, long> { ["citizen.adults"] = 3000, ["family.total"] = 1234 }, await StoredAnswersAsync(id));
        Assert.Equal((1, Clock.Now.Instant, Officer.PersonId), (version.Number, version.SavedAt, version.SavedBy));
        Assert.Equal((ReturnState.Entering, 1), ((await StoredReturnAsync(id)).State, (await StoredReturnAsync(id)).Revision));
    }

    [Fact]
    public async Task The_typist_learns_what_was_understood_and_from_which_revision_to_go_on()
    {
        var id = Given.Return(Round, Commune, revision: 3);

        var outcome = await SaveReturn.RunAsync(id, 3, Cells(("family.total", "1.234")), Officer, Ct);

        Assert.Equal((id, 4, 1234), (outcome.Value.Id, outcome.Value.Revision, outcome.Value.Answers.Values["family.total"]));
    }

    [Fact]
    public async Task A_cell_that_is_typed_empty_is_no_longer_answered()
    {
        var id = Given.Return(Round, Commune, answers: Given.Answers());
        var typed = Given.Typed(Given.Answers());
        typed["clan.total"] = " ";
        typed.Remove("unit.total");

        await SaveReturn.RunAsync(id, 0, typed, Officer, Ct);

        var left = await StoredAnswersAsync(id);
        Assert.Equal(Given.Answers().Keys.Except(["clan.total", "unit.total"]).Order(), left.Keys.Order());
    }

    [Fact]
    public async Task A_cell_that_the_form_does_not_ask_is_not_kept()
    {
        var id = Given.Return(Round, Commune);

        await SaveReturn.RunAsync(id, 0, Cells(("family.total", "5"), ("snow.total", "7"), ("snow.depth", "x")), Officer, Ct);

        Assert.Equal(["family.total"], (await StoredAnswersAsync(id)).Keys);
    }

    [Fact]
    public async Task One_unreadable_cell_keeps_everything_as_it_was()
    {
        var before = Given.Answers();
        var id = Given.Return(Round, Commune, answers: before);

        var outcome = await SaveReturn.RunAsync(id, 0, Cells(("family.total", "5"), ("clan.total", "12a"), ("unit.total", "-5")), Officer, Ct);

        Assert.Equal(new AnswersUnreadable(2), outcome.Refusal);
        Assert.Equal(before, await StoredAnswersAsync(id));
        Assert.Equal(0, (await StoredReturnAsync(id)).Revision);
        Assert.Empty(await Stored().AuditEntries.ToListAsync(Ct));
    }

    [Fact]
    public async Task A_finding_never_blocks_saving()
    {
        var id = Given.Return(Round, Commune);

        var outcome = await SaveReturn.RunAsync(id, 0, Cells(("family.total", "10"), ("family.registered", "11")), Officer, Ct);

        Assert.Equal(["family-registered"], outcome.Value.Findings.Select(finding => finding.Check.Code));
        Assert.Equal(11, (await StoredAnswersAsync(id))["family.registered"]);
    }

    [Fact]
    public async Task The_audit_names_the_cells_that_changed_and_never_a_number()
    {
        var id = Given.Return(Round, Commune, answers: new Dictionary<string, long> { ["family.total"] = 111, ["clan.total"] = 222, ["unit.total"] = 0 });

        await SaveReturn.RunAsync(id, 0, Cells(("family.total", "111"), ("clan.total", "333"), ("village.total", "444")), Officer, Ct);

        var entry = await Stored().AuditEntries.SingleAsync(Ct);
        Assert.Equal(
            ("ReturnSaved", id.Value.ToString(), Officer.PersonId?.Value, Clock.Now.Instant),
            (entry.Change, entry.Record, entry.PersonId, entry.At));
        var cells = JsonDocument.Parse(entry.Detail).RootElement.GetProperty("cells").EnumerateArray().Select(cell => cell.GetString());
        Assert.Equal(["clan.total", "unit.total", "village.total"], cells);
        Assert.All(["111", "222", "333", "444"], number => Assert.DoesNotContain(number, WithoutIds(entry.Detail), StringComparison.Ordinal));
    }

    [Fact]
    public async Task Who_saved_from_an_old_page_is_told_and_overwrites_nothing()
    {
        var id = Given.Return(Round, Commune, answers: Given.Answers(), revision: 2);

        var outcome = await SaveReturn.RunAsync(id, 1, Cells(("family.total", "5")), Officer, Ct);

        Assert.Equal(new ReturnChangedMeanwhile(), outcome.Refusal);
        Assert.Equal(Given.Answers(), await StoredAnswersAsync(id));
        Assert.Equal(2, (await StoredReturnAsync(id)).Revision);
    }

    [Fact]
    public async Task Of_two_who_save_at_the_same_moment_one_is_told()
    {
        var id = Given.Return(Round, Commune);
        // The first has read the return when the second saves it.
        await Db.Returns.LoadAsync(Ct);
        await new SaveReturn(Stored(), Shelf, Clock).RunAsync(id, 0, Cells(("family.total", "7")), Officer, Ct);

        var outcome = await SaveReturn.RunAsync(id, 0, Cells(("family.total", "5")), Officer, Ct);

        Assert.Equal(new ReturnChangedMeanwhile(), outcome.Refusal);
        Assert.Equal(7, (await StoredAnswersAsync(id))["family.total"]);
        Assert.Single(await Stored().AuditEntries.ToListAsync(Ct));
    }

    [Theory]
    [InlineData(Role.CommuneLeader)]
    [InlineData(Role.StandingAgency)]
    public async Task Whoever_may_see_but_not_fill_is_told_so(Role role)
    {
        var id = Given.Return(Round, Commune);

        var outcome = await SaveReturn.RunAsync(id, 0, Cells(("family.total", "5")), As(role), Ct);

        await RefusedAsync(new ReturnNotYoursToFill(), outcome, id);
    }

    [Fact]
    public async Task To_an_administrator_it_does_not_exist()
    {
        var id = Given.Return(Round, Commune);

        var outcome = await SaveReturn.RunAsync(id, 0, Cells(("family.total", "5")), Administrator, Ct);

        await RefusedAsync(new ReturnNotFound(), outcome, id);
    }

    [Fact]
    public async Task To_a_neighbour_it_does_not_exist()
    {
        var id = Given.Return(Round, Commune);
        var neighbour = Officer with { PlaceId = Given.Place("Nam Hải Lăng", under: Province) };

        var outcome = await SaveReturn.RunAsync(id, 0, Cells(("family.total", "5")), neighbour, Ct);

        await RefusedAsync(new ReturnNotFound(), outcome, id);
    }

    [Fact]
    public async Task To_another_programme_it_does_not_exist()
    {
        var id = Given.Return(Round, Commune);

        var outcome = await SaveReturn.RunAsync(id, 0, Cells(("family.total", "5")), Officer with { Owner = 2 }, Ct);

        await RefusedAsync(new ReturnNotFound(), outcome, id);
    }

    [Fact]
    public async Task A_return_that_is_none_is_not_found()
    {
        var outcome = await SaveReturn.RunAsync(new ReturnId(Guid.CreateVersion7()), 0, Cells(("family.total", "5")), Officer, Ct);

        Assert.Equal(new ReturnNotFound(), outcome.Refusal);
    }

    [Fact]
    public async Task The_successor_fills_the_return_of_a_place_that_was_merged_into_it()
    {
        var id = Given.Return(Round, Given.Predecessor(Commune));

        var outcome = await SaveReturn.RunAsync(id, 0, Cells(("family.total", "5")), Officer, Ct);

        Assert.Null(outcome.Refusal);
        Assert.Equal(5, (await StoredAnswersAsync(id))["family.total"]);
    }

    [Theory]
    [InlineData(ReturnState.AwaitingLeader)]
    [InlineData(ReturnState.Approved)]
    [InlineData(ReturnState.Sent)]
    [InlineData(ReturnState.Confirmed)]
    public async Task What_is_out_of_the_officer_s_hands_is_not_changed(ReturnState state)
    {
        var id = Given.Return(Round, Commune, state);

        var outcome = await SaveReturn.RunAsync(id, 0, Cells(("family.total", "5")), Officer, Ct);

        await RefusedAsync(new ReturnNotEditable(state), outcome, id);
    }

    [Fact]
    public async Task Mending_changes_the_new_version_and_leaves_the_one_that_was_sent()
    {
        var id = Given.Return(Round, Commune, ReturnState.Sent, Given.Answers());
        await new TakeReturnStep(Stored(), Shelf, Clock).RunAsync(id, 0, ReturnStep.AskToMend, "Xem lại số gia đình", Agency, Ct);
        var typed = Given.Typed(Given.Answers(families: new Counted(1300, 1000, 900)));

        var outcome = await SaveReturn.RunAsync(id, 1, typed, Officer, Ct);

        Assert.Null(outcome.Refusal);
        Assert.Equal(1300, (await StoredAnswersAsync(id, version: 2))["family.total"]);
        Assert.Equal(1200, (await StoredAnswersAsync(id, version: 1))["family.total"]);
    }

    private async Task RefusedAsync(Refusal expected, Outcome<SavedReturn> outcome, ReturnId id)
    {
        Assert.Equal(expected, outcome.Refusal);
        Assert.Empty(await StoredAnswersAsync(id));
        Assert.Equal(0, (await StoredReturnAsync(id)).Revision);
        Assert.Empty(await Stored().AuditEntries.ToListAsync(Ct));
    }

    private static Dictionary<string, string?> Cells(params (string Code, string? Text)[] cells) =>
        cells.ToDictionary(cell => cell.Code, cell => cell.Text);

    private static string WithoutIds(string detail) =>
        string.Join(",", JsonDocument.Parse(detail).RootElement.EnumerateObject()
            .Where(member => member.Name is not ("return" or "record")).Select(member => member.Value.GetRawText()));
}
