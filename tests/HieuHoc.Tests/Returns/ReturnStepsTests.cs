using HieuHoc.Access;
using HieuHoc.Figures;
using HieuHoc.Platform;
using HieuHoc.Returns;

namespace HieuHoc.Tests.Returns;

public sealed class ReturnStepsTests
{
    private static readonly Moment Now = new(new DateTime(2026, 11, 20, 1, 0, 0, DateTimeKind.Utc), new DateOnly(2026, 11, 20));

    /// <summary>What the offices agreed on, written down a second time.</summary>
    private static readonly IReadOnlyDictionary<(ReturnState, ReturnStep), (ReturnState To, Role[] Roles)> OfCommunes =
        new Dictionary<(ReturnState, ReturnStep), (ReturnState, Role[])>
        {
            [(ReturnState.Entering, ReturnStep.Submit)] = (ReturnState.AwaitingLeader, [Role.CommuneOfficer, Role.AgencyOfficer]),
            [(ReturnState.AwaitingLeader, ReturnStep.SendBack)] = (ReturnState.Entering, [Role.CommuneLeader, Role.AgencyLeader]),
            [(ReturnState.AwaitingLeader, ReturnStep.Approve)] = (ReturnState.Approved, [Role.CommuneLeader, Role.AgencyLeader]),
            [(ReturnState.Approved, ReturnStep.Send)] = (ReturnState.Sent, [Role.CommuneOfficer, Role.CommuneLeader, Role.AgencyOfficer, Role.AgencyLeader]),
            [(ReturnState.Sent, ReturnStep.AskToMend)] = (ReturnState.ToMend, [Role.StandingAgency]),
            [(ReturnState.Sent, ReturnStep.Confirm)] = (ReturnState.Confirmed, [Role.StandingAgency]),
            [(ReturnState.ToMend, ReturnStep.Submit)] = (ReturnState.AwaitingLeader, [Role.CommuneOfficer, Role.AgencyOfficer]),
            [(ReturnState.Correcting, ReturnStep.Submit)] = (ReturnState.AwaitingLeader, [Role.CommuneOfficer, Role.AgencyOfficer]),
            [(ReturnState.Sent, ReturnStep.Recall)] =
                (ReturnState.Entering, [Role.CommuneOfficer, Role.CommuneLeader, Role.AgencyOfficer, Role.AgencyLeader]),
            [(ReturnState.Checking, ReturnStep.AskToMend)] = (ReturnState.ToMend, [Role.StandingAgency]),
            [(ReturnState.Checking, ReturnStep.Confirm)] = (ReturnState.Confirmed, [Role.StandingAgency]),
            [(ReturnState.Confirmed, ReturnStep.Correct)] =
                (ReturnState.Correcting, [Role.CommuneOfficer, Role.AgencyOfficer, Role.StandingAgency]),
        };

    /// <summary>What a village and its commune agreed on.</summary>
    private static readonly IReadOnlyDictionary<(ReturnState, ReturnStep), (ReturnState To, Role[] Roles)> OfVillages =
        new Dictionary<(ReturnState, ReturnStep), (ReturnState, Role[])>
        {
            [(ReturnState.Entering, ReturnStep.Send)] = (ReturnState.Sent, [Role.VillageOfficer]),
            [(ReturnState.ToMend, ReturnStep.Send)] = (ReturnState.Sent, [Role.VillageOfficer]),
            [(ReturnState.Correcting, ReturnStep.Send)] = (ReturnState.Sent, [Role.VillageOfficer]),
            [(ReturnState.Entering, ReturnStep.OnBehalf)] = (ReturnState.Sent, [Role.CommuneOfficer]),
            [(ReturnState.ToMend, ReturnStep.OnBehalf)] = (ReturnState.Sent, [Role.CommuneOfficer]),
            [(ReturnState.Correcting, ReturnStep.OnBehalf)] = (ReturnState.Sent, [Role.CommuneOfficer]),
            [(ReturnState.Sent, ReturnStep.Recall)] = (ReturnState.Entering, [Role.VillageOfficer]),
            [(ReturnState.Sent, ReturnStep.AskToMend)] = (ReturnState.ToMend, [Role.CommuneOfficer]),
            [(ReturnState.Sent, ReturnStep.Confirm)] = (ReturnState.Confirmed, [Role.CommuneOfficer]),
            [(ReturnState.Checking, ReturnStep.AskToMend)] = (ReturnState.ToMend, [Role.CommuneOfficer]),
            [(ReturnState.Checking, ReturnStep.Confirm)] = (ReturnState.Confirmed, [Role.CommuneOfficer]),
            [(ReturnState.Confirmed, ReturnStep.Correct)] = (ReturnState.Correcting, [Role.VillageOfficer, Role.CommuneOfficer]),
        };

