using HieuHoc.Access;
using HieuHoc.Places;
using HieuHoc.Platform;
using HieuHoc.Programmes;
using HieuHoc.Programmes.Difficulties;
using HieuHoc.Programmes.Plans;
using HieuHoc.Programmes.Tasks;
using HieuHoc.Returns;
using HieuHoc.Returns.Narrative;
using HieuHoc.Testing;
using HieuHoc.Tests.Returns;
using Microsoft.EntityFrameworkCore;

namespace HieuHoc.Tests.Programmes.Difficulties;

/// <summary>What is raised outside a return, and its way to an answer.</summary>
public sealed class RaiseDifficultyTests : ReturnsTest
{
    private Actor culture = null!;
    private Actor standing = null!;
    private Actor provinceLeader = null!;
    private TaskId task;

    private RaiseDifficulty Raise => new(Db, new JudgeTargets(Db, Shelf, new ReadIndicators(Db, Shelf), new PlanShelf()), Clock);

    public override async ValueTask InitializeAsync()
    {
        await base.InitializeAsync();
        var agency = Given.Agency(Province, "Sở Văn hóa, Thể thao và Du lịch");
        culture = Given.Person(Role.AgencyOfficer, Province) with { AgencyId = agency };
        standing = Given.Person(Role.StandingAgency, Province);
        provinceLeader = Given.Person(Role.Leader, Province);
        task = Given.Task(agency);
    }

    [Fact]
    public async Task A_commune_raises_what_stands_in_its_way()
    {
        var id = await RaisedAsync(General with { Text = " Thiếu sách \0" }, Officer);

        var item = await StoredAsync(id);
        Assert.Equal((null, Commune, "Thiếu sách", DifficultySubject.General, 1, Clock.Now.Instant), (item.ReturnId, item.SubjectId, item.Text, item.About, item.Number, item.RaisedAt));
        Assert.Equal(1, await ToldAsync(nameof(DifficultyRaised)));
    }

    [Fact]
    public async Task An_agency_raises_it_of_its_task_in_the_words_of_the_task()
    {
        var item = await StoredAsync(await RaisedAsync(General with { About = DifficultySubject.Task, Record = $"{task.Value}" }, culture));

        Assert.Equal((culture.AgencyId, $"{task.Value}", true), (item.SubjectId, item.AboutRecord, item.AboutWords.Length > 0));
    }

    [Fact]
    public async Task It_may_be_about_a_target_of_the_programme()
    {
        var target = Given.Programme(await Stored().PlaceCodes.Where(code => code.PlaceId == Province).Select(code => code.Code).SingleAsync(Ct)).Targets[0];

        var item = await StoredAsync(await RaisedAsync(General with { About = DifficultySubject.Target, Record = target.Code }, Officer));

        Assert.Equal((target.Code, target.Title.Vi), (item.AboutRecord, item.AboutWords));
    }

    [Fact]
    public async Task A_proposal_names_who_should_act_and_a_difficulty_nobody()
    {
        var proposal = await StoredAsync(await RaisedAsync(General with { Kind = DifficultyKind.Proposal, Addressee = "Sở Tài chính" }, Officer));
        var difficulty = await StoredAsync(await RaisedAsync(General with { Addressee = "Sở Tài chính" }, Officer));

        Assert.Equal(("Sở Tài chính", 1, "", 2), (proposal.Addressee, proposal.Number, difficulty.Addressee, difficulty.Number));
    }

    [Fact]
    public async Task The_same_request_again_changes_nothing_and_another_under_its_id_is_refused()
    {
        var id = NewId();

        Assert.Null((await Raise.RunAsync(id, General, Officer, Ct)).Refusal);
        Assert.Null((await Raise.RunAsync(id, General, Officer, Ct)).Refusal);
        Assert.IsType<DifficultyDiffers>((await Raise.RunAsync(id, General with { Text = "Khác" }, Officer, Ct)).Refusal);
        Assert.IsType<DifficultyDiffers>((await Raise.RunAsync(id, General, culture, Ct)).Refusal);

        Assert.Equal((1, 1), (await Stored().Difficulties.CountAsync(Ct), await ToldAsync(nameof(DifficultyRaised))));
    }

