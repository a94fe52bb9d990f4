using System.Security.Cryptography;
using HieuHoc.Access;
using HieuHoc.Access.Capture;
using HieuHoc.Platform;
using Microsoft.EntityFrameworkCore;

namespace HieuHoc.Tests.Returns.Capture;

/// <summary>What a telephone says it signs its files with.</summary>
public sealed class SetSigningKeyTests : RelayTest
{
    private SetSigningKey SetSigningKey => new(Db, Clock);

    [Fact]
    public async Task The_first_key_is_kept_the_same_again_changes_nothing_and_another_takes_its_place()
    {
        using var next = ECDsa.Create(ECCurve.NamedCurves.nistP256);
        var telephone = await EnrolledAsync(Head, signingKey: null);

        Assert.Null(await SetSigningKey.RunAsync(Base64(SigningKey), telephone, Head, Ct));
        Assert.Null(await SetSigningKey.RunAsync(Base64(SigningKey), telephone, Head, Ct));
        Assert.Equal((Base64(SigningKey), 1), (await KeyOfAsync(telephone), await ChangesAsync()));
        Assert.Null(await SetSigningKey.RunAsync(Base64(next), telephone, Head, Ct));

        Assert.Equal((Base64(next), 2), (await KeyOfAsync(telephone), await ChangesAsync()));
    }

    [Fact]
    public async Task What_is_no_key_on_the_curve_is_told_so()
    {
        using var rsa = RSA.Create(2048);
        using var larger = ECDsa.Create(ECCurve.NamedCurves.nistP384);
        var bytes = SigningKey.ExportSubjectPublicKeyInfo();
        IReadOnlyList<string> unfit =
        [
            "", "?", "AAAA", new string('A', 100_000), Convert.ToBase64String(rsa.ExportSubjectPublicKeyInfo()), Base64(larger), Convert.ToBase64String([.. bytes, 0]),
            Convert.ToBase64String(bytes[..^1]), Convert.ToBase64String(SigningKey.ExportPkcs8PrivateKey()), Convert.ToBase64String([.. bytes[..^1], (byte)(bytes[^1] ^ 1)]),
        ];

        foreach (var key in unfit)
        {
            Assert.Equal(new SigningKeyUnfit(), await SetSigningKey.RunAsync(key, Telephone, Head, Ct));
        }

        Assert.Equal(Base64(SigningKey), await KeyOfAsync(Telephone));
    }

    [Fact]
    public async Task A_telephone_that_is_another_s_or_was_ended_keeps_what_it_had()
    {
        using var next = ECDsa.Create(ECCurve.NamedCurves.nistP256);
        Assert.Equal(new DeviceRevoked(), await SetSigningKey.RunAsync(Base64(next), Telephone, Officer, Ct));
        Assert.Null(await new EndDevice(Db, Clock).RunAsync(Telephone, Officer, Ct));

        Assert.Equal(new DeviceRevoked(), await SetSigningKey.RunAsync(Base64(next), Telephone, Head, Ct));

        Assert.Equal(Base64(SigningKey), await KeyOfAsync(Telephone));
    }

    private static string Base64(ECDsa key) => Convert.ToBase64String(key.ExportSubjectPublicKeyInfo());

    private async Task<string> KeyOfAsync(DeviceId id) => Convert.ToBase64String((await Stored().Devices.SingleAsync(device => device.Id == id, Ct)).SigningKey!);

    private Task<int> ChangesAsync() => Stored().Set<AuditEntry>().CountAsync(entry => entry.Change == nameof(SigningKeySet), Ct);
}
