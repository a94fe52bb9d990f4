using HieuHoc.Access;
using HieuHoc.Figures;
using HieuHoc.Places;
using HieuHoc.Platform;
using HieuHoc.Returns;
using HieuHoc.Returns.Surveys;
using HieuHoc.Web.Components;
using HieuHoc.Web.Hosting;
using Microsoft.AspNetCore.Mvc;
using Microsoft.AspNetCore.Mvc.Filters;
using Microsoft.AspNetCore.Mvc.ModelBinding;
using Microsoft.AspNetCore.Mvc.RazorPages;
using Microsoft.EntityFrameworkCore;

namespace HieuHoc.Web.Pages.Indicators;

/// <summary>What a sample survey states of an indicator of a place and a year: the form, and every version that was taken down.</summary>
[For(Capability.RecordSurveys)]
public sealed class SurveyModel(
    HieuHocDb db, ProgrammeClock clock, Actor actor, ReadIndicators readIndicators, RecordSurvey recordSurvey, Texts texts, Shown shown) : PageModel
{
    private const int MostConfident = 95;

    [FromRoute]
    public string Code { get; set; } = "";

    [FromRoute]
    public string PlaceCode { get; set; } = "";

    [FromQuery, BindRequired]
    public int Year { get; set; }

    /// <summary>The id of the version that is taken down: sent twice it is one.</summary>
    [BindProperty]
    public Guid NewId { get; set; }

    /// <summary>The version that the form was begun from.</summary>
    [BindProperty]
    public int StartedFrom { get; set; }

    [BindProperty]
    public string? Size { get; set; }

    [BindProperty]
    public string? Meeting { get; set; }

    [BindProperty]
    public DateOnly? SurveyedOn { get; set; }

    [BindProperty]
    public int Confidence { get; set; } = MostConfident;

    [BindProperty]
    public string? Low { get; set; }

    [BindProperty]
    public string? High { get; set; }

    [BindProperty]
    public string? Method { get; set; }

    [BindProperty]
    public string? Source { get; set; }

    [BindProperty]
    public string? Paper { get; set; }

    [BindProperty]
    public string? Reason { get; set; }

    /// <summary>The key of what was just done.</summary>
    [TempData(Key = "survey.done")]
    public string? Done { get; set; }

    public PlaceOnDay Place { get; private set; } = null!;

    public IndicatorDefinition Indicator { get; private set; } = null!;

    /// <summary>Everything that was stated, the youngest first.</summary>
    public IReadOnlyList<SampleSurvey> Versions { get; private set; } = [];

    public IReadOnlyList<HistoryLine> History { get; private set; } = [];

    private IndicatorReading Reading { get; set; } = null!;

    public override async Task OnPageHandlerExecutionAsync(PageHandlerExecutingContext context, PageHandlerExecutionDelegate next)
    {
        if (ModelState.GetFieldValidationState(nameof(Year)) is ModelValidationState.Invalid)
        {
            context.Result = BadRequest();

            return;
        }

        if (await LoadAsync(HttpContext.RequestAborted) is { } refusal)
        {
            context.Result = this.Refuse(refusal);

            return;
        }

        await next();
    }

    public void OnGet()
    {
        NewId = Guid.CreateVersion7();

        if (Versions is [var last, ..])
        {
            (StartedFrom, SurveyedOn, Confidence, Method, Source, Paper) = (last.Number, last.SurveyedOn, last.Confidence, last.Method, last.Source, last.Paper);
            (Size, Meeting) = (Shown.NumberText(last.SampleSize), Shown.NumberText(last.Meeting));
            (Low, High) = last.Interval is { IsComputed: false } stated ? (Shown.NumberText(stated.Low, 2), Shown.NumberText(stated.High, 2)) : (null, null);
        }
    }

    public async Task<IActionResult> OnPostRecordAsync(CancellationToken ct)
    {
        var (low, high) = (Number(nameof(Low), Low, decimals: true), Number(nameof(High), High, decimals: true));
        var (size, meeting) = (Number(nameof(Size), Size, decimals: false), Number(nameof(Meeting), Meeting, decimals: false));

        if (size is null || meeting is null || SurveyedOn is null || !ModelState.IsValid)
        {
            return Missing((nameof(Size), size), (nameof(Meeting), meeting), (nameof(SurveyedOn), SurveyedOn));
        }

        var stated = new StatedSurvey(
            Code, Place.Id, PeriodCode.Year(Year), Whole(size.Value), Whole(meeting.Value), SurveyedOn.Value, Confidence, low, high, Method ?? "", Source ?? "", Paper ?? "", Reason ?? "");
        var outcome = await recordSurvey.RunAsync(new SampleSurveyId(NewId), StartedFrom, stated, actor, ct);

        if (outcome.Refusal is { } refusal)
        {
            return this.Refuse(refusal, FieldOf(refusal));
        }

        Done = "survey.done";

        return Redirect($"/indicators/{Code}/{PlaceCode}/survey?year={Year}");
    }

    /// <summary>What a version says, in one sentence.</summary>
    public string Says(SampleSurvey survey) => TargetView.Words(texts, shown).Survey(Reading with { Survey = survey })!;

    private async Task<Refusal?> LoadAsync(CancellationToken ct)
    {
        if (await db.PlaceByCodeAsync(PlaceCode, clock.Now.Day, ct) is not { } place || Year is < 1 or > 9998)
        {
            return new PlaceNotFound();
        }

        var period = PeriodCode.Year(Year);
        var definition = (await readIndicators.DefinitionsAsync(period, actor, ct)).Where(indicator => indicator.Code == Code).ToList();
        var read = await readIndicators.RunAsync(place.Id, period, definition, actor, ct);

        if (read.Refusal is { } refusal)
        {
            return refusal;
        }

        if (read.Value is not [{ Indicator.Survey: true } reading])
        {
            return read.Value.Count == 0 ? new IndicatorNotFound() : new IndicatorTakesNoSurvey();
        }

        (Place, Indicator, Reading) = (place, reading.Indicator, reading);
        Versions = await db.SampleSurveys.AsNoTracking()
            .Where(survey => survey.Owner == actor.Owner && survey.PlaceId == place.Id && survey.Indicator == Code)
            .Join(db.Periods.Where(known => known.Code == period.Text), survey => survey.PeriodId, known => known.Id, (survey, _) => survey)
            .OrderByDescending(survey => survey.Number)
            .ToListAsync(ct);
        History = await db.HistoryAsync(texts, actor.Owner, StatedSurvey.RecordOf(Code, place.Id, period), ToldChanges.OfSurvey, ct);

        return null;
    }

    /// <summary>What was typed as a number; what cannot be read is told at its field.</summary>
    private decimal? Number(string field, string? typed, bool decimals)
    {
        var text = typed?.Trim() ?? "";
        var number = TypedAnswers.Number(text, decimals);

        if (text.Length > 0 && number is null)
        {
            ModelState.AddModelError(field, texts["survey.number"]);
        }

        return number;
    }

    /// <summary>More people than a survey can ask are more than it may ask.</summary>
    private static int Whole(decimal number) => (int)Math.Min(number, int.MaxValue);

    private PageResult Missing(params IReadOnlyList<(string Field, object? Given)> fields)
    {
        foreach (var (field, _) in fields.Where(field => field.Given is null && ModelState[field.Field]?.Errors.Count is null or 0))
        {
            ModelState.AddModelError(field, texts["form.required"]);
        }

        Response.StatusCode = StatusCodes.Status400BadRequest;

        return Page();
    }

    private static string FieldOf(Refusal refusal) => refusal switch
    {
        SurveySizeOutOfRange => nameof(Size),
        SurveyMeetingOutOfRange => nameof(Meeting),
        SurveyDayOutOfRange => nameof(SurveyedOn),
        SurveyConfidenceUnknown => nameof(Confidence),
        SurveyIntervalUnfit => nameof(Low),
        SurveyMethodMissing => nameof(Method),
        SurveySourceMissing => nameof(Source),
        SurveyReasonMissing => nameof(Reason),
        _ => "",
    };
}
