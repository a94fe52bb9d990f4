using HieuHoc.Agencies;
using HieuHoc.Places;
using HieuHoc.Platform;

namespace HieuHoc.Programmes.Tasks;

/// <summary>The agencies of a province by what they are, or were, called: of one that ended, who took over from it.</summary>
public sealed class AgenciesByName
{
    private readonly AgencyBook book;
    private readonly AgencyHeirs heirs;

    internal AgenciesByName(AgencyBook book, AgencyHeirs heirs) => (this.book, this.heirs) = (book, heirs);

    /// <summary>All that exist today and could be meant by a name, a short name or another word.</summary>
    public IReadOnlyList<int> Meant(string name) => [.. book.Ever(name).SelectMany(agency => heirs.Of(agency.Id)).Distinct().Order()];

    /// <summary>What the agency of a code was called; the code where no pack has it any more.</summary>
    public string NameOf(string code) => book.Find(code)?.Name ?? code;

    /// <summary>All that stand today for the agency of a code: itself, or who took over from it.</summary>
    public IReadOnlyList<int> Standing(string code) => book.Find(code) is { } agency ? heirs.Of(agency.Id) : [];
}

public static class AgenciesByNameQueries
{
    extension(HieuHocDb db)
    {
        /// <summary>The agencies of the programme's province, and of all under it, by name.</summary>
        public async Task<AgenciesByName> AgenciesByNameAsync(short owner, DateOnly day, CancellationToken ct) =>
            new(await AgencyBook.OfAsync(db, await db.OwnerPlaceAsync(owner, ct), ct), await db.AgencyHeirsAsync(day, ct));
    }
}
