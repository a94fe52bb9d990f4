namespace HieuHoc.Access;

/// <summary>
/// Who writes a return does not approve it, and who wrote or approved it does not confirm it: standing in for a colleague
/// never gives one person both.
/// </summary>
public static class FourEyes
{
    /// <summary>True when one person in both roles could take two steps of one return that two persons must take.</summary>
    public static bool Forbid(RoleGrant one, RoleGrant other) => Meet(one, other) || Meet(other, one);

    private static bool Meet(RoleGrant sender, RoleGrant next)
    {
        var (sends, follows) = (RoleTable.Of(sender.Role), RoleTable.Of(next.Role));
        var approves = sends.May.Contains(Capability.FillReturns) && follows.May.Contains(Capability.LeadReturns) && SameSender(sender, next);
        // Whoever confirms does so for the whole province, where every sender is.
        var confirms = sends.IsSender && follows.May.Contains(Capability.CheckReturns) && SameProgramme(sender, next);
        // A village's place is not told from a commune's here: rather too few stand in than one for both sides.
        var takesIn = sends.May.Contains(Capability.FillVillageReturns) && follows.May.Contains(Capability.CheckVillageReturns);

        return approves || confirms || takesIn;
    }

    // An agency's role reaches its divisions, so that agencies of one place are not told apart here.
    private static bool SameSender(RoleGrant one, RoleGrant other) =>
        one.PlaceId == other.PlaceId && one.AgencyId is null == other.AgencyId is null && SameProgramme(one, other);

    private static bool SameProgramme(RoleGrant one, RoleGrant other) =>
        one.Programme is null || other.Programme is null || one.Programme == other.Programme;
}
