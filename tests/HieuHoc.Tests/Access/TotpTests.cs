using System.Text;
using HieuHoc.Access;

namespace HieuHoc.Tests.Access;

public sealed class TotpTests
{
    private static readonly byte[] Secret = Encoding.ASCII.GetBytes("12345678901234567890");

    // Appendix B of RFC 6238, the last six of its eight digits.
    [Theory]
    [InlineData(59, "287082")]
    [InlineData(1111111109, "081804")]
    [InlineData(1111111111, "050471")]
    [InlineData(1234567890, "005924")]
    [InlineData(2000000000, "279037")]
    [InlineData(20000000000, "353130")]
    public void The_codes_are_those_of_the_standard(long seconds, string expected) =>
        Assert.Equal(expected, Totp.Code(Secret, Totp.StepOf(DateTime.UnixEpoch.AddSeconds(seconds))));

    [Theory]
    [InlineData(-2, false)]
    [InlineData(-1, true)]
    [InlineData(0, true)]
    [InlineData(1, true)]
    [InlineData(2, false)]
    public void A_clock_may_differ_by_one_step(int steps, bool found)
    {
        var now = new DateTime(2026, 11, 21, 1, 0, 0, DateTimeKind.Utc);
        var step = Totp.StepOf(now) + steps;

        Assert.Equal(found ? step : null, Totp.Find(Secret, Totp.Code(Secret, step), now, lastStep: 0));
    }

    [Fact]
    public void A_code_is_used_once_and_may_be_typed_with_a_blank()
    {
        var now = new DateTime(2026, 11, 21, 1, 0, 0, DateTimeKind.Utc);
        var step = Totp.StepOf(now);
        var code = Totp.Code(Secret, step);

        Assert.Equal(step, Totp.Find(Secret, $" {code[..3]} {code[3..]} ", now, step - 1));
        Assert.Null(Totp.Find(Secret, code, now, step));
        Assert.Null(Totp.Find(Secret, "", now, 0));
        Assert.Null(Totp.Find(Secret, "mã gì", now, 0));
    }

    [Theory]
    [InlineData("f", "MY")]
    [InlineData("foobar", "MZXW6YTBOI")]
    [InlineData("12345678901234567890", "GEZDGNBVGY3TQOJQGEZDGNBVGY3TQOJQ")]
    public void A_secret_is_written_as_apps_take_it(string secret, string expected) =>
        Assert.Equal(expected, Totp.Written(Encoding.ASCII.GetBytes(secret)));

    [Fact]
    public void The_QR_code_names_the_product_and_the_account() => Assert.Equal(
        "otpauth://totp/Hi%E1%BA%BFu%20H%E1%BB%8Dc:xa.hailang?secret=GEZDGNBVGY3TQOJQGEZDGNBVGY3TQOJQ&issuer=Hi%E1%BA%BFu%20H%E1%BB%8Dc",
        Totp.Address(Secret, "Hiếu Học", "xa.hailang"));
}
