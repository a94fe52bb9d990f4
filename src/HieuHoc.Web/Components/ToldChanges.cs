using HieuHoc.Access;
using HieuHoc.Access.Attachments;
using HieuHoc.Access.Capture;
using HieuHoc.Agencies;
using HieuHoc.Documents;
using HieuHoc.Exchange.Workbooks;
using HieuHoc.Figures.Import;
using HieuHoc.Places;
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
using HieuHoc.Returns.Narrative;
using HieuHoc.Returns.Reasons;
using HieuHoc.Returns.Surveys;

namespace HieuHoc.Web.Components;

/// <summary>Which kinds of changes the page of which record tells. A test finds a kind that no page tells.</summary>
public static class ToldChanges
{
    public static IReadOnlyList<string> OfAccount { get; } =
    [
        nameof(PersonCreated), nameof(RoleGranted), nameof(RoleEnded), nameof(PostHandedOver), nameof(RoleDelegated), nameof(DelegationEnded),
        nameof(PasswordWasReset), nameof(PasswordChanged), nameof(AuthenticatorSetUp), nameof(AuthenticatorReplaced), nameof(PasskeyAdded),
        nameof(PasskeyRemoved), nameof(MailAddressChanged), nameof(RecoveryCodesMade), nameof(SecondFactorReset), nameof(AccessEnded),
    ];

    /// <summary>Of what a person signs in with: their sessions, devices, invitations to enrol one, and tokens.</summary>
    public static IReadOnlyList<string> OfSignIns { get; } =
    [
        nameof(SessionBegun), nameof(SessionStrengthened), nameof(SessionEnded), nameof(DeviceInvited), nameof(DeviceEnrolled), nameof(SigningKeySet), nameof(DeviceEnded),
        nameof(TokenCreated), nameof(TokenRevoked),
    ];

    public static IReadOnlyList<string> OfVillage { get; } = [nameof(VillageEntered), nameof(VillageRenamed), nameof(VillageRearranged)];

    /// <summary>Of a place itself; those that came of it tell of it too.</summary>
    public static IReadOnlyList<string> OfPlace { get; } = [nameof(CountedPartsSet)];

    /// <summary>Of a list that names many places; each of them tells of it.</summary>
    public static IReadOnlyList<string> OfLists { get; } = [nameof(PlaceClassesImported), nameof(VillagesImported)];

    /// <summary>Of an agency itself.</summary>
    public static IReadOnlyList<string> OfAgency { get; } = [nameof(AgencyCameInPack)];

    /// <summary>Of a list that names many agencies; each of them tells of it.</summary>
    public static IReadOnlyList<string> OfAgencyLists { get; } = [nameof(AgenciesImported)];

    /// <summary>Of the programme that a province runs.</summary>
    public static IReadOnlyList<string> OfProgramme { get; } = [nameof(ProgrammeStarted), nameof(FiguresImported)];

    /// <summary>Of the files of a return; its steps are records of their own, with their reasons.</summary>
    public static IReadOnlyList<string> OfReturnFiles { get; } = [nameof(FileAttached), nameof(AttachmentEnded)];

    /// <summary>Of the reasons that the sender gave for figures that look odd.</summary>
    public static IReadOnlyList<string> OfReturnReasons { get; } = [nameof(FindingsExplained)];

    /// <summary>Of the workbooks from which figures came.</summary>
    public static IReadOnlyList<string> OfReturnWorkbooks { get; } = [nameof(WorkbookAccepted)];

    /// <summary>Of what was filled in without network and arrived later.</summary>
    public static IReadOnlyList<string> OfReturnCaptures { get; } = [nameof(RecordReceived)];

    /// <summary>Of the signed paper of a return: taken down by the sender, arrived at the standing agency.</summary>
    public static IReadOnlyList<string> OfReturnPaper { get; } = [nameof(ReturnPaperRecorded), nameof(PaperCopyReceived)];

    /// <summary>Of the same, to the standing agency before the report is sent: what the sender took down is still its own.</summary>
    public static IReadOnlyList<string> OfPaperCopy { get; } = [nameof(PaperCopyReceived)];

