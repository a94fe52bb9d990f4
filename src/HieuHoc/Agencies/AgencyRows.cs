using System.Globalization;
using HieuHoc.Places;
using HieuHoc.Platform;
using Microsoft.EntityFrameworkCore;

namespace HieuHoc.Agencies;

/// <summary>The rows that a pack of agencies brings. An agency known by its code keeps its number; what is said of it is said anew.</summary>
internal sealed class AgencyRows(HieuHocDb db, AgenciesPack pack, Moment now)
{
    /// <summary>Stands for the commune in the names of what every commune has.</summary>
    public const string PlaceHole = "{place}";

    private readonly Dictionary<string, int> places = [];
    private Dictionary<string, Agency> known = [];

    public async Task WriteAsync(CancellationToken ct)
    {
        // Two versions may come in one loading: what the older one said must not stay in memory.
        db.ChangeTracker.Clear();
        var definitions = pack.Agencies.Concat(await OfCommunesAsync(ct)).ToList();
        var ids = await IdsAsync(definitions, ct);
        var told = definitions.Select(definition => ids[definition.Code]).ToList();
        await ForgetAsync(told, ct);
        await ForgetPassingsAsync(ids, ct);

        foreach (var definition in definitions)
        {
            await AddAsync(definition, ids, ct);
        }

        AddSuccessions(ids);
        await db.SaveChangesAsync(ct);
        await db.RebuildAgencyReachAsync(ct);
    }

    /// <summary>What every commune has, one agency a commune.</summary>
    private async Task<IEnumerable<AgencyDefinition>> OfCommunesAsync(CancellationToken ct)
    {
        if (pack.InEachCommune is not { } asked || await db.PlaceByCodeAsync(asked.Province, asked.On, ct) is not { } province)
        {
            return [];
        }

        var communes = await db.ChildrenAsync(province.Id, asked.On, ct);

        foreach (var commune in communes)
        {
            places[$"{commune.Code}@{asked.On:yyyy-MM-dd}"] = commune.Id;
        }

        return
            from commune in communes
            where commune.Level is PlaceLevel.Commune
            from agency in asked.Agencies
            select Of(agency, commune, asked.On);
    }

    private static AgencyDefinition Of(CommuneAgencyDefinition agency, PlaceOnDay commune, DateOnly day)
    {
        string Here(string text) => text.Replace(PlaceHole, $"{commune.Kind} {commune.Name}", StringComparison.Ordinal);

        return new AgencyDefinition
        {
            Code = $"{commune.Code}.{agency.Code}",
            Level = AgencyLevel.Commune,
            Kind = agency.Kind,
            Place = $"{commune.Code}@{day:yyyy-MM-dd}",
            From = agency.From,
            Confirmed = agency.Confirmed,
            Source = agency.Source,
            Names = [new NameDefinition(Here(agency.Name), agency.ShortName is null ? null : Here(agency.ShortName))],
            Parents = agency.Parent is null ? [] : [new ParentDefinition($"{commune.Code}.{agency.Parent}")],
        };
    }

    /// <summary>The numbers of all agencies by code; new ones get the next free subjects.</summary>
    private async Task<Dictionary<string, int>> IdsAsync(IReadOnlyList<AgencyDefinition> definitions, CancellationToken ct)
    {
        // First, so that nobody lists an agency meanwhile.
        var next = await db.NextSubjectAsync(ct);
        known = await db.Agencies.ToDictionaryAsync(agency => agency.Code, ct);
        var ids = known.ToDictionary(pair => pair.Key, pair => pair.Value.Id);
        await TakeOverListedAsync(definitions, ids, ct);

        foreach (var definition in definitions.Where(definition => !ids.ContainsKey(definition.Code)))
        {
            ids[definition.Code] = next;
            db.Add(new Subject { Id = next, Kind = SubjectKind.Agency });
            next++;
        }

        return ids;
    }

    /// <summary>An agency that the province listed and that the pack names now goes on under its number, with the pack's code.</summary>
    private async Task TakeOverListedAsync(IReadOnlyList<AgencyDefinition> definitions, Dictionary<string, int> ids, CancellationToken ct)
    {
        var ofCodes = known.Values.ToDictionary(agency => agency.Id);
        var listed = await db.WithNamesOn(db.ListedAgencies().Where(agency => agency.ValidTo == null), DateOnly.MaxValue).ToListAsync(ct);

        // A part is known by what it belongs to, which may have been taken over itself.
        for (var found = listed.Count > 0; found;)
        {
            found = false;

            foreach (var definition in definitions.Where(definition => definition.To is null && !ids.ContainsKey(definition.Code)))
            {
                if (await ListedAsync(definition, listed, ids, ct) is { } same)
                {
                    listed.Remove(same);
                    known[definition.Code] = ofCodes[same.Id];
                    ids[definition.Code] = same.Id;
                    await RecordAsync(same, definition.Code, ct);
                    found = true;
                }
            }
        }
    }

