using System.Globalization;
using System.Text.Json;
using HieuHoc.Agencies;
using HieuHoc.Platform;
using HieuHoc.Platform.Packs;
using HieuHoc.Testing;
using Microsoft.EntityFrameworkCore;

namespace HieuHoc.Tests.Agencies;

/// <summary>What packs of agencies make of those that the province listed itself.</summary>
public sealed class ListedAgenciesInPacksTests : DatabaseTest
{
    private readonly PackFolder folder = new();

    private int province;

    public override async ValueTask InitializeAsync()
    {
        await base.InitializeAsync();
        province = Given.Place("Quảng Trị", code: "Q44");
        Given.Owner(province);
    }

    public override ValueTask DisposeAsync()
    {
        folder.Dispose();

        return base.DisposeAsync();
    }

    [Fact]
    public async Task A_pack_leaves_alone_what_it_does_not_name_and_keeps_who_reaches_it()
    {
        var school = Listed("Trường A", AgencyKind.School);
        var office = Listed("Văn phòng", AgencyKind.Office, under: school);

        await LoadAsync("1", Agency("t.so", "Sở Nội vụ"));
        await LoadAsync("2", Agency("t.so", "Sở Nội vụ"));

        Assert.Equal("Q44:truong-a", (await AgencyAsync(school)).Code);
        Assert.Equal([school, office], await Stored().AgencyReaches.Where(reach => reach.AgencyId == office).OrderBy(reach => reach.AncestorId).Select(reach => reach.AncestorId).ToListAsync(Ct));
        Assert.Equal("Trường A", (await Stored().AgencyNames.SingleAsync(name => name.AgencyId == school, Ct)).Name);
        Assert.Empty(await ChangesAsync());
    }

    [Fact]
    public async Task What_a_later_pack_names_too_goes_on_under_its_number_and_is_told()
    {
        var school = Listed("Trường A", AgencyKind.School);
        var office = Listed("Văn phòng", AgencyKind.Office, under: school);

        await LoadAsync("1", Agency("t.truong-a", "trường  a") with { Kind = AgencyKind.Centre, Source = "QĐ" });
        await LoadAsync("2", Agency("t.truong-a", "Trường A mới"));

        Assert.Equal(("t.truong-a", "test"), ((await AgencyAsync(school)).Code, (await AgencyAsync(school)).Source));
        Assert.Equal("Trường A mới", (await Stored().AgencyNames.SingleAsync(name => name.AgencyId == school, Ct)).Name);
        Assert.Equal(school, (await Stored().AgencyParents.SingleAsync(parent => parent.AgencyId == office, Ct)).ParentId);
        Assert.Equal(2, await Stored().Agencies.CountAsync(agency => agency.PlaceId == province, Ct));
        var told = Assert.Single(await ChangesAsync());
        Assert.Equal((1, school.ToString(CultureInfo.InvariantCulture)), (told.Owner, told.Record));
        Assert.Equal("Q44:truong-a", JsonDocument.Parse(told.Detail).RootElement.GetProperty("was").GetString());
    }

    [Fact]
    public async Task A_short_name_and_another_word_are_names_too()
    {
        var (first, second) = (Listed("THCS A", AgencyKind.School), Listed("Nhà B", AgencyKind.Centre));

        await LoadAsync(
            "1",
            Agency("t.a", "Trường Trung học cơ sở A") with { Names = [new NameDefinition("Trường Trung học cơ sở A", "THCS A")] },
            Agency("t.b", "Nhà văn hóa B") with { Aliases = ["nhà b"] });

        Assert.Equal(["t.a", "t.b"], [(await AgencyAsync(first)).Code, (await AgencyAsync(second)).Code]);
    }

    [Fact]
    public async Task A_part_is_known_by_what_it_belongs_to_even_where_that_comes_with_the_same_pack()
    {
        var (a, b) = (Listed("Trường A", AgencyKind.School), Listed("Trường B", AgencyKind.School));
        var ofA = Listed("Văn phòng", AgencyKind.Office, under: a, number: "-1");
        var ofB = Listed("Văn phòng", AgencyKind.Office, under: b, number: "-2");

        await LoadAsync(
            "1", Agency("t.vp-b", "Văn phòng") with { Kind = AgencyKind.Office, Parents = [new("t.b")] }, Agency("t.b", "Trường B") with { Kind = AgencyKind.School });

        Assert.Equal("t.vp-b", (await AgencyAsync(ofB)).Code);
        Assert.Equal("Q44:van-phong-1", (await AgencyAsync(ofA)).Code);
    }

    [Fact]
    public async Task One_of_another_place_or_one_that_has_ended_is_another()
    {
        var school = Listed("Trường A", AgencyKind.School);
        Given.Place("Hải Lăng", under: province, code: "Q19681");

        await LoadAsync(
            "1",
            Agency("t.xa", "Trường A") with { Place = "Q19681" },
            Agency("t.cu", "Trường A") with { To = new DateOnly(2026, 1, 1) },
            Agency("t.xa-la", "Trường A") with { Place = "Q99999" });

        Assert.Equal("Q44:truong-a", (await AgencyAsync(school)).Code);
        Assert.Empty(await ChangesAsync());
    }

    private static AgencyDefinition Agency(string code, string name) => AgencyPacks.Agency(code, name) with { Place = "Q44" };

    private int Listed(string name, AgencyKind kind, int? under = null, string number = "") =>
        Given.Agency(province, name, kind, under, $"Q44:{Vietnamese.Fold(name).Replace(' ', '-')}{number}");

    private async Task LoadAsync(string version, params IReadOnlyList<AgencyDefinition> agencies)
    {
        var pack = AgencyPacks.Of(agencies) with { Version = version };
        folder.Write("agencies", pack.Id, pack.Version, pack);
        Assert.Null((await new LoadPacks(Stored(), new PackShelf(PackKinds.All()), Clock).RunAsync(folder.Path, examples: false, Ct)).Refusal);
    }

    private Task<Agency> AgencyAsync(int id) => Stored().Agencies.SingleAsync(agency => agency.Id == id, Ct);

    private async Task<IReadOnlyList<AuditEntry>> ChangesAsync() =>
        await Stored().AuditEntries.Where(entry => entry.Change == nameof(AgencyCameInPack)).ToListAsync(Ct);
}
