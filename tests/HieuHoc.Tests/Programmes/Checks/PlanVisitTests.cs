using HieuHoc.Access;
using HieuHoc.Agencies;
using HieuHoc.Platform;
using HieuHoc.Programmes.Checks;
using Microsoft.EntityFrameworkCore;

namespace HieuHoc.Tests.Programmes.Checks;

public sealed class PlanVisitTests : VisitsTest
{
    [Fact]
    public async Task A_visit_is_planned_with_its_team_and_what_it_looks_at()
    {
        var id = await PlannedAsync(ToHaiLang with { Team = " A \n\n B ", Points = "Một\n\nHai " });

        var read = (await new ReadVisit(Stored(), Clock).RunAsync(id, Standing, Ct)).Value;
        Assert.Equal((VisitState.Planned, "A\nB", "Xã Hải Lăng", true), (read.Visit.State, read.Visit.Team, read.Visited, read.IsKept));
        Assert.Equal([(1, "Một", PointSeen.NotLookedAt), (2, "Hai", PointSeen.NotLookedAt)], read.Points.Select(point => (point.Number, point.Text, point.Seen)));
        Assert.Equal(1, await ToldAsync<VisitPlanned>(id));
    }

    [Fact]
    public async Task The_same_request_again_changes_nothing()
    {
        var id = NewId();

        Assert.Null((await Plan.RunAsync(id, 0, ToHaiLang, Standing, Ct)).Refusal);
        Assert.Null((await Plan.RunAsync(id, 0, ToHaiLang with { Subject = $" {ToHaiLang.Subject}" }, Standing, Ct)).Refusal);

        Assert.Equal((1, 1, 0), ((await StoredAsync(id)).Revision, await ToldAsync<VisitPlanned>(id), await ToldAsync<VisitChanged>(id)));
    }

    [Fact]
    public async Task What_is_planned_is_changed_and_the_audit_names_fields_and_no_values()
    {
        var id = await PlannedAsync();

        Assert.Null((await Plan.RunAsync(id, 1, ToHaiLang with { LastDay = Today.AddDays(2), Points = "Khác" }, Standing, Ct)).Refusal);

        Assert.Equal((Today.AddDays(2), 2), ((await StoredAsync(id)).LastDay, (await StoredAsync(id)).Revision));
        Assert.Equal(["Khác"], await Stored().VisitPoints.Select(point => point.Text).ToListAsync(Ct));
        var entry = await Stored().AuditEntries.SingleAsync(entry => entry.Change == nameof(VisitChanged), Ct);
        Assert.Contains("\"LastDay\",\"Points\"", entry.Detail.Replace(" ", "", StringComparison.Ordinal), StringComparison.Ordinal);
        Assert.DoesNotContain("Khác", entry.Detail, StringComparison.Ordinal);
    }

    [Fact]
    public async Task Nobody_overwrites_what_they_have_not_seen()
    {
        var id = await PlannedAsync();
        await Plan.RunAsync(id, 1, ToHaiLang with { Subject = "A" }, Standing, Ct);

        Assert.IsType<VisitChangedMeanwhile>((await Plan.RunAsync(id, 1, ToHaiLang with { Subject = "B" }, Standing, Ct)).Refusal);

        Assert.Equal("A", (await StoredAsync(id)).Subject);
    }

    public static TheoryData<string> Unfit => ["subject", "backwards", "long visit", "team", "unknown", "nobody", "own place", "points", "words"];

