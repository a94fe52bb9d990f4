using HieuHoc.PlanReading.Text;
using HieuHoc.PlanReading.Words;

namespace HieuHoc.PlanReading.Content;

/// <summary>To whom something is sent, and through whom.</summary>
/// <param name="End">The first word that is no part of it.</param>
internal sealed record Addressee(string Name, string? Channel, int End)
{
    private static readonly PhraseSet Prepositions = WordLists.Set("addressees");

    private static readonly PhraseSet Agencies = WordLists.Set("agencies");

    private static readonly PhraseSet NotAgencies = WordLists.Set("notAgencies");

    private static readonly PhraseSet Stops = WordLists.Set("addresseeStops");

    private static readonly PhraseSet Channels = WordLists.Set("channels");

    public static Addressee? After(Tokens tokens, int from, int to)
    {
        for (var i = from; i < to; i++)
        {
            if (tokens[i].Depth > 0)
            {
                continue;
            }

            var preposition = Prepositions.LengthAt(tokens, i);

            // Right behind "báo cáo" the name stands alone: "báo cáo UBND tỉnh".
            if ((preposition > 0 || i == from) && IsName(tokens, i + preposition))
            {
                return Of(tokens, i + preposition, to);
            }
        }

        return null;
    }

    private static bool IsName(Tokens tokens, int i) =>
        i < tokens.Count && Agencies.LengthAt(tokens, i) > 0 && NotAgencies.LengthAt(tokens, i) == 0 && tokens[i].BeginsWithCapital;

    private static Addressee Of(Tokens tokens, int first, int to)
    {
        var end = first + 1;

        while (end < to && !(tokens[end].Depth == 0 && IsStop(tokens, end)))
        {
            end++;
        }

        return new(tokens.Between(first, end).Text, ChannelAt(tokens, end, to), end);
    }

    private static bool IsStop(Tokens tokens, int i) =>
        tokens.Is(i, "(") || tokens.Is(i, ";") || tokens.Is(i, ":") || tokens.Is(i, ".") || (tokens.Is(i, ",") && !IsName(tokens, i + 1))
        || (Stops.LengthAt(tokens, i) > 0 && !tokens[i].BeginsWithCapital);

    /// <summary>"(qua phòng …)", "qua hộp thư …": up to the end of the parentheses or of the clause.</summary>
    private static string? ChannelAt(Tokens tokens, int at, int to)
    {
        var first = tokens.Is(at, "(") ? at + 1 : at;

        if (Channels.LengthAt(tokens, first) == 0)
        {
            return null;
        }

        var end = first;

        while (end < to && (tokens[end].Depth > 0 || !(tokens.Is(end, ")") || tokens.Is(end, ",") || tokens.Is(end, ";") || tokens.Is(end, "."))))
        {
            end++;
        }

        return tokens.Between(first, end).Text;
    }
}
