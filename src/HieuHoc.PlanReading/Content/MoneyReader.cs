using System.Globalization;
using HieuHoc.PlanReading.Outline;
using HieuHoc.PlanReading.Text;
using HieuHoc.PlanReading.Words;

namespace HieuHoc.PlanReading.Content;

/// <summary>Where the money comes from, by the items of the sections about it, and how much where the text says it.</summary>
internal static class MoneyReader
{
    private static readonly IReadOnlyList<(string Code, PhraseSet Phrases)> Sources = WordLists.Groups("moneySources");

    private static readonly IReadOnlyDictionary<string, decimal> Units = WordLists.Map<decimal>("moneyUnits");

    private static readonly PhraseSet UnitWords = new(Units.Keys);

    public static IReadOnlyList<MoneyClause> Read(OutlineNode root) =>
    [
        .. from node in root.Everything
           where node.Section is SectionKind.Money
           from text in node.Texts
           where !ReferenceEquals(text, node.Heading) || !SectionReader.IsTitle(text.Text) || (node.Children.Count == 0 && node.Body.Count == 0)
           select Clause(node, text),
    ];

    private static MoneyClause Clause(OutlineNode node, MappedText text)
    {
        var folded = Fold.Of(text.Text);

        return new(node.Clause, text.Text, [.. Sources.Where(source => source.Phrases.IsIn(folded)).Select(source => source.Code)], Amount(Tokens.Of(text)), text.Span);
    }

    private static decimal? Amount(Tokens tokens)
    {
        for (var i = 0; i + 1 < tokens.Count; i++)
        {
            if (tokens.Is(i, TokenKind.Number) && UnitWords.LengthAt(tokens, i + 1) is var length and > 0 && Numbers.Of(tokens[i].Text) is { } number)
            {
                var unit = string.Join(' ', Enumerable.Range(i + 1, length).Select(word => tokens[word].Text.ToLower(CultureInfo.InvariantCulture)));

                return Units.TryGetValue(unit, out var factor) ? number * factor : null;
            }
        }

        return null;
    }
}
