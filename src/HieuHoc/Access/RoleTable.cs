using System.Collections.Frozen;
using HieuHoc.Agencies;
using HieuHoc.Places;

namespace HieuHoc.Access;

/// <summary>Something that a role may do or see; a page asks for one of them, or names roles.</summary>
public enum Capability
{
    /// <summary>Their own work, account, roles and delegations: what every role may.</summary>
    OwnAccount,

    SeeReturns,
    FillReturns,

    /// <summary>Approves what is sent, or gives it back inside.</summary>
    LeadReturns,

    /// <summary>Receives, asks to mend, confirms.</summary>
    CheckReturns,

    /// <summary>Types and sends what a village owes.</summary>
    FillVillageReturns,

    /// <summary>Receives, asks to mend and confirms what villages send, and types for one that has paper alone.</summary>
    CheckVillageReturns,

    /// <summary>Takes down number, day and file of the papers that its own place or agency signed.</summary>
    RecordPapers,

    OpenRounds,

    /// <summary>Reads plan documents in, and confirms what a programme runs by.</summary>
    KeepPlans,

    /// <summary>The reports upward that its role writes: which, the programme's pack says.</summary>
    BuildReports,

    /// <summary>The reports upward: those that its role writes, else those that are locked and so were sent.</summary>
    SeeReports,

    /// <summary>Targets, indicators, the map, and the rows behind a number.</summary>
    SeeFigures,

    SeeAgencies,

    /// <summary>The agencies that the province lists itself, beside those of packs.</summary>
    KeepAgencies,

    /// <summary>The register of official documents.</summary>
    SeeDocuments,

    /// <summary>Registers, changes and relates the documents that its own place or agency keeps.</summary>
    KeepDocuments,

    /// <summary>The tasks of the programme in which one has a part, and how far they have come.</summary>
    SeeTasks,

    /// <summary>Draws up the annual plan of its own agency or commune and says how far it has come; the standing agency that of any.</summary>
    KeepAnnualPlans,

    /// <summary>Steering committees and who sits on them.</summary>
    SeeCommittees,

    /// <summary>Takes down the decisions about the steering committees of its own place.</summary>
    KeepCommittees,

    /// <summary>Visits that check and supervise, and what they found.</summary>
    SeeVisits,

    /// <summary>Plans and carries out the visits of its own place or agency, and follows up what they found.</summary>
    KeepVisits,

    /// <summary>Answers findings that name its own place or agency.</summary>
    AnswerFindings,

    /// <summary>Tells the standing agency at any time what stands in the way of its own place or agency.</summary>
    RaiseDifficulties,

    /// <summary>Answers what the standing agency passed on to the committee or the people's committee.</summary>
    AnswerForwarded,

    /// <summary>The money of the programme, as far as it is of one's own part: requests, allocations, spending, fund books.</summary>
    SeeMoney,

    /// <summary>Writes down the money of its own place or agency.</summary>
    KeepMoney,

    /// <summary>Opens rounds of budget requests, gives requests back, writes allocations down.</summary>
    RunMoney,

    /// <summary>What its own commune wants of targets beyond the programme.</summary>
    KeepOwnTargets,

    /// <summary>The list of villages: entering, renaming, re-arranging.</summary>
    KeepVillages,

    /// <summary>Lists from Excel; which of them, each kind of list says.</summary>
    TakeLists,

    /// <summary>What was counted of a place that was split, in the place of a rule.</summary>
    CountParts,

    /// <summary>What a sample survey states of an indicator, beside what is counted.</summary>
    RecordSurveys,

    /// <summary>The packs, and the law behind a number.</summary>
    SeeLaw,

    /// <summary>Long work that one asked for oneself; an administrator sees all of the programme.</summary>
    SeeJobs,

    KeepPacks,

    /// <summary>The list of accounts, by post.</summary>
    SeeAccounts,

    /// <summary>Enrols and ends the telephones of the villages of its part.</summary>
    KeepDevices,
}