    /// <summary>An agency goes the way of a commune; for one without an account the standing agency types what its paper says.</summary>
    private static readonly IReadOnlyDictionary<(ReturnState, ReturnStep), (ReturnState To, Role[] Roles)> OfAgencies =
        new Dictionary<(ReturnState, ReturnStep), (ReturnState, Role[])>(OfCommunes)
        {
            [(ReturnState.Entering, ReturnStep.OnBehalf)] = (ReturnState.Sent, [Role.StandingAgency]),
            [(ReturnState.ToMend, ReturnStep.OnBehalf)] = (ReturnState.Sent, [Role.StandingAgency]),
            [(ReturnState.Correcting, ReturnStep.OnBehalf)] = (ReturnState.Sent, [Role.StandingAgency]),
        };

    /// <summary>A form whose returns are received before they are checked: nothing is confirmed or given back before that.</summary>
    private static readonly ReturnWay Received = new(SubjectLevel.Commune, Enum.GetValues<ReturnStep>());

    /// <summary>A form without that step.</summary>
    private static readonly ReturnWay Plain = Received with { Steps = [.. Received.Steps.Where(step => step is not ReturnStep.Receive)] };

    public static TheoryData<SubjectLevel, ReturnState, ReturnStep, Role> All { get; } = new(
        from level in new[] { SubjectLevel.Commune, SubjectLevel.Village, SubjectLevel.Agency }
        from state in Enum.GetValues<ReturnState>()
        from step in Enum.GetValues<ReturnStep>()
        from role in Enum.GetValues<Role>()
        select (level, state, step, role));

    [Theory]
    [MemberData(nameof(All))]
    public void A_step_is_taken_only_from_its_state_and_by_its_role(SubjectLevel level, ReturnState state, ReturnStep step, Role role)
    {
        var @return = At(state);

        var refusal = @return.Take(step, role, Plain with { Level = level }, Now);

        Assert.Equal(Expected(level, state, step, role), (refusal, @return.State));
    }

    [Theory]
    [MemberData(nameof(All))]
    public void What_is_offered_is_what_can_be_taken(SubjectLevel level, ReturnState state, ReturnStep step, Role role)
    {
        var way = Plain with { Level = level };
        var offered = ReturnSteps.Open(state, role, way).Any(move => move.Step == step);

        Assert.Equal(At(state).Take(step, role, way, Now) is null, offered);
    }

    [Fact]
    public void Every_state_leads_somewhere_since_what_is_confirmed_can_be_corrected()
    {
        var ends = Enum.GetValues<ReturnState>().Where(state => !ReturnSteps.All.Any(move => move.From == state));

        Assert.Empty(ends);
    }

    [Fact]
    public void A_form_with_receiving_lets_nothing_be_confirmed_or_asked_before_it()
    {
        var open = ReturnSteps.Open(ReturnState.Sent, Role.StandingAgency, Received).Select(move => move.Step);

        Assert.Equal([ReturnStep.Receive], open);
        Assert.Equal(
            [ReturnStep.AskToMend, ReturnStep.Confirm],
            ReturnSteps.Open(ReturnState.Checking, Role.StandingAgency, Received).Select(move => move.Step));
    }

    [Fact]
    public void What_was_received_can_no_longer_be_recalled()
    {
        Assert.NotNull(ReturnSteps.Find(ReturnState.Sent, ReturnStep.Recall, Received));
        Assert.Null(ReturnSteps.Find(ReturnState.Checking, ReturnStep.Recall, Received));
    }

    [Fact]
    public void A_form_takes_no_step_that_it_does_not_declare()
    {
        var @return = At(ReturnState.Confirmed);

        var refusal = @return.Take(ReturnStep.Correct, Role.CommuneOfficer, new ReturnWay(SubjectLevel.Commune, [ReturnStep.Submit, ReturnStep.Confirm]), Now);

        Assert.Equal(new ReturnStepNotPossible(ReturnState.Confirmed, ReturnStep.Correct), refusal);
    }

