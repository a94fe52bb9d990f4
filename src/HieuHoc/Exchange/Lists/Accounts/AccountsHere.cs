using HieuHoc.Access;
using HieuHoc.Agencies;
using HieuHoc.Places;
using HieuHoc.Platform;
using Microsoft.EntityFrameworkCore;

namespace HieuHoc.Exchange.Lists.Accounts;

/// <summary>A place that lines name.</summary>
internal sealed record PlaceNamed(int Id, PlaceLevel Level, string Name);

/// <summary>An agency that lines name, of the place that it works for.</summary>
internal sealed record AgencyNamed(int Id, AgencyKind Kind, string Name);

/// <summary>A role that an account of this user name holds; of an account without one the place is null.</summary>
internal sealed record HeldHere(string UserName, short Owner, Role? Role, int? Place, int? Agency, string? Programme);

/// <summary>What some lines of a list of accounts name, as far as the actor reaches.</summary>
internal sealed record NamedHere(
    IReadOnlyDictionary<string, PlaceNamed> Places,
    ILookup<(string Commune, string Folded), PlaceNamed> Villages,
    ILookup<(int Place, string Folded), AgencyNamed> Agencies,
    ILookup<string, HeldHere> Held);

/// <summary>Asks the database what lines of a list of accounts name, for all of them at once.</summary>
internal sealed class AccountsHere(HieuHocDb db, DateOnly day, Actor actor, IReadOnlyList<string> programmes)
{
    /// <summary>The codes of the programmes that packs describe.</summary>
    public IReadOnlyList<string> Programmes => programmes;

    public async Task<NamedHere> OfAsync(IReadOnlyList<ListRow> rows, CancellationToken ct)
    {
        var codes = rows.Select(row => row.Text(AccountList.Place)).Distinct().ToList();
        var users = rows.Select(row => UserNames.Normal(row.Text(AccountList.User))).ToList();
        var places = await PlacesAsync(codes, ct);

        return new NamedHere(places, await VillagesAsync(codes, ct), await AgenciesAsync([.. places.Values.Select(place => place.Id).Distinct()], ct), await HeldAsync(users, ct));
    }

    private async Task<Dictionary<string, PlaceNamed>> PlacesAsync(List<string> codes, CancellationToken ct)
    {
        var (reaches, reach) = (db.PlaceReaches, actor.PlaceId);
        var found = await (
            from code in db.PlaceCodes.HoldingOn(day)
            where EF.Parameter(codes).Contains(code.Code) && reaches.Any(row => row.PlaceId == code.PlaceId && row.AncestorId == reach)
            join place in db.Places on code.PlaceId equals place.Id
            join name in db.PlaceNames.HoldingOn(day) on place.Id equals name.PlaceId
            select new { code.Code, place.Id, place.Level, name.FullName }).ToListAsync(ct);

        return found.ToDictionary(place => place.Code, place => new PlaceNamed(place.Id, place.Level, place.FullName));
    }

    /// <summary>The villages of the communes that the lines name, with and without their kind.</summary>
    private async Task<ILookup<(string Commune, string Folded), PlaceNamed>> VillagesAsync(List<string> codes, CancellationToken ct)
    {
        var (reaches, reach) = (db.PlaceReaches, actor.PlaceId);
        var found = await (
            from code in db.PlaceCodes.HoldingOn(day)
            where EF.Parameter(codes).Contains(code.Code)
            join parent in db.PlaceParents.HoldingOn(day) on code.PlaceId equals parent.ParentId
            where reaches.Any(row => row.PlaceId == parent.PlaceId && row.AncestorId == reach)
            join place in db.Places.Where(place => place.Level == PlaceLevel.Village) on parent.PlaceId equals place.Id
            join name in db.PlaceNames.HoldingOn(day) on parent.PlaceId equals name.PlaceId
            select new { code.Code, place.Id, place.Level, name.Name, name.FullName }).ToListAsync(ct);

        return found
            .SelectMany(village => new[] { village.Name, village.FullName }, (village, name) => (Key: (village.Code, SearchKey.Of(name)), Place: new PlaceNamed(village.Id, village.Level, village.FullName)))
            .Distinct()
            .ToLookup(village => village.Key, village => village.Place);
    }

    /// <summary>The agencies of the places that the lines name, by code, name and short name.</summary>
    private async Task<ILookup<(int Place, string Folded), AgencyNamed>> AgenciesAsync(List<int> places, CancellationToken ct)
    {
        var working = db.AgenciesOn(day).Where(agency => agency.PlaceId != null && EF.Parameter(places).Contains(agency.PlaceId.Value));

        return (await db.WithNamesOn(working, day).ToListAsync(ct))
            .SelectMany(agency => new[] { agency.Code, agency.Name, agency.ShortName }.OfType<string>(), (agency, name) => (Key: (agency.PlaceId!.Value, SearchKey.Of(name)), Agency: new AgencyNamed(agency.Id, agency.Kind, agency.Name)))
            .Distinct()
            .ToLookup(agency => agency.Key, agency => agency.Agency);
    }

    private async Task<ILookup<string, HeldHere>> HeldAsync(List<string> users, CancellationToken ct)
    {
        var people = db.People;
        var held = await (
            from person in people.Where(person => EF.Parameter(users).Contains(person.UserName))
            join grant in db.RoleGrantsOn(day) on new { person.Owner, PersonId = person.Id } equals new { grant.Owner, grant.PersonId } into grants
            from grant in grants.DefaultIfEmpty()
            select new
            {
                person.UserName,
                person.Owner,
                Role = grant == null ? (Role?)null : grant.Role,
                Place = grant == null ? (int?)null : grant.PlaceId,
                Agency = grant == null ? null : grant.AgencyId,
                Programme = grant == null ? null : grant.Programme,
            }).ToListAsync(ct);

        return held.ToLookup(row => row.UserName, row => new HeldHere(row.UserName, row.Owner, row.Role, row.Place, row.Agency, row.Programme));
    }
}