/// <summary>How a role meets what is about persons.</summary>
public enum PersonalData
{
    None,

    /// <summary>Names as initials; one record opens for a case number and a reason, and is logged.</summary>
    Masked,

    /// <summary>As far as its part of the hierarchy and its task go.</summary>
    Shown,
}

/// <summary>One line of the table of roles.</summary>
/// <param name="Levels">The levels of the places that it can be given for.</param>
public sealed record RoleRule(Role Role, IReadOnlyList<PlaceLevel> Levels, IReadOnlyList<Capability> May)
{
    /// <summary>The kinds of agencies that it can be given for; empty when it answers for a place alone.</summary>
    public IReadOnlyList<AgencyKind> Agencies { get; init; } = [];

    /// <summary>True when it is never given without an agency.</summary>
    public bool NeedsAgency { get; init; }

    /// <summary>True when, given for an agency, it answers for that agency and its divisions, and not for all of their place.</summary>
    public bool StaysInAgency { get; init; }

    /// <summary>True when it is given for one programme: a province runs several, each with a standing agency of its own.</summary>
    public bool NeedsProgramme { get; init; }

    public PersonalData Sees { get; init; } = PersonalData.Shown;

    /// <summary>True when a passkey or a code of an app is asked beside the password; villages have a PIN on one device instead.</summary>
    public bool NeedsSecondFactor { get; init; } = true;

    /// <summary>True when every change is refused, whatever page it comes from; one's own account excepted.</summary>
    public bool OnlyReads { get; init; }

    /// <summary>True when a colleague may stand in for an absent one.</summary>
    public bool CanBeDelegated { get; init; } = true;

    /// <summary>The roles whose accounts it keeps.</summary>
    public IReadOnlyList<Role> Keeps { get; init; } = [];

    /// <summary>True when it takes papers down and writes nothing: văn thư.</summary>
    public bool IsClerk => May.Contains(Capability.RecordPapers) && !IsSender;

    /// <summary>True when returns of its own place or agency are written in this role; who only receives sees what was sent.</summary>
    public bool IsSender =>
        May.Contains(Capability.FillReturns) || May.Contains(Capability.LeadReturns) || May.Contains(Capability.FillVillageReturns);
}

/// <summary>All roles on one screen: for whom, what they may, whom they see. A new role is a line here.</summary>
public static class RoleTable
{
    private static readonly IReadOnlyList<PlaceLevel> Village = [PlaceLevel.Village];
    private static readonly IReadOnlyList<PlaceLevel> Commune = [PlaceLevel.Commune];
    private static readonly IReadOnlyList<PlaceLevel> Province = [PlaceLevel.Province];
    private static readonly IReadOnlyList<PlaceLevel> Both = [PlaceLevel.Province, PlaceLevel.Commune];

    /// <summary>What whoever has part in the programme may look at.</summary>
    private static readonly IReadOnlyList<Capability> Reading =
        [
            Capability.OwnAccount, Capability.SeeReturns, Capability.SeeFigures, Capability.SeeAgencies, Capability.SeeDocuments, Capability.SeeTasks,
            Capability.SeeLaw, Capability.SeeJobs, Capability.SeeCommittees, Capability.SeeVisits, Capability.SeeMoney,
        ];

    private static readonly IReadOnlyList<AgencyKind> AnyAgency = Enum.GetValues<AgencyKind>();

