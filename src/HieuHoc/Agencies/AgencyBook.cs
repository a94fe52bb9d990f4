using System.Text.RegularExpressions;
using HieuHoc.Places;
using HieuHoc.Platform;
using Microsoft.EntityFrameworkCore;

namespace HieuHoc.Agencies;

/// <summary>An agency in the book.</summary>
/// <param name="Name">What it was called last.</param>
public sealed record BookedAgency(int Id, string Code, string Name, int? PlaceId, AgencyLevel Level);

/// <summary>What the agencies of a province and of all under it were called, and when: for papers and people, who name them in many ways.</summary>
public sealed partial class AgencyBook
{
    /// <summary>What offices write short, as names are compared: without marks and without "và". The longer before those that are in them.</summary>
    private static readonly IReadOnlyList<(string Long, string Short)> Short =
    [
        ("uy ban nhan dan", "ubnd"),
        ("hoi dong nhan dan", "hdnd"),
        ("mat tran to quoc", "mttq"),
        ("ubmttqvn", "ubmttq"),
        ("mttqvn", "mttq"),
        ("ub mttq", "ubmttq"),
        ("uy ban mttq", "ubmttq"),
        ("mttq viet nam", "mttq"),
        ("mttq vn", "mttq"),
        ("ubmttq viet nam", "ubmttq"),
        ("ubmttq vn", "ubmttq"),
        ("lien doan lao dong", "ldld"),
        ("cuu chien binh", "ccb"),
        ("cuu giao chuc", "cgc"),
        ("nguoi cao tuoi", "nct"),
        ("lien hiep phu nu", "lhpn"),
        ("lao dong thuong binh xa hoi", "ldtbxh"),
        ("ldtb xh", "ldtbxh"),
        ("giao duc dao tao", "gddt"),
        ("gd dt", "gddt"),
        ("ke hoach dau tu", "khdt"),
        ("kh dt", "khdt"),
        ("khoa hoc cong nghe", "khcn"),
        ("kh cn", "khcn"),
        ("thong tin truyen thong", "tttt"),
        ("tt tt", "tttt"),
        ("van hoa the thao du lich", "vhttdl"),
        ("vh tt dl", "vhttdl"),
        ("vhtt dl", "vhttdl"),
    ];

    private readonly IReadOnlyList<Entry> entries;
    private readonly ILookup<string, Entry> byKey;
    private readonly Dictionary<string, BookedAgency> byCode;

    private AgencyBook(IReadOnlyList<Entry> entries)
    {
        this.entries = entries;
        byKey = entries.SelectMany(entry => entry.Keys.Distinct().Select(key => (key, entry))).ToLookup(one => one.key, one => one.entry);
        byCode = entries.GroupBy(entry => entry.Agency.Code).ToDictionary(same => same.Key, same => same.Last().Agency);
    }

    /// <summary>The book of a province with those that came together in it.</summary>
    /// <param name="province">The place of the programme.</param>
    public static async Task<AgencyBook> OfAsync(HieuHocDb db, int province, CancellationToken ct)
    {
        var under = db.AgenciesUnder(province);
        var numbers = under.Select(agency => agency.Id);
        var names = await (from agency in under
                           join name in db.AgencyNames on agency.Id equals name.AgencyId
                           orderby agency.Id, name.Number
                           select new { agency.Code, agency.Id, agency.Level, agency.PlaceId, agency.ValidFrom, agency.ValidTo, Since = name.ValidFrom, Until = name.ValidTo, name.Name, name.ShortName }).ToListAsync(ct);
        var aliases = (await db.AgencyAliases.Where(alias => numbers.Contains(alias.AgencyId)).Select(alias => new { alias.AgencyId, alias.Alias }).ToListAsync(ct))
            .ToLookup(alias => alias.AgencyId, alias => alias.Alias);
        var places = under.Where(agency => agency.Level == AgencyLevel.Province).Select(agency => agency.PlaceId);
        var called = (await db.PlaceNames.Where(name => places.Contains(name.PlaceId)).Select(name => new { name.PlaceId, name.Name }).ToListAsync(ct)).ToLookup(name => (int?)name.PlaceId, name => name.Name);

        return new AgencyBook(
        [
            .. names.Select(name => new Entry(
                new BookedAgency(name.Id, name.Code, name.Name, name.PlaceId, name.Level),
                new[] { name.ValidFrom, name.Since }.Max() ?? DateOnly.MinValue,
                new[] { name.ValidTo ?? DateOnly.MaxValue, name.Until ?? DateOnly.MaxValue }.Min(),
                [.. aliases[name.Id].Prepend(name.ShortName).Prepend(name.Name).OfType<string>().SelectMany(word => Keys(word, [.. called[name.PlaceId].Distinct()]))])),
        ]);
    }

    /// <summary>The agency that a name meant on a day; null where none did, or several.</summary>
    /// <param name="among">The place whose agencies are meant where those of several places are called so; null where nobody knows.</param>
    public BookedAgency? Meant(string name, DateOnly day, int? among = null)
    {
        var found = byKey[Words(name)].Where(entry => entry.Held(day)).Select(entry => entry.Agency).ToList();
        var near = found.Where(agency => agency.PlaceId == among).ToList();

        return Alone(near.Count > 0 ? near : found);
    }