    /// <summary>Of a difficulty or a proposal.</summary>
    public static IReadOnlyList<string> OfDifficulty { get; } = [nameof(DifficultyRaised), nameof(DifficultyReplied), nameof(DifficultyClosed)];

    /// <summary>Of what a sample survey states.</summary>
    public static IReadOnlyList<string> OfSurvey { get; } = [nameof(SurveyRecorded)];

    /// <summary>Of what a commune wants beyond the programme.</summary>
    public static IReadOnlyList<string> OfOwnValue { get; } = [nameof(OwnValueSet)];

    /// <summary>Of a document of the register, what it stands in relation to, and its files.</summary>
    public static IReadOnlyList<string> OfDocument { get; } =
        [nameof(DocumentRegistered), nameof(DocumentChanged), nameof(DocumentsRelated), nameof(DocumentRelationEnded), nameof(FileAttached), nameof(AttachmentEnded)];

    public static IReadOnlyList<string> OfJob { get; } = [nameof(JobCancelAsked)];

    public static IReadOnlyList<string> OfRound { get; } = [nameof(RoundOpened), nameof(RoundExtended), nameof(RoundClosed)];

    public static IReadOnlyList<string> OfReport { get; } = [nameof(ReportBegun), nameof(ReportTextWritten), nameof(ReportLocked)];

    /// <summary>Of a plan document: read, decided item by item, confirmed; its file.</summary>
    public static IReadOnlyList<string> OfPlan { get; } =
        [nameof(PlanRead), nameof(PlanItemsDecided), nameof(PlanConfirmed), nameof(PlanReopened), nameof(FileAttached)];

    /// <summary>Of a task of the programme.</summary>
    public static IReadOnlyList<string> OfTask { get; } = [nameof(TaskMade), nameof(TaskTakenOver), nameof(TaskChanged), nameof(TaskSuccessorNamed)];

    /// <summary>Of a row of an annual plan, and its evidence.</summary>
    public static IReadOnlyList<string> OfAnnualRow { get; } =
    [
        nameof(AnnualRowAdded), nameof(AnnualRowRenewed), nameof(AnnualRowChanged), nameof(AnnualRowDropped), nameof(AnnualRowHandedOver), nameof(ProgressSaid),
        nameof(FileAttached), nameof(AttachmentEnded),
    ];

    /// <summary>Of a steering committee: its decisions, and what of them was corrected.</summary>
    public static IReadOnlyList<string> OfCommittee { get; } = [nameof(CommitteeDecisionRecorded), nameof(CommitteeDecisionCorrected)];

    /// <summary>Of a pilot, its files included.</summary>
    public static IReadOnlyList<string> OfPilot { get; } =
    [
        nameof(PilotSetUp), nameof(PilotChanged), nameof(PilotMeasureAdded), nameof(PilotMeasureRemoved), nameof(PilotMoved), nameof(PilotEvaluated), nameof(PilotDecided),
        nameof(FileAttached), nameof(AttachmentEnded),
    ];

    /// <summary>Of a visit, and of what it found.</summary>
    public static IReadOnlyList<string> OfVisit { get; } =
        [nameof(VisitPlanned), nameof(VisitChanged), nameof(VisitMoved), nameof(VisitPointsSeen), nameof(FindingAdded), nameof(FindingSpokenOf)];

    public static IReadOnlyList<string> OfBudgetRound { get; } = [nameof(BudgetRoundOpened)];

    /// <summary>Of what an agency or commune asks for in a round.</summary>
    public static IReadOnlyList<string> OfBudgetRequest { get; } = [nameof(BudgetRequestSaved), nameof(BudgetRequestSent), nameof(BudgetRequestReturned)];

    /// <summary>Of what a place or agency was given and spent.</summary>
    public static IReadOnlyList<string> OfBudget { get; } = [nameof(BudgetEntryWritten), nameof(BudgetEntryCorrected)];

    /// <summary>Of the book of a fund.</summary>
    public static IReadOnlyList<string> OfFund { get; } = [nameof(StudyFundOpened), nameof(FundEntryWritten), nameof(FundEntryCorrected)];

    public static IReadOnlyList<string> OfPack { get; } = [nameof(PackLoaded)];
}
