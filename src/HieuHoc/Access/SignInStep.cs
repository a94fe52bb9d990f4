namespace HieuHoc.Access;

/// <summary>What a session still asks for before its person may work; until then every other page is closed.</summary>
public enum SignInStep
{
    None,

    /// <summary>A code of the authenticator, or a recovery code.</summary>
    SecondFactor,

    /// <summary>A password of one's own in place of the one that was printed.</summary>
    NewPassword,

    /// <summary>A second factor, which the role needs and the person has not.</summary>
    FactorSetUp,
}

/// <summary>Who needs two factors: everyone from the commune up; a village officer has an enrolled device instead.</summary>
public static class SecondFactorRule
{
    public static bool IsNeededBy(Role role) => RoleTable.Of(role).NeedsSecondFactor;
}
