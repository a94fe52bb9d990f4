using HieuHoc.Access;
using HieuHoc.Platform;
using HieuHoc.Returns;
using Microsoft.EntityFrameworkCore;

namespace HieuHoc.Tests.Returns;

public sealed class ExtendRoundTests : ReturnsTest
{
    private static readonly DateOnly Friday = new(2026, 12, 4);

    private ReturnId own;
    private int neighbour;

    private ExtendRound ExtendRound => new(Stored(), Clock);

    private NewExtension Asked => new(
        new ExtensionId(Guid.Parse("01900000-0000-7000-8000-0000000000aa")),
        Round.Id,
        "Công văn số 123/SGDĐT-GDTX",
        new DateOnly(2026, 11, 6),
        "Bão lũ",
        Friday,
        [Commune, neighbour]);

    public override async ValueTask InitializeAsync()
    {
        await base.InitializeAsync();
        neighbour = CommuneOf("Vĩnh Định");
        own = Given.Return(Round, Commune);
        Given.Return(Round, neighbour, ReturnState.ToMend);
    }

    [Fact]
    public async Task One_decision_gives_all_of_them_more_time_and_is_kept_with_its_reason()
    {
        var outcome = await ExtendRound.RunAsync(Asked, Agency, Ct);

        Assert.Null(outcome.Refusal);
        Assert.Equal([Friday, Friday], await Stored().Returns.Select(@return => @return.DueOn).ToListAsync(Ct));
        var kept = await Stored().RoundExtensions.SingleAsync(Ct);
        Assert.Equal(
            (Asked.Decision, Asked.DecidedOn, "Bão lũ", Friday, Clock.Now.Instant, Agency.PersonId),
            (kept.Decision, kept.DecidedOn, kept.Reason, kept.DueOn, kept.AddedAt, kept.AddedBy));
        Assert.Equal([Commune, neighbour], await Stored().RoundExtensionSubjects.Select(subject => subject.SubjectId).Order().ToListAsync(Ct));
    }

    [Fact]
    public async Task It_is_audited_with_the_day_and_the_number_of_those_who_got_it()
    {
        await ExtendRound.RunAsync(Asked, Agency, Ct);

        var entry = await Stored().AuditEntries.SingleAsync(Ct);
        Assert.Equal(("RoundExtended", Round.Id.Value.ToString()), (entry.Change, entry.Record));
        Assert.Contains("2026-12-04", entry.Detail, StringComparison.Ordinal);
    }

    [Fact]
    public async Task What_is_being_typed_meanwhile_can_still_be_saved()
    {
        var before = (await StoredReturnAsync(own)).Revision;

        await ExtendRound.RunAsync(Asked, Agency, Ct);

        Assert.Equal(before, (await StoredReturnAsync(own)).Revision);
    }

    [Fact]
    public async Task The_weekend_rule_of_the_round_moves_the_new_day_too()
    {
        await Stored().Rounds.ExecuteUpdateAsync(round => round.SetProperty(row => row.WeekendRule, WeekendRule.NextWorkingDay), Ct);

        var outcome = await ExtendRound.RunAsync(Asked with { DueOn = new(2026, 12, 5) }, Agency, Ct);

        Assert.Equal(new DateOnly(2026, 12, 7), outcome.Value.DueOn);
    }

    [Fact]
    public async Task The_same_request_again_changes_nothing()
    {
        await ExtendRound.RunAsync(Asked, Agency, Ct);

        var again = await ExtendRound.RunAsync(Asked with { Subjects = [neighbour, Commune] }, Agency, Ct);

        Assert.Equal(Asked.Id, again.Value.Id);
        Assert.Equal(1, await Stored().AuditEntries.CountAsync(Ct));
    }

    [Fact]
    public async Task The_same_id_with_other_contents_is_a_conflict()
    {
        await ExtendRound.RunAsync(Asked, Agency, Ct);
        NewExtension[] others =
        [
            Asked with { Decision = "Công văn khác" }, Asked with { DecidedOn = Friday }, Asked with { Reason = "Khác" },
            Asked with { DueOn = Friday.AddDays(1) }, Asked with { Subjects = [Commune] },
        ];

        foreach (var other in others)
        {
            Assert.Equal(new ExtensionDiffers(Asked.Decision), (await ExtendRound.RunAsync(other, Agency, Ct)).Refusal);
        }
    }

