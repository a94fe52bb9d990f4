using HieuHoc.Access;
using HieuHoc.Places;
using HieuHoc.Platform;
using HieuHoc.Register;
using HieuHoc.Testing;
using Microsoft.EntityFrameworkCore;

namespace HieuHoc.Tests.Register;

public sealed class EnterVillageTests : VillagesTest
{
    private NewVillage Asked => new(HaiLang, " Thôn ", "  Mai   Đàn ", Spring, null);

    [Fact]
    public async Task A_village_belongs_to_its_commune_from_its_first_day_on()
    {
        var id = (await EnterVillage.RunAsync(Asked, Officer, Ct)).Value;

        var village = await OnDayAsync(id, Spring);
        Assert.Equal(
            new PlaceOnDay(id, PlaceLevel.Village, "", "Mai Đàn", "Thôn Mai Đàn", "thôn", HaiLang), village);
        Assert.Null(await OnDayAsync(id, Spring.AddDays(-1)));
        Assert.Equal([Province, HaiLang, id], await ReachersAsync(id));
    }

    [Fact]
    public async Task It_can_be_found_by_its_name_without_tone_marks()
    {
        var id = (await EnterVillage.RunAsync(Asked, Officer, Ct)).Value;

        var found = await Stored().SearchPlacesAsync("mai dan", Clock.Now.Day, 5, Ct);

        Assert.Equal(id, Assert.Single(found).Place.Id);
    }

    [Fact]
    public async Task The_same_again_changes_nothing()
    {
        var id = (await EnterVillage.RunAsync(Asked, Officer, Ct)).Value;

        var again = await EnterVillage.RunAsync(Asked with { Kind = "thôn" }, Officer, Ct);

        Assert.Equal(id, again.Value);
        Assert.Equal(1, await Stored().Places.CountAsync(place => place.Level == PlaceLevel.Village, Ct));
    }

    [Theory]
    [InlineData("thôn", "Mai Dàn")]
    [InlineData("THÔN", "mai đàn")]
    public async Task A_name_that_reads_alike_is_taken(string kind, string name)
    {
        await EnterVillage.RunAsync(Asked, Officer, Ct);

        var outcome = await EnterVillage.RunAsync(Asked with { Kind = kind, Name = name, From = Spring.AddDays(1) }, Officer, Ct);

        Assert.IsType<VillageNameTaken>(outcome.Refusal);
    }

    [Fact]
    public async Task Another_kind_or_another_commune_may_have_the_name()
    {
        await EnterVillage.RunAsync(Asked, Officer, Ct);

        Assert.Null((await EnterVillage.RunAsync(Asked with { Kind = "tổ dân phố" }, Officer, Ct)).Refusal);
        Assert.Null((await EnterVillage.RunAsync(Asked with { CommuneId = VinhDinh }, Given.Person(Role.CommuneOfficer, VinhDinh), Ct)).Refusal);
    }

    [Theory]
    [InlineData("", "Mai Đàn")]
    [InlineData("thôn", "  ")]
    [InlineData("thôn", "Mai\nĐàn")]
    public async Task Kind_and_name_are_each_one_line(string kind, string name)
    {
        var outcome = await EnterVillage.RunAsync(Asked with { Kind = kind, Name = name }, Officer, Ct);

        Assert.Equal(new VillageNameIllFormed(), outcome.Refusal);
    }

    [Fact]
    public async Task It_begins_neither_tomorrow_nor_before_its_commune()
    {
        var today = Clock.Now.Day;
        var range = new VillageDayOutOfRange(Given.Reform, today);

        Assert.Equal(range, (await EnterVillage.RunAsync(Asked with { From = today.AddDays(1) }, Officer, Ct)).Refusal);
        Assert.Equal(range, (await EnterVillage.RunAsync(Asked with { From = Given.Reform.AddDays(-1) }, Officer, Ct)).Refusal);
        Assert.Null((await EnterVillage.RunAsync(Asked with { From = today }, Officer, Ct)).Refusal);
        Assert.Null((await EnterVillage.RunAsync(Asked with { Name = "Câu Nhi", From = Given.Reform }, Officer, Ct)).Refusal);
    }

    [Fact]
    public async Task A_neighbours_commune_does_not_exist_for_the_officer()
    {
        var outcome = await EnterVillage.RunAsync(Asked with { CommuneId = VinhDinh }, Officer, Ct);

        Assert.Equal(new VillageCommuneNotFound(), outcome.Refusal);
    }

    [Fact]
    public async Task The_standing_agency_enters_villages_of_every_commune()
    {
        var outcome = await EnterVillage.RunAsync(Asked with { CommuneId = VinhDinh }, Given.Person(Role.StandingAgency, Province), Ct);

        Assert.Null(outcome.Refusal);
    }

    [Theory]
    [InlineData(Role.CommuneLeader)]
    [InlineData(Role.Auditor)]
    [InlineData(Role.Administrator)]
    public async Task Nobody_else_enters_villages(Role role)
    {
        var outcome = await EnterVillage.RunAsync(Asked, Given.Person(role, HaiLang), Ct);

        Assert.Equal(new VillagesNotYoursToKeep(), outcome.Refusal);
        Assert.Equal(0, await Stored().Places.CountAsync(place => place.Level == PlaceLevel.Village, Ct));
    }

    [Fact]
    public async Task The_audit_says_who_entered_which()
    {
        var id = (await EnterVillage.RunAsync(Asked, Officer, Ct)).Value;

        var entry = await Stored().AuditEntries.SingleAsync(Ct);

        Assert.Equal((nameof(VillageEntered), $"{id}", Officer.PersonId?.Value), (entry.Change, entry.Record, entry.PersonId));
    }
}
