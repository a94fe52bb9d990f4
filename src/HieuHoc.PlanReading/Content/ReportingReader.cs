using HieuHoc.PlanReading.Outline;
using HieuHoc.PlanReading.Text;
using HieuHoc.PlanReading.Words;

namespace HieuHoc.PlanReading.Content;

/// <summary>Who is to be told the results, by when and how often: the sentences with "báo cáo" that name an addressee or a day.</summary>
internal sealed class ReportingReader(Doubts doubts)
{
    private static readonly PhraseSet Reports = WordLists.Set("reports");

    private static readonly PhraseSet NotReports = WordLists.Set("notReports");

    private static readonly PhraseSet Decisions = WordLists.Set("decisions");

    private static readonly PhraseSet Troubles = WordLists.Set("troubles");

    private static readonly IReadOnlyList<(string Name, PhraseSet Phrases)> Rhythms = WordLists.Groups("rhythms");

    private static readonly IReadOnlyList<(string Name, PhraseSet Phrases)> RhythmsBeforeDay = WordLists.Groups("rhythmsBeforeDay");

    /// <param name="closing">The paragraphs after the last item, which speak of the whole plan.</param>
    public IReadOnlyList<ReportingDuty> Read(OutlineNode root, IEnumerable<MappedText> closing) =>
    [
        .. root.Everything.Where(node => node.Section is SectionKind.Execution or SectionKind.Reporting).SelectMany(node => node.Texts.SelectMany(text => In(text, node.Clause))),
        .. closing.SelectMany(text => In(text, "")),
    ];

    private IEnumerable<ReportingDuty> In(MappedText text, string clause)
    {
        var tokens = Tokens.Of(text);

        return Sentences.Of(tokens)
            .Where(sentence => !tokens.Has(Troubles, sentence.From, sentence.To))
            .SelectMany(sentence => InSentence(tokens, sentence.From, sentence.To, clause));
    }

    private IEnumerable<ReportingDuty> InSentence(Tokens tokens, int from, int to, string clause)
    {
        var duties = Groups(tokens, from, to).SelectMany(group => InGroup(tokens, group.From, group.To, clause)).ToList();

        // "Báo cáo 6 tháng …, báo cáo năm … về Sở": what is named once is named for all that have a day.
        var to0 = duties.Select(duty => duty.To).FirstOrDefault(name => name is not null);

        return duties.Select(duty => duty.To is null && duty.DueDay is not null ? duty with { To = to0 } : duty);
    }

    /// <summary>The parts between semicolons, each with a report of its own: what reports nothing goes with the part before it, or at the front with the next.</summary>
    private static IEnumerable<(int From, int To)> Groups(Tokens tokens, int from, int to)
    {
        var start = from;

        foreach (var (begin, _) in Sentences.Parts(tokens, from, to).Where(part => part.From > from && HasReport(tokens, part.From, part.To)))
        {
            if (HasReport(tokens, start, begin))
            {
                yield return (start, begin);
                start = begin;
            }
        }

        yield return (start, to);
    }

    private static bool HasReport(Tokens tokens, int from, int to) => Enumerable.Range(from, to - from).Any(i => IsReport(tokens, i));

    private List<ReportingDuty> InGroup(Tokens tokens, int from, int to, string clause)
    {
        var reports = Enumerable.Range(from, to - from).Where(i => IsReport(tokens, i)).ToList();
        var deadlines = Deadline.In(tokens, from, to);
        var duties = new List<ReportingDuty>();
        var start = from;

        foreach (var (k, report) in reports.Index())
        {
            var next = k + 1 < reports.Count ? reports[k + 1] : to;
            var addressee = Addressee.After(tokens, report + Reports.LengthAt(tokens, report), next);

            // "báo cáo UBND tỉnh xem xét, quyết định" asks for a decision and tells no results.
            if (addressee is not null && Decisions.LengthAt(tokens, addressee.End) > 0)
            {
                continue;
            }

            // What stands before the first report belongs to it; what stands between two, to the one before.
            var own = deadlines.Where(deadline => deadline.At < next && (deadline.At > report || k == 0)).ToList();

            // "báo cáo quý …; năm trước ngày 10/01": the word is not said again.
            if (own.Count > 0 && NextSign(tokens, report, next, ";") is var sign && sign < own[0].At && RhythmBefore(tokens, own[0].At) is not null)
            {
                duties.AddRange(OnNoDay(tokens, clause, start, report, sign, addressee));
                start = sign + 1;
            }

            var end = own.Count > 0 ? Math.Max(next == to ? to : own[^1].End, addressee?.End ?? 0) : next;
            duties.AddRange(own.Count > 0 ? OnDays(tokens, clause, start, end, own, addressee) : OnNoDay(tokens, clause, start, report, next, addressee));
            start = Math.Max(Math.Max(report + 1, addressee?.End ?? 0), own.Count > 0 ? own[^1].End : 0);
        }

        return duties;
    }

