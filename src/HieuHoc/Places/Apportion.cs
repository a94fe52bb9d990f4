namespace HieuHoc.Places;

/// <summary>Divides a whole number by parts so that nothing is lost.</summary>
public static class Apportion
{
    /// <summary>
    /// By largest remainder: each gets its share rounded down, and what is left goes, one each, to those whose rounding took
    /// most; among equals to those who stand first. The pieces sum to the value.
    /// </summary>
    /// <param name="parts">None negative, one at least above nought.</param>
    public static IReadOnlyList<long> ByLargestRemainder(long value, IReadOnlyList<int> parts)
    {
        if (parts.Any(part => part < 0) || parts.All(part => part == 0))
        {
            throw new ArgumentException("Parts are not negative, and somebody has one.", nameof(parts));
        }

        if (parts.Count == 1)
        {
            return [value];
        }

        var sum = parts.Sum(part => (long)part);
        var sign = Math.Sign(value);
        var size = Int128.Abs(value);
        var pieces = parts.Select(part => (long)(size * part / sum)).ToArray();
        var left = (int)(size - pieces.Aggregate(Int128.Zero, (total, piece) => total + piece));
        var next = parts.Index().OrderByDescending(pair => size * pair.Item % sum).Take(left);

        foreach (var (i, _) in next)
        {
            pieces[i]++;
        }

        return [.. pieces.Select(piece => sign * piece)];
    }
}
