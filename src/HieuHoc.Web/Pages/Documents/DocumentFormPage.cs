using HieuHoc.Documents;
using HieuHoc.Platform;
using HieuHoc.Web.Hosting;
using Microsoft.AspNetCore.Mvc;
using Microsoft.AspNetCore.Mvc.RazorPages;

namespace HieuHoc.Web.Pages.Documents;

/// <summary>A document as it is typed, for registering and for changing; its fields are drawn by <c>_Fields</c>.</summary>
public abstract class DocumentFormPage : PageModel
{
    [BindProperty]
    public DocumentType Type { get; set; } = DocumentType.Plan;

    [BindProperty]
    public DocumentLevel Level { get; set; }

    [BindProperty]
    public DocumentState State { get; set; } = DocumentState.Issued;

    [BindProperty]
    public string? Number { get; set; }

    [BindProperty]
    public DateOnly? IssuedOn { get; set; }

    [BindProperty]
    public string? Issuer { get; set; }

    [BindProperty]
    public string? Signer { get; set; }

    [BindProperty]
    public string? SignerAuthority { get; set; }

    // The page's own title is another.
    [BindProperty]
    public string? Subject { get; set; }

    [BindProperty]
    public int? PeriodFrom { get; set; }

    [BindProperty]
    public int? PeriodTo { get; set; }

    [BindProperty]
    public string? Recipients { get; set; }

    [BindProperty]
    public string? Text { get; set; }

    /// <summary>A file of plain text; its text takes the place of what stands in the field.</summary>
    [BindProperty]
    public IFormFile? TextFile { get; set; }

    /// <summary>The document that the register has already; null where none was met.</summary>
    public DocumentId? Known { get; private set; }

    /// <summary>What was typed; refused where a file that was brought is no text.</summary>
    protected async Task<Outcome<StatedDocument>> ReadAsync(CancellationToken ct)
    {
        var text = Text ?? "";

        if (TextFile is not null)
        {
            await using var content = TextFile.OpenReadStream();
            var read = await DocumentTextFile.ReadAsync(content, ct);

            if (read.Refusal is { } refusal)
            {
                return refusal;
            }

            text = read.Value;
        }

        return new StatedDocument
        {
            Type = Type,
            Level = Level,
            State = State,
            Number = Number,
            IssuedOn = IssuedOn,
            Issuer = Issuer ?? "",
            Signer = Signer ?? "",
            SignerAuthority = SignerAuthority ?? "",
            Title = Subject ?? "",
            PeriodFrom = PeriodFrom,
            PeriodTo = PeriodTo,
            Recipients = Recipients ?? "",
            Text = text,
        };
    }

    /// <summary>Writes into the fields what the register says.</summary>
    protected void Fill(StatedDocument stated)
    {
        (Type, Level, State, Number, IssuedOn) = (stated.Type, stated.Level, stated.State, stated.Number, stated.IssuedOn);
        (Issuer, Signer, SignerAuthority, Subject) = (stated.Issuer, stated.Signer, stated.SignerAuthority, stated.Title);
        (PeriodFrom, PeriodTo, Recipients, Text) = (stated.PeriodFrom, stated.PeriodTo, stated.Recipients, stated.Text);
    }

    /// <summary>The page again with what was typed, and why.</summary>
    protected IActionResult Told(Refusal refusal)
    {
        Known = (refusal as DocumentAlreadyRegistered)?.Known;

        return this.Refuse(refusal, FieldOf(refusal));
    }

    /// <summary>The page again with what was typed, where a field could not be read.</summary>
    protected IActionResult Unread()
    {
        Response.StatusCode = StatusCodes.Status400BadRequest;

        return Page();
    }

    private string FieldOf(Refusal refusal) => refusal switch
    {
        DocumentUnnamed or DocumentNumberUnreadable or DocumentAlreadyRegistered => nameof(Number),
        DocumentDayInFuture => nameof(IssuedOn),
        DocumentPeriodUnfit => nameof(PeriodFrom),
        DocumentFileNotText => nameof(TextFile),
        DocumentTextTooLong => TextFile is null ? nameof(Text) : nameof(TextFile),
        _ => "",
    };
}
