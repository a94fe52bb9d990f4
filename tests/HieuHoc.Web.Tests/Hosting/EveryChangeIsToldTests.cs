using HieuHoc.Access;
using HieuHoc.Access.Attachments;
using HieuHoc.Access.Capture;
using HieuHoc.Agencies;
using HieuHoc.Documents;
using HieuHoc.Exchange.Workbooks;
using HieuHoc.Figures;
using HieuHoc.Figures.Import;
using HieuHoc.Places;
using HieuHoc.Platform;
using HieuHoc.Platform.Attachments;
using HieuHoc.Platform.Jobs;
using HieuHoc.Platform.Packs;
using HieuHoc.Programmes.Checks;
using HieuHoc.Programmes.Committees;
using HieuHoc.Programmes.Difficulties;
using HieuHoc.Programmes.Money;
using HieuHoc.Programmes.Own;
using HieuHoc.Programmes.Pilots;
using HieuHoc.Programmes.Plans;
using HieuHoc.Programmes.Tasks;
using HieuHoc.Register;
using HieuHoc.Reporting.Records;
using HieuHoc.Returns;
using HieuHoc.Returns.Cells;
using HieuHoc.Returns.Narrative;
using HieuHoc.Returns.Reasons;
using HieuHoc.Returns.Surveys;
using Microsoft.EntityFrameworkCore;

namespace HieuHoc.Web.Tests.Hosting;

/// <summary>Who changed what, when: every kind of recorded change is told on the page of its record.</summary>
public sealed class EveryChangeIsToldTests : WalkTest
{
    private const string Pack = "programmes/quang-tri-2021-2030/2021.1";

    private static readonly DateOnly Day = new(2026, 11, 21);

    /// <summary>Told in another way than by the audit, and how.</summary>
    private static readonly IReadOnlyDictionary<Type, string> Otherwise = new Dictionary<Type, string>
    {
        [typeof(ReturnMoved)] = "the return's page tells its steps from their own rows, with the reasons",
        [typeof(ReturnWentOver)] = "as a step of the return",
        [typeof(CellsMarked)] = "as the reason of a cell's conversation, once the return is given back: before, it is inside the receiver's office",
        [typeof(CellsRemarked)] = "the conversation beside the cell tells its words from their own rows, with who and when",
        [typeof(ReportSectionSaved)] = "as a draft of figures: inside the sender's office",
        [typeof(ReturnSaved)] = "a draft is inside the sender's office; its version says when it was saved last",
    };

    private readonly Texts texts = new();

    [Fact]
    public async Task Every_kind_of_change_has_a_page_that_tells_it()
    {
        var told = (await ToldAsync()).Select(line => line.Change.GetType()).ToHashSet();
        var all = typeof(Change).Assembly.GetTypes().Where(type => !type.IsAbstract && type.IsAssignableTo(typeof(Change))).ToList();

        Assert.NotEmpty(all);
        Assert.Equal([], all.Where(type => !told.Contains(type) && !Otherwise.ContainsKey(type)).Select(type => $"{type.Name}: say which page tells it."));
        Assert.Equal([], told.Where(Otherwise.ContainsKey));
    }

    [Fact]
    public async Task The_page_of_a_record_tells_what_was_recorded_of_it()
    {
        var silent = new List<string>();
        var browsers = new Dictionary<Role, HttpClient>();

        foreach (var line in await ToldAsync())
        {
            if (!browsers.TryGetValue(line.Reader, out var browser))
            {
                browser = browsers[line.Reader] = await AsAsync(line.Reader);
            }

            var words = texts.In("vi", $"change.{line.Change.GetType().Name}");
            var before = await TellsAsync(browser, line.Address, words);
            await RecordAsync(line.Change);

            if (await TellsAsync(browser, line.Address, words) != before + 1)
            {
                silent.Add($"{line.Address} does not tell {line.Change.GetType().Name}.");
            }
        }

        Assert.Equal([], silent);
    }

