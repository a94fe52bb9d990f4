using HieuHoc.PlanReading.Outline;
using HieuHoc.PlanReading.Text;

namespace HieuHoc.PlanReading.Content.Targets;

/// <summary>Reads the paragraphs of one item: sentence by sentence, and within a sentence the parts between semicolons.</summary>
internal sealed class TargetTextReader(OutlineNode node, PlanPeriod? above, PlanPeriod? plan, Doubts doubts)
{
    private readonly ClaimDoubts claimDoubts = new(doubts);

    private readonly List<Target> targets = [];

    private PlanPeriod? lead;

    private IReadOnlyList<AreaBracket> brackets = [];

    /// <summary>How many targets there were before the sentence.</summary>
    private int firstOfSentence;

    public IReadOnlyList<Target> Targets => targets;

    /// <param name="isTitle">Something stands under it: without a value of its own it claims nothing.</param>
    public void Take(MappedText text, bool isTitle)
    {
        (var without, brackets) = AreaBracket.TakeOut(text);
        var tokens = Tokens.Of(without);
        lead = null;
        claimDoubts.OfParentheses(tokens);

        foreach (var (from, to) in Sentences.Of(tokens))
        {
            var area = Areas.At(tokens, from, to);
            firstOfSentence = targets.Count;
            var (strives, maintains) = (false, false);

            foreach (var (start, end) in Sentences.Parts(tokens, from, to).SelectMany(part => Levels.Part(tokens, part.From, part.To)))
            {
                var goesOn = start > from && !tokens.Is(start - 1, ";");
                strives = Qualifiers.Strive(tokens, start, end) || (strives && goesOn);
                maintains = Qualifiers.Maintain(tokens, start, end) || (maintains && goesOn);
                Part(new(tokens, start, end, area, strives, maintains), isTitle, isFirst: start == from);
            }

            NameLater(tokens.Between(from, to).Text);
        }

        // Beside them no value for all was found.
        foreach (var bracket in brackets)
        {
            doubts.Add(DoubtKind.ValueNotRead, bracket.Words, bracket.Span);
        }
    }

    /// <summary>"Đến năm 2025: 50%; đến năm 2030: 70% số xã": who is named only with a later value is meant with the earlier ones too.</summary>
    private void NameLater(string sentence)
    {
        for (var i = targets.Count - 1; i >= firstOfSentence; i--)
        {
            if (targets[i].Subject.Length > 0)
            {
                continue;
            }

            targets[i] = i + 1 < targets.Count ? targets[i] with { Subject = targets[i + 1].Subject } : targets[i];

            if (targets[i].Subject.Length == 0)
            {
                doubts.Add(DoubtKind.SubjectUnknown, sentence, targets[i].Span);
            }
        }
    }

    private void Part(TargetPart part, bool isTitle, bool isFirst)
    {
        var anchors = AnchorReader.Read(part.Tokens, part.From, part.To);
        var hasFraction = Fractions.AreIn(part.Tokens, part.From, part.To);

        if (hasFraction)
        {
            var words = part.Tokens.Between(part.From, part.To);
            doubts.Add(DoubtKind.ValueNotRead, words.Text, words.Span);
        }

        if (anchors.Count == 0)
        {
            if (!isTitle && !hasFraction && node.Section is not SectionKind.GeneralAim)
            {
                WithoutValue(part, isFirst);
            }

            return;
        }

        lead = isFirst ? Milestones.In(part.Tokens, part.From, anchors[0].At) ?? lead : lead;

        if (part.Tokens.Has(TargetWords.Foregoing, part.From, anchors[0].At) || part.Tokens.Has(TargetWords.SameValues, part.From, anchors[0].At))
        {
            ForForegoing(part, anchors);
        }
        else if (AgainFrom(part, anchors[0].End) is var again && again < part.To)
        {
            Valued(part with { To = again }, [.. anchors.Where(anchor => anchor.At < again)]);
            ForForegoing(part with { From = again }, [.. anchors.Where(anchor => anchor.At > again)]);
        }
        else
        {
            Valued(part, anchors);
        }
    }

    /// <summary>"80% gia đình, 70% dòng họ …, vùng đặc biệt khó khăn tương ứng là 60%, 50%": the sign behind which the same are given other values, or the end.</summary>
    private static int AgainFrom(TargetPart part, int from)
    {
        var same = part.Tokens.Find(TargetWords.SameValues, from, part.To);
        var sign = same;

        while (sign > from && !part.Tokens.Is(sign, ","))
        {
            sign--;
        }

        return same < part.To && sign > from && Areas.NamedIn(part.Tokens, sign, same) is not null ? sign : part.To;
    }

    private void Valued(TargetPart part, IReadOnlyList<Anchor> anchors)
    {
        var tokens = part.Tokens;
        var claims = ClaimReader.Read(tokens, part.From, part.To, anchors);
        var subjects = Subjects.Of(tokens, claims);
        Each? each = null;

        foreach (var (k, claim) in claims.Index())
        {
            each = claim.Each ?? each;
            var span = tokens.Between(claim.Lead, Math.Max(claim.End, claim.Anchor.End)).Span;
            var alone = targets.Count > 0 ? Areas.Alone(subjects[k]) : null;
            var subject = subjects[k].Length > 0 && alone is null ? subjects[k] : SubjectAbove();
            var ofArea = alone ?? Areas.Within(subjects[k]);
            claimDoubts.Of(tokens, claims, k, subject, ofArea, span);

            // Of whom the area's own value is, where the sentence spoke of several, nothing says.
            if (alone is not null && targets.Skip(firstOfSentence).Count(before => before.Area != alone) > 1)
            {
                doubts.Add(DoubtKind.ValuesDoNotPair, tokens.Between(claim.Lead, claim.End).Text, span);
            }

            var target = new Target(
                node.Clause, subject, claim.Anchor.Kind, claim.Anchor.Value, Qualifiers.Of(tokens, claim.Anchor, claim.Lead, claim.End, part.Strives), null, null, ofArea ?? part.Area ?? Areas.OfEach(each?.Words, node), each?.Words, span);
            var beside = Milestones.Beside(tokens, claim.Anchor, part.From, part.To);
            Add(target, beside);
            ForAreas(target, beside, tokens[k == 0 ? part.From : claim.Anchor.At].Start, k + 1 < claims.Count ? tokens[claims[k + 1].Anchor.At].Start : tokens[part.To - 1].End + 1);
        }
    }

