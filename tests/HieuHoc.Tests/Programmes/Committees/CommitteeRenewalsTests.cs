using FsCheck;
using FsCheck.Fluent;
using HieuHoc.Programmes.Committees;
using HieuHoc.Tests.Figures;

namespace HieuHoc.Tests.Programmes.Committees;

public sealed class CommitteeRenewalsTests
{
    private static readonly CommitteeId Committee = new(Guid.CreateVersion7());

    [Fact]
    public void A_renewal_names_who_joined_who_left_and_whose_duty_is_another()
    {
        var before = List(("An", CommitteeDuty.Head), ("Bình", CommitteeDuty.Member), ("Cúc", CommitteeDuty.Member));
        var now = List(("Bình", CommitteeDuty.Head), ("CÚC", CommitteeDuty.Member), ("Dũng", CommitteeDuty.Member));

        var renewal = CommitteeRenewals.Between(before, now);

        Assert.Equal(["Dũng"], renewal.Joined.Select(member => member.Name));
        Assert.Equal(["An"], renewal.Left.Select(member => member.Name));
        Assert.Equal(("Bình", CommitteeDuty.Member, CommitteeDuty.Head), Assert.Single(renewal.Changed.Select(pair => (pair.Now.Name, pair.Before.Duty, pair.Now.Duty))));
        Assert.False(renewal.IsNothing);
    }

    [Fact]
    public void Of_two_of_one_name_each_counts() =>
        Assert.Equal(
            ("An", CommitteeDuty.Member),
            Assert.Single(CommitteeRenewals.Between(List(("An", CommitteeDuty.Head), ("An", CommitteeDuty.Member)), List(("An", CommitteeDuty.Head))).Left.Select(member => (member.Name, member.Duty))));

    [Fact]
    public void The_same_list_is_no_change() => Always.Holds(Lists, list => CommitteeRenewals.Between(list, list).IsNothing, 200);

    [Fact]
    public void Who_left_taken_away_and_who_joined_added_is_the_list_now() => Always.Holds(
        from before in Lists from now in Lists select (before, now),
        lists =>
        {
            var renewal = CommitteeRenewals.Between(lists.before, lists.now);

            return lists.before.Except(renewal.Left).Concat(renewal.Joined).Select(member => member.Name).Order().SequenceEqual(lists.now.Select(member => member.Name).Order());
        },
        300);

    [Fact]
    public void The_membership_of_a_day_is_that_of_the_last_decision_by_then()
    {
        var (old, renewed) = (Decided(new DateOnly(2021, 5, 4)), Decided(new DateOnly(2025, 8, 15)));

        Assert.Null(CommitteeRenewals.OnDay([renewed, old], new DateOnly(2021, 5, 3)));
        Assert.Same(old, CommitteeRenewals.OnDay([renewed, old], new DateOnly(2021, 5, 4)));
        Assert.Same(old, CommitteeRenewals.OnDay([renewed, old], new DateOnly(2025, 8, 14)));
        Assert.Same(renewed, CommitteeRenewals.OnDay([renewed, old], new DateOnly(2025, 8, 15)));
    }

    [Theory]
    [InlineData(null, "2025-07-01", CommitteeStanding.None)]
    [InlineData("2025-06-30", "2025-07-01", CommitteeStanding.NotRenewed)]
    [InlineData("2025-07-01", "2025-07-01", CommitteeStanding.Renewed)]
    [InlineData("2025-07-01", "2027-01-01", CommitteeStanding.NotRenewed)]
    [InlineData("2025-06-30", null, CommitteeStanding.Ended)]
    public void A_committee_is_renewed_when_its_last_decision_is_of_the_day_from_which_its_place_is_what_it_is_or_later(string? last, string? since, CommitteeStanding expected)
    {
        Assert.Equal(expected, CommitteeRenewals.Of(Day(last), Day(since)));

        static DateOnly? Day(string? text) => text is null ? null : DateOnly.Parse(text, System.Globalization.CultureInfo.InvariantCulture);
    }

    private static Gen<List<CommitteeMember>> Lists =>
        from names in Gen.Elements("An", "Bình", "Cúc", "Dũng").ListOf()
        from duties in Gen.Elements(Enum.GetValues<CommitteeDuty>()).ListOf(names.Count)
        select List([.. names.Zip(duties)]);

    private static DecidedMembership Decided(DateOnly day)
    {
        var decision = new CommitteeDecision { Owner = 1, CommitteeId = Committee, Id = new CommitteeDecisionId(Guid.CreateVersion7()), RecordedBy = null, RecordedAt = default };
        decision.Say(new StatedDecision { Name = "Ban", Number = "1", DecidedOn = day, Members = [] }, null);

        return new DecidedMembership(decision, []);
    }

    private static List<CommitteeMember> List(params (string Name, CommitteeDuty Duty)[] members) =>
    [
        .. members.Select((member, index) => new CommitteeMember
        {
            Owner = 1, CommitteeId = Committee, DecisionId = new CommitteeDecisionId(Guid.CreateVersion7()), Position = index + 1,
            Name = member.Name, Post = "", Duty = member.Duty, Agency = "", AgencyId = null,
        }),
    ];
}