    /// <summary>All that were ever called so, ended ones too; none is guessed from a part of a name.</summary>
    public IEnumerable<BookedAgency> Ever(string name) => byKey[Words(name)].Select(entry => entry.Agency).DistinctBy(agency => agency.Id);

    /// <summary>The agencies that a heading names side by side: "Hội Nông dân, Hội Người cao tuổi". What it means by no name of theirs is passed over.</summary>
    /// <inheritdoc cref="Meant" path="/param"/>
    public IReadOnlyList<BookedAgency> InHeading(string heading, DateOnly day, int? among = null) =>
        [.. Parts(heading, name => Meant(name, day, among) is not null).Select(name => Meant(name, day, among)).OfType<BookedAgency>().DistinctBy(agency => agency.Id)];

    /// <summary>The names that stand side by side in a heading; what lies between two that are known is one name.</summary>
    public static IReadOnlyList<string> Parts(string heading, Predicate<string> isKnown)
    {
        // Names hold commas and "và" themselves: the longest that is known is taken.
        var parts = Separators().Split(heading);
        var (found, unknown) = (new List<string>(), new List<string>());

        for (var i = 0; i < parts.Length; i += 2)
        {
            var end = Enumerable.Range(0, (parts.Length - i + 1) / 2).Select(back => parts.Length - (2 * back)).FirstOrDefault(end => isKnown(string.Concat(parts[i..end])));

            if (end == 0)
            {
                unknown.AddRange(i > 0 && unknown.Count > 0 ? parts[(i - 1)..(i + 1)] : [parts[i]]);
                continue;
            }

            found.Add(string.Concat(unknown));
            found.Add(string.Concat(parts[i..end]));
            unknown.Clear();
            i = end - 1;
        }

        found.Add(string.Concat(unknown));

        return [.. found.Select(name => name.Trim()).Where(name => name.Length > 0)];
    }

    /// <summary>True of the words for the people's committees of all communes: "UBND các xã, phường, đặc khu", "UBND cấp xã", "các địa phương".</summary>
    public static bool IsEveryCommune(string name) => AllCommunes().IsMatch(Words(name));

    /// <summary>The place whose agency issued a paper of a day; null where no agency is called so.</summary>
    public int? PlaceOf(string issuer, DateOnly day) => entries.FirstOrDefault(entry => entry.Held(day) && Words(entry.Agency.Name) == Words(issuer))?.Agency.PlaceId;

    /// <summary>The agency of a code; null where the book has none.</summary>
    public BookedAgency? Find(string code) => byCode.GetValueOrDefault(code);

    private static BookedAgency? Alone(IReadOnlyList<BookedAgency> found) => found.DistinctBy(agency => agency.Id).ToList() is [var only] ? only : null;

    /// <summary>
    /// The ways to write a name: "Hội Khuyến học", "Hội Khuyến học tỉnh" and "Hội Khuyến học tỉnh Quảng Trị" are one of the province; of
    /// another province nobody here is meant.
    /// </summary>
    /// <param name="provinces">What the province was called whose agency it is; nothing of an agency below.</param>
    private static IEnumerable<string> Keys(string word, IReadOnlyList<string> provinces)
    {
        var whole = Words(word);

        if (provinces.Count == 0)
        {
            return [whole];
        }

        var ends = provinces.SelectMany(province => new[] { $" tinh {Words(province)}", $" {Words(province)}" }).Prepend(" tinh").ToList();
        var stem = ends.OrderByDescending(end => end.Length).Where(end => whole.EndsWith(end, StringComparison.Ordinal)).Select(end => whole[..^end.Length]).FirstOrDefault() ?? whole;

        // "UBND" alone is nobody's name.
        return [whole, .. ends.Select(end => stem + end), .. stem.Contains(' ', StringComparison.Ordinal) ? [stem] : Array.Empty<string>()];
    }

    private static string Words(string name)
    {
        var words = $" {string.Join(' ', NoWord().Split(Vietnamese.Fold(name)).Where(word => word.Length > 0 && word != "va"))} ";

        return Short.Aggregate(words, (written, word) => written.Replace($" {word.Long} ", $" {word.Short} ", StringComparison.Ordinal)).Trim();
    }

    // The letters are those of "và".
    [GeneratedRegex(@"([,;/]|\sv\u00E0\s)")]
    private static partial Regex Separators();

    [GeneratedRegex("^(ubnd )?(cap xa|cac dia phuong|cac (xa|phuong|dac khu|thi tran)( cac)?( (xa|phuong|dac khu|thi tran))*)( (tren dia ban|trong|thuoc|toan)( toan)?)?( tinh( [a-z]+){0,4})?$")]
    private static partial Regex AllCommunes();

    [GeneratedRegex(@"[^\p{L}\p{Nd}]+")]
    private static partial Regex NoWord();

    /// <summary>An agency under one of its names.</summary>
    private sealed record Entry(BookedAgency Agency, DateOnly First, DateOnly Last, IReadOnlyList<string> Keys)
    {
        public bool Held(DateOnly day) => First <= day && day <= Last;
    }
}
