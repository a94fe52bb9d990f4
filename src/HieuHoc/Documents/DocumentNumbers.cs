using System.Collections.Frozen;
using HieuHoc.Platform;

namespace HieuHoc.Documents;

/// <summary>Number and symbol of a document as offices type them: how two writings of one are told to be the same, and what the symbol says.</summary>
public static class DocumentNumbers
{
    /// <summary>What stands before a number and is no part of it.</summary>
    private const string Word = "so";

    /// <summary>The symbols of the kinds, folded: Decree 30/2020/NĐ-CP, appendix III, and those of the law and of the Party.</summary>
    private static readonly FrozenDictionary<string, DocumentType> BySymbol = new Dictionary<string, DocumentType>
    {
        ["nd"] = DocumentType.Decree,
        ["tt"] = DocumentType.Circular,
        ["ttlt"] = DocumentType.Circular,
        ["nq"] = DocumentType.Resolution,
        ["ct"] = DocumentType.Directive,
        ["kl"] = DocumentType.Conclusion,
        ["qd"] = DocumentType.Decision,
        ["ctr"] = DocumentType.Programme,
        ["da"] = DocumentType.Scheme,
        ["kh"] = DocumentType.Plan,
        ["hd"] = DocumentType.Guidance,
        ["qc"] = DocumentType.Regulation,
        ["tb"] = DocumentType.Notice,
        ["ttr"] = DocumentType.Submission,
        ["bc"] = DocumentType.Report,
    }.ToFrozenDictionary();

    /// <summary>
    /// The form in which numbers are compared and nothing else: "Số: 05 – CT/TU", "5-ct/tu" and "05-CT/TU" are "5-ct/tu", whatever
    /// the blanks, the dashes, the case and the diacritics. Null where no digit is: "Số:   /KH-UBND" leaves its number blank.
    /// </summary>
    public static string? Key(string? number)
    {
        var key = new List<char>();

        foreach (var sign in Vietnamese.Fold(number ?? "").Where(sign => !char.IsWhiteSpace(sign)))
        {
            var kept = sign switch
            {
                '‐' or '‑' or '‒' or '–' or '—' or '−' or '﹣' or '－' or '_' => '-',
                '⁄' or '∕' or '／' or '\\' => '/',
                _ => sign,
            };

            // A separator that is typed twice is one.
            if (!(kept is '-' or '/' && key.Count > 0 && key[^1] == kept))
            {
                key.Add(kept);
            }
        }

        var text = string.Concat(key).Trim('.', ',', ';', ':', '-', '/');

        while (text.Length > Word.Length && text.StartsWith(Word, StringComparison.Ordinal) && !char.IsLetter(text[Word.Length]))
        {
            text = text[Word.Length..].TrimStart('.', ':', '-', '/');
        }

        return text.Any(char.IsAsciiDigit) ? WithoutNoughts(text) : null;
    }

    /// <summary>
    /// The kind that a number names: 89/QĐ-TTg is a decision, 29-NQ/TW a resolution, 38/2019/QH14 a law. With a symbol that names
    /// none it is a letter, as 3320/BGDĐT-GDTrX; without any it is not told.
    /// </summary>
    public static DocumentType TypeOf(string? number)
    {
        var parts = (Key(number) ?? "").Split('-', '/');
        var symbols = parts.Where(part => part.Length > 0 && !part.All(char.IsAsciiDigit)).ToList();

        if (symbols.Count == 0)
        {
            return DocumentType.Other;
        }

        if (symbols is [var only] && only.StartsWith("qh", StringComparison.Ordinal) && only[2..].All(char.IsAsciiDigit))
        {
            return DocumentType.Law;
        }

        return BySymbol.TryGetValue(symbols[0], out var type) ? type : DocumentType.Letter;
    }

    /// <summary>The kind that a name without a number begins with; nothing but a law is cited so.</summary>
    public static DocumentType TypeOfName(string? name) =>
        $"{Vietnamese.Fold(name ?? "")} ".StartsWith("luat ", StringComparison.Ordinal) ? DocumentType.Law : DocumentType.Other;

    /// <summary>"05" is how a register writes the fifth; nought alone stays.</summary>
    private static string WithoutNoughts(string text)
    {
        var counted = text.TrimStart('0');

        return counted.Length == text.Length ? text : counted.Length > 0 && char.IsAsciiDigit(counted[0]) ? counted : $"0{counted}";
    }

    /// <summary>The form in which issuers are compared: "Ủy ban nhân dân tỉnh" and "UBND tỉnh" are one.</summary>
    public static string IssuerKey(string? issuer) => Vietnamese.Fold(issuer ?? "").Trim()
        .Replace("uy ban nhan dan", "ubnd", StringComparison.Ordinal)
        .Replace("hoi dong nhan dan", "hdnd", StringComparison.Ordinal);
}
