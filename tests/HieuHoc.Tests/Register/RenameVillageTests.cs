using HieuHoc.Access;
using HieuHoc.Platform;
using HieuHoc.Places;
using HieuHoc.Register;
using HieuHoc.Testing;
using Microsoft.EntityFrameworkCore;

namespace HieuHoc.Tests.Register;

public sealed class RenameVillageTests : VillagesTest
{
    private int village;

    public override async ValueTask InitializeAsync()
    {
        await base.InitializeAsync();
        village = Village("Mai Đàn");
    }

    [Fact]
    public async Task It_is_the_same_village_under_another_name_from_the_day_on()
    {
        Assert.Null(await RunAsync("tổ dân phố", "Mai Đàn", Spring));

        Assert.Equal("Thôn Mai Đàn", (await OnDayAsync(village, Spring.AddDays(-1)))?.FullName);
        Assert.Equal("Tổ dân phố Mai Đàn", (await OnDayAsync(village, Spring))?.FullName);
        Assert.Equal([Province, HaiLang, village], await ReachersAsync(village));
        Assert.Equal(nameof(VillageRenamed), (await Stored().AuditEntries.SingleAsync(Ct)).Change);
    }

    [Fact]
    public async Task The_same_again_changes_nothing()
    {
        await RunAsync("thôn", "Mai Đàn Mới", Spring);

        Assert.Null(await RunAsync("thôn", "Mai Đàn Mới", Spring));

        Assert.Equal(2, await Stored().PlaceNames.CountAsync(name => name.PlaceId == village, Ct));
    }

    [Fact]
    public async Task A_name_that_another_village_of_the_commune_has_is_taken()
    {
        Village("Câu Nhi");

        Assert.Equal(new VillageNameTaken("Thôn Câu Nhi"), await RunAsync("thôn", "Câu Nhi", Spring));
    }

    [Fact]
    public async Task Its_own_name_may_be_spelt_with_other_marks() => Assert.Null(await RunAsync("thôn", "Mai Đán", Spring));

    [Fact]
    public async Task The_day_lies_after_the_last_naming_and_not_in_the_future()
    {
        var today = Clock.Now.Day;
        var range = new VillageDayOutOfRange(Given.Reform.AddDays(1), today);

        Assert.Equal(range, await RunAsync("thôn", "Mới", Given.Reform));
        Assert.Equal(range, await RunAsync("thôn", "Mới", today.AddDays(1)));
        Assert.Null(await RunAsync("thôn", "Mới", today));
    }

    [Fact]
    public async Task A_village_that_ended_keeps_its_name()
    {
        await Stored().Places.Where(place => place.Id == village)
            .ExecuteUpdateAsync(set => set.SetProperty(place => place.ValidTo, Spring), Ct);

        Assert.Equal(new VillageHasEnded("Thôn Mai Đàn"), await RunAsync("thôn", "Mới", Spring.AddDays(1)));
    }

    [Fact]
    public async Task A_village_of_another_commune_does_not_exist_for_the_officer()
    {
        var other = Village("Phú Kinh", under: VinhDinh);

        Assert.Equal(new VillageNotFound(), await new RenameVillage(Db, Clock).RunAsync(other, "thôn", "Mới", Spring, null, Officer, Ct));
    }

    [Fact]
    public async Task A_leader_renames_nothing()
    {
        var leader = Given.Person(Role.CommuneLeader, HaiLang);

        Assert.Equal(new VillagesNotYoursToKeep(), await new RenameVillage(Db, Clock).RunAsync(village, "thôn", "Mới", Spring, null, leader, Ct));
    }

    [Fact]
    public async Task A_name_is_one_line() => Assert.Equal(new VillageNameIllFormed(), await RunAsync("thôn", "", Spring));

    private Task<Refusal?> RunAsync(string kind, string name, DateOnly from) =>
        new RenameVillage(Db, Clock).RunAsync(village, kind, name, from, Decision, Officer, Ct);
}
