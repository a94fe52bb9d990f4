using System.Text.RegularExpressions;
using HieuHoc.Places;
using HieuHoc.Platform;
using HieuHoc.Platform.Packs;

namespace HieuHoc.Agencies;

/// <summary>Reads, checks and loads packs of agencies. A newer version brings dates, names and successors of those it knows up to date.</summary>
public sealed partial class AgenciesPackKind : PackKind
{
    public override string Folder => "agencies";

    public override Type DocumentType => typeof(AgenciesPack);

    public override int Order => 15;

    public override IEnumerable<FileMistake> Check(PackDocument document, PackFile file, PackShelf shelf)
    {
        var pack = (AgenciesPack)document;
        var known = shelf.Known<AgenciesPack>().SelectMany(other => other.Agencies).Concat(pack.Agencies).Select(agency => agency.Code).ToHashSet();

        // It would take back what the newer one brought.
        if (shelf.Known<AgenciesPack>().FirstOrDefault(other => other.Id == pack.Id && other.ValidFrom > pack.ValidFrom) is { } newer)
        {
            return [new FileMistake($"{pack.Id}/{pack.Version}", "pack.mistake.older", $"{newer.Id}/{newer.Version}")];
        }

        return pack.Agencies.SelectMany(agency => Agency(agency, known))
            .Concat(Twice(pack.Agencies.Select(agency => agency.Code)))
            .Concat(pack.Successions.SelectMany(succession => Succession(succession, pack, known)))
            .Concat(Twice(pack.Successions.Select(Where)))
            .Concat(Twice(pack.Matters.Select(matter => matter.Code)))
            .Concat(pack.InEachCommune is { } communes ? Communes(communes) : []);
    }

    public override Task ApplyAsync(HieuHocDb db, PackDocument document, PackFile file, Moment now, CancellationToken ct) =>
        new AgencyRows(db, (AgenciesPack)document, now).WriteAsync(ct);

    private static IEnumerable<FileMistake> Agency(AgencyDefinition agency, HashSet<string> known)
    {
        if (!Code().IsMatch(agency.Code))
        {
            yield return new FileMistake("agencies", "pack.mistake.code", agency.Code);
        }

        if (!PlaceCodeOnDay.TryParse(agency.Place, out _))
        {
            yield return new FileMistake(agency.Code, "pack.mistake.code", agency.Place);
        }

        if (agency.Names.Count == 0 || agency.Names.Any(name => string.IsNullOrWhiteSpace(name.Name)))
        {
            yield return new FileMistake(agency.Code, "pack.mistake.agency-name", agency.Code);
        }

        if (agency.To < agency.From
            || Overlap([.. agency.Names.Select(name => (name.From, name.To))])
            || Overlap([.. agency.Parents.Select(parent => (parent.From, parent.To))]))
        {
            yield return new FileMistake(agency.Code, "pack.mistake.day", agency.Code);
        }

        var named = agency.Parents.Select(parent => parent.Code).Concat(agency.Posts.Select(post => post.Holder).OfType<string>());

        foreach (var unknown in named.Where(code => code == agency.Code || !known.Contains(code)))
        {
            yield return new FileMistake(agency.Code, "pack.mistake.unknown", unknown);
        }
    }

    private static IEnumerable<FileMistake> Succession(SuccessionDefinition succession, AgenciesPack pack, HashSet<string> known)
    {
        var where = $"{succession.From} → {succession.To}";

        foreach (var unknown in new[] { succession.From, succession.To }.Where(code => !known.Contains(code)))
        {
            yield return new FileMistake(where, "pack.mistake.unknown", unknown);
        }

        if (succession.From == succession.To)
        {
            yield return new FileMistake(where, "pack.mistake.twice", succession.To);
        }

        if (succession.Matter != AgencySuccession.Everything && pack.Matters.All(matter => matter.Code != succession.Matter))
        {
            yield return new FileMistake(where, "pack.mistake.unknown", succession.Matter);
        }

        var (from, to) = (pack.Agencies.FirstOrDefault(agency => agency.Code == succession.From), pack.Agencies.FirstOrDefault(agency => agency.Code == succession.To));

        // Between the last day of the one and the first of the other nobody would answer for it.
        if ((from?.To is { } last && succession.On > last.AddDays(1)) || succession.On < to?.From)
        {
            yield return new FileMistake(where, "pack.mistake.day", succession.Matter);
        }
    }

    /// <summary>What makes a succession one: a matter passes from the one to the other once.</summary>
    private static string Where(SuccessionDefinition succession) => $"{succession.From} → {succession.To}: {succession.Matter}";

    private static IEnumerable<FileMistake> Communes(CommuneAgencies communes)
    {
        if (!PlaceCodeOnDay.TryParse(communes.Province, out _))
        {
            yield return new FileMistake("inEachCommune", "pack.mistake.code", communes.Province);
        }

        var codes = communes.Agencies.Select(agency => agency.Code).ToHashSet();

        foreach (var agency in communes.Agencies)
        {
            if (!Code().IsMatch(agency.Code) || !agency.Name.Contains(AgencyRows.PlaceHole, StringComparison.Ordinal))
            {
                yield return new FileMistake("inEachCommune", "pack.mistake.agency-name", agency.Code);
            }

            if (agency.Parent is { } parent && (parent == agency.Code || !codes.Contains(parent)))
            {
                yield return new FileMistake(agency.Code, "pack.mistake.unknown", parent);
            }
        }

        foreach (var mistake in Twice(communes.Agencies.Select(agency => agency.Code)))
        {
            yield return mistake;
        }
    }

    private static IEnumerable<FileMistake> Twice(IEnumerable<string> codes) =>
        codes.GroupBy(code => code).Where(group => group.Count() > 1).Select(group => new FileMistake("agencies", "pack.mistake.twice", group.Key));

    /// <summary>True when two spans share a day, or one ends before it begins.</summary>
    private static bool Overlap(IReadOnlyList<(DateOnly? From, DateOnly? To)> spans)
    {
        var ordered = spans.OrderBy(span => span.From ?? DateOnly.MinValue).ToList();

        return ordered.Exists(span => span.To < span.From)
            || ordered.Zip(ordered.Skip(1)).Any(pair => (pair.First.To ?? DateOnly.MaxValue) >= (pair.Second.From ?? DateOnly.MinValue));
    }

    [GeneratedRegex(@"\A[a-z0-9]+(-[a-z0-9]+)*(\.[a-z0-9]+(-[a-z0-9]+)*)*\z")]
    private static partial Regex Code();
}