    [Theory]
    [InlineData(ReturnState.Sent, ReturnStep.AskToMend, Role.StandingAgency)]
    [InlineData(ReturnState.Sent, ReturnStep.Recall, Role.CommuneOfficer)]
    [InlineData(ReturnState.Confirmed, ReturnStep.Correct, Role.CommuneOfficer)]
    public void What_comes_back_after_sending_comes_back_as_the_next_version(ReturnState state, ReturnStep step, Role role)
    {
        var @return = At(state);

        @return.Take(step, role, Plain, Now);

        Assert.Equal((2, 1), (@return.CurrentVersion, @return.SentVersion));
    }

    [Theory]
    [InlineData(SubjectLevel.Commune)]
    [InlineData(SubjectLevel.Village)]
    [InlineData(SubjectLevel.Agency)]
    public void From_every_state_that_is_reached_a_way_leads_to_confirmation(SubjectLevel level)
    {
        var way = Received with { Level = level };
        var states = Reached(ReturnState.Entering, way);

        Assert.All(states, state => Assert.Contains(ReturnState.Confirmed, Reached(state, way)));
        Assert.Equal(level is not SubjectLevel.Village, states.Contains(ReturnState.AwaitingLeader));
    }

    private static HashSet<ReturnState> Reached(ReturnState state, ReturnWay way)
    {
        var reached = new HashSet<ReturnState> { state };

        while (ReturnSteps.Of(way).FirstOrDefault(move => reached.Contains(move.From) && !reached.Contains(move.To)) is { } next)
        {
            reached.Add(next.To);
        }

        return reached;
    }

    [Fact]
    public void A_form_leads_to_figures_by_steps_that_somebody_takes_at_its_level()
    {
        var shortest = new ReturnWay(SubjectLevel.Village, [ReturnStep.Send, ReturnStep.Confirm]);

        Assert.True(ReturnSteps.Lead(shortest));
        Assert.False(ReturnSteps.Lead(shortest with { Level = SubjectLevel.Commune }));
        Assert.False(ReturnSteps.Lead(shortest with { Steps = [.. shortest.Steps, ReturnStep.Submit] }));
        Assert.False(ReturnSteps.Lead(shortest with { Steps = [.. shortest.Steps, ReturnStep.TakeOver] }));
    }

    [Theory]
    [InlineData(SubjectLevel.Village, Role.VillageOfficer, true)]
    [InlineData(SubjectLevel.Village, Role.CommuneOfficer, true)]
    [InlineData(SubjectLevel.Village, Role.CommuneLeader, false)]
    [InlineData(SubjectLevel.Village, Role.StandingAgency, false)]
    [InlineData(SubjectLevel.Commune, Role.VillageOfficer, false)]
    [InlineData(SubjectLevel.Commune, Role.CommuneOfficer, true)]
    [InlineData(SubjectLevel.Commune, Role.AgencyOfficer, true)]
    [InlineData(SubjectLevel.Commune, Role.CommuneLeader, false)]
    [InlineData(SubjectLevel.Commune, Role.StandingAgency, false)]
    [InlineData(SubjectLevel.Agency, Role.AgencyOfficer, true)]
    [InlineData(SubjectLevel.Agency, Role.AgencyLeader, false)]
    [InlineData(SubjectLevel.Agency, Role.StandingAgency, true)]
    public void Whoever_hands_on_what_stands_there_types_it(SubjectLevel level, Role role, bool types) =>
        Assert.Equal(types, ReturnSteps.MayType(role, Plain with { Level = level }));

    [Fact]
    public void A_commune_types_for_a_village_only_where_the_form_has_a_step_for_that() =>
        Assert.False(ReturnSteps.MayType(Role.CommuneOfficer, new ReturnWay(SubjectLevel.Village, [ReturnStep.Send, ReturnStep.Confirm])));

    [Fact]
    public void The_standing_agency_types_for_an_agency_only_where_the_form_has_a_step_for_that() =>
        Assert.False(ReturnSteps.MayType(
            Role.StandingAgency, new ReturnWay(SubjectLevel.Agency, [.. Plain.Steps.Where(step => step is not ReturnStep.OnBehalf)])));

