using System.Buffers.Text;
using System.Text;
using HieuHoc.Platform.Keys;
using HieuHoc.Testing;

namespace HieuHoc.Tests.Platform.Keys;

/// <summary>What is sealed for an installation, whoever carries it.</summary>
public sealed class InstallationKeyTests(ITestOutputHelper output)
{
    private const string Text = "Thôn Phước Hưng: 11 buổi";

    private static readonly InstallationKey Installation = new(TestKeys.Ring);
    private static readonly InstallationKey BeforeRotation = new(TestKeys.RingOf(TestKeys.Text.Split(',')[0]));
    private static readonly InstallationKey Foreign = new(TestKeys.RingOf($"2:{Convert.ToBase64String([.. Enumerable.Repeat((byte)7, 32)])}"));

    public static TheoryData<string> NoFiles { get; } = new(
        "",
        ".",
        "....",
        "{}",
        "%PDF-1.7",
        "số liệu của thôn",
        new string('.', 100_000),
        Header("{}"),
        Header("[]"),
        Header("null"),
        Header("""{"alg":7}"""),
        Header("""{"alg":"ECDH-ES","enc":"A256GCM","kid":"2"}"""),
        Header("""{"alg":"ECDH-ES","enc":"A256GCM","kid":"2","epk":7}"""),
        Header("""{"alg":"ECDH-ES","enc":"A256GCM","kid":"2","epk":null}"""),
        Header("""{"alg":"ECDH-ES","enc":"A256GCM","kid":"2","epk":{"kty":"EC","crv":"P-256","x":"AA","y":"AA"}}"""),
        Header("""{"alg":"ECDH-ES","enc":"A256GCM","kid":"\ud800","epk":{"kty":"EC","crv":"P-256","x":"AA","y":"AA"}}"""),
        With(head => head.Replace("\"ECDH-ES\"", "\"PBES2-HS256+A128KW\"", StringComparison.Ordinal)),
        With(head => head.Replace("\"A256GCM\"", "\"A128CBC-HS256\"", StringComparison.Ordinal)),
        With(head => head.Replace("\"kid\"", "\"zip\":\"DEF\",\"kid\"", StringComparison.Ordinal)),
        With(head => head.Replace("\"kid\"", "\"KID\"", StringComparison.Ordinal)));

    [Fact]
    public void What_is_sealed_for_it_opens() => Assert.Equal(Text, Encoding.UTF8.GetString(Installation.Open(Sealed()).Value));

    [Fact]
    public void The_same_ring_gives_the_same_key_after_a_restart_and_the_newest_one_of_it()
    {
        Assert.Equal(Installation.Public, new InstallationKey(TestKeys.Ring).Public);
        Assert.StartsWith("2.", Installation.Public.Kid, StringComparison.Ordinal);
        Assert.Equal(("EC", "P-256"), (Installation.Public.Kty, Installation.Public.Crv));
    }

    [Fact]
    public void What_was_sealed_before_the_keys_were_rotated_still_opens() =>
        Assert.Equal(Text, Encoding.UTF8.GetString(Installation.Open(SealedFile.Seal(Text, BeforeRotation.Public)).Value));

    [Fact]
    public void What_was_sealed_for_another_installation_is_told_apart_although_its_key_has_the_same_number() =>
        Assert.Equal(new SealedForAnother(), Installation.Open(SealedFile.Seal(Text, Foreign.Public)).Refusal);

    [Fact]
    public void What_names_this_installation_and_was_sealed_for_another_does_not_open() =>
        Assert.Equal(new SealedDamaged(), Installation.Open(SealedFile.Seal(Text, Foreign.Public with { Kid = Installation.Public.Kid })).Refusal);

    [Fact]
    public void A_point_that_is_not_on_the_curve_is_damage() =>
        Assert.Equal(
            new SealedDamaged(),
            Installation.Open(With(head => System.Text.RegularExpressions.Regex.Replace(head, "\"x\":\"[^\"]+\"", $"\"x\":\"{new string('A', 43)}\""))).Refusal);

    [Theory]
    [MemberData(nameof(NoFiles))]
    public void What_is_no_such_text_is_told_so(string text) => Assert.Equal(new SealedUnreadable(), Installation.Open(text).Refusal);

    [Fact]
    public void Whichever_bit_is_flipped_it_does_not_open_and_does_not_break()
    {
        var bytes = Encoding.Latin1.GetBytes(Sealed());
        var opened = new List<int>();

        for (var bit = 0; bit < bytes.Length * 8; bit++)
        {
            bytes[bit / 8] ^= (byte)(1 << (bit % 8));

            if (Installation.Open(Encoding.Latin1.GetString(bytes)).Refusal is null)
            {
                opened.Add(bit);
            }

            bytes[bit / 8] ^= (byte)(1 << (bit % 8));
        }

        Assert.Equal([], opened);
    }

    [Theory]
    [InlineData(20_261_123)]
    [InlineData(null)]
    public void Two_thousand_damaged_texts_end_in_a_refusal(int? seed)
    {
        var from = seed ?? Random.Shared.Next();
        output.WriteLine($"seed {from}");
        var (random, text) = (new Random(from), Sealed());

        for (var i = 0; i < 2_000; i++)
        {
            var damaged = SealedFile.Mutated(text, random);
            Assert.True(damaged == text || Installation.Open(damaged).Refusal is not null, $"seed {from}: {damaged}");
        }
    }

    private static string Sealed() => SealedFile.Seal(Text, Installation.Public);

    /// <summary>A text that is good but for its header.</summary>
    private static string Header(string json) => With(_ => json);

    private static string With(Func<string, string> header)
    {
        var parts = Sealed().Split('.');

        return string.Join('.', [Base64Url.EncodeToString(Encoding.UTF8.GetBytes(header(Encoding.UTF8.GetString(Base64Url.DecodeFromChars(parts[0]))))), .. parts[1..]]);
    }
}
