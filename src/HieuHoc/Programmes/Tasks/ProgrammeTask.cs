using HieuHoc.Access;
using HieuHoc.PlanReading;
using HieuHoc.Platform;
using HieuHoc.Programmes.Plans;

namespace HieuHoc.Programmes.Tasks;

public readonly record struct TaskId(Guid Value) : IRecordId;

/// <summary>How often a task is done within its period.</summary>
public enum TaskRecurrence
{
    Once,
    EveryYear,
}

/// <summary>What the programme asks agencies to do in a period: nhiệm vụ. Each of them plans it year by year (<see cref="AnnualRow"/>).</summary>
public sealed class ProgrammeTask
{
    public required short Owner { get; init; }

    /// <summary>Chosen by whoever makes it.</summary>
    public required TaskId Id { get; init; }

    public string Text { get; private set; } = "";

    /// <summary>The division that does the work; empty where none is named.</summary>
    public string Division { get; private set; } = "";

    /// <summary>The plan that it comes from; null where it was made by hand.</summary>
    public required PlanId? PlanId { get; init; }

    /// <summary>Where it stands, as officials cite it: II.2.a; empty where nobody told.</summary>
    public string Clause { get; private set; } = "";

    public int FromYear { get; private set; }

    public int ToYear { get; private set; }

    public TaskRecurrence Recurrence { get; private set; }

    /// <summary>What is there when it is done; empty where nobody told.</summary>
    public string Deliverable { get; private set; } = "";

    /// <summary>Of what is done once the last day in time.</summary>
    public DateOnly? DueOn { get; private set; }

    /// <summary>Of what is done every year the month of the last day in time.</summary>
    public int? DueMonth { get; private set; }

    /// <inheritdoc cref="DueMonth"/>
    public int? DueDay { get; private set; }

    public required PersonId? MadeBy { get; init; }

    /// <summary>UTC.</summary>
    public required DateTime MadeAt { get; init; }

    /// <summary>Grows with every change, so that two people cannot overwrite each other unseen.</summary>
    public int Revision { get; private set; }

    /// <summary>Says of the task what is stated of it.</summary>
    public void Say(StatedTask stated)
    {
        (Text, Division, Clause, Deliverable) = (stated.Text, stated.Division, stated.Clause, stated.Deliverable);
        (FromYear, ToYear, Recurrence) = (stated.FromYear, stated.ToYear, stated.Recurrence);
        (DueOn, DueMonth, DueDay) = (stated.DueOn, stated.DueMonth, stated.DueDay);
        Revision++;
    }

    /// <summary>True of a year in which it is to be worked at: what is done once ends with its day.</summary>
    public bool Covers(int year) => FromYear <= year && year <= ToYear && (DueOn is not { } due || year <= due.Year);

    /// <summary>
    /// The last day in time of a year; null where it has none. What is due on 29 February is due on the 28th of other years; what is done
    /// once and was due in an earlier year is due since then.
    /// </summary>
    public DateOnly? DueIn(int year) => (Recurrence, DueMonth, DueDay) switch
    {
        (TaskRecurrence.EveryYear, { } month, { } day) => new DateOnly(year, month, Math.Min(day, DateTime.DaysInMonth(year, month))),
        (TaskRecurrence.Once, _, _) when DueOn?.Year <= year => DueOn,
        _ => null,
    };
}

/// <summary>An agency that has a part in a task.</summary>
public sealed class TaskAgency
{
    public required short Owner { get; init; }

    public required TaskId TaskId { get; init; }

    /// <summary>The agency as it was when the task was given.</summary>
    public required int AgencyId { get; init; }

    public required AgencyRole Role { get; init; }

    /// <summary>As the plan calls it; empty where a person chose it by hand.</summary>
    public required string NamedAs { get; init; }

    /// <summary>The successor that a person named, where several took over from an agency that ended.</summary>
    public int? ActingId { get; set; }
}

/// <summary>From which item of a plan a task came: an item becomes a task once, however often the plan is taken over.</summary>
public sealed class TaskSource
{
    public required short Owner { get; init; }

    public required PlanId PlanId { get; init; }

    /// <summary>The item's key: <c>assignment-3</c>.</summary>
    public required string Item { get; init; }

    public required TaskId TaskId { get; init; }
}
