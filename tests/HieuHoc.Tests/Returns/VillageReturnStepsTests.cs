using HieuHoc.Access;
using HieuHoc.Returns;
using HieuHoc.Testing;
using Microsoft.EntityFrameworkCore;

namespace HieuHoc.Tests.Returns;

public sealed class VillageReturnStepsTests : VillageReturnsTest
{
    private int village;
    private ReturnId own;
    private Actor head = null!;

    private SaveReturn SaveReturn => new(Db, Shelf, Clock);

    public override async ValueTask InitializeAsync()
    {
        await base.InitializeAsync();
        village = Village("Mai Đàn");
        head = Given.Person(Role.VillageOfficer, village);
        own = Given.Return(Round, village);
    }

    [Fact]
    public async Task The_head_types_and_sends_what_the_village_owes_and_the_commune_confirms_it()
    {
        Assert.Null((await SaveReturn.RunAsync(own, 0, Given.Typed(Rain(days: 3)), head, Ct)).Refusal);

        Assert.Null((await TakeReturnStep.RunAsync(own, 1, ReturnStep.Send, null, head, Ct)).Refusal);
        Assert.Null(await RollUpOfAsync("rain.days"));
        Assert.Null((await TakeReturnStep.RunAsync(own, 2, ReturnStep.Confirm, null, Officer, Ct)).Refusal);

        Assert.Equal((3, 1), await RollUpOfAsync("rain.days"));
        Assert.Equal(Clock.Now.Instant, (await ReturnOfAsync(village)).SentAt);
        Assert.Equal([head.PersonId, Officer.PersonId], await TakersAsync());
    }

    [Fact]
    public async Task Where_the_form_has_a_step_for_it_the_commune_receives_before_it_confirms()
    {
        var form = Given.VillageForm("rain.days") with { Id = "received", Steps = [ReturnStep.Send, ReturnStep.Recall, ReturnStep.Receive, ReturnStep.Confirm] };
        var id = Given.Return(Given.Round("received", Given.Pack(form)), village, ReturnState.Sent, Rain(days: 3));

        Assert.Equal(new ReturnStepNotPossible(ReturnState.Sent, ReturnStep.Confirm), (await TakeReturnStep.RunAsync(id, 0, ReturnStep.Confirm, null, Officer, Ct)).Refusal);
        Assert.Null((await TakeReturnStep.RunAsync(id, 0, ReturnStep.Receive, null, Officer, Ct)).Refusal);
        Assert.Equal(new ReturnStepNotPossible(ReturnState.Checking, ReturnStep.Recall), (await TakeReturnStep.RunAsync(id, 1, ReturnStep.Recall, null, head, Ct)).Refusal);
        Assert.Null((await TakeReturnStep.RunAsync(id, 1, ReturnStep.Confirm, null, Officer, Ct)).Refusal);
    }

    [Fact]
    public async Task What_the_commune_asks_to_mend_the_head_mends_and_sends_again()
    {
        var id = Given.Return(Given.Round("again", Form), village, ReturnState.Sent, Rain(days: 300));

        Assert.Null((await TakeReturnStep.RunAsync(id, 0, ReturnStep.AskToMend, "Nhiều ngày quá", Officer, Ct)).Refusal);
        Assert.Null((await SaveReturn.RunAsync(id, 1, Given.Typed(Rain(days: 30)), head, Ct)).Refusal);
        Assert.Null((await TakeReturnStep.RunAsync(id, 2, ReturnStep.Send, null, head, Ct)).Refusal);

        var @return = await Stored().Returns.SingleAsync(row => row.Id == id, Ct);
        Assert.Equal((ReturnState.Sent, 2), (@return.State, @return.CurrentVersion));
    }

