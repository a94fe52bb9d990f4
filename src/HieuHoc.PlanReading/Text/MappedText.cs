namespace HieuHoc.PlanReading.Text;

/// <summary>A text that still knows, of each of its characters, where it stands in the source.</summary>
internal sealed class MappedText
{
    private readonly int[] starts;

    private readonly int[] ends;

    public MappedText(string text, int[] starts, int[] ends)
    {
        Text = text;
        this.starts = starts;
        this.ends = ends;
    }

    public static MappedText Empty { get; } = new("", [], []);

    public string Text { get; }

    public int Length => Text.Length;

    public bool IsEmpty => Text.Length == 0;

    /// <summary>Where the whole stands in the source.</summary>
    public SourceSpan Span => SpanOf(0, Length);

    /// <summary>Where a part of this text stands in the source; nothing stands at its beginning.</summary>
    public SourceSpan SpanOf(int start, int length)
    {
        if (Length == 0)
        {
            return default;
        }

        if (length <= 0)
        {
            return new(starts[Math.Min(start, Length - 1)], 0);
        }

        return new(starts[start], ends[start + length - 1] - starts[start]);
    }

    public MappedText Slice(int start, int length) => new(Text.Substring(start, length), starts[start..(start + length)], ends[start..(start + length)]);

    public MappedText From(int start) => Slice(start, Length - start);

    /// <summary>Without white space at either end.</summary>
    public MappedText Trim()
    {
        var start = Length - Text.AsSpan().TrimStart().Length;
        var length = Text.AsSpan().Trim().Length;

        return length == Length ? this : Slice(start, length);
    }

    /// <summary>With one space wherever there is white space.</summary>
    public MappedText Squeeze()
    {
        var kept = Enumerable.Range(0, Length).Where(i => !char.IsWhiteSpace(Text[i]) || (i > 0 && !char.IsWhiteSpace(Text[i - 1]))).ToList();

        return kept.Count == Length && !Text.AsSpan().ContainsAny('\t', '\n', '\f')
            ? this
            : new(string.Concat(kept.Select(i => char.IsWhiteSpace(Text[i]) ? ' ' : Text[i])), [.. kept.Select(i => starts[i])], [.. kept.Select(i => ends[i])]);
    }

    /// <summary>Both, with one space between them that stands where the first ends.</summary>
    public static MappedText Join(MappedText first, MappedText second)
    {
        if (first.IsEmpty || second.IsEmpty)
        {
            return first.IsEmpty ? second : first;
        }

        var between = first.ends[^1];

        return new($"{first.Text} {second.Text}", [.. first.starts, between, .. second.starts], [.. first.ends, between, .. second.ends]);
    }

    /// <summary>With a part put in another way; each new character stands where the whole part stood.</summary>
    public MappedText Replace(int start, int length, string by)
    {
        var span = SpanOf(start, length);

        return new(
            string.Concat(Text.AsSpan(0, start), by, Text.AsSpan(start + length)),
            [.. starts[..start], .. Enumerable.Repeat(span.Start, by.Length), .. starts[(start + length)..]],
            [.. ends[..start], .. Enumerable.Repeat(span.End, by.Length), .. ends[(start + length)..]]);
    }

    public override string ToString() => Text;
}
