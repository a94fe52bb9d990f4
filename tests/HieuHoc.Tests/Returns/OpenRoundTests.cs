using HieuHoc.Access;
using HieuHoc.Figures;
using HieuHoc.Places;
using HieuHoc.Platform;
using HieuHoc.Returns;
using HieuHoc.Testing;
using Microsoft.EntityFrameworkCore;

namespace HieuHoc.Tests.Returns;

public sealed class OpenRoundTests : DatabaseTest
{
    private static readonly NewRound Asked = Given.AskedRound(2026);

    private Actor agency = null!;

    private OpenRound OpenRound => new(Db, Shelf, Clock);

    public override async ValueTask InitializeAsync()
    {
        await base.InitializeAsync();
        var province = (await Db.PlaceByCodeAsync("44", Clock.Now.Day, Ct))!.Id;
        Given.Owner(province);
        agency = new Actor(1, new PersonId(Guid.CreateVersion7()), Role.StandingAgency, province);
    }

    [Fact]
    public async Task Every_commune_of_the_province_owes_one_return_with_one_empty_version()
    {
        await OpenRound.RunAsync(Asked, agency, Ct);

        var owing = await Stored().Returns.ToListAsync(Ct);
        var versions = await Stored().ReturnVersions.ToListAsync(Ct);
        var communes = await Stored().CommunesUnder(agency.PlaceId, PlaceLevel.Province, Asked.CutOffOn).ToListAsync(Ct);
        Assert.Equal(78, owing.Count);
        Assert.Equal(communes.Order(), owing.Select(@return => @return.SubjectId).Order());
        Assert.All(owing, @return => Assert.Equal((ReturnState.Entering, Asked.Id, 0), (@return.State, @return.RoundId, @return.Revision)));
        Assert.Equal(owing.Select(@return => @return.Id.Value).Order(), versions.Select(version => version.ReturnId.Value).Order());
        Assert.All(versions, version => Assert.Equal((1, "{}", Clock.Now.Instant), (version.Number, version.Answers, version.SavedAt)));
    }

    [Fact]
    public async Task The_round_is_kept_as_it_was_asked()
    {
        await OpenRound.RunAsync(Asked, agency, Ct);

        var round = await Stored().Rounds.SingleAsync(Ct);
        var period = await Stored().Periods.SingleAsync(Ct);
        Assert.Equal((Asked.Id, "2026", Asked.OpensOn, Asked.CutOffOn, Asked.DueOn), (round.Id, round.Code, round.OpensOn, round.CutOffOn, round.DueOn));
        Assert.Equal((round.PeriodId, "2026", PeriodKind.Year), (period.Id, period.Code, period.Kind));
    }

    [Fact]
    public async Task The_opening_is_audited_with_the_number_of_those_who_owe()
    {
        await OpenRound.RunAsync(Asked, agency, Ct);

        var entry = await Stored().AuditEntries.SingleAsync(Ct);
        Assert.Equal(
            ("RoundOpened", Asked.Id.Value.ToString(), agency.PersonId!.Value.Value, Clock.Now.Instant),
            (entry.Change, entry.Record, entry.PersonId!.Value, entry.At));
        Assert.Contains("78", entry.Detail, StringComparison.Ordinal);
    }

    [Fact]
    public async Task A_second_round_of_the_year_shares_its_period()
    {
        await OpenRound.RunAsync(Asked, agency, Ct);
        Given.Pack(Given.Elements("rain.total"));
        Given.Pack(Given.Form("rain.total"));

        // Another request: the packs that one sees are those of its beginning.
        await new OpenRound(Stored(), Shelf, Clock).RunAsync(
            Asked with { Id = new RoundId(Guid.CreateVersion7()), Code = "2026-b", FormIds = ["form"] }, agency, Ct);

        Assert.Equal(2, await Stored().Rounds.CountAsync(Ct));
        Assert.Equal(1, await Stored().Periods.CountAsync(Ct));
    }

    [Theory]
    [InlineData(2026, "1")]
    [InlineData(2028, "2")]
    [InlineData(2029, "2")]
    public async Task The_form_is_the_version_that_holds_at_the_end_of_the_period(int year, string version)
    {
        GivenForm("1", new DateOnly(2026, 1, 1));
        GivenForm("2", new DateOnly(2028, 6, 1));

        var outcome = await OpenRound.RunAsync(Asked with { FormIds = ["form"], Period = PeriodCode.Year(year) }, agency, Ct);

        Assert.Equal(version, (await Stored().Packs.SingleAsync(pack => pack.Id == Given.FormOf(outcome.Value), Ct)).Version);
    }

