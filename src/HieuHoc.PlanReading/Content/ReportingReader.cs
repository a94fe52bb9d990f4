using HieuHoc.PlanReading.Outline;
using HieuHoc.PlanReading.Text;
using HieuHoc.PlanReading.Words;

namespace HieuHoc.PlanReading.Content;

/// <summary>Who is to be told the results, by when and how often: the sentences with "báo cáo" that name an addressee or a day.</summary>
internal static class ReportingReader
{
    private static readonly PhraseSet Reports = WordLists.Set("reports");

    private static readonly PhraseSet NotReports = WordLists.Set("notReports");

    private static readonly PhraseSet Decisions = WordLists.Set("decisions");

    private static readonly PhraseSet Troubles = WordLists.Set("troubles");

    private static readonly IReadOnlyList<(string Name, PhraseSet Phrases)> Rhythms = WordLists.Groups("rhythms");

    /// <param name="closing">The paragraphs after the last item, which speak of the whole plan.</param>
    public static IReadOnlyList<ReportingDuty> Read(OutlineNode root, IEnumerable<MappedText> closing) =>
    [
        .. root.Everything.Where(node => node.Section is SectionKind.Execution or SectionKind.Reporting).SelectMany(node => node.Texts.SelectMany(text => In(text, node.Clause))),
        .. closing.SelectMany(text => In(text, "")),
    ];

    private static IEnumerable<ReportingDuty> In(MappedText text, string clause)
    {
        var tokens = Tokens.Of(text);

        return Sentences.Of(tokens)
            .Where(sentence => !tokens.Has(Troubles, sentence.From, sentence.To))
            .SelectMany(sentence => InSentence(tokens, sentence.From, sentence.To, clause));
    }

    private static IEnumerable<ReportingDuty> InSentence(Tokens tokens, int from, int to, string clause)
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
            var end = own.Count > 0 ? Math.Max(next == to ? to : own[^1].End, addressee?.End ?? 0) : next;
            duties.AddRange(Duties(tokens, clause, start, end, own, addressee));
            start = Math.Max(Math.Max(report + 1, addressee?.End ?? 0), own.Count > 0 ? own[^1].End : 0);
        }

        // "Báo cáo 6 tháng …, báo cáo năm … về Sở": what is named once is named for all that have a day.
        var to0 = duties.Select(duty => duty.To).FirstOrDefault(name => name is not null);

        return duties.Select(duty => duty.To is null && duty.DueDay is not null ? duty with { To = to0 } : duty);
    }

    private static IEnumerable<ReportingDuty> Duties(Tokens tokens, string clause, int start, int end, IReadOnlyList<Deadline> deadlines, Addressee? addressee)
    {
        var span = tokens.Between(start, end).Span;

        if (deadlines.Count == 0)
        {
            return addressee is null ? [] : [new(clause, null, null, null, Rhythm(tokens, start, addressee.End), null, addressee.Name, addressee.Channel, span)];
        }

        return deadlines.Select((deadline, i) => new ReportingDuty(
            clause,
            deadline.Month,
            deadline.Day,
            deadline.Year,
            RhythmBehind(tokens, deadline.End) ?? Rhythm(tokens, i == 0 ? start : deadlines[i - 1].End, i + 1 < deadlines.Count ? deadline.End + 2 : end),
            deadline.IsBefore,
            addressee?.Name,
            addressee?.Channel,
            span));
    }

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
