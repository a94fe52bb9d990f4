using HieuHoc.Platform;

namespace HieuHoc.Documents;

/// <summary>What somebody states of a document: what is known, and nothing that the paper does not say.</summary>
public sealed record StatedDocument
{
    /// <summary>Signs that a line has at most.</summary>
    public const int LongestLine = 500;

    /// <summary>Signs that a title has at most.</summary>
    public const int LongestTitle = 2_000;

    /// <summary>Signs that a list of recipients has at most.</summary>
    public const int LongestRecipients = 10_000;

    /// <summary>Signs that a whole text has at most: some two hundred pages.</summary>
    public const int LongestText = 500_000;

    /// <summary>The first year that a period may name: no document that is in force is older.</summary>
    public const int FirstYear = 1945;

    /// <summary>The last year that a period may name.</summary>
    public const int LastYear = 2100;

    public DocumentType Type { get; init; } = DocumentType.Other;

    public DocumentLevel Level { get; init; } = DocumentLevel.Central;

    public DocumentState State { get; init; } = DocumentState.Issued;

    public string? Number { get; init; }

    public DateOnly? IssuedOn { get; init; }

    public string Issuer { get; init; } = "";

    public string Signer { get; init; } = "";

    public string SignerAuthority { get; init; } = "";

    public string Title { get; init; } = "";

    public int? PeriodFrom { get; init; }

    public int? PeriodTo { get; init; }

    public string Recipients { get; init; } = "";

    public string Text { get; init; } = "";

    /// <summary>What a document of the register says.</summary>
    public static StatedDocument Of(OfficialDocument document, string text) => new()
    {
        Type = document.Type,
        Level = document.Level,
        State = document.State,
        Number = document.Number,
        IssuedOn = document.IssuedOn,
        Issuer = document.Issuer,
        Signer = document.Signer,
        SignerAuthority = document.SignerAuthority,
        Title = document.Title,
        PeriodFrom = document.PeriodFrom,
        PeriodTo = document.PeriodTo,
        Recipients = document.Recipients,
        Text = text,
    };

    /// <summary>The same with its texts as they are kept.</summary>
    public StatedDocument Kept() => this with
    {
        Number = TypedText.Line(Number) is { Length: > 0 } number ? number : null,
        Issuer = TypedText.Line(Issuer),
        Signer = TypedText.Line(Signer),
        SignerAuthority = TypedText.Line(SignerAuthority),
        Title = TypedText.Line(Title),
        Recipients = string.Join('\n', TypedText.Lines(TypedText.Kept(Recipients))),
        Text = TypedText.Kept(Text).ReplaceLineEndings("\n"),
    };

    /// <summary>Why it cannot be kept, whatever else is in the register.</summary>
    public Refusal? Unfit(DateOnly today)
    {
        if (DocumentNumbers.Key(Number) is null && Title.Length == 0)
        {
            return new DocumentUnnamed();
        }

        if (Number is not null && DocumentNumbers.Key(Number) is null)
        {
            return new DocumentNumberUnreadable(Number);
        }

        if (IssuedOn > today)
        {
            return new DocumentDayInFuture(today);
        }

        return HasPeriod() ? TooLong() : new DocumentPeriodUnfit(FirstYear, LastYear);
    }

    /// <summary>The names of what differs from another statement; for the audit, which keeps no values.</summary>
    public IReadOnlyList<string> DiffersIn(StatedDocument other) =>
    [
        .. from field in Fields
           where !Equals(field.Of(this), field.Of(other))
           select field.Name,
    ];

    private static IReadOnlyList<(string Name, Func<StatedDocument, object?> Of)> Fields { get; } =
    [
        (nameof(Type), stated => stated.Type),
        (nameof(Level), stated => stated.Level),
        (nameof(State), stated => stated.State),
        (nameof(Number), stated => stated.Number),
        (nameof(IssuedOn), stated => stated.IssuedOn),
        (nameof(Issuer), stated => stated.Issuer),
        (nameof(Signer), stated => stated.Signer),
        (nameof(SignerAuthority), stated => stated.SignerAuthority),
        (nameof(Title), stated => stated.Title),
        (nameof(PeriodFrom), stated => stated.PeriodFrom),
        (nameof(PeriodTo), stated => stated.PeriodTo),
        (nameof(Recipients), stated => stated.Recipients),
        (nameof(Text), stated => stated.Text),
    ];

    private bool HasPeriod() =>
        PeriodFrom is null or (>= FirstYear and <= LastYear) && PeriodTo is null or (>= FirstYear and <= LastYear) && !(PeriodFrom > PeriodTo);

    private Refusal? TooLong()
    {
        if (Text.Length > LongestText)
        {
            return new DocumentTextTooLong(LongestText);
        }

        if (Title.Length > LongestTitle)
        {
            return new DocumentLineTooLong(LongestTitle);
        }

        if (Recipients.Length > LongestRecipients)
        {
            return new DocumentLineTooLong(LongestRecipients);
        }

        return new[] { Number, Issuer, Signer, SignerAuthority }.Any(line => line?.Length > LongestLine) ? new DocumentLineTooLong(LongestLine) : null;
    }
}
