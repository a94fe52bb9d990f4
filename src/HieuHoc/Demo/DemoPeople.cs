using HieuHoc.Access;

namespace HieuHoc.Demo;

/// <summary>An account of the demonstration: named by post, never after a person.</summary>
/// <param name="PlaceCode">The place that it answers for.</param>
/// <param name="NameKey">The key of the name shown.</param>
public sealed record DemoPerson(string UserName, string Password, Role Role, string PlaceCode, string NameKey);

/// <summary>One sign-in per role, shown on the sign-in page of a demonstration and nowhere else.</summary>
public static class DemoPeople
{
    /// <summary>Xã Hải Lăng: the commune whose officer and leader can be tried.</summary>
    public const string CommuneCode = "19702";

    /// <summary>Quảng Trị.</summary>
    public const string ProvinceCode = "44";

    public static IReadOnlyList<DemoPerson> All { get; } =
    [
        new("canbo.hailang", "hoc-hoc-nua-hoc-mai", Role.CommuneOfficer, CommuneCode, "demo.person.officer"),
        new("lanhdao.hailang", "hoc-hoc-nua-hoc-mai", Role.CommuneLeader, CommuneCode, "demo.person.leader"),
        new("thuongtruc", "hoc-hoc-nua-hoc-mai", Role.StandingAgency, ProvinceCode, "demo.person.agency"),
        new("quantri", "hoc-hoc-nua-hoc-mai", Role.Administrator, ProvinceCode, "demo.person.administrator"),
    ];

    /// <summary>What the sign-in page offers.</summary>
    public static DemoSignIns SignIns { get; } = new([.. All.Select(person => new DemoSignIn(person.UserName, person.Password, person.Role))]);
}
