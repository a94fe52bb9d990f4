using System.Globalization;
using HieuHoc.Platform;

namespace HieuHoc.Exchange.Lists;

/// <summary>A line that adds what is not here yet, and changes nothing that is.</summary>
internal abstract record AddingLine(ListRow From, ListLineState State, string Subject) : ListLine(From.Number, State, Subject, From.Mistakes)
{
    public override IReadOnlyList<ListDifference> Differences(Texts texts) => State is ListLineState.New
        ? [.. from said in Says(texts) where !string.IsNullOrEmpty(said.Says) select new ListDifference(texts[said.Heading], null, said.Says)]
        : [];

    /// <summary>What it says when it is new, each beside the key of a heading; empty or null where it says nothing.</summary>
    protected abstract IEnumerable<(string Heading, string? Says)> Says(Texts texts);

    protected static string? Shown(DateOnly? day) => day?.ToString("dd/MM/yyyy", CultureInfo.InvariantCulture);
}

/// <summary>A line that a use case takes in.</summary>
/// <param name="Line">As the use case knows it.</param>
internal abstract record AddingLine<TLine>(ListRow From, ListLineState State, string Subject, TLine Line) : AddingLine(From, State, Subject);
