using HieuHoc.PlanReading;
using HieuHoc.Programmes.Tasks;

namespace HieuHoc.Web.Api;

/// <summary>An agency by its number, which the filter of a list takes.</summary>
public sealed record AgencyNameBody(int Id, string Name);

/// <summary>What an agency has to do in a year.</summary>
/// <param name="Task">Null of work that the agency gave itself.</param>
/// <param name="Row">The row of its annual plan; null while it has not planned it.</param>
/// <param name="Agency">Null of a task that nobody has a part in.</param>
/// <param name="Roles">The parts that the agency has in it.</param>
/// <param name="Leads">The names of those who lead it.</param>
public sealed record TaskLineBody(
    Guid? Task, Guid? Row, string Text, string Deliverable, AgencyNameBody? Agency, IReadOnlyList<AgencyRole> Roles, string Leads, TaskLineState State, DateOnly? DueOn)
{
    public static TaskLineBody Of(TaskLine line) => new(
        line.Task?.Id.Value, line.Row?.Id.Value, line.Text, line.Deliverable, line.AgencyId is { } agency ? new AgencyNameBody(agency, line.Agency) : null,
        line.Roles, line.Leads, line.State, line.DueOn);
}

/// <summary>A part of what is to be done in a year, and of how much.</summary>
/// <param name="Agencies">Those that have something to do, for choosing one.</param>
public sealed record FoundTasksBody(int Year, int Count, IReadOnlyList<TaskLineBody> Tasks, IReadOnlyList<AgencyNameBody> Agencies);

/// <summary>A task of the programme, who has which part in it, and the rows of annual plans that came of it.</summary>
/// <param name="Division">The division that does the work; empty where none is named.</param>
/// <param name="Plan">The plan that it comes from; null where it was made by hand.</param>
/// <param name="DueOn">Of what is done once the last day in time.</param>
/// <param name="DueMonth">Of what is done every year the month of the last day in time.</param>
public sealed record TaskBody(
    Guid Id,
    string Text,
    string Division,
    Guid? Plan,
    string Clause,
    int FromYear,
    int ToYear,
    TaskRecurrence Recurrence,
    string Deliverable,
    DateOnly? DueOn,
    int? DueMonth,
    int? DueDay,
    IReadOnlyList<TaskPartBody> Agencies,
    IReadOnlyList<TaskRowBody> Rows)
{
    public static TaskBody Of(TaskRead read) => new(
        read.Task.Id.Value,
        read.Task.Text,
        read.Task.Division,
        read.Task.PlanId?.Value,
        read.Task.Clause,
        read.Task.FromYear,
        read.Task.ToYear,
        read.Task.Recurrence,
        read.Task.Deliverable,
        read.Task.DueOn,
        read.Task.DueMonth,
        read.Task.DueDay,
        [.. read.Communes.Concat(read.Parts).Select(part => new TaskPartBody(part.Agency, part.Now, part.NamedAs, part.Roles))],
        [.. read.Rows.Select(row => new TaskRowBody(row.Row.Id.Value, row.Agency, row.Row.Year, row.Row.State, row.Row.DropReason is not null, row.Row.DueOn))]);
}

/// <summary>An agency that has a part in a task.</summary>
/// <param name="Now">Who goes on for it; null while it does itself, or nobody is named.</param>
/// <param name="NamedAs">As the plan calls it.</param>
public sealed record TaskPartBody(string Agency, string? Now, string NamedAs, IReadOnlyList<AgencyRole> Roles);

/// <summary>A row of an annual plan of an agency.</summary>
/// <param name="IsDropped">True where the agency dropped it, which the row says why.</param>
public sealed record TaskRowBody(Guid Id, string Agency, int Year, RowState State, bool IsDropped, DateOnly? DueOn);

/// <summary>A row of an annual plan with what was said of it.</summary>
/// <param name="Task">Null of work that the agency gave itself.</param>
/// <param name="State">How far the agency has come.</param>
/// <param name="Standing">How it stands today.</param>
/// <param name="DropReason">Why it was dropped; null while it stands.</param>
/// <param name="Version">The number of the last that was said, for If-Match; 0 where nothing was.</param>
/// <param name="Progress">The youngest first.</param>
public sealed record AnnualRowBody(
    Guid Id,
    Guid? Task,
    AgencyNameBody Agency,
    int Year,
    string Text,
    string Deliverable,
    DateOnly? DueOn,
    string Note,
    RowState State,
    TaskLineState Standing,
    string? DropReason,
    int Version,
    IReadOnlyList<SaidProgressBody> Progress)
{
    public static AnnualRowBody Of(AnnualRowRead read) => new(
        read.Row.Id.Value,
        read.Row.TaskId?.Value,
        new AgencyNameBody(read.AgencyId, read.Agency),
        read.Row.Year,
        read.Text,
        read.Row.Deliverable,
        read.Row.DueOn,
        read.Row.Note,
        read.Row.State,
        read.Standing,
        read.Row.DropReason,
        read.LastSaid,
        [.. read.Progress.Select(one => new SaidProgressBody(one.Said.Number, one.Said.State, one.Said.Words, one.Said.ActedOn, one.By, one.Said.SaidAt))]);
}

/// <summary>What was said of a row at a time.</summary>
/// <param name="ActedOn">The day as of which it is so.</param>
/// <param name="Who">The name of the account; null of the installation.</param>
public sealed record SaidProgressBody(int Number, RowState State, string Words, DateOnly ActedOn, string? Who, DateTime At);

/// <summary>How far an agency has come with a row.</summary>
/// <param name="Id">Chosen by the caller: the same words under the same id are said once.</param>
/// <param name="ActedOn">The day as of which it is so.</param>
public sealed record ProgressBody(Guid Id, RowState State, DateOnly ActedOn, string Words = "");