    [Fact]
    public async Task Nothing_empty_and_nothing_that_a_hard_check_refuses_is_sent()
    {
        var check = new FormCheck { Code = "few", Rule = "rain.days <= 5", Weight = FindingWeight.Hard, Sentence = Given.Words("Nhiều quá"), Cells = ["rain.days"] };
        var strict = Given.Round("strict", Given.Pack(Given.VillageForm("rain.days") with { Id = "strict", Checks = [check] }));
        var id = Given.Return(strict, village, answers: Rain(days: 6));

        Assert.Equal(new ReturnEmpty(), (await TakeReturnStep.RunAsync(own, 0, ReturnStep.Send, null, head, Ct)).Refusal);
        Assert.Equal(new ReturnHasHardFindings(1), (await TakeReturnStep.RunAsync(id, 0, ReturnStep.Send, null, head, Ct)).Refusal);
    }

    [Theory]
    [InlineData(ReturnStep.Confirm, ReturnState.Sent)]
    [InlineData(ReturnStep.AskToMend, ReturnState.Sent)]
    [InlineData(ReturnStep.OnBehalf, ReturnState.Entering)]
    public async Task The_head_takes_no_step_of_the_commune_s(ReturnStep step, ReturnState state)
    {
        var id = Given.Return(Given.Round("other", Form), village, state, Rain(days: 3));

        Assert.Equal(new ReturnStepNotYours(step), (await TakeReturnStep.RunAsync(id, 0, step, "x", head, Ct)).Refusal);
    }

    [Fact]
    public async Task The_commune_s_leader_and_the_standing_agency_read_and_neither_type_nor_confirm()
    {
        var leader = Given.Person(Role.CommuneLeader, HaiLang);
        var sent = Given.Return(Given.Round("sent", Form), village, ReturnState.Sent, Rain(days: 3));

        foreach (var actor in new[] { leader, Agency })
        {
            Assert.True(await Stored().ReturnsVisibleTo(actor).AnyAsync(@return => @return.Id == own, Ct));
            Assert.Equal(new ReturnNotYoursToFill(), (await SaveReturn.RunAsync(own, 0, Given.Typed(Rain(days: 3)), actor, Ct)).Refusal);
            Assert.Equal(new ReturnStepNotYours(ReturnStep.Confirm), (await TakeReturnStep.RunAsync(sent, 0, ReturnStep.Confirm, null, actor, Ct)).Refusal);
        }
    }

    [Fact]
    public async Task To_the_head_of_another_village_of_the_commune_it_does_not_exist()
    {
        var other = Given.Person(Role.VillageOfficer, Village("Câu Nhi"));

        Assert.Empty(await Stored().ReturnsVisibleTo(other).ToListAsync(Ct));
        Assert.Equal(new ReturnNotFound(), (await SaveReturn.RunAsync(own, 0, Given.Typed(Rain(days: 3)), other, Ct)).Refusal);
        Assert.Equal(new ReturnNotFound(), (await TakeReturnStep.RunAsync(own, 0, ReturnStep.Send, null, other, Ct)).Refusal);
    }

    [Fact]
    public async Task The_commune_s_own_return_does_not_exist_for_a_head()
    {
        Given.Pack(Given.Elements("rain.commune") with { Id = "commune" });
        var asked = Given.Round("commune", Given.Pack(Given.Form("rain.commune") with { Id = "commune" }));
        var id = Given.Return(asked, HaiLang);

        Assert.Equal([own], await Stored().ReturnsVisibleTo(head).Select(@return => @return.Id).ToListAsync(Ct));
        Assert.Equal(new ReturnNotFound(), (await SaveReturn.RunAsync(id, 0, Given.Typed(new Dictionary<string, long> { ["rain.commune"] = 1 }), head, Ct)).Refusal);
        Assert.Equal(new ReturnNotFound(), (await TakeReturnStep.RunAsync(id, 0, ReturnStep.Submit, null, head, Ct)).Refusal);
    }

    [Fact]
    public async Task A_neighbour_s_village_owes_a_return_that_does_not_exist_for_the_officer()
    {
        var id = Given.Return(Round, Village("Phú Kinh", under: VinhDinh));

        Assert.Equal(new ReturnNotFound(), (await SaveReturn.RunAsync(id, 0, Given.Typed(Rain(days: 3)), Officer, Ct)).Refusal);
    }

