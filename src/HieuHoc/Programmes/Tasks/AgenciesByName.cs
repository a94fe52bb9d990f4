using HieuHoc.Agencies;
using HieuHoc.Places;
using HieuHoc.Platform;
using Microsoft.EntityFrameworkCore;

namespace HieuHoc.Programmes.Tasks;

/// <summary>The agencies of a province by what they are, or were, called: of one that ended, who took over from it.</summary>
public sealed class AgenciesByName
{
    private readonly AgencyBook book;
    private readonly AgencyHeirs heirs;
    private readonly IReadOnlyList<int> communes;

    internal AgenciesByName(AgencyBook book, AgencyHeirs heirs, IReadOnlyList<int> communes) => (this.book, this.heirs, this.communes) = (book, heirs, communes);

    /// <summary>All that exist today and could be meant by a name, a short name or another word.</summary>
    public IReadOnlyList<int> Meant(string name) => [.. book.Ever(name).SelectMany(agency => heirs.Of(agency.Id)).Distinct().Order()];

    /// <summary>Whom a heading names side by side, each as it is written there; the whole where no part of it is known.</summary>
    public IReadOnlyList<string> SideBySide(string heading)
    {
        var parts = AgencyBook.Parts(heading, IsKnown).Distinct().ToList();

        return IsKnown(heading) || !parts.Exists(IsKnown) ? [heading] : parts;
    }

    /// <summary>Those that a name means all of, as "UBND các xã, phường" does; none of a name of one agency.</summary>
    public IReadOnlyList<int> All(string name) => AgencyBook.IsEveryCommune(name) ? communes : [];

    /// <summary>What the agency of a code was called; the code where no pack has it any more.</summary>
    public string NameOf(string code) => book.Find(code)?.Name ?? code;

    /// <summary>All that stand today for the agency of a code: itself, or who took over from it.</summary>
    public IReadOnlyList<int> Standing(string code) => book.Find(code) is { } agency ? heirs.Of(agency.Id) : [];

    private bool IsKnown(string name) => book.Ever(name).Any() || All(name).Count > 0;
}

public static class AgenciesByNameQueries
{
    extension(HieuHocDb db)
    {
        /// <summary>The agencies of the programme's province, and of all under it, by name.</summary>
        public async Task<AgenciesByName> AgenciesByNameAsync(short owner, DateOnly day, CancellationToken ct)
        {
            var province = await db.OwnerPlaceAsync(owner, ct);

            return new AgenciesByName(await AgencyBook.OfAsync(db, province, ct), await db.AgencyHeirsAsync(day, ct), await db.CommitteesOfCommunesAsync(owner, day, ct));
        }

        /// <summary>The people's committees of all communes of the programme's province that exist on a day.</summary>
        public async Task<IReadOnlyList<int>> CommitteesOfCommunesAsync(short owner, DateOnly day, CancellationToken ct)
        {
            var under = db.AgenciesUnder(await db.OwnerPlaceAsync(owner, ct)).Select(agency => agency.Id);

            return await db.AgenciesOn(day).Where(agency => agency.Level == AgencyLevel.Commune && agency.Kind == AgencyKind.PeoplesCommittee && under.Contains(agency.Id))
                .Select(agency => agency.Id).ToListAsync(ct);
        }
    }
}
