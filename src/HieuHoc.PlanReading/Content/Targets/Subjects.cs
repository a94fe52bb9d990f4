using HieuHoc.PlanReading.Text;

namespace HieuHoc.PlanReading.Content.Targets;

/// <summary>Says of each claim who is counted and what they are to reach; words that several claims share are given to each.</summary>
internal static class Subjects
{
    /// <summary>No list of values in one sentence is longer.</summary>
    private const int MostInList = 20;

    public static IReadOnlyList<string> Of(Tokens tokens, IReadOnlyList<Claim> claims)
    {
        var subjects = new List<string>();

        foreach (var (k, claim) in claims.Index())
        {
            subjects.Add(claim.HasSubject ? Own(tokens, claims, k) : subjects.LastOrDefault() ?? "");
        }

        // "đạt 60% …, 80% gia đình": who is named only with a later value is meant with the earlier ones too.
        for (var k = claims.Count - 2; k >= 0; k--)
        {
            subjects[k] = subjects[k].Length == 0 ? subjects[k + 1] : subjects[k];
        }

        return subjects;
    }

    private static string Own(Tokens tokens, IReadOnlyList<Claim> claims, int k)
    {
        var claim = claims[k];
        var own = tokens.Between(claim.SubjectFrom, claim.SubjectTo).Text;
        var giver = claim.IsContainer || claim.HasPredicate(tokens) ? null : Giver(tokens, claims, k);
        var shared = giver is null ? "" : tokens.Between(giver.Predicate(tokens), giver.SubjectTo).Text;

        return $"{Before(tokens, claim, hasPredicate: shared.Length > 0 || claim.HasPredicate(tokens))} {own} {shared}".Trim();
    }

    /// <summary>The next claim that says what is to be reached.</summary>
    private static Claim? Giver(Tokens tokens, IReadOnlyList<Claim> claims, int k) =>
        claims.Skip(k + 1).Take(MostInList).Where(claim => claim.SubjectFrom > claim.Anchor.At && claim.Anchor.Kind == claims[k].Anchor.Kind).FirstOrDefault(claim => claim.HasPredicate(tokens));

    /// <summary>"Công nhận danh hiệu … cho 70% hộ": what stands before the value, where what follows it says no more than who.</summary>
    private static string Before(Tokens tokens, Claim claim, bool hasPredicate)
    {
        if (claim.SubjectFrom < claim.Anchor.At)
        {
            return "";
        }

        // "Tăng 5% số học viên": without its verb it would be no growth.
        if (claim.Anchor.Growth is { } growth && growth < claim.Anchor.At)
        {
            return tokens.Between(growth, growth + 1).Text;
        }

        if (hasPredicate)
        {
            return "";
        }

        var from = claim.Each?.Behind(tokens, claim.Anchor.At) ?? TargetWords.SkipOpeners(tokens, claim.Lead, claim.Anchor.At);

        return tokens.Between(from, Math.Max(from, TargetWords.SkipBack(tokens, from, Qualifiers.BeginBeside(tokens, claim.Anchor)))).Text;
    }
}