    [Fact]
    public async Task What_is_recorded_of_another_record_of_the_same_id_is_not_told()
    {
        var commune = (await ReturnOfAsync(HaiLang)).SubjectId;
        var browser = await AsAsync(Role.CommuneOfficer);
        await RecordAsync(new ProgrammeStarted($"{commune}", commune));

        Assert.Equal(0, await TellsAsync(browser, $"/places/{HaiLang}/history", texts.In("vi", "change.ProgrammeStarted")));
    }

    private static async Task<int> TellsAsync(HttpClient browser, string address, string words) =>
        (await PageAsync(browser, address)).Document.QuerySelectorAll("section.history strong").Count(line => PageView.Words(line) == words);

    private async Task RecordAsync(Change change)
    {
        await using var db = Engine.Open();
        db.Record(change, 1, null, Clock.Now);
        await db.SaveChangesAsync(Ct);
    }

    private async Task<IReadOnlyList<(Change Change, Role Reader, string Address)>> ToldAsync()
    {
        await using var db = Engine.Open();
        var officer = (await db.People.SingleAsync(person => person.UserName == PersonIn(Role.CommuneOfficer).UserName, Ct)).Id;
        var @return = await ReturnOfAsync(HaiLang);
        var round = await db.Rounds.SingleAsync(round => round.Id == @return.RoundId, Ct);
        var job = db.Enqueue<SweepAttachments>(1, new { }, null, Clock.Now);
        var keys = KeysOf(db, officer);
        await db.SaveChangesAsync(Ct);
        var difficulty = await SentDifficultyAsync();
        var village = Given.Place("Mẫu (minh họa)", under: @return.SubjectId);
        var report = Given.Report();
        var plan = Given.Plan();
        var task = Given.Task();
        var visit = Given.Visit(@return.SubjectId, @return.SubjectId);
        var committee = Given.Committee(@return.SubjectId);
        var pilot = Given.Pilot((await db.Agencies.FirstAsync(agency => agency.Code == $"{HaiLang}.ubnd", Ct)).Id, @return.SubjectId);
        var budget = Given.BudgetRound(@return.SubjectId);
        var fund = Given.Fund(@return.SubjectId);
        var agency = (await db.AgenciesUnder((await db.Owners.SingleAsync(owner => owner.Id == 1, Ct)).PlaceId).OrderByDescending(agency => agency.Id).FirstAsync(Ct)).Id;
        var row = Given.AnnualRow(agency, task);
        var document = (await db.OfficialDocuments.FirstAsync(document => document.Level == DocumentLevel.Province, Ct)).Id;
        var split = Given.Split([@return.SubjectId, (await ReturnOfAsync(VinhDinh)).SubjectId], $"T{village}");

        return
        [
            .. OfAccount($"{officer.Value}").Concat(OfSignIns(keys)).SelectMany(change => new (Change, Role, string)[]
            {
                (change, Role.Administrator, $"/people/{officer.Value}"),
                (change, Role.Auditor, $"/people/{officer.Value}"),
                (change, Role.CommuneOfficer, "/me/security"),
            }),
            .. OfPlaces(village, @return.SubjectId, split, $"T{village}@2025-06-30"),
            .. new Change[]
            {
                new PlanRead(plan, 3), new PlanItemsDecided(plan, PlanVerdict.Accepted, ["task-1"]), new PlanConfirmed(plan, 1, 3), new PlanReopened(plan),
                new FileAttached($"{plan.Value}", new AttachmentId(Guid.NewGuid()), ""),
            }.Select(change => (change, Role.StandingAgency, $"/plans/{plan.Value}")),
            .. new Change[] { new TaskMade(task), new TaskTakenOver(task, plan, ["task-1"]), new TaskChanged(task, ["Text"]), new TaskSuccessorNamed(task, agency, agency) }
                .Select(change => (change, Role.StandingAgency, $"/tasks/{task.Value}")),
            .. OfAnnualRow(row, agency).Select(change => (change, Role.StandingAgency, $"/tasks/rows/{row.Value}")),
            .. new Change[] { new CommitteeDecisionRecorded(committee, new CommitteeDecisionId(Guid.NewGuid())), new CommitteeDecisionCorrected(committee, new CommitteeDecisionId(Guid.NewGuid()), ["Number"]) }
                .Select(change => (change, Role.CommuneLeader, $"/committees/{committee.Value}")),
            .. OfPilot(pilot).Select(change => (change, Role.CommuneLeader, $"/pilots/{pilot.Value}")),
            .. OfVisit(visit).Select(change => (change, Role.CommuneLeader, $"/visits/{visit.Value}")),
            (new BudgetRoundOpened(budget, 2027, 1), Role.CommuneOfficer, $"/money/rounds/{budget.Value}"),
            .. new Change[] { new BudgetRequestSaved(budget, @return.SubjectId, 1), new BudgetRequestSent(budget, @return.SubjectId, 1), new BudgetRequestReturned(budget, @return.SubjectId, 1) }
                .Select(change => (change, Role.CommuneOfficer, $"/money/rounds/{budget.Value}/requests/{@return.SubjectId}")),
            .. new Change[] { new BudgetEntryWritten(@return.SubjectId, new BudgetEntryId(Guid.NewGuid()), BudgetEntryKind.Spending), new BudgetEntryCorrected(@return.SubjectId, default, default) }
                .Select(change => (change, Role.CommuneOfficer, $"/money/units/{@return.SubjectId}")),
            .. new Change[] { new StudyFundOpened(fund, @return.SubjectId), new FundEntryWritten(fund, default, FundEntryKind.Receipt), new FundEntryCorrected(fund, default, default) }
                .Select(change => (change, Role.AssociationOfficer, $"/money/funds/{fund.Value}")),
            .. new Change[] { new AgencyCameInPack($"{agency}", "44:so", "t.so"), new AgenciesImported("agencies", 2, agency - 1) }
                .Select(change => (change, Role.StandingAgency, $"/agencies/{agency}")),
            (new FileAttached(ReturnAttachments.RecordOf(@return.Id), new AttachmentId(Guid.NewGuid()), ""), Role.CommuneOfficer, $"/returns/{@return.Id.Value}"),
            (new AttachmentEnded(ReturnAttachments.RecordOf(@return.Id), new AttachmentId(Guid.NewGuid())), Role.CommuneLeader, $"/returns/{@return.Id.Value}"),
            (new RecordReceived(@return.Id.Value, "returns", Guid.CreateVersion7(), Clock.Now.Instant, null), Role.CommuneOfficer, $"/returns/{@return.Id.Value}"),
            (new WorkbookAccepted(@return.Id, new AttachmentId(Guid.CreateVersion7()), 3), Role.CommuneOfficer, $"/returns/{@return.Id.Value}"),
            (new FindingsExplained(@return.Id, 1, ["family.total"]), Role.CommuneOfficer, $"/returns/{@return.Id.Value}"),
            (new ReturnPaperRecorded(@return.Id, 1, "45/BC-UBND", Day, new AttachmentId(Guid.NewGuid())), Role.CommuneOfficer, $"/returns/{@return.Id.Value}/paper"),
            (new ReturnPaperRecorded(@return.Id, 1, "45/BC-UBND", Day, new AttachmentId(Guid.NewGuid())), Role.CommuneLeader, $"/returns/{@return.Id.Value}"),
            (new PaperCopyReceived(@return.Id, 1, Day), Role.StandingAgency, $"/returns/{@return.Id.Value}"),
            (new PaperCopyReceived(@return.Id, 1, Day), Role.StandingAgency, $"/returns/{@return.Id.Value}/paper"),
            .. new Change[] { new DifficultyRaised(new DifficultyId(difficulty)), new DifficultyReplied(new DifficultyId(difficulty), @return.Id, DifficultyReply.Answered), new DifficultyClosed(new DifficultyId(difficulty)) }
                .Select(change => (change, Role.StandingAgency, $"/difficulties/{difficulty}")),
            (new JobCancelAsked(job), Role.Administrator, $"/jobs/{job.Value}"),
            .. new Change[] { new ReportBegun(report, "department", 1), new ReportTextWritten(report, "tasks"), new ReportLocked(report, "", "") }
                .Select(change => (change, Role.StandingAgency, $"/reports/{report.Value}")),
            .. OfDocument(document).Select(change => (change, Role.CommuneOfficer, $"/documents/{document.Value}")),
            (new PackLoaded(Pack, ""), Role.StandingAgency, $"/packs/{Pack}"),
            (new RoundOpened(round.Id, round.Code, 1), Role.CommuneOfficer, $"/rounds/{round.Id.Value}"),
            (new RoundExtended(round.Id, Guid.NewGuid(), Day, 1), Role.CommuneOfficer, $"/rounds/{round.Id.Value}"),
            (new RoundClosed(round.Id, 1, 0), Role.CommuneOfficer, $"/rounds/{round.Id.Value}"),
            (new SurveyRecorded(StatedSurvey.RecordOf("life-skills-share", @return.SubjectId, PeriodCode.Year(2026)), new SampleSurveyId(Guid.NewGuid()), 1), Role.StandingAgency, $"/indicators/life-skills-share/{HaiLang}/survey?year=2026"),
            (new OwnValueSet(StatedOwnValue.RecordOf(@return.SubjectId, "citizen-share", 2030), new OwnValueId(Guid.NewGuid()), 1), Role.CommuneOfficer, "/own-targets/citizen-share/2030"),
            (new ProgrammeStarted("1", 1), Role.StandingAgency, $"/places/{Province}/history"),
            (new FiguresImported(Guid.NewGuid(), 1, 0, 0), Role.StandingAgency, $"/places/{Province}/history"),
        ];
    }