    [Theory]
    [InlineData(28, false)]
    [InlineData(29, false)]
    [InlineData(30, true)]
    public async Task The_new_day_is_later_than_the_one_they_have(int day, bool later)
    {
        var outcome = await ExtendRound.RunAsync(Asked with { DueOn = new(2026, 11, day) }, Agency, Ct);

        Assert.Equal(later ? null : new ExtensionNotLater("Xã Hải Lăng", Round.DueOn), outcome.Refusal);
    }

    [Fact]
    public async Task A_second_extension_leads_further_than_the_first()
    {
        await ExtendRound.RunAsync(Asked, Agency, Ct);
        var second = Asked with { Id = new ExtensionId(Guid.CreateVersion7()) };

        Assert.Equal(new ExtensionNotLater("Xã Hải Lăng", Friday), (await ExtendRound.RunAsync(second, Agency, Ct)).Refusal);
        Assert.Null((await ExtendRound.RunAsync(second with { DueOn = Friday.AddDays(3) }, Agency, Ct)).Refusal);
        Assert.Equal(2, (await Stored().ExtensionsOfAsync(Round, Ct))[Commune].Count());
    }

    [Fact]
    public async Task Who_owes_nothing_gets_no_time_and_nobody_else_does()
    {
        var other = CommuneOf("Khe Sanh");

        var outcome = await ExtendRound.RunAsync(Asked with { Subjects = [Commune, other] }, Agency, Ct);

        await RefusedAsync(new ExtensionOfNothing("Xã Khe Sanh"), outcome);
    }

    [Theory]
    [InlineData(ReturnState.Confirmed)]
    [InlineData(ReturnState.Correcting)]
    public async Task Who_was_confirmed_gets_no_time(ReturnState state)
    {
        var done = CommuneOf("Khe Sanh");
        var id = Given.Return(Round, done, state);
        await Stored().Returns.Where(@return => @return.Id == id).ExecuteUpdateAsync(row => row.SetProperty(@return => @return.ConfirmedVersion, 1), Ct);

        var outcome = await ExtendRound.RunAsync(Asked with { Subjects = [done] }, Agency, Ct);

        await RefusedAsync(new ExtensionOfConfirmed("Xã Khe Sanh"), outcome);
    }

    [Fact]
    public async Task A_decision_a_reason_and_somebody_are_asked()
    {
        await RefusedAsync(new ExtensionDecisionMissing(200), await ExtendRound.RunAsync(Asked with { Decision = " " }, Agency, Ct));
        await RefusedAsync(new ExtensionDecisionMissing(200), await ExtendRound.RunAsync(Asked with { Decision = new string('a', 201) }, Agency, Ct));
        await RefusedAsync(new ReasonMissing(), await ExtendRound.RunAsync(Asked with { Reason = "" }, Agency, Ct));
        await RefusedAsync(new ReasonTooLong(2_000), await ExtendRound.RunAsync(Asked with { Reason = new string('a', 2_001) }, Agency, Ct));
        await RefusedAsync(new ExtensionOfNobody(), await ExtendRound.RunAsync(Asked with { Subjects = [] }, Agency, Ct));
    }

    [Theory]
    [InlineData(Role.CommuneOfficer)]
    [InlineData(Role.Leader)]
    [InlineData(Role.Administrator)]
    public async Task Only_the_standing_agency_gives_more_time(Role role) =>
        await RefusedAsync(new RoundNotYoursToExtend(), await ExtendRound.RunAsync(Asked, As(role), Ct));

    [Fact]
    public async Task A_round_of_another_programme_is_not_found()
    {
        var other = Given.Round("khac", Given.FormOf(Round), programme: "khac");

        await RefusedAsync(new RoundNotFound(), await ExtendRound.RunAsync(Asked with { Round = other.Id }, Agency with { Programme = "mot" }, Ct));
        await RefusedAsync(new RoundNotFound(), await ExtendRound.RunAsync(Asked with { Round = new RoundId(Guid.NewGuid()) }, Agency, Ct));
    }

    private int CommuneOf(string name) => Given.Place(name, under: Province);

    private async Task RefusedAsync(Refusal expected, Outcome<RoundExtension> outcome)
    {
        Assert.Equal(expected, outcome.Refusal);
        Assert.Empty(await Stored().RoundExtensions.ToListAsync(Ct));
        Assert.Empty(await Stored().AuditEntries.ToListAsync(Ct));
        Assert.All(await Stored().Returns.ToListAsync(Ct), @return => Assert.Equal(Round.DueOn, @return.DueOn));
    }
}
