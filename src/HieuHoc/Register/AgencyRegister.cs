using System.Globalization;
using HieuHoc.Access;
using HieuHoc.Agencies;
using HieuHoc.Places;
using HieuHoc.Platform;
using Microsoft.EntityFrameworkCore;

namespace HieuHoc.Register;

/// <summary>An agency that is here, or that a line of a list brings.</summary>
/// <param name="Id">0 for one that a list brings.</param>
/// <param name="Parent">What it belongs to; null where nothing, or nothing that is reached.</param>
/// <param name="EndedOn">Its last day, if that is over.</param>
internal sealed record KnownAgency(int Id, AgencyKind Kind, PlaceOnDay Place, string Name, KnownAgency? Parent, DateOnly? EndedOn);

/// <summary>What a line of a list says of an agency.</summary>
/// <param name="Agency">That is here, or is brought; null where the line is wrong.</param>
internal sealed record AgencyEntry(AgencyLine Line, KnownAgency? Agency, bool IsNew, IReadOnlyList<FileMistake> Mistakes);

/// <summary>
/// The agencies of the places that an actor reaches, found by code and by name as offices write them. A list is entered line by line;
/// what a line brings is known to the lines under it.
/// </summary>
internal sealed class AgencyRegister
{
    private const int Longest = 200;

    private readonly DateOnly today;
    private readonly Dictionary<int, PlaceOnDay> places;
    private readonly ILookup<string, PlaceOnDay> placesByKey;
    private readonly Dictionary<(int Place, string Key), List<KnownAgency>> byName = [];
    private readonly Dictionary<string, KnownAgency> byCode = [];

    /// <summary>Names that lines looked for at these places, and found at one above.</summary>
    private readonly HashSet<(int Place, string Key)> passed = [];

    private AgencyRegister(DateOnly today, IReadOnlyList<PlaceOnDay> places)
    {
        this.today = today;
        this.places = places.ToDictionary(place => place.Id);
        placesByKey = places
            .SelectMany(place => new[] { place.Code, place.Code.TrimStart('0'), place.Name, place.FullName }
                .Select(SearchKey.Of).Where(key => key.Length > 0).Distinct().Select(key => (key, place)))
            .ToLookup(pair => pair.key, pair => pair.place);
    }

    /// <summary>All that the actor reaches, as it is on a day.</summary>
    public static async Task<AgencyRegister> ReadAsync(HieuHocDb db, Actor actor, DateOnly today, CancellationToken ct)
    {
        var reached = db.PlaceReaches.Where(reach => reach.AncestorId == actor.PlaceId).Select(reach => reach.PlaceId);
        var places = db.Places.Where(place => reached.Contains(place.Id) && (place.Level == PlaceLevel.Province || place.Level == PlaceLevel.Commune));
        var register = new AgencyRegister(today, await db.PlacesOn(places, today).ToListAsync(ct));
        await register.ReadAgenciesAsync(db, actor, ct);

        return register;
    }

    /// <summary>Enters a line.</summary>
    public AgencyEntry Enter(AgencyLine line)
    {
        var mistakes = new List<FileMistake>();
        var place = Place(line, mistakes);
        CheckCells(line, mistakes);
        var parent = place is null ? null : Parent(line, place, mistakes);

        if (line.Kind is { IsPart: true } && line.Parent.Length == 0)
        {
            mistakes.Add(Wrong(line, AgencyLine.ParentColumn, "part", line.Name));
        }

        if (mistakes.Count > 0)
        {
            return new AgencyEntry(line, null, false, mistakes);
        }

        var agency = new KnownAgency(0, line.Kind!.Value, place!, line.Name, parent, null); // what is missing is a mistake
        var there = Named(place!.Id, line.Name)
            .Where(other => ListedAgency.IsSame(agency.Kind, parent, other.Kind, other.Parent) && !IsBefore(other, line.From))
            .MinBy(other => other.EndedOn is not null);

        if ((there is null ? Late(line, place) : Otherwise(line, agency, there)) is { } mistake)
        {
            return new AgencyEntry(line, null, false, [mistake]);
        }

        Pass(line, agency);

        if (there is null)
        {
            Know(agency, [line.Name, line.ShortName]);
        }

        return new AgencyEntry(line, there ?? agency, there is null, []);
    }

    private async Task ReadAgenciesAsync(HieuHocDb db, Actor actor, CancellationToken ct)
    {
        var under = db.AgenciesUnder(actor.PlaceId);
        var ids = under.Select(agency => agency.Id);
        var agencies = await under.AsNoTracking().ToDictionaryAsync(agency => agency.Id, ct);
        var names = (await db.AgencyNames.AsNoTracking().Where(name => ids.Contains(name.AgencyId)).ToListAsync(ct)).ToLookup(name => name.AgencyId);
        var aliases = (await db.AgencyAliases.AsNoTracking().Where(alias => ids.Contains(alias.AgencyId)).ToListAsync(ct)).ToLookup(alias => alias.AgencyId, alias => alias.Alias);
        var parents = (await db.AgencyParents.AsNoTracking().Where(parent => ids.Contains(parent.AgencyId)).ToListAsync(ct)).ToLookup(parent => parent.AgencyId);
        var known = new Dictionary<int, KnownAgency?>();

        foreach (var agency in agencies.Values.OrderBy(agency => agency.Id))
        {
            Read(agency.Id);
        }

        KnownAgency? Read(int id)
        {
            if (known.TryGetValue(id, out var read) || !agencies.TryGetValue(id, out var agency) || agency.PlaceId is not { } placeId || !places.TryGetValue(placeId, out var place))
            {
                return read;
            }

            // A pack in which two agencies belong to each other must not be read for ever.
            known[id] = null;
            var above = parents[id].LastOrDefault(parent => IsNow(parent.ValidFrom, parent.ValidTo)) is { } parent ? Read(parent.ParentId) : null;
            var ended = agency.ValidTo < today ? agency.ValidTo : null;
            var called = names[id].Where(name => ended is not null || IsNow(name.ValidFrom, name.ValidTo)).ToList();
            var made = new KnownAgency(id, agency.Kind, place, called is [.., var last] ? last.Name : agency.Code, above, ended);
            known[id] = made;
            byCode[SearchKey.Of(agency.Code)] = made;
            Know(made, [.. called.SelectMany(name => new[] { name.Name, name.ShortName ?? "" }), .. aliases[id]]);

            return made;
        }
    }

