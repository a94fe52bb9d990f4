using System.Text.Json;
using HieuHoc.Access;
using HieuHoc.Access.Capture;
using HieuHoc.Platform;
using HieuHoc.Platform.Keys;
using HieuHoc.Returns;
using Microsoft.EntityFrameworkCore;
using Microsoft.Extensions.DependencyInjection;

namespace HieuHoc.Web.Tests.Api;

/// <summary>What a telephone fetches and sends that works without network.</summary>
public sealed class CaptureApiTests : DeviceTest
{
    [Fact]
    public async Task A_telephone_fetches_the_return_of_its_village_with_its_form_and_nothing_else()
    {
        var fetched = await FetchAsync();

        Assert.Equal(200, fetched.Status);
        Assert.Equal((Device, 0), (fetched.Body.GetProperty("device").GetGuid(), fetched.Body.GetProperty("received").GetInt32()));
        var kind = fetched.Body.GetProperty("kinds").EnumerateArray().Single();
        var record = Assert.Single(kind.GetProperty("records").EnumerateArray());
        var form = Assert.Single(kind.GetProperty("forms").EnumerateArray());
        Assert.Equal((Return.Value, true), (record.GetProperty("id").GetGuid(), record.GetProperty("isOpen").GetBoolean()));
        Assert.Contains("Phước Hưng", record.GetProperty("detail").GetString(), StringComparison.Ordinal);
        Assert.Equal(record.GetProperty("form").GetString(), form.GetProperty("id").GetString());
        Assert.Equal([Meetings, Present], form.GetProperty("fields").EnumerateObject().Select(field => field.Name));
        Assert.Equal("hard", Assert.Single(form.GetProperty("checks").EnumerateArray()).GetProperty("weight").GetString());
    }

    [Fact]
    public async Task What_was_typed_without_network_is_saved_with_both_times_and_a_receipt()
    {
        var version = RecordIn(await FetchAsync()).GetProperty("version").GetInt32();

        var answer = await SendAsync(Typed((Meetings, "11", null), (Present, "1.234", null)), $"{version}");

        Assert.Equal(200, answer.Status);
        var receipt = answer.Body.Deserialize<Receipt>(Json.Compact)!;
        Assert.True(Site.Services.GetRequiredService<Receipts>().Gave(receipt));
        Assert.Equal((Return.Value, version + 1), (receipt.Id, receipt.Version));
        Assert.Equal(CanonicalJson.Sha256(Typed((Meetings, "11", null), (Present, "1.234", null))), receipt.Sha256);
        Assert.Matches("^[A-HJ-NP-Z2-9]{4}-[A-HJ-NP-Z2-9]{4}$", receipt.Code);
        var after = await FetchAsync();
        Assert.Equal(("11", "1234"), (RecordIn(after).GetProperty("values").GetProperty(Meetings).GetString(), RecordIn(after).GetProperty("values").GetProperty(Present).GetString()));
        Assert.Equal(1, after.Body.GetProperty("received").GetInt32());
        await using var db = Engine.Open();
        var received = await db.ReceivedRecords.SingleAsync(Ct);
        Assert.Equal(
            (Return.Value, new DateTime(2026, 11, 20, 23, 15, 0, 123, DateTimeKind.Utc), Clock.Now.Instant, (PersonId?)null),
            (received.RecordId, received.ActedAt, received.ReceivedAt, received.RelayedBy));
    }

    [Fact]
    public async Task The_page_of_the_return_says_when_it_was_done_and_when_it_arrived()
    {
        await SendAsync(Typed((Meetings, "11", null)));

        var page = await PageAsync(Telephone, $"/returns/{Return.Value}");

        Assert.Contains("Nhập trên máy khi không có mạng", page.Main, StringComparison.Ordinal);
        Assert.Contains("nhập lúc 21/11/2026 06:15 theo đồng hồ của máy", page.Main, StringComparison.Ordinal);
    }

