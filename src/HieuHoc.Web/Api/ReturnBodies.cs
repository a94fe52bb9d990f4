using System.Text.Json.Serialization;
using HieuHoc.Platform;
using HieuHoc.Platform.Keys;
using HieuHoc.Returns;
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
        [.. view.Open.Select(transition => transition.Step)]);
}

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
    public IReadOnlyDictionary<string, string?> Typed => Answers.ToDictionary(
        answer => answer.Key,
        answer => answer.Value is { } value ? TypedAnswers.TextOf(value) : null);
}

/// <summary>A step to take.</summary>
/// <param name="Reason">Why it is given back or is to be mended.</param>
public sealed record StepBody(ReturnStep Step, string? Reason = null);
