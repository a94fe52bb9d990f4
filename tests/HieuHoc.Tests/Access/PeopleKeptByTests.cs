using HieuHoc.Access;
using HieuHoc.Platform;
using HieuHoc.Testing;
using Microsoft.EntityFrameworkCore;

namespace HieuHoc.Tests.Access;

public sealed class PeopleKeptByTests : DatabaseTest
{
    [Theory]
    [InlineData(0, true)]
    [InlineData(1, false)]
    [InlineData(-1, true)]
    public async Task Who_answers_for_more_than_the_administrator_is_not_the_administrator_s_to_keep(int days, bool endedYesterdayInTheCommune)
    {
        var province = Given.Place();
        var commune = Given.Place("Hải Lăng", under: province);
        Given.Owner(province);
        var person = Given.Person(Role.CommuneOfficer, commune, userName: "nay.o.tinh");
        await using var db = Engine.Open();
        var today = Clock.Now.Day;

        if (endedYesterdayInTheCommune)
        {
            (await db.RoleGrants.SingleAsync(Ct)).ValidTo = today.AddDays(-1);
        }

        // From yesterday, today or tomorrow on.
        db.Add(new RoleGrant { Owner = 1, PersonId = person.PersonId!.Value, Role = Role.StandingAgency, PlaceId = province, ValidFrom = today.AddDays(days) });
        await db.SaveChangesAsync(Ct);

        Assert.Equal(new PersonNotFound(), await ResetAsync(commune));
        Assert.Null(await ResetAsync(province));
    }

    [Fact]
    public async Task A_role_outside_that_has_ended_does_not_count()
    {
        var province = Given.Place();
        var commune = Given.Place("Hải Lăng", under: province);
        Given.Owner(province);
        var person = Given.Person(Role.CommuneOfficer, commune, userName: "nay.o.tinh");
        await using var db = Engine.Open();
        db.Add(new RoleGrant
        {
            Owner = 1,
            PersonId = person.PersonId!.Value,
            Role = Role.StandingAgency,
            PlaceId = province,
            ValidFrom = Given.Reform,
            ValidTo = Clock.Now.Day.AddDays(-1),
        });
        await db.SaveChangesAsync(Ct);

        Assert.Null(await ResetAsync(commune));
    }

    private async Task<Refusal?> ResetAsync(int administeredPlace) =>
        (await new ResetPassword(Stored(), Clock, _ => "hash").RunAsync(
            "nay.o.tinh", "Ruộng lúa Triệu Phong", new Actor(1, null, Role.Administrator, administeredPlace), Ct)).Refusal;
}
