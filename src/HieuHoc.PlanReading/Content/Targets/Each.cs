using HieuHoc.PlanReading.Text;

namespace HieuHoc.PlanReading.Content.Targets;

/// <summary>"mỗi huyện, thành phố có 01 trung tâm": of what every one is to reach the value that follows.</summary>
/// <param name="Words">The words between "mỗi" and the verb.</param>
/// <param name="End">Where the words end, before the verb.</param>
internal sealed record Each(string Words, int End)
{
    /// <param name="to">Where the value stands.</param>
    public static Each? In(Tokens tokens, int from, int to)
    {
        var at = HeadIn(tokens, from, to);
        var first = at + 1;
        var end = Math.Min(first + 1, to);

        while (end < to && !tokens.Is(end, ":") && TargetWords.Predicates.LengthAt(tokens, end) == 0 && TargetWords.EachVerbs.LengthAt(tokens, end) == 0)
        {
            end++;
        }

        end = at == to ? to : TargetWords.SkipBack(tokens, first, end);

        return tokens.Between(Math.Min(first, end), end).Text is { Length: > 0 } words ? new(words, end) : null;
    }

    /// <summary>Where the words behind a value begin to speak of others, each of whom is to reach the next one; or the end.</summary>
    /// <param name="to">Where the next value stands.</param>
    public static int HeadBetween(Tokens tokens, int from, int to)
    {
        var at = HeadIn(tokens, from, to);

        // "20 học viên mỗi lớp và 05 lớp": a sign before the next value parts it from what went before.
        return at < to && (tokens.Is(to - 1, ",") || tokens.Is(to - 1, ";") || tokens.Is(to - 1, "và")) ? to : at;
    }

    /// <summary>The first verb or subject word behind: "mỗi xã chọn 02 dòng họ" is about the families, "mỗi xã mở 01 lớp" about opening one.</summary>
    public int Behind(Tokens tokens, int to)
    {
        var at = TargetWords.SkipOpeners(tokens, End, to);

        return TargetWords.SkipOpeners(tokens, at + TargetWords.EachHaves.LengthAt(tokens, at), to);
    }

    private static int HeadIn(Tokens tokens, int from, int to)
    {
        var at = tokens.Find(TargetWords.EachHeads, from, to);

        while (at < to && TargetWords.Times.LengthAt(tokens, at + 1) > 0)
        {
            at = tokens.Find(TargetWords.EachHeads, at + 1, to);
        }

        return at;
    }
}
