using System.Text.RegularExpressions;
using HieuHoc.PlanReading.Frame;
using HieuHoc.PlanReading.Outline;
using HieuHoc.PlanReading.Text;
using HieuHoc.PlanReading.Words;

namespace HieuHoc.PlanReading.Content;

/// <summary>Finds every document that is cited, once, with what the text says of it.</summary>
internal sealed partial class LegalBasesReader(string? ownNumber)
{
    private const int FarthestType = 5;

    private const int LongestIssuer = 16;

    /// <summary>In characters: what is said of a document stands beside its number.</summary>
    private const int FarthestIssuer = 250;

    private const int NearestType = 60;

    private static readonly PhraseSet Types = WordLists.Set("citedTypes");

    private static readonly PhraseSet Committees = WordLists.Set("committees");

    private static readonly PhraseSet IssuerStops = WordLists.Set("issuerStops");

    private readonly Dictionary<string, LegalBasis> bases = [];

    public IReadOnlyList<LegalBasis> Read(MappedText title, OutlineNode root)
    {
        Take(title, "");

        foreach (var node in root.Everything)
        {
            foreach (var text in node.Texts)
            {
                Take(text, node.Clause);
            }
        }

        return [.. bases.Values.OrderBy(cited => cited.Span.Start)];
    }

    private void Take(MappedText text, string clause)
    {
        var numbers = DocumentNumber.All(text.Text).ToList();

        var cited = Listed(text, [.. numbers.Select(found => Cited(text, clause, found.Number, found.Start, found.Length))], [.. numbers.Select(found => (found.Start, found.Start + found.Length))]);

        foreach (var one in cited.Where(one => one.Number != ownNumber))
        {
            Keep(one);
        }

        foreach (var law in LawNames.In(text, numbers.Select(found => found.Start)))
        {
            Keep(new(law.Name, "luật", law.Date, null, clause, text.SpanOf(law.Start, law.Length)));
        }
    }

    /// <summary>"các Quyết định số: 281/QĐ-TTg ngày 20/02/2014, 1373/QĐ-TTg … của Thủ tướng": what is said once is meant of each.</summary>
    private static LegalBasis[] Listed(MappedText text, LegalBasis[] cited, IReadOnlyList<(int Start, int End)> places)
    {
        bool Follows(int k) => Between().IsMatch(text.Text.AsSpan(places[k - 1].End, places[k].Start - places[k - 1].End));

        for (var k = 1; k < cited.Length; k++)
        {
            cited[k] = cited[k].Type is null && Follows(k) ? cited[k] with { Type = cited[k - 1].Type } : cited[k];
        }

        for (var k = cited.Length - 1; k > 0; k--)
        {
            cited[k - 1] = cited[k - 1].Issuer is null && cited[k - 1].Type == cited[k].Type && Follows(k) ? cited[k - 1] with { Issuer = cited[k].Issuer } : cited[k - 1];
        }

        return cited;
    }

    /// <summary>Nothing but a day and a sign between two numbers.</summary>
    [GeneratedRegex(@"^\s*,?\s*(?:\(?ngày\s+)?(?:\d{1,2}\s*[/.-]\s*\d{1,2}\s*[/.-]\s*\d{4}|\d{1,2}\s+tháng\s+\d{1,2}\s+năm\s+\d{4})?\)?\s*[,;]?\s*(?:và\s+)?(?:số:?\s*)?$", RegexOptions.CultureInvariant | RegexOptions.IgnoreCase)]
    private static partial Regex Between();

    /// <summary>Cited again, a document may say what it did not say before.</summary>
    private void Keep(LegalBasis cited)
    {
        var key = Fold.Of(cited.Number);
        bases[key] = bases.TryGetValue(key, out var known)
            ? known with { Date = known.Date ?? cited.Date, Type = known.Type ?? cited.Type, Issuer = known.Issuer ?? cited.Issuer }
            : cited;
    }

    private static LegalBasis Cited(MappedText text, string clause, string number, int start, int length)
    {
        var behind = start + length;
        var after = Tokens.Of(text.Slice(behind, Math.Min(FarthestIssuer, text.Length - behind)));
        var (day, next) = DayAt(after, 0);
        var (issuer, end) = IssuerAt(after, next);

        // "Quyết định số … của Thủ tướng Chính phủ ngày …": the day may follow the issuer.
        day ??= DayAt(after, end).Day;

        return new(number, TypeBefore(Tokens.Of(text.Slice(Math.Max(0, start - NearestType), Math.Min(NearestType, start)))), day, issuer, clause, text.SpanOf(start, length));
    }

    private static (DateOnly? Day, int Next) DayAt(Tokens tokens, int at)
    {
        var i = at;

        while (tokens.Is(i, ",") || tokens.Is(i, "(") || tokens.Is(i, "ngày"))
        {
            i++;
        }

        if (!tokens.Is(i, TokenKind.Number) || Dates.At(tokens.Text.Text, tokens[i].Start) is not { } found)
        {
            return (null, at);
        }

        while (i < tokens.Count && (tokens[i].Start < found.End || tokens.Is(i, ")") || tokens.Is(i, ",")))
        {
            i++;
        }

        return (found.Day, i);
    }

    private static (string? Issuer, int End) IssuerAt(Tokens tokens, int at)
    {
        if (!tokens.Is(at, "của"))
        {
            return (null, at);
        }

        // The committee's own name has a word at which others end.
        var end = at + 1 + Committees.LengthAt(tokens, at + 1);

        while (end < tokens.Count && end - at <= LongestIssuer && tokens[end].Kind is TokenKind.Word or TokenKind.Sign && !IsStop(tokens, end))
        {
            end++;
        }

        var issuer = tokens.Between(at + 1, end).Text;

        return (issuer.Length == 0 ? null : issuer, end);
    }

    private static bool IsStop(Tokens tokens, int i) =>
        (tokens[i].Kind is TokenKind.Sign && tokens[i].Text != "-") || (tokens.Is(i, "v") && tokens.Is(i + 1, "/"))
        || (IssuerStops.LengthAt(tokens, i) > 0 && !tokens[i].BeginsWithCapital && !(tokens.Is(i, "và") && tokens.Is(i + 1, "đào")));

    private static string? TypeBefore(Tokens tokens)
    {
        for (var i = tokens.Count - 1; i >= Math.Max(0, tokens.Count - FarthestType); i--)
        {
            if (Types.LengthBefore(tokens, i + 1) is var length and > 0)
            {
                return string.Join(' ', Enumerable.Range(i + 1 - length, length).Select(word => tokens[word].Text.ToLowerInvariant()));
            }
        }

        return null;
    }
}
