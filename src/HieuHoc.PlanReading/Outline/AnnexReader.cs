using System.Text.RegularExpressions;
using HieuHoc.PlanReading.Text;
using HieuHoc.PlanReading.Words;

namespace HieuHoc.PlanReading.Outline;

/// <summary>Cuts what stands behind the signature into annexes and hangs each under its own heading; one that only asks for entries stays a heading.</summary>
internal static partial class AnnexReader
{
    private static readonly PhraseSet Heads = WordLists.Set("annexHeads");

    private static readonly PhraseSet Forms = WordLists.Set("formAnnexes");

    /// <param name="paragraphs">Joins the lines of a paragraph.</param>
    /// <returns>A root for each annex, with the annex as its only child.</returns>
    public static IReadOnlyList<OutlineNode> Read(IReadOnlyList<Line> lines, IReadOnlyDictionary<int, int> headings, Func<IReadOnlyList<Line>, IEnumerable<MappedText>> paragraphs)
    {
        var starts = Enumerable.Range(0, lines.Count).Where(i => i == 0 || (IsHead(lines[i]) && !IsTitleUnder(lines[i - 1], lines[i]))).Append(lines.Count).ToList();

        return [.. starts.Zip(starts.Skip(1), (from, to) => Annex([.. lines.Skip(from).Take(to - from)], headings, paragraphs))];
    }

    private static OutlineNode Annex(IReadOnlyList<Line> lines, IReadOnlyDictionary<int, int> headings, Func<IReadOnlyList<Line>, IEnumerable<MappedText>> paragraphs)
    {
        var (label, length) = Label(lines[0]);
        var behind = lines[0].Mapped.From(length).Trim();
        var title = lines.Skip(1).TakeWhile(line => line.IsCapitals && MarkerReader.Read(line.Text) is null).ToList();
        var heading = MappedText.Join([behind, .. title.Select(line => line.Mapped)]).Squeeze();
        var root = new OutlineNode(null, MappedText.Empty, null);
        var annex = root.AddChild(new Marker(MarkerKind.Annex, label, 0), heading.IsEmpty ? lines[0].Mapped : heading);

        if (!Forms.IsIn(Fold.Of($"{lines[0].Text} {heading.Text}")))
        {
            OutlineReader.Hang(paragraphs([.. lines.Skip(1 + title.Count).SkipWhile(line => line.Text[0] is '(')]), headings, annex);
        }

        return root;
    }

    /// <summary>A line that names an annex, not a sentence that speaks of one: in capitals, or with nothing or a sign behind its number.</summary>
    private static bool IsHead(Line line) =>
        Heads.Opening(line.Folded) is not null
        && (line.IsCapitals || (Label(line).Length is var length && (length == line.Text.Length || line.Text[..length].TrimEnd()[^1] is '.' or ':' or ')' or '-' or '–')));

    /// <summary>"PHỤ LỤC" over "MẪU BÁO CÁO" is one annex; "PHỤ LỤC I" over "PHỤ LỤC II" are two, the first of which is a table.</summary>
    private static bool IsTitleUnder(Line above, Line line) =>
        IsHead(above) && Label(above).Length == above.Text.Length && Heads.Opening(above.Folded) != Heads.Opening(line.Folded);

    /// <summary>"PHỤ LỤC SỐ 01: CHỈ TIÊU" is Phụ lục 01, and how much of the line says so.</summary>
    private static (string Label, int Length) Label(Line line)
    {
        var word = Heads.Opening(line.Folded)?.Length ?? 0;
        var name = line.Text[..word];
        var number = Number().Match(line.Text[word..]);
        var label = name.Length == 0 ? "" : char.ToUpperInvariant(name[0]) + name[1..].ToLowerInvariant();

        return (number.Groups["number"] is { Success: true } said ? $"{label} {said.Value}" : label, word + number.Length);
    }

    [GeneratedRegex(@"^(\s+([Ss]ố|SỐ)?\s*(?<number>[IVX]+|\d{1,2}[a-z]?|[A-H])(?![\p{L}\d]))?\s*[.:)–-]?\s*", RegexOptions.CultureInvariant)]
    private static partial Regex Number();
}
