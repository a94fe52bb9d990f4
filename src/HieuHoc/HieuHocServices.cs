using HieuHoc.Access;
using HieuHoc.Access.Attachments;
using HieuHoc.Access.Capture;
using HieuHoc.Demo;
using HieuHoc.Documents;
using HieuHoc.Exchange.Lists;
using HieuHoc.Exchange.Lists.Accounts;
using HieuHoc.Exchange.Workbooks;
using HieuHoc.Figures;
using HieuHoc.Figures.Import;
using HieuHoc.Figures.Made;
using HieuHoc.Places;
using HieuHoc.Places.Maps;
using HieuHoc.Platform;
using HieuHoc.Platform.Audit;
using HieuHoc.Platform.Jobs;
using HieuHoc.Platform.Keys;
using HieuHoc.Platform.Packs;
using HieuHoc.Programmes;
using HieuHoc.Programmes.Checks;
using HieuHoc.Programmes.Committees;
using HieuHoc.Programmes.Difficulties;
using HieuHoc.Programmes.Money;
using HieuHoc.Programmes.Own;
using HieuHoc.Programmes.Pilots;
using HieuHoc.Programmes.Plans;
using HieuHoc.Programmes.Tasks;
using HieuHoc.Register;
using HieuHoc.Reporting;
using HieuHoc.Reporting.Records;
using HieuHoc.Returns;
using HieuHoc.Returns.Capture;
using HieuHoc.Returns.Cells;
using HieuHoc.Returns.Narrative;
using HieuHoc.Returns.Reasons;
using HieuHoc.Returns.Reminders;
using HieuHoc.Returns.Surveys;
using Microsoft.Extensions.DependencyInjection;

namespace HieuHoc;

