using System.Security.Cryptography;
using HieuHoc.Platform.Keys;
using HieuHoc.Testing;

namespace HieuHoc.Tests.Platform.Keys;

public sealed class KeyRingTests
{
    private const string Purpose = "person.number";
    private const string Row = "1/01890a5d-ac96-774b-bcce-b302099a8057";

    private static readonly KeyRing First = TestKeys.RingOf(TestKeys.Text.Split(',')[0]);
    private static readonly KeyRing Rotated = TestKeys.Ring;

    [Theory]
    [InlineData("")]
    [InlineData("045098012345")]
    [InlineData("Nguyễn Thị Ánh")]
    public void What_was_protected_is_read_again(string plain)
    {
        var cipher = Rotated.Protect(Purpose, plain, Row);

        Assert.Equal(plain, Rotated.UnprotectText(Purpose, cipher, Row));
    }

    [Fact]
    public void The_same_text_is_never_protected_the_same_way_twice() =>
        Assert.NotEqual(Rotated.Protect(Purpose, "045098012345", Row), Rotated.Protect(Purpose, "045098012345", Row));

    [Fact]
    public void A_cipher_moved_to_another_row_does_not_open()
    {
        var cipher = Rotated.Protect(Purpose, "045098012345", Row);

        Assert.Throws<AuthenticationTagMismatchException>(() => Rotated.Unprotect(Purpose, cipher, "1/other"));
    }

    [Fact]
    public void A_cipher_of_another_purpose_does_not_open()
    {
        var cipher = Rotated.Protect(Purpose, "045098012345", Row);

        Assert.Throws<AuthenticationTagMismatchException>(() => Rotated.Unprotect("person.phone", cipher, Row));
    }

    [Fact]
    public void Every_changed_bit_is_noticed()
    {
        var cipher = Rotated.Protect(Purpose, "045098012345", Row);

        for (var bit = 0; bit < cipher.Length * 8; bit++)
        {
            var changed = cipher.ToArray();
            changed[bit / 8] ^= (byte)(1 << (bit % 8));

            Assert.ThrowsAny<CryptographicException>(() => Rotated.Unprotect(Purpose, changed, Row));
        }
    }

    [Fact]
    public void A_cut_cipher_is_noticed()
    {
        var cipher = Rotated.Protect(Purpose, "045098012345", Row);

        for (var length = 0; length < cipher.Length; length++)
        {
            Assert.ThrowsAny<CryptographicException>(() => Rotated.Unprotect(Purpose, cipher.AsSpan(0, length), Row));
        }
    }

    [Fact]
    public void A_rotated_ring_reads_what_its_older_key_protected_and_protects_with_the_newer()
    {
        var old = First.Protect(Purpose, "045098012345", Row);
        var young = Rotated.Protect(Purpose, "045098012345", Row);

        Assert.Equal("045098012345", Rotated.UnprotectText(Purpose, old, Row));
        Assert.Equal((false, true), (Rotated.IsCurrent(old), Rotated.IsCurrent(young)));
        Assert.Throws<CryptographicException>(() => First.Unprotect(Purpose, young, Row));
    }

    [Fact]
    public void A_value_is_found_by_the_same_32_bytes_and_by_no_others()
    {
        var lookup = Rotated.Lookup(Purpose, "045098012345");

        Assert.Equal(32, lookup.Length);
        Assert.Equal(lookup, Rotated.Lookup(Purpose, "045098012345"));
        Assert.NotEqual(lookup, Rotated.Lookup(Purpose, "045098012346"));
        Assert.NotEqual(lookup, Rotated.Lookup("person.phone", "045098012345"));
        Assert.NotEqual(lookup, First.Lookup(Purpose, "045098012345"));
    }

    [Fact]
    public void Before_its_row_is_written_again_a_value_is_found_under_its_older_key() =>
        Assert.Equal(
            [Rotated.Lookup(Purpose, "045098012345"), First.Lookup(Purpose, "045098012345")], Rotated.Lookups(Purpose, "045098012345"));

    [Fact]
    public void A_seal_a_lookup_and_a_cipher_share_no_key()
    {
        var content = "045098012345"u8;

        Assert.NotEqual(Rotated.Lookup(Purpose, "045098012345"), Rotated.Seal(2, Purpose, content));
        Assert.NotEqual(Rotated.Seal(1, Purpose, content), Rotated.Seal(2, Purpose, content));
        Assert.Equal(First.Seal(1, Purpose, content), Rotated.Seal(1, Purpose, content));
    }
}