    private static IEnumerable<Change> OfAnnualRow(AnnualRowId row, int agency) =>
    [
        new AnnualRowAdded(row, agency, 2026), new AnnualRowRenewed(row), new AnnualRowChanged(row, ["Note"]), new AnnualRowDropped(row), new AnnualRowHandedOver(row, agency, agency),
        new ProgressSaid(row, 1, RowState.Done), new FileAttached(AnnualRowFiles.RecordOf(row), new AttachmentId(Guid.NewGuid()), ""),
        new AttachmentEnded(AnnualRowFiles.RecordOf(row), new AttachmentId(Guid.NewGuid())),
    ];

    private static IEnumerable<Change> OfDocument(DocumentId document) =>
    [
        new DocumentRegistered(document), new DocumentChanged(document, ["Title"]), new DocumentsRelated(document, document, DocumentRelationKind.Cites),
        new DocumentRelationEnded(document, document, DocumentRelationKind.Cites), new FileAttached(DocumentFiles.RecordOf(document), new AttachmentId(Guid.NewGuid()), ""),
    ];

    private static IEnumerable<Change> OfPilot(PilotId pilot) =>
    [
        new PilotSetUp(pilot), new PilotChanged(pilot, ["Name"]), new PilotMeasureAdded(pilot, default), new PilotMeasureRemoved(pilot, default), new PilotMoved(pilot, PilotStep.Begin),
        new PilotEvaluated(pilot, 1), new PilotDecided(pilot, 1, PilotDecision.Stop), new FileAttached(PilotFiles.RecordOf(pilot), new AttachmentId(Guid.NewGuid()), ""),
        new AttachmentEnded(PilotFiles.RecordOf(pilot), new AttachmentId(Guid.NewGuid())),
    ];

