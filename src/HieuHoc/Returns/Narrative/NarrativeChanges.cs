using HieuHoc.Platform;

namespace HieuHoc.Returns.Narrative;

/// <summary>A section of a sender's own report was saved; which one, never what it says.</summary>
public sealed record ReportSectionSaved(ReturnId Return, int Version, string Section) : Change(Return.Value.ToString());

/// <summary>A difficulty or a proposal was answered or forwarded; never what was said.</summary>
public sealed record DifficultyReplied(DifficultyId Difficulty, ReturnId Return, DifficultyReply Reply) : Change(Difficulty.Value.ToString());
