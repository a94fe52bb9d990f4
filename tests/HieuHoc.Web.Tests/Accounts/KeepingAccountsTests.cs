using HieuHoc.Access;
using HieuHoc.Platform;
using HieuHoc.Testing;
using Microsoft.EntityFrameworkCore;

namespace HieuHoc.Web.Tests.Accounts;

public sealed class KeepingAccountsTests : WebTest
{
    private static readonly Actor Installation = new(Owner, null, Role.Administrator, Province);

    private static NewPerson Given => new("xa.vinhdinh", "Cán bộ Văn hóa – Xã hội, Xã Vĩnh Định", Role.CommuneOfficer, VinhDinh, "Ruộng lúa Triệu Phong");

    [Fact]
    public async Task A_new_account_signs_in_and_its_making_is_recorded()
    {
        var outcome = await CreateAsync(Given with { UserName = " XA.VinhDinh" }, Installation);

        Assert.Null(outcome.Refusal);
        using var browser = Site.Stranger();
        await using var db = Engine.Open();
        var entry = await db.AuditEntries.SingleAsync(Ct);
        Assert.Equal("xa.vinhdinh", outcome.Value.UserName);
        Assert.Equal((nameof(PersonCreated), outcome.Value.Id.Value.ToString()), (entry.Change, entry.Record));
        Assert.DoesNotContain("Ruộng", entry.Detail, StringComparison.Ordinal);
    }

    [Fact]
    public async Task What_does_not_fit_is_refused_with_its_reason()
    {
        Assert.Equal(new UserNameTaken("xa.hailang"), await RefusalOf(Given with { UserName = "Xa.HaiLang" }));
        Assert.Equal(new UserNameIllFormed("xã hải lăng"), await RefusalOf(Given with { UserName = "xã hải lăng" }));
        Assert.Equal(new UserNameIllFormed("x"), await RefusalOf(Given with { UserName = "x" }));
        Assert.Equal(new DisplayNameMissing(), await RefusalOf(Given with { DisplayName = "  " }));
        Assert.Equal(new AccountPlaceUnknown(), await RefusalOf(Given with { PlaceId = 99 }));
        Assert.Equal(new PasswordTooShort(10), await RefusalOf(Given with { Password = "chín ký t" }));
    }

    [Theory]
    [InlineData("matkhau123")]
    [InlineData("Mật khẩu 2026")]
    [InlineData("P@ssw0rd2026")]
    [InlineData("1234567890")]
    [InlineData("aaaaaaaaaaaa")]
    [InlineData("xa.vinhdinh.2026")]
    public async Task A_password_that_anyone_would_try_first_is_refused(string password) =>
        Assert.Equal(new PasswordTooCommon(), await RefusalOf(Given with { Password = password }));

    [Fact]
    public async Task Only_an_administrator_keeps_accounts_and_only_in_the_own_part_of_the_hierarchy()
    {
        var agency = new Actor(Owner, null, Role.StandingAgency, Province);
        var neighbour = new Actor(Owner, null, Role.Administrator, HaiLang);

        Assert.Equal(new AccountsNotYoursToKeep(), (await CreateAsync(Given, agency)).Refusal);
        Assert.Equal(new AccountPlaceUnknown(), (await CreateAsync(Given, neighbour)).Refusal);
        Assert.Equal(new AccountsNotYoursToKeep(), await ResetRefusalAsync("xa.hailang", agency));
        Assert.Equal(new PersonNotFound(), await ResetRefusalAsync("so.gddt", neighbour));
        Assert.Null(await ResetRefusalAsync("xa.hailang", neighbour));
    }

    private async Task<Refusal?> RefusalOf(NewPerson given) => (await CreateAsync(given, Installation)).Refusal;

    private async Task<Outcome<Person>> CreateAsync(NewPerson given, Actor actor)
    {
        await using var db = Engine.Open();

        return await new CreatePerson(db, new ProgrammeClock(Time), password => "hash of " + password.Length, TestKeys.Ring).RunAsync(given, actor, Ct);
    }

    private async Task<Refusal?> ResetRefusalAsync(string userName, Actor actor)
    {
        await using var db = Engine.Open();

        return (await new ResetPassword(db, new ProgrammeClock(Time), _ => "hash").RunAsync(userName, "Ruộng lúa Triệu Phong", actor, Ct)).Refusal;
    }
}
