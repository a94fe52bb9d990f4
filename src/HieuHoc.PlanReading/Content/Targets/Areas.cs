using HieuHoc.PlanReading.Outline;
using HieuHoc.PlanReading.Text;

namespace HieuHoc.PlanReading.Content.Targets;

/// <summary>For which kind of area a value is, and of what each one is to reach it.</summary>
internal static class Areas
{
    /// <summary>"Đối với các xã đặc biệt khó khăn, …" at the beginning of a sentence.</summary>
    public static string? At(Tokens tokens, int from, int to)
    {
        if (TargetWords.AreaHeads.LengthAt(tokens, from) == 0)
        {
            return null;
        }

        var end = from;

        while (end < to && !tokens.Is(end, TokenKind.Number))
        {
            end++;
        }

        return NamedIn(tokens, from, end);
    }

    /// <summary>The first kind that some words name.</summary>
    public static string? NamedIn(Tokens tokens, int from, int to) =>
        TargetWords.Areas.Where(area => tokens.Has(area.Phrases, from, to)).Select(area => area.Code).FirstOrDefault();

    /// <summary>"…; vùng đặc biệt khó khăn đạt 35%": names an area and nobody in it, so that the foregoing ones are meant.</summary>
    public static string? Alone(string subject)
    {
        var tokens = Tokens.Of(Cleaning.Of(subject));
        string? code = null;
        var at = 0;

        while (at < tokens.Count)
        {
            var area = TargetWords.Areas.FirstOrDefault(area => area.Phrases.LengthAt(tokens, at) > 0);
            code = area.Code ?? code;
            var length = area.Phrases?.LengthAt(tokens, at) ?? TargetWords.AreaFillers.LengthAt(tokens, at);

            if (length == 0)
            {
                return null;
            }

            at += length;
        }

        return code;
    }

    /// <summary>"tỷ lệ người biết chữ ở các xã đặc biệt khó khăn": where those live who are counted; null where several kinds are named.</summary>
    public static string? Within(string subject)
    {
        var tokens = Tokens.Of(Cleaning.Of(subject));
        var named = TargetWords.Areas.Where(area => tokens.Has(area.Phrases, 0, tokens.Count)).Select(area => area.Code).ToList();

        return named.Count == 1 && Enumerable.Range(0, tokens.Count).Any(i => TargetWords.AreaPlaces.LengthAt(tokens, i) is var length and > 0 && BeginsWithArea(tokens, i + length)) ? named[0] : null;
    }

    private static bool BeginsWithArea(Tokens tokens, int from)
    {
        var at = from;

        while (at < tokens.Count && TargetWords.Areas.All(area => area.Phrases.LengthAt(tokens, at) == 0) && TargetWords.AreaFillers.LengthAt(tokens, at) is var length and > 0)
        {
            at += length;
        }

        return TargetWords.Areas.Any(area => area.Phrases.LengthAt(tokens, at) > 0);
    }

    /// <summary>The pilot areas, where the item is about a pilot.</summary>
    public static string? OfEach(string? each, OutlineNode node)
    {
        if (each is null || !node.Texts.Any(text => TargetWords.PilotMarks.IsIn(Fold.Of(text.Text))))
        {
            return null;
        }

        var words = Fold.Of(each);

        return TargetWords.Districts.Opening(words) is not null ? "pilot district" : TargetWords.Communes.Opening(words) is not null ? "pilot commune" : null;
    }
}
