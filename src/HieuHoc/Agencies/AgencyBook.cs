using System.Text.RegularExpressions;
using HieuHoc.Places;
using HieuHoc.Platform;
using Microsoft.EntityFrameworkCore;

namespace HieuHoc.Agencies;

/// <summary>What the agencies of a province's own level were called, and when: for papers, which name them in many ways.</summary>
public sealed partial class AgencyBook
{
    private readonly IReadOnlyList<Entry> entries;
    private readonly ILookup<string, Entry> byKey;

    private AgencyBook(IReadOnlyList<Entry> entries)
    {
        this.entries = entries;
        byKey = entries.SelectMany(entry => entry.Keys.Distinct().Select(key => (key, entry))).ToLookup(one => one.key, one => one.entry);
    }

    /// <summary>The book of a province with those that came together in it.</summary>
    /// <param name="province">The place of the programme.</param>
    public static async Task<AgencyBook> OfAsync(HieuHocDb db, int province, CancellationToken ct)
    {
        var names = await (from agency in db.AgenciesUnder(province)
                           where agency.Level == AgencyLevel.Province
                           join name in db.AgencyNames on agency.Id equals name.AgencyId
                           select new { agency.Code, agency.Id, agency.PlaceId, agency.ValidFrom, agency.ValidTo, Since = name.ValidFrom, Until = name.ValidTo, name.Name, name.ShortName }).ToListAsync(ct);
        var ids = names.Select(name => name.Id).ToHashSet();
        var aliases = (await db.AgencyAliases.ToListAsync(ct)).Where(alias => ids.Contains(alias.AgencyId)).ToLookup(alias => alias.AgencyId, alias => alias.Alias);
        var places = names.Select(name => name.PlaceId).OfType<int>().ToHashSet();
        var called = (await db.PlaceNames.Where(name => places.Contains(name.PlaceId)).Select(name => new { name.PlaceId, name.Name }).ToListAsync(ct)).ToLookup(name => (int?)name.PlaceId, name => name.Name);

        return new AgencyBook(
        [
            .. names.OrderBy(name => name.Id).Select(name => new Entry(
                name.Code,
                name.Name,
                name.PlaceId,
                new Days(Later(name.ValidFrom, name.Since), Earlier(name.ValidTo, name.Until)),
                [.. aliases[name.Id].Prepend(name.ShortName).Prepend(name.Name).OfType<string>().SelectMany(word => Keys(word, called[name.PlaceId]))])),
        ]);
    }

    /// <summary>The agency that a name meant on a day; null where none did, or several.</summary>
    /// <param name="among">The place whose agencies are meant where those of several places are called so; null where nobody knows.</param>
    public string? Meant(string name, DateOnly day, int? among = null)
    {
        var found = byKey[Key(name)].Where(entry => entry.Held.Contains(day)).ToList();
        var near = found.Where(entry => entry.PlaceId == among).ToList();

        return (near.Count > 0 ? near : found).Select(entry => entry.Code).Distinct().ToList() is [var only] ? only : null;
    }

    /// <summary>The agencies that a heading names side by side: "Hội Nông dân, Hội Người cao tuổi". What it means by no name of theirs is passed over.</summary>
    /// <inheritdoc cref="Meant" path="/param"/>
    public IReadOnlyList<string> InHeading(string heading, DateOnly day, int? among = null)
    {
        // Names hold commas and "và" themselves: the longest that means an agency is taken.
        var parts = Separators().Split(heading);
        var found = new List<string>();

        for (var i = 0; i < parts.Length; i += 2)
        {
            for (var end = parts.Length - ((parts.Length - i + 1) % 2); end > i; end -= 2)
            {
                if (Meant(string.Concat(parts[i..end]), day, among) is { } code)
                {
                    found.Add(code);
                    i = end - 1;

                    break;
                }
            }
        }

        return [.. found.Distinct()];
    }

    /// <summary>The place whose agency issued a paper of a day; null where no agency is called so.</summary>
    public int? PlaceOf(string issuer, DateOnly day) => entries.FirstOrDefault(entry => entry.Held.Contains(day) && Same(entry.Name, issuer))?.PlaceId;

    /// <summary>What an agency was called last; null where the book has none of that code.</summary>
    public string? NameOf(string code) => entries.LastOrDefault(entry => entry.Code == code)?.Name;

    /// <summary>Two ways of writing the whole name.</summary>
    private static bool Same(string name, string other) => Words(name) == Words(other);

    private static IEnumerable<string> Keys(string word, IEnumerable<string> places)
    {
        var key = Key(word);

        return [key, .. places.Select(place => $" {Words(place)}").Where(place => key.EndsWith(place, StringComparison.Ordinal)).Select(place => key[..^place.Length])];
    }

    /// <summary>Without the province behind it: "Hội Khuyến học tỉnh" and "Hội Khuyến học tỉnh Quảng Trị" are one.</summary>
    private static string Key(string name) => Words(name).Split(" tinh")[0];

    private static string Words(string name) => string.Join(
        ' ', NoWord().Split(Vietnamese.Fold(name).Replace("uy ban nhan dan", "ubnd", StringComparison.Ordinal)).Where(word => word.Length > 0 && word != "va"));

    private static DateOnly Later(DateOnly? one, DateOnly? other) => new[] { one, other }.Max() ?? DateOnly.MinValue;

    private static DateOnly Earlier(DateOnly? one, DateOnly? other) => new[] { one ?? DateOnly.MaxValue, other ?? DateOnly.MaxValue }.Min();

    // The letters are those of "và".
    [GeneratedRegex(@"([,;/]|\sv\u00E0\s)")]
    private static partial Regex Separators();

    [GeneratedRegex(@"[^\p{L}\p{Nd}]+")]
    private static partial Regex NoWord();

    private sealed record Entry(string Code, string Name, int? PlaceId, Days Held, IReadOnlyList<string> Keys);
}