    private async Task<AgencyOnDay?> ListedAsync(
        AgencyDefinition definition, IReadOnlyList<AgencyOnDay> listed, Dictionary<string, int> ids, CancellationToken ct)
    {
        var names = definition.Names.SelectMany(name => new[] { name.Name, name.ShortName }).OfType<string>().Concat(definition.Aliases).Select(SearchKey.Of).ToHashSet();
        var parent = definition.Parents is [.., var last] && ids.TryGetValue(last.Code, out var above) ? above : (int?)null;
        var named = listed.Where(agency => names.Contains(SearchKey.Of(agency.Name))
            && ListedAgency.IsSame(definition.Kind, parent, agency.Kind, agency.ParentId)).ToList();
        var place = named.Count > 0 ? await PlaceAsync(definition, ct) : null;

        return named.Find(agency => place is not null && agency.PlaceId == place);
    }

    private async Task RecordAsync(AgencyOnDay listed, string code, CancellationToken ct)
    {
        foreach (var owner in await db.OwnersOf(listed.PlaceId!.Value).ToListAsync(ct)) // a listed agency has its place
        {
            db.Record(new AgencyCameInPack(listed.Id.ToString(CultureInfo.InvariantCulture), listed.Code, code), owner, null, now);
        }
    }

    /// <summary>All that is known of the agencies that are told anew.</summary>
    private async Task ForgetAsync(IReadOnlyList<int> told, CancellationToken ct)
    {
        await db.AgencyNames.Where(name => told.Contains(name.AgencyId)).ExecuteDeleteAsync(ct);
        await db.AgencyAliases.Where(alias => told.Contains(alias.AgencyId)).ExecuteDeleteAsync(ct);
        await db.AgencyParents.Where(parent => told.Contains(parent.AgencyId)).ExecuteDeleteAsync(ct);
        await db.AgencyPosts.Where(post => told.Contains(post.AgencyId)).ExecuteDeleteAsync(ct);
        await db.AgencySuccessions.Where(succession => told.Contains(succession.FromId)).ExecuteDeleteAsync(ct);
    }

    /// <summary>Who takes over the matters that are told anew, also from an agency that is not; its other matters stay where they went.</summary>
    private async Task ForgetPassingsAsync(Dictionary<string, int> ids, CancellationToken ct)
    {
        foreach (var same in pack.Successions.GroupBy(succession => succession.Matter))
        {
            var from = same.Select(succession => ids[succession.From]).ToList();
            await db.AgencySuccessions.Where(succession => succession.Matter == same.Key && from.Contains(succession.FromId)).ExecuteDeleteAsync(ct);
        }
    }

    private async Task AddAsync(AgencyDefinition given, Dictionary<string, int> ids, CancellationToken ct)
    {
        var id = ids[given.Code];
        await AddAgencyAsync(given, id, ct);
        db.AddRange(given.Names.Select((name, i) => new AgencyName
        {
            AgencyId = id,
            Number = i + 1,
            ValidFrom = name.From,
            ValidTo = name.To,
            Name = name.Name,
            ShortName = name.ShortName,
            Folded = Vietnamese.Fold($"{name.Name} {name.ShortName}"),
        }));
        db.AddRange(given.Aliases.DistinctBy(Vietnamese.Fold)
            .Select(alias => new AgencyAlias { AgencyId = id, Alias = alias, Folded = Vietnamese.Fold(alias) }));
        db.AddRange(given.Parents.Select((parent, i) => new AgencyParent
        {
            AgencyId = id,
            Number = i + 1,
            ParentId = ids[parent.Code],
            ValidFrom = parent.From,
            ValidTo = parent.To,
        }));
        db.AddRange(given.Posts.Select((post, i) => new AgencyPost
        {
            AgencyId = id,
            Number = i + 1,
            Title = post.Title,
            HolderId = post.Holder is null ? null : ids[post.Holder],
            HolderPost = post.HolderPost,
            Confirmed = post.Confirmed,
            Source = post.Source,
        }));
    }

    private async Task AddAgencyAsync(AgencyDefinition given, int id, CancellationToken ct)
    {
        var agency = new Agency
        {
            Id = id,
            Code = given.Code,
            Level = given.Level,
            Kind = given.Kind,
            PlaceId = await PlaceAsync(given, ct),
            ValidFrom = given.From,
            ValidTo = given.To,
            Confirmed = given.Confirmed,
            DaysConfirmed = given.DaysConfirmed,
            Source = given.Source,
        };

        if (known.TryGetValue(given.Code, out var before))
        {
            db.Entry(before).CurrentValues.SetValues(agency);
        }
        else
        {
            db.Add(agency);
        }
    }

    /// <summary>The place on the agency's own last day; null where the places loaded do not reach back so far.</summary>
    private async Task<int?> PlaceAsync(AgencyDefinition given, CancellationToken ct)
    {
        if (!places.TryGetValue(given.Place, out var id))
        {
            if (await db.PlaceByCodeAsync(given.Place, pack.ValidFrom, ct) is not { } place)
            {
                return null;
            }

            places[given.Place] = id = place.Id;
        }

        return id;
    }

    private void AddSuccessions(Dictionary<string, int> ids) => db.AddRange(pack.Successions.Select(succession => new AgencySuccession
    {
        FromId = ids[succession.From],
        ToId = ids[succession.To],
        Matter = succession.Matter,
        EffectiveOn = succession.On,
        DayConfirmed = succession.DayConfirmed,
        Confirmed = succession.Confirmed,
        Source = succession.Source,
    }));
}
