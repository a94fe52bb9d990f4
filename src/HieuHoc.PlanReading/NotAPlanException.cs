namespace HieuHoc.PlanReading;

/// <summary>A file that was given as a plan cannot be read as one.</summary>
public sealed class NotAPlanException : Exception
{
    /// <summary>Says why, with the parser's own complaint where there is one.</summary>
    public NotAPlanException(PlanFault fault, Exception? cause = null)
        : base(fault.ToString(), cause) => Fault = fault;

    /// <summary>Why it cannot be read; the sentence for people is chosen by it.</summary>
    public PlanFault Fault { get; }
}

/// <summary>Why a file cannot be read as a plan.</summary>
public enum PlanFault
{
    /// <summary>Another kind of file, or a damaged one.</summary>
    Unreadable,

    /// <summary>Nothing stands in it.</summary>
    Empty,

    /// <summary>Protected with a password.</summary>
    Locked,

    /// <summary>Longer than any plan: more than 200 pages or 600,000 characters, or packed so tightly that it looks like an attack.</summary>
    TooLong,

    /// <summary>It carries programs (macros).</summary>
    HasMacros,

    /// <summary>It would fetch parts of itself from elsewhere.</summary>
    HasExternalParts,

    /// <summary>A Word file of the old kind (.doc).</summary>
    OldWord,

    /// <summary>A PDF file of pictures: it was scanned and holds no text.</summary>
    PicturesOnly,

    /// <summary>The program that takes the text out of PDF files is not installed here.</summary>
    PdfToolMissing,

    /// <summary>The text is not in Unicode: another encoding, or a font of the time before it (TCVN3, VNI).</summary>
    NotUnicode,
}
