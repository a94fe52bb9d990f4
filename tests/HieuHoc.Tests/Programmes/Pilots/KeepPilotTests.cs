using HieuHoc.Access;
using HieuHoc.Places;
using HieuHoc.Platform;
using HieuHoc.Programmes.Pilots;
using Microsoft.EntityFrameworkCore;

namespace HieuHoc.Tests.Programmes.Pilots;

public sealed class KeepPilotTests : PilotsTest
{
    [Fact]
    public async Task A_pilot_is_set_up_with_its_lead_and_places()
    {
        var id = await SetUpAsync(Stated with { DocumentNumber = "512/QĐ-UBND", DocumentDay = new DateOnly(2026, 2, 1) });

        var read = await ReadAsync(id);
        Assert.Equal((PilotState.Preparing, "Sở Văn hóa, Thể thao và Du lịch", true, true), (read.Pilot.State, read.Lead, read.IsKept, read.MayDecide));
        Assert.Equal(["Xã Hải Lăng", "Xã Vĩnh Định"], read.Areas.Select(area => area.Place.FullName));
        Assert.Equal(("512/QĐ-UBND", Stated.FirstDay, 1), (read.Pilot.DocumentNumber, read.NextDay, await ToldAsync<PilotSetUp>(id)));
    }

    [Fact]
    public async Task The_same_request_again_changes_nothing()
    {
        var id = NewId();

        Assert.Null((await Keep.RunAsync(id, 0, Stated, Standing, Ct)).Refusal);
        Assert.Null((await Keep.RunAsync(id, 0, Stated with { Name = $" {Stated.Name}" }, Standing, Ct)).Refusal);

        Assert.Equal((1, 1, 0), (await RevisionAsync(id), await ToldAsync<PilotSetUp>(id), await ToldAsync<PilotChanged>(id)));
    }

    [Fact]
    public async Task Another_pilot_under_its_id_is_refused()
    {
        var id = await SetUpAsync();

        Assert.IsType<PilotDiffers>((await Keep.RunAsync(id, 0, Stated with { Name = "Khác" }, Standing, Ct)).Refusal);
    }

    [Fact]
    public async Task What_is_prepared_is_changed_and_the_audit_names_fields_and_no_values()
    {
        var id = await SetUpAsync();

        Assert.Null((await Keep.RunAsync(id, 1, Stated with { Name = "Khác", Areas = "Xã Hải Lăng", Lead = "Sở Y tế" }, Standing, Ct)).Refusal);

        var read = await ReadAsync(id);
        Assert.Equal(("Khác", "Sở Y tế", 2), (read.Pilot.Name, read.Lead, read.Pilot.Revision));
        Assert.Equal(["Xã Hải Lăng"], read.Areas.Select(area => area.Place.FullName));
        var detail = (await Stored().AuditEntries.SingleAsync(entry => entry.Change == nameof(PilotChanged), Ct)).Detail.Replace(" ", "", StringComparison.Ordinal);
        Assert.Contains("\"Name\",\"Lead\",\"Areas\"", detail, StringComparison.Ordinal);
        Assert.DoesNotContain("Khác", detail, StringComparison.Ordinal);
    }

    [Fact]
    public async Task Nobody_overwrites_what_they_have_not_seen()
    {
        var id = await SetUpAsync();
        await Keep.RunAsync(id, 1, Stated with { Name = "A" }, Standing, Ct);

        Assert.IsType<PilotChangedMeanwhile>((await Keep.RunAsync(id, 1, Stated with { Name = "B" }, Standing, Ct)).Refusal);

        Assert.Equal("A", (await StoredAsync(id)).Name);
    }

    [Fact]
    public async Task What_cannot_be_is_refused_and_nothing_is_kept()
    {
        Assert.IsType<PilotUnnamed>((await Keep.RunAsync(NewId(), 0, Stated with { Name = " " }, Standing, Ct)).Refusal);
        Assert.Equal(new PilotLeadUnknown("Sở Nào Đó"), (await Keep.RunAsync(NewId(), 0, Stated with { Lead = "Sở Nào Đó" }, Standing, Ct)).Refusal);
        Assert.Equal(new PilotAreaUnknown("Xã Không Có"), (await Keep.RunAsync(NewId(), 0, Stated with { Areas = "Xã Hải Lăng\nXã Không Có" }, Standing, Ct)).Refusal);
        // The province itself is no part of it.
        Assert.IsType<PilotAreaUnknown>((await Keep.RunAsync(NewId(), 0, Stated with { Areas = "Tỉnh Quảng Trị" }, Standing, Ct)).Refusal);

        Assert.Equal((0, 0), (await Stored().Pilots.CountAsync(Ct), await Stored().PilotAreas.CountAsync(Ct)));
    }

    [Fact]
    public async Task An_agency_that_several_took_over_is_named_anew()
    {
        var (one, two) = (Given.Agency(Province, "Sở Một"), Given.Agency(Province, "Sở Hai"));
        Given.EndedAgency(Province, "Sở Cũ", one, two);

        Assert.Equal(new PilotLeadAmbiguous("Sở Cũ", "Sở Hai; Sở Một"), (await Keep.RunAsync(NewId(), 0, Stated with { Lead = "Sở Cũ" }, Standing, Ct)).Refusal);
    }

    [Fact]
    public async Task A_place_of_then_is_named_by_its_name_or_code_and_its_successor_stands_beside_it()
    {
        Given.Predecessor(Commune, "Hải Thọ");

        var read = await ReadAsync(await SetUpAsync(Stated with { Areas = "Xã Hải Thọ" }));

        var area = Assert.Single(read.Areas);
        Assert.Equal(("Xã Hải Thọ", "Xã Hải Lăng"), (area.Place.FullName, area.Now.Single().FullName));
    }

