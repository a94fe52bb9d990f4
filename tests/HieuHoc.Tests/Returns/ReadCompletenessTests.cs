using HieuHoc.Access;
using HieuHoc.Places;
using HieuHoc.Returns;
using HieuHoc.Testing;
using Microsoft.EntityFrameworkCore;

namespace HieuHoc.Tests.Returns;

public sealed class ReadCompletenessTests : ReturnsTest
{
    [Fact]
    public async Task Communes_are_counted_and_their_returns_told_by_state()
    {
        Given.Return(Round, Commune, ReturnState.Confirmed);
        Given.Return(Round, Given.Place("An", under: Province), ReturnState.Sent);
        Given.Return(Round, Given.Place("Bình", under: Province));

        var round = Assert.Single(await ReadAsync(Province, Agency));

        Assert.Equal((Round.Id, PlaceLevel.Commune, 3, 1, true), (round.Round.Id, round.Level, round.Places, round.Confirmed, round.IsSeen));
        Assert.Equal(1, round.States[ReturnState.Sent]);
    }

    [Fact]
    public async Task A_return_that_is_corrected_is_not_confirmed_and_one_taken_over_is_owed_by_nobody()
    {
        Given.Return(Round, Commune, ReturnState.Correcting);
        var over = Given.Return(Round, Given.Place("An", under: Province), ReturnState.Confirmed);
        await using var db = Engine.Open();
        var heir = await db.Returns.Where(@return => @return.SubjectId == Commune).Select(@return => @return.Id).SingleAsync(Ct);
        await db.Returns.Where(@return => @return.Id == over).ExecuteUpdateAsync(set => set.SetProperty(@return => @return.TakenOverBy, heir), Ct);

        var round = Assert.Single(await ReadAsync(Province, Agency));

        Assert.Equal((1, 0), (round.Places, round.Confirmed));
    }

    [Fact]
    public async Task Of_a_commune_its_own_round_stands_before_that_of_its_villages()
    {
        var villages = Given.Round("2026-thon", Given.Pack(Given.VillageForm()));
        Given.Return(Round, Commune);
        Given.Return(villages, Given.Place("Thôn Một", under: Commune), ReturnState.Confirmed);
        Given.Return(villages, Given.Place("Thôn Hai", under: Commune));

        var rounds = await ReadAsync(Commune, Officer);
        var province = Assert.Single(await ReadAsync(Province, Agency));

        Assert.Equal([(PlaceLevel.Commune, 1, 0), (PlaceLevel.Village, 2, 1)], rounds.Select(round => (round.Level, round.Places, round.Confirmed)));
        Assert.Equal(PlaceLevel.Commune, province.Level);
    }

    [Fact]
    public async Task Of_several_rounds_of_the_year_the_newest_is_told()
    {
        Given.Return(Round, Commune, ReturnState.Confirmed);
        var later = Given.Round("2026-2");
        await using var db = Engine.Open();
        await db.Rounds.Where(round => round.Id == later.Id).ExecuteUpdateAsync(set => set.SetProperty(round => round.OpensOn, new DateOnly(2026, 11, 1)), Ct);
        Given.Return(later, Commune);

        Assert.Equal("2026-2", Assert.Single(await ReadAsync(Province, Agency)).Round.Code);
    }

    [Fact]
    public async Task Another_year_and_a_place_outside_the_part_have_no_round()
    {
        Given.Return(Round, Commune);
        var neighbour = Given.Place("Vĩnh Định", under: Province);
        Given.Return(Round, neighbour);

        Assert.Empty(await ReadAsync(Province, Agency, 2025));
        Assert.Empty(await ReadAsync(neighbour, Officer));
    }

    [Fact]
    public async Task Who_stays_in_an_agency_knows_how_many_are_confirmed_and_sees_none_of_them()
    {
        Given.Return(Round, Commune, ReturnState.Confirmed);
        var agency = Given.Agency(Province);

        var round = Assert.Single(await ReadAsync(Province, new Actor(1, null, Role.AgencyOfficer, Province) { AgencyId = agency }));

        Assert.Equal((1, 1, false), (round.Places, round.Confirmed, round.IsSeen));
    }

    private async Task<IReadOnlyList<Completeness>> ReadAsync(int place, Actor actor, int year = 2026) =>
        await new ReadCompleteness(Db).RunAsync((await Db.PlaceOnDayAsync(place, Clock.Now.Day, Ct))!, year, actor, Ct);
}
