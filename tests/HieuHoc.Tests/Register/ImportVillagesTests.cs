using HieuHoc.Access;
using HieuHoc.Platform;
using HieuHoc.Places;
using HieuHoc.Register;
using HieuHoc.Testing;
using Microsoft.EntityFrameworkCore;

namespace HieuHoc.Tests.Register;

public sealed class ImportVillagesTests : VillagesTest
{
    private const string Head = "commune_code,kind,name,valid_from,legal_basis";

    private Actor Agency => field ??= Given.Person(Role.StandingAgency, Province);

    [Fact]
    public async Task A_list_becomes_villages_of_its_communes()
    {
        var outcome = await RunAsync("19681,thôn,Mai Đàn,2026-03-01,", "19702,Tổ dân phố,\"Phú, Kinh\",2025-07-01,NQ 1");

        Assert.Equal(2, outcome.Value);
        Assert.Equal(["Thôn Mai Đàn"], (await Stored().ChildrenAsync(HaiLang, Spring, Ct)).Select(place => place.FullName));
        var second = Assert.Single(await Stored().ChildrenAsync(VinhDinh, Given.Reform, Ct));
        Assert.Equal(("Tổ dân phố Phú, Kinh", "tổ dân phố"), (second.FullName, second.Kind));
        Assert.Equal([Province, VinhDinh, second.Id], await ReachersAsync(second.Id));
        var entry = await Stored().AuditEntries.SingleAsync(Ct);
        Assert.Equal((nameof(VillagesImported), "villages"), (entry.Change, entry.Record));
    }

    [Fact]
    public async Task The_same_list_again_adds_nothing_and_a_longer_one_the_rest()
    {
        await RunAsync("19681,thôn,Mai Đàn,2026-03-01,");

        Assert.Equal(0, (await RunAsync("19681,thôn,Mai Đàn,2026-03-01,")).Value);
        Assert.Equal(1, (await RunAsync("19681,thôn,Mai Đàn,2026-03-01,", "19681,thôn,Câu Nhi,2026-03-01,")).Value);
        Assert.Equal(2, await Stored().Places.CountAsync(place => place.Level == PlaceLevel.Village, Ct));
    }

    [Fact]
    public async Task A_dry_run_says_what_would_be_added_and_writes_nothing()
    {
        using var list = new StringReader($"{Head}\n19681,thôn,Mai Đàn,2026-03-01,");

        var outcome = await ImportVillages.RunAsync(list, "villages", dryRun: true, Agency, Ct);

        Assert.Equal(1, outcome.Value);
        Assert.Equal(0, await Stored().Places.CountAsync(place => place.Level == PlaceLevel.Village, Ct));
        Assert.Empty(await Stored().AuditEntries.ToListAsync(Ct));
    }

    [Fact]
    public async Task Every_bad_line_is_told_and_nothing_is_entered()
    {
        Village("Đã Có");

        var outcome = await RunAsync(
            "19681,thôn,Mai Đàn,2026-03-01,",
            "99999,thôn,Không Xã,2026-03-01,",
            "19681,,Không Loại,2026-03-01,",
            "19681,thôn,Không Ngày,tháng 3,",
            "19681,thôn,Ngày Mai,2099-01-01,",
            "19681,thôn,mai dan,2026-03-01,",
            "19681,thôn,Đã Có,2026-03-01,",
            "19681,thôn,Thiếu cột");

        var mistakes = Assert.IsType<VillageListFaulty>(outcome.Refusal).Mistakes;
        Assert.Equal(
            [
                ("villages:3", "pack.mistake.code"), ("villages:4", "pack.mistake.name-and-kind"), ("villages:5", "pack.mistake.day"),
                ("villages:6", "pack.mistake.day"), ("villages:7", "pack.mistake.twice"), ("villages:8", "pack.mistake.village-otherwise"),
                ("villages:9", "file.mistake.line"),
            ],
            mistakes.Select(mistake => (mistake.Where, mistake.Key)));
        Assert.Equal(1, await Stored().Places.CountAsync(place => place.Level == PlaceLevel.Village, Ct));
    }

    [Fact]
    public async Task A_commune_outside_does_not_exist_for_an_officer()
    {
        using var list = new StringReader($"{Head}\n19702,thôn,Phú Kinh,2026-03-01,");

        var outcome = await ImportVillages.RunAsync(list, "villages", dryRun: false, Officer, Ct);

        Assert.Equal(new FileMistake("villages:2", "pack.mistake.code", "19702"), Assert.Single(Assert.IsType<VillageListFaulty>(outcome.Refusal).Mistakes));
    }

    [Fact]
    public async Task Other_columns_than_expected_are_refused()
    {
        using var list = new StringReader("xã,thôn\n1,2");

        var outcome = await ImportVillages.RunAsync(list, "villages", dryRun: false, Agency, Ct);

        Assert.Equal("file.mistake.columns", Assert.Single(Assert.IsType<VillageListFaulty>(outcome.Refusal).Mistakes).Key);
    }

    [Fact]
    public async Task An_auditor_imports_nothing()
    {
        using var list = new StringReader(Head);

        var outcome = await ImportVillages.RunAsync(list, "villages", dryRun: false, Given.Person(Role.Auditor, Province), Ct);

        Assert.Equal(new VillagesNotYoursToKeep(), outcome.Refusal);
    }

    private async Task<Outcome<int>> RunAsync(params string[] lines)
    {
        using var list = new StringReader(string.Join('\n', [Head, .. lines]));

        return await ImportVillages.RunAsync(list, "villages", dryRun: false, Agency, Ct);
    }
}
