using System.Globalization;

namespace HieuHoc.Platform;

/// <summary>Something wrong in a file that was handed over: where, the key of the sentence that says what, and what stood there.</summary>
public sealed record FileMistake(string Where, string Key, string Value)
{
    /// <summary>A mistake in a line of a table.</summary>
    public static FileMistake InLine(string file, int line, string key, string value) => new($"{file}:{line}", key, value);
}

/// <summary>A file that was handed over has mistakes, so nothing of it was taken over.</summary>
public abstract record FileFaulty(IReadOnlyList<FileMistake> Mistakes) : Refusal(RefusalKind.Invalid)
{
    /// <summary>Line 9 comes before line 10.</summary>
    private static readonly StringComparer InOrder = StringComparer.Create(CultureInfo.InvariantCulture, CompareOptions.NumericOrdering);

    /// <summary>All of them, in the order in which they stand in the file.</summary>
    public IReadOnlyList<FileMistake> Mistakes { get; } = [.. Mistakes.OrderBy(mistake => mistake.Where, InOrder)];

    /// <summary>How many they are, for the sentence.</summary>
    public int Count => Mistakes.Count;
}