    public static TheoryData<string> Unfit => ["empty", "long", "addressee", "task", "no task", "target"];

    [Theory]
    [MemberData(nameof(Unfit))]
    public async Task What_cannot_be_is_refused_and_nothing_is_kept(string what)
    {
        (StatedDifficulty Stated, Refusal Refusal) given = what switch
        {
            "empty" => (General with { Text = " \0" }, new DifficultyTextMissing()),
            "long" => (General with { Text = new string('a', SaveReportSection.LongestItem + 1) }, new DifficultyTooLong(SaveReportSection.LongestItem)),
            "addressee" => (General with { Kind = DifficultyKind.Proposal, Addressee = new string('a', SaveReportSection.LongestAddressee + 1) }, new DifficultyTooLong(SaveReportSection.LongestAddressee)),
            // The task is the department's, and no commune has a part in it.
            "task" => (General with { About = DifficultySubject.Task, Record = $"{task.Value}" }, new DifficultyTaskUnknown()),
            "no task" => (General with { About = DifficultySubject.Task, Record = "x" }, new DifficultyTaskUnknown()),
            _ => (General with { About = DifficultySubject.Target, Record = "không có" }, new DifficultyTargetUnknown()),
        };

        Assert.Equal(given.Refusal, (await Raise.RunAsync(NewId(), given.Stated, Officer, Ct)).Refusal);

        Assert.Equal(0, await Stored().Difficulties.CountAsync(Ct));
    }

    [Theory]
    [InlineData(Role.StandingAgency)]
    [InlineData(Role.Leader)]
    [InlineData(Role.Auditor)]
    [InlineData(Role.Clerk)]
    [InlineData(Role.VillageOfficer)]
    [InlineData(Role.Administrator)]
    public async Task Who_answers_or_looks_on_raises_nothing(Role role) =>
        Assert.IsType<DifficultiesNotYoursToRaise>((await Raise.RunAsync(NewId(), General, Given.Person(role, Province), Ct)).Refusal);

    [Fact]
    public async Task It_is_seen_by_its_own_people_and_by_who_stands_above_and_nobody_beside()
    {
        var (ofCommune, ofAgency) = (await RaisedAsync(General, Officer), await RaisedAsync(General, culture));
        var other = Given.Person(Role.AgencyOfficer, Province) with { AgencyId = Given.Agency(Province, "Sở Y tế") };

        Assert.Equal([ofCommune, ofAgency], await SeenAsync(standing));
        Assert.Equal([ofCommune, ofAgency], await SeenAsync(provinceLeader));
        Assert.Equal([ofCommune], await SeenAsync(Officer));
        Assert.Equal([ofCommune], await SeenAsync(Leader));
        Assert.Equal([ofAgency], await SeenAsync(culture));
        Assert.Empty(await SeenAsync(other));
        Assert.Empty(await SeenAsync(Officer with { PlaceId = Given.Place("Vĩnh Định", under: Province) }));
        Assert.Empty(await SeenAsync(Given.Person(Role.VillageOfficer, Commune)));
        Assert.Empty(await SeenAsync(standing with { Owner = 2 }));
    }

    [Fact]
    public async Task It_goes_from_the_commune_to_the_standing_agency_to_the_committee_and_back_and_is_put_away()
    {
        var id = await RaisedAsync(General, Officer);
        var raised = Clock.Now.Instant;

        Assert.Null(await ReplyAsync(id, new SaidToDifficulty(0, DifficultyReply.Forwarded, "Vượt thẩm quyền", DifficultyForward.SteeringCommittee), standing));
        Time.Pass(TimeSpan.FromDays(2));
        Assert.Null(await ReplyAsync(id, new SaidToDifficulty(1, DifficultyReply.Answered, "Ban Chỉ đạo đồng ý"), provinceLeader));
        Time.Pass(TimeSpan.FromDays(1));
        Assert.Null(await CloseAsync(id, 2, Officer));

        var item = await StoredAsync(id);
        Assert.Equal((DifficultyForward.SteeringCommittee, "Vượt thẩm quyền", raised), (item.ForwardedTo, item.ForwardRemark, item.ForwardedAt));
        Assert.Equal((DifficultyReply.Answered, "Ban Chỉ đạo đồng ý", raised.AddDays(2)), (item.Reply, item.Answer, item.AnsweredAt));
        Assert.Equal((raised.AddDays(3), Officer.PersonId, 3), (item.ClosedAt, item.ClosedBy, item.Revision));
        Assert.Equal((2, 1), (await ToldAsync(nameof(DifficultyReplied)), await ToldAsync(nameof(DifficultyClosed))));
    }

