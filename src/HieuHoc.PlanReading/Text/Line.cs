namespace HieuHoc.PlanReading.Text;

/// <summary>A line of the source that says something.</summary>
/// <param name="afterGap">An empty line, a rule or the end of a page stands before it.</param>
/// <param name="isWhole">The file itself says that a paragraph ends with this line (Word); nothing is joined to it.</param>
internal sealed class Line(MappedText mapped, bool afterGap, bool isWhole = false)
{
    private string? folded;

    public MappedText Mapped { get; } = mapped;

    public bool AfterGap { get; } = afterGap;

    public bool IsWhole { get; } = isWhole;

    public string Text => Mapped.Text;

    public string Folded => folded ??= Fold.Of(Text);

    public bool IsCapitals => Fold.IsCapitals(Text);
}
