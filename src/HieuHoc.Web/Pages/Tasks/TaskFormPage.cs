using HieuHoc.PlanReading;
using HieuHoc.Platform;
using HieuHoc.Programmes.Tasks;
using HieuHoc.Web.Hosting;
using Microsoft.AspNetCore.Mvc;
using Microsoft.AspNetCore.Mvc.RazorPages;

namespace HieuHoc.Web.Pages.Tasks;

/// <summary>A task as it is typed, for making and for changing one; its fields are drawn by <c>_Fields</c>.</summary>
public abstract class TaskFormPage : PageModel
{
    [BindProperty]
    public string? Text { get; set; }

    /// <summary>Those who lead it, one name a line.</summary>
    [BindProperty]
    public string? Lead { get; set; }

    [BindProperty]
    public string? Coordinate { get; set; }

    [BindProperty]
    public string? Advise { get; set; }

    [BindProperty]
    public string? Direct { get; set; }

    // PageModel has a Request of its own.
    [BindProperty]
    public string? Requested { get; set; }

    [BindProperty]
    public string? Division { get; set; }

    [BindProperty]
    public string? Clause { get; set; }

    [BindProperty]
    public int? FromYear { get; set; }

    [BindProperty]
    public int? ToYear { get; set; }

    [BindProperty]
    public TaskRecurrence Recurrence { get; set; } = TaskRecurrence.EveryYear;

    [BindProperty]
    public string? Deliverable { get; set; }

    [BindProperty]
    public int? DueDay { get; set; }

    [BindProperty]
    public int? DueMonth { get; set; }

    [BindProperty]
    public DateOnly? DueOn { get; set; }

    /// <summary>What was typed.</summary>
    protected StatedTask Stated => new()
    {
        Text = Text ?? "",
        Division = Division ?? "",
        Clause = Clause ?? "",
        FromYear = FromYear ?? 0,
        ToYear = ToYear ?? 0,
        Recurrence = Recurrence,
        Deliverable = Deliverable ?? "",
        DueOn = DueOn,
        DueMonth = DueMonth,
        DueDay = DueDay,
    };

    /// <summary>Who was typed.</summary>
    protected GivenAgencies Agencies => new(new Dictionary<AgencyRole, IReadOnlyList<string>>
    {
        [AgencyRole.Lead] = TypedText.Lines(Lead),
        [AgencyRole.Coordinate] = TypedText.Lines(Coordinate),
        [AgencyRole.Advise] = TypedText.Lines(Advise),
        [AgencyRole.Direct] = TypedText.Lines(Direct),
        [AgencyRole.Request] = TypedText.Lines(Requested),
    });

    /// <summary>Writes into the fields what a task says.</summary>
    protected void Fill(StatedTask stated, ILookup<AgencyRole, string> agencies)
    {
        (Text, Division, Clause, Deliverable) = (stated.Text, stated.Division, stated.Clause, stated.Deliverable);
        (FromYear, ToYear, Recurrence) = (stated.FromYear, stated.ToYear, stated.Recurrence);
        (DueOn, DueMonth, DueDay) = (stated.DueOn, stated.DueMonth, stated.DueDay);
        (Lead, Coordinate, Advise) = (Names(AgencyRole.Lead), Names(AgencyRole.Coordinate), Names(AgencyRole.Advise));
        (Direct, Requested) = (Names(AgencyRole.Direct), Names(AgencyRole.Request));

        string Names(AgencyRole role) => string.Join('\n', agencies[role]);
    }

    /// <summary>The page again with what was typed, and why.</summary>
    protected IActionResult Told(Refusal refusal) => this.Refuse(refusal, FieldOf(refusal));

    /// <summary>The page again with what was typed, where a field could not be read.</summary>
    protected IActionResult Unread()
    {
        Response.StatusCode = StatusCodes.Status400BadRequest;

        return Page();
    }

    private string FieldOf(Refusal refusal) => refusal switch
    {
        TaskTextMissing or TaskTextTooLong => nameof(Text),
        TaskPeriodUnfit => nameof(FromYear),
        TaskDueOutOfPeriod => nameof(DueOn),
        TaskDayUnfit => nameof(DueDay),
        TaskAgencyUnknown unknown => FieldOf(unknown.Name),
        TaskAgencyAmbiguous ambiguous => FieldOf(ambiguous.Name),
        _ => "",
    };

    private string FieldOf(string name) => new[]
    {
        (nameof(Lead), Lead), (nameof(Coordinate), Coordinate), (nameof(Advise), Advise), (nameof(Direct), Direct), (nameof(Requested), Requested),
    }.First(field => TypedText.Lines(field.Item2).Contains(name)).Item1;
}
