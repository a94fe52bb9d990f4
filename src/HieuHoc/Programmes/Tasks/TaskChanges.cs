using HieuHoc.Platform;
using HieuHoc.Programmes.Plans;

namespace HieuHoc.Programmes.Tasks;

/// <summary>A task was made by hand.</summary>
public sealed record TaskMade(TaskId Task) : Change(Task.Value.ToString());

/// <summary>A task was taken over from a confirmed plan, or got a further agency from it.</summary>
public sealed record TaskTakenOver(TaskId Task, PlanId Plan, IReadOnlyList<string> Items) : Change(Task.Value.ToString());

/// <summary>A task was changed: which fields, never their values.</summary>
public sealed record TaskChanged(TaskId Task, IReadOnlyList<string> Fields) : Change(Task.Value.ToString());

/// <summary>A person named who goes on with a task for an agency that ended.</summary>
public sealed record TaskSuccessorNamed(TaskId Task, int From, int To) : Change(Task.Value.ToString());

/// <summary>A row came into the annual plan of an agency.</summary>
public sealed record AnnualRowAdded(AnnualRowId Row, int Agency, int Year) : Change(Row.Value.ToString());

/// <summary>A row took what its task says now: nobody had written in it, or it kept the day of the task.</summary>
public sealed record AnnualRowRenewed(AnnualRowId Row) : Change(Row.Value.ToString());

/// <summary>A person wrote in a row: which fields, never their values.</summary>
public sealed record AnnualRowChanged(AnnualRowId Row, IReadOnlyList<string> Fields) : Change(Row.Value.ToString());

/// <summary>A row was dropped.</summary>
public sealed record AnnualRowDropped(AnnualRowId Row) : Change(Row.Value.ToString());

/// <summary>A person named who goes on with a row for an agency that ended.</summary>
public sealed record AnnualRowHandedOver(AnnualRowId Row, int From, int To) : Change(Row.Value.ToString());

/// <summary>An agency said how far it has come with a row.</summary>
public sealed record ProgressSaid(AnnualRowId Row, int Number, RowState State) : Change(Row.Value.ToString());