    [Fact]
    public async Task After_a_merger_the_head_of_either_village_types_for_the_heir_and_for_nothing_that_ended()
    {
        var second = Village("Câu Nhi");
        var other = Given.Person(Role.VillageOfficer, second);
        Given.Return(Round, second, answers: Rain(days: 4));
        await SaveReturn.RunAsync(own, 0, Given.Typed(Rain(days: 3)), head, Ct);

        var merged = await MergeAsync(village, second);

        var heir = await ReturnOfAsync(merged);
        Assert.Equal([heir.Id], await Stored().ReturnsVisibleTo(At(head, merged)).Owed().Select(@return => @return.Id).ToListAsync(Ct));
        Assert.Equal(new ReturnTakenOver(), (await TakeReturnStep.RunAsync(own, 2, ReturnStep.Send, null, At(head, merged), Ct)).Refusal);
        Assert.Null((await SaveReturn.RunAsync(heir.Id, heir.Revision, Given.Typed(Rain(days: 8)), At(other, merged), Ct)).Refusal);
        Assert.Null((await TakeReturnStep.RunAsync(heir.Id, heir.Revision + 1, ReturnStep.Send, null, At(head, merged), Ct)).Refusal);
        // Their roles went over with the villages.
        var roles = await Stored().RolesHeldAsync(1, head.PersonId!.Value, Clock.Now.Day, Ct);
        Assert.Equal([merged], roles.Select(role => role.Grant.PlaceId));
    }

    [Fact]
    public async Task A_successor_goes_on_with_what_the_head_before_typed()
    {
        var successor = Given.Person(Role.VillageOfficer, Village("Câu Nhi"), userName: "moi");
        await SaveReturn.RunAsync(own, 0, Given.Typed(Rain(days: 3)), head, Ct);

        var handed = await new HandOverPost(Stored(), Clock).RunAsync(head.PersonId!.Value, successor.PersonId!.Value, Clock.Now.Day.AddDays(-1), Officer, Ct);

        Assert.Null(handed.Refusal);
        Assert.Empty(await Stored().RolesHeldAsync(1, head.PersonId.Value, Clock.Now.Day, Ct));
        var roles = await Stored().RolesHeldAsync(1, successor.PersonId.Value, Clock.Now.Day, Ct);
        Assert.Contains(village, roles.Select(role => role.Grant.PlaceId));
        Assert.Null((await TakeReturnStep.RunAsync(own, 1, ReturnStep.Send, null, At(successor, village), Ct)).Refusal);
        Assert.Equal([successor.PersonId], await TakersAsync());
    }

    [Fact]
    public async Task The_commune_types_for_a_village_that_has_paper_alone_and_it_is_written_down()
    {
        await SaveReturn.RunAsync(own, 0, Given.Typed(Rain(days: 3)), Officer, Ct);
        Given.Paper(own, Officer, Clock.Now);

        Assert.Null((await TakeReturnStep.RunAsync(own, 1, ReturnStep.OnBehalf, "Phiếu ngày 20/11/2026, trưởng thôn ký", Officer, Ct)).Refusal);
        Assert.Null((await TakeReturnStep.RunAsync(own, 2, ReturnStep.Confirm, null, Officer, Ct)).Refusal);

        var move = await Stored().ReturnMoves.SingleAsync(move => move.Step == ReturnStep.OnBehalf, Ct);
        Assert.Equal(("Phiếu ngày 20/11/2026, trưởng thôn ký", Officer.PersonId), (move.Reason, move.TakenBy));
        Assert.Equal(Officer.PersonId, await Stored().ReturnVersions.Where(version => version.ReturnId == own).Select(version => version.SavedBy).SingleAsync(Ct));
        Assert.Equal((3, 1), await RollUpOfAsync("rain.days"));
    }

