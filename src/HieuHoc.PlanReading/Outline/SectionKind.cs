namespace HieuHoc.PlanReading.Outline;

/// <summary>What a section is about, by the words of its heading.</summary>
public enum SectionKind
{
    /// <summary>Nothing that is told by its heading.</summary>
    Other,

    Situation,

    Reporting,

    Execution,

    Money,

    Criteria,

    GeneralAim,

    Tasks,

    Targets,

    Viewpoint,

    Purpose,

    Requirement,

    Schedule,

    Scope,

    Content,
}
