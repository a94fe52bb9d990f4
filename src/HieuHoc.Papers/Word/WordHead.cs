using DocumentFormat.OpenXml;
using W = DocumentFormat.OpenXml.Wordprocessing;

namespace HieuHoc.Papers.Word;

/// <summary>The head of a paper: issuer and national title, number and date, type and abstract, addressees and legal bases.</summary>
internal static class WordHead
{
    public const string Nation = "CỘNG HÒA XÃ HỘI CHỦ NGHĨA VIỆT NAM";

    public const string Motto = "Độc lập - Tự do - Hạnh phúc";

    // The national title takes 96 mm at 13 points bold; the issuer has the rest of the 160 mm.
    private const int IssuerWidth = 3515;

    // Between a third and a half of the words above, as the decree asks.
    private const double PartOfHead = 0.4;

    private const int StampSide = 900;

    public static IEnumerable<OpenXmlElement> Make(OfficialPaper paper)
    {
        yield return Table(paper);

        if (paper.Type is { } type)
        {
            var about = PaperText.Clean(paper.Abstract);
            var width = PageSize.TextWidth(landscape: false);

            yield return WordText.Paragraph(WordStyles.Type, PaperText.Capitals(type));
            yield return WordText.Head(WordStyles.Abstract, about, width);
            yield return WordText.Rule(WordStyles.TitleRule, WordStyles.Abstract, about, width, PartOfHead);
        }
        else
        {
            yield return WordText.Paragraph(WordStyles.TitleRule, null);
        }

        foreach (var addressee in Addressees(paper.Addressees))
        {
            yield return addressee;
        }

        foreach (var (basis, isLast) in paper.LegalBases.Select((basis, i) => (basis, i == paper.LegalBases.Count - 1)))
        {
            yield return WordText.Paragraph(WordStyles.LegalBasis, PaperText.Item(basis) + (isLast ? "." : ";"));
        }
    }

    private static W.Table Table(OfficialPaper paper)
    {
        var nationWidth = PageSize.TextWidth(landscape: false) - IssuerWidth;

        return WordGrid.Borderless(
            [IssuerWidth, nationWidth],
            [[.. Issuer(paper)], [.. National(nationWidth)]],
            [[.. NumberAndMarks(paper)], [WordText.Paragraph(WordStyles.PlaceAndDate, paper.PlaceAndDate)]]);
    }

    private static IEnumerable<OpenXmlElement> Issuer(OfficialPaper paper)
    {
        if (!string.IsNullOrWhiteSpace(paper.ParentIssuer))
        {
            yield return WordText.Head(WordStyles.ParentIssuer, PaperText.Capitals(paper.ParentIssuer), IssuerWidth);
        }

        var issuer = PaperText.Capitals(paper.Issuer);

        yield return WordText.Head(WordStyles.Issuer, issuer, IssuerWidth);
        yield return WordText.Rule(WordStyles.Rule, WordStyles.Issuer, issuer, IssuerWidth, PartOfHead);
    }

    private static IEnumerable<OpenXmlElement> National(int width)
    {
        yield return WordText.Paragraph(WordStyles.Nation, Nation);
        yield return WordText.Paragraph(WordStyles.Motto, Motto);
        yield return WordText.Rule(WordStyles.Rule, WordStyles.Motto, Motto, width, share: 1);
    }

    private static IEnumerable<OpenXmlElement> NumberAndMarks(OfficialPaper paper)
    {
        yield return WordText.Paragraph(WordStyles.Number, paper.NumberPattern);

        if (paper.Type is null)
        {
            var about = PaperText.Clean(paper.Abstract);

            yield return WordText.Head(WordStyles.LetterAbstract, about.StartsWith("V/v", StringComparison.OrdinalIgnoreCase) ? about : $"V/v {about}", IssuerWidth);
        }

        foreach (var stamp in paper.Stamps)
        {
            yield return WordText.Paragraph(
                WordStyles.Stamp,
                PaperText.Capitals(stamp),
                new W.Indentation { Left = WordText.Twips(StampSide), Right = WordText.Twips(StampSide) });
        }
    }

    private static IEnumerable<OpenXmlElement> Addressees(IReadOnlyList<string> addressees)
    {
        if (addressees is [var only])
        {
            yield return WordText.Paragraph(WordStyles.Addressee, $"Kính gửi: {PaperText.Item(only)}");
        }

        if (addressees.Count < 2)
        {
            yield break;
        }

        yield return WordText.Paragraph(WordStyles.AddresseeLabel, "Kính gửi:", new W.KeepNext());

        foreach (var (addressee, isLast) in addressees.Select((addressee, i) => (addressee, i == addressees.Count - 1)))
        {
            yield return WordText.Paragraph(
                WordStyles.AddresseeItem,
                $"- {PaperText.Item(addressee)}{(isLast ? "." : ";")}",
                new W.SpacingBetweenLines { After = isLast ? "240" : "0" });
        }
    }
}
