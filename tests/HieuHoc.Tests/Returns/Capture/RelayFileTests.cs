using System.Text.Json;
using HieuHoc.Access;
using HieuHoc.Access.Capture;
using HieuHoc.Platform;
using HieuHoc.Platform.Keys;
using HieuHoc.Returns;
using HieuHoc.Returns.Cells;
using HieuHoc.Testing;
using Microsoft.EntityFrameworkCore;

namespace HieuHoc.Tests.Returns.Capture;

/// <summary>What villages bring on a stick, taken as if their telephones had sent it.</summary>
public sealed class RelayFileTests : RelayTest
{
    [Fact]
    public async Task What_a_village_brings_is_taken_in_the_order_in_which_it_was_done()
    {
        var relayed = await RelayAsync(File(Typed(Own, 0, "rain.days", "3"), Typed(Own, 1, "rain.gauges", "2"), Typed(Own, 2, "rain.depth", "40"), Finished(Own, 3)));

        Assert.Equal([false, false, false, false], relayed.Value.Acts.Select(act => act.WasKnown));
        Assert.All(relayed.Value.Acts, act => Assert.True(new Receipts(Keys).Gave(act.Taken.Value)));
        Assert.Equal(("thon.phuochung", "Chrome · Android", Evening.AddHours(1)), (relayed.Value.Person, relayed.Value.Browser, relayed.Value.SavedAt));
        Assert.All(relayed.Value.Acts, act => Assert.Contains("Phước Hưng", act.Detail, StringComparison.Ordinal));
        Assert.Equal(Rain(3, 2, 40), await AnswersOfAsync(Home));
        Assert.Equal(ReturnState.Sent, (await ReturnOfAsync(Home)).State);
    }

    [Fact]
    public async Task The_change_is_the_village_s_and_it_is_kept_who_brought_it()
    {
        await RelayAsync(File(Typed(Own, 0, "rain.days", "3")));

        Assert.Equal((Officer.PersonId, Evening), (await ReceivedAsync()).Select(row => (row.RelayedBy, row.ActedAt)).Single());
        Assert.Null((await Stored().Devices.SingleAsync(Ct)).LastSeenAt);
        var entry = await Stored().Set<AuditEntry>().SingleAsync(entry => entry.Change == nameof(RecordReceived), Ct);
        var told = JsonSerializer.Deserialize<RecordReceived>(entry.Detail, Json.Compact)!;
        Assert.Equal((Head.PersonId!.Value.Value, Officer.PersonId!.Value.Value, Evening), (entry.PersonId, told.RelayedBy, told.ActedAt));
    }

    [Fact]
    public async Task What_the_installation_itself_takes_is_not_told_as_sent_by_the_telephone()
    {
        await RelayAsync(File(Typed(Own, 0, "rain.days", "3")), new Actor(1, null, Role.Administrator, Province));

        Assert.Equal(new PersonId(Guid.Empty), Assert.Single(await ReceivedAsync()).RelayedBy);
    }

    [Fact]
    public async Task The_village_does_not_act_in_the_stead_of_the_colleague_for_whom_the_officer_stands_in()
    {
        var absent = Guid.CreateVersion7();
        Db.ActingFor = absent;

        await RelayAsync(File(Typed(Own, 0, "rain.days", "3")));

        Assert.Equal(absent, Db.ActingFor);
        Assert.All(await Stored().Set<AuditEntry>().ToListAsync(Ct), entry => Assert.Null(entry.ActingForId));
    }

    [Fact]
    public async Task The_same_file_again_changes_nothing_and_gives_the_same_receipts()
    {
        var file = File(Typed(Own, 0, "rain.days", "3"), Finished(Own, 1));
        var first = await RelayAsync(file);
        Time.Pass(TimeSpan.FromHours(2));
        var before = await ReturnOfAsync(Home);

        var again = await RelayAsync(file + "\r\n");

        Assert.Equal((false, true), (first.Value.HadArrived, again.Value.HadArrived));
        Assert.Equal(first.Value.Acts.Select(act => act.Taken.Value), again.Value.Acts.Select(act => act.Taken.Value));
        Assert.Equal((before.Revision, 2), ((await ReturnOfAsync(Home)).Revision, (await ReceivedAsync()).Count));
    }

    [Fact]
    public async Task What_the_telephone_sent_itself_meanwhile_is_known_in_the_file()
    {
        var body = new CapturedBody(new Dictionary<string, CapturedValue> { ["rain.days"] = new("3", null) }, Done: false);
        var sent = await TakeCaptured.RunAsync(new CapturedAct("returns", Own.Value, 0, Evening, body, CanonicalJson.Sha256(body)), Telephone, 2, null, Head, Ct);

        var relayed = await RelayAsync(File(Typed(Own, 0, "rain.days", "3"), Typed(Own, 1, "rain.gauges", "2")));

        Assert.Equal([true, false], relayed.Value.Acts.Select(act => act.WasKnown));
        Assert.Equal(sent.Value, relayed.Value.Acts[0].Taken.Value);
        Assert.False(relayed.Value.HadArrived);
        Assert.Equal(Rain(3, 2), await AnswersOfAsync(Home));
    }

