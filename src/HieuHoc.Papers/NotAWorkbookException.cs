namespace HieuHoc.Papers;

/// <summary>A file that was given as a workbook cannot be read as one.</summary>
public sealed class NotAWorkbookException : Exception
{
    /// <summary>Says why, with the parser's own complaint where there is one.</summary>
    public NotAWorkbookException(WorkbookFault fault, Exception? cause = null)
        : base(fault.ToString(), cause) => Fault = fault;

    /// <summary>Why it cannot be read; the sentence for people is chosen by it.</summary>
    public WorkbookFault Fault { get; }
}

/// <summary>Why a file cannot be read as a workbook.</summary>
public enum WorkbookFault
{
    /// <summary>Another kind of file, or a damaged one.</summary>
    Unreadable,

    /// <summary>Protected with a password.</summary>
    Locked,

    /// <summary>Larger inside than is allowed, or packed so tightly that it looks like an attack.</summary>
    TooLarge,

    /// <summary>It carries programs (macros), which a table does not need.</summary>
    HasMacros,

    /// <summary>No sheet has the wanted name.</summary>
    SheetMissing,
}
