using HieuHoc.Agencies;
using HieuHoc.Testing;

namespace HieuHoc.Tests.Agencies;

/// <summary>Small packs of agencies of Quảng Trị.</summary>
internal static class AgencyPacks
{
    public static AgenciesPack Of(params IReadOnlyList<AgencyDefinition> agencies) => new()
    {
        Id = "agencies",
        Version = "1",
        Title = Given.Words("Cơ quan"),
        LegalBasis = [],
        ValidFrom = Given.Reform,
        Confirmed = true,
        Notes = [],
        Matters = [new MatterDefinition("press", Given.Words("Báo chí"))],
        Agencies = agencies,
        Successions = [],
    };

    public static AgencyDefinition Agency(string code, string name = "Sở Nội vụ") => new()
    {
        Code = code,
        Level = AgencyLevel.Province,
        Kind = AgencyKind.Department,
        Place = "44",
        Confirmed = true,
        Source = "test",
        Names = [new NameDefinition(name)],
    };

    public static SuccessionDefinition Succession(string from, string to, string matter = AgencySuccession.Everything) =>
        new(from, to, matter, Given.Reform, true, true, "test");
}
