using HieuHoc.Agencies;
using HieuHoc.Documents;
using HieuHoc.Places;
using HieuHoc.Platform;
using Microsoft.EntityFrameworkCore;

namespace HieuHoc.Programmes.Tasks;

/// <summary>The agencies of a province by what they are, or were, called: of one that ended, who took over from it.</summary>
public sealed class AgenciesByName
{
    private readonly ILookup<string, int> called;
    private readonly AgencyHeirs heirs;

    internal AgenciesByName(ILookup<string, int> called, AgencyHeirs heirs) => (this.called, this.heirs) = (called, heirs);

    /// <summary>All that exist today and could be meant by a name, a short name or another word; nothing is guessed from a part of one.</summary>
    public IReadOnlyList<int> Meant(string name) => [.. called[DocumentNumbers.IssuerKey(name)].SelectMany(heirs.Of).Distinct().Order()];
}

public static class AgenciesByNameQueries
{
    extension(HieuHocDb db)
    {
        /// <summary>The agencies of the programme's province, and of all under it, by name.</summary>
        public async Task<AgenciesByName> AgenciesByNameAsync(short owner, DateOnly day, CancellationToken ct)
        {
            var province = await db.Owners.Where(row => row.Id == owner).Select(row => row.PlaceId).SingleAsync(ct);
            var agencies = db.AgenciesUnder(province).Select(agency => agency.Id);
            var names = await db.AgencyNames.Where(name => agencies.Contains(name.AgencyId)).Select(name => new { name.AgencyId, name.Name, name.ShortName }).ToListAsync(ct);
            var aliases = await db.AgencyAliases.Where(alias => agencies.Contains(alias.AgencyId)).Select(alias => new { alias.AgencyId, alias.Alias }).ToListAsync(ct);
            var called = names.Select(name => (Called: name.Name, name.AgencyId))
                .Concat(names.Where(name => name.ShortName is not null).Select(name => (Called: name.ShortName!, name.AgencyId)))
                .Concat(aliases.Select(alias => (Called: alias.Alias, alias.AgencyId)));

            return new AgenciesByName(called.ToLookup(name => DocumentNumbers.IssuerKey(name.Called), name => name.AgencyId), await db.AgencyHeirsAsync(day, ct));
        }
    }
}
