using HieuHoc.Access;
using HieuHoc.Platform;
using HieuHoc.Tests.Returns;
using Microsoft.EntityFrameworkCore;

namespace HieuHoc.Tests.Access;

public sealed class ResetPasswordTests : ReturnsTest
{
    private const string Password = "mua thu la vang";

    private ResetPassword ResetPassword => new(Db, Clock, password => $"hash of {password}");

    [Fact]
    public async Task A_new_password_unlocks_the_account_and_ends_its_sessions()
    {
        Given.Person(Role.CommuneOfficer, Commune, userName: "canbo.hailang");
        await LockAsync();

        var outcome = await ResetPassword.RunAsync(" CanBo.HaiLang", Password, Administrator, Ct);

        var person = await Stored().People.SingleAsync(Ct);
        var entry = await Stored().AuditEntries.SingleAsync(Ct);
        Assert.Null(outcome.Refusal);
        Assert.Equal(("hash of " + Password, 0, null), (person.PasswordHash, person.FailedSignIns, person.LockedUntil));
        Assert.NotEqual("1", person.SecurityStamp);
        Assert.Equal(("PasswordWasReset", person.Id.Value.ToString()), (entry.Change, entry.Record));
        Assert.DoesNotContain("hash of", entry.Detail, StringComparison.Ordinal);
    }

    [Fact]
    public async Task Nobody_but_an_administrator_sets_passwords()
    {
        Given.Person(Role.CommuneOfficer, Commune, userName: "canbo.hailang");

        var outcome = await ResetPassword.RunAsync("canbo.hailang", Password, Agency, Ct);

        await RefusedAsync(new AccountsNotYoursToKeep(), outcome);
    }

    [Theory]
    [InlineData("nobody")]
    [InlineData("")]
    public async Task An_account_that_is_none_is_not_found(string userName)
    {
        Given.Person(Role.CommuneOfficer, Commune, userName: "canbo.hailang");

        var outcome = await ResetPassword.RunAsync(userName, Password, Administrator, Ct);

        await RefusedAsync(new PersonNotFound(), outcome);
    }

    [Fact]
    public async Task An_account_outside_the_administrator_s_part_does_not_exist()
    {
        Given.Person(Role.StandingAgency, Province, userName: "thuongtruc");

        var outcome = await ResetPassword.RunAsync("thuongtruc", Password, Administrator with { PlaceId = Commune }, Ct);

        await RefusedAsync(new PersonNotFound(), outcome);
    }

    [Theory]
    [InlineData("short")]
    [InlineData("canbo.hailang1")]
    public async Task A_weak_password_is_refused(string password)
    {
        Given.Person(Role.CommuneOfficer, Commune, userName: "canbo.hailang");

        var outcome = await ResetPassword.RunAsync("canbo.hailang", password, Administrator, Ct);

        await RefusedAsync(password.Length < PasswordRule.AtLeast ? new PasswordTooShort(PasswordRule.AtLeast) : new PasswordTooCommon(), outcome);
    }

    [Fact]
    public async Task Of_two_who_set_it_at_the_same_moment_one_is_told()
    {
        Given.Person(Role.CommuneOfficer, Commune, userName: "canbo.hailang");
        // The first has read the account when the second sets its password.
        await Db.People.LoadAsync(Ct);
        await new ResetPassword(Stored(), Clock, password => $"first {password}").RunAsync("canbo.hailang", Password, Administrator, Ct);

        var outcome = await ResetPassword.RunAsync("canbo.hailang", Password, Administrator, Ct);

        Assert.Equal(new PasswordChangedMeanwhile(), outcome.Refusal);
        Assert.Equal("first " + Password, (await Stored().People.SingleAsync(Ct)).PasswordHash);
    }

    private async Task LockAsync()
    {
        var db = Stored();
        var person = await db.People.SingleAsync(Ct);
        (person.FailedSignIns, person.LockedUntil) = (5, Clock.Now.Instant.AddMinutes(15));
        await db.SaveChangesAsync(Ct);
    }

    private async Task RefusedAsync(Refusal expected, Outcome<Person> outcome)
    {
        Assert.Equal(expected, outcome.Refusal);
        Assert.All(await Stored().People.ToListAsync(Ct), person => Assert.Equal((null, "1"), (person.PasswordHash, person.SecurityStamp)));
        Assert.Empty(await Stored().AuditEntries.ToListAsync(Ct));
    }
}
