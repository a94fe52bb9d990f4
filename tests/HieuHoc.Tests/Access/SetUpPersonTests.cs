using HieuHoc.Access;
using HieuHoc.Places;
using HieuHoc.Platform;
using HieuHoc.Testing;
using Microsoft.EntityFrameworkCore;

namespace HieuHoc.Tests.Access;

public sealed class SetUpPersonTests : DatabaseTest
{
    private static NewPersonAtCode First => new("quantri.tinh", "Quản trị hệ thống", Role.Administrator, "44", "Ruộng lúa Triệu Phong");

    [Fact]
    public async Task The_first_account_starts_the_programme_of_its_province()
    {
        var outcome = await SetUpAsync(First with { UserName = "xa.hailang", Role = Role.CommuneOfficer, PlaceCode = "19702" });

        Assert.Null(outcome.Refusal);
        var owner = await Stored().Owners.SingleAsync(Ct);
        var changes = await Stored().AuditEntries.Select(entry => entry.Change).ToListAsync(Ct);
        Assert.Equal((owner.Id, false), (outcome.Value.Owner, owner.Demo));
        Assert.Equal([nameof(PersonCreated), nameof(ProgrammeStarted)], changes.Order());
    }

    [Fact]
    public async Task A_refused_account_starts_no_programme()
    {
        var outcome = await SetUpAsync(First with { UserName = "x" });

        Assert.Equal(new UserNameIllFormed("x"), outcome.Refusal);
        Assert.Equal((0, 0), (await Stored().Owners.CountAsync(Ct), await Stored().AuditEntries.CountAsync(Ct)));
    }

    [Fact]
    public async Task A_code_outside_all_provinces_is_refused()
    {
        var outcome = await SetUpAsync(First with { PlaceCode = "VN" });

        Assert.Equal(new ProgrammePlaceUnknown("VN"), outcome.Refusal);
    }

    [Fact]
    public async Task A_demonstration_takes_no_further_accounts()
    {
        var province = (await Stored().PlaceByCodeAsync("44", Clock.Now.Day, Ct))!;
        Given.Owner(province.Id, demo: true);

        var outcome = await SetUpAsync(First);

        Assert.Equal(new ProgrammeIsDemo(), outcome.Refusal);
        Assert.Equal(0, await Stored().People.CountAsync(Ct));
    }

    [Fact]
    public async Task Provinces_that_start_at_once_get_numbers_of_their_own()
    {
        var codes = new[] { "44", "01", "04" };

        var started = await Task.WhenAll(codes.Select(code => new StartProgramme(Stored(), Clock).RunAsync(code, Ct)));

        Assert.Equal([1, 2, 3], started.Select(outcome => (int)outcome.Value.Id).Order());
    }

    private async Task<Outcome<Person>> SetUpAsync(NewPersonAtCode given)
    {
        var db = Stored();

        return await new SetUpPerson(db, Clock, new StartProgramme(db, Clock), new CreatePerson(db, Clock, _ => "hash", Keys)).RunAsync(given, Ct);
    }
}
