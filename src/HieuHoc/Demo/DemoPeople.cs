using HieuHoc.Access;

namespace HieuHoc.Demo;

/// <summary>An account of the demonstration: named by post, never after a person.</summary>
/// <param name="PlaceCode">The place that it answers for.</param>
/// <param name="NameKey">The key of the name shown.</param>
public sealed record DemoPerson(string UserName, string Password, Role Role, string PlaceCode, string NameKey)
{
    /// <summary>The agency that it works in; null when it answers for the place.</summary>
    public string? AgencyCode { get; init; }
}

/// <summary>One sign-in per role but the village's, whose head has a telephone that is enrolled at the commune; shown on the sign-in page of a demonstration and nowhere else.</summary>
public static class DemoPeople
{
    /// <summary>Xã Hải Lăng: the commune whose officer and leader can be tried.</summary>
    public const string CommuneCode = "19702";

    /// <summary>Sở Nội vụ: the agency whose officer, leader and clerk can be tried.</summary>
    public const string HomeAffairs = "quang-tri.so-noi-vu";

    /// <summary>Hội Khuyến học tỉnh.</summary>
    public const string Association = "quang-tri.hoi-khuyen-hoc";

    /// <summary>Quảng Trị.</summary>
    public const string ProvinceCode = "44";

    public static IReadOnlyList<DemoPerson> All { get; } =
    [
        new("canbo.hailang", "hoc-hoc-nua-hoc-mai", Role.CommuneOfficer, CommuneCode, "demo.person.officer"),
        new("lanhdao.hailang", "hoc-hoc-nua-hoc-mai", Role.CommuneLeader, CommuneCode, "demo.person.leader"),
        new("thuongtruc", "hoc-hoc-nua-hoc-mai", Role.StandingAgency, ProvinceCode, "demo.person.agency"),
        new("canbo.noivu", "hoc-hoc-nua-hoc-mai", Role.AgencyOfficer, ProvinceCode, "demo.person.agencyOfficer") { AgencyCode = HomeAffairs },
        new("lanhdao.noivu", "hoc-hoc-nua-hoc-mai", Role.AgencyLeader, ProvinceCode, "demo.person.agencyLeader") { AgencyCode = HomeAffairs },
        new("vanthu.noivu", "hoc-hoc-nua-hoc-mai", Role.Clerk, ProvinceCode, "demo.person.clerk") { AgencyCode = HomeAffairs },
        new("hoikhuyenhoc", "hoc-hoc-nua-hoc-mai", Role.AssociationOfficer, ProvinceCode, "demo.person.association")
        {
            AgencyCode = Association,
        },
        new("lanhdao.tinh", "hoc-hoc-nua-hoc-mai", Role.Leader, ProvinceCode, "demo.person.provinceLeader"),
        new("kiemtra", "hoc-hoc-nua-hoc-mai", Role.Auditor, ProvinceCode, "demo.person.auditor"),
        new("quantri", "hoc-hoc-nua-hoc-mai", Role.Administrator, ProvinceCode, "demo.person.administrator"),
    ];

    /// <summary>The head of a village of that commune, who has no password: a visitor enrols a telephone as the commune does, and chooses a PIN.</summary>
    public const string HeadUserName = "thon.phuochung";

    /// <summary>Quảng Ngãi.</summary>
    public const string SecondProvinceCode = "51";

    /// <summary>The sign-ins of the second programme, which has a split commune and no round.</summary>
    public static IReadOnlyList<DemoPerson> Second { get; } =
    [
        new("thuongtruc.quangngai", "hoc-hoc-nua-hoc-mai", Role.StandingAgency, SecondProvinceCode, "demo.person.secondAgency"),
        new("lanhdao.quangngai", "hoc-hoc-nua-hoc-mai", Role.Leader, SecondProvinceCode, "demo.person.secondLeader"),
    ];

    /// <summary>Who can sign in; printed at the start.</summary>
    public static IReadOnlyList<DemoPerson> Everyone { get; } = [.. All, .. Second];

    /// <summary>What the sign-in page offers.</summary>
    public static DemoSignIns SignIns { get; } = new([.. Everyone.Select(person => new DemoSignIn(person.UserName, person.Password, person.Role))]);
}
