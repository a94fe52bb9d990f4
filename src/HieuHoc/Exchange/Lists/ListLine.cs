using HieuHoc.Platform;

namespace HieuHoc.Exchange.Lists;

/// <summary>What a line of a list would do.</summary>
public enum ListLineState
{
    /// <summary>Something in it is wrong: nothing of it is taken over.</summary>
    Wrong,

    /// <summary>Something that is there says otherwise.</summary>
    Changes,

    New,

    /// <summary>All of it is there already.</summary>
    Same,
}

/// <summary>One thing that a line says, beside what is there.</summary>
/// <param name="Now">Null where nothing is there.</param>
public sealed record ListDifference(string What, string? Now, string File);

/// <summary>A line of a list held against what is there.</summary>
/// <param name="Row">In the file, counted from 1.</param>
/// <param name="Subject">Whom or what it is about, as people call it.</param>
/// <param name="Mistakes">What is wrong in it; empty unless it is <see cref="ListLineState.Wrong"/>.</param>
public abstract record ListLine(int Row, ListLineState State, string Subject, IReadOnlyList<FileMistake> Mistakes)
{
    /// <summary>What it would change or add.</summary>
    public abstract IReadOnlyList<ListDifference> Differences(Texts texts);
}

/// <summary>Which lines of an uploaded list are taken over.</summary>
/// <param name="Id">Chosen by whoever accepts: the same again changes nothing.</param>
/// <param name="Rows">The chosen lines; null for all that are not wrong.</param>
/// <param name="Source">Where the content comes from, where the kind asks it.</param>
/// <param name="Reason">Why it replaces what was taken over before; empty where it does not.</param>
public sealed record ListAcceptance(Guid Id, IReadOnlySet<int>? Rows, string Source = "", string Reason = "")
{
    /// <summary>True for a line that is to be taken over.</summary>
    public bool Takes(ListLine line) => line.State is ListLineState.New or ListLineState.Changes && Rows?.Contains(line.Row) is not false;
}

/// <summary>How much was taken over, in what the kind counts.</summary>
/// <param name="Replaced">How much of it stands in the place of something else.</param>
public sealed record AcceptedList(int Count, int Replaced);
