using HieuHoc.Access;
using HieuHoc.Platform;
using HieuHoc.Returns;
using HieuHoc.Returns.Narrative;
using HieuHoc.Testing;
using Microsoft.EntityFrameworkCore;

namespace HieuHoc.Tests.Returns;

public sealed class ReplyToDifficultyTests : NarrativeTest
{
    private DifficultyId difficulty;

    public override async ValueTask InitializeAsync()
    {
        await base.InitializeAsync();
        difficulty = (await ListAsync(0, "difficulties", ("Thiếu kinh phí", null)))[0];
    }

    [Theory]
    [InlineData(DifficultyReply.Answered)]
    [InlineData(DifficultyReply.Forwarded)]
    public async Task The_standing_agency_replies_to_what_was_sent(DifficultyReply reply)
    {
        await SendAsync();

        var outcome = await ReplyAsync(0, reply, " Sẽ bố trí năm 2027. ", Agency);

        Assert.Null(outcome.Refusal);
        var item = await Stored().Difficulties.SingleAsync(Ct);
        Assert.Equal((reply, "Sẽ bố trí năm 2027.", Clock.Now.Instant, Agency.PersonId, 1), (item.Reply, item.Answer, item.AnsweredAt, item.AnsweredBy, item.Revision));
        Assert.Equal(1, await Stored().AuditEntries.CountAsync(entry => entry.Change == nameof(DifficultyReplied), Ct));
    }

    [Fact]
    public async Task The_same_request_again_changes_nothing()
    {
        await SendAsync();
        await ReplyAsync(0, DifficultyReply.Answered, "Đồng ý", Agency);

        var again = await ReplyAsync(0, DifficultyReply.Answered, "Đồng ý", Agency);

        Assert.Equal((null, 1), (again.Refusal, again.Value.Revision));
        Assert.Equal(1, await Stored().AuditEntries.CountAsync(entry => entry.Change == nameof(DifficultyReplied), Ct));
    }

    [Fact]
    public async Task What_was_forwarded_may_still_be_answered_and_what_was_answered_stays()
    {
        await SendAsync();
        await ReplyAsync(0, DifficultyReply.Forwarded, "Đã chuyển UBND tỉnh", Agency);

        var forwarded = await ReplyAsync(1, DifficultyReply.Forwarded, "Lần nữa", Agency);
        var answered = await ReplyAsync(1, DifficultyReply.Answered, "UBND tỉnh đồng ý", Agency);
        var late = await ReplyAsync(2, DifficultyReply.Forwarded, "Khác", Agency);

        Assert.Equal(
            (new DifficultyRepliedAlready(DifficultyReply.Forwarded), null, new DifficultyRepliedAlready(DifficultyReply.Answered)),
            (forwarded.Refusal, answered.Refusal, late.Refusal));
        Assert.Equal("UBND tỉnh đồng ý", (await Stored().Difficulties.SingleAsync(Ct)).Answer);
    }

    [Fact]
    public async Task Whoever_replies_from_an_older_page_is_told_so()
    {
        await SendAsync();
        await ReplyAsync(0, DifficultyReply.Forwarded, "Đã chuyển", Agency);

        Assert.Equal(new DifficultyChangedMeanwhile(), (await ReplyAsync(0, DifficultyReply.Answered, "Đồng ý", Agency)).Refusal);
    }

    [Fact]
    public async Task Of_two_that_reply_at_once_one_is_told_so()
    {
        await SendAsync();
        var (first, second) = (Stored(), Stored());
        await second.Difficulties.LoadAsync(Ct);

        var answered = await new ReplyToDifficulty(first, Clock).RunAsync(difficulty, new SaidToDifficulty(0, DifficultyReply.Answered, "Một"), Agency, Ct);
        var late = await new ReplyToDifficulty(second, Clock).RunAsync(difficulty, new SaidToDifficulty(0, DifficultyReply.Answered, "Hai"), Agency, Ct);

        Assert.Equal((null, new DifficultyChangedMeanwhile()), (answered.Refusal, late.Refusal));
    }

    [Fact]
    public async Task An_answer_says_something_and_has_its_length()
    {
        await SendAsync();

        Assert.Equal(new AnswerMissing(), (await ReplyAsync(0, DifficultyReply.Answered, " \0", Agency)).Refusal);
        Assert.Equal(new AnswerTooLong(5_000), (await ReplyAsync(0, DifficultyReply.Answered, new string('x', 5_001), Agency)).Refusal);
        Assert.Null((await ReplyAsync(0, DifficultyReply.Answered, new string('x', 5_000), Agency)).Refusal);
    }

    [Fact]
    public async Task What_is_not_sent_is_not_there_yet()
    {
        Assert.Equal(new DifficultyNotFound(), (await ReplyAsync(0, DifficultyReply.Answered, "x", Agency)).Refusal);
        Assert.Empty(await VisibleAsync(Agency));
    }

    [Fact]
    public async Task The_sender_sees_its_own_and_replies_to_none()
    {
        await SendAsync();

        Assert.Equal(new DifficultyNotYoursToAnswer(), (await ReplyAsync(0, DifficultyReply.Answered, "x", Officer)).Refusal);
        Assert.Equal([difficulty], await VisibleAsync(Officer));
        Assert.Empty(await VisibleAsync(Officer with { PlaceId = Given.Place("Vĩnh Định", under: Province) }));
    }

    [Fact]
    public async Task The_standing_agency_of_another_programme_sees_it_not()
    {
        var other = Given.Round("2026-ct", FormPack, programme: "hoc-tap", outlinePackId: Round.OutlinePackId);
        var id = Given.Return(other, Commune, answers: Given.Answers());
        var own = new DifficultyId(Guid.CreateVersion7());
        await UseCase(Stored()).RunAsync(id, 0, "difficulties", new TypedSection(null, [new TypedItem(own, "x", null)]), Officer, Ct);
        await using (var db = Engine.Open())
        {
            await db.Returns.Where(@return => @return.Id == id).ExecuteUpdateAsync(set => set.SetProperty(@return => @return.State, ReturnState.Sent), Ct);
        }

        Assert.Equal([own], await VisibleAsync(Agency with { Programme = "hoc-tap" }));
        Assert.Empty(await VisibleAsync(Agency with { Programme = "khac" }));
    }

    [Fact]
    public async Task What_the_mended_version_says_no_longer_is_gone_once_that_is_sent()
    {
        await MendAsync();
        await ItemsAsync(1, "difficulties", []);
        Assert.Equal([difficulty], await VisibleAsync(Agency));

        await SendAsync();

        Assert.Empty(await VisibleAsync(Agency));
        Assert.Equal(1, await Stored().Difficulties.CountAsync(Ct));
    }

    private Task<Outcome<Difficulty>> ReplyAsync(int startedFrom, DifficultyReply reply, string answer, Actor who) =>
        new ReplyToDifficulty(Stored(), Clock).RunAsync(difficulty, new SaidToDifficulty(startedFrom, reply, answer), who, Ct);

    private Task<List<DifficultyId>> VisibleAsync(Actor who) => Stored().DifficultiesVisibleTo(who).Select(item => item.Id).ToListAsync(Ct);
}
