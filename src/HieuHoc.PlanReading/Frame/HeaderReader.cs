using HieuHoc.PlanReading.Content;
using HieuHoc.PlanReading.Text;
using HieuHoc.PlanReading.Words;

namespace HieuHoc.PlanReading.Frame;

/// <summary>Reads number, day, agency, abstract, period and signature.</summary>
internal sealed class HeaderReader(DocumentParts parts, IReadOnlyList<MappedText> preamble, Recasing recasing, Doubts doubts)
{
    private static readonly IReadOnlyList<string> NumberLabels = WordLists.Plain("numberLabels");

    private static readonly PhraseSet DayMarks = WordLists.Set("dayMarks");

    private static readonly IReadOnlyDictionary<string, PhraseSet> SiteFields = WordLists.Map<string[]>("siteFields").ToDictionary(field => field.Key, field => new PhraseSet(field.Value));

    public PlanHeader Read()
    {
        var head = parts.Head;
        var title = Title();
        var number = Number(head) ?? Site("number");
        var (place, day) = PlaceAndDay(head);
        var issuer = new IssuerReader(recasing);

        return new(
            Type(),
            number,
            day ?? (Site("issuedOn") is { } stated ? Dates.In(stated) : null),
            place,
            issuer.OfHead(head) ?? issuer.OfPreamble(preamble, title) ?? (Site("issuer") is { } named ? IssuerReader.OfSite(named, number) : null),
            title,
            title is null ? null : PeriodReader.In(title),
            SignatureReader.Read(Columns.Part(parts.Tail)) ?? SiteSignature(),
            parts.IsTruncated);
    }

    /// <summary>The line of the number, even where scanning ate a letter of "Số".</summary>
    internal static bool IsNumber(Line line) =>
        NumberLabels.Any(label => line.Folded.StartsWith(label, StringComparison.Ordinal)) || (line.Folded.StartsWith("số ", StringComparison.Ordinal) && line.Text.Contains('/', StringComparison.Ordinal));

    private string? Type()
    {
        if (parts.Type is null)
        {
            doubts.Add(DoubtKind.TypeUnknown, "", null);
        }

        return parts.Type;
    }

    private string? Title()
    {
        if (parts.Title.Count == 0)
        {
            return null;
        }

        var (text, restored) = LostLetters.PutBack(MappedText.Join([.. parts.Title.Select(line => line.Mapped)]).Squeeze());
        doubts.Add(restored);

        return Fold.IsCapitals(text.Text) ? recasing.Of(text.Text) : text.Text;
    }

    private string? Number(IReadOnlyList<Line> head)
    {
        var line = head.FirstOrDefault(IsNumber);

        if (line is null)
        {
            return null;
        }

        if (DocumentNumber.In(line.Text) is { } number)
        {
            return number;
        }

        doubts.Add(DoubtKind.NumberBlank, line.Text, line.Mapped.Span);

        return null;
    }

    /// <summary>"Quảng Trị, ngày 18 tháng 11 năm 2019"; a day that is left blank is not guessed.</summary>
    private (string? Place, DateOnly? Day) PlaceAndDay(IReadOnlyList<Line> head)
    {
        var line = head.FirstOrDefault(line => DayMarks.IsIn(line.Folded) && line.Folded.Contains("năm", StringComparison.Ordinal));

        if (line is null)
        {
            return (null, null);
        }

        var place = line.Text[..line.Folded.IndexOf("ngày", StringComparison.Ordinal)].Trim(' ', ',');
        var day = Dates.In(line.Text);

        if (day is null)
        {
            doubts.Add(DoubtKind.DateBlank, line.Text, line.Mapped.Span);
        }

        return (place.Length == 0 ? null : place, day);
    }

    private Signature? SiteSignature() => Site("signer") is { } name && SignatureReader.IsName(name) ? new Signature(name, null, null) : null;

    private string? Site(string field)
    {
        var at = parts.Site.Index().Where(line => SiteFields[field].Opening(line.Item.Folded) is not null).Select(line => (int?)line.Index).FirstOrDefault();

        if (at is not { } found)
        {
            return null;
        }

        var line = parts.Site[found];
        var value = line.Text[SiteFields[field].Opening(line.Folded)!.Length..].Trim(' ', ':', '\t'); // found by it

        if (value.Length == 0 && found + 1 < parts.Site.Count && !SiteFields.Values.Any(words => words.Opening(parts.Site[found + 1].Folded) is not null))
        {
            value = parts.Site[found + 1].Text;
        }

        if (value.Length == 0)
        {
            return null;
        }

        doubts.Add(DoubtKind.FromWebSite, value, line.Mapped.Span);

        return value;
    }
}