    private void Know(KnownAgency agency, IReadOnlyList<string> names)
    {
        foreach (var key in names.Where(name => name.Length > 0).Select(SearchKey.Of).Distinct())
        {
            if (!byName.TryGetValue((agency.Place.Id, key), out var same))
            {
                byName[(agency.Place.Id, key)] = same = [];
            }

            same.Add(agency);
        }
    }

    private PlaceOnDay? Place(AgencyLine line, List<FileMistake> mistakes)
    {
        var found = placesByKey[SearchKey.Of(line.Place)].ToList();

        if (found.Count != 1)
        {
            mistakes.Add(Wrong(line, AgencyLine.PlaceColumn, found.Count == 0 ? "place" : "places", line.Place));
        }

        return found is [var place] ? place : null;
    }

    private void CheckCells(AgencyLine line, List<FileMistake> mistakes)
    {
        if (line.Kind is null)
        {
            mistakes.Add(Wrong(line, AgencyLine.KindColumn, "kind", line.Name));
        }

        if (line.Name.Length > Longest || ListedAgency.CodeOf("", line.Name, []) is null)
        {
            mistakes.Add(Wrong(line, AgencyLine.NameColumn, "name", line.Name));
        }

        if (line.ShortName.Length > Longest)
        {
            mistakes.Add(Wrong(line, AgencyLine.ShortNameColumn, "name", line.ShortName));
        }

        if (line.From > today)
        {
            mistakes.Add(Wrong(line, AgencyLine.FromColumn, "future", line.Name));
        }

        if (line.Source.Length == 0)
        {
            mistakes.Add(Wrong(line, AgencyLine.SourceColumn, "source", line.Name));
        }
    }

    /// <summary>By code, else by name: at the place itself before the place above. None belongs to itself: a commune's association may have the name of the province's.</summary>
    private KnownAgency? Parent(AgencyLine line, PlaceOnDay place, List<FileMistake> mistakes)
    {
        if (line.Parent.Length == 0)
        {
            return null;
        }

        IReadOnlyList<KnownAgency> found = byCode.TryGetValue(SearchKey.Of(line.Parent), out var coded) ? [coded] : [];

        for (PlaceOnDay? at = place; found.Count == 0 && at is not null; at = Above(at))
        {
            found = [.. Named(at.Id, line.Parent).Where(agency => agency.EndedOn is null).Except(Named(place.Id, line.Name))];
        }

        if (found is [{ EndedOn: null } parent])
        {
            return parent;
        }

        mistakes.Add(Wrong(line, AgencyLine.ParentColumn, found.Count > 1 ? "parents" : "parent", line.Parent));

        return null;
    }

    private PlaceOnDay? Above(PlaceOnDay place) => place.ParentId is { } above ? places.GetValueOrDefault(above) : null;

    /// <summary>Notes where the name of what an agency belongs to was looked for in vain.</summary>
    private void Pass(AgencyLine line, KnownAgency agency)
    {
        for (PlaceOnDay? at = agency.Place; agency.Parent is { } parent && at is not null && at.Id != parent.Place.Id; at = Above(at))
        {
            passed.Add((at.Id, SearchKey.Of(line.Parent)));
        }
    }

    /// <summary>How a line comes too late: by its name lines before it found an agency of the place above, and read again they would find this one.</summary>
    private FileMistake? Late(AgencyLine line, PlaceOnDay place)
    {
        (string Column, string Name)[] names = [(AgencyLine.NameColumn, line.Name), (AgencyLine.ShortNameColumn, line.ShortName)];

        return names.Where(name => passed.Contains((place.Id, SearchKey.Of(name.Name))))
            .Select(name => Wrong(line, name.Column, "late", name.Name))
            .FirstOrDefault();
    }

    private List<KnownAgency> Named(int placeId, string name) => byName.TryGetValue((placeId, SearchKey.Of(name)), out var same) ? same : [];

    /// <summary>How a line contradicts the agency that has its name; null where it does not.</summary>
    private static FileMistake? Otherwise(AgencyLine line, KnownAgency said, KnownAgency there) =>
        there.Id == 0 ? Wrong(line, AgencyLine.NameColumn, "twice", line.Name)
        : there.EndedOn is { } last ? Wrong(line, AgencyLine.FromColumn, "ended", last.ToString("dd/MM/yyyy", CultureInfo.InvariantCulture))
        : there.Kind != said.Kind ? Wrong(line, AgencyLine.KindColumn, "otherKind", there.Name)
        : said.Parent is not null && said.Parent != there.Parent ? Wrong(line, AgencyLine.ParentColumn, "otherParent", there.Parent?.Name ?? there.Name)
        : null;

    /// <summary>True for an agency that had ended before the one of a line began.</summary>
    private static bool IsBefore(KnownAgency agency, DateOnly? from) => agency.EndedOn < from;

    private bool IsNow(DateOnly? from, DateOnly? to) => (from is null || from <= today) && (to is null || to >= today);

    private static FileMistake Wrong(AgencyLine line, string column, string mistake, string value) =>
        new(line.Cell(column), $"list.agencies.mistake.{mistake}", value);
}
