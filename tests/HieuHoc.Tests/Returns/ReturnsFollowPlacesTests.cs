using HieuHoc.Agencies;
using HieuHoc.Figures;
using HieuHoc.Places;
using HieuHoc.Register;
using HieuHoc.Returns;
using HieuHoc.Testing;
using Microsoft.EntityFrameworkCore;

namespace HieuHoc.Tests.Returns;

public sealed class ReturnsFollowPlacesTests : VillageReturnsTest
{
    private int first;
    private int second;

    public override async ValueTask InitializeAsync()
    {
        await base.InitializeAsync();
        (first, second) = (Village("Mai Đàn"), Village("Câu Nhi"));
    }

    [Fact]
    public async Task Confirmed_returns_become_one_that_is_confirmed_and_the_commune_s_sum_stays()
    {
        var ended = await ConfirmedAsync(first, Rain(days: 3, gauges: 1));
        await ConfirmedAsync(second, Rain(days: 4, gauges: 2));

        var heir = await ReturnOfAsync(await MergeAsync(first, second));

        Assert.Equal((ReturnState.Confirmed, 1, 1), (heir.State, heir.CurrentVersion, heir.ConfirmedVersion));
        Assert.Equal(Rain(days: 7, gauges: 3), await AnswersOfAsync(heir.SubjectId));
        Assert.Equal((7, 1), await RollUpOfAsync("rain.days"));
        Assert.Equal(1, await OwedAsync());
        Assert.All(await Stored().Figures.Where(figure => figure.PeriodId == Round.PeriodId).ToListAsync(Ct), figure => Assert.Equal(heir.Id.Value, figure.SourceId));
        Assert.Equal(2, await Stored().SupersededFigures.CountAsync(figure => figure.SourceId == ended.Value, Ct));
        await RebuildsAsync();
    }

    [Fact]
    public async Task While_one_is_not_confirmed_the_heir_s_is_entered_and_what_was_confirmed_counts_on()
    {
        await ConfirmedAsync(first, Rain(days: 3, gauges: 1));
        Given.Return(Round, second, ReturnState.AwaitingLeader, Rain(days: 4, gauges: 2));

        var merged = await MergeAsync(first, second);

        Assert.Equal((ReturnState.Entering, null), ((await ReturnOfAsync(merged)).State, (await ReturnOfAsync(merged)).ConfirmedVersion));
        Assert.Equal(Rain(days: 7, gauges: 3), await AnswersOfAsync(merged));
        Assert.Equal((3, 1), await RollUpOfAsync("rain.days"));
        // One has reported, and that is not all of them.
        Assert.True(await OwedAsync() > 1);
        await RebuildsAsync();

        await ConfirmAsync(merged);

        Assert.Equal((7, 1), await RollUpOfAsync("rain.days"));
        Assert.Equal(1, await OwedAsync());
        await RebuildsAsync();
    }

    [Fact]
    public async Task A_cell_that_one_left_blank_is_asked_again_and_counts_on_until_then()
    {
        await ConfirmedAsync(first, Rain(days: 3, gauges: 1));
        await ConfirmedAsync(second, Rain(days: 4));

        var merged = await MergeAsync(first, second);

        Assert.Equal(ReturnState.Entering, (await ReturnOfAsync(merged)).State);
        Assert.Equal(Rain(days: 7), await AnswersOfAsync(merged));
        Assert.Equal(((7, 2), (1, 1)), (await RollUpOfAsync("rain.days"), await RollUpOfAsync("rain.gauges")));
    }

    [Fact]
    public async Task A_cell_that_both_left_blank_stays_blank_and_hinders_nothing()
    {
        await ConfirmedAsync(first, Rain(days: 3));
        await ConfirmedAsync(second, Rain(days: 4));

        var merged = await MergeAsync(first, second);

        Assert.Equal(ReturnState.Confirmed, (await ReturnOfAsync(merged)).State);
        Assert.Equal(Rain(days: 7), await AnswersOfAsync(merged));
    }