    /// <summary>The order is that of the choice: of several roles a person acts in the first until they choose.</summary>
    public static IReadOnlyList<RoleRule> All { get; } =
    [
        new(Role.VillageOfficer, Village, [Capability.OwnAccount, Capability.SeeReturns, Capability.FillVillageReturns]) { NeedsSecondFactor = false },
        new(Role.CommuneOfficer, Commune, [
                .. Reading, Capability.FillReturns, Capability.RecordPapers, Capability.CheckVillageReturns, Capability.KeepVillages, Capability.TakeLists, Capability.KeepDocuments,
                Capability.KeepAnnualPlans, Capability.SeeAccounts, Capability.KeepDevices, Capability.KeepCommittees, Capability.KeepVisits, Capability.AnswerFindings, Capability.RaiseDifficulties, Capability.KeepMoney,
                Capability.KeepOwnTargets,
            ])
        {
            Keeps = [Role.VillageOfficer],
        },
        new(Role.CommuneLeader, Commune, [.. Reading, Capability.LeadReturns, Capability.KeepDevices, Capability.AnswerFindings, Capability.RaiseDifficulties, Capability.KeepOwnTargets]),
        new(Role.AgencyOfficer, Both, [.. Reading, Capability.FillReturns, Capability.RecordPapers, Capability.KeepDocuments, Capability.KeepAnnualPlans, Capability.KeepVisits, Capability.AnswerFindings, Capability.RaiseDifficulties, Capability.KeepMoney]) { Agencies = AnyAgency, NeedsAgency = true, StaysInAgency = true },
        new(Role.AgencyLeader, Both, [.. Reading, Capability.LeadReturns, Capability.SeeReports, Capability.AnswerFindings, Capability.RaiseDifficulties]) { Agencies = AnyAgency, NeedsAgency = true, StaysInAgency = true },
        new(Role.AssociationOfficer, Both, [.. Reading, Capability.BuildReports, Capability.SeeReports, Capability.KeepPlans, Capability.KeepDocuments, Capability.KeepAnnualPlans, Capability.KeepCommittees, Capability.KeepVisits, Capability.AnswerFindings, Capability.RaiseDifficulties, Capability.KeepMoney]) { Agencies = [AgencyKind.StudyPromotion] },
        new(Role.StandingAgency, Province, [
                .. Reading, Capability.CheckReturns, Capability.OpenRounds, Capability.BuildReports, Capability.SeeReports, Capability.KeepVillages,
                Capability.KeepAgencies, Capability.TakeLists, Capability.CountParts, Capability.RecordSurveys, Capability.KeepPlans, Capability.KeepDocuments,
                Capability.KeepAnnualPlans, Capability.KeepCommittees, Capability.KeepVisits, Capability.AnswerFindings, Capability.KeepMoney, Capability.RunMoney,
            ])
        {
            Agencies = [AgencyKind.Department, AgencyKind.StudyPromotion],
            NeedsProgramme = true,
        },
        new(Role.Clerk, Both, [.. Reading, Capability.RecordPapers, Capability.SeeReports, Capability.KeepDocuments]) { Agencies = AnyAgency, StaysInAgency = true },
        new(Role.Leader, Both, [.. Reading, Capability.SeeReports, Capability.AnswerForwarded]) { Agencies = [AgencyKind.PeoplesCommittee, AgencyKind.SteeringCommittee] },
        new(Role.Auditor, Both, [.. Reading, Capability.SeeReports, Capability.SeeAccounts]) { Sees = PersonalData.Masked, OnlyReads = true, CanBeDelegated = false },
        new(Role.Administrator, Province, [
                Capability.OwnAccount, Capability.SeeAgencies, Capability.KeepAgencies, Capability.TakeLists, Capability.SeeLaw, Capability.SeeJobs,
                Capability.KeepPacks, Capability.SeeAccounts, Capability.KeepDevices,
            ])
        {
            Sees = PersonalData.None,
            CanBeDelegated = false,
            Keeps = Enum.GetValues<Role>(),
        },
    ];

    private static readonly FrozenDictionary<Role, RoleRule> ByRole = All.ToFrozenDictionary(rule => rule.Role);

    /// <summary>The line of a role.</summary>
    public static RoleRule Of(Role role) => ByRole[role];

    /// <summary>The roles that may do this, in the order of the table.</summary>
    public static IReadOnlyList<Role> WhoMay(Capability capability) =>
        [.. All.Where(rule => rule.May.Contains(capability)).Select(rule => rule.Role)];
}
