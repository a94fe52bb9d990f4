namespace HieuHoc.Figures.Made;

/// <summary>What a province says of an indicator that no pack has.</summary>
public sealed record StatedIndicator
{
    /// <summary>The most characters of a title.</summary>
    public const int LongestTitle = 300;

    public required string Title { get; init; }

    /// <summary>The title in English; empty where nobody has said it.</summary>
    public string English { get; init; } = "";

    public required IndicatorKind Kind { get; init; }

    /// <summary>What is counted: the title or the code of something that is counted already, or what is counted from now on.</summary>
    public required string Counted { get; init; }

    /// <summary>Of a percentage or a ratio, out of what; empty for everything else.</summary>
    public string Of { get; init; } = "";

    /// <summary>What one of the things is called that are counted from now on: gia đình, người.</summary>
    public string Unit { get; init; } = "";

    /// <summary>True where communes count that, false where the province does; a level and a yes or no are of the province.</summary>
    public bool ByCommunes { get; init; } = true;

    /// <summary>Of a level that nobody has counted the highest one, 1 to 9.</summary>
    public int Highest { get; init; } = 3;

    public Direction Direction { get; init; } = Direction.Up;

    /// <summary>Where the plan asks for it: number and clause.</summary>
    public required string Citation { get; init; }
}
