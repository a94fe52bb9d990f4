namespace HieuHoc.PlanReading;

/// <summary>Where something stands in the text as it was given, in characters from 0.</summary>
public readonly record struct SourceSpan(int Start, int Length)
{
    public int End => Start + Length;

    /// <summary>The smallest span that holds both.</summary>
    public SourceSpan To(SourceSpan other)
    {
        var start = Math.Min(Start, other.Start);

        return new(start, Math.Max(End, other.End) - start);
    }
}
