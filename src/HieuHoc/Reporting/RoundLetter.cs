using System.Globalization;
using HieuHoc.Figures;
using HieuHoc.Papers;
using HieuHoc.Platform;
using HieuHoc.Programmes;
using HieuHoc.Returns;

namespace HieuHoc.Reporting;

/// <summary>Công văn yêu cầu báo cáo: what is asked, of which period, by when, to whom; with the list of recipients and the forms.</summary>
internal sealed class RoundLetter(RoundFacts facts, Texts texts)
{
    /// <summary>From so many columns a form lies on its side.</summary>
    private const int WideFrom = 5;

    private ReportDefinition Report => facts.Programme.Report;

    private Round Round => facts.Round;

    private string Year => facts.Now.Day.Year.ToString(CultureInfo.InvariantCulture);

    public OfficialPaper Build() => new()
    {
        ParentIssuer = Report.ParentIssuer,
        Issuer = Report.Issuer,
        NumberPattern = Say("report.number", ("symbol", facts.Symbol)),
        PlaceAndDate = Say("report.placeAndDate", ("place", Report.SignedAt), ("year", Year)),
        Type = null,
        Abstract = About,
        Addressees = [.. Levels.Select(level => Say($"letter.addressee.{level}"))],
        LegalBases = Report.LegalBases,
        Body = [.. Introduction(), .. Contents(), .. Days(), .. Ways(), new Paragraph(Say("letter.closing"))],
        Signature = new SignatureBlock { Authority = Report.Authority, SignerName = facts.Demo ? Say("report.demoSigner") : null },
        Recipients = [Say("letter.asAbove"), .. TypedText.Lines(Round.CopyTo), .. Report.Recipients.TakeLast(1)],
        Annexes = [.. Annexes()],
        Watermark = facts.Demo ? Say("demo.mark") : null,
    };

    /// <summary>What the letter is about, as its abstract begins after "V/v".</summary>
    private string About
    {
        get
        {
            var (report, title) = (Say("letter.report"), char.ToLower(Round.Title[0], CultureInfo.InvariantCulture) + Round.Title[1..]);

            return title.StartsWith(report, StringComparison.Ordinal) ? title : $"{report} {title}";
        }
    }

    private IReadOnlyList<SubjectLevel> Levels => [.. facts.Forms.Select(form => form.Form.Level).Distinct()];

    private IEnumerable<Block> Introduction()
    {
        yield return new Paragraph(Say("letter.introduction", ("issuer", facts.Programme.StandingAgency.Vi), ("about", About)));
    }

    private IEnumerable<Block> Contents()
    {
        yield return new Heading(2, Say("letter.contents"));

        if (facts.Outline.Count > 0)
        {
            yield return new Paragraph(Say("letter.outline"));
        }

        foreach (var section in facts.Outline)
        {
            yield return new Bullet(section);
        }

        foreach (var form in facts.Forms)
        {
            yield return new Bullet(Say("letter.form", ("form", form.Form.Title.Vi), ("count", form.Subjects.Count)));
        }
    }

    private IEnumerable<Block> Days()
    {
        yield return new Heading(2, Say("letter.days"));
        yield return new Paragraph(Say("letter.period", ("first", facts.Period.FirstDay), ("last", facts.Period.LastDay), ("cutOff", Round.CutOffOn)));

        foreach (var level in facts.Forms.GroupBy(form => (form.Form.Level, form.DueOn)))
        {
            yield return new Bullet(Say($"letter.due.{level.Key.Level}", ("due", level.Key.DueOn), ("weekend", Weekend(level.Key.DueOn))));
        }
    }

    /// <summary>A due day that stays on a weekend names the last working day before it.</summary>
    private string Weekend(DateOnly due) => due.LastWorkingDay() is var working && working == due
        ? ""
        : " " + Say($"shown.weekend.{due.DayOfWeek}", ("due", due), ("working", working));

    private IEnumerable<Block> Ways()
    {
        yield return new Heading(2, Say("letter.ways"));
        yield return new Bullet(Say("letter.addressed", ("to", string.Join("; ", facts.Addressees))));

        if (TypedText.Lines(Round.CopyTo) is { Count: > 0 } copies)
        {
            yield return new Bullet(Say("letter.copies", ("to", string.Join("; ", copies))));
        }

        var ways = TypedText.Lines(Round.Channels);

        yield return new Bullet(ways.Count == 0 ? Say("letter.ways.usual") : Say("letter.ways.named", ("ways", string.Join("; ", ways))));
    }

    private IEnumerable<Annex> Annexes()
    {
        var reference = Say("letter.attached", ("symbol", facts.Symbol), ("year", Year));
        var number = 1;

        yield return new Annex { Number = AnnualPaper.Roman(number), Title = Say("letter.list"), Reference = reference, Body = [new TableBlock(Recipients())] };

        foreach (var form in facts.Forms)
        {
            yield return new Annex
            {
                Number = AnnualPaper.Roman(++number),
                Title = form.Form.Title.Vi,
                Reference = reference,
                Landscape = form.Form.Sections.Any(section => section.Columns.Count >= WideFrom),
                Body = [.. form.Form.Sections.Select(section => new TableBlock(Blank(section), section.Title.Vi))],
            };
        }
    }

    private PaperTable Recipients()
    {
        var forms = facts.Forms.SelectMany(form => form.Subjects.Select(subject => (subject, form.Form.Title.Vi))).ToDictionary();

        return new PaperTable
        {
            Columns =
            [
                new TableColumn(Say("report.appendix.number"), 12) { Alignment = CellAlignment.Centre },
                new TableColumn(Say("letter.column.who"), 66),
                new TableColumn(Say("letter.column.form"), 82),
            ],
            Rows =
            [
                .. facts.Lines.Select((line, i) => (IReadOnlyList<PaperCell>)
                    [PaperCell.Number(i + 1) with { Alignment = CellAlignment.Centre }, new PaperCell(line.FullName), new PaperCell(forms[line.SubjectId])]),
            ],
        };
    }

    /// <summary>A section of a form to be filled in.</summary>
    private PaperTable Blank(FormSection section) => new()
    {
        Columns =
        [
            new TableColumn(Say("letter.column.row"), 70),
            .. section.Columns.Select(column => new TableColumn(column.Vi, 90d / section.Columns.Count)),
        ],
        Rows = [.. section.Rows.Select(row => (IReadOnlyList<PaperCell>)[new PaperCell(row.Title.Vi)])],
        Total = section.Sum is { } sum ? [new PaperCell(sum.Vi)] : null,
    };

    private string Say(string key, params IReadOnlyList<(string Name, object? Value)> values) => texts.In("vi", key, values);
}
