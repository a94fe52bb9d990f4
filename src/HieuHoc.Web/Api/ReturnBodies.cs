using System.Text.Json.Serialization;
using HieuHoc.Platform;
using HieuHoc.Platform.Keys;
using HieuHoc.Returns;
using HieuHoc.Returns.Cells;
using HieuHoc.Web.Pages.Returns;

namespace HieuHoc.Web.Api;

/// <summary>One return of a list.</summary>
public sealed record ReturnLine(Guid Id, string Round, string Place, ReturnState State, int Revision);

/// <summary>A return with its answers; the revision is its version for If-Match.</summary>
/// <param name="Subject">The place or agency that owes it.</param>
/// <param name="Answers">Element → number, and <c>element~estimate</c> → what the whole year is estimated at; what was not answered is not there.</param>
/// <param name="Steps">What the token's person can do now.</param>
public sealed record ReturnBody(
    Guid Id,
    string Subject,
    string Round,
    ReturnState State,
    int Revision,
    int Version,
    int? ConfirmedVersion,
    DateTime? SentAt,
    IReadOnlyDictionary<string, decimal> Answers,
    IReadOnlyList<FindingBody> Findings,
    IReadOnlyList<ReturnStep> Steps)
{
    /// <summary>The cells for which it was given back last, and to who checks it those that are marked now.</summary>
    public IReadOnlyList<MarkBody> Marks { get; init; } = [];

    /// <summary>What was said of cells that were marked, in all versions, in the order in which it was said.</summary>
    public IReadOnlyList<WordsBody> Conversation { get; init; } = [];

    /// <summary>What the installation gives for answers that it has just received; absent from every other answer.</summary>
    [JsonIgnore(Condition = JsonIgnoreCondition.WhenWritingNull)]
    public Receipt? Receipt { get; init; }

    public static ReturnBody Of(Guid id, ReturnView view, Texts texts) => new(
        id,
        view.Subject,
        view.Round.Code,
        view.State,
        view.Revision,
        view.Version,
        view.ConfirmedVersion,
        view.SentAt,
        view.Answers.Names.Keys.Order(StringComparer.Ordinal).ToDictionary(name => name, name => view.Of(name)!.Value),
        [.. view.Found.All.Select(finding => new FindingBody(
            finding.Code, finding.Weight, texts.Say(finding, view.Elements), finding.Cells, view.Found.Of(finding)?.Words(view.Form, text => text.Here)))],
        [.. view.Open.Select(transition => transition.Step)])
    {
        Marks = [.. view.Talk.Asked.Concat(view.Talk.Marked).Select(mark => new MarkBody(mark.Cell, mark.Reason) { Version = mark.Version, AskedAt = mark.AskedAt })],
        Conversation = [.. view.Talk.Words.Select(said => new WordsBody(said.Cell, said.Side, said.Who, said.At, said.Text, said.Version))],
    };
}

/// <summary>A cell that is to be mended or made clear, and why.</summary>
/// <param name="Cell">An element, or <c>element~estimate</c>.</param>
public sealed record MarkBody(string Cell, string Reason)
{
    /// <summary>The version that was checked; not read when marks are set.</summary>
    public int Version { get; init; }

    /// <summary>When the return was given back with it; null before. Not read when marks are set.</summary>
    public DateTime? AskedAt { get; init; }
}

/// <summary>All cells that are to be marked now; one that is not named is no longer marked.</summary>
public sealed record MarksBody(IReadOnlyList<MarkBody> Marks);

/// <summary>Something that was said of a cell: why it was marked, an answer, or further words.</summary>
/// <param name="Who">The name of the account.</param>
public sealed record WordsBody(string Cell, RemarkSide Side, string? Who, DateTime At, string Text, int Version);

/// <summary>Something to say of cells that were marked.</summary>
public sealed record RemarksBody(IReadOnlyList<RemarkBody> Remarks);

/// <summary>Words about one cell.</summary>
/// <param name="Id">Chosen by the caller: the same words under the same id are said once.</param>
public sealed record RemarkBody(Guid Id, string Cell, string Text);

/// <summary>What a check or a comparison of the form did not like.</summary>
/// <param name="Cells">A reason is given beside the first.</param>
/// <param name="Reason">Why it is right all the same; null where nobody has said.</param>
public sealed record FindingBody(string Code, FindingWeight Weight, string Says, IReadOnlyList<string> Cells, string? Reason);

/// <summary>Why figures that look odd are right; those that are not named stay.</summary>
public sealed record ReasonsBody(IReadOnlyList<ReasonBody> Reasons);

/// <summary>A reason for one finding, or for all of a section.</summary>
/// <param name="Code">The code of the finding, or of the section.</param>
/// <param name="Cell">The first cell of the finding; empty for a section.</param>
/// <param name="Ready">The code of one of the form's ready reasons.</param>
public sealed record ReasonBody(string Code, string Cell = "", string? Ready = null, string? Text = null);

/// <summary>All answers of a return: an element that is not named, or is null, is not answered.</summary>
public sealed record AnswersBody(IReadOnlyDictionary<string, decimal?> Answers)
{
    /// <summary>As a person would have typed them; no part of the body.</summary>
    [JsonIgnore]
    public IReadOnlyDictionary<string, string?> Typed =>
        Answers.ToDictionary(answer => answer.Key, answer => answer.Value is { } value ? TypedAnswers.Text(value) : null);
}

/// <summary>A step to take.</summary>
/// <param name="Reason">Why it is given back or is to be mended.</param>
public sealed record StepBody(ReturnStep Step, string? Reason = null);