    [Fact]
    public async Task What_is_refused_keeps_back_what_followed_on_the_same_record_and_nothing_else()
    {
        var other = Given.Return(Given.Round("other", Form), Home);

        var relayed = await RelayAsync(File(Typed(Own, 0, "rain.days", "không rõ"), Typed(other, 1, "rain.days", "4"), Finished(Own, 2)));

        Assert.Equal([nameof(AnswersUnreadable), relayed.Value.Acts[1].Taken.Value.Code, nameof(EarlierActRefused)], Results(relayed));
        Assert.Equal(ReturnState.Entering, (await ReturnOfAsync(Home)).State);
        Assert.Equal(other.Value, Assert.Single(await ReceivedAsync()).RecordId);
    }

    [Fact]
    public async Task What_had_arrived_has_its_receipt_although_something_before_it_is_refused()
    {
        var arrived = await RelayAsync(File(Typed(Own, 1, "rain.gauges", "2")));

        var relayed = await RelayAsync(File(Typed(Own, 0, "rain.days", "không rõ"), Typed(Own, 1, "rain.gauges", "2")));

        Assert.Equal([nameof(ActOvertaken), .. Results(arrived)], Results(relayed));
    }

    [Fact]
    public async Task After_it_was_seen_to_the_same_file_brings_the_rest()
    {
        var officer = new MergeReturn(Db, Shelf, Clock, new SaveReturn(Db, Shelf, Clock));
        Assert.Null((await officer.RunAsync(Own, 0, new Dictionary<string, TypedCell> { ["rain.days"] = new(null, "5") }, Head, Ct)).Refusal);
        var file = File(Typed(Own, 0, "rain.days", "3"), Typed(Own, 1, "rain.gauges", "2"));
        var first = await RelayAsync(file);
        Assert.Null((await officer.RunAsync(Own, 1, new Dictionary<string, TypedCell> { ["rain.days"] = new("5", null) }, Head, Ct)).Refusal);

        var again = await RelayAsync(file);

        Assert.Equal([nameof(CellsInConflict), nameof(EarlierActRefused)], Results(first));
        Assert.All(again.Value.Acts, act => Assert.Null(act.Taken.Refusal));
        Assert.Equal(Rain(3, 2), await AnswersOfAsync(Home));
    }

    [Fact]
    public async Task What_others_typed_meanwhile_in_other_cells_stays_and_finishing_is_not_taken_for_them()
    {
        var officer = new MergeReturn(Db, Shelf, Clock, new SaveReturn(Db, Shelf, Clock));
        Assert.Null((await officer.RunAsync(Own, 0, new Dictionary<string, TypedCell> { ["rain.gauges"] = new(null, "9") }, Head, Ct)).Refusal);

        var typed = await RelayAsync(File(Typed(Own, 0, "rain.days", "3")));
        var finished = await RelayAsync(File(Finished(Own, 1)));

        Assert.Null(Assert.Single(typed.Value.Acts).Taken.Refusal);
        Assert.Equal([nameof(ReturnChangedMeanwhile)], Results(finished));
        Assert.Equal(Rain(3, 9), await AnswersOfAsync(Home));
    }

    [Fact]
    public async Task Who_heads_two_villages_acts_for_each()
    {
        var second = Village("Mai Đàn");
        Db.Add(new RoleGrant { Owner = 1, PersonId = Head.PersonId!.Value, Role = Role.VillageOfficer, PlaceId = second, ValidFrom = Given.Reform });
        await Db.SaveChangesAsync(Ct);
        var theirs = Given.Return(Round, second);

        var relayed = await RelayAsync(File(Typed(theirs, 0, "rain.days", "4"), Typed(Own, 1, "rain.days", "3")));

        Assert.All(relayed.Value.Acts, act => Assert.Null(act.Taken.Refusal));
        Assert.Equal((4, 3), ((await AnswersOfAsync(second))["rain.days"], (await AnswersOfAsync(Home))["rain.days"]));
    }

    [Fact]
    public async Task A_record_of_somebody_else_is_not_found_and_not_named()
    {
        var foreign = Given.Return(Round, Village("Diên Sanh"));

        var relayed = await RelayAsync(File(Typed(foreign, 0, "rain.days", "4")));

        Assert.Equal([nameof(ReturnNotFound)], Results(relayed));
        Assert.Null(Assert.Single(relayed.Value.Acts).Title);
    }

    [Fact]
    public async Task What_cannot_be_is_told_act_by_act()
    {
        var relayed = await RelayAsync(File(
            Act(Guid.NewGuid(), 0, new { values = new { }, done = false }, kind: "snow"),
            Act(Guid.NewGuid(), 60 * 48, new { values = new { }, done = false }),
            Act(Guid.NewGuid(), 1, new { answers = 1 }),
            Act(Guid.NewGuid(), 2, new { values = new { rain = (string?)null }, done = false }),
            Act(Guid.NewGuid(), 3, null)));

        Assert.Equal(
            [nameof(CaptureKindNotFound), nameof(ActedAtUnfit), nameof(RelayedFileUnreadable), nameof(RelayedFileUnreadable), nameof(RelayedFileUnreadable)], Results(relayed));
        Assert.Empty(await ReceivedAsync());
    }

    [Fact]
    public async Task A_file_without_anything_in_it_is_taken_and_nothing_had_arrived() =>
        Assert.Equal((0, false), await RelayAsync(File()) is var relayed ? (relayed.Value.Acts.Count, relayed.Value.HadArrived) : default);
}
