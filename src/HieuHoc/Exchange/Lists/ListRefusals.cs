using HieuHoc.Platform;

namespace HieuHoc.Exchange.Lists;

/// <summary>There is no such list, or it is not this person's to take over.</summary>
public sealed record ListNotFound() : Refusal(RefusalKind.NotFound);

/// <summary>What was typed as the period of the whole file is none.</summary>
public sealed record ListPeriodIllFormed(string Typed) : Refusal(RefusalKind.Invalid);

/// <summary>No sheet of the file has a table with the headings that were looked for.</summary>
/// <param name="Headings">The first of them, as the workbook that can be downloaded has them.</param>
public sealed record ListWithoutTable(string Headings) : Refusal(RefusalKind.Invalid);

/// <summary>Some of what was chosen replaces what was taken over before, and nobody said why.</summary>
public sealed record ListReasonMissing(int Count) : Refusal(RefusalKind.Invalid);

/// <summary>The file is no workbook, and no table of text either.</summary>
public sealed record ListNotText() : Refusal(RefusalKind.Invalid);

/// <summary>Some lines of a list are wrong, and it was not asked to take the others over alone.</summary>
public sealed record ListFaulty(IReadOnlyList<FileMistake> Mistakes) : FileFaulty(Mistakes);
