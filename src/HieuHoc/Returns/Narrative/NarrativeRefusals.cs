using HieuHoc.Platform;

namespace HieuHoc.Returns.Narrative;

/// <summary>The round asks for figures alone: there is no outline to write by.</summary>
public sealed record OutlineNotAsked() : Refusal(RefusalKind.Conflict);

/// <summary>The outline has no such section for this sender.</summary>
public sealed record OutlineSectionNotFound(string Section) : Refusal(RefusalKind.NotFound);

/// <summary>A section is read by people, and printed: it has its length.</summary>
public sealed record SectionTooLong(int Most) : Refusal(RefusalKind.Invalid);

/// <summary>A difficulty or a proposal is one sentence or a few; a list has its length too.</summary>
public sealed record DifficultyTooLong(int Most) : Refusal(RefusalKind.Invalid);

/// <summary>A list of difficulties or proposals is read item by item, and answered so.</summary>
public sealed record DifficultiesTooMany(int Most) : Refusal(RefusalKind.Invalid);

/// <summary>There is no such difficulty or proposal, or its report lies outside the part that the actor answers for.</summary>
public sealed record DifficultyNotFound() : Refusal(RefusalKind.NotFound);

/// <summary>Difficulties and proposals are answered by the standing agency of the programme.</summary>
public sealed record DifficultyNotYoursToAnswer() : Refusal(RefusalKind.Forbidden);

/// <summary>A difficulty is put away by who raised it, or by the standing agency.</summary>
public sealed record DifficultyNotYoursToClose() : Refusal(RefusalKind.Forbidden);

/// <summary>What nobody has answered is not settled.</summary>
public sealed record DifficultyNotAnswered() : Refusal(RefusalKind.Conflict);

/// <summary>It was put away before.</summary>
public sealed record DifficultyClosedAlready() : Refusal(RefusalKind.Conflict);

/// <summary>An answer says something.</summary>
public sealed record AnswerMissing() : Refusal(RefusalKind.Invalid);

/// <summary>An answer has its length.</summary>
public sealed record AnswerTooLong(int Most) : Refusal(RefusalKind.Invalid);

/// <summary>Somebody else replied after the page was opened.</summary>
public sealed record DifficultyChangedMeanwhile() : Refusal(RefusalKind.Conflict);

/// <summary>It was answered, or forwarded, before.</summary>
public sealed record DifficultyRepliedAlready(DifficultyReply Reply) : Refusal(RefusalKind.Conflict);
