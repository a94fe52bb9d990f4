using HieuHoc.Access;
using HieuHoc.Access.Attachments;
using HieuHoc.Agencies;
using HieuHoc.Platform;
using HieuHoc.Platform.Attachments;
using HieuHoc.Returns;
using HieuHoc.Testing;
using Microsoft.EntityFrameworkCore;

namespace HieuHoc.Tests.Returns;

/// <summary>Number, day and file of the paper that was signed, and the arrival of its copy.</summary>
public sealed class ReturnPaperTests : NarrativeTest
{
    private const string Number = "45/BC-UBND";

    private DateOnly Today => Clock.Now.Day;

    private Actor Clerk => As(Role.Clerk) with { PlaceId = Commune };

    public override async ValueTask InitializeAsync()
    {
        await base.InitializeAsync();
        Time.MoveTo(new DateTimeOffset(2026, 11, 20, 9, 0, 0, TimeSpan.FromHours(7)));
    }

    [Theory]
    [InlineData(Role.Clerk)]
    [InlineData(Role.CommuneOfficer)]
    public async Task The_clerk_or_the_officer_of_the_sender_takes_down_number_day_and_file(Role role)
    {
        await SendAsync();
        var file = await FileAsync();
        var who = role is Role.Clerk ? Clerk : Officer;

        var outcome = await SignAsync(Number, Today, file, who);

        Assert.Null(outcome.Refusal);
        var paper = await PaperAsync();
        Assert.Equal((1, Number, Today, file), (paper.Version, paper.Number, paper.SignedOn, paper.AttachmentId));
        Assert.Equal((who.PersonId, Clock.Now.Instant), (paper.RecordedBy, paper.RecordedAt));
        Assert.Equal(new PaperTicks(true, true, false), await TicksAsync());
        Assert.Equal(1, await Stored().AuditEntries.CountAsync(entry => entry.Change == nameof(ReturnPaperRecorded), Ct));
    }

    [Fact]
    public async Task The_same_request_again_changes_nothing_and_what_was_wrong_is_taken_down_again()
    {
        await SendAsync();
        var file = await FileAsync();
        await SignAsync(Number, Today, file, Clerk);

        await SignAsync(Number, Today, file, Clerk);
        await SignAsync("46/BC-UBND", Today, file, Clerk);

        Assert.Equal("46/BC-UBND", (await PaperAsync()).Number);
        Assert.Equal(2, await Stored().AuditEntries.CountAsync(entry => entry.Change == nameof(ReturnPaperRecorded), Ct));
    }

    [Theory]
    [InlineData("45/BC-UBND", true)]
    [InlineData("1205a/SGDĐT-GDTX", true)]
    [InlineData("07/BC-SKH&CN", true)]
    [InlineData("", false)]
    [InlineData("45", false)]
    [InlineData("/BC-UBND", false)]
    [InlineData("45/bc-ubnd", false)]
    [InlineData("45/BC UBND", false)]
    [InlineData("1234567/BC-UBND", false)]
    public async Task A_number_is_written_as_on_the_paper(string number, bool taken)
    {
        await SendAsync();

        Assert.Equal(taken ? null : new PaperNumberIllFormed(), (await SignAsync(number, Today, await FileAsync(), Clerk)).Refusal);
    }

    [Theory]
    [InlineData("2025-12-31", false)]
    [InlineData("2026-01-01", true)]
    [InlineData("2026-11-20", true)]
    [InlineData("2026-11-21", false)]
    public async Task A_paper_is_signed_neither_before_the_period_nor_in_the_future(string day, bool taken)
    {
        await SendAsync();
        var refusal = taken ? null : new PaperDayOutOfRange(new DateOnly(2026, 1, 1), Today);

        Assert.Equal(refusal, (await SignAsync(Number, IsoDay.Read(day)!.Value, await FileAsync(), Clerk)).Refusal);
    }

    [Fact]
    public async Task The_signed_file_lies_with_the_return()
    {
        await SendAsync();
        var elsewhere = await FileAsync(Given.Return(Given.Round("2026-b", FormPack), Commune));
        var ended = await FileAsync(ended: true);

        Assert.Equal(new PaperFileMissing(), (await SignAsync(Number, Today, null, Clerk)).Refusal);
        Assert.Equal(new PaperFileMissing(), (await SignAsync(Number, Today, elsewhere, Clerk)).Refusal);
        Assert.Equal(new PaperFileMissing(), (await SignAsync(Number, Today, ended, Clerk)).Refusal);
    }

