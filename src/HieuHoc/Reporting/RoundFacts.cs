using HieuHoc.Figures;
using HieuHoc.Platform;
using HieuHoc.Programmes;
using HieuHoc.Returns;

namespace HieuHoc.Reporting;

/// <summary>What the papers of a round are written from.</summary>
internal sealed record RoundFacts
{
    public required Round Round { get; init; }

    public required Period Period { get; init; }

    public required ProgrammePack Programme { get; init; }

    /// <summary>The forms with their last days, communes' before villages' before agencies'.</summary>
    public required IReadOnlyList<RoundFormFacts> Forms { get; init; }

    /// <summary>Who owes and how far they have come.</summary>
    public required IReadOnlyList<ProgressLine> Lines { get; init; }

    /// <summary>The titles of the sections that reports are to have; empty where the round asks for figures alone.</summary>
    public IReadOnlyList<string> Outline { get; init; } = [];

    public required Moment Now { get; init; }

    /// <summary>True when the figures are generated.</summary>
    public required bool Demo { get; init; }

    /// <summary>Neither paper is a report: both bear the symbol of the standing agency's letters.</summary>
    public string Symbol => Programme.LetterSymbol ?? "/";

    /// <summary>To whom reports are addressed.</summary>
    public IReadOnlyList<string> Addressees =>
        TypedText.Lines(Round.Addressee) is { Count: > 0 } own ? own : [Programme.StandingAgency.Vi];
}

/// <summary>A form that the round asks, who owes it, and until when.</summary>
/// <param name="Subjects">The numbers of who owes it.</param>
internal sealed record RoundFormFacts(FormsPack Form, DateOnly DueOn, IReadOnlyList<int> Subjects);
