using HieuHoc.Access;
using HieuHoc.Platform;
using HieuHoc.Programmes.Committees;
using Microsoft.EntityFrameworkCore;

namespace HieuHoc.Tests.Programmes.Committees;

public sealed class RecordCommitteeDecisionTests : CommitteesTest
{
    [Fact]
    public async Task A_decision_sets_a_committee_up_with_its_members_in_their_order_and_knows_their_agencies()
    {
        var id = await RecordedAsync(Province);

        var read = await ReadAsync(id);
        var decided = Assert.Single(read.Decisions).Decided;
        Assert.Equal(("Ban Chỉ đạo xây dựng xã hội học tập", "123/QĐ-UBND", Department), (read.Last.Name, read.Last.Number, read.Last.StandingAgencyId));
        Assert.Equal(
            [("Nguyễn Văn Mẫu", CommitteeDuty.Head, (int?)null), ("Trần Thị Mẫu", CommitteeDuty.StandingDeputy, Department), ("Lê Văn Mẫu", CommitteeDuty.Member, null)],
            decided.Members.Select(member => (member.Name, member.Duty, member.AgencyId)));
        Assert.Equal(1, await ToldAsync<CommitteeDecisionRecorded>(id));
    }

    [Fact]
    public async Task The_same_request_again_changes_nothing()
    {
        var arriving = Arriving(HaiLang);

        Assert.Null((await Record.RunAsync(arriving, Officer, Ct)).Refusal);
        Assert.Null((await Record.RunAsync(arriving with { Stated = First with { Name = $" {First.Name} " } }, Officer, Ct)).Refusal);

        Assert.Equal((1, 1, 3), (await Stored().Committees.CountAsync(Ct), await ToldAsync<CommitteeDecisionRecorded>(arriving.Committee), await Stored().CommitteeMembers.CountAsync(Ct)));
    }

    [Fact]
    public async Task A_renewal_stands_beside_the_decision_before()
    {
        var id = await RecordedAsync(Province);

        Assert.Null((await Record.RunAsync(Renewing(id, First with { Number = "9/QĐ-UBND", DecidedOn = new DateOnly(2026, 3, 1), Members = [Head] }), Standing, Ct)).Refusal);

        Assert.Equal(["9/QĐ-UBND", "123/QĐ-UBND"], (await ReadAsync(id)).Decisions.Select(read => read.Decided.Decision.Number));
    }

    [Fact]
    public async Task What_was_taken_down_is_corrected_and_the_audit_names_fields_and_no_values()
    {
        var arriving = Arriving(Province);
        await Record.RunAsync(arriving, Standing, Ct);

        Assert.Null((await Record.RunAsync(arriving with { StartedFrom = 1, Stated = First with { Number = "124/QĐ-UBND", Members = [Head with { Name = "Đỗ Thị Mẫu" }] } }, Standing, Ct)).Refusal);

        var read = await ReadAsync(arriving.Committee);
        Assert.Equal(("124/QĐ-UBND", "Đỗ Thị Mẫu"), (read.Last.Number, Assert.Single(read.Decisions[0].Decided.Members).Name));
        var entry = await Stored().AuditEntries.SingleAsync(entry => entry.Change == nameof(CommitteeDecisionCorrected), Ct);
        Assert.Contains("\"Number\",\"Members\"", entry.Detail.Replace(" ", "", StringComparison.Ordinal), StringComparison.Ordinal);
        Assert.DoesNotContain("Mẫu", entry.Detail, StringComparison.Ordinal);
    }

    [Fact]
    public async Task Nobody_overwrites_what_they_have_not_seen()
    {
        var arriving = Arriving(Province);
        await Record.RunAsync(arriving, Standing, Ct);
        await Record.RunAsync(arriving with { StartedFrom = 1, Stated = First with { Number = "124/QĐ-UBND" } }, Standing, Ct);

        Assert.IsType<CommitteeChangedMeanwhile>((await Record.RunAsync(arriving with { StartedFrom = 1, Stated = First with { Number = "125/QĐ-UBND" } }, Standing, Ct)).Refusal);
        Assert.IsType<CommitteeChangedMeanwhile>((await Record.RunAsync(Renewing(arriving.Committee, First with { DecidedOn = new DateOnly(2026, 1, 1) }), Standing, Ct)).Refusal);

        Assert.Equal("124/QĐ-UBND", (await ReadAsync(arriving.Committee)).Last.Number);
    }

    public static TheoryData<string> Unfit => ["unnamed", "number", "future", "ancient", "nobody", "crowd", "nameless", "two heads", "long"];