    [Fact]
    public async Task Nothing_is_signed_before_the_leader_approves()
    {
        var file = await FileAsync();
        var entering = await SignAsync(Number, Today, file, Clerk with { Role = Role.CommuneOfficer });
        await TakeAsync((ReturnStep.Submit, Officer));
        var awaiting = await SignAsync(Number, Today, file, Officer);
        await TakeAsync((ReturnStep.Approve, Leader));

        var approved = await SignAsync(Number, Today, file, Officer);

        Assert.Equal((new PaperBeforeApproval(), new PaperBeforeApproval(), null), (entering.Refusal, awaiting.Refusal, approved.Refusal));
        Assert.Equal(new PaperTicks(false, false, false), await TicksAsync());
        await TakeAsync((ReturnStep.Send, Officer));
        Assert.Equal(new PaperTicks(true, true, false), await TicksAsync());
    }

    [Fact]
    public async Task A_mended_version_is_signed_anew()
    {
        await SendAsync();
        await SignAsync(Number, Today, await FileAsync(), Clerk);
        await TakeAsync((ReturnStep.AskToMend, Agency));
        var mending = await TicksAsync();
        await SendAsync();

        Assert.Equal((new PaperTicks(true, true, false), new PaperTicks(true, false, false)), (mending, await TicksAsync()));
    }

    [Theory]
    [InlineData(Role.CommuneLeader)]
    [InlineData(Role.StandingAgency)]
    [InlineData(Role.Auditor)]
    public async Task Nobody_else_takes_down_the_number(Role role)
    {
        await SendAsync();

        Assert.Equal(new PaperNotYoursToRecord(), (await SignAsync(Number, Today, await FileAsync(), As(role))).Refusal);
    }

    [Fact]
    public async Task A_clerk_of_the_province_takes_down_no_communes_paper_and_one_of_a_neighbour_sees_none()
    {
        await SendAsync();
        var neighbour = Clerk with { PlaceId = Given.Place("Vĩnh Định", under: Province) };

        Assert.Equal(new PaperNotYoursToRecord(), (await SignAsync(Number, Today, await FileAsync(), As(Role.Clerk))).Refusal);
        Assert.Equal(new ReturnNotFound(), (await SignAsync(Number, Today, await FileAsync(), neighbour)).Refusal);
    }

    [Fact]
    public async Task The_standing_agency_takes_down_that_the_copy_arrived_also_before_the_figures()
    {
        var early = await ReceiveAsync(Today, Agency);
        var again = await ReceiveAsync(Today, Agency);

        Assert.Equal((null, null), (early.Refusal, again.Refusal));
        Assert.Equal(new PaperTicks(false, false, true), await TicksAsync());
        Assert.Equal(1, await Stored().AuditEntries.CountAsync(entry => entry.Change == nameof(PaperCopyReceived), Ct));
        await SendAsync();
        await SignAsync(Number, Today, await FileAsync(), Clerk);
        Assert.Equal(new PaperTicks(true, true, true), await TicksAsync());
        Assert.Equal((Today, Agency.PersonId), await PaperAsync() is var paper ? (paper.CopyReceivedOn, paper.CopyRecordedBy) : default);
    }

    [Theory]
    [InlineData("2026-11-18", "2026-11-19")]
    [InlineData("2026-11-21", "2026-11-19")]
    public async Task A_copy_arrives_neither_before_it_was_signed_nor_in_the_future(string day, string signed)
    {
        await SendAsync();
        await SignAsync(Number, IsoDay.Read(signed)!.Value, await FileAsync(), Clerk);

        Assert.Equal(new PaperDayOutOfRange(IsoDay.Read(signed)!.Value, Today), (await ReceiveAsync(IsoDay.Read(day)!.Value, Agency)).Refusal);
    }

    [Fact]
    public async Task The_arrival_is_taken_down_by_the_standing_agency_alone()
    {
        await SendAsync();
        var far = Given.Place("Khác");

        Assert.Equal(new PaperNotYoursToRecord(), (await ReceiveAsync(Today, Officer)).Refusal);
        Assert.Equal(new PaperNotYoursToRecord(), (await ReceiveAsync(Today, Clerk)).Refusal);
        Assert.Equal(new ReturnNotFound(), (await ReceiveAsync(Today, Agency with { PlaceId = far })).Refusal);
    }

    [Fact]
    public async Task A_paper_waits_for_its_clerk_from_the_approval_until_it_is_taken_down_and_anew_after_mending()
    {
        await TakeAsync((ReturnStep.Submit, Officer));
        var submitted = await AwaitedAsync();
        await TakeAsync((ReturnStep.Approve, Leader));
        var approved = await AwaitedAsync();
        await TakeAsync((ReturnStep.Send, Officer));
        await SignAsync(Number, Today, await FileAsync(), Clerk);
        var signed = await AwaitedAsync();
        await TakeAsync((ReturnStep.AskToMend, Agency));
        var mending = await AwaitedAsync();
        await SendAsync();

        Assert.Equal((0, 1, 0, 0, 1), (submitted, approved, signed, mending, await AwaitedAsync()));
    }

