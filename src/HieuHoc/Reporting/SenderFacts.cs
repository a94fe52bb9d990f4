using HieuHoc.Figures;
using HieuHoc.Places;
using HieuHoc.Platform;
using HieuHoc.Programmes.Tasks;
using HieuHoc.Returns;
using HieuHoc.Returns.Narrative;

namespace HieuHoc.Reporting;

/// <summary>Everything that a sender's own report is written from.</summary>
internal sealed record SenderFacts
{
    public required OutlinesPack Outline { get; init; }

    /// <summary>How its paper looks, with the names filled in.</summary>
    public required SenderPaper Look { get; init; }

    public required WrittenReport Written { get; init; }

    /// <summary>The tasks that it reports on; empty where none is asked for.</summary>
    public required IReadOnlyList<ReportedRow> Tasks { get; init; }

    public required FormsPack Form { get; init; }

    public required Answers Answers { get; init; }

    /// <summary>Why figures that look odd are right.</summary>
    public required IReadOnlyList<FigureNote> Notes { get; init; }

    public required IReadOnlyDictionary<string, ElementDefinition> Elements { get; init; }

    /// <summary>The official figures of the year before, of what is estimated.</summary>
    public required IReadOnlyDictionary<string, Restated> Before { get; init; }

    /// <summary>To whom it is addressed.</summary>
    public required IReadOnlyList<string> Addressees { get; init; }

    public required Moment Now { get; init; }

    /// <summary>True when the figures are generated.</summary>
    public required bool Demo { get; init; }
}
