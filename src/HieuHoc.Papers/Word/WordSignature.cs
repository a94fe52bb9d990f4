using DocumentFormat.OpenXml;
using W = DocumentFormat.OpenXml.Wordprocessing;

namespace HieuHoc.Papers.Word;

/// <summary>The foot of a paper: recipients at the left, authority, room to sign and name at the right.</summary>
internal static class WordSignature
{
    public static W.Table Make(OfficialPaper paper)
    {
        var half = PageSize.TextWidth(landscape: false) / 2;

        return WordGrid.Borderless([half, PageSize.TextWidth(landscape: false) - half], [[.. Recipients(paper.Recipients)], [.. Signer(paper.Signature)]]);
    }

    private static IEnumerable<OpenXmlElement> Recipients(IReadOnlyList<string> recipients)
    {
        if (recipients.Count == 0)
        {
            yield return WordText.Paragraph(WordStyles.Recipient, null);
            yield break;
        }

        yield return WordText.Paragraph(WordStyles.RecipientsLabel, "Nơi nhận:");

        foreach (var (recipient, isLast) in recipients.Select((recipient, i) => (recipient, i == recipients.Count - 1)))
        {
            yield return WordText.Paragraph(WordStyles.Recipient, $"- {PaperText.Item(recipient)}{(isLast ? "." : ";")}");
        }
    }

    private static IEnumerable<OpenXmlElement> Signer(SignatureBlock signature)
    {
        foreach (var (i, line) in signature.Authority.Index())
        {
            yield return WordText.Paragraph(
                WordStyles.Authority,
                PaperText.Capitals(line),
                new W.SpacingBetweenLines { Before = i == 0 ? "120" : "0" });
        }

        yield return WordText.Paragraph(WordStyles.SignerName, signature.SignerName);
    }
}
