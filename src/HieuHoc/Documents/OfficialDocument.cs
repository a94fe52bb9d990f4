using HieuHoc.Platform;

namespace HieuHoc.Documents;

public readonly record struct DocumentId(Guid Value) : IRecordId;

/// <summary>
/// A document of the register: a plan of the programme, or what it rests on. It is described as it was issued; the product never
/// numbers, signs or stamps.
/// </summary>
public sealed class OfficialDocument
{
    public required short Owner { get; init; }

    /// <summary>Chosen by whoever registers it.</summary>
    public required DocumentId Id { get; init; }

    /// <summary>The place whose people keep it.</summary>
    public required int PlaceId { get; init; }

    /// <summary>The agency whose people keep it; null where those of the place do.</summary>
    public required int? AgencyId { get; init; }

    public DocumentType Type { get; private set; }

    public DocumentLevel Level { get; private set; }

    public DocumentState State { get; private set; }

    /// <summary>Number and symbol as printed; null where the paper leaves them blank or has none.</summary>
    public string? Number { get; private set; }

    /// <summary>The same as numbers are compared.</summary>
    public string? NumberKey { get; private set; }

    /// <summary>Null where the paper leaves it blank, or nobody has told it.</summary>
    public DateOnly? IssuedOn { get; private set; }

    /// <summary>As printed; empty where it is not known.</summary>
    public string Issuer { get; private set; } = "";

    /// <summary>The same as issuers are compared.</summary>
    public string IssuedBy { get; private set; } = "";

    /// <summary>The agency of this name; null where none, or more than one, is known.</summary>
    public int? IssuerAgencyId { get; private set; }

    /// <summary>Among whose documents it is the only one of its number and day: empty is all of the programme.</summary>
    public string Scope { get; private set; } = "";

    /// <summary>Empty where it is not known.</summary>
    public string Signer { get; private set; } = "";

    /// <summary>The formula above the name: "KT. CHỦ TỊCH"; empty where it is not known.</summary>
    public string SignerAuthority { get; private set; } = "";

    /// <summary>What it is about, in the words under the kind: trích yếu. Empty where only the number is known.</summary>
    public string Title { get; private set; } = "";

    /// <summary>The first year that it is for.</summary>
    public int? PeriodFrom { get; private set; }

    /// <summary>The last year that it is for.</summary>
    public int? PeriodTo { get; private set; }

    /// <summary>Whom it is sent to, one a line.</summary>
    public string Recipients { get; private set; } = "";

    public required Guid? RegisteredBy { get; init; }

    /// <summary>UTC.</summary>
    public required DateTime RegisteredAt { get; init; }

    /// <summary>Grows with every change, so that two people cannot overwrite each other unseen.</summary>
    public int Revision { get; private set; }

    /// <summary>Says of the document what is stated of it.</summary>
    public void Say(StatedDocument stated, int? issuerAgency)
    {
        (Type, Level, State) = (stated.Type, stated.Level, stated.State);
        (Number, NumberKey, IssuedOn) = (stated.Number, DocumentNumbers.Key(stated.Number), stated.IssuedOn);
        (Issuer, IssuedBy, IssuerAgencyId) = (stated.Issuer, DocumentNumbers.IssuerKey(stated.Issuer), issuerAgency);
        (Signer, SignerAuthority, Title) = (stated.Signer, stated.SignerAuthority, stated.Title);
        (PeriodFrom, PeriodTo, Recipients) = (stated.PeriodFrom, stated.PeriodTo, stated.Recipients);
        Scope = ScopeOf(stated.State, stated.Level, PlaceId, AgencyId);
        Revision++;
    }

    /// <summary>
    /// Among whose documents a number is the only one of its day. A draft is its office's own; communes count each for itself and
    /// often sign as "UBND xã".
    /// </summary>
    internal static string ScopeOf(DocumentState state, DocumentLevel level, int place, int? agency) => (state, level) switch
    {
        (DocumentState.Draft, _) => FormattableString.Invariant($"{place}/{agency}"),
        (_, DocumentLevel.Commune) => FormattableString.Invariant($"{place}"),
        _ => "",
    };
}

/// <summary>The whole text of a document, pasted or taken from a file.</summary>
public sealed class DocumentText
{
    public required short Owner { get; init; }

    public required DocumentId DocumentId { get; init; }

    public required string Text { get; set; }
}

/// <summary>
/// Every word of a document once, folded: of its number, title, issuer and signer and of its text. A search reads these few
/// kilobytes and not the text (ADR 0050).
/// </summary>
public sealed class DocumentVocabulary
{
    public required short Owner { get; init; }

    public required DocumentId DocumentId { get; init; }

    /// <summary>Number, title and issuer in their order, folded: what a search looks at first.</summary>
    public required string Head { get; set; }

    /// <summary>The words with a blank before and behind each.</summary>
    public required string Words { get; set; }
}
