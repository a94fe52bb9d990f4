using HieuHoc.Agencies;
using HieuHoc.Platform;
using HieuHoc.Platform.Packs;
using HieuHoc.Testing;
using Microsoft.EntityFrameworkCore;

namespace HieuHoc.Tests.Agencies;

/// <summary>What a second pack of agencies, or a later version of one, makes of those that are known.</summary>
public sealed class LaterAgenciesPackTests : DatabaseTest
{
    private readonly PackFolder folder = new();

    public override ValueTask DisposeAsync()
    {
        folder.Dispose();

        return base.DisposeAsync();
    }

    [Fact]
    public async Task A_later_version_carries_known_agencies_on_under_their_numbers()
    {
        await LoadAsync(Pack("1", AgencyPacks.Agency("t.so", "Sở Cũ") with { Aliases = ["sở tên cũ"] }, AgencyPacks.Agency("t.phong") with { Parents = [new("t.so")] }));
        var before = await IdsAsync();

        await LoadAsync(Pack("2", AgencyPacks.Agency("t.so", "Sở Mới") with { Aliases = ["sở tên mới"], From = Given.Reform }, AgencyPacks.Agency("t.moi")));

        var after = await IdsAsync();
        Assert.Equal(before, after.Where(pair => pair.Key != "t.moi").ToDictionary());
        Assert.Equal(["Sở Mới"], await NamesAsync(after["t.so"]));
        Assert.Equal(["sở tên mới"], await Stored().AgencyAliases.Where(alias => alias.AgencyId == after["t.so"]).Select(alias => alias.Alias).ToListAsync(Ct));
        Assert.Equal(Given.Reform, (await Stored().Agencies.SingleAsync(agency => agency.Code == "t.so", Ct)).ValidFrom);
        // What the later version is silent about stays as it was.
        Assert.Equal(["Sở Nội vụ"], await NamesAsync(after["t.phong"]));
        Assert.True(await Stored().AgencyReaches.AnyAsync(reach => reach.AgencyId == after["t.phong"] && reach.AncestorId == after["t.so"], Ct));
    }

    [Fact]
    public async Task Loading_the_same_again_changes_nothing()
    {
        await LoadAsync(Pack("1", AgencyPacks.Agency("t.so")));
        var before = await EverythingAsync();

        var again = await LoadAsync();

        Assert.Empty(again.Value);
        Assert.Equal(before, await EverythingAsync());
    }

    [Fact]
    public async Task The_same_agencies_in_a_later_version_change_nothing_either()
    {
        await LoadAsync(Pack("1", AgencyPacks.Agency("t.so"), AgencyPacks.Agency("t.moi")) with { Successions = [AgencyPacks.Succession("t.so", "t.moi")] });
        var before = await EverythingAsync();

        await LoadAsync(Pack("2", AgencyPacks.Agency("t.so"), AgencyPacks.Agency("t.moi")) with { Successions = [AgencyPacks.Succession("t.so", "t.moi")] });

        Assert.Equal(before, await EverythingAsync());
    }

    [Fact]
    public async Task A_later_version_may_name_the_successors_of_an_agency_that_it_does_not_tell_anew()
    {
        await LoadAsync(Pack("1", AgencyPacks.Agency("t.so"), AgencyPacks.Agency("t.moi")) with { Successions = [AgencyPacks.Succession("t.so", "t.moi")] });

        await LoadAsync(Pack("2", AgencyPacks.Agency("t.moi")) with
        {
            Successions = [AgencyPacks.Succession("t.so", "t.moi") with { Source = "later" }, AgencyPacks.Succession("t.so", "t.moi", "press")],
        });

        Assert.Equal(
            [("everything", "later"), ("press", "test")],
            (await SuccessionsAsync()).Select(row => (row.Matter, row.Source)));
    }

    [Fact]
    public async Task A_matter_that_a_later_version_does_not_tell_stays_where_it_went()
    {
        await LoadAsync(Pack("1", AgencyPacks.Agency("t.so"), AgencyPacks.Agency("t.moi"), AgencyPacks.Agency("t.bao")) with
        {
            Successions = [AgencyPacks.Succession("t.so", "t.moi"), AgencyPacks.Succession("t.so", "t.bao", "press")],
        });

        await LoadAsync(Pack("2", AgencyPacks.Agency("t.khac")) with { Successions = [AgencyPacks.Succession("t.so", "t.khac")] });

        var ids = await IdsAsync();
        Assert.Equal([("everything", ids["t.khac"]), ("press", ids["t.bao"])], (await SuccessionsAsync()).Select(row => (row.Matter, row.ToId)));
    }

