using HieuHoc.PlanReading.Text;

namespace HieuHoc.PlanReading.Content.Targets;

/// <summary>Levels: "đạt chuẩn xóa mù chữ mức độ 2".</summary>
internal static class Levels
{
    /// <summary>The last level that is named, or null.</summary>
    public static int? Of(Tokens tokens, int from, int to)
    {
        int? level = null;

        for (var i = from; i < to; i++)
        {
            if (NumberAt(tokens, i) is { } number && number < to && int.TryParse(tokens[number].Text, out var value))
            {
                level = value;
            }
        }

        return level;
    }

    /// <summary>Behind a level and a comma another one may begin who reaches a level too: "…mức độ 2, tỉnh đạt chuẩn … mức độ 2".</summary>
    public static IEnumerable<(int From, int To)> Part(Tokens tokens, int from, int to)
    {
        var start = from;

        for (var i = from; i < to; i++)
        {
            if (NumberAt(tokens, i) is { } number && number + 2 < to && (tokens.Is(number + 1, ",") || tokens.Is(number + 1, "và")) && (IsClaim(tokens, number + 2, to) || (Qualifiers.Maintain(tokens, from, number) && Of(tokens, number + 2, to) is not null)))
            {
                yield return (start, number + 1);
                start = number + 2;
            }
        }

        yield return (start, to);
    }

    private static bool IsClaim(Tokens tokens, int from, int to) =>
        !tokens.Is(from, TokenKind.Number) && Of(tokens, from, to) is not null && tokens.Has(TargetWords.Recognitions, from + 1, to);

    private static int? NumberAt(Tokens tokens, int i) =>
        TargetWords.Levels.LengthAt(tokens, i) is var length and > 0 && tokens.Is(i + length, TokenKind.Number) ? i + length : null;
}