    [Fact]
    public async Task Of_two_of_one_name_the_one_of_today_is_meant_and_of_two_of_today_the_one_that_is_told_apart()
    {
        Given.Predecessor(Commune, "Hải Lăng");
        var (mine, theirs) = (Given.Place("Một", under: Commune), Given.Place("Một", under: Second));
        var called = (await Stored().PlaceNames.SingleAsync(name => name.PlaceId == mine, Ct)).FullName;

        Assert.Equal(Commune, Assert.Single((await ReadAsync(await SetUpAsync(Stated with { Areas = "Xã Hải Lăng" }))).Areas).Place.Id);
        var refused = Assert.IsType<PilotAreaAmbiguous>((await Keep.RunAsync(NewId(), 0, Stated with { Areas = called }, Standing, Ct)).Refusal);
        Assert.Contains($"{called}, Xã Vĩnh Định", refused.Codes, StringComparison.Ordinal);
        Assert.Equal(theirs, Assert.Single((await ReadAsync(await SetUpAsync(Stated with { Areas = $"{called}, Xã Vĩnh Định" }))).Areas).Place.Id);
    }

    [Fact]
    public async Task Places_are_read_back_as_they_are_written()
    {
        IReadOnlyList<int> ids = [Given.Split([Commune, Second]), Given.Place("Một", under: Commune), Commune];

        var typed = await PilotPlaces.TypedAsync(Db, ids, Today, Ct);

        Assert.Contains("99998@2025-06-30", typed);
        var read = await ReadAsync(await SetUpAsync(Stated with { Areas = string.Join('\n', typed) }));
        Assert.Equal(ids.Order(), read.Areas.Select(area => area.Place.Id).Order());
    }

    [Fact]
    public async Task Places_with_a_baseline_stay_until_the_measures_are_taken_away()
    {
        var id = await SetUpAsync();
        var measure = await MeasuredAsync(id);
        var revision = await RevisionAsync(id);

        Assert.IsType<PilotAreasMeasured>((await Keep.RunAsync(id, revision, Stated with { Areas = "Xã Hải Lăng" }, Standing, Ct)).Refusal);
        Assert.Null((await Keep.RunAsync(id, revision, Stated with { Name = "Khác" }, Standing, Ct)).Refusal);
        Assert.Null((await Measure.RemoveAsync(id, measure, Standing, Ct)).Refusal);
        Assert.Null((await Keep.RunAsync(id, revision + 2, Stated with { Areas = "Xã Hải Lăng" }, Standing, Ct)).Refusal);
    }

    [Fact]
    public async Task What_has_begun_stays_as_it_began()
    {
        var (id, _) = await RunningAsync();

        Assert.Equal(new PilotStandsOtherwise(PilotState.Running), (await Keep.RunAsync(id, await RevisionAsync(id), Stated with { Name = "Khác" }, Standing, Ct)).Refusal);
    }

    [Theory]
    [InlineData(Role.CommuneOfficer)]
    [InlineData(Role.AgencyOfficer)]
    [InlineData(Role.Leader)]
    [InlineData(Role.Auditor)]
    [InlineData(Role.Clerk)]
    [InlineData(Role.Administrator)]
    public async Task Who_does_not_run_the_programme_sets_none_up(Role role) =>
        Assert.IsType<PilotsNotYoursToSetUp>((await Keep.RunAsync(NewId(), 0, Stated, Given.Person(role, role is Role.CommuneOfficer ? Commune : Province), Ct)).Refusal);

    [Fact]
    public async Task Who_leads_it_changes_it_another_does_not_and_who_does_not_see_it_finds_none()
    {
        var id = await SetUpAsync();

        Assert.Null((await Keep.RunAsync(id, 1, Stated with { Name = "A" }, Leading, Ct)).Refusal);
        Assert.IsType<PilotNotYoursToChange>((await Keep.RunAsync(id, 2, Stated, Officer, Ct)).Refusal);
        Assert.IsType<PilotNotFound>((await Keep.RunAsync(id, 2, Stated, Other, Ct)).Refusal);
        Assert.IsType<PilotNotFound>((await Keep.RunAsync(id, 2, Stated, Neighbour, Ct)).Refusal);
    }

    [Fact]
    public async Task The_province_sees_all_a_commune_those_in_its_part_then_too_and_a_department_those_that_it_leads()
    {
        Given.Predecessor(Commune, "Hải Thọ");
        var (here, then) = (await SetUpAsync(), await SetUpAsync(Stated with { Areas = "Xã Hải Thọ", Lead = "Sở Y tế" }));

        Assert.Equal([here, then], await SeenAsync(Standing));
        Assert.Equal([here, then], await SeenAsync(Given.Person(Role.Leader, Province)));
        Assert.Equal([here, then], await SeenAsync(Officer));
        Assert.Equal([here], await SeenAsync(Officer with { PlaceId = Second }));
        Assert.Equal([here], await SeenAsync(Leading));
        Assert.Equal([then], await SeenAsync(Other));
        Assert.Empty(await SeenAsync(Neighbour));
        Assert.Empty(await SeenAsync(Given.Person(Role.VillageOfficer, Commune)));
        Assert.Empty(await SeenAsync(Standing with { Owner = 2 }));
    }

    private async Task<IEnumerable<PilotId>> SeenAsync(Actor actor)
    {
        var seen = await Stored().PilotsVisibleTo(actor).Select(pilot => pilot.Id).ToListAsync(Ct);

        return seen.OrderBy(id => id.Value);
    }
}
