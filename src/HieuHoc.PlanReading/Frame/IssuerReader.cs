using HieuHoc.PlanReading.Text;
using HieuHoc.PlanReading.Words;

namespace HieuHoc.PlanReading.Frame;

/// <summary>Whose document it is: by its head, else by the sentence "…, UBND tỉnh … ban hành Kế hoạch" before the first section.</summary>
internal sealed class IssuerReader(Recasing recasing)
{
    private const int LongestName = 16;

    private static readonly PhraseSet Motto = WordLists.Set("motto");

    private static readonly PhraseSet Agencies = WordLists.Set("agencies");

    private static readonly PhraseSet Committees = WordLists.Set("committees");

    private static readonly PhraseSet AdminUnits = WordLists.Set("adminUnits");

    private static readonly PhraseSet Schools = WordLists.Set("namedSchools");

    private static readonly PhraseSet Makes = WordLists.Set("issues");

    private static readonly PhraseSet Plans = WordLists.Set("issued");

    private static readonly PhraseSet DayMarks = WordLists.Set("dayMarks");

    /// <summary>The lines over the number that are not the motto.</summary>
    public string? OfHead(IReadOnlyList<Line> head)
    {
        var lines = head
            .TakeWhile(line => !HeaderReader.IsNumber(line))
            .Where(line => !Motto.IsIn(line.Folded) && !DayMarks.IsIn(line.Folded) && line.IsCapitals)
            .Select(line => line.Mapped.Squeeze())
            .ToList();

        return lines.Count == 0 ? null : Named(lines);
    }

    /// <summary>The agency before "ban hành Kế hoạch", with its place from the abstract where the sentence leaves it out.</summary>
    public string? OfPreamble(IEnumerable<MappedText> preamble, string? title)
    {
        var found = preamble.Select(text => Tokens.Of(text)).Select(InSentence).LastOrDefault(name => name is not null);

        if (found is null)
        {
            return null;
        }

        var name = Short(found);
        var place = title is null ? null : PlaceIn(title);

        return HasPlace(name) || place is null ? name : EndsWithUnitOf(name, place) ? name[..^place.Split(' ')[0].Length] + place : $"{name} {place}";
    }

    /// <summary>"Tỉnh Quảng Trị", as web sites put it, is its people's committee where the number says so.</summary>
    public static string OfSite(string name, string? number) =>
        AdminUnits.Opening(Fold.Of(name)) is not null && number?.Contains("UBND", StringComparison.Ordinal) == true
            ? $"UBND {char.ToLowerInvariant(name[0])}{name[1..]}"
            : name;

    private string Named(IReadOnlyList<MappedText> lines)
    {
        var capitals = MappedText.Join(lines);
        var tokens = Tokens.Of(capitals);
        var committee = Committees.LengthAt(tokens, 0);
        var own = OwnLine(lines);

        if (own == 0)
        {
            return Short(Cased(capitals.Text));
        }

        var agency = Enumerable.Range(0, tokens.Count).First(i => tokens[i].Start >= own);

        // The agency stands under the committee that it belongs to, and takes its place's name from it.
        var name = Cased(capitals.From(tokens[agency].Start).Text);
        var place = Cased(tokens.Between(committee, agency).Text);

        return committee == 0 || HasPlace(name) ? name : $"{name} {place}";
    }

    /// <summary>Of two agencies the lower one issues: where the last line begins that begins with an agency; 0: only the first does.</summary>
    private static int OwnLine(IReadOnlyList<MappedText> lines)
    {
        var (at, own) = (0, 0);

        foreach (var line in lines)
        {
            own = at > 0 && Agencies.Opening(Fold.Of(line.Text)) is not null ? at : own;
            at += line.Length + 1;
        }

        return own;
    }

    private string Cased(string capitals)
    {
        var text = recasing.Of(capitals);
        var words = text.Split(' ');

        // What the body does not name: a place's own name is written with capitals.
        for (var i = 0; i < words.Length; i++)
        {
            if (i > 0 && words[i..].Length <= 4 && IsUnitBefore(words, i))
            {
                words = [.. words[..i], .. words[i..].Select(word => char.ToUpperInvariant(word[0]) + word[1..])];
                break;
            }
        }

        var cased = string.Join(' ', words);

        return AdminUnits.Opening(Fold.Of(cased)) is not null ? char.ToLowerInvariant(cased[0]) + cased[1..] : cased;
    }

    private static bool IsUnitBefore(string[] words, int i) =>
        AdminUnits.Opening(Fold.Of(words[i - 1])) is not null || (i > 1 && AdminUnits.Opening(Fold.Of($"{words[i - 2]} {words[i - 1]}")) is not null)
        || Schools.Opening(Fold.Of(string.Join(' ', words[..i])))?.Split(' ').Length == i;

    private static string? InSentence(Tokens tokens)
    {
        string? name = null;

        for (var first = 0; first < tokens.Count; first++)
        {
            if (!tokens[first].BeginsWithCapital || tokens[first].Depth > 0 || Agencies.LengthAt(tokens, first) == 0)
            {
                continue;
            }

            var end = tokens.Find(Makes, first, Math.Min(tokens.Count, first + LongestName));

            if (end < Math.Min(tokens.Count, first + LongestName) && Plans.LengthAt(tokens, end + Makes.LengthAt(tokens, end)) > 0 && !HasStop(tokens, first, end))
            {
                name = tokens.Between(first, end).Text;
                first = end;
            }
        }

        return name;
    }

    private static bool HasStop(Tokens tokens, int first, int end) => Enumerable.Range(first, end - first).Any(i => tokens[i].Text is "," or ";" or "“" or "(");

    /// <summary>"trên địa bàn tỉnh Hà Nam": the last unit that has a name.</summary>
    private static string? PlaceIn(string title)
    {
        var tokens = Tokens.Of(Cleaning.Of(title));

        for (var i = tokens.Count - 1; i >= 0; i--)
        {
            if (AdminUnits.LengthAt(tokens, i) is var length and > 0 && NameLength(tokens, i + length) is var name and > 0)
            {
                return tokens.Between(i, i + length + name).Text;
            }
        }

        return null;
    }

    private static int NameLength(Tokens tokens, int at) =>
        Enumerable.Range(at, Math.Max(0, tokens.Count - at)).TakeWhile(i => tokens[i].Kind is TokenKind.Word && tokens[i].BeginsWithCapital).Count();

    private static bool HasPlace(string name) => PlaceIn(name) is not null;

    private static bool EndsWithUnitOf(string name, string place) => Fold.Of(name).EndsWith($" {Fold.Of(place.Split(' ')[0])}", StringComparison.Ordinal);

    private static string Short(string name)
    {
        var committee = Committees.Opening(Fold.Of(name));

        return committee is null ? name : "UBND" + name[committee.Length..];
    }
}
