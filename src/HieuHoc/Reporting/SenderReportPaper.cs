using System.Globalization;
using HieuHoc.Figures;
using HieuHoc.Papers;
using HieuHoc.Platform;
using HieuHoc.Programmes.Tasks;
using HieuHoc.Returns;
using HieuHoc.Returns.Narrative;

namespace HieuHoc.Reporting;

/// <summary>A sender's own report as a paper: the sections of the outline with what was written in them, and the figures of its return.</summary>
internal sealed class SenderReportPaper(SenderFacts facts, Texts texts)
{
    public OfficialPaper Build() => new()
    {
        ParentIssuer = facts.Look.ParentIssuer,
        Issuer = facts.Look.Issuer,
        NumberPattern = Say("report.number", ("symbol", facts.Look.Symbol)),
        PlaceAndDate = Say("report.placeAndDate", ("place", facts.Look.SignedAt), ("year", facts.Now.Day.Year.ToString(CultureInfo.InvariantCulture))),
        Type = Say("report.type"),
        Abstract = facts.Look.Abstract,
        Addressees = facts.Addressees,
        LegalBases = facts.Look.LegalBases,
        Body = [.. Sections()],
        Signature = new SignatureBlock { Authority = facts.Look.Authority, SignerName = facts.Demo ? Say("report.demoSigner") : null },
        Recipients = facts.Look.Recipients,
        Watermark = facts.Demo ? Say("demo.mark") : null,
    };

    private IEnumerable<Block> Sections()
    {
        var (parts, inPart) = (0, 0);
        string? group = null;

        foreach (var section in facts.Outline.SectionsFor(facts.Form.Level))
        {
            if (section.Group is null || section.Group.Vi != group)
            {
                (parts, inPart) = (parts + 1, 0);
                yield return new Heading(1, $"{AnnualPaper.Roman(parts)}. {section.Group?.Vi ?? section.Title.Vi}");
            }

            if (section.Group is not null)
            {
                yield return new Heading(2, $"{++inPart}. {section.Title.Vi}");
            }

            group = section.Group?.Vi;

            foreach (var block in Content(section))
            {
                yield return block;
            }
        }
    }

    private IReadOnlyList<Block> Content(OutlineSection section)
    {
        IReadOnlyList<Block> blocks = [.. WrittenText.Blocks(facts.Written.Of(section) ?? ""), .. Items(section), .. Tables(section), .. Tasks(section)];

        return blocks.Count > 0 ? blocks : [new Paragraph(Say("senderReport.blank"))];
    }

    /// <summary>Difficulties one by one; proposals together by whom they are made to.</summary>
    private IEnumerable<Block> Items(OutlineSection section)
    {
        foreach (var group in facts.Written.ItemsOf(section).GroupBy(item => item.Addressee))
        {
            if (section.Content is OutlineContent.Proposals)
            {
                yield return new Paragraph(group.Key.Length == 0 ? Say("senderReport.proposals") : Say("senderReport.proposals.to", ("addressee", group.Key)));
            }

            foreach (var item in group)
            {
                yield return new Bullet(item.Text.ReplaceLineEndings(" "));
            }
        }
    }

    /// <summary>The tasks of the annual plan, each with what was reported of it; one of which nothing was says so.</summary>
    private IEnumerable<Block> Tasks(OutlineSection section)
    {
        if (section.Content is not OutlineContent.Tasks || facts.Tasks.Count == 0)
        {
            yield break;
        }

        yield return new TableBlock(new PaperTable
        {
            Columns =
            [
                new TableColumn(Say("report.appendix.number"), 11) { Alignment = CellAlignment.Centre },
                new TableColumn(Say("tasks.task"), 51),
                new TableColumn(Say("tasks.progress.state"), 22),
                new TableColumn(Say("tasks.report.results"), 43),
                new TableColumn(Say("tasks.report.rest"), 33),
            ],
            Rows = [.. facts.Tasks.Select((row, i) => (IReadOnlyList<PaperCell>)
            [
                new PaperCell($"{i + 1}"),
                new PaperCell(row.Text),
                new PaperCell(texts.StandingIn("vi", row.Report)),
                new PaperCell(row.Report?.Results.ReplaceLineEndings(" ") ?? ""),
                new PaperCell(string.Join(" ", new[] { row.Report?.Difficulties, row.Report?.Proposals }.Where(words => !string.IsNullOrEmpty(words))).ReplaceLineEndings(" ")),
            ])],
        });
    }

    /// <summary>The figures of the return, each table with its notes; one in which nothing was answered says nothing.</summary>
    private IEnumerable<Block> Tables(OutlineSection section) =>
        from part in facts.Outline.FiguresIn(section, facts.Form)
        where part.Elements.Any(facts.Answers.Values.ContainsKey)
        from block in new Block?[] { new TableBlock(new FormTable(part, facts.Elements, texts).Of(Cell, Value), part.Title.Vi), Estimates(part) }.OfType<Block>().Concat(Notes(part))
        select block;

    /// <summary>Why figures of a table that look odd are right.</summary>
    private IEnumerable<Block> Notes(FormSection part) =>
        from note in facts.Notes
        where note.Section == part
        select new Note(Say(
            "senderReport.note",
            ("figure", note.Cell is { } cell ? facts.Elements[cell].Title.Vi : part.Title.Vi),
            ("reason", note.Words)));

    /// <summary>What the section asks twice, with the year before; null where nothing was estimated.</summary>
    private TableBlock? Estimates(FormSection part)
    {
        var estimated = part.Elements.Where(facts.Answers.Estimates.ContainsKey).ToList();

        return estimated.Count == 0 ? null : new TableBlock(
            new PaperTable
            {
                Columns = FormTable.Columns("report.table.model", [Say("report.estimate.before"), Say("report.estimate.toCutOff"), Say("report.estimate.estimate")], texts),
                Rows = [.. estimated.Select(code => (IReadOnlyList<PaperCell>)
                [
                    new PaperCell(facts.Elements[code].Title.Vi),
                    Number(code, facts.Before.GetValueOrDefault(code) is { Missing: 0 } before ? before.Value : null),
                    Cell(code),
                    Number(code, facts.Answers.Estimates[code]),
                ])],
            },
            Say("report.estimate"));
    }

    private PaperCell Number(string code, long? value) =>
        PaperCell.Number(value is { } known ? facts.Elements[code].Natural(known) : null, facts.Elements[code].Decimals);

    private PaperCell Cell(string code) =>
        facts.Answers.Values.TryGetValue(code, out var value) && texts.WordIn("vi", facts.Elements[code], value) is { } word
            ? new PaperCell(word) { Alignment = CellAlignment.Right }
            : PaperCell.Number(Value(code), facts.Elements[code].Decimals);

    private decimal? Value(string code) => facts.Answers.Values.TryGetValue(code, out var value) ? facts.Elements[code].Natural(value) : null;

    private string Say(string key, params IReadOnlyList<(string Name, object? Value)> values) => texts.In("vi", key, values);
}
