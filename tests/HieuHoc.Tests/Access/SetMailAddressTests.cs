using System.Text;
using HieuHoc.Access;
using HieuHoc.Platform;
using HieuHoc.Platform.Keys;
using HieuHoc.Testing;
using HieuHoc.Tests.Returns;
using Microsoft.EntityFrameworkCore;

namespace HieuHoc.Tests.Access;

public sealed class SetMailAddressTests : ReturnsTest
{
    private const string Address = "vanhoa.hailang@quangtri.invalid";

    private Actor me = null!;

    private SetMailAddress SetMailAddress => new(Stored(), Keys, Clock);

    public override async ValueTask InitializeAsync()
    {
        await base.InitializeAsync();
        me = Given.Person(Role.CommuneOfficer, Commune);
    }

    [Fact]
    public async Task It_is_kept_encrypted_with_the_language_of_the_mails()
    {
        Assert.Null(await SetMailAddress.RunAsync($" {Address} ", "en", me, Ct));

        Assert.Equal((Address, "en"), await KeptAsync());
        Assert.DoesNotContain("hailang", Encoding.Latin1.GetString((await Stored().MailAddresses.SingleAsync(Ct)).Address), StringComparison.Ordinal);
    }

    [Fact]
    public async Task The_history_says_that_it_changed_and_not_what_it_is()
    {
        await SetMailAddress.RunAsync(Address, "vi", me, Ct);

        var entry = await Stored().AuditEntries.SingleAsync(Ct);
        Assert.Equal(("MailAddressChanged", me.PersonId!.Value.Value.ToString(), me.PersonId.Value.Value), (entry.Change, entry.Record, entry.PersonId));
        Assert.DoesNotContain("@", entry.Detail, StringComparison.Ordinal);
    }

    [Fact]
    public async Task The_same_again_changes_nothing()
    {
        await SetMailAddress.RunAsync(Address, "vi", me, Ct);
        await SetMailAddress.RunAsync(Address, "vi", me, Ct);

        Assert.Single(await Stored().AuditEntries.ToListAsync(Ct));
    }

    [Fact]
    public async Task Another_takes_its_place_and_none_takes_it_away()
    {
        await SetMailAddress.RunAsync(Address, "vi", me, Ct);
        await SetMailAddress.RunAsync("khac@quangtri.invalid", "xx", me, Ct);
        Assert.Equal(("khac@quangtri.invalid", "vi"), await KeptAsync());

        await SetMailAddress.RunAsync("  ", "vi", me, Ct);
        await SetMailAddress.RunAsync(null, "vi", me, Ct);

        Assert.Null(await KeptAsync());
        Assert.Equal(3, await Stored().AuditEntries.CountAsync(Ct));
    }

    [Theory]
    [InlineData("hailang")]
    [InlineData("hailang@quangtri")]
    [InlineData("Cán bộ <a@b.invalid>")]
    [InlineData("a@b.invalid\nBcc: c@d.invalid")]
    [InlineData("a@b .invalid")]
    public async Task What_is_no_address_is_refused(string typed)
    {
        Assert.Equal(new MailAddressIllFormed(), await SetMailAddress.RunAsync(typed, "vi", me, Ct));

        Assert.Empty(await Stored().MailAddresses.ToListAsync(Ct));
    }

    [Fact]
    public async Task One_that_is_too_long_is_refused() =>
        Assert.Equal(new MailAddressIllFormed(), await SetMailAddress.RunAsync($"{new string('a', 250)}@b.invalid", "vi", me, Ct));

    [Fact]
    public async Task After_a_rotation_it_is_written_again_under_the_newest_key()
    {
        await new SetMailAddress(Stored(), TestKeys.RingOf(TestKeys.Text.Split(',')[0]), Clock).RunAsync(Address, "vi", me, Ct);

        Assert.Equal(1, await new MailAddressRows().RewriteAsync(Stored(), Keys, 1, 10, Ct));
        Assert.Equal(0, await new MailAddressRows().RewriteAsync(Stored(), Keys, 1, 10, Ct));

        Assert.Equal(2, KeyRing.KeyIdOf((await Stored().MailAddresses.SingleAsync(Ct)).Address));
        Assert.Equal((Address, "vi"), await KeptAsync());
    }

    private Task<(string Address, string Language)?> KeptAsync() => Stored().MailAddressOfAsync(Keys, 1, me.PersonId!.Value, Ct);
}