    [Fact]
    public async Task The_same_again_gets_the_same_receipt_and_changes_nothing_however_late()
    {
        var first = await SendAsync(Typed((Meetings, "11", null)));
        await SendAsync(Typed((Meetings, "12", "11")), actedAt: "2026-11-20T23:16:00Z");

        var again = await SendAsync(Typed((Meetings, "11", null)));

        Assert.Equal((200, first.Body.ToString()), (again.Status, again.Body.ToString()));
        Assert.Equal("12", RecordIn(await FetchAsync()).GetProperty("values").GetProperty(Meetings).GetString());
        await using var db = Engine.Open();
        Assert.Equal((2, 2), (await db.ReceivedRecords.CountAsync(Ct), await db.AuditEntries.CountAsync(entry => entry.Change == nameof(RecordReceived), Ct)));
    }

    [Fact]
    public async Task Ten_at_once_are_one()
    {
        var answers = await Task.WhenAll(Enumerable.Range(0, 10).Select(_ => SendAsync(Typed((Meetings, "11", null)))));

        Assert.All(answers, answer => Assert.Equal((200, answers[0].Body.ToString()), (answer.Status, answer.Body.ToString())));
        await using var db = Engine.Open();
        Assert.Equal((1, 1), (await db.ReceivedRecords.CountAsync(Ct), await db.AuditEntries.CountAsync(entry => entry.Change == nameof(RecordReceived), Ct)));
    }

    [Fact]
    public async Task Something_else_at_the_same_moment_is_no_repetition()
    {
        await SendAsync(Typed((Meetings, "11", null)));

        Assert.Equal((409, nameof(ActedOtherwise)), Problem(await SendAsync(Typed((Meetings, "12", null)))));
    }

    [Fact]
    public async Task A_stray_copy_of_what_was_given_up_changes_nothing()
    {
        var version = RecordIn(await FetchAsync()).GetProperty("version").GetInt32();
        await SaveAsync((Meetings, "9"));
        await SendAsync(Typed((Meetings, "11", null)), $"{version}");
        await SendAsync(Typed((Present, "300", null)), actedAt: "2026-11-20T23:16:00Z");
        await SaveAsync((Present, "300"));

        Assert.Equal((409, nameof(ActOvertaken)), Problem(await SendAsync(Typed((Meetings, "11", null)), $"{version}")));
        await using var db = Engine.Open();
        Assert.Single(await db.ReceivedRecords.ToListAsync(Ct));
    }

    [Fact]
    public async Task A_telephone_asks_for_all_its_receipts()
    {
        var first = await SendAsync(Typed((Meetings, "11", null)));
        var second = await SendAsync(Typed((Meetings, "12", "11")), actedAt: "2026-11-20T23:16:00Z");

        var told = await FetchAsync(path: "receipts");

        Assert.Equal(
            [first.Body.GetProperty("code").GetString(), second.Body.GetProperty("code").GetString()],
            told.Body.EnumerateArray().Select(one => one.GetProperty("receipt").GetProperty("code").GetString()));
    }

    [Fact]
    public async Task The_same_value_typed_again_later_is_not_taken_for_the_first_time()
    {
        await SendAsync(Typed((Meetings, "11", null)));
        await SendAsync(Typed((Meetings, "12", "11")), actedAt: "2026-11-20T23:16:00Z");

        await SendAsync(Typed((Meetings, "11", "12")), actedAt: "2026-11-20T23:17:00Z");

        Assert.Equal("11", RecordIn(await FetchAsync()).GetProperty("values").GetProperty(Meetings).GetString());
    }

    [Fact]
    public async Task Other_cells_that_the_commune_typed_meanwhile_stay()
    {
        var version = RecordIn(await FetchAsync()).GetProperty("version").GetInt32();
        await SaveAsync((Present, "300"));

        var answer = await SendAsync(Typed((Meetings, "11", null)), $"{version}");

        Assert.Equal(200, answer.Status);
        var values = RecordIn(await FetchAsync()).GetProperty("values");
        Assert.Equal(("11", "300"), (values.GetProperty(Meetings).GetString(), values.GetProperty(Present).GetString()));
    }

