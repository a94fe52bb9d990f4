using System.Text.Json;
using HieuHoc.Platform;
using HieuHoc.Platform.Keys;
using HieuHoc.Testing;

namespace HieuHoc.Tests.Platform.Keys;

public sealed class ReceiptsTests
{
    private static readonly KeyRing First = TestKeys.RingOf(TestKeys.Text.Split(',')[0]);
    private static readonly Guid Id = Guid.Parse("01890a5d-ac96-774b-bcce-b302099a8057");
    private static readonly DateTime At = new(2026, 11, 21, 2, 0, 0, 123, DateTimeKind.Utc);

    public static TheoryData<string, Receipt> Changed { get; } = new()
    {
        { "id", Given() with { Id = Guid.Parse("01890a5d-ac96-774b-bcce-b302099a8058") } },
        { "version", Given() with { Version = 4 } },
        { "sha256", Given() with { Sha256 = new string('b', 64) } },
        { "receivedAt", Given() with { ReceivedAt = At.AddMilliseconds(1) } },
        { "key", Given() with { Signature = "2." + Given().Signature.Split('.')[1] } },
        { "unknown key", Given() with { Signature = "9." + Given().Signature.Split('.')[1] } },
        { "seal", Given() with { Signature = "1.AAAA" } },
        { "no base64", Given() with { Signature = "1.?" } },
        { "no key", Given() with { Signature = Given().Signature.Split('.')[1] } },
        { "nothing", Given() with { Signature = "" } },
    };

    [Fact]
    public void What_was_given_is_known_again() => Assert.True(new Receipts(First).Gave(Given()));

    [Theory]
    [MemberData(nameof(Changed))]
    public void Whatever_is_changed_it_is_no_receipt_any_more(string what, Receipt receipt) =>
        Assert.Equal((what, false), (what, new Receipts(TestKeys.Ring).Gave(receipt)));

    [Fact]
    public void After_the_keys_were_rotated_an_old_receipt_still_holds_and_new_ones_are_of_the_new_key()
    {
        var rotated = new Receipts(TestKeys.Ring);

        Assert.True(rotated.Gave(Given()));
        Assert.StartsWith("2.", rotated.Give(Id, 3, Given().Sha256, At).Signature, StringComparison.Ordinal);
    }

    [Fact]
    public void Another_installation_does_not_answer_for_it()
    {
        var other = TestKeys.RingOf($"1:{Convert.ToBase64String([.. Enumerable.Repeat((byte)7, 32)])}");

        Assert.False(new Receipts(other).Gave(Given()));
    }

    [Fact]
    public void It_survives_being_written_down_and_read_again() =>
        Assert.True(new Receipts(First).Gave(JsonSerializer.Deserialize<Receipt>(JsonSerializer.Serialize(Given(), Json.Compact), Json.Compact)!));

    [Fact]
    public void The_same_is_given_for_the_same_however_fine_the_clock_was() =>
        Assert.Equal(Given(), new Receipts(First).Give(Id, 3, Given().Sha256, At.AddTicks(9_999)));

    [Fact]
    public void It_is_no_seal_of_another_purpose() =>
        Assert.NotEqual(
            Given().Signature.Split('.')[1],
            System.Buffers.Text.Base64Url.EncodeToString(First.Seal(
                1, "audit", CanonicalJson.Of(new { Given().Id, Given().Version, Given().Sha256, Given().ReceivedAt }))));

    private static Receipt Given() => new Receipts(First).Give(Id, 3, new string('a', 64), At);
}
