using System.Text;

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

        // Columns that stood side by side are joined one after the other: what comes first here may stand behind there.
        var (first, last) = (starts[start], ends[start]);

        for (var i = start; i < start + length; i++)
        {
            (first, last) = (Math.Min(first, starts[i]), Math.Max(last, ends[i]));
        }

        return new(first, last - first);
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

    /// <summary>All, with one space between each two that stands where the first ends.</summary>
    public static MappedText Join(params IReadOnlyList<MappedText> parts)
    {
        var texts = parts.Where(part => !part.IsEmpty).ToList();

        return texts.Count switch
        {
            0 => Empty,
            1 => texts[0],
            _ => new(
                string.Join(' ', texts.Select(part => part.Text)),
                [.. texts[0].starts, .. texts.Zip(texts.Skip(1)).SelectMany(pair => pair.Second.starts.Prepend(pair.First.ends[^1]))],
                [.. texts[0].ends, .. texts.Zip(texts.Skip(1)).SelectMany(pair => pair.Second.ends.Prepend(pair.First.ends[^1]))]),
        };
    }

    /// <summary>With parts put in another way, given in their order; each new character stands where the whole part stood.</summary>
    public MappedText Replace(params IReadOnlyList<(int Start, int Length, string By)> parts)
    {
        var text = new StringBuilder();
        var (newStarts, newEnds) = (new List<int>(), new List<int>());
        var at = 0;

        foreach (var (start, length, by) in parts.Append((Start: Length, Length: 0, By: "")))
        {
            text.Append(Text, at, start - at).Append(by);
            newStarts.AddRange(starts[at..start]);
            newEnds.AddRange(ends[at..start]);
            newStarts.AddRange(Enumerable.Repeat(SpanOf(start, length).Start, by.Length));
            newEnds.AddRange(Enumerable.Repeat(SpanOf(start, length).End, by.Length));
            at = start + length;
        }

        return new(text.ToString(), [.. newStarts], [.. newEnds]);
    }

    public override string ToString() => Text;
}
