using System.Text;
using HieuHoc.Testing;

namespace HieuHoc.Tests.Architecture;

/// <summary>A C# file with its code apart from its comments, and its string literals apart from its code.</summary>
internal sealed record SourceFile(string Path, string Text)
{
    private string? code;
    private IReadOnlyList<string>? literals;

    /// <summary>The text without comments.</summary>
    public string Code => code ??= Read().Code;

    /// <summary>The contents of the string literals.</summary>
    public IReadOnlyList<string> Literals => literals ??= Read().Literals;

    /// <summary>The files below a folder of the checkout, in the order of their paths.</summary>
    public static IReadOnlyList<SourceFile> Under(string folder) =>
    [
        .. Directory.GetFiles(RepositoryFolder.Under(folder), "*.cs", SearchOption.AllDirectories)
            .Select(path => System.IO.Path.GetRelativePath(RepositoryFolder.Path, path).Replace('\\', '/'))
            .Where(path => !path.Contains("/obj/", StringComparison.Ordinal) && !path.Contains("/bin/", StringComparison.Ordinal))
            .Order(StringComparer.Ordinal)
            .Select(path => new SourceFile(path, File.ReadAllText(RepositoryFolder.Under(path)))),
    ];

    public override string ToString() => Path;

    private (string Code, IReadOnlyList<string> Literals) Read()
    {
        var kept = new StringBuilder();
        var found = new List<string>();
        var at = 0;

        while (at < Text.Length)
        {
            var end = EndOfComment(at);

            if (end > at)
            {
                at = end;
                continue;
            }

            end = EndOfLiteral(at);

            if (Text[at] == '"')
            {
                found.Add(Text[at..end]);
            }

            kept.Append(Text, at, end - at);
            at = end;
        }

        return (kept.ToString(), found);
    }

    private int EndOfComment(int at)
    {
        if (Is(at, "//"))
        {
            return After("\n", at, 0);
        }

        return Is(at, "/*") ? After("*/", at, 2) : at;
    }

    /// <summary>Where a literal that begins here ends; the next letter where none begins.</summary>
    private int EndOfLiteral(int at)
    {
        if (Is(at, "\"\"\""))
        {
            var quotes = Text[at..].TakeWhile(c => c == '"').Count();

            return After(new string('"', quotes), at + quotes, quotes);
        }

        if (Text[at] is not ('"' or '\''))
        {
            return at + 1;
        }

        // In a verbatim string the backslash is a letter, and a doubled quote begins the next literal, which does no harm.
        var verbatim = Text[at] == '"' && at > 0 && (Text[at - 1] == '@' || (at > 1 && Text[at - 1] == '$' && Text[at - 2] == '@'));
        var end = at + 1;

        while (end < Text.Length && Text[end] != Text[at] && (verbatim || Text[end] != '\n'))
        {
            end += Text[end] == '\\' && !verbatim ? 2 : 1;
        }

        return Math.Min(end + 1, Text.Length);
    }

    private bool Is(int at, string what) => string.CompareOrdinal(Text, at, what, 0, what.Length) == 0;

    private int After(string what, int from, int plus)
    {
        var found = Text.IndexOf(what, from, StringComparison.Ordinal);

        return found < 0 ? Text.Length : found + plus;
    }
}