    [Theory]
    [MemberData(nameof(Unfit))]
    public async Task What_cannot_be_is_refused_and_nothing_is_kept(string what)
    {
        (StatedVisit Stated, Refusal Refusal) given = what switch
        {
            "subject" => (ToHaiLang with { Subject = " " }, new VisitSubjectMissing()),
            "backwards" => (ToHaiLang with { LastDay = Today.AddDays(-1) }, new VisitDaysUnfit(StatedVisit.MostDays)),
            "long visit" => (ToHaiLang with { LastDay = Today.AddDays(StatedVisit.MostDays) }, new VisitDaysUnfit(StatedVisit.MostDays)),
            "team" => (ToHaiLang with { Team = "\n " }, new VisitTeamMissing()),
            "unknown" => (ToHaiLang with { VisitedId = int.MaxValue }, new VisitUnitUnknown()),
            "nobody" => (ToHaiLang with { VisitedId = 0 }, new VisitUnitUnknown()),
            "own place" => (ToHaiLang with { VisitedId = Province }, new VisitUnitUnknown()),
            "points" => (ToHaiLang with { Points = string.Join('\n', Enumerable.Range(0, StatedVisit.MostPoints + 1)) }, new VisitPointsTooMany(StatedVisit.MostPoints)),
            _ => (ToHaiLang with { Points = new string('a', StatedVisit.LongestText + 1) }, new VisitTextTooLong(StatedVisit.LongestText)),
        };

        Assert.Equal(given.Refusal, (await Plan.RunAsync(NewId(), 0, given.Stated, Standing, Ct)).Refusal);

        Assert.Equal((0, 0), (await Stored().Visits.CountAsync(Ct), await Stored().VisitPoints.CountAsync(Ct)));
    }

    [Fact]
    public async Task The_province_visits_communes_and_agencies_a_commune_the_agencies_there_and_a_department_too()
    {
        var school = Given.Agency(HaiLang, "Trường THCS Hải Lăng", AgencyKind.School);

        Assert.Null((await Plan.RunAsync(NewId(), 0, ToHaiLang with { VisitedId = Culture }, Standing, Ct)).Refusal);
        Assert.Null((await Plan.RunAsync(NewId(), 0, ToHaiLang with { Kind = VisitKind.FrontSupervision }, Front, Ct)).Refusal);
        Assert.Null((await Plan.RunAsync(NewId(), 0, ToHaiLang with { VisitedId = school }, Officer, Ct)).Refusal);
        Assert.IsType<VisitUnitUnknown>((await Plan.RunAsync(NewId(), 0, ToHaiLang with { VisitedId = school }, Standing, Ct)).Refusal);
        Assert.IsType<VisitUnitUnknown>((await Plan.RunAsync(NewId(), 0, ToHaiLang with { VisitedId = VinhDinh }, Officer, Ct)).Refusal);
    }

    [Theory]
    [InlineData(Role.CommuneLeader)]
    [InlineData(Role.AgencyLeader)]
    [InlineData(Role.Leader)]
    [InlineData(Role.Auditor)]
    [InlineData(Role.Clerk)]
    [InlineData(Role.Administrator)]
    public async Task Who_reads_plans_nothing(Role role) =>
        Assert.IsType<VisitsNotYoursToKeep>((await Plan.RunAsync(NewId(), 0, ToHaiLang, Given.Person(role, Province), Ct)).Refusal);

    [Fact]
    public async Task Another_office_s_visit_is_not_changed_and_one_that_is_not_seen_does_not_exist()
    {
        var ofFront = await PlannedAsync(by: Front);

        Assert.IsType<VisitNotYoursToChange>((await Plan.RunAsync(ofFront, 1, ToHaiLang, Standing, Ct)).Refusal);
        Assert.IsType<VisitNotYoursToChange>((await Plan.RunAsync(ofFront, 1, ToHaiLang, Officer, Ct)).Refusal);
        Assert.IsType<VisitNotFound>((await Plan.RunAsync(ofFront, 1, ToHaiLang, Neighbour, Ct)).Refusal);
    }

    [Fact]
    public async Task What_took_place_is_planned_no_longer()
    {
        var id = await CarriedOutAsync();

        Assert.Equal(new VisitStandsOtherwise(VisitState.CarriedOut), (await Plan.RunAsync(id, 2, ToHaiLang with { Subject = "A" }, Standing, Ct)).Refusal);
    }
}
