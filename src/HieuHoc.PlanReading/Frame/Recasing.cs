using HieuHoc.PlanReading.Text;
using HieuHoc.PlanReading.Words;

namespace HieuHoc.PlanReading.Frame;

/// <summary>Writes what stands in capitals as the same words stand in the body of the document: QUẢNG TRỊ is there "Quảng Trị".</summary>
internal sealed class Recasing(IEnumerable<MappedText> body)
{
    private const int LongestRun = 8;

    private readonly Lazy<Dictionary<string, string>> written = new(() => Runs(body));

    private static Dictionary<string, string> Runs(IEnumerable<MappedText> body)
    {
        var runs = new Dictionary<string, string>();

        foreach (var words in WordLists.Plain("names").Select(Cleaning.Of).Concat(body).Where(text => !Fold.IsCapitals(text.Text)).Select(text => Tokens.Of(text)).Select(Words))
        {
            for (var first = 0; first < words.Count; first++)
            {
                for (var length = 2; length <= LongestRun && first + length <= words.Count; length++)
                {
                    var run = string.Join(' ', words.Skip(first).Take(length));
                    runs.TryAdd(Fold.Of(run), run);
                }
            }
        }

        return runs;
    }

    public string Of(string capitals)
    {
        var small = capitals.ToLowerInvariant().ToCharArray();
        var tokens = Tokens.Of(Cleaning.Of(capitals));
        var at = 0;

        while (at < tokens.Count)
        {
            var run = RunAt(tokens, at);

            for (var i = 0; i < (run?.Length ?? 0); i++)
            {
                run![i].CopyTo(0, small, tokens[at + i].Start, run[i].Length);
            }

            at += Math.Max(1, run?.Length ?? 1);
        }

        return WithCapitals(small);
    }

    private string[]? RunAt(Tokens tokens, int at)
    {
        for (var length = Math.Min(LongestRun, tokens.Count - at); length >= 2; length--)
        {
            var key = string.Join(' ', Enumerable.Range(at, length).Select(i => tokens[i].Folded));

            if (written.Value.TryGetValue(key, out var found))
            {
                return found.Split(' ');
            }
        }

        return null;
    }

    /// <summary>The first letter of all, and the first after a quotation mark.</summary>
    private static string WithCapitals(char[] text)
    {
        for (var i = 0; i < text.Length; i++)
        {
            if (i == 0 || text[i - 1] is '“' or '"' or '«')
            {
                text[i] = char.ToUpperInvariant(text[i]);
            }
        }

        return new string(text);
    }

    private static IReadOnlyList<string> Words(Tokens tokens) => [.. Enumerable.Range(0, tokens.Count).Select(i => tokens[i].Text)];
}
