namespace HieuHoc.Places;

/// <summary>A place that ended and the one that took it, or a part of it, over.</summary>
public sealed class PlaceSuccession
{
    public required int FromId { get; init; }

    public required int ToId { get; init; }

    /// <summary>The first day of the successor.</summary>
    public required DateOnly EffectiveOn { get; init; }

    /// <summary>True when all of the old place went to this successor.</summary>
    public required bool Whole { get; init; }

    /// <summary>True for exactly one successor of each ended place: the one that keeps its records.</summary>
    public required bool IsDefault { get; init; }

    /// <summary>How the default successor was chosen.</summary>
    public required string Rule { get; init; }

    /// <summary>How much of the area went over, in the words of the resolution.</summary>
    public SuccessionShare AreaShare { get; init; }

    /// <summary>How much of the population went over, in the words of the resolution.</summary>
    public SuccessionShare PopulationShare { get; init; }

    /// <summary>
    /// This successor's share of figures: its parts among those of all successors of the ended place. The law gives no
    /// percentages; whoever has counted may put counted parts here.
    /// </summary>
    public int Parts { get; set; } = 1;

    /// <summary>Where the parts come from.</summary>
    public PartsRule PartsRule { get; set; }

    public required string LegalBasis { get; init; }

    /// <summary>Where in the legal basis it stands.</summary>
    public string Clause { get; init; } = "";
}

/// <summary>The resolutions' words for how much went over.</summary>
public enum SuccessionShare
{
    /// <summary>"toàn bộ"</summary>
    All,

    /// <summary>"một phần"</summary>
    Part,

    /// <summary>"phần còn lại"</summary>
    Rest,

    /// <summary>Nothing: area without people, or people without area.</summary>
    None,
}

/// <summary>By which rule figures of an ended place are shared among its successors. All but the first make estimates.</summary>
public enum PartsRule
{
    /// <summary>There is one successor: it has everything.</summary>
    Whole,

    /// <summary>The resolution names one successor that took all the people who moved: it has all parts, the others none.</summary>
    OneTookThePeople,

    /// <summary>Several took people and nobody knows how many: equal parts.</summary>
    EqualParts,

    /// <summary>A person put in what was counted.</summary>
    Counted,
}
