using System.Text.Json.Serialization;
using HieuHoc.Agencies;
using HieuHoc.Figures;
using HieuHoc.Platform;
using HieuHoc.Platform.Packs;

namespace HieuHoc.Returns.Narrative;

/// <summary>An outline (đề cương) of the senders' own reports: what they write about, and how their paper looks.</summary>
public sealed record OutlinesPack : PackDocument
{
    /// <summary>Who reports by it: communes, agencies, or both.</summary>
    public required IReadOnlyList<SubjectLevel> Levels { get; init; }

    public required IReadOnlyList<OutlineSection> Sections { get; init; }

    /// <summary>How the paper of each sender looks; the first that fits the sender holds.</summary>
    public required IReadOnlyList<SenderPaper> Papers { get; init; }

    /// <summary>The sections that a sender of a level writes, in their order.</summary>
    public IReadOnlyList<OutlineSection> SectionsFor(SubjectLevel level) =>
        [.. Sections.Where(section => section.Levels.Count == 0 || section.Levels.Contains(level))];

    /// <summary>The section in which a sender of a level reports on its tasks; null where none is asked for.</summary>
    public OutlineSection? TasksFor(SubjectLevel level) => SectionsFor(level).FirstOrDefault(section => section.Content is OutlineContent.Tasks);

    /// <summary>The sections of a form whose figures stand in a section of the outline; where it names none, those that no other names.</summary>
    public IReadOnlyList<FormSection> FiguresIn(OutlineSection section, FormsPack form)
    {
        if (section.Content is not OutlineContent.Figures)
        {
            return [];
        }

        var named = SectionsFor(form.Level).SelectMany(other => other.FormSections).ToHashSet();

        return [.. form.Sections.Where(part => section.FormSections.Count == 0 ? !named.Contains(part.Code) : section.FormSections.Contains(part.Code))];
    }
}

/// <summary>What a section of an outline is filled with.</summary>
public enum OutlineContent
{
    /// <summary>Words alone.</summary>
    Text,

    /// <summary>The figures of the return, read-only, and words about them.</summary>
    Figures,

    /// <summary>Difficulties and obstacles, one by one: the standing agency answers each.</summary>
    Difficulties,

    /// <summary>Proposals, one by one, each with whom it is made to.</summary>
    Proposals,

    /// <summary>The tasks of the sender's annual plan, each with what became of it.</summary>
    Tasks,
}

/// <summary>One section of an outline.</summary>
public sealed record OutlineSection
{
    public required string Code { get; init; }

    public required LocalText Title { get; init; }

    /// <summary>The heading above this one, shared with the neighbours that name the same.</summary>
    public LocalText? Group { get; init; }

    /// <summary>What to write, in a sentence.</summary>
    public LocalText? Hint { get; init; }

    public required OutlineContent Content { get; init; }

    /// <summary>Who writes it; empty for everybody who reports by the outline.</summary>
    public IReadOnlyList<SubjectLevel> Levels { get; init; } = [];

    /// <summary>The codes of the form's sections whose figures stand here; empty for those that no other section names.</summary>
    public IReadOnlyList<string> FormSections { get; init; } = [];

    /// <summary>True where items are listed one by one in place of a running text.</summary>
    [JsonIgnore]
    public bool IsListed => Content is OutlineContent.Difficulties or OutlineContent.Proposals;
}

/// <summary>
/// How the paper of a kind of senders looks. Vietnamese only: it is an official paper. <c>{subject}</c> is the sender's name,
/// <c>{name}</c> the same without its kind, <c>{above}</c> the place that it belongs to or works for,
/// <c>{above-name}</c> that without its kind, <c>{year}</c> the year reported.
/// </summary>
public sealed record SenderPaper
{
    public required SubjectLevel Level { get; init; }

    /// <summary>The codes of the agencies that it is for; empty for all.</summary>
    public IReadOnlyList<string> Agencies { get; init; } = [];

    /// <summary>The kinds of agencies that it is for; empty for all.</summary>
    public IReadOnlyList<AgencyKind> Kinds { get; init; } = [];

    public string? ParentIssuer { get; init; }

    public required string Issuer { get; init; }

    /// <summary>What follows the number that the clerk gives; without the sender's abbreviation where nobody has told it.</summary>
    public required string Symbol { get; init; }

    /// <summary>Where it is signed: địa danh.</summary>
    public required string SignedAt { get; init; }

    public required string Abstract { get; init; }

    public IReadOnlyList<string> LegalBases { get; init; } = [];

    /// <summary>The authority lines of the signature block, the last being the signer's post.</summary>
    public required IReadOnlyList<string> Authority { get; init; }

    public required IReadOnlyList<string> Recipients { get; init; }

    /// <summary>True when a sender's paper looks like this.</summary>
    public bool Fits(SubjectLevel level, string? agency, AgencyKind? kind) =>
        Level == level
        && (Agencies.Count == 0 || (agency is not null && Agencies.Contains(agency)))
        && (Kinds.Count == 0 || (kind is { } known && Kinds.Contains(known)));
}