    private static IEnumerable<Change> OfVisit(VisitId visit) =>
    [
        new VisitPlanned(visit), new VisitChanged(visit, ["Subject"]), new VisitMoved(visit, VisitStep.CarryOut), new VisitPointsSeen(visit, [1]),
        new FindingAdded(visit, new FindingId(Guid.NewGuid())), new FindingSpokenOf(visit, new FindingId(Guid.NewGuid()), FindingStep.Answer),
    ];

    private static IEnumerable<Change> OfAccount(string person) =>
    [
        new PersonCreated(person, Role.CommuneOfficer, 1), new RoleGranted(person, Guid.Empty, Role.CommuneOfficer, 1, null, null),
        new RoleEnded(person, Guid.Empty, Role.CommuneOfficer, 1, Day), new PostHandedOver(person, Guid.Empty, [], [], Day),
        new RoleDelegated(person, Guid.Empty, Guid.Empty, Day, Day), new DelegationEnded(person, Guid.Empty, Guid.Empty, Day),
        new PasswordWasReset(person), new PasswordChanged(person), new AuthenticatorSetUp(person), new AuthenticatorReplaced(person),
        new PasskeyAdded(person), new PasskeyRemoved(person), new MailAddressChanged(person), new RecoveryCodesMade(person), new SecondFactorReset(person), new AccessEnded(person),
    ];

