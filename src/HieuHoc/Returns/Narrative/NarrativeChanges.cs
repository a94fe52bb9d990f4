using HieuHoc.Platform;

namespace HieuHoc.Returns.Narrative;

/// <summary>A section of a sender's own report was saved; which one, never what it says.</summary>
public sealed record ReportSectionSaved(ReturnId Return, int Version, string Section) : Change(Return.Value.ToString());

/// <summary>A difficulty or a proposal was answered or forwarded; never what was said.</summary>
public sealed record DifficultyReplied(DifficultyId Difficulty, ReturnId? Return, DifficultyReply Reply) : Change(Difficulty.Value.ToString());

/// <summary>A difficulty or a proposal was put away once it was answered.</summary>
public sealed record DifficultyClosed(DifficultyId Difficulty) : Change(Difficulty.Value.ToString());
