using HieuHoc.Access;
using HieuHoc.Agencies;
using HieuHoc.Reporting.Records;
using HieuHoc.Returns;
using HieuHoc.Testing;
using Microsoft.EntityFrameworkCore;

namespace HieuHoc.Tests.Reporting.Records;

/// <summary>A locked report was sent: those beside its writers may read it, and nobody but its writers sees a draft.</summary>
public sealed class ReadersOfLockedReportsTests : ReportRecordsTest
{
    [Theory]
    [InlineData(Role.Auditor)]
    [InlineData(Role.Leader)]
    [InlineData(Role.Clerk)]
    public async Task Who_answers_for_the_province_reads_a_report_and_its_files_once_it_is_locked(Role role)
    {
        var report = await BegunAsync();
        Assert.Empty(await SeenByAsync(As(role)));

        await LockAsync(report.Id);

        Assert.Equal([report.Id], await SeenByAsync(As(role)));
        Assert.Equal(2, await VisibleFiles(report.Id, As(role)));
    }

    [Theory]
    [InlineData(Role.AgencyLeader)]
    [InlineData(Role.Clerk)]
    public async Task The_leader_and_the_clerk_of_the_agency_that_writes_it_read_it_and_those_of_other_agencies_do_not(Role role)
    {
        var writing = Given.Agency(Province, "Sở Giáo dục và Đào tạo");
        var (division, other) = (Given.Agency(Province, "Phòng Giáo dục thường xuyên", under: writing), Given.Agency(Province));
        Given.Grant(Given.Person(Role.Auditor, Province, userName: "gdtx"), Role.StandingAgency, Province, division);
        var report = await BegunAsync();
        Assert.Empty(await SeenByAsync(As(role) with { AgencyId = writing }));

        await LockAsync(report.Id);

        Assert.Equal([report.Id], await SeenByAsync(As(role) with { AgencyId = writing }));
        Assert.Equal([report.Id], await SeenByAsync(As(role) with { AgencyId = division }));
        Assert.Empty(await SeenByAsync(As(role) with { AgencyId = other }));
        Assert.Equal(0, await VisibleFiles(report.Id, As(role) with { AgencyId = other }));
    }

    [Fact]
    public async Task The_leader_of_the_Association_reads_what_the_Association_writes_alone()
    {
        var association = Given.Agency(Province, "Hội Khuyến học tỉnh", AgencyKind.StudyPromotion);
        Given.Grant(Given.Person(Role.Auditor, Province, userName: "hoi"), Role.AssociationOfficer, Province, association);
        await LockAsync((await BegunAsync()).Id);
        var own = await BegunAsync("association");
        await LockAsync(own.Id);

        Assert.Equal([own.Id], await SeenByAsync(As(Role.AgencyLeader) with { AgencyId = association }));
    }

    [Fact]
    public async Task An_agency_that_writes_another_programme_s_reports_does_not_read_this_one_s()
    {
        var agency = Given.Agency(Province);
        Given.Grant(Given.Person(Role.Auditor, Province, userName: "khac"), Role.StandingAgency, Province, agency, programme: "other");
        await LockAsync((await BegunAsync()).Id);

        Assert.Empty(await SeenByAsync(As(Role.AgencyLeader) with { AgencyId = agency }));
        Assert.Empty(await SeenByAsync(As(Role.Auditor) with { Programme = "other" }));
    }

    [Fact]
    public async Task Nobody_of_a_commune_or_of_another_programme_s_province_reads_it()
    {
        await LockAsync((await BegunAsync()).Id);

        Assert.Empty(await SeenByAsync(Officer));
        Assert.Empty(await SeenByAsync(As(Role.Auditor) with { PlaceId = Commune }));
        Assert.Empty(await SeenByAsync(As(Role.Auditor) with { Owner = 2 }));
        Assert.Empty(await SeenByAsync(As(Role.Administrator)));
    }

    [Fact]
    public async Task Who_reads_it_changes_nothing_and_sees_no_draft_of_the_next_version()
    {
        var report = await BegunAsync();
        await LockAsync(report.Id);
        var leader = As(Role.Leader);
        var next = (await ContinueAsync(report.Id, new ReportId(Guid.CreateVersion7()))).Value;

        Assert.Equal(new ReportNotFound(), (await ContinueAsync(report.Id, new ReportId(Guid.NewGuid()), leader)).Refusal);
        Assert.Equal(new ReportNotFound(), (await WriteAsync(next.Id, "tasks", 0, "x", actor: leader)).Refusal);
        Assert.Equal(new ReportNotFound(), (await LockAsync(next.Id, actor: leader)).Refusal);
        Assert.Equal([report.Id], await SeenByAsync(leader));
    }

    [Fact]
    public async Task Who_reads_it_is_told_what_was_confirmed_since()
    {
        var id = Given.Return(Round, Commune, ReturnState.Sent, Given.Answers(families: new Counted(9, 8, 7)));
        var report = await BegunAsync();
        await LockAsync(report.Id);
        Time.Pass(TimeSpan.FromMinutes(1));
        var confirmed = await new TakeReturnStep(Stored(), Shelf, Clock).RunAsync(id, (await StoredReturnAsync(id)).Revision, ReturnStep.Confirm, null, Agency, Ct);
        Assert.Null(confirmed.Refusal);

        var db = Stored();
        var changed = await new ReadChangesSinceLock(db, ReadAnnualFacts(db)).RunAsync(await db.Reports.SingleAsync(Ct), As(Role.Auditor), Ct);

        Assert.Contains(changed, figure => (figure.Element.Code, figure.Before, figure.After) == ("family.total", null, 9L));
    }

    private Task<List<ReportId>> SeenByAsync(Actor actor) => Stored().ReportsVisibleTo(actor).Select(report => report.Id).ToListAsync(Ct);

    private Task<int> VisibleFiles(ReportId id, Actor actor) => new ReportFiles().Visible(Stored(), ReportFiles.RecordOf(id), actor).CountAsync(Ct);
}