    private static IEnumerable<Change> OfSignIns(SignInKeys keys) =>
    [
        new SessionBegun(keys.Session, SessionWay.Password), new SessionStrengthened(keys.Session), new SessionEnded(keys.Session),
        new DeviceInvited(keys.Invitation, Guid.Empty), new DeviceEnrolled(keys.Device), new SigningKeySet(keys.Device), new DeviceEnded(keys.Device),
        new TokenCreated(keys.Token, Guid.Empty, "read"), new TokenRevoked(keys.Token),
    ];

    private static IEnumerable<(Change Change, Role Reader, string Address)> OfPlaces(int village, int commune, int split, string splitCode)
    {
        IReadOnlyList<Change> ofVillage =
            [new VillageEntered($"{village}", commune, Day), new VillageRenamed($"{village}", Day), new VillageRearranged($"{village}", [], Day)];
        var imported = new VillagesImported("thon.csv", 1, village, [commune]);
        var counted = new CountedPartsSet($"{split}", [new(commune, 3)], "test", "test");
        var classes = new PlaceClassesImported("QĐ 861", 1, [commune]);

        foreach (var change in ofVillage.Append(imported))
        {
            yield return (change, Role.CommuneOfficer, $"/villages/{village}");
            yield return (change, Role.CommuneOfficer, $"/places/{HaiLang}/history");
        }

        yield return (classes, Role.CommuneLeader, $"/places/{HaiLang}/history");
        yield return (classes, Role.StandingAgency, $"/places/{Province}/history");
        yield return (counted, Role.StandingAgency, $"/places/{splitCode}/history");
        yield return (counted, Role.StandingAgency, $"/places/{splitCode}/parts");
        yield return (counted, Role.CommuneOfficer, $"/places/{HaiLang}/history");
    }

    /// <summary>What a person signs in with, one of each.</summary>
    private SignInKeys KeysOf(HieuHocDb db, PersonId person)
    {
        var now = Clock.Now.Instant;
        var session = new Session
        {
            Owner = 1, Id = new SessionId(Guid.NewGuid()), PersonId = person, Way = SessionWay.Password, Browser = "", BegunAt = now, LastSeenAt = now, EndedAt = now,
        };
        var device = new Device
        {
            Owner = 1, Id = new DeviceId(Guid.NewGuid()), PersonId = person, Browser = "", KeyHash = Guid.NewGuid().ToByteArray(), PinHash = "", EnrolledAt = now, EndedAt = now,
        };
        var invitation = new Enrolment
        {
            Owner = 1, Id = new EnrolmentId(Guid.NewGuid()), PersonId = person, CodeHash = Guid.NewGuid().ToByteArray(), ExpiresAt = now,
        };
        var token = new ApiToken
        {
            Owner = 1, Id = new ApiTokenId(Guid.NewGuid()), PersonId = person, Name = "test", Scopes = "read", Hash = Guid.NewGuid().ToByteArray(), CreatedAt = now, ExpiresAt = now, RevokedAt = now,
        };
        db.AddRange(session, device, invitation, token);

        return new SignInKeys($"{session.Id.Value}", $"{device.Id.Value}", $"{invitation.Id.Value}", $"{token.Id.Value}");
    }

    private sealed record SignInKeys(string Session, string Device, string Invitation, string Token);
}
