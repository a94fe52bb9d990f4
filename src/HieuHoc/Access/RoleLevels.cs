using HieuHoc.Places;

namespace HieuHoc.Access;

/// <summary>At which level of the hierarchy a role answers.</summary>
public static class RoleLevels
{
    /// <summary>The level of the places that a role can be given for.</summary>
    public static PlaceLevel Of(Role role) => role switch
    {
        Role.CommuneOfficer => PlaceLevel.Commune,
        Role.CommuneLeader => PlaceLevel.Commune,
        Role.StandingAgency => PlaceLevel.Province,
        Role.Administrator => PlaceLevel.Province,
        Role.VillageOfficer => PlaceLevel.Village,
    };
}
