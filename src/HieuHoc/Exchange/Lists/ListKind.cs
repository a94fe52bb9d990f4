using HieuHoc.Access;
using HieuHoc.Figures.Import;
using HieuHoc.Places;
using HieuHoc.Platform;
using HieuHoc.Platform.Packs;
using HieuHoc.Register;

namespace HieuHoc.Exchange.Lists;

/// <summary>A kind of list that offices keep in Excel and that can be taken over: its columns, who may, and what a line does.</summary>
public abstract class ListKind
{
    /// <summary>As it stands in addresses and is typed; never changed later.</summary>
    public abstract string Name { get; }

    /// <summary>What is declared of the columns, in the order of the workbook that is downloaded.</summary>
    public abstract IReadOnlyList<ListColumn> Columns { get; }

    /// <summary>True when one period may be stated for the whole file, in the place of a column.</summary>
    public virtual bool AsksPeriod => false;

    /// <summary>True when it is asked where the content comes from, and why it replaces what was taken over before.</summary>
    public virtual bool AsksSource => false;

    /// <summary>True for who takes over such lists.</summary>
    public abstract bool IsFor(Actor actor);

    /// <summary>Those of them that the workbook has when this person downloads it.</summary>
    public virtual IReadOnlyList<ListColumn> ColumnsFor(Actor actor) => Columns;

    /// <summary>Begins to hold files against what is there.</summary>
    public abstract Task<ListWork> BeginAsync(ListKit kit, ListRecord record, Actor actor, CancellationToken ct);
}

/// <summary>What lists are held against, and the use cases that take them over.</summary>
public sealed record ListKit(
    HieuHocDb Db,
    PackShelf Shelf,
    ProgrammeClock Clock,
    Texts Texts,
    ImportFigures ImportFigures,
    ImportVillages ImportVillages,
    ImportPlaceClasses ImportPlaceClasses,
    ImportAgencies ImportAgencies,
    CreatePerson CreatePerson);

/// <summary>Every kind of list.</summary>
public sealed class ListKinds(IEnumerable<ListKind> kinds)
{
    /// <summary>In the order in which they are offered.</summary>
    public IReadOnlyList<ListKind> All { get; } = [.. kinds.OrderBy(kind => kind.Name, StringComparer.Ordinal)];

    /// <summary>The kind of a name, for who may; null where there is none.</summary>
    public ListKind? Of(string name, Actor actor) => All.SingleOrDefault(kind => kind.Name == name && kind.IsFor(actor));
}
