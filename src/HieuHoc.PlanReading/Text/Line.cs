namespace HieuHoc.PlanReading.Text;

/// <summary>A line of the source that says something.</summary>
/// <param name="AfterGap">An empty line, a rule or the end of a page stands before it.</param>
/// <param name="IsWhole">The file itself says that a paragraph ends with this line (Word); nothing is joined to it.</param>
internal sealed record Line(MappedText Mapped, bool AfterGap, bool IsWhole = false)
{
    public string Text => Mapped.Text;

    public string Folded => Fold.Of(Text);

    public bool IsCapitals => Fold.IsCapitals(Text);
}
