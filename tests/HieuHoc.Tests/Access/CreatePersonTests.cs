using HieuHoc.Access;
using HieuHoc.Platform;
using HieuHoc.Testing;
using HieuHoc.Tests.Returns;
using Microsoft.EntityFrameworkCore;

namespace HieuHoc.Tests.Access;

public sealed class CreatePersonTests : ReturnsTest
{
    private CreatePerson CreatePerson => new(Db, Clock, password => $"hash of {password}", Keys);

    private NewPerson Asked => new(" Canbo.HaiLang ", " Cán bộ xã Hải Lăng ", Role.CommuneOfficer, Commune, "mua thu la vang");

    [Fact]
    public async Task An_account_is_kept_with_its_role_from_today_on()
    {
        var outcome = await CreatePerson.RunAsync(Asked, Administrator, Ct);

        var person = await Stored().People.SingleAsync(Ct);
        var grant = await Stored().RoleGrants.SingleAsync(Ct);
        Assert.Null(outcome.Refusal);
        Assert.Equal(("canbo.hailang", "Cán bộ xã Hải Lăng", "hash of mua thu la vang"), (person.UserName, person.DisplayName, person.PasswordHash));
        Assert.Equal(
            (person.Id, Role.CommuneOfficer, Commune, Clock.Now.Day, null),
            (grant.PersonId, grant.Role, grant.PlaceId, grant.ValidFrom, grant.ValidTo));
        Assert.NotEmpty(person.SecurityStamp);
    }

    [Fact]
    public async Task The_audit_holds_role_and_place_and_neither_name_nor_password()
    {
        await CreatePerson.RunAsync(Asked, Administrator, Ct);

        var person = await Stored().People.SingleAsync(Ct);
        var entry = await Stored().AuditEntries.SingleAsync(Ct);
        Assert.Equal(("PersonCreated", person.Id.Value.ToString(), Administrator.PersonId?.Value), (entry.Change, entry.Record, entry.PersonId));
        Assert.All(
            ["canbo", "Cán bộ", "mua thu", "hash of"],
            secret => Assert.DoesNotContain(secret, entry.Detail, StringComparison.OrdinalIgnoreCase));
    }

    [Fact]
    public async Task An_address_for_mails_is_kept_where_nobody_reads_it_and_the_audit_has_none()
    {
        await CreatePerson.RunAsync(Asked with { MailAddress = " vanhoa@hailang.invalid " }, Administrator, Ct);

        var person = await Stored().People.SingleAsync(Ct);
        var kept = await Stored().MailAddresses.SingleAsync(Ct);
        Assert.Equal(("vanhoa@hailang.invalid", "vi"), await Stored().MailAddressOfAsync(Keys, 1, person.Id, Ct));
        Assert.DoesNotContain("hailang", System.Text.Encoding.Latin1.GetString(kept.Address), StringComparison.Ordinal);
        Assert.DoesNotContain("@", (await Stored().AuditEntries.SingleAsync(Ct)).Detail, StringComparison.Ordinal);
    }

    [Fact]
    public async Task An_account_without_an_address_gets_no_mails_and_one_that_is_none_is_refused()
    {
        await RefusedAsync(new MailAddressIllFormed(), await CreatePerson.RunAsync(Asked with { MailAddress = "vanhoa" }, Administrator, Ct));

        await CreatePerson.RunAsync(Asked with { MailAddress = " " }, Administrator, Ct);

        Assert.Empty(await Stored().MailAddresses.ToListAsync(Ct));
    }

    [Fact]
    public async Task Nobody_but_an_administrator_makes_accounts()
    {
        var outcome = await CreatePerson.RunAsync(Asked, Agency, Ct);

        await RefusedAsync(new AccountsNotYoursToKeep(), outcome);
    }

    [Theory]
    [InlineData("ab")]
    [InlineData("cán.bộ")]
    [InlineData(".canbo")]
    [InlineData("can bo")]
    public async Task A_user_name_that_is_none_is_refused(string userName)
    {
        var outcome = await CreatePerson.RunAsync(Asked with { UserName = userName }, Administrator, Ct);

        await RefusedAsync(new UserNameIllFormed(userName), outcome);
    }

    [Fact]
    public async Task An_account_has_a_name_to_show()
    {
        var outcome = await CreatePerson.RunAsync(Asked with { DisplayName = " " }, Administrator, Ct);

        await RefusedAsync(new DisplayNameMissing(), outcome);
    }

    [Fact]
    public async Task A_short_password_is_refused()
    {
        var outcome = await CreatePerson.RunAsync(Asked with { Password = "123456789" }, Administrator, Ct);

        await RefusedAsync(new PasswordTooShort(PasswordRule.AtLeast), outcome);
    }

    [Theory]
    [InlineData("mật khẩu 123")]
    [InlineData("canbo.hailang.2026")]
    [InlineData("1234567890")]
    public async Task A_password_that_anyone_would_guess_is_refused(string password)
    {
        var outcome = await CreatePerson.RunAsync(Asked with { Password = password }, Administrator, Ct);

        await RefusedAsync(new PasswordTooCommon(), outcome);
    }

    [Fact]
    public async Task A_place_outside_the_administrator_s_part_is_unknown()
    {
        var outcome = await CreatePerson.RunAsync(Asked with { PlaceId = Given.Place("Khác") }, Administrator, Ct);

        await RefusedAsync(new AccountPlaceUnknown(), outcome);
    }

    [Fact]
    public async Task A_user_name_is_used_once_in_a_programme_however_it_is_typed()
    {
        Given.Person(Role.CommuneLeader, Commune, userName: "canbo.hailang");

        var outcome = await CreatePerson.RunAsync(Asked, Administrator, Ct);

        Assert.Equal(new UserNameTaken("canbo.hailang"), outcome.Refusal);
        Assert.Single(await Stored().People.ToListAsync(Ct));
    }

    private async Task RefusedAsync(Refusal expected, Outcome<Person> outcome)
    {
        Assert.Equal(expected, outcome.Refusal);
        Assert.Empty(await Stored().People.ToListAsync(Ct));
        Assert.Empty(await Stored().RoleGrants.ToListAsync(Ct));
        Assert.Empty(await Stored().AuditEntries.ToListAsync(Ct));
    }
}