/// <summary>The table of contents of what the system can do: every use case, one line each.</summary>
public static class HieuHocServices
{
    public static IServiceCollection AddHieuHoc(this IServiceCollection services)
    {
        services.AddSingleton<Texts>();
        services.AddSingleton<ProgrammeClock>();
        services.AddSingleton(_ => new PackShelf(PackKinds()));

        services.AddSingleton(provider => provider.GetRequiredService<KeyRingPlace>().Read() is var ring && ring.Refusal is { } refusal
            ? throw new KeysUnusableException(refusal)
            : ring.Value);
        services.AddSingleton<Receipts>();
        services.AddSingleton<InstallationKey>();

        services.AddScoped<SealAudit>();
        services.AddScoped<VerifyAudit>();

        services.AddScoped<JobQueue>();
        services.AddSingleton<RunJobs>();
        AddJobHandlers(services);
        AddAll(services, typeof(ProtectedRows));
        services.AddScoped<CancelJob>();
        services.AddScoped<PlanJobs>();

        AddAll(services, typeof(AttachmentKind));
        services.AddSingleton<AttachmentKinds>();
        services.AddScoped<AttachFile>();
        services.AddScoped<EndAttachment>();

        services.AddScoped<EstablishKeys>();
        services.AddScoped<RotateKeys>();
        services.AddScoped<LoadPacks>();
        services.AddScoped<TakePack>();
        services.AddScoped<MakeIndicator>();

        services.AddSingleton<ProvinceMaps>();
        services.AddScoped<StartProgramme>();
        services.AddScoped<ImportPlaceClasses>();

        services.AddScoped<SetMailAddress>();
        services.AddScoped<GrantRole>();
        services.AddScoped<EndRole>();
        services.AddScoped<HandOverPost>();
        services.AddScoped<DelegateRole>();
        services.AddScoped<EndDelegation>();

        services.AddScoped<ReadCapture>();
        services.AddScoped<TakeCaptured>();
        services.AddScoped<SetSigningKey>();
        services.AddScoped<RelayFile>();
        services.AddScoped<ICaptureKind, ReturnCapture>();

        services.AddScoped<RegisterDocument>();
        services.AddScoped<ChangeDocument>();
        services.AddScoped<RelateDocuments>();
        services.AddScoped<EndDocumentRelation>();
        services.AddScoped<CiteDocument>();
        services.AddScoped<SearchDocuments>();
        services.AddScoped<ReadDocument>();

        services.AddScoped<EnterVillage>();
        services.AddScoped<RenameVillage>();
        services.AddScoped<RearrangeVillages>();
        services.AddScoped<ImportVillages>();
        services.AddScoped<ImportAgencies>();
        services.AddScoped<SetCountedParts>();
        services.AddFollowers();

        services.AddScoped<ReadFigures>();
        services.AddScoped<ImportFigures>();
        services.AddScoped<RebuildRollUp>();

        services.AddScoped<BeginSession>();
        services.AddScoped<CheckSession>();
        services.AddScoped<EndSession>();
        services.AddScoped<EndAccess>();
        services.AddScoped<SetUpAuthenticator>();
        services.AddScoped<ShowSecondFactor>();
        services.AddScoped<ResetSecondFactor>();
        services.AddScoped<EndDevice>();
        services.AddScoped<CreateToken>();
        services.AddScoped<CheckToken>();
        services.AddScoped<RevokeToken>();

        services.AddScoped<OpenRound>();
        services.AddScoped<ExtendRound>();
        services.AddScoped<CloseRound>();
        services.AddScoped<ReadRoundProgress>();
        services.AddScoped<ReadRoundCommunes>();
        services.AddScoped<ReadRoundState>();
        services.AddScoped<ReadRoundCalendar>();
        services.AddScoped<ReadReminders>();
        services.AddScoped<SendReminders>();
        services.AddScoped<PlanReminders>();
        services.AddScoped<SaveReturn>();
        services.AddScoped<MergeReturn>();
        services.AddScoped<MarkCells>();
        services.AddScoped<RemarkOnCells>();
        services.AddScoped<TakeReturnStep>();
        services.AddScoped<SaveReportSection>();
        services.AddScoped<ExplainFindings>();
        services.AddScoped<ListDifficulties>();
        services.AddScoped<ReplyToDifficulty>();
        services.AddScoped<CloseDifficulty>();
        services.AddScoped<RecordReturnPaper>();
        services.AddScoped<ReceivePaperCopy>();
        services.AddScoped<ReadIndicators>();
        services.AddScoped<RecordSurvey>();
        services.AddScoped<ReadFormerEstimate>();
        services.AddScoped<ComparePlaces>();
        services.AddScoped<ReadCompleteness>();

        services.AddScoped<JudgeTargets>();
        services.AddScoped<ReadProgramme>();
        services.AddScoped<ListPlans>();
        services.AddScoped<TakePlan>();
        services.AddScoped<DecidePlanItems>();
        services.AddScoped<ReadOwnTargets>();
        services.AddScoped<SetOwnValue>();
        services.AddScoped<UndoPlanDecision>();
        services.AddSingleton<PlanShelf>();
        services.AddScoped<PlanLinks>();
        services.AddScoped<ConfirmPlan>();
        services.AddScoped<RegisterPlan>();
        services.AddScoped<KeepTasks>();
        services.AddScoped<TakeOverTasks>();
        services.AddScoped<DrawUpAnnualPlan>();
        services.AddScoped<KeepAnnualRows>();
        services.AddScoped<SayProgress>();
        services.AddScoped<NameTaskSuccessor>();
        services.AddScoped<ReadTasks>();
        services.AddScoped<ReadTask>();
        services.AddScoped<ReadAnnualRow>();
        services.AddScoped<ReadReportDays>();
        services.AddScoped<ReadTaskReports>();
        services.AddScoped<ReportTasks>();
        services.AddScoped<RecordCommitteeDecision>();
        services.AddScoped<ReadCommittee>();
        services.AddScoped<ListCommittees>();
        services.AddScoped<PlanVisit>();
        services.AddScoped<MoveVisit>();
        services.AddScoped<LookAtPoints>();
        services.AddScoped<AddFinding>();
        services.AddScoped<SayOfFinding>();
        services.AddScoped<ReadVisit>();
        services.AddScoped<ListVisits>();
        services.AddScoped<KeepPilot>();
        services.AddScoped<MeasurePilot>();
        services.AddScoped<MovePilot>();
        services.AddScoped<EvaluatePilot>();
        services.AddScoped<DecidePilot>();
        services.AddScoped<ReadPilotFigures>();
        services.AddScoped<ReadPilot>();
        services.AddScoped<ListPilots>();
        services.AddScoped<RaiseDifficulty>();

        services.AddScoped<OpenBudgetRound>();
        services.AddScoped<StateBudgetRequest>();
        services.AddScoped<ReturnBudgetRequest>();
        services.AddScoped<ReadBudgetRound>();
        services.AddScoped<BuildBudgetWorkbook>();
        services.AddScoped<WriteBudgetEntry>();
        services.AddScoped<ReadBudgets>();
        services.AddScoped<OpenStudyFund>();
        services.AddScoped<WriteFundEntry>();
        services.AddScoped<ReadStudyFunds>();
        services.AddScoped<ReadMoneyTotals>();
        services.AddScoped<ReadTaskMoney>();

        services.AddScoped<BuildWorkbook>();
        services.AddScoped<TakeWorkbook>();
        services.AddScoped<ReadWorkbook>();
        services.AddScoped<AcceptWorkbook>();
        AddAll(services, typeof(ListKind));
        services.AddSingleton<ListKinds>();
        services.AddScoped<ListKit>();
        services.AddScoped<BuildListTemplate>();
        services.AddScoped<TakeList>();
        services.AddScoped<ReadList>();
        services.AddScoped<AcceptList>();
        services.AddScoped<ImportList>();
        services.AddScoped<PrintSlips>();

        services.AddScoped<ReadPlanFile>();

        services.AddScoped<ReadAnnualFacts>();
        services.AddScoped<BuildAnnualReport>();
        services.AddScoped<BuildSenderReport>();
        services.AddScoped<BuildRoundPapers>();
        services.AddScoped<BuildTaskPapers>();
        services.AddScoped<BeginReport>();
        services.AddScoped<WriteReportText>();
        services.AddScoped<ReadReport>();
        services.AddScoped<ListReports>();
        services.AddScoped<LockReport>();
        services.AddScoped<ContinueReport>();
        services.AddScoped<ReadChangesSinceLock>();

        services.AddScoped<MakeDemo>();

        return services;
    }

