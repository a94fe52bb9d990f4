using HieuHoc.PlanReading.Frame;
using HieuHoc.PlanReading.Outline;
using HieuHoc.PlanReading.Text;
using HieuHoc.PlanReading.Words;

namespace HieuHoc.PlanReading.Content;

/// <summary>Finds every document that is cited, once, with what the text says of it.</summary>
internal sealed class LegalBasesReader(string? ownNumber)
{
    private const int FarthestType = 5;

    private const int LongestIssuer = 16;

    /// <summary>In characters: what is said of a document stands beside its number.</summary>
    private const int FarthestIssuer = 250;

    private const int NearestType = 60;

    private static readonly PhraseSet Types = WordLists.Set("citedTypes");

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

        foreach (var (number, start, length) in numbers)
        {
            if (number != ownNumber)
            {
                Keep(Cited(text, clause, number, start, length));
            }
        }

        foreach (var law in LawNames.In(text, numbers.Select(found => found.Start)))
        {
            Keep(new(law.Name, "luật", law.Date, null, clause, text.SpanOf(law.Start, law.Length)));
        }
    }

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

        var end = at + 1;

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
