using HieuHoc.Access;
using HieuHoc.Agencies;
using HieuHoc.Platform;
using Microsoft.EntityFrameworkCore;

namespace HieuHoc.Tests.Access;

public sealed class HandOutPasswordsTests : RolesTest
{
    private static readonly string[] Both = ["canbo", "lanhdao"];

    private HandOutPasswords HandOut => new(Db, Clock, password => $"hash of {password}");

    [Fact]
    public async Task Each_account_without_a_password_gets_one_of_its_own_for_one_sign_in()
    {
        var made = await HandOut.RunAsync(Both, null, Administrator, Ct);

        Assert.Equal([("canbo", Role.CommuneOfficer), ("lanhdao", Role.CommuneLeader)], made.Value.Select(slip => (slip.UserName, slip.Role)));
        Assert.Equal(2, made.Value.Select(slip => slip.Password).Distinct().Count());
        Assert.All(made.Value, slip => Assert.Null(PasswordRule.Check(slip.Password, slip.UserName)));
        Assert.All(made.Value, slip => Assert.EndsWith("Hải Lăng", slip.Where, StringComparison.Ordinal));
        var people = await Stored().People.Where(person => Both.Contains(person.UserName)).OrderBy(person => person.UserName).ToListAsync(Ct);
        Assert.Equal(made.Value.Select(slip => "hash of " + slip.Password), people.Select(person => person.PasswordHash));
        Assert.All(people, person => Assert.Equal(Clock.Now.Instant, person.OneTimeSince));
    }

    [Fact]
    public async Task The_audit_tells_each_and_holds_no_password()
    {
        var made = await HandOut.RunAsync(Both, null, Administrator, Ct);

        Assert.Equal([nameof(PasswordWasReset), nameof(PasswordWasReset)], Recorded());
        Assert.All(await Stored().AuditEntries.ToListAsync(Ct), entry => Assert.All(made.Value, slip => Assert.DoesNotContain(slip.Password, entry.Detail, StringComparison.Ordinal)));
    }

    [Fact]
    public async Task The_same_again_makes_none_and_ends_no_slip()
    {
        await HandOut.RunAsync(Both, null, Administrator, Ct);
        var before = await HashesAsync();

        var again = await HandOut.RunAsync(Both, null, Administrator, Ct);

        Assert.Equal(new NobodyAwaitsPassword(), again.Refusal);
        Assert.Equal(before, await HashesAsync());
    }

    [Fact]
    public async Task Lost_slips_are_made_anew_for_who_has_not_changed_the_password_and_once_alone()
    {
        await HandOut.RunAsync(Both, null, Administrator, Ct);
        await ChoosesAsync("lanhdao");
        var printed = (await HandOut.CountAsync(Both, Administrator, Ct)).PrintedAt;
        var before = await HashesAsync();
        Time.MoveTo(Time.GetUtcNow() + TimeSpan.FromMinutes(1));

        var anew = await HandOut.RunAsync(Both, printed, Administrator, Ct);
        var again = await HandOut.RunAsync(Both, printed, Administrator, Ct);

        Assert.Equal(["canbo"], anew.Value.Select(slip => slip.UserName));
        Assert.Equal(new NobodyAwaitsPassword(), again.Refusal);
        Assert.Equal([("canbo", false), ("lanhdao", true)], (await HashesAsync()).Zip(before, (now, then) => (now.User, now.Hash == then.Hash)));
    }

    [Fact]
    public async Task It_is_counted_who_waits_for_one_and_since_when()
    {
        Assert.Equal(new AwaitedPasswords(2, 0, null, 0), await HandOut.CountAsync(Both, Administrator, Ct));

        await HandOut.RunAsync(["canbo"], null, Administrator, Ct);
        Assert.Equal(new AwaitedPasswords(1, 1, Clock.Now.Instant, 0), await HandOut.CountAsync(Both, Administrator, Ct));

        await ChoosesAsync("canbo");
        Assert.Equal(new AwaitedPasswords(1, 0, null, 1), await HandOut.CountAsync(Both, Administrator, Ct));
        Assert.Equal(new AwaitedPasswords(0, 0, null, 0), await HandOut.CountAsync([], Administrator, Ct));
    }