    /// <summary>What stood in parentheses beside a value, for an area.</summary>
    private void ForAreas(Target target, PlanPeriod? beside, int from, int to)
    {
        var own = brackets.Where(bracket => bracket.At >= from && bracket.At < to).ToList();
        brackets = [.. brackets.Except(own)];

        foreach (var bracket in own)
        {
            Add(target with { Kind = bracket.Anchor.Kind, Value = bracket.Anchor.Value, Qualifier = bracket.Qualifier, Area = bracket.Area, Span = bracket.Span }, beside);
        }
    }

    /// <summary>"Tỷ lệ gia đình học tập:" over "- Năm 2024: 70%": who is counted is what was counted last, or stands in the heading.</summary>
    private string SubjectAbove() =>
        targets.LastOrDefault()?.Subject
        ?? node.Ancestors.Select(above => above.Heading).Where(heading => !heading.IsEmpty && SectionReader.Of(heading, SectionKind.Other) is SectionKind.Other).Select(heading => heading.Text.TrimEnd(':')).FirstOrDefault()
        ?? "";

    /// <summary>"Đối với các xã …, các tỉ lệ này tương ứng là 50%, 30% và 40%": the foregoing targets again, with other values.</summary>
    private void ForForegoing(TargetPart part, IReadOnlyList<Anchor> anchors)
    {
        var span = part.Tokens.Between(part.From, part.To).Span;
        var area = part.Area ?? Areas.NamedIn(part.Tokens, part.From, part.To);
        var foregoing = anchors.Count == 0 ? [] : targets.Where(target => target.Kind == anchors[0].Kind && (area is null || target.Area is null)).ToList();

        if (foregoing.Count != anchors.Count || anchors.Count == 0)
        {
            doubts.Add(DoubtKind.ValuesDoNotPair, part.Tokens.Between(part.From, part.To).Text, span);

            return;
        }

        foreach (var (target, anchor) in foregoing.Zip(anchors))
        {
            Add(target with { Value = anchor.Value, Area = area ?? target.Area, Span = span }, Milestones.In(part.Tokens, part.From, anchors[0].At) ?? new PlanPeriod(target.From, target.Year ?? 0));
        }
    }

    /// <summary>A level or a title that is to be reached; or more words about the last target.</summary>
    private void WithoutValue(TargetPart part, bool isFirst)
    {
        var (tokens, from, to) = (part.Tokens, TargetWords.SkipOpeners(part.Tokens, part.From, part.To), part.To);
        var subject = tokens.Between(from, to);

        if (subject.IsEmpty)
        {
            return;
        }

        var level = Levels.Of(tokens, from, to);
        var qualifier = Qualifiers.Stated(part.Maintains, part.Strives);
        var target = new Target(node.Clause, subject.Text, TargetKind.Achieved, null, qualifier, null, null, part.Area, null, subject.Span);

        if (level is not null && (part.Maintains || tokens.Has(TargetWords.Predicates, from + 1, to)))
        {
            Add(target with { Kind = TargetKind.Level, Value = level }, Milestones.In(tokens, part.From, to));
        }
        else if (tokens.Has(TargetWords.Recognitions, from, to) || TargetWords.Outcomes.LengthAt(tokens, from) > 0 || IsOnePlace(tokens, from, to))
        {
            Add(target, Milestones.In(tokens, part.From, to));
        }
        else if (!isFirst && targets.Count > 0)
        {
            GoOn(subject);
        }
    }

    /// <summary>"Thành phố Sơn La tham gia …": one place and what it is to do.</summary>
    private static bool IsOnePlace(Tokens tokens, int from, int to) =>
        TargetWords.AdminUnits.LengthAt(tokens, from) is var unit and > 0 && tokens.Find(TargetWords.Predicates, from + unit, to) < to;

    /// <summary>
    /// What follows a semicolon without a value: another institution whose people are meant ("cán bộ Phòng …; Trung tâm …")
    /// is a target of its own, anything else is more of the same subject.
    /// </summary>
    private void GoOn(MappedText more)
    {
        var last = targets[^1];
        var words = Tokens.Of(Cleaning.Of(last.Subject));
        var people = TargetWords.People.LengthAt(words, 0);

        if (people > 0 && TargetWords.Institutions.LengthAt(words, people) > 0 && TargetWords.Institutions.LengthAt(Tokens.Of(more), 0) > 0)
        {
            targets.Add(last with { Subject = $"{words.Between(0, people).Text} {more.Text}", Span = more.Span });
        }
        else
        {
            targets[^1] = last with { Subject = $"{last.Subject}; {more.Text}", Span = last.Span.To(more.Span) };
        }
    }

    private void Add(Target target, PlanPeriod? beside)
    {
        var stated = beside ?? lead ?? above;

        if (stated is null && plan is not null)
        {
            doubts.Add(DoubtKind.YearOfThePlan, target.Subject, target.Span);
        }

        var period = stated ?? plan;
        targets.Add(target with { Year = period?.To is 0 ? null : period?.To, From = period?.From == period?.To ? null : period?.From });
    }
}
