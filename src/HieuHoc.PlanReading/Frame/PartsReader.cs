using HieuHoc.PlanReading.Outline;
using HieuHoc.PlanReading.Text;
using HieuHoc.PlanReading.Words;

namespace HieuHoc.PlanReading.Frame;

/// <summary>Finds the parts of a document by the few lines that all of them have: the type in capitals, "Nơi nhận", the signature.</summary>
internal static class PartsReader
{
    private const int FarthestAttachment = 12;

    private const int LongestType = 4;

    private static readonly IReadOnlyList<(string Name, PhraseSet Phrases)> Types = WordLists.Groups("documentTypes");

    private static readonly PhraseSet RecipientsHeads = WordLists.Set("recipientsHeads");

    private static readonly PhraseSet SiteFields = new(WordLists.Map<string[]>("siteFields").Values.SelectMany(words => words));

    private static readonly PhraseSet Bases = WordLists.Set("basesOpenings");

    private static readonly PhraseSet Attachments = WordLists.Set("attachments");

    private static readonly PhraseSet AnnexHeads = WordLists.Set("annexHeads");

    private static readonly PhraseSet Greetings = WordLists.Set("greetings");

    private static readonly PhraseSet Abouts = WordLists.Set("abouts");

    private static readonly PhraseSet DayMarks = WordLists.Set("dayMarks");

    private static readonly PhraseSet TitleEnds = WordLists.Set("titleEnds");

    public static DocumentParts Read(IReadOnlyList<Line> all)
    {
        var lines = Kept(all).ToList();
        var isTruncated = all.Any(line => Truncation.Is(line.Text));
        var (at, type, rest) = FindType(lines, 0, lines.Count);
        List<Line> head = [.. HeadColumns.Part(lines[..Math.Max(0, at)])];

        if (at < 0)
        {
            return WithoutType(lines, isTruncated);
        }

        var (title, body) = Title(lines, at, rest);
        var (tail, annex) = Tail(lines, body);
        var attached = type == "decision" ? Attached(lines, tail) : -1;

        if (attached >= 0)
        {
            // A decision with the plan that it enacts: signed in the middle, and the plan is what is to be read.
            var (_, plan) = Title(lines, attached, null);
            var (planTail, planAnnex) = Tail(lines, plan);

            return new(Site(head), Outside(head), type, title, [.. lines[body..tail], .. lines[plan..planTail]], lines[tail..attached], lines[planAnnex..], isTruncated);
        }

        return new(Site(head), Outside(head), type, title, lines[body..tail], lines[tail..annex], lines[annex..], isTruncated);
    }

    /// <summary>Without the mark of a cut, and without what the publisher put behind it up to where the document goes on.</summary>
    private static IEnumerable<Line> Kept(IReadOnlyList<Line> all)
    {
        var isCut = false;

        foreach (var line in all)
        {
            isCut = Truncation.Is(line.Text) || (isCut && MarkerReader.Read(line.Text) is null && RecipientsHeads.Opening(line.Folded) is null && !SignatureReader.Begins(line));

            if (!isCut)
            {
                yield return line;
            }
        }
    }

    /// <summary>A letter has an abstract under its number and no type; a fragment has neither.</summary>
    private static DocumentParts WithoutType(List<Line> lines, bool isTruncated)
    {
        var about = lines.FindIndex(line => Abouts.Opening(line.Folded) is not null);
        var greeting = lines.FindIndex(line => Greetings.Opening(line.Folded) is not null);
        var start = greeting >= 0 ? greeting + 1 : 0;
        var (tail, annex) = Tail(lines, start);
        var type = about >= 0 || greeting >= 0 ? "letter" : null;
        IReadOnlyList<Line> title = about >= 0 && about < greeting ? [.. lines[about..greeting].TakeWhile((line, i) => i == 0 || (!line.AfterGap && !DayMarks.IsIn(line.Folded)))] : [];
        List<Line> head = [.. HeadColumns.Part(lines[..Math.Max(0, start - 1)])];

        return new(Site(head), Outside(head), type, title, lines[start..tail], lines[tail..annex], lines[annex..], isTruncated);
    }

