using HieuHoc.PlanReading.Text;
using HieuHoc.PlanReading.Words;

namespace HieuHoc.PlanReading.Content;

/// <summary>The agency that an item names, whether it is asked rather than told, and what is left of the item behind it.</summary>
/// <param name="RunsOn">Nothing marks the end of the name: the duty follows in the same sentence.</param>
internal sealed record AgencyHeading(string Agency, bool IsRequest, MappedText Rest, bool RunsOn)
{
    private const int LongestTitle = 40;

    private const int LongestUnknownName = 12;

    private static readonly PhraseSet HandOvers = WordLists.Set("handOvers");

    private static readonly PhraseSet Requests = WordLists.Set("requests");

    private static readonly PhraseSet Agencies = WordLists.Set("agencies");

    private static readonly PhraseSet NotAgencies = WordLists.Set("notAgencies");

    private static readonly PhraseSet Duties = WordLists.Set("duties");

    private static readonly PhraseSet Descriptions = WordLists.Set("descriptions");

    /// <param name="hasMore">Something stands under the heading, so that it may be a name alone.</param>
    /// <param name="mayBeUnknown">It stands where agencies stand: a name of its own shape is one, though no list knows it.</param>
    public static AgencyHeading? Read(MappedText text, bool hasMore, bool mayBeUnknown = false)
    {
        var tokens = Tokens.Of(text);
        var first = HandOvers.LengthAt(tokens, 0);

        if (NotAgencies.LengthAt(tokens, first) > 0 || Duties.LengthAt(tokens, first) > 0)
        {
            return null;
        }

        var isKnown = Agencies.LengthAt(tokens, first) > 0;

        var isRequest = Requests.LengthAt(tokens, 0) > 0;
        var colon = Colon(tokens, first);
        var isTitle = hasMore && text.Text[^1] is not ('.' or ';' or ',') && tokens.Count <= LongestTitle;
        // "Các Sở: Giáo dục và Đào tạo, Nội vụ" over its duties is all name.
        var isAllName = isTitle && Duties.LengthAt(tokens, colon + 1) == 0;

        if (!isAllName && colon < tokens.Count - 1 && Duty(tokens, first) >= colon && (isKnown || (mayBeUnknown && IsNameLike(tokens, first, colon))))
        {
            return Of(tokens, first, colon, isRequest, runsOn: false);
        }

        if (isTitle && (isKnown || (mayBeUnknown && IsNameLike(tokens, first, tokens.Count))))
        {
            return Of(tokens, first, tokens.Count, isRequest, runsOn: false);
        }

        var duty = Duty(tokens, first);

        return isKnown && duty < tokens.Count ? Of(tokens, first, duty, isRequest, runsOn: true) : null;
    }

    /// <summary>A few words with a capital and no duty among them.</summary>
    private static bool IsNameLike(Tokens tokens, int first, int end) =>
        end - first is > 0 and <= LongestUnknownName && tokens[first].BeginsWithCapital && Duty(tokens, first) >= end;

    private static AgencyHeading Of(Tokens tokens, int first, int end, bool isRequest, bool runsOn)
    {
        var name = tokens.Between(first, WithoutDescription(tokens, first, end));
        var rest = end < tokens.Count ? tokens.Text.From(tokens[end].Start) : MappedText.Empty;

        return new(name.Text, isRequest, rest, runsOn);
    }

    private static int Colon(Tokens tokens, int from)
    {
        for (var i = from; i < tokens.Count; i++)
        {
            if (tokens[i].Depth == 0 && tokens.Is(i, ":"))
            {
                return i;
            }
        }

        return tokens.Count;
    }

    /// <summary>The first verb of a duty; "Sở Xây dựng" and "Ban Chỉ đạo" have theirs as a name, with a capital.</summary>
    private static int Duty(Tokens tokens, int from)
    {
        for (var i = from + 1; i < tokens.Count; i++)
        {
            if (tokens[i].Depth == 0 && !tokens[i].BeginsWithCapital && Duties.LengthAt(tokens, i) > 0)
            {
                return i;
            }
        }

        return tokens.Count;
    }

    /// <summary>"Sở Giáo dục và Đào tạo (cơ quan thường trực)" is the department alone; parentheses that name others stay.</summary>
    private static int WithoutDescription(Tokens tokens, int first, int end)
    {
        for (var i = first; i < end; i++)
        {
            if (tokens.Is(i, "(") && Descriptions.LengthAt(tokens, i + 1) > 0)
            {
                return i;
            }
        }

        return end;
    }
}
