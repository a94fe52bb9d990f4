using HieuHoc.PlanReading.Text;
using HieuHoc.PlanReading.Words;

namespace HieuHoc.PlanReading.Frame;

/// <summary>Reads in whose name, as what and who signed.</summary>
internal static class SignatureReader
{
    private static readonly PhraseSet Authorities = WordLists.Set("authorities");

    private static readonly PhraseSet InsteadOf = WordLists.Set("insteadOf");

    private static readonly PhraseSet Posts = WordLists.Set("posts");

    /// <summary>True for the line in capitals with which a signature begins.</summary>
    public static bool Begins(Line line) => line.IsCapitals && (Authorities.Opening(line.Folded) is not null || IsPost(line));

    public static Signature? Read(IReadOnlyList<Line> tail)
    {
        var first = tail.Index().Where(line => Begins(line.Item)).Select(line => (int?)line.Index).FirstOrDefault();

        if (first is null)
        {
            return null;
        }

        var block = tail.Skip(first.Value).ToList();
        var formulas = block.TakeWhile(line => line.IsCapitals).ToList();
        var authority = formulas.FirstOrDefault(line => InsteadOf.Opening(line.Folded) is not null) ?? formulas.FirstOrDefault(IsPost) ?? formulas[0];
        var name = block.Skip(formulas.Count).FirstOrDefault(line => IsName(line.Text));

        return new(name is null ? null : WithoutDegree(name.Text), authority.Mapped.Squeeze().Text, Span(formulas, name));
    }

    private static SourceSpan Span(List<Line> formulas, Line? name) =>
        formulas.Select(line => line.Mapped.Span).Append(name?.Mapped.Span ?? formulas[0].Mapped.Span).Aggregate((all, span) => all.To(span));

    private static bool IsPost(Line line) => line.IsCapitals && Posts.Opening(line.Folded) is not null;

    internal static bool IsName(string text)
    {
        var words = WithoutDegree(text).Split(' ', StringSplitOptions.RemoveEmptyEntries);

        return words.Length is >= 2 and <= 6 && words.All(word => char.IsUpper(word[0]) && word.All(char.IsLetter)) && text.Any(char.IsLower);
    }

    /// <summary>"ThS. Nguyễn Văn A" is Nguyễn Văn A.</summary>
    private static string WithoutDegree(string text) =>
        string.Join(' ', text.Split(' ', StringSplitOptions.RemoveEmptyEntries).SkipWhile(word => word.EndsWith('.')));
}
