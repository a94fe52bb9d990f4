using System.Text;
using System.Text.Json.Nodes;
using HieuHoc.Platform;

namespace HieuHoc.Tests.Platform;

/// <summary>The examples are those of RFC 8785.</summary>
public sealed class CanonicalJsonTests
{
    [Theory]
    [InlineData("0", "0")]
    [InlineData("-0", "0")]
    [InlineData("0.0", "0")]
    [InlineData("4.50", "4.5")]
    [InlineData("2e-3", "0.002")]
    [InlineData("333333333.33333329", "333333333.3333333")]
    [InlineData("1E30", "1e+30")]
    [InlineData("0.000000000000000000000000001", "1e-27")]
    [InlineData("1.5e-7", "1.5e-7")]
    [InlineData("0.000001", "0.000001")]
    [InlineData("1e20", "100000000000000000000")]
    [InlineData("1e21", "1e+21")]
    [InlineData("-9007199254740992", "-9007199254740992")]
    [InlineData("1000000000000000", "1000000000000000")]
    public void A_number_has_one_form(string given, string expected) => Assert.Equal(expected, Canonical(given));

    [Fact]
    public void Only_what_must_be_escaped_is() => Assert.Equal(
        """["\"\\\b\f\n\r\t\u000f","€$'<é/Thạch Hãn"]""",
        Canonical("""["\"\\\b\f\n\r\t\u000F","\u20ac$\u0027\u003C\u00e9\/Thạch Hãn"]"""));

    [Fact]
    public void Members_stand_in_the_order_of_their_letters_and_blanks_go() => Assert.Equal(
        """{"\r":"CR","1":"One","B":[true,false,null],"a":{"b":1,"c":2},"ö":"o","€":"Euro"}""",
        Canonical("""{ "€": "Euro", "\r": "CR", "a": { "c": 2, "b": 1 }, "1": "One", "ö": "o", "B": [ true, false, null ] }"""));

    [Fact]
    public void The_same_content_has_the_same_hash_whatever_the_order()
    {
        var one = CanonicalJson.Sha256(JsonNode.Parse("""{"a":1.0,"b":2}"""));
        var other = CanonicalJson.Sha256(JsonNode.Parse("""{ "b": 2, "a": 1 }"""));

        Assert.Equal(one, other);
        // Of {"a":1,"b":2} as any tool hashes it.
        Assert.Equal("43258cff783fe7036d8a43033f830adfc60ec037382473548ac742b888292777", one);
    }

    private static string Canonical(string json) => Encoding.UTF8.GetString(CanonicalJson.Of(JsonNode.Parse(json)));
}