    /// <summary>A report whose addressee alone is named, or a day of each month or quarter, which is no day of the year.</summary>
    private IEnumerable<ReportingDuty> OnNoDay(Tokens tokens, string clause, int start, int report, int next, Addressee? addressee)
    {
        var end = NextSign(tokens, report, next, ";");
        var hasDay = WarnOfDay(tokens, start, end);
        var every = Rhythm(tokens, start, hasDay ? end : NextSign(tokens, addressee?.End ?? report, end, ","));

        return addressee is not null || (hasDay && every is not null)
            ? [new(clause, null, null, null, every, null, addressee?.Name, addressee?.Channel, tokens.Between(start, end).Span)]
            : [];
    }

    private bool WarnOfDay(Tokens tokens, int from, int to)
    {
        var day = Deadline.FindWithoutMonth(tokens, from, to);

        if (day < to)
        {
            var words = tokens.Between(day, NextSign(tokens, day, to, ";"));
            doubts.Add(DoubtKind.DayWithoutMonth, words.Text, words.Span);
        }

        return day < to;
    }

    private static int NextSign(Tokens tokens, int from, int to, string sign)
    {
        var at = Math.Min(from, to);

        while (at < to && !(tokens[at].Depth == 0 && tokens.Is(at, sign)))
        {
            at++;
        }

        return at;
    }

    private IEnumerable<ReportingDuty> OnDays(Tokens tokens, string clause, int start, int end, IReadOnlyList<Deadline> deadlines, Addressee? addressee)
    {
        var span = tokens.Between(start, end).Span;
        WarnOfDay(tokens, start, end);
        var rhythms = deadlines.Select((deadline, i) =>
            RhythmBehind(tokens, deadline.End)
            ?? RhythmBefore(tokens, deadline.At)
            ?? Rhythm(tokens, i == 0 ? start : deadlines[i - 1].End, i + 1 < deadlines.Count ? deadline.End + 2 : end)).ToArray();

        // "trước ngày 15/6 và 15/12 hằng năm", "hằng năm, trước ngày 15/6 và 15/12": how often is said once for both.
        foreach (var i in Enumerable.Range(1, deadlines.Count - 1).Where(i => deadlines[i - 1].IsJoinedTo(tokens, deadlines[i].At)))
        {
            rhythms[i] ??= rhythms[i - 1];
            rhythms[i - 1] ??= rhythms[i];
        }

        return deadlines.Zip(rhythms, (deadline, every) => new ReportingDuty(clause, deadline.Month, deadline.Day, deadline.Year, every, deadline.IsBefore, addressee?.Name, addressee?.Channel, span));
    }

    /// <summary>"báo cáo quý …; năm trước ngày 10/01": right before a day one word says how often.</summary>
    private static string? RhythmBefore(Tokens tokens, int at) =>
        RhythmsBeforeDay.Where(rhythm => rhythm.Phrases.LengthBefore(tokens, at) > 0).Select(rhythm => rhythm.Name).FirstOrDefault();

    private static bool IsReport(Tokens tokens, int i) =>
        tokens[i].Depth == 0 && Reports.LengthAt(tokens, i) > 0 && NotReports.LengthAt(tokens, i) == 0
        && !(i > 0 && tokens.Is(i - 1, "gửi")) && !Enumerable.Range(1, 3).Any(back => NotReports.LengthAt(tokens, i - back) > back);

    /// <summary>"trước ngày 10/6 (báo cáo 6 tháng)": what stands in parentheses behind a day is about that day.</summary>
    private static string? RhythmBehind(Tokens tokens, int at)
    {
        return tokens.Is(at, "(") ? Rhythm(tokens, at, tokens.ClosedAt(at)) : null;
    }

    private static string? Rhythm(Tokens tokens, int from, int to) =>
        Enumerable.Range(from, Math.Max(0, Math.Min(to, tokens.Count) - from))
            .SelectMany(i => Rhythms.Where(rhythm => rhythm.Phrases.LengthAt(tokens, i) > 0).Select(rhythm => rhythm.Name))
            .FirstOrDefault();
}