    [Fact]
    public async Task The_same_cell_typed_by_both_is_a_conflict_that_shows_both_and_saves_nothing()
    {
        var version = RecordIn(await FetchAsync()).GetProperty("version").GetInt32();
        await SaveAsync((Meetings, "9"));

        var answer = await SendAsync(Typed((Meetings, "11", null)), $"{version}");

        Assert.Equal(409, answer.Status);
        Assert.Equal("11", answer.Body.GetProperty("yours").GetProperty("values").GetProperty(Meetings).GetProperty("value").GetString());
        var current = answer.Body.GetProperty("current");
        Assert.Equal(("9", version + 1), (current.GetProperty("values").GetProperty(Meetings).GetString(), current.GetProperty("version").GetInt32()));
        await using var db = Engine.Open();
        Assert.Empty(await db.ReceivedRecords.ToListAsync(Ct));
    }

    [Fact]
    public async Task Finished_it_is_sent_to_the_commune_and_open_no_longer()
    {
        await SendAsync(Typed((Meetings, "11", null), (Present, "300", null)));

        var answer = await SendAsync(Done, actedAt: "2026-11-20T23:16:00Z");
        var again = await SendAsync(Done, actedAt: "2026-11-20T23:16:00Z");

        Assert.Equal((200, answer.Body.ToString()), (again.Status, again.Body.ToString()));
        Assert.False(RecordIn(await FetchAsync()).GetProperty("isOpen").GetBoolean());
        await using var db = Engine.Open();
        Assert.Equal(ReturnState.Sent, (await db.Returns.SingleAsync(@return => @return.Id == Return, Ct)).State);
    }

    [Fact]
    public async Task Finished_with_what_does_not_add_up_is_refused_with_its_sentence_and_the_rest_stays_saved()
    {
        await SendAsync(Typed((Meetings, "11", null), (Present, "3", null)));

        var answer = await SendAsync(Done, actedAt: "2026-11-20T23:16:00Z");

        Assert.Equal(nameof(ReturnHasHardFindings), Problem(answer).Type);
        Assert.True(answer.Status is >= 400 and < 500);
        var record = RecordIn(await FetchAsync());
        Assert.Equal((true, "3"), (record.GetProperty("isOpen").GetBoolean(), record.GetProperty("values").GetProperty(Present).GetString()));
    }

    [Fact]
    public async Task Given_back_it_says_why_and_for_which_cells()
    {
        await SendAsync(Typed((Meetings, "11", null), (Present, "300", null)));
        await SendAsync(Done, actedAt: "2026-11-20T23:16:00Z");
        await AskToMendAsync("Thiếu buổi tháng 10");

        var record = RecordIn(await FetchAsync());

        Assert.Equal((true, "Thiếu buổi tháng 10"), (record.GetProperty("isOpen").GetBoolean(), record.GetProperty("returned").GetString()));
    }

    [Theory]
    [InlineData("*", "")]
    [InlineData("*", "hom qua")]
    [InlineData("*", "2026-11-23T09:00:00Z")]
    [InlineData("*", "1970-01-01T00:00:00Z")]
    public async Task A_time_of_acting_that_cannot_be_is_told(string from, string actedAt) =>
        Assert.Equal((400, nameof(ActedAtUnfit)), Problem(await SendAsync(Typed((Meetings, "11", null)), from, actedAt)));

    [Theory]
    [InlineData("")]
    [InlineData("moi")]
    public async Task A_version_that_is_not_named_is_told(string from) =>
        Assert.Equal((400, "VersionNotNamed"), Problem(await SendAsync(Typed((Meetings, "11", null)), from)));

