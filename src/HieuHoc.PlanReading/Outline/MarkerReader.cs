using System.Text.RegularExpressions;

namespace HieuHoc.PlanReading.Outline;

/// <summary>Tells with which number or bullet a line begins: one pattern for each kind, tried in turn.</summary>
internal static partial class MarkerReader
{
    private static readonly (MarkerKind Kind, Regex Pattern)[] Kinds =
    [
        (MarkerKind.Part, Part()),
        (MarkerKind.Article, Article()),
        (MarkerKind.Roman, Roman()),
        (MarkerKind.Capital, Capital()),
        (MarkerKind.DeepDecimal, DeepDecimal()),
        (MarkerKind.Decimal, Decimal()),
        (MarkerKind.Arabic, Arabic()),
        (MarkerKind.Letter, Letter()),
        (MarkerKind.Parenthesis, Parenthesis()),
        (MarkerKind.Dash, Dash()),
        (MarkerKind.Plus, Plus()),
    ];

    public static Marker? Read(string line)
    {
        foreach (var (kind, pattern) in Kinds)
        {
            if (pattern.Match(line) is { Success: true } match && match.Length < line.Length)
            {
                return new(kind, match.Groups["label"].Value.Replace(" ", "", StringComparison.Ordinal), match.Length);
            }
        }

        return null;
    }

    /// <summary>"Phần thứ hai" alone on its line: its title stands on the next.</summary>
    public static bool IsBarePart(string line) => Part().Match(line) is { Success: true } match && match.Length == line.Length;

    [GeneratedRegex(@"^(Phần|PHẦN|Chương|CHƯƠNG)\s+(thứ\s+|THỨ\s+)?(?<label>[IVX]+|\d{1,2}|nhất|NHẤT|hai|HAI|ba|BA)\s*[.:)/-]?\s*", RegexOptions.CultureInvariant)]
    private static partial Regex Part();

    [GeneratedRegex(@"^Điều\s+(?<label>\d{1,2})\s*[.:]\s*", RegexOptions.CultureInvariant)]
    private static partial Regex Article();

    [GeneratedRegex(@"^(?<label>[IVX]{1,5})\s*(\.-|[.):]|/(?=[\s\p{Lu}])|\s[-–]|-(?=\s))\s*(?=\S)", RegexOptions.CultureInvariant)]
    private static partial Regex Roman();

    [GeneratedRegex(@"^(?<label>[A-HK-U])\s*[.)/]\s+(?=\p{Lu})", RegexOptions.CultureInvariant)]
    private static partial Regex Capital();

    [GeneratedRegex(@"^(?<label>\d{1,2}\.\d{1,2}\.\d{1,2}(\.\d{1,2})?)\s*([.)/:]\s*|\s)(?=[\p{L}""“‘(\d])", RegexOptions.CultureInvariant)]
    private static partial Regex DeepDecimal();

    // Without a point after it, 2.1 is a bullet only before a capital: "2.5 triệu đồng" is an amount.
    [GeneratedRegex(@"^(?<label>\d{1,2}\.\d{1,2})(\s*[.)/:]\s*(?=[\p{L}""“‘(\d])|\s+(?=[\p{Lu}""“‘]))", RegexOptions.CultureInvariant)]
    private static partial Regex Decimal();

    // "1/ Sở", "1- Sở" and "2 .Sở", but neither 89/QĐ-TTg nor 18/11.
    [GeneratedRegex(@"^(?<label>\d{1,2})\s*(\.-|[.)](?!\d)|[/:](?=\s)|-(?=\s)|[/.](?=\p{Lu}\p{Ll}))\s*(?=\S)", RegexOptions.CultureInvariant)]
    private static partial Regex Arabic();

    [GeneratedRegex(@"^(?<label>[a-zđ])\s*([)]|[./](?=\s))\s*(?=\S)", RegexOptions.CultureInvariant)]
    private static partial Regex Letter();

    [GeneratedRegex(@"^\(\s*(?<label>\d{1,2}|[a-zđ])\s*\)\s*(?=\S)", RegexOptions.CultureInvariant)]
    private static partial Regex Parenthesis();

    [GeneratedRegex(@"^([-–—*]\s*|o\s+(?=\p{Lu}))(?=[^\s-])", RegexOptions.CultureInvariant)]
    private static partial Regex Dash();

    [GeneratedRegex(@"^\+\s*(?=\S)", RegexOptions.CultureInvariant)]
    private static partial Regex Plus();
}
