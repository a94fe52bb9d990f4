using System.ComponentModel.DataAnnotations;
using HieuHoc.Access;
using HieuHoc.Platform;
using HieuHoc.Returns;
using HieuHoc.Web.Hosting;
using Microsoft.AspNetCore.Mvc;

namespace HieuHoc.Web.Pages.Rounds;

/// <summary>Gives some of those who still owe a return more time, by one decision with its reason.</summary>
[For(Capability.OpenRounds)]
public sealed class ExtendModel(HieuHocDb db, Actor actor, ReadRoundProgress readProgress, ExtendRound extendRound) : RoundPage(db, actor)
{
    /// <summary>Chosen when the page is opened, so that sending it twice gives time once.</summary>
    [BindProperty]
    public Guid Extension { get; set; } = Guid.CreateVersion7();

    [BindProperty, Required]
    public string? Decision { get; set; }

    [BindProperty, Required]
    public DateOnly? DecidedOn { get; set; }

    [BindProperty, Required]
    public string? Reason { get; set; }

    [BindProperty, Required]
    public DateOnly? DueOn { get; set; }

    [BindProperty]
    public List<int> Chosen { get; set; } = [];

    /// <summary>Those who have not sent, or are to mend what they sent.</summary>
    public IReadOnlyList<ProgressLine> Owing { get; private set; } = [];

    public void OnGet()
    {
    }

    public async Task<IActionResult> OnPostExtendAsync(CancellationToken ct)
    {
        if (!ModelState.IsValid)
        {
            Response.StatusCode = StatusCodes.Status400BadRequest;

            return Page();
        }

        var asked = new NewExtension(new ExtensionId(Extension), new RoundId(Id), Decision!, DecidedOn!.Value, Reason!, DueOn!.Value, Chosen);
        var outcome = await extendRound.RunAsync(asked, Actor, ct);

        return outcome.Refusal is { } refusal ? this.Refuse(refusal, FieldOf(refusal)) : Redirect($"/rounds/{Id}/progress");
    }

    protected override async Task ReadAsync(CancellationToken ct) => Owing =
    [
        .. (await readProgress.RunAsync(Round, Actor, ct))
            .Where(line => !line.IsConfirmed && (line.State is ReturnState.ToMend || !ReturnSteps.Arrived.Contains(line.State))),
    ];

    private static string FieldOf(Refusal refusal) => refusal switch
    {
        ExtensionDecisionMissing => nameof(Decision),
        ReasonMissing or ReasonTooLong => nameof(Reason),
        ExtensionNotLater => nameof(DueOn),
        ExtensionOfNobody or ExtensionOfNothing or ExtensionOfConfirmed => nameof(Chosen),
        _ => "",
    };
}
