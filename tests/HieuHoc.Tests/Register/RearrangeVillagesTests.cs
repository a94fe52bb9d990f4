using HieuHoc.Access;
using HieuHoc.Platform;
using HieuHoc.Places;
using HieuHoc.Register;
using HieuHoc.Testing;
using Microsoft.EntityFrameworkCore;

namespace HieuHoc.Tests.Register;

public sealed class RearrangeVillagesTests : VillagesTest
{
    private int first;
    private int second;

    private Rearrangement Merge => new([first, second], [new VillageAfter(null, "thôn", "Đông Dương")], Spring, Decision);

    public override async ValueTask InitializeAsync()
    {
        await base.InitializeAsync();
        (first, second) = (Village("Mai Đàn"), Village("Câu Nhi"));
    }

    [Fact]
    public async Task Merged_villages_end_and_a_new_one_takes_all_of_them()
    {
        var merged = Assert.Single((await RearrangeVillages.RunAsync(Merge, Officer, Ct)).Value);

        Assert.Equal("Thôn Đông Dương", (await OnDayAsync(merged, Spring))?.FullName);
        Assert.Equal("Thôn Mai Đàn", (await OnDayAsync(first, Spring.AddDays(-1)))?.FullName);
        Assert.Equal(Spring.AddDays(-1), (await Stored().Places.SingleAsync(place => place.Id == first, Ct)).ValidTo);
        Assert.Equal([merged], (await Stored().ChildrenAsync(HaiLang, Spring, Ct)).Select(place => place.Id));
        var successions = await SuccessionsAsync();
        Assert.Equal([(first, merged), (second, merged)], successions.Select(row => (row.FromId, row.ToId)));
        Assert.All(successions, row => Assert.Equal((true, true, Spring, Decision), (row.Whole, row.IsDefault, row.EffectiveOn, row.LegalBasis)));
    }

    [Fact]
    public async Task Whoever_reaches_the_successor_reaches_those_that_ended()
    {
        var merged = Assert.Single((await RearrangeVillages.RunAsync(Merge, Officer, Ct)).Value);

        Assert.Equal([Province, HaiLang, first, merged], await ReachersAsync(first));
        Assert.Equal([Province, HaiLang, merged], await ReachersAsync(merged));
    }

    [Fact]
    public async Task One_of_them_may_go_on_under_a_new_name_and_take_the_other_in()
    {
        var asked = Merge with { Into = [new VillageAfter(first, "thôn", "Đông Dương")] };

        var after = await RearrangeVillages.RunAsync(asked, Officer, Ct);

        Assert.Equal([first], after.Value);
        Assert.Equal("Thôn Đông Dương", (await OnDayAsync(first, Spring))?.FullName);
        Assert.Null((await Stored().Places.SingleAsync(place => place.Id == first, Ct)).ValidTo);
        var succession = Assert.Single(await SuccessionsAsync());
        Assert.Equal((second, first), (succession.FromId, succession.ToId));
    }

    [Fact]
    public async Task A_village_is_split_into_equal_parts_of_which_the_first_keeps_the_records()
    {
        var asked = new Rearrangement(
            [first], [new VillageAfter(null, "thôn", "Mai Đàn 1"), new VillageAfter(null, "thôn", "Mai Đàn 2")], Spring, Decision);

        var after = (await RearrangeVillages.RunAsync(asked, Officer, Ct)).Value;

        var rows = await SuccessionsAsync();
        Assert.Equal(after, rows.Select(row => row.ToId));
        Assert.Equal([(false, true, 1), (false, false, 1)], rows.Select(row => (row.Whole, row.IsDefault, row.Parts)));
        Assert.Equal([Province, HaiLang, first, .. after], await ReachersAsync(first));
    }