    [Fact]
    public async Task A_hundred_are_made_at_once_and_the_rest_after_them()
    {
        var many = Enumerable.Range(0, HandOutPasswords.MostAtOnce + 1).Select(number => $"canbo.{number:000}").ToList();
        many.ForEach(user => Given.Person(Role.CommuneOfficer, Commune, userName: user));

        var first = await HandOut.RunAsync(many, null, Administrator, Ct);
        var second = await HandOut.RunAsync(many, null, Administrator, Ct);

        Assert.Equal((HandOutPasswords.MostAtOnce, "canbo.100"), (first.Value.Count, Assert.Single(second.Value).UserName));
    }

    [Fact]
    public async Task A_village_has_a_pin_and_gets_no_password()
    {
        Given.Person(Role.VillageOfficer, Village, userName: "thon.luongdien");

        Assert.Equal(new NobodyAwaitsPassword(), (await HandOut.RunAsync(["thon.luongdien"], null, Administrator, Ct)).Refusal);
    }

    [Fact]
    public async Task An_account_outside_the_keeper_s_part_gets_none()
    {
        Given.Person(Role.CommuneOfficer, Neighbour, userName: "canbo.vinhdinh");
        var keeper = Administrator with { PlaceId = Commune };

        var made = await HandOut.RunAsync(["canbo.vinhdinh", "canbo"], null, keeper, Ct);

        Assert.Equal(["canbo"], made.Value.Select(slip => slip.UserName));
        Assert.Equal(new AwaitedPasswords(0, 0, null, 0), await HandOut.CountAsync(["canbo.vinhdinh"], keeper, Ct));
    }

    [Fact]
    public async Task Who_keeps_no_accounts_makes_no_passwords() =>
        Assert.Equal(new AccountsNotYoursToKeep(), (await HandOut.RunAsync(Both, null, Leader, Ct)).Refusal);

    [Fact]
    public async Task A_commune_keeps_the_accounts_of_villages_alone() =>
        Assert.Equal(new NobodyAwaitsPassword(), (await HandOut.RunAsync(["lanhdao"], null, Officer, Ct)).Refusal);

    [Fact]
    public async Task Of_two_who_print_at_the_same_moment_one_is_told()
    {
        // The first has read the accounts when the second prints their slips.
        await Db.People.LoadAsync(Ct);
        await new HandOutPasswords(Stored(), Clock, password => $"first {password}").RunAsync(Both, null, Administrator, Ct);
        Time.MoveTo(Time.GetUtcNow() + TimeSpan.FromMinutes(1));

        var outcome = await HandOut.RunAsync(Both, Clock.Now.Instant, Administrator, Ct);

        Assert.Equal(new PasswordChangedMeanwhile(), outcome.Refusal);
        Assert.All(await HashesAsync(), row => Assert.StartsWith("first", row.Hash, StringComparison.Ordinal));
    }

    [Fact]
    public async Task An_agency_s_officer_reads_the_agency_on_the_slip()
    {
        var name = (await Stored().AgencyNames.SingleAsync(row => row.AgencyId == Agency, Ct)).Name;
        await CreateAsync("soNoiVu");

        var slip = Assert.Single((await HandOut.RunAsync(["sonoivu"], null, Administrator, Ct)).Value);

        Assert.Equal((Role.AgencyOfficer, name), (slip.Role, slip.Where));
    }

    private async Task CreateAsync(string user)
    {
        var made = await new CreatePerson(Db, Clock, _ => "", Keys).RunAsync(
            new NewPerson(user, "Chuyên viên", Role.AgencyOfficer, Province, Password: null) { AgencyId = Agency, PasswordFollows = true }, Administrator, Ct);
        Assert.Equal((null, null), (made.Refusal, made.Value.PasswordHash));
        Db.ChangeTracker.Clear();
    }

    private async Task ChoosesAsync(string user)
    {
        await Stored().People.Where(person => person.UserName == user)
            .ExecuteUpdateAsync(set => set.SetProperty(person => person.OneTimeSince, (DateTime?)null).SetProperty(person => person.PasswordHash, "own"), Ct);
        Db.ChangeTracker.Clear();
    }

    private async Task<IReadOnlyList<(string User, string? Hash)>> HashesAsync() =>
        [.. (await Stored().People.Where(person => Both.Contains(person.UserName)).OrderBy(person => person.UserName).ToListAsync(Ct)).Select(person => (person.UserName, person.PasswordHash))];
}