    [Fact]
    public async Task What_does_not_add_up_over_places_is_asked_again()
    {
        await ConfirmedAsync(first, Rain(days: 3, depth: 10));
        await ConfirmedAsync(second, Rain(days: 4, depth: 20));

        var merged = await MergeAsync(first, second);

        Assert.Equal(ReturnState.Entering, (await ReturnOfAsync(merged)).State);
        Assert.Equal(Rain(days: 7), await AnswersOfAsync(merged));
    }

    [Fact]
    public async Task Sums_that_a_hard_check_does_not_let_pass_are_not_confirmed()
    {
        var check = new FormCheck
        {
            Code = "few", Rule = "rain.days <= 5", Weight = FindingWeight.Hard, Sentence = Given.Words("Nhiều quá"), Cells = ["rain.days"],
        };
        var strict = Given.Round("strict", Given.Pack(Given.VillageForm("rain.days") with { Id = "strict", Checks = [check] }));
        await ConfirmedAsync(first, Rain(days: 3), strict);
        await ConfirmedAsync(second, Rain(days: 4), strict);

        var merged = await MergeAsync(first, second);

        Assert.Equal(ReturnState.Entering, (await ReturnOfAsync(merged, strict)).State);
    }

    [Theory]
    [InlineData(ReturnState.Confirmed, ReturnState.Confirmed, 2)]
    [InlineData(ReturnState.Entering, ReturnState.Correcting, 1)]
    public async Task One_that_goes_on_answers_for_both_in_its_next_version(ReturnState other, ReturnState expected, int confirmed)
    {
        var own = await ConfirmedAsync(first, Rain(days: 3));

        if (other is ReturnState.Confirmed)
        {
            await ConfirmedAsync(second, Rain(days: 4));
        }
        else
        {
            Given.Return(Round, second, other, Rain(days: 4));
        }

        Assert.Null((await RearrangeVillages.RunAsync(Merger([first, second], goesOn: first), Officer, Ct)).Refusal);

        var heir = await ReturnOfAsync(first);
        Assert.Equal((own, expected, 2, confirmed), (heir.Id, heir.State, heir.CurrentVersion, heir.ConfirmedVersion));
        Assert.Equal(Rain(days: 7), await AnswersOfAsync(first));
        Assert.Equal((confirmed == 2 ? 7 : 3, 1), await RollUpOfAsync("rain.days"));
        Assert.Equal(confirmed == 2 ? 1 : 2, await OwedAsync());
        await RebuildsAsync();
    }

    [Theory]
    [InlineData(true)]
    [InlineData(false)]
    public async Task Of_two_due_days_the_merged_village_keeps_the_later_whichever_of_them_goes_on(bool extendedGoesOn)
    {
        Given.Return(Round, first, ReturnState.Entering, Rain(days: 3));
        Given.Return(Round, second, ReturnState.Entering, Rain(days: 4));
        var later = Round.DueOn.AddDays(5);
        var extended = extendedGoesOn ? first : second;
        var more = await new ExtendRound(Stored(), Clock).RunAsync(
            new NewExtension(new ExtensionId(Guid.CreateVersion7()), Round.Id, "Công văn số 7", Round.OpensOn, "Bão lũ", later, [extended]), Agency, Ct);
        Assert.Null(more.Refusal);

        Assert.Null((await RearrangeVillages.RunAsync(Merger([first, second], goesOn: first), Officer, Ct)).Refusal);

        Assert.Equal(later, (await ReturnOfAsync(first)).DueOn);
    }

    [Fact]
    public async Task A_new_village_that_takes_two_over_keeps_the_later_of_their_due_days()
    {
        Given.Return(Round, first, ReturnState.Entering, Rain(days: 3));
        Given.Return(Round, second, ReturnState.Entering, Rain(days: 4));
        var later = Round.DueOn.AddDays(5);
        await Stored().Returns.Where(@return => @return.SubjectId == second).ExecuteUpdateAsync(set => set.SetProperty(@return => @return.DueOn, later), Ct);

        Assert.Equal(later, (await ReturnOfAsync(await MergeAsync(first, second))).DueOn);
    }

