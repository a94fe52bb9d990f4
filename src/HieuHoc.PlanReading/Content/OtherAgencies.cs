using HieuHoc.PlanReading.Text;
using HieuHoc.PlanReading.Words;

namespace HieuHoc.PlanReading.Content;

/// <summary>"Sở Tài chính chủ trì, Sở Y tế phối hợp": the agencies behind the first that get a role of their own in the same sentence.</summary>
internal static class OtherAgencies
{
    private const int LongestName = 12;

    private static readonly PhraseSet Agencies = WordLists.Set("agencies");

    private static readonly PhraseSet NotAgencies = WordLists.Set("notAgencies");

    private static readonly PhraseSet Duties = WordLists.Set("duties");

    private static readonly PhraseSet PartnerMarks = WordLists.Set("partnerMarks");

    /// <summary>What the text says of the agency it is about, also behind the first sentence, and of each other one.</summary>
    public static (IReadOnlyList<MappedText> Own, IReadOnlyList<(string Agency, MappedText Words)> Others) Part(MappedText text)
    {
        var tokens = Tokens.Of(text);
        var (from, to) = Sentences.Of(tokens).FirstOrDefault();
        var (others, start) = (new List<(string Agency, int At, int Verb)>(), from);

        foreach (var (at, verb) in Beginnings(tokens, from, to))
        {
            if (!IsList(tokens, start, at))
            {
                others.Add((tokens.Between(at + 1, verb).Text, at, verb));
                start = verb;
            }
        }

        return others.Count == 0
            ? ([text], [])
            : ([tokens.Between(from, others[0].At), tokens.Between(to, tokens.Count)], [.. others.Select((other, k) => (other.Agency, tokens.Between(other.Verb, k + 1 < others.Count ? others[k + 1].At : to)))]);
    }

    /// <summary>Where a sign stands before a name in capitals, and the verb of its role behind the name.</summary>
    private static IEnumerable<(int At, int Verb)> Beginnings(Tokens tokens, int from, int to)
    {
        for (var i = from + 1; i + 1 < to; i++)
        {
            if (tokens[i].Depth == 0 && (tokens.Is(i, ",") || tokens.Is(i, ";")) && IsName(tokens, i + 1) && tokens[i + 1].BeginsWithCapital && VerbBehind(tokens, i + 1, to) is { } verb)
            {
                yield return (i, verb);
            }
        }
    }

    private static int? VerbBehind(Tokens tokens, int name, int to)
    {
        for (var i = name + 1; i < Math.Min(to, name + LongestName) && tokens[i].Kind is TokenKind.Word; i++)
        {
            if (!tokens[i].BeginsWithCapital && Duties.LengthAt(tokens, i) > 0)
            {
                return RolesReader.IsRole(tokens, i) ? i : null;
            }
        }

        return null;
    }

    /// <summary>"phối hợp với Sở Y tế, Sở Nội vụ tham mưu": a name in a list of those with whom, or whom, something is done.</summary>
    private static bool IsList(Tokens tokens, int from, int to) =>
        tokens.Has(PartnerMarks, from, to) || Enumerable.Range(from, to - from).Any(i => IsName(tokens, i) && (tokens[i].BeginsWithCapital || tokens.Is(i, "các")));

    private static bool IsName(Tokens tokens, int i) => Agencies.LengthAt(tokens, i) > 0 && NotAgencies.LengthAt(tokens, i) == 0;
}
