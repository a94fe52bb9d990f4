using HieuHoc.Papers;

namespace HieuHoc.Reporting;

/// <summary>A paper and the name under which it is filed.</summary>
public sealed record PaperFile(OfficialPaper Paper, string FileName);
