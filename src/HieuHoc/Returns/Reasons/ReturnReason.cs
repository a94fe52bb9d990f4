using HieuHoc.Access;
using HieuHoc.Platform;

namespace HieuHoc.Returns.Reasons;

/// <summary>
/// Why a figure that looks odd is right, from one version of a return on: of one finding, or of all that is found in a section. A
/// later version whose figures are the same says it too.
/// </summary>
public sealed class ReturnReason
{
    public required short Owner { get; init; }

    public required ReturnId ReturnId { get; init; }

    /// <summary>The version in which it was given, or taken away.</summary>
    public required int Version { get; init; }

    /// <summary>The check or the comparison that asked; of a whole section its code.</summary>
    public required string Code { get; init; }

    /// <summary>The cell beside which it was asked; empty for a whole section.</summary>
    public required string Cell { get; init; }

    /// <summary>The reason that was chosen; null where words alone were written.</summary>
    public required string? Ready { get; set; }

    /// <summary>Words of one's own; empty where what was chosen says enough.</summary>
    public required string Text { get; set; }

    /// <summary>The answers that it explains, as they were.</summary>
    public required string Answers { get; set; }

    /// <summary>UTC.</summary>
    public required DateTime GivenAt { get; set; }

    public required PersonId? GivenBy { get; set; }

    /// <summary>False where a reason was taken away.</summary>
    public bool IsGiven => Ready is not null || Text.Length > 0;

    /// <summary>True when it stands at this place of the form.</summary>
    public bool IsAt(string code, string cell) => Code == code && Cell == cell;

    /// <summary>True when a version says it: the one in which it was given, and later ones while the figures are the same.</summary>
    /// <param name="answers">What the version says in the same cells.</param>
    public bool HoldsIn(int version, Answers answers) => IsGiven && (Version == version || Answers == answers.ToJson());

    /// <summary>What was chosen, and what was written: "Thiên tai: lớp tạm nghỉ hai tháng".</summary>
    /// <param name="language">The words of the form in which it is read.</param>
    public string Words(FormsPack form, Func<LocalText, string> language) =>
        string.Join(": ", new[] { form.Reasons.FirstOrDefault(ready => ready.Code == Ready) is { } ready ? language(ready.Title) : null, Text }
            .Where(part => !string.IsNullOrEmpty(part)));
}
