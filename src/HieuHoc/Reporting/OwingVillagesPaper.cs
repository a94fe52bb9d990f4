using System.Globalization;
using HieuHoc.Papers;
using HieuHoc.Platform;
using HieuHoc.Returns;

namespace HieuHoc.Reporting;

/// <summary>Danh sách thôn, bản, tổ dân phố chưa gửi báo cáo: by commune, to be printed and handed over where there is no e-mail.</summary>
/// <param name="issuer">Who draws it up, with the body above.</param>
internal sealed class OwingVillagesPaper(
    Round round, IReadOnlyList<RoundCommune> communes, ILookup<int, string> contacts, (string? Parent, string Issuer, string SignedAt) issuer, Moment now, bool demo, Texts texts)
{
    public OfficialPaper Build() => new()
    {
        ParentIssuer = issuer.Parent,
        Issuer = issuer.Issuer,
        NumberPattern = Say("report.number", ("symbol", "/")),
        PlaceAndDate = Say("report.placeAndDate", ("place", issuer.SignedAt), ("year", now.Day.Year.ToString(CultureInfo.InvariantCulture))),
        Type = Say("villageList.type"),
        Abstract = Say("villageList.abstract", ("round", round.Title)),
        Body = [.. Body()],
        Signature = new SignatureBlock { Authority = [Say("villageList.by")], SignerName = demo ? Say("report.demoSigner") : null },
        Watermark = demo ? Say("demo.mark") : null,
    };

    private IEnumerable<Block> Body()
    {
        var number = 0;

        foreach (var commune in communes)
        {
            yield return new Heading(2, Say("villageList.commune", ("number", ++number), ("place", commune.FullName), ("count", commune.Villages.Count())));
            yield return new TableBlock(Table(commune));
        }
    }

    private PaperTable Table(RoundCommune commune) => new()
    {
        Columns =
        [
            new TableColumn(Say("report.appendix.number"), 12) { Alignment = CellAlignment.Centre },
            new TableColumn(Say("villageList.column.village"), 72),
            new TableColumn(Say("progress.column.due"), 26) { Alignment = CellAlignment.Centre },
            new TableColumn(Say("progress.column.late"), 18),
            new TableColumn(Say("reminder.column.contact"), 44),
        ],
        Rows =
        [
            .. commune.Villages.Select((line, i) => (IReadOnlyList<PaperCell>)
            [
                PaperCell.Number(i + 1) with { Alignment = CellAlignment.Centre },
                new PaperCell(line.FullName),
                new PaperCell(line.DueOn.ToString("dd/MM/yyyy", CultureInfo.InvariantCulture)),
                now.Day > line.DueOn ? PaperCell.Number(now.Day.DayNumber - line.DueOn.DayNumber) : PaperCell.Blank,
                new PaperCell(string.Join("; ", contacts[line.SubjectId])),
            ]),
        ],
    };

    private string Say(string key, params IReadOnlyList<(string Name, object? Value)> values) => texts.In("vi", key, values);
}
