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
    private readonly IReadOnlyDictionary<string, (int Id, string Name)> coded;
    private readonly AgencyHeirs heirs;

    internal AgenciesByName(ILookup<string, int> called, IReadOnlyDictionary<string, (int Id, string Name)> coded, AgencyHeirs heirs) =>
        (this.called, this.coded, this.heirs) = (called, coded, heirs);

    /// <summary>What the agency of a code was called; the code where no pack has it any more.</summary>
    public string NameOf(string code) => coded.TryGetValue(code, out var agency) ? agency.Name : code;

    /// <summary>All that stand today for the agency of a code: itself, or who took over from it.</summary>
    public IReadOnlyList<int> Standing(string code) => coded.TryGetValue(code, out var agency) ? heirs.Of(agency.Id) : [];

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
            var under = db.AgenciesUnder(await db.OwnerPlaceAsync(owner, ct));
            var agencies = under.Select(agency => agency.Id);
            var names = await (from agency in under
                               join name in db.AgencyNames on agency.Id equals name.AgencyId
                               orderby name.Number
                               select new { name.AgencyId, agency.Code, name.Name, name.ShortName }).ToListAsync(ct);
            var aliases = await db.AgencyAliases.Where(alias => agencies.Contains(alias.AgencyId)).Select(alias => new { alias.AgencyId, alias.Alias }).ToListAsync(ct);
            var called = names.Select(name => (Called: name.Name, name.AgencyId))
                .Concat(names.Where(name => name.ShortName is not null).Select(name => (Called: name.ShortName!, name.AgencyId)))
                .Concat(aliases.Select(alias => (Called: alias.Alias, alias.AgencyId)));

            var coded = names.GroupBy(name => name.Code).ToDictionary(of => of.Key, of => (of.Last().AgencyId, of.Last().Name));

            return new AgenciesByName(called.ToLookup(name => DocumentNumbers.IssuerKey(name.Called), name => name.AgencyId), coded, await db.AgencyHeirsAsync(day, ct));
        }
    }
}