    [Fact]
    public async Task A_second_pack_stands_beside_the_first_and_may_lean_on_it()
    {
        await LoadAsync(Pack("1", AgencyPacks.Agency("t.so")));

        await LoadAsync(Pack("1", AgencyPacks.Agency("u.phong") with { Parents = [new("t.so")] }) with { Id = "others" });

        var ids = await IdsAsync();
        Assert.True(await Stored().AgencyReaches.AnyAsync(reach => reach.AgencyId == ids["u.phong"] && reach.AncestorId == ids["t.so"], Ct));
        Assert.Equal(["Sở Nội vụ"], await NamesAsync(ids["t.so"]));
    }

    [Fact]
    public async Task Of_two_versions_that_come_together_the_tenth_is_later_than_the_ninth()
    {
        Write(Pack("2026.10", AgencyPacks.Agency("t.so", "Mười")) with { ValidFrom = new DateOnly(2026, 10, 1) });
        Write(Pack("2026.9", AgencyPacks.Agency("t.so", "Chín")) with { ValidFrom = new DateOnly(2026, 9, 1) });

        Assert.Null((await LoadAsync()).Refusal);

        Assert.Equal(["Mười"], await NamesAsync((await IdsAsync())["t.so"]));
    }

    [Fact]
    public async Task An_older_version_that_comes_later_is_refused_and_takes_nothing_back()
    {
        await LoadAsync(Pack("2", AgencyPacks.Agency("t.so", "Sở Mới")));
        Write(Pack("1", AgencyPacks.Agency("t.so", "Sở Cũ")) with { ValidFrom = Given.Reform.AddDays(-1) });

        var outcome = await LoadAsync();

        Assert.Equal("pack.mistake.older", Assert.Single(Assert.IsType<PackFaulty>(outcome.Refusal).Mistakes).Key);
        Assert.Equal(["Sở Mới"], await NamesAsync((await IdsAsync())["t.so"]));
    }

    private static AgenciesPack Pack(string version, params IReadOnlyList<AgencyDefinition> agencies) =>
        AgencyPacks.Of(agencies) with { Version = version };

    private void Write(AgenciesPack pack) => folder.Write("agencies", pack.Id, pack.Version, pack);

    private async Task LoadAsync(AgenciesPack pack)
    {
        Write(pack);
        Assert.Null((await LoadAsync()).Refusal);
    }

    private async Task<Outcome<IReadOnlyList<PackFile>>> LoadAsync() =>
        await new LoadPacks(Stored(), new PackShelf(PackKinds.All()), Clock).RunAsync(folder.Path, examples: false, Ct);

    private async Task<Dictionary<string, int>> IdsAsync() => await Stored().Agencies
        .Where(agency => agency.Code.StartsWith("t.") || agency.Code.StartsWith("u."))
        .ToDictionaryAsync(agency => agency.Code, agency => agency.Id, Ct);

    private Task<List<string>> NamesAsync(int agency) =>
        Stored().AgencyNames.Where(name => name.AgencyId == agency).OrderBy(name => name.Number).Select(name => name.Name).ToListAsync(Ct);

    private async Task<List<AgencySuccession>> SuccessionsAsync()
    {
        var ids = (await IdsAsync()).Values;

        return [.. (await Stored().AgencySuccessions.Where(row => ids.Contains(row.FromId)).ToListAsync(Ct)).OrderBy(row => row.Matter, StringComparer.Ordinal)];
    }

    /// <summary>All that is stored of all agencies, in words.</summary>
    private async Task<IReadOnlyList<string>> EverythingAsync()
    {
        var db = Stored();
        var rows = new List<string>();
        rows.AddRange((await db.Agencies.AsNoTracking().ToListAsync(Ct)).Select(row => $"{row.Id} {row.Code} {row.PlaceId} {row.ValidFrom} {row.ValidTo} {row.Source}"));
        rows.AddRange((await db.AgencyNames.AsNoTracking().ToListAsync(Ct)).Select(row => $"{row.AgencyId} {row.Number} {row.Name}"));
        rows.AddRange((await db.AgencyParents.AsNoTracking().ToListAsync(Ct)).Select(row => $"{row.AgencyId} < {row.ParentId}"));
        rows.AddRange((await db.AgencySuccessions.AsNoTracking().ToListAsync(Ct)).Select(row => $"{row.FromId} > {row.ToId} {row.Matter} {row.EffectiveOn}"));
        rows.AddRange((await db.AgencyReaches.AsNoTracking().ToListAsync(Ct)).Select(row => $"{row.AgencyId} : {row.AncestorId}"));

        return [.. rows.Order(StringComparer.Ordinal)];
    }
}
