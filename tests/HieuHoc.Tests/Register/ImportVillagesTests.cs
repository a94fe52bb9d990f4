using HieuHoc.Access;
using HieuHoc.Platform;
using HieuHoc.Places;
using HieuHoc.Register;
using HieuHoc.Testing;
using Microsoft.EntityFrameworkCore;

namespace HieuHoc.Tests.Register;

public sealed class ImportVillagesTests : VillagesTest
{
    private Actor Agency => field ??= Given.Person(Role.StandingAgency, Province);

    [Fact]
    public async Task A_list_becomes_villages_of_its_communes()
    {
        var outcome = await TakeAsync(
            Line("Mai Đàn"), Line("Phú, Kinh") with { CommuneCode = "19702", Kind = "Tổ dân phố", From = Given.Reform, LegalBasis = "NQ 1" });

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
        await TakeAsync(Line("Mai Đàn"));

        Assert.Equal(0, (await TakeAsync(Line("Mai Đàn"))).Value);
        Assert.Equal(1, (await TakeAsync(Line("Mai Đàn"), Line("Câu Nhi"))).Value);
        Assert.Equal(2, await VillagesAsync());
    }

    [Fact]
    public async Task What_would_be_added_is_told_and_nothing_is_written()
    {
        await TakeAsync(Line("Mai Đàn"));
        var mistakes = new List<FileMistake>();

        var added = await ImportVillages.NewAsync(Numbered(Line("Mai Đàn"), Line("Câu Nhi")), mistakes, Agency, Ct);

        Assert.Equal(["C3"], added);
        Assert.Empty(mistakes);
        Assert.Equal(1, await VillagesAsync());
        Assert.Single(await Stored().AuditEntries.ToListAsync(Ct));
    }

    [Fact]
    public async Task Every_bad_line_is_told_and_nothing_is_entered()
    {
        Village("Đã Có");

        var outcome = await TakeAsync(
            Line("Mai Đàn"),
            Line("Không Xã") with { CommuneCode = "99999" },
            Line("Không Loại") with { Kind = "" },
            Line("Không Ngày") with { From = null },
            Line("Ngày Mai") with { From = new DateOnly(2099, 1, 1) },
            Line("mai dan"),
            Line("Đã Có"));

        var mistakes = Assert.IsType<VillageListFaulty>(outcome.Refusal).Mistakes;
        Assert.Equal(
            [
                ("C3", "pack.mistake.code"), ("C4", "pack.mistake.name-and-kind"), ("C5", "pack.mistake.day"), ("C6", "pack.mistake.day"),
                ("C7", "pack.mistake.twice"), ("C8", "pack.mistake.village-otherwise"),
            ],
            mistakes.Select(mistake => (mistake.Where, mistake.Key)));
        Assert.Equal(1, await VillagesAsync());
    }

    [Fact]
    public async Task A_commune_outside_does_not_exist_for_an_officer()
    {
        var outcome = await ImportVillages.TakeAsync(Numbered(Line("Phú Kinh") with { CommuneCode = "19702" }), "villages", Officer, Ct);

        Assert.Equal(new FileMistake("C2", "pack.mistake.code", "19702"), Assert.Single(Assert.IsType<VillageListFaulty>(outcome.Refusal).Mistakes));
    }

    [Fact]
    public async Task An_auditor_imports_nothing()
    {
        var outcome = await ImportVillages.TakeAsync([], "villages", Given.Person(Role.Auditor, Province), Ct);

        Assert.Equal(new VillagesNotYoursToKeep(), outcome.Refusal);
    }

    private Task<Outcome<int>> TakeAsync(params VillageLine[] lines) => ImportVillages.TakeAsync(Numbered(lines), "villages", Agency, Ct);

    private Task<int> VillagesAsync() => Stored().Places.CountAsync(place => place.Level == PlaceLevel.Village, Ct);
}
