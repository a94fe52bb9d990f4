using HieuHoc.Access;
using HieuHoc.Platform.Attachments;
using HieuHoc.Programmes.Checks;
using Microsoft.EntityFrameworkCore;

namespace HieuHoc.Tests.Programmes.Checks;

public sealed class VisitsVisibleToTests : VisitsTest
{
    private VisitId visit;
    private FindingId ofCommune;
    private FindingId ofCulture;

    public override async ValueTask InitializeAsync()
    {
        await base.InitializeAsync();
        visit = await CarriedOutAsync(by: Front);
        (ofCommune, ofCulture) = (await FoundAsync(visit, by: Front), await FoundAsync(visit, Culture, Front));
    }

    [Theory]
    [InlineData(Role.StandingAgency)]
    [InlineData(Role.AssociationOfficer)]
    [InlineData(Role.Leader)]
    [InlineData(Role.Auditor)]
    public async Task The_province_sees_every_visit_whole(Role role) => await SeesAsync(Given.Person(role, Province), whole: true, ofCommune, ofCulture);

    [Theory]
    [InlineData(Role.CommuneOfficer)]
    [InlineData(Role.CommuneLeader)]
    public async Task Who_is_visited_sees_it_whole(Role role) => await SeesAsync(Given.Person(role, HaiLang), whole: true, ofCommune, ofCulture);

    [Fact]
    public async Task Who_visits_sees_it_whole_and_who_is_named_that_finding_alone()
    {
        await SeesAsync(Front, whole: true, ofCommune, ofCulture);
        await SeesAsync(OfCulture, whole: false, ofCulture);
    }

    [Fact]
    public async Task Others_see_nothing()
    {
        foreach (var actor in new[] { Neighbour, Given.Person(Role.AgencyOfficer, Province) with { AgencyId = Given.Agency(Province) }, Given.Person(Role.VillageOfficer, HaiLang), Given.Person(Role.Administrator, Province) })
        {
            Assert.IsType<VisitNotFound>((await new ReadVisit(Db, Clock).RunAsync(visit, actor, Ct)).Refusal);
            Assert.False(await Db.FindingsVisibleTo(actor).AnyAsync(Ct));
        }
    }

    [Fact]
    public async Task What_is_not_settled_is_listed_those_due_first_before_the_others()
    {
        var late = await OverdueAsync();
        var lists = new ListVisits(Stored(), Clock);

        var findings = await lists.LinesAsync(lists.Unsettled(Standing), Ct);
        Assert.Equal((late, true, "Xã Hải Lăng"), (findings[0].Finding.Id, findings[0].Finding.IsOverdue(Today), findings[0].Responsible));
        Assert.Equal(3, findings.Count);
        await SaidAsync(ofCulture, 0, FindingStep.Withdraw, "Vì", Front);
        Assert.Equal(2, await new ListVisits(Stored(), Clock).Unsettled(Standing).CountAsync(Ct));
        Assert.Equal([("Xã Hải Lăng", 2)], (await lists.LinesAsync(lists.In(VisitState.CarriedOut, Standing), Standing, Ct)).Select(line => (line.Visited, line.Unsettled)));
        Assert.Empty(await lists.LinesAsync(lists.In(VisitState.Closed, Standing), Standing, Ct));
    }

    [Fact]
    public async Task The_days_to_come_are_those_of_planned_visits_and_of_findings_without_an_answer()
    {
        var planned = await PlannedAsync(ToHaiLang with { FirstDay = Today.AddDays(5), LastDay = Today.AddDays(6) });
        await SaidAsync(ofCommune, 0, FindingStep.Answer, "Đã mở", Officer);
        await OverdueAsync();

        Assert.Equal(
            [(Today.AddDays(5), Today.AddDays(6), planned, null), (Today.AddDays(10), Today.AddDays(10), visit, (FindingId?)ofCulture)],
            (await new ListVisits(Stored(), Clock).ComingAsync(Officer, Ct)).Select(day => (day.First, day.Last, day.Visit.Id, day.Finding?.Id)));
        Assert.Equal([ofCulture], (await new ListVisits(Stored(), Clock).ComingAsync(OfCulture, Ct)).Select(day => day.Finding!.Id));
        Assert.Empty(await new ListVisits(Stored(), Clock).ComingAsync(Neighbour, Ct));
    }

    [Fact]
    public async Task Evidence_is_added_by_who_answers_and_who_visited_until_it_is_settled_and_taken_back_by_who_added_it()
    {
        var (files, record) = (new FindingFiles(), FindingFiles.RecordOf(ofCommune));
        var added = new Attachment
        {
            Owner = 1, Id = new AttachmentId(Guid.CreateVersion7()), Kind = FindingFiles.Kind, Record = record, Sha256 = new string('0', 64), Size = 1, MediaType = "image/png", Name = "anh.png",
            AddedBy = Officer.PersonId!.Value.Value, AddedAt = Clock.Now.Instant,
        };
        Db.Add(added);
        await Db.SaveChangesAsync(Ct);

        Assert.Equal((true, true, false, false), (await MayAddAsync(Officer), await MayAddAsync(Front), await MayAddAsync(Standing), await MayAddAsync(OfCulture)));
        Assert.Equal((true, false), (await files.Visible(Db, record, Standing).AnyAsync(Ct), await files.Visible(Db, record, OfCulture).AnyAsync(Ct)));
        Assert.Equal([added.Id], await files.EndableAsync(Db, record, Officer, Ct));
        Assert.Empty(await files.EndableAsync(Db, record, Front, Ct));
        await SaidAsync(ofCommune, 0, FindingStep.Withdraw, "Vì", Front);
        Assert.False(await MayAddAsync(Officer));
        Assert.Empty(await files.EndableAsync(Db, record, Officer, Ct));

        Task<bool> MayAddAsync(Actor actor) => files.MayAddAsync(Db, record, actor, Ct);
    }

    /// <summary>A finding of the visit whose last day is over.</summary>
    private async Task<FindingId> OverdueAsync()
    {
        var id = await FoundAsync(visit, by: Front);
        var yesterday = Today.AddDays(-1);
        await Stored().Findings.Where(finding => finding.Id == id).ExecuteUpdateAsync(set => set.SetProperty(finding => finding.DueOn, yesterday), Ct);

        return id;
    }

    private async Task SeesAsync(Actor actor, bool whole, params FindingId[] findings)
    {
        var read = (await new ReadVisit(Stored(), Clock).RunAsync(visit, actor, Ct)).Value;

        Assert.Equal((whole, whole ? 2 : 0), (read.IsWhole, read.Points.Count));
        Assert.Equal(findings, read.Findings.OrderBy(one => one.Finding.Number).Select(one => one.Finding.Id));
    }
}
