using HieuHoc.PlanReading.Text;
using HieuHoc.PlanReading.Words;

namespace HieuHoc.PlanReading.Content.Targets;

/// <summary>The words of the grammar of targets.</summary>
internal static class TargetWords
{
    private const int LongestDay = 6;

    public static readonly PhraseSet Openers = WordLists.Set("claimOpeners");

    private static readonly PhraseSet NotOpeners = WordLists.Set("notOpeners");

    public static readonly PhraseSet LinkingVerbs = WordLists.Set("linkingVerbs");

    public static readonly PhraseSet BareSubjects = WordLists.Set("bareSubjects");

    public static readonly PhraseSet Predicates = WordLists.Set("predicates");

    public static readonly PhraseSet Outcomes = WordLists.Set("outcomes");

    public static readonly PhraseSet Recognitions = WordLists.Set("recognitions");

    public static readonly PhraseSet Levels = WordLists.Set("levels");

    public static readonly PhraseSet ShareOf = WordLists.Set("shareOf");

    public static readonly PhraseSet SameValues = WordLists.Set("sameValues");

    public static readonly PhraseSet Foregoing = WordLists.Set("foregoing");

    public static readonly PhraseSet EachHeads = WordLists.Set("eachHeads");

    /// <summary>"mỗi năm" says when, and not of whom.</summary>
    public static readonly PhraseSet Times = WordLists.Set("eachTimes");

    public static readonly PhraseSet EachVerbs = WordLists.Set("eachVerbs");

    public static readonly PhraseSet EachHaves = WordLists.Set("eachHaves");

    public static readonly PhraseSet PilotMarks = WordLists.Set("pilotMarks");

    public static readonly PhraseSet Districts = WordLists.Set("districts");

    public static readonly PhraseSet Communes = WordLists.Set("communes");

    public static readonly PhraseSet AreaHeads = WordLists.Set("areaHeads");

    public static readonly PhraseSet AreaFillers = WordLists.Set("areaFillers");

    public static readonly PhraseSet AreaPlaces = WordLists.Set("areaPlaces");

    public static readonly PhraseSet AdminUnits = WordLists.Set("adminUnits");

    public static readonly PhraseSet Counted = WordLists.Set("counted");

    public static readonly PhraseSet People = WordLists.Set("people");

    public static readonly PhraseSet Institutions = WordLists.Set("institutions");

    public static readonly PhraseSet AtLeastAfter = WordLists.Set("atLeastAfter");

    public static readonly IReadOnlyList<(string Code, PhraseSet Phrases)> Areas = WordLists.Groups("areas");

    public static readonly PhraseSet TimeWords = WordLists.Set("timeWords");

    /// <summary>The first word from here on that says something: not "phấn đấu", not "đến năm 2025", not "có".</summary>
    public static int SkipOpeners(Tokens tokens, int from, int to)
    {
        var at = from;

        while (at < to && StepOver(tokens, at) is var length and > 0)
        {
            at += length;
        }

        return Math.Min(at, to);
    }

    /// <summary>Back over the same words, from the end of what says something.</summary>
    public static int SkipBack(Tokens tokens, int from, int to)
    {
        var at = to;

        while (at > from && StepBack(tokens, at) is var length and > 0)
        {
            at -= length;
        }

        return Math.Max(at, from);
    }

    /// <summary>True where a year stands: a number of four digits.</summary>
    public static bool IsYear(Tokens tokens, int i) => tokens.Is(i, TokenKind.Number) && tokens[i].Text is ['1' or '2', _, _, _];

    private static int StepOver(Tokens tokens, int at)
    {
        if (tokens[at].Kind is TokenKind.Sign && tokens[at].Text is not ("“" or "\"" or "("))
        {
            return 1;
        }

        // "…: a) 50% gia đình; b) 40% dòng họ": a letter that numbers.
        if (tokens[at].Text.Length == 1 && tokens.Is(at, TokenKind.Word) && tokens.Is(at + 1, ")"))
        {
            return 2;
        }

        return IsYear(tokens, at) ? 1 : NotOpeners.LengthAt(tokens, at) > 0 ? 0 : Math.Max(DayLength(tokens, at), Openers.LengthAt(tokens, at));
    }

    private static int StepBack(Tokens tokens, int at)
    {
        if (tokens[at - 1].Kind is TokenKind.Sign && tokens[at - 1].Text is not ("”" or "\"" or ")"))
        {
            return 1;
        }

        // "trước ngày 30/6/2028" says when; "Quyết định … ngày 30/7/2021" belongs to what is said.
        if (IsYear(tokens, at - 1) && tokens.Is(at - 2, "/"))
        {
            return Enumerable.Range(1, LongestDay).LastOrDefault(length => at >= length && DayLength(tokens, at - length) == length && Openers.LengthBefore(tokens, at - length) > 0);
        }

        // "trình độ đại học trở lên": of whom it speaks, and not a word that leads to a value.
        return IsYear(tokens, at - 1) ? 1 : AtLeastAfter.LengthBefore(tokens, at) > 0 ? 0 : Openers.LengthBefore(tokens, at);
    }

    /// <summary>ngày 30/11/2026, quý III/2027, tháng 6/2028, each also without the word before it.</summary>
    private static int DayLength(Tokens tokens, int at)
    {
        var first = tokens.Is(at, "ngày") || tokens.Is(at, "tháng") || tokens.Is(at, "quý") ? at + 1 : at;
        var isNumber = tokens.Is(first, TokenKind.Number) || (first > at && tokens.Is(first, TokenKind.Word));

        return !isNumber || !tokens.Is(first + 1, "/") ? 0
            : IsYear(tokens, first + 2) ? first + 3 - at
            : tokens.Is(first + 2, TokenKind.Number) && tokens.Is(first + 3, "/") && IsYear(tokens, first + 4) ? first + 5 - at : 0;
    }
}