    [Theory]
    [MemberData(nameof(Unfit))]
    public async Task What_cannot_be_is_refused_and_nothing_is_kept(string what)
    {
        var today = Clock.Now.Day;
        (StatedDecision Stated, Refusal Refusal) given = what switch
        {
            "unnamed" => (First with { Name = " " }, new CommitteeUnnamed()),
            "number" => (First with { Number = "/QĐ-UBND" }, new CommitteeNumberUnreadable()),
            "future" => (First with { DecidedOn = today.AddDays(1) }, new CommitteeDayUnfit(StatedDecision.Earliest, today)),
            "ancient" => (First with { DecidedOn = StatedDecision.Earliest.AddDays(-1) }, new CommitteeDayUnfit(StatedDecision.Earliest, today)),
            "nobody" => (First with { Members = [] }, new CommitteeMembersUnfit(StatedDecision.MostMembers)),
            "crowd" => (First with { Members = [.. Enumerable.Repeat(Head with { Duty = CommitteeDuty.Member }, StatedDecision.MostMembers + 1)] }, new CommitteeMembersUnfit(StatedDecision.MostMembers)),
            "nameless" => (First with { Members = [Head, Head with { Name = " ", Duty = CommitteeDuty.Member }] }, new CommitteeMemberUnnamed(2)),
            "two heads" => (First with { Members = [Head, Head] }, new CommitteeOfTwoHeads()),
            _ => (First with { StandingAgency = new string('a', StatedDecision.LongestLine + 1) }, new CommitteeLineTooLong(StatedDecision.LongestLine)),
        };

        Assert.Equal(given.Refusal, (await Record.RunAsync(Arriving(Province, given.Stated), Standing, Ct)).Refusal);

        Assert.Equal(0, await Stored().Committees.CountAsync(Ct));
    }

    [Fact]
    public async Task The_day_of_a_decision_is_one_of_the_place()
    {
        Assert.IsType<CommitteePlaceNotThen>((await Record.RunAsync(Arriving(HaiLang, First with { DecidedOn = new DateOnly(2025, 6, 30) }), Officer, Ct)).Refusal);
        Assert.IsType<CommitteePlaceNotThen>((await Record.RunAsync(Arriving(District, First), Standing, Ct)).Refusal);
        Assert.Null((await Record.RunAsync(Arriving(HaiLang, First with { DecidedOn = new DateOnly(2025, 7, 1) }), Officer, Ct)).Refusal);
        Assert.Null((await Record.RunAsync(Arriving(District, First with { DecidedOn = new DateOnly(2025, 6, 30) }), Standing, Ct)).Refusal);
    }

    [Fact]
    public async Task A_day_has_one_decision_and_a_decision_one_committee()
    {
        var id = await RecordedAsync(Province);

        Assert.Equal(new CommitteeDecidedThatDay("123/QĐ-UBND"), (await Record.RunAsync(Renewing(id, First with { Number = "9/QĐ-UBND" }), Standing, Ct)).Refusal);
        Assert.Equal(new CommitteeDecisionKnown(id), (await Record.RunAsync(Arriving(Province, First with { Number = "0123 / qđ-ubnd" }), Standing, Ct)).Refusal);
        Assert.Null((await Record.RunAsync(Arriving(Province, First with { Number = "124/QĐ-UBND", Name = "Ban Chỉ đạo phổ cập giáo dục" }), Standing, Ct)).Refusal);
    }

    [Fact]
    public async Task A_place_keeps_its_own_committee_and_the_province_also_those_of_ended_districts()
    {
        var old = First with { DecidedOn = new DateOnly(2021, 5, 4) };

        Assert.IsType<CommitteePlaceNotYours>((await Record.RunAsync(Arriving(VinhDinh), Officer, Ct)).Refusal);
        Assert.IsType<CommitteePlaceNotYours>((await Record.RunAsync(Arriving(HaiLang), Standing, Ct)).Refusal);
        Assert.IsType<CommitteePlaceNotYours>((await Record.RunAsync(Arriving(District, old), Officer, Ct)).Refusal);
        Assert.Null((await Record.RunAsync(Arriving(District, old), Given.Person(Role.AssociationOfficer, Province), Ct)).Refusal);
        Assert.Null((await Record.RunAsync(Arriving(VinhDinh), Given.Person(Role.AssociationOfficer, VinhDinh), Ct)).Refusal);
    }

    [Theory]
    [InlineData(Role.CommuneLeader)]
    [InlineData(Role.Leader)]
    [InlineData(Role.Auditor)]
    [InlineData(Role.AgencyOfficer)]
    [InlineData(Role.Administrator)]
    public async Task Who_reads_takes_nothing_down(Role role) =>
        Assert.IsType<CommitteesNotYoursToKeep>((await Record.RunAsync(Arriving(Province), Given.Person(role, Province), Ct)).Refusal);

    [Fact]
    public async Task Another_s_committee_is_not_changed_and_one_that_is_not_seen_does_not_exist()
    {
        var (ofProvince, ofNeighbour) = (await RecordedAsync(Province), await RecordedAsync(VinhDinh, Neighbour));
        var renewal = First with { Number = "9/QĐ-UBND", DecidedOn = new DateOnly(2026, 3, 1) };

        Assert.IsType<CommitteeNotYoursToChange>((await Record.RunAsync(Renewing(ofProvince, renewal), Officer, Ct)).Refusal);
        Assert.IsType<CommitteeNotYoursToChange>((await Record.RunAsync(Renewing(ofNeighbour, renewal), Standing, Ct)).Refusal);
        Assert.IsType<CommitteeNotFound>((await Record.RunAsync(Renewing(ofNeighbour, renewal), Officer, Ct)).Refusal);
    }
}
