namespace HieuHoc.Documents;

/// <summary>
/// What kind of paper a document is: the kinds that offices of the state issue (Decree 30/2020/NĐ-CP, article 7) and those of the
/// law and of the Party, as far as a programme rests on them.
/// </summary>
public enum DocumentType
{
    Law,
    Decree,
    Circular,
    Resolution,
    Directive,
    Conclusion,
    Decision,
    Programme,

    /// <summary>Đề án.</summary>
    Scheme,

    Plan,

    /// <summary>Hướng dẫn.</summary>
    Guidance,

    /// <summary>Thông báo.</summary>
    Notice,

    /// <summary>Quy chế: how agencies work together, among others.</summary>
    Regulation,

    /// <summary>Tờ trình.</summary>
    Submission,

    Report,

    /// <summary>Công văn: what has no kind in its number.</summary>
    Letter,

    Other,
}

/// <summary>For how much of the country a document is issued, the highest first.</summary>
public enum DocumentLevel
{
    Central,
    Province,

    /// <summary>A department or organisation of the province: sở, ban, ngành, đoàn thể.</summary>
    Department,

    /// <summary>Until 30 June 2025.</summary>
    District,

    Commune,
}

/// <summary>Whether a document is in force or still being written.</summary>
public enum DocumentState
{
    Draft,
    Issued,
}