    [Fact]
    public async Task What_went_over_twice_counts_until_the_last_heir_is_confirmed()
    {
        var third = Village("Trường Sanh");
        await ConfirmedAsync(first, Rain(days: 3));
        Given.Return(Round, second, ReturnState.Entering, Rain(days: 4));
        await ConfirmedAsync(third, Rain(days: 5));
        var merged = await MergeAsync(first, second);

        var asked = Merger([merged, third], on: Spring.AddDays(30));
        var last = Assert.Single((await RearrangeVillages.RunAsync(asked, Officer, Ct)).Value);

        Assert.Equal((8, 2), await RollUpOfAsync("rain.days"));
        Assert.True(await OwedAsync() > 2);
        await ConfirmAsync(last);
        Assert.Equal((12, 1), await RollUpOfAsync("rain.days"));
        Assert.Equal(1, await OwedAsync());
        Assert.Equal((await ReturnOfAsync(last)).Id, (await ReturnOfAsync(first)).TakenOverBy);
        await RebuildsAsync();
    }

    [Fact]
    public async Task Of_a_split_village_the_first_successor_has_the_answers_and_the_others_owe_their_own()
    {
        await ConfirmedAsync(first, Rain(days: 3, depth: 10));
        var asked = new Rearrangement([first], [new VillageAfter(null, "thôn", "Mai 1"), new VillageAfter(null, "thôn", "Mai 2")], Spring, Decision);

        var after = (await RearrangeVillages.RunAsync(asked, Officer, Ct)).Value;

        Assert.Equal(Rain(days: 3, depth: 10), await AnswersOfAsync(after[0]));
        Assert.Empty(await AnswersOfAsync(after[1]));
        Assert.All([await ReturnOfAsync(after[0]), await ReturnOfAsync(after[1])], heir => Assert.Equal(ReturnState.Entering, heir.State));
        Assert.Equal((3, 1), await RollUpOfAsync("rain.days"));
        Assert.Equal(3, await OwedAsync());
    }

    [Fact]
    public async Task Nobody_of_a_split_village_is_counted_twice()
    {
        await ConfirmedAsync(first, Rain(days: 3));
        var asked = new Rearrangement([first], [new VillageAfter(null, "thôn", "Mai 1"), new VillageAfter(null, "thôn", "Mai 2")], Spring, Decision);
        var after = (await RearrangeVillages.RunAsync(asked, Officer, Ct)).Value;
        var id = (await ReturnOfAsync(after[1])).Id;
        var saved = await new SaveReturn(Db, Shelf, Clock).RunAsync(id, 0, Given.Typed(Rain(days: 1)), Officer, Ct);
        Assert.Null(saved.Refusal);

        await ConfirmAsync(after[1]);

        Assert.Equal((1, 1), await RollUpOfAsync("rain.days"));
        Assert.True(await OwedAsync() > 1);
        await ConfirmAsync(after[0]);
        Assert.Equal((4, 2), await RollUpOfAsync("rain.days"));
        Assert.Equal(2, await OwedAsync());
        await RebuildsAsync();
    }

    [Fact]
    public async Task Rounds_of_periods_that_ended_before_stay_as_they_are()
    {
        await ConfirmedAsync(first, Rain(days: 3));
        await ConfirmedAsync(second, Rain(days: 4));
        var dayAfter = new DateOnly(2027, 1, 1);
        MoveTo(dayAfter);

        var merged = Assert.Single((await RearrangeVillages.RunAsync(Merger([first, second], on: dayAfter), Officer, Ct)).Value);

        Assert.False(await Stored().Returns.AnyAsync(@return => @return.SubjectId == merged, Ct));
        Assert.Null((await ReturnOfAsync(first)).TakenOverBy);
        Assert.Equal((7, 2), await RollUpOfAsync("rain.days"));
        Assert.Equal(2, await OwedAsync());
    }

    [Fact]
    public async Task A_period_s_last_day_is_one_of_the_new_order()
    {
        Given.Return(Round, first);
        var last = new DateOnly(2026, 12, 31);
        MoveTo(last);

        var merged = Assert.Single((await RearrangeVillages.RunAsync(Merger([first, second], on: last), Officer, Ct)).Value);

        Assert.Equal((await ReturnOfAsync(merged)).Id, (await ReturnOfAsync(first)).TakenOverBy);
    }