    [Fact]
    public async Task Whoever_answered_for_a_village_answers_for_its_successor()
    {
        var head = Given.Person(Role.VillageOfficer, second);

        var preview = await RearrangeVillages.PreviewAsync(Merge, Officer, Ct);
        var merged = Assert.Single((await RearrangeVillages.RunAsync(Merge, Officer, Ct)).Value);

        Assert.Equal([new MoveLine("village.move.grants", 1)], preview.Value);
        var grants = await Stored().RoleGrants.Where(grant => grant.PersonId == head.PersonId).OrderBy(grant => grant.ValidFrom).ToListAsync(Ct);
        Assert.Equal(
            [(second, Given.Reform, Spring.AddDays(-1)), (merged, Spring, (DateOnly?)null)],
            grants.Select(grant => (grant.PlaceId, grant.ValidFrom, grant.ValidTo)));
    }

    [Fact]
    public async Task Whoever_stands_in_for_the_head_goes_on_to_do_so()
    {
        var head = Given.Person(Role.VillageOfficer, second);
        var deputy = Given.Person(Role.VillageOfficer, second);
        var grant = await Stored().RoleGrants.SingleAsync(grant => grant.PersonId == head.PersonId, Ct);
        var asked = new NewDelegation(
            new DelegationId(Guid.CreateVersion7()), grant.Id, "person3", Clock.Now.Day, Clock.Now.Day.AddDays(9), "nghỉ ốm");
        Assert.Null((await new DelegateRole(Db, Clock).RunAsync(asked, head, Ct)).Refusal);

        var merged = Assert.Single((await RearrangeVillages.RunAsync(Merge, Officer, Ct)).Value);

        var held = await Stored().RolesHeldAsync(1, deputy.PersonId!.Value, Clock.Now.Day, Ct);
        Assert.Equal([(merged, deputy.PersonId), (merged, head.PersonId)], held.Select(role => (role.Grant.PlaceId, (PersonId?)role.Of)));
    }

    [Fact]
    public async Task One_person_who_answered_for_both_answers_once_for_the_new_one()
    {
        var head = Given.Person(Role.VillageOfficer, first);
        await using (var db = Stored())
        {
            db.Add(new RoleGrant { Owner = 1, PersonId = head.PersonId!.Value, Role = Role.VillageOfficer, PlaceId = second, ValidFrom = Given.Reform });
            await db.SaveChangesAsync(Ct);
        }

        var merged = Assert.Single((await RearrangeVillages.RunAsync(Merge, Officer, Ct)).Value);

        Assert.Equal(1, await Stored().RoleGrants.CountAsync(grant => grant.PersonId == head.PersonId && grant.PlaceId == merged, Ct));
    }

    [Fact]
    public async Task A_chain_of_mergers_is_reached_from_its_end_as_if_all_were_worked_out_anew()
    {
        var third = Village("Trường Sanh");
        var merged = Assert.Single((await RearrangeVillages.RunAsync(Merge, Officer, Ct)).Value);
        var again = new Rearrangement([merged, third], [new VillageAfter(null, "thôn", "Hải Sơn")], Spring.AddDays(30), Decision);

        var last = Assert.Single((await RearrangeVillages.RunAsync(again, Officer, Ct)).Value);

        Assert.Equal([Province, HaiLang, first, merged, last], await ReachersAsync(first));
        Assert.Equal([Province, HaiLang, third, last], await ReachersAsync(third));
    }

    [Fact]
    public async Task A_preview_changes_nothing()
    {
        Given.Person(Role.VillageOfficer, first);

        await RearrangeVillages.PreviewAsync(Merge, Officer, Ct);

        Assert.Empty(await SuccessionsAsync());
        Assert.Empty(await Stored().AuditEntries.ToListAsync(Ct));
    }

    [Fact]
    public async Task A_name_of_one_that_takes_part_may_live_on()
    {
        var asked = Merge with { Into = [new VillageAfter(null, "thôn", "Mai Đàn")] };

        Assert.Null((await RearrangeVillages.RunAsync(asked, Officer, Ct)).Refusal);
    }