    /// <summary>What moves along when villages end and others take over, module by module.</summary>
    private static void AddFollowers(this IServiceCollection services)
    {
        services.AddScoped<IFollowPlaces, GrantsFollowPlaces>();
        services.AddScoped<IFollowPlaces, ReturnsFollowPlaces>();
    }

    /// <summary>The handlers of every kind of job that the modules bring; the kind is the name of the handler's type.</summary>
    public static IEnumerable<Type> JobHandlers() =>
        typeof(HieuHocServices).Assembly.GetTypes().Where(type => type.IsSubclassOf(typeof(JobHandler)) && !type.IsAbstract);

    /// <summary>One of every kind that the modules bring.</summary>
    private static void AddAll(IServiceCollection services, Type kind)
    {
        foreach (var type in typeof(HieuHocServices).Assembly.GetTypes().Where(type => type.IsSubclassOf(kind) && !type.IsAbstract))
        {
            services.AddSingleton(kind, type);
        }
    }

    private static void AddJobHandlers(IServiceCollection services)
    {
        foreach (var handler in JobHandlers())
        {
            services.AddKeyedScoped(typeof(JobHandler), handler.Name, handler);
        }
    }

    /// <summary>Every kind of pack that the modules bring, one of each.</summary>
    public static IEnumerable<PackKind> PackKinds() =>
        from type in typeof(HieuHocServices).Assembly.GetTypes()
        where type.IsSubclassOf(typeof(PackKind)) && !type.IsAbstract
        select (PackKind)Activator.CreateInstance(type)!;
}