    [Fact]
    public async Task Leaders_of_the_province_answer_what_was_passed_on_alone_and_pass_nothing_on()
    {
        var id = await RaisedAsync(General, Officer);

        Assert.IsType<DifficultyNotYoursToAnswer>(await ReplyAsync(id, new SaidToDifficulty(0, DifficultyReply.Answered, "x"), provinceLeader));
        Assert.IsType<DifficultyNotYoursToAnswer>(await ReplyAsync(id, new SaidToDifficulty(0, DifficultyReply.Forwarded, "x"), provinceLeader));
        Assert.Null(await ReplyAsync(id, new SaidToDifficulty(0, DifficultyReply.Forwarded, "x"), standing));
        Assert.IsType<DifficultyNotYoursToAnswer>(await ReplyAsync(id, new SaidToDifficulty(1, DifficultyReply.Answered, "x"), Given.Person(Role.Leader, Commune)));
        Assert.IsType<DifficultyNotYoursToAnswer>(await ReplyAsync(id, new SaidToDifficulty(1, DifficultyReply.Answered, "x"), Officer));
        Assert.Null(await ReplyAsync(id, new SaidToDifficulty(1, DifficultyReply.Answered, "x"), standing));
    }

    [Fact]
    public async Task Only_what_is_answered_is_put_away_once_and_by_who_raised_it_or_the_standing_agency()
    {
        var id = await RaisedAsync(General, Officer);

        Assert.IsType<DifficultyNotAnswered>(await CloseAsync(id, 0, Officer));
        await ReplyAsync(id, new SaidToDifficulty(0, DifficultyReply.Answered, "Được"), standing);
        Assert.IsType<DifficultyNotYoursToClose>(await CloseAsync(id, 1, provinceLeader));
        Assert.IsType<DifficultyNotFound>(await CloseAsync(id, 1, culture));
        Assert.IsType<DifficultyChangedMeanwhile>(await CloseAsync(id, 0, Officer));
        Assert.Null(await CloseAsync(id, 1, standing));
        Assert.Null(await CloseAsync(id, 1, standing));
        Assert.IsType<DifficultyClosedAlready>(await CloseAsync(id, 2, Officer));

        Assert.Equal(1, await ToldAsync(nameof(DifficultyClosed)));
    }

    private static StatedDifficulty General => new(DifficultyKind.Difficulty, "Thiếu sách", DifficultySubject.General, null, null);

    private static DifficultyId NewId() => new(Guid.CreateVersion7());

    private async Task<DifficultyId> RaisedAsync(StatedDifficulty stated, Actor by)
    {
        var outcome = await Raise.RunAsync(NewId(), stated, by, Ct);
        Assert.Null(outcome.Refusal);

        return outcome.Value.Id;
    }

    private async Task<Refusal?> ReplyAsync(DifficultyId id, SaidToDifficulty said, Actor by) => (await new ReplyToDifficulty(Stored(), Clock).RunAsync(id, said, by, Ct)).Refusal;

    private async Task<Refusal?> CloseAsync(DifficultyId id, int startedFrom, Actor by) => (await new CloseDifficulty(Stored(), Clock).RunAsync(id, startedFrom, by, Ct)).Refusal;

    private Task<Difficulty> StoredAsync(DifficultyId id) => Stored().Difficulties.SingleAsync(item => item.Id == id, Ct);

    private Task<int> ToldAsync(string change) => Stored().AuditEntries.CountAsync(entry => entry.Change == change, Ct);

    private async Task<IEnumerable<DifficultyId>> SeenAsync(Actor actor)
    {
        var seen = await Stored().DifficultiesVisibleTo(actor).Select(item => item.Id).ToListAsync(Ct);

        return seen.OrderBy(id => id.Value);
    }
}