    [Fact]
    public async Task Each_village_that_ended_says_in_the_audit_who_took_over()
    {
        await RearrangeVillages.RunAsync(Merge, Officer, Ct);

        var entries = await Stored().AuditEntries.ToListAsync(Ct);

        Assert.Equal([$"{first}", $"{second}"], entries.Select(entry => entry.Record).Order(StringComparer.Ordinal));
        Assert.All(entries, entry => Assert.Equal((nameof(VillageRearranged), Officer.PersonId?.Value), (entry.Change, entry.PersonId)));
    }

    [Fact]
    public async Task The_same_again_is_told_that_they_have_ended()
    {
        await RearrangeVillages.RunAsync(Merge, Officer, Ct);

        Assert.Equal(new VillageHasEnded("Thôn Mai Đàn"), (await RearrangeVillages.RunAsync(Merge, Officer, Ct)).Refusal);
    }

    [Fact]
    public async Task It_is_refused_when_it_is_neither_a_merger_nor_a_split()
    {
        var into = new VillageAfter(null, "thôn", "Mới");

        await RefusedAsync(new VillageRearrangementUnclear(), Merge with { From = [first] });
        await RefusedAsync(new VillageRearrangementUnclear(), Merge with { From = [first, first] });
        await RefusedAsync(new VillageRearrangementUnclear(), Merge with { From = [] });
        await RefusedAsync(new VillageRearrangementUnclear(), Merge with { Into = [into, into with { Name = "Mới 2" }] });
        await RefusedAsync(new VillageRearrangementUnclear(), Merge with { Into = [into with { GoesOn = HaiLang }] });
    }

    [Fact]
    public async Task It_names_its_decision() => await RefusedAsync(new VillageDecisionMissing(), Merge with { LegalBasis = " " });

    [Fact]
    public async Task Villages_of_two_communes_are_not_merged()
    {
        var agency = Given.Person(Role.StandingAgency, Province);
        var asked = Merge with { From = [first, Village("Phú Kinh", under: VinhDinh)] };

        Assert.Equal(new VillagesOfTwoCommunes(), (await RearrangeVillages.RunAsync(asked, agency, Ct)).Refusal);
        await RefusedAsync(new VillageNotFound(), asked);
    }

    [Fact]
    public async Task The_day_lies_after_they_began_and_not_in_the_future()
    {
        var today = Clock.Now.Day;
        var range = new VillageDayOutOfRange(Given.Reform.AddDays(1), today);

        await RefusedAsync(range, Merge with { EffectiveOn = Given.Reform });
        await RefusedAsync(range, Merge with { EffectiveOn = today.AddDays(1) });
        Assert.Null((await RearrangeVillages.RunAsync(Merge with { EffectiveOn = today }, Officer, Ct)).Refusal);
    }

    [Fact]
    public async Task The_new_name_must_be_free_and_well_formed()
    {
        Village("Đông Dương");

        await RefusedAsync(new VillageNameTaken("Thôn Đông Dương"), Merge);
        await RefusedAsync(new VillageNameIllFormed(), Merge with { Into = [new VillageAfter(null, "", "Mới")] });
        await RefusedAsync(
            new VillageNameIllFormed(),
            new Rearrangement([first], [new VillageAfter(null, "thôn", "Mới"), new VillageAfter(null, "Thôn", "MOI")], Spring, Decision));
    }

    [Fact]
    public async Task A_leader_rearranges_nothing()
    {
        var outcome = await RearrangeVillages.RunAsync(Merge, Given.Person(Role.CommuneLeader, HaiLang), Ct);

        Assert.Equal(new VillagesNotYoursToKeep(), outcome.Refusal);
    }

    private async Task RefusedAsync(Refusal expected, Rearrangement asked)
    {
        Assert.Equal(expected, (await RearrangeVillages.RunAsync(asked, Officer, Ct)).Refusal);
        Assert.Equal(expected, (await RearrangeVillages.PreviewAsync(asked, Officer, Ct)).Refusal);
        Assert.Empty(await SuccessionsAsync());
    }
}
