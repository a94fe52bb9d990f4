namespace HieuHoc.PlanReading;

/// <summary>What a plan document says. What it does not say is null; what is uncertain is in <see cref="Doubts"/>, with why.</summary>
/// <param name="Text">The text that all spans count in: the file's own, or what was taken out of a Word or PDF file.</param>
public sealed record PlanDocument(
    string Text,
    PlanHeader Header,
    IReadOnlyList<OutlineItem> Outline,
    IReadOnlyList<LegalBasis> LegalBases,
    IReadOnlyList<Objective> Objectives,
    IReadOnlyList<Target> Targets,
    IReadOnlyList<PlanTask> Tasks,
    IReadOnlyList<Assignment> Assignments,
    IReadOnlyList<MoneyClause> Money,
    IReadOnlyList<ReportingDuty> Reporting,
    IReadOnlyList<Recipient> Recipients,
    IReadOnlyList<Doubt> Doubts);

/// <summary>The head of the document, and what its end says of who signed.</summary>
/// <param name="Type">plan, decision, report or letter.</param>
/// <param name="Title">The abstract, without the word over it.</param>
public sealed record PlanHeader(
    string? Type,
    string? Number,
    DateOnly? IssuedOn,
    string? Place,
    string? Issuer,
    string? Title,
    PlanPeriod? Period,
    Signature? Signature,
    bool IsTruncated);

/// <param name="From">Null where only the end is given.</param>
public sealed record PlanPeriod(int? From, int To);

/// <param name="Authority">The formula above the name: KT. CHỦ TỊCH, GIÁM ĐỐC; null where only a web site names the signer.</param>
public sealed record Signature(string? Name, string? Authority, SourceSpan? Span);

/// <param name="Label">II, 2.1, đ; empty for bullets.</param>
public sealed record OutlineItem(string Clause, Outline.MarkerKind Kind, string Label, Outline.SectionKind Section, string Text, SourceSpan Span, IReadOnlyList<OutlineItem> Items);

/// <summary>A document that is cited; of a law without a number its name.</summary>
public sealed record LegalBasis(string Number, string? Type, DateOnly? Date, string? Issuer, string Clause, SourceSpan Span);

/// <summary>A purpose, a viewpoint, a requirement or the general aim.</summary>
public sealed record Objective(string Clause, Outline.SectionKind Kind, string Text, SourceSpan Span);

public sealed record PlanTask(string Clause, string Text, SourceSpan Span);

/// <param name="Roles">In the order in which the item speaks of them.</param>
public sealed record Assignment(string Clause, string Agency, IReadOnlyList<AgencyRole> Roles, IReadOnlyList<string> Duties, SourceSpan Span);

public enum AgencyRole
{
    Lead,
    Coordinate,
    Advise,
    Direct,
    Request,
}

/// <param name="Sources">Codes of words.json: "provincial budget", "mobilised" …</param>
/// <param name="Amount">In đồng.</param>
public sealed record MoneyClause(string Clause, string Text, IReadOnlyList<string> Sources, decimal? Amount, SourceSpan Span);

/// <param name="Every">year, halfYear, quarter or month.</param>
/// <param name="DueYear">For a report that is owed once.</param>
/// <param name="Channel">Through whom or what it is sent.</param>
public sealed record ReportingDuty(
    string Clause, int? DueMonth, int? DueDay, int? DueYear, string? Every, bool? IsBefore, string? To, string? Channel, SourceSpan Span);

public sealed record Recipient(string Name, SourceSpan Span);