    [Fact]
    public async Task A_return_that_went_over_takes_no_step_and_no_answer_and_can_be_read()
    {
        var id = Given.Return(Round, first, ReturnState.Entering, Rain(days: 3));
        var merged = await MergeAsync(first, second);

        Assert.Equal(new ReturnTakenOver(), (await TakeReturnStep.RunAsync(id, 1, ReturnStep.Confirm, null, Officer, Ct)).Refusal);
        Assert.Equal(new ReturnTakenOver(), (await new SaveReturn(Db, Shelf, Clock).RunAsync(id, 1, Given.Typed(Rain(days: 5)), Officer, Ct)).Refusal);
        Assert.Equal(Rain(days: 3), await AnswersOfAsync(first));
        var heir = await ReturnOfAsync(merged);
        Assert.Equal([heir.Id], await Stored().ReturnsVisibleTo(Officer).Owed().Select(@return => @return.Id).ToListAsync(Ct));
        Assert.Equal(2, await Stored().ReturnsVisibleTo(Officer).CountAsync(Ct));
        var moves = await Stored().ReturnMoves.Where(move => move.Step == ReturnStep.TakeOver).ToListAsync(Ct);
        Assert.Equal(new[] { id, heir.Id }.Order(Comparer<ReturnId>.Create((a, b) => a.Value.CompareTo(b.Value))), moves.Select(move => move.ReturnId).Order(Comparer<ReturnId>.Create((a, b) => a.Value.CompareTo(b.Value))));
        Assert.All(moves, move => Assert.Equal((Decision, Officer.PersonId), (move.Reason, move.TakenBy)));
    }

    [Fact]
    public async Task A_preview_counts_what_goes_over()
    {
        await ConfirmedAsync(first, Rain(days: 3));
        Given.Return(Round, second);

        var lines = await RearrangeVillages.PreviewAsync(Merger([first, second]), Officer, Ct);

        Assert.Equal([new MoveLine("village.move.returnsBegun", 1), new MoveLine("village.move.returnsConfirmed", 1)], lines.Value);
        Assert.Null((await ReturnOfAsync(first)).TakenOverBy);
    }

    [Fact]
    public async Task Whoever_worked_on_a_return_meanwhile_loses_nothing()
    {
        var id = Given.Return(Round, first);
        // What was read before, and is written after somebody else wrote.
        _ = await Db.Returns.SingleAsync(@return => @return.Id == id, Ct);
        await new SaveReturn(Stored(), Shelf, Clock).RunAsync(id, 0, Given.Typed(Rain(days: 3)), Officer, Ct);

        var outcome = await RearrangeVillages.RunAsync(Merger([first, second]), Officer, Ct);

        Assert.Equal(new VillagesChangedMeanwhile(), outcome.Refusal);
        Assert.Null((await ReturnOfAsync(first)).TakenOverBy);
        Assert.Empty(await SuccessionsAsync());
    }

    [Fact]
    public async Task A_round_opened_afterwards_asks_the_villages_of_the_period_s_end()
    {
        var merged = await MergeAsync(first, second);
        var asked = new NewRound(
            new RoundId(Guid.CreateVersion7()), "later", ["form"], PeriodCode.Parse("2026-11")!, new DateOnly(2026, 2, 1), new DateOnly(2026, 2, 20), new DateOnly(2026, 12, 1));

        Assert.Null((await new OpenRound(Db, Shelf, Clock).RunAsync(asked, Agency, Ct)).Refusal);

        Assert.Equal([merged], await Stored().Returns.Where(@return => @return.RoundId == asked.Id).Select(@return => @return.SubjectId).ToListAsync(Ct));
    }

    [Fact]
    public async Task The_names_of_those_that_ended_and_of_those_that_began_after_the_cut_off_are_known()
    {
        var merged = await MergeAsync(first, second);

        var before = await Stored().SubjectNamesOn(Spring.AddDays(-1)).Where(name => name.SubjectId == merged).Select(name => name.FullName).ToListAsync(Ct);
        var after = await Stored().SubjectNamesOn(Spring).Where(name => name.SubjectId == first).Select(name => name.FullName).ToListAsync(Ct);

        Assert.Equal([$"Thôn Gộp {first}"], before);
        Assert.Equal(["Thôn Mai Đàn"], after);
        Assert.Equal($"Thôn Gộp {first}", await Stored().SubjectNameAsync(merged, Spring.AddDays(-1), Ct));
    }
}