    [Theory]
    [InlineData(SubjectLevel.Agency, Role.AgencyOfficer, ReturnState.Entering, ReturnState.Approved, ReturnState.ToMend, ReturnState.Correcting)]
    [InlineData(SubjectLevel.Agency, Role.StandingAgency, ReturnState.Sent, ReturnState.Checking)]
    [InlineData(SubjectLevel.Commune, Role.CommuneOfficer, ReturnState.Entering, ReturnState.Approved, ReturnState.ToMend, ReturnState.Correcting)]
    [InlineData(SubjectLevel.Commune, Role.CommuneLeader, ReturnState.AwaitingLeader, ReturnState.Approved)]
    [InlineData(SubjectLevel.Commune, Role.StandingAgency, ReturnState.Sent, ReturnState.Checking)]
    [InlineData(SubjectLevel.Commune, Role.VillageOfficer)]
    [InlineData(SubjectLevel.Village, Role.VillageOfficer, ReturnState.Entering, ReturnState.ToMend, ReturnState.Correcting)]
    [InlineData(SubjectLevel.Village, Role.CommuneOfficer, ReturnState.Sent, ReturnState.Checking)]
    [InlineData(SubjectLevel.Village, Role.StandingAgency)]
    public void A_return_waits_for_whoever_leads_it_on(SubjectLevel level, Role role, params ReturnState[] states) =>
        Assert.Equal(states.Order(), Enum.GetValues<ReturnState>().Where(state => ReturnSteps.IsTurnOf(role, state, Plain with { Level = level })).Order());

    [Fact]
    public void Giving_back_asking_to_mend_correcting_and_typing_from_paper_need_a_reason_and_nothing_else_does()
    {
        var steps = ReturnSteps.All.Where(move => move.NeedsReason).Select(move => move.Step);

        Assert.Equal([ReturnStep.SendBack, ReturnStep.OnBehalf, ReturnStep.AskToMend, ReturnStep.Correct], steps.Distinct());
    }

    [Theory]
    [InlineData(ReturnState.Entering, true)]
    [InlineData(ReturnState.AwaitingLeader, false)]
    [InlineData(ReturnState.Approved, false)]
    [InlineData(ReturnState.Sent, false)]
    [InlineData(ReturnState.ToMend, true)]
    [InlineData(ReturnState.Checking, false)]
    [InlineData(ReturnState.Confirmed, false)]
    [InlineData(ReturnState.Correcting, true)]
    public void Answers_are_typed_while_entering_and_while_mending(ReturnState state, bool editable)
    {
        var @return = At(state);

        var refusal = @return.Touch(@return.Revision);

        Assert.Equal(editable ? null : new ReturnNotEditable(state), refusal);
    }

    [Fact]
    public void Every_step_and_every_saving_counts_as_a_change()
    {
        var @return = At(ReturnState.Entering);
        @return.Touch(0);

        @return.Take(ReturnStep.Submit, Role.CommuneOfficer, Plain, Now);

        Assert.Equal(2, @return.Revision);
    }

    private static (Refusal? Refusal, ReturnState State) Expected(SubjectLevel level, ReturnState state, ReturnStep step, Role role) =>
        !(level switch { SubjectLevel.Village => OfVillages, SubjectLevel.Agency => OfAgencies, _ => OfCommunes }).TryGetValue((state, step), out var move) ? (new ReturnStepNotPossible(state, step), state)
        : !move.Roles.Contains(role) ? (new ReturnStepNotYours(step), state)
        : (null, move.To);

    /// <summary>A return that has walked to a state.</summary>
    private static Return At(ReturnState state)
    {
        var @return = new Return { Owner = 1, Id = new ReturnId(Guid.CreateVersion7()), RoundId = new RoundId(Guid.CreateVersion7()), SubjectId = 1, FormPackId = 1 };
        IReadOnlyList<(ReturnStep, Role)> way = state switch
        {
            ReturnState.Entering => [],
            ReturnState.AwaitingLeader => [Submit],
            ReturnState.Approved => [Submit, Approve],
            ReturnState.Sent => [Submit, Approve, Send],
            ReturnState.ToMend => [Submit, Approve, Send, (ReturnStep.AskToMend, Role.StandingAgency)],
            ReturnState.Checking => [Submit, Approve, Send, (ReturnStep.Receive, Role.StandingAgency)],
            ReturnState.Confirmed => [Submit, Approve, Send, (ReturnStep.Confirm, Role.StandingAgency)],
            ReturnState.Correcting =>
                [Submit, Approve, Send, (ReturnStep.Confirm, Role.StandingAgency), (ReturnStep.Correct, Role.StandingAgency)],
        };

        foreach (var (step, role) in way)
        {
            Assert.Null(@return.Take(step, role, step is ReturnStep.Receive ? Received : Plain, Now));
        }

        return @return;
    }

    private static (ReturnStep, Role) Submit => (ReturnStep.Submit, Role.CommuneOfficer);

    private static (ReturnStep, Role) Approve => (ReturnStep.Approve, Role.CommuneLeader);

    private static (ReturnStep, Role) Send => (ReturnStep.Send, Role.CommuneOfficer);
}
