using System.ComponentModel.DataAnnotations;
using System.Globalization;
using HieuHoc.Access;
using HieuHoc.Figures;
using HieuHoc.Places;
using HieuHoc.Platform;
using HieuHoc.Platform.Packs;
using HieuHoc.Programmes;
using HieuHoc.Returns;
using HieuHoc.Returns.Narrative;
using HieuHoc.Web.Hosting;
using Microsoft.AspNetCore.Mvc;
using Microsoft.AspNetCore.Mvc.Filters;
using Microsoft.AspNetCore.Mvc.RazorPages;
using Microsoft.EntityFrameworkCore;

namespace HieuHoc.Web.Pages.Rounds;

/// <summary>Opens a round: what is asked of whom by when; then who will be asked, and doing it.</summary>
[For(Capability.OpenRounds)]
public sealed class NewModel(HieuHocDb db, PackShelf shelf, ProgrammeClock clock, Actor actor, OpenRound openRound, JudgeTargets judgeTargets) : PageModel
{
    /// <summary>The levels that may have a day of their own.</summary>
    public static IReadOnlyList<SubjectLevel> Levels { get; } = [SubjectLevel.Commune, SubjectLevel.Village, SubjectLevel.Agency];

    /// <summary>Chosen when the page is opened, so that sending it twice opens one round.</summary>
    [BindProperty]
    public Guid Round { get; set; } = Guid.CreateVersion7();

    [BindProperty]
    public string? Title { get; set; }

    [BindProperty, Required, Range(1900, 2999)]
    public int? Year { get; set; }

    /// <summary>The ids of the forms that are asked.</summary>
    [BindProperty]
    public List<string> Forms { get; set; } = [];

    /// <summary>The id of the outline by which senders write a report of their own; null where figures alone are asked.</summary>
    [BindProperty]
    public string? Outline { get; set; }

    [BindProperty, Required]
    public DateOnly? OpensOn { get; set; }

    [BindProperty, Required]
    public DateOnly? CutOffOn { get; set; }

    [BindProperty, Required]
    public DateOnly? DueOn { get; set; }

    /// <summary>The days of levels that have one of their own.</summary>
    [BindProperty]
    public Dictionary<SubjectLevel, DateOnly?> DueOnAt { get; set; } = [];

    [BindProperty]
    public WeekendRule WeekendRule { get; set; }

    [BindProperty]
    public string? Addressee { get; set; }

    [BindProperty]
    public string? CopyTo { get; set; }

    [BindProperty]
    public string? Channels { get; set; }

    /// <summary>The forms that hold at the end of the year, communes' before villages' before agencies'.</summary>
    public IReadOnlyList<FormsPack> Known { get; private set; } = [];

    /// <summary>The outlines that hold at the end of the year.</summary>
    public IReadOnlyList<OutlinesPack> Outlines { get; private set; } = [];

    /// <summary>Who would be asked what; null before that was looked at.</summary>
    public IReadOnlyList<AskedForm>? Preview { get; private set; }

    /// <summary>The title that the round will have.</summary>
    public string TitleAfter => Preview is [var first, ..] && Asked("") is { } asked ? asked.TitleOver(first.Form) : "";

    /// <summary>The name of the standing agency, to which reports go unless somebody else is named.</summary>
    public string? StandingAgency { get; private set; }

    public override async Task OnPageHandlerExecutionAsync(PageHandlerExecutingContext context, PageHandlerExecutionDelegate next)
    {
        var ct = HttpContext.RequestAborted;
        Year ??= HttpMethods.IsPost(Request.Method) ? null : clock.Now.Day.Year;
        var day = PeriodCode.Year(Year is >= 1900 and <= 2999 and var year ? year : clock.Now.Day.Year).Days.Last;
        var whose = await db.JurisdictionAsync(actor.Owner, ct);
        var forms = await shelf.OnAsync<FormsPack>(db, day, whose, ct);
        Outlines = [.. (await shelf.OnAsync<OutlinesPack>(db, day, whose, ct)).Select(outline => outline.Document).OrderBy(outline => outline.Title.Here, Vietnamese.Order)];
        Known = [.. forms.Select(form => form.Document).OrderBy(form => form.Level).ThenBy(form => form.Title.Here, Vietnamese.Order)];
        StandingAgency = (await judgeTargets.ProgrammeAsync(actor, day, ct))?.StandingAgency.Here;
        await next();
    }

    public void OnGet() => OpensOn = clock.Now.Day;

    public async Task<IActionResult> OnPostPreviewAsync(CancellationToken ct)
    {
        if (!ModelState.IsValid)
        {
            Response.StatusCode = StatusCodes.Status400BadRequest;

            return Page();
        }

        var preview = await openRound.PreviewAsync(Asked(await CodeAsync(ct)), actor, ct);

        if (preview.Refusal is { } refusal)
        {
            return this.Refuse(refusal, FieldOf(refusal));
        }

        Preview = preview.Value;

        return Page();
    }

    /// <summary>Back from the preview to the form, with everything in place.</summary>
    public IActionResult OnPostChange() => Page();

    public async Task<IActionResult> OnPostOpenAsync(CancellationToken ct)
    {
        if (!ModelState.IsValid)
        {
            Response.StatusCode = StatusCodes.Status400BadRequest;

            return Page();
        }

        var outcome = await openRound.RunAsync(Asked(await CodeAsync(ct)), actor, ct);

        return outcome.Refusal is { } refusal ? this.Refuse(refusal, FieldOf(refusal)) : Redirect($"/rounds/{outcome.Value.Id.Value}");
    }

    /// <summary>The code that the round has got, or the first free one of its year: 2026, 2026-2, 2026-3 …</summary>
    private async Task<string> CodeAsync(CancellationToken ct)
    {
        var (id, year) = (new RoundId(Round), Year!.Value.ToString(CultureInfo.InvariantCulture));
        var used = await db.Rounds.AsNoTracking().Where(round => round.Owner == actor.Owner)
            .Select(round => new { round.Id, round.Code }).ToListAsync(ct);

        return used.Find(round => round.Id == id)?.Code
            ?? Enumerable.Range(1, used.Count + 1).Select(number => number == 1 ? year : $"{year}-{number}")
                .First(code => used.TrueForAll(round => round.Code != code));
    }

    private NewRound Asked(string code) => new(
        new RoundId(Round), code, Forms, PeriodCode.Year(Year!.Value), OpensOn!.Value, CutOffOn!.Value, DueOn!.Value)
    {
        Title = Title,
        OutlineId = Outline,
        DueOnAt = DueOnAt.Where(at => at.Value is not null).ToDictionary(at => at.Key, at => at.Value!.Value),
        WeekendRule = WeekendRule,
        Addressee = Addressee,
        CopyTo = CopyTo,
        Channels = Channels,
    };

    private static string FieldOf(Refusal refusal) => refusal switch
    {
        FormNotFound or FormsAskTheSame or ElementsAskedAlready => nameof(Forms),
        OutlineNotFound => nameof(Outline),
        RoundTitleTooLong => nameof(Title),
        RoundDaysOutOfOrder => nameof(CutOffOn),
        RoundTimeTooShort => nameof(DueOn),
        _ => "",
    };
}
