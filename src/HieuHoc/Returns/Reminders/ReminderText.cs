using HieuHoc.Platform;

namespace HieuHoc.Returns.Reminders;

/// <summary>Reminders short enough for a message on a telephone, to be copied: plain, in Vietnamese, at most 300 characters.</summary>
public sealed class ReminderText(Texts texts, DateOnly today)
{
    /// <summary>What a message may have.</summary>
    public const int Longest = 300;

    private const string Language = "vi";

    /// <summary>To a commune or an agency about what it owes itself; null while it owes nothing.</summary>
    public string? Own(Round round, RoundCommune of) => Unsent(of.Own) is [var owed, ..]
        ? Fitting(round.Title, title => texts.In(
            Language, "remind.text.own", ("place", of.FullName), ("round", title), ("due", owed.DueOn), ("left", texts.DaysLeft(Language, owed.DueOn, today))))
        : null;

    /// <summary>To all villages of a commune that owe; as many are named as fit. Null while none owes.</summary>
    public string? Villages(Round round, RoundCommune of)
    {
        var owing = Unsent(of.Villages);

        if (owing.Count == 0)
        {
            return null;
        }

        var due = owing.Min(line => line.DueOn);

        for (var named = owing.Count; named > 0; named--)
        {
            if (With(round.Title, named) is { Length: <= Longest } whole)
            {
                return whole;
            }
        }

        return Fitting(round.Title, title => With(title, named: 0));

        string With(string title, int named) => texts.In(
            Language, "remind.text.villages", ("place", of.FullName), ("count", owing.Count), ("round", title), ("due", due),
            ("left", texts.DaysLeft(Language, due, today)), ("who", Names(owing, named)));
    }

    private IReadOnlyList<RoundReturn> Unsent(IEnumerable<RoundReturn> returns) =>
        [.. returns.Where(line => OwingStates.Unsent.Contains(line.OwingOn(today))).OrderBy(line => line.DueOn)];

    private string Names(IReadOnlyList<RoundReturn> owing, int named)
    {
        if (named == 0)
        {
            return "";
        }

        var names = string.Join(", ", owing.Take(named).Select(line => line.Name));

        return ": " + (named == owing.Count ? names : texts.In(Language, "remind.text.others", ("names", names), ("count", owing.Count - named)));
    }

    /// <summary>The sentence with as much of the title as there is room for.</summary>
    private static string Fitting(string title, Func<string, string> sentence)
    {
        var whole = sentence(title);

        if (whole.Length <= Longest)
        {
            return whole;
        }

        var shortened = sentence(title[..Math.Max(0, title.Length - (whole.Length - Longest) - 1)].TrimEnd() + "…");

        return shortened.Length <= Longest ? shortened : shortened[..Longest];
    }
}