    [Fact]
    public async Task What_is_not_asked_not_theirs_or_not_known_is_told_and_changes_nothing()
    {
        Assert.Equal((400, nameof(AnswerNotAsked)), Problem(await SendAsync(Typed(("family.total", "1", null)))));
        Assert.Equal((404, nameof(ReturnNotFound)), Problem(await SendAsync(Typed((Meetings, "1", null)), id: (await ReturnOfAsync(HaiLang)).Id.Value)));
        Assert.Equal((404, nameof(CaptureKindNotFound)), Problem(await SendAsync(Typed((Meetings, "1", null)), kind: "snow")));
        Assert.Equal((400, "RequestUnreadable"), Problem(await SendAsync(new { answers = 1 })));
        Assert.Equal((400, nameof(AnswersUnreadable)), Problem(await SendAsync(Typed((Meetings, "không có", null)))));
        await using var db = Engine.Open();
        Assert.Empty(await db.ReceivedRecords.ToListAsync(Ct));
    }

    [Fact]
    public async Task Another_device_or_none_is_refused_and_a_password_opens_nothing()
    {
        var officer = await AsAsync(Role.CommuneOfficer);

        Assert.Equal((403, nameof(NotOnThisDevice)), Problem(await FetchAsync(device: Guid.NewGuid())));
        Assert.Equal((403, nameof(NotOnThisDevice)), Problem(await SendAsync(Typed((Meetings, "1", null)), device: Guid.Empty)));
        Assert.Equal((403, nameof(NotOnThisDevice)), Problem(await FetchAsync(by: officer)));
    }

    [Fact]
    public async Task When_the_session_has_ended_the_PIN_is_asked_again()
    {
        Time.MoveTo(Time.GetUtcNow() + TimeSpan.FromHours(9));

        Assert.Equal((401, "SessionMissing"), Problem(await FetchAsync()));
    }

    [Fact]
    public async Task A_lost_telephone_is_revoked_at_the_commune_and_told_so_at_its_next_call()
    {
        var commune = await AsAsync(Role.CommuneOfficer);
        await PressAsync(commune, await PageAsync(commune, "/devices"), "Hủy ghi danh");

        Assert.Equal((410, nameof(DeviceRevoked)), Problem(await FetchAsync()));
        Assert.Equal((410, nameof(DeviceRevoked)), Problem(await SendAsync(Typed((Meetings, "1", null)))));
    }

    [Fact]
    public async Task The_commune_sees_when_a_telephone_was_last_here_and_how_much_it_had_not_sent()
    {
        await FetchAsync(unsent: 3);

        var page = await PageAsync(await AsAsync(Role.CommuneOfficer), "/devices");

        Assert.Contains("thấy lần cuối 21/11/2026 09:00, còn 3 lần nhập chưa gửi", page.Main, StringComparison.Ordinal);
    }

    /// <summary>The commune types a cell of the village's return.</summary>
    private async Task SaveAsync(params (string Cell, string Value)[] cells)
    {
        await using var db = Engine.Open();
        var @return = await db.Returns.AsNoTracking().SingleAsync(@return => @return.Id == Return, Ct);
        var officer = await ActorAsync(db);
        var typed = cells.ToDictionary(cell => cell.Cell, cell => (string?)cell.Value);
        Assert.Null((await new SaveReturn(db, Shelf, Clock).RunAsync(Return, @return.Revision, typed, officer, Ct)).Refusal);
    }

    private async Task AskToMendAsync(string reason)
    {
        await using var db = Engine.Open();
        var @return = await db.Returns.AsNoTracking().SingleAsync(@return => @return.Id == Return, Ct);
        Assert.Null((await new TakeReturnStep(db, Shelf, Clock).RunAsync(Return, @return.Revision, ReturnStep.AskToMend, reason, await ActorAsync(db), Ct)).Refusal);
    }

    private static async Task<Actor> ActorAsync(HieuHocDb db)
    {
        var person = PersonIn(Role.CommuneOfficer).UserName;
        var people = db.People;
        var grant = await db.RoleGrants.SingleAsync(grant => people.Any(row => row.Id == grant.PersonId && row.UserName == person), Ct);

        return new Actor(grant.Owner, grant.PersonId, grant.Role, grant.PlaceId);
    }
}