    private static (int At, string? Type, MappedText? Behind) FindType(List<Line> lines, int from, int to)
    {
        for (var i = from; i < to; i++)
        {
            foreach (var (name, phrases) in Types)
            {
                if (phrases.Opening(lines[i].Folded) is { } word && lines[i].Text[..word.Length].All(letter => !char.IsLower(letter)))
                {
                    var rest = lines[i].Mapped.From(word.Length).Trim();

                    return (i, name, IsTitle(rest.Text, i + 1 < lines.Count ? lines[i + 1] : null) ? rest : null);
                }
            }
        }

        return (-1, null, null);
    }

    /// <summary>Behind the type the abstract may stand on the same line; "CHƯƠNG TRÌNH CÔNG TÁC" is all type.</summary>
    private static bool IsTitle(string rest, Line? next) =>
        rest.Any(char.IsLetter) && !(Fold.IsCapitals(rest) && rest.AsSpan().Count(' ') < LongestType && next is { IsCapitals: false, AfterGap: false });

    /// <summary>The abstract, and where what follows it begins.</summary>
    private static (IReadOnlyList<Line> Title, int Body) Title(List<Line> lines, int type, MappedText? rest)
    {
        var title = new List<Line>();
        var at = type + 1;

        if (rest is not null)
        {
            title.Add(new(rest, afterGap: false));
        }

        for (; at < lines.Count; at++)
        {
            var line = lines[at];

            if (line.Text[0] == '(' && Attachments.IsIn(line.Folded))
            {
                at++;
                break;
            }

            if (IsItem(line) || RecipientsHeads.Opening(line.Folded) is not null || (title.Count > 0 ? !GoesOn(title[^1], line) : IsPreamble(line)))
            {
                break;
            }

            title.Add(line);
        }

        return (title, at);
    }

    /// <summary>The first item ends the abstract; a dash before the second year of a period does not.</summary>
    private static bool IsItem(Line line) => MarkerReader.Read(line.Text) is { } marker && !(marker.IsBullet && !line.AfterGap && !char.IsUpper(line.Text[marker.Length]));

    private static bool GoesOn(Line title, Line line) =>
        char.IsLower(line.Text[0]) || !line.Text.Any(char.IsLetter) || line.Text[0] is '-' or '–' || (title.IsCapitals && line.IsCapitals)
        || (!line.AfterGap && !line.IsWhole && !title.IsCapitals && TitleEnds.Opening(line.Folded) is null);

    private static bool IsPreamble(Line line) => Bases.Opening(line.Folded) is not null || line.Text[^1] is ';' or ':';

    /// <summary>Where recipients and signature begin, and where they end.</summary>
    private static (int Tail, int Annex) Tail(List<Line> lines, int from)
    {
        // The head of a decision too is in the name of a post ("CHỦ TỊCH ỦY BAN NHÂN DÂN TỈNH"): a signature stands behind all bases.
        var bases = lines.FindLastIndex(line => Bases.Opening(line.Folded) is not null);
        var tail = lines.FindIndex(Math.Max(from, bases + 1), line => RecipientsHeads.Opening(line.Folded) is not null || SignatureReader.Begins(line));

        if (tail < 0)
        {
            return (lines.Count, lines.Count);
        }

        var annex = lines.FindIndex(tail, line => AnnexHeads.Opening(line.Folded) is not null);

        return (tail, annex < 0 ? lines.Count : annex);
    }

    private static int Attached(List<Line> lines, int from)
    {
        var (at, type, _) = FindType(lines, from, lines.Count);

        return type == "plan" && lines.Skip(at).Take(FarthestAttachment).Any(line => Attachments.IsIn(line.Folded)) ? at : -1;
    }

    /// <summary>The fields, and the line behind each, where some sites put its value.</summary>
    private static IReadOnlyList<Line> Site(List<Line> head) => head[..Math.Min(head.Count, head.FindLastIndex(IsSiteField) + 2)];

    private static bool IsSiteField(Line line) => SiteFields.Opening(line.Folded) is not null;

    private static IReadOnlyList<Line> Outside(List<Line> head)
    {
        // A site puts its own heading and fields first; the document begins after the last of them.
        var last = head.FindLastIndex(IsSiteField);

        return head[(last + 1)..];
    }
}