    [Fact]
    public async Task The_clerk_of_the_commune_s_committee_takes_its_paper_down()
    {
        await SendAsync();
        var clerk = Clerk with { AgencyId = Given.Agency(Commune, "Ủy ban nhân dân xã", AgencyKind.PeoplesCommittee) };

        Assert.Equal(1, await AwaitedAsync(clerk));
        Assert.Null((await SignAsync(Number, Today, await FileAsync(), clerk)).Refusal);
        Assert.Equal(0, await AwaitedAsync(clerk));
    }

    [Fact]
    public async Task A_village_signs_no_paper()
    {
        var village = Given.Place("Lương Điền", under: Commune);
        var id = Given.Return(Given.Round("2026-thon", Given.Pack(Given.VillageForm("village.total"))), village, ReturnState.Sent);

        Assert.Equal(new PaperNotYoursToRecord(), (await Record(Stored()).RunAsync(id, new SignedPaper(Number, Today, null), Officer, Ct)).Refusal);
        Assert.Equal(new PaperNotYoursToRecord(), (await Receive(Stored()).RunAsync(id, Today, Agency, Ct)).Refusal);
    }

    [Fact]
    public async Task The_clerk_adds_the_signed_file_also_after_the_confirmation_and_the_standing_agency_sees_it()
    {
        await SendAsync();
        await TakeAsync((ReturnStep.Confirm, Agency));
        Time.Pass(TimeSpan.FromDays(1));
        var attachments = new ReturnAttachments(Shelf);
        var record = ReturnAttachments.RecordOf(Id);
        Assert.True(await attachments.MayAddAsync(Stored(), record, Clerk, Ct));
        Assert.False(await attachments.MayAddAsync(Stored(), record, Officer, Ct));
        var file = await FileAsync(by: Clerk);
        Assert.Empty(await attachments.Visible(Stored(), record, Agency).ToListAsync(Ct));

        await SignAsync(Number, Today, file, Clerk);

        Assert.Equal(file, (await attachments.Visible(Stored(), record, Agency).SingleAsync(Ct)).Id);
        Assert.DoesNotContain(file, await attachments.EndableAsync(Stored(), record, Clerk, Ct));
    }

    [Fact]
    public async Task What_was_handed_in_with_the_return_is_not_taken_away_while_the_receiver_has_it()
    {
        var before = await FileAsync();
        var attachments = new ReturnAttachments(Shelf);
        Assert.Contains(before, await EndableAsync());
        Time.Pass(TimeSpan.FromMinutes(1));
        await SendAsync();
        Time.Pass(TimeSpan.FromMinutes(1));
        var after = await FileAsync();

        Assert.Equal([after], await EndableAsync());
        Assert.Equal(new AttachmentsNotYoursToChange(), (await EndAsync(before)).Refusal);
        Assert.Null((await EndAsync(after)).Refusal);
        await TakeAsync((ReturnStep.AskToMend, Agency));
        Assert.Null((await EndAsync(before)).Refusal);

        async Task<IEnumerable<AttachmentId>> EndableAsync() => await attachments.EndableAsync(Stored(), ReturnAttachments.RecordOf(Id), Officer, Ct);
        Task<Outcome<Attachment>> EndAsync(AttachmentId id) => new EndAttachment(Stored(), new AttachmentKinds([attachments]), Clock).RunAsync(id, Officer, Ct);
    }

    private Task<int> AwaitedAsync(Actor? clerk = null) => Stored().PapersAwaitedFrom(clerk ?? Clerk).CountAsync(Ct);

    private RecordReturnPaper Record(HieuHocDb db) => new(db, Shelf, Clock);

    private ReceivePaperCopy Receive(HieuHocDb db) => new(db, Shelf, Clock);

    private Task<Outcome<ReturnPaper>> SignAsync(string number, DateOnly day, AttachmentId? file, Actor who) =>
        Record(Stored()).RunAsync(Id, new SignedPaper(number, day, file), who, Ct);

    private Task<Outcome<ReturnPaper>> ReceiveAsync(DateOnly day, Actor who) => Receive(Stored()).RunAsync(Id, day, who, Ct);

    private Task<ReturnPaper> PaperAsync() => Stored().ReturnPapers.SingleAsync(paper => paper.ReturnId == Id, Ct);

    private async Task<PaperTicks> TicksAsync()
    {
        var db = Stored();

        return (await db.TicksAsync(db.Returns.Where(@return => @return.Id == Id), Ct))[Id];
    }

    /// <summary>A file that lies with a return.</summary>
    private async Task<AttachmentId> FileAsync(ReturnId? of = null, Actor? by = null, bool ended = false)
    {
        var before = await Stored().Attachments.Select(row => row.Id).ToListAsync(Ct);
        Given.Paper(of ?? Id, by ?? Officer, Clock.Now, ended);

        return (await Stored().Attachments.Select(row => row.Id).ToListAsync(Ct)).Except(before).Single();
    }
}
