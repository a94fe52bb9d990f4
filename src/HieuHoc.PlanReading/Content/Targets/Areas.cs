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

        return TargetWords.Areas.Where(area => tokens.Has(area.Phrases, from, end)).Select(area => area.Code).FirstOrDefault();
    }

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

    /// <summary>"mỗi huyện, thành phố có: …": the words between "mỗi" and the verb.</summary>
    public static string? Each(Tokens tokens, int from, int to)
    {
        var at = tokens.Find(TargetWords.EachHeads, from, to);

        if (at == to || tokens.Is(at + 1, "năm"))
        {
            return null;
        }

        var end = at + 1;

        while (end < to && !tokens.Is(end, ":") && TargetWords.Predicates.LengthAt(tokens, end) == 0)
        {
            end++;
        }

        return tokens.Between(at + 1, TargetWords.SkipBack(tokens, at + 1, end)).Text is { Length: > 0 } each ? each : null;
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