    [Theory]
    [InlineData("", true)]
    [InlineData("  ", true)]
    [InlineData("Phiếu ngày 20/11/2026", false)]
    public async Task Without_its_paper_nothing_is_handed_in_for_a_village(string paper, bool attached)
    {
        await SaveReturn.RunAsync(own, 0, Given.Typed(Rain(days: 3)), Officer, Ct);

        if (attached)
        {
            Given.Paper(own, Officer, Clock.Now);
        }

        Assert.Equal(new ReturnPaperMissing(), (await TakeReturnStep.RunAsync(own, 1, ReturnStep.OnBehalf, paper, Officer, Ct)).Refusal);
        Assert.Equal(ReturnState.Entering, (await ReturnOfAsync(village)).State);
    }

    [Fact]
    public async Task A_paper_of_a_village_is_for_its_head_and_the_commune_s_officer_and_not_for_the_leader_of_the_commune()
    {
        var leader = Given.Person(Role.CommuneLeader, HaiLang);
        Given.Pack(Given.Elements("rain.commune") with { Id = "commune" });
        var ofCommune = Given.Return(Given.Round("commune", Given.Pack(Given.Form("rain.commune") with { Id = "commune" })), HaiLang);

        Assert.Equal((true, true, false), (await MayAddAsync(own, head), await MayAddAsync(own, Officer), await MayAddAsync(own, leader)));
        Assert.Equal((false, true, true), (await MayAddAsync(ofCommune, head), await MayAddAsync(ofCommune, Officer), await MayAddAsync(ofCommune, leader)));
    }

    [Fact]
    public async Task A_paper_that_was_taken_away_or_lies_with_another_return_does_not_count()
    {
        await SaveReturn.RunAsync(own, 0, Given.Typed(Rain(days: 3)), Officer, Ct);
        Given.Paper(Given.Return(Round, Village("Câu Nhi")), Officer, Clock.Now);
        Given.Paper(own, Officer, Clock.Now, ended: true);

        Assert.Equal(new ReturnPaperMissing(), (await TakeReturnStep.RunAsync(own, 1, ReturnStep.OnBehalf, "Phiếu", Officer, Ct)).Refusal);
    }

    [Fact]
    public async Task Whoever_sends_while_the_commune_types_is_told_apart_by_the_revision()
    {
        await SaveReturn.RunAsync(own, 0, Given.Typed(Rain(days: 3)), Officer, Ct);

        Assert.Equal(new ReturnChangedMeanwhile(), (await SaveReturn.RunAsync(own, 0, Given.Typed(Rain(days: 4)), head, Ct)).Refusal);
        Assert.Equal(new ReturnChangedMeanwhile(), (await TakeReturnStep.RunAsync(own, 0, ReturnStep.Send, null, head, Ct)).Refusal);
    }

    [Fact]
    public async Task The_head_recalls_what_was_sent_and_corrects_what_was_confirmed()
    {
        var confirmed = await ConfirmedAsync(village, Rain(days: 3), Given.Round("confirmed", Form));
        var sent = Given.Return(Given.Round("sent", Form), village, ReturnState.Sent, Rain(days: 3));

        Assert.Null((await TakeReturnStep.RunAsync(sent, 0, ReturnStep.Recall, null, head, Ct)).Refusal);
        Assert.Null((await TakeReturnStep.RunAsync(confirmed, 1, ReturnStep.Correct, "Đếm thiếu một ngày", head, Ct)).Refusal);
        Assert.Null((await SaveReturn.RunAsync(confirmed, 2, Given.Typed(Rain(days: 4)), head, Ct)).Refusal);
        Assert.Null((await TakeReturnStep.RunAsync(confirmed, 3, ReturnStep.Send, null, head, Ct)).Refusal);
    }

    private static Actor At(Actor actor, int place) => actor with { PlaceId = place };

    private async Task<IReadOnlyList<PersonId?>> TakersAsync() =>
        await Stored().ReturnMoves.Where(move => move.ReturnId == own).OrderBy(move => move.Number).Select(move => move.TakenBy).ToListAsync(Ct);

    private Task<bool> MayAddAsync(ReturnId id, Actor actor) =>
        new ReturnAttachments(Shelf).MayAddAsync(Stored(), ReturnAttachments.RecordOf(id), actor, Ct);
}
