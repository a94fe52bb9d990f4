using System.Security.Cryptography;
using HieuHoc.Access;
using HieuHoc.Access.Capture;
using HieuHoc.Platform.Keys;
using HieuHoc.Testing;
using Microsoft.EntityFrameworkCore;

namespace HieuHoc.Tests.Returns.Capture;

/// <summary>Files that are not taken at all: each ends in a sentence, and nothing of it is kept.</summary>
public sealed class FilesNotRelayedTests(ITestOutputHelper output) : RelayTest
{
    private string Good => File(Typed(Own, 0, "rain.days", "3"));

    [Fact]
    public async Task A_file_of_another_kind_one_for_another_installation_and_a_damaged_one_are_told_apart()
    {
        var foreign = new InstallationKey(TestKeys.RingOf($"2:{Convert.ToBase64String([.. Enumerable.Repeat((byte)7, 32)])}"));
        var parts = Good.Split('.');
        var changed = string.Join('.', [.. parts[..3], (parts[3][0] is 'A' ? 'B' : 'A') + parts[3][1..], parts[4]]);

        await RefusedAsync(new SealedUnreadable(), "PK\u0003\u0004 bảng tính");
        await RefusedAsync(new SealedUnreadable(), "");
        await RefusedAsync(new SealedForAnother(), SealedFile.Of(new { }, Telephone.Value, SigningKey, foreign.Public));
        await RefusedAsync(new SealedDamaged(), changed);
    }

    [Fact]
    public Task More_than_five_megabytes_are_not_read() => RefusedAsync(new RelayedFileTooLarge(5), new string('A', RelayFile.MostBytes + 1));

    [Fact]
    public async Task What_another_key_signed_or_whose_telephone_never_named_one_is_not_of_this_telephone()
    {
        using var stolen = ECDsa.Create(ECCurve.NamedCurves.nistP256);
        var silent = await EnrolledAsync(Head, signingKey: null);

        await RefusedAsync(new RelayedSignatureWrong(), File(Telephone, stolen, Typed(Own, 0, "rain.days", "3")));
        await RefusedAsync(new RelayedSignatureWrong(), File(silent, SigningKey, Typed(Own, 0, "rain.days", "3")));
    }

    [Fact]
    public async Task A_telephone_that_nobody_enrolled_or_that_another_commune_keeps_does_not_exist()
    {
        await RefusedAsync(new RelayedDeviceUnknown(), File(new DeviceId(Guid.NewGuid()), SigningKey, Typed(Own, 0, "rain.days", "3")));
        await RefusedAsync(new RelayedDeviceUnknown(), Good, Given.Person(Role.CommuneOfficer, VinhDinh));
        await RefusedAsync(new RelayedDeviceUnknown(), Good, new Actor(2, null, Role.Administrator, Province));
    }

    [Fact]
    public async Task Whose_role_does_not_keep_the_telephones_of_villages_receives_none_of_their_files()
    {
        foreach (var role in RoleTable.All.Where(rule => !rule.May.Contains(Capability.KeepDevices)).Select(rule => rule.Role))
        {
            await RefusedAsync(new RelayedDeviceUnknown(), Good, new Actor(1, null, role, Province));
        }
    }

    [Fact]
    public async Task A_lost_telephone_is_told_to_be_revoked()
    {
        Assert.Null(await new EndDevice(Db, Clock).RunAsync(Telephone, Officer, Ct));

        await RefusedAsync(new RelayedDeviceRevoked(), Good);
    }

    [Fact]
    public async Task Who_holds_the_post_no_more_brings_nothing()
    {
        var yesterday = Clock.Now.Day.AddDays(-1);
        await Stored().RoleGrants.Where(grant => grant.PersonId == Head.PersonId).ExecuteUpdateAsync(set => set.SetProperty(grant => grant.ValidTo, yesterday), Ct);

        await RefusedAsync(new RelayedDeviceUnknown(), Good);
    }

    [Fact]
    public async Task What_was_signed_and_is_not_what_devices_save_is_told_so()
    {
        await RefusedAsync(new RelayedFileUnreadable(), SealedFile.Seal("no signed text", Installation.Public));
        await RefusedAsync(new RelayedFileUnreadable(), Signed("[]"));
        await RefusedAsync(new RelayedFileUnreadable(), Signed("no JSON"));
        await RefusedAsync(new RelayedFileUnreadable(), Signed("{}"));
        await RefusedAsync(new RelayedFileUnreadable(), File([null]));
        await RefusedAsync(new RelayedFileUnreadable(), SealedFile.Of(
            new { device = Guid.NewGuid(), savedAt = Evening, acts = Array.Empty<object>() }, Telephone.Value, SigningKey, Installation.Public));
    }

    [Theory]
    [InlineData(20_261_123)]
    [InlineData(null)]
    public async Task Two_thousand_damaged_files_end_in_a_refusal_wherever_they_were_damaged(int? seed)
    {
        var from = seed ?? Random.Shared.Next();
        output.WriteLine($"seed {from}");
        var random = new Random(from);
        var json = $$"""{"device":"{{Telephone.Value}}","savedAt":"2026-11-19T12:30:00Z","acts":[]}""";
        var (signed, file) = (SealedFile.Sign(json, Telephone.Value, SigningKey), Good);

        for (var i = 0; i < 2_000; i++)
        {
            // Every eighth was damaged before it was sealed, so that it opens.
            var (whole, within) = i % 8 == 0 ? (signed, true) : (file, false);
            var damaged = SealedFile.Mutated(whole, random);

            // A blank at an end is no damage.
            if (damaged.Trim() != whole)
            {
                var relayed = await RelayAsync(within ? SealedFile.Seal(damaged, Installation.Public) : damaged);
                Assert.True(relayed.Refusal is not null, $"seed {from}: {damaged}");
            }
        }

        Assert.Empty(await ReceivedAsync());
    }

    private string Signed(string json) => SealedFile.Seal(SealedFile.Sign(json, Telephone.Value, SigningKey), Installation.Public);

    private async Task RefusedAsync(HieuHoc.Platform.Refusal expected, string file, Actor? by = null)
    {
        Assert.Equal(expected, (await RelayAsync(file, by)).Refusal);
        Assert.Empty(await ReceivedAsync());
    }
}
