using HieuHoc.Access;
using HieuHoc.Agencies;
using HieuHoc.Places;
using HieuHoc.Testing;
using Microsoft.EntityFrameworkCore;

namespace HieuHoc.Web.Tests.Hosting;

/// <summary>The places, records and people that the walks over every address are about.</summary>
public abstract class RouteWalkTest : WalkTest
{
    private const string EndedCode = "29999";

    private int village;

    /// <summary>The commune that was merged into Hải Lăng.</summary>
    protected int Predecessor { get; private set; }

    /// <summary>Addresses that programs ask with a token, and browsers do not.</summary>
    protected static bool IsOfPrograms(string pattern) =>
        pattern.TrimStart('/') is var text
        && (text.StartsWith("api/", StringComparison.Ordinal) || text.StartsWith("openapi/", StringComparison.Ordinal));

    protected async Task<RouteWorld> WorldAsync()
    {
        var (inside, neighbour) = (await PlaceAsync(PlaceLevel.Commune), (await ReturnOfAsync(VinhDinh)).SubjectId);
        await using var db = Engine.Open();
        var round = await db.Set<HieuHoc.Returns.Round>().AsNoTracking().SingleAsync(round => round.Code == "2026", Ct);
        var ofVillages = await db.Set<HieuHoc.Returns.Round>().AsNoTracking().SingleAsync(round => round.Code != "2026", Ct);
        var far = (await db.PlaceByCodeAsync("01", Clock.Now.Day, Ct))!;
        var elsewhere = (await db.ChildrenAsync(far.Id, Clock.Now.Day, Ct))[0];
        Given.Owner(far.Id, id: 2);
        var other = Given.Round(formPackId: Given.FormOf(round), owner: 2);
        Predecessor = Given.Predecessor(inside);
        village = Given.Place("Lương Điền", under: inside);
        db.Add(new PlaceCode { PlaceId = Predecessor, ValidFrom = new DateOnly(2020, 1, 1), ValidTo = new DateOnly(2025, 6, 30), Code = EndedCode });
        await db.SaveChangesAsync(Ct);
        Dictionary<Target, int> places = new()
        {
            [Target.Inside] = inside, [Target.Neighbour] = neighbour, [Target.Elsewhere] = elsewhere.Id, [Target.Predecessor] = Predecessor,
        };

        return new RouteWorld(
            new Dictionary<Target, string>
            {
                [Target.Inside] = HaiLang, [Target.Neighbour] = VinhDinh, [Target.Elsewhere] = elsewhere.Code, [Target.Predecessor] = $"{EndedCode}@2025-06-30",
            },
            places.ToDictionary(pair => pair.Key, pair => Given.Place("Mỹ Chánh", under: pair.Value, PlaceLevel.Village)),
            new Dictionary<Target, Guid>
            {
                [Target.Inside] = (await ReturnOfAsync(HaiLang)).Id.Value,
                [Target.Neighbour] = (await ReturnOfAsync(VinhDinh)).Id.Value,
                [Target.Elsewhere] = Given.Return(other, elsewhere.Id).Value,
                [Target.Predecessor] = Given.Return(round, Predecessor).Value,
                [Target.OwnVillage] = Given.Return(ofVillages, village).Value,
            },
            Enum.GetValues<Target>().ToDictionary(target => target, target => (target is Target.Elsewhere ? other : round).Id.Value),
            places.ToDictionary(pair => pair.Key, pair => Given.Agency(pair.Value, "Ủy ban nhân dân xã", AgencyKind.PeoplesCommittee)),
            places.ToDictionary(
                pair => pair.Key,
                pair => Given.Person(
                    Role.VillageOfficer, pair.Value, pair.Key is Target.Elsewhere ? (short)2 : (short)1, RouteWorld.UserNameAt(pair.Key)).PersonId!.Value.Value));
    }

    /// <summary>A place of a level, from Hải Lăng up; for a village one in it.</summary>
    protected async Task<int> PlaceAsync(PlaceLevel level)
    {
        var inside = (await ReturnOfAsync(HaiLang)).SubjectId;
        await using var db = Engine.Open();

        return level switch
        {
            PlaceLevel.Province => await db.Set<Owner>().Where(owner => owner.Id == 1).Select(owner => owner.PlaceId).SingleAsync(Ct),
            PlaceLevel.Village => village,
            _ => inside,
        };
    }

    /// <summary>Somebody who holds one role for a place; returns the user name.</summary>
    protected async Task<string> PersonAsync(Role role, int place, PlaceLevel level)
    {
        var userName = $"nguoi.{role}.{level}.{place}".ToLowerInvariant();
        var person = Given.Person(role, place, userName: userName);

        if (RoleTable.Of(role).NeedsAgency)
        {
            var agency = Given.Agency(place);
            await using var db = Engine.Open();
            await db.RoleGrants.Where(grant => grant.PersonId == person.PersonId)
                .ExecuteUpdateAsync(set => set.SetProperty(grant => grant.AgencyId, agency), Ct);
        }

        return userName;
    }
}