    [Theory]
    [InlineData(Role.CommuneOfficer)]
    [InlineData(Role.CommuneLeader)]
    [InlineData(Role.Administrator)]
    public async Task Only_the_standing_agency_opens_a_round(Role role)
    {
        var outcome = await OpenRound.RunAsync(Asked, agency with { Role = role }, Ct);

        await RefusedAsync(new RoundNotYoursToOpen(), outcome);
    }

    [Theory]
    [InlineData("2026-11-26", "2026-11-25", "2026-11-29")]
    [InlineData("2026-10-15", "2026-11-30", "2026-11-29")]
    public async Task The_days_come_in_order(string opens, string cutOff, string due)
    {
        var outcome = await OpenRound.RunAsync(Asked with { OpensOn = Day(opens), CutOffOn = Day(cutOff), DueOn = Day(due) }, agency, Ct);

        await RefusedAsync(new RoundDaysOutOfOrder(), outcome);
    }

    [Fact]
    public async Task A_round_may_open_on_the_day_of_its_cut_off()
    {
        var outcome = await OpenRound.RunAsync(Asked with { OpensOn = Asked.CutOffOn }, agency, Ct);

        Assert.Null(outcome.Refusal);
    }

    [Fact]
    public async Task A_code_is_used_once()
    {
        await OpenRound.RunAsync(Asked, agency, Ct);

        var outcome = await new OpenRound(Stored(), Shelf, Clock).RunAsync(Asked with { Id = new RoundId(Guid.CreateVersion7()) }, agency, Ct);

        Assert.Equal(new RoundCodeTaken("2026"), outcome.Refusal);
        Assert.Equal(78, await Stored().Returns.CountAsync(Ct));
    }

    [Fact]
    public async Task Another_programme_may_use_the_same_code()
    {
        var other = Given.Place("Khác");
        Given.Place("Xã", under: other);
        Given.Owner(other, id: 2);
        await OpenRound.RunAsync(Asked, agency, Ct);

        var outcome = await OpenRound.RunAsync(
            Asked with { Id = new RoundId(Guid.CreateVersion7()) }, new Actor(2, null, Role.StandingAgency, other), Ct);

        Assert.Null(outcome.Refusal);
        Assert.Equal(1, await Stored().Returns.CountAsync(@return => @return.Owner == 2, Ct));
    }

    [Theory]
    [InlineData("no-such-form", 2026)]
    [InlineData("learning-models", 2020)]
    public async Task A_form_that_is_not_loaded_for_the_period_is_not_found(string form, int year)
    {
        var outcome = await OpenRound.RunAsync(Asked with { FormIds = [form], Period = PeriodCode.Year(year) }, agency, Ct);

        await RefusedAsync(new FormNotFound(form), outcome);
    }

    [Fact]
    public async Task A_round_names_the_outline_by_which_senders_write()
    {
        var outline = Given.Pack(Given.Outline());

        var opened = await OpenRound.RunAsync(Asked with { OutlineId = "outline" }, agency, Ct);

        Assert.Null(opened.Refusal);
        Assert.Equal(outline, (await Stored().Rounds.SingleAsync(Ct)).OutlinePackId);
    }

    [Theory]
    [InlineData("khong-co")]
    [InlineData("of-agencies")]
    public async Task An_outline_that_is_not_loaded_or_is_for_nobody_who_is_asked_is_not_found(string outline)
    {
        Given.Pack(Given.Outline() with { Id = "of-agencies", Levels = [SubjectLevel.Agency] });

        var outcome = await OpenRound.RunAsync(Asked with { OutlineId = outline }, agency, Ct);

        await RefusedAsync(new OutlineNotFound(outline), outcome);
    }

    private async Task RefusedAsync(Refusal expected, Outcome<Round> outcome)
    {
        Assert.Equal(expected, outcome.Refusal);
        Assert.Empty(await Stored().Rounds.ToListAsync(Ct));
        Assert.Empty(await Stored().Returns.ToListAsync(Ct));
        Assert.Empty(await Stored().AuditEntries.ToListAsync(Ct));
    }

    private void GivenForm(string version, DateOnly from) => Given.Pack(Given.Form("family.total") with { Version = version, ValidFrom = from });

    private static DateOnly Day(string text) => DateOnly.ParseExact(text, "yyyy-MM-dd", System.Globalization.CultureInfo.InvariantCulture);
}
