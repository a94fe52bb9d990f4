using System.Xml.Linq;
using HieuHoc.Places.Maps;
using HieuHoc.Web.Components;

namespace HieuHoc.Tests.Places.Maps;

public sealed class PlaceMapTests
{
    private static readonly XNamespace Svg = "http://www.w3.org/2000/svg";

    private static readonly ProvinceMap Map = new(
        100,
        80,
        [new MapShape(1, "00001", "Xã Ea H’Leo", "m1 1h5v5z", 2, 2), new MapShape(2, "00002", "Đặc khu <Cồn> Cỏ", "m9 9h5v5z", 9, 9)],
        [new MapInset(60, 10, 30, 40, "Cồn & Cỏ")]);

    [Fact]
    public void A_map_with_links_is_a_named_group_and_every_link_has_one_name()
    {
        var svg = Draw(new() { [1] = new MapMark("map-2", "41 %", "/places/00001?a=1&b=2"), [2] = new MapMark("met", "đạt", "/places/00002") });

        var links = svg.Descendants(Svg + "a").ToList();
        Assert.Equal(("group", "m-title", "m-desc"), (Value(svg, "role"), Value(svg, "aria-labelledby"), Value(svg, "aria-describedby")));
        Assert.Equal(["/places/00001?a=1&b=2", "/places/00002"], links.Select(link => Value(link, "href")));
        Assert.Equal(["Xã Ea H’Leo: 41 %", "Đặc khu <Cồn> Cỏ: đạt"], links.Select(link => Assert.Single(link.Descendants(Svg + "title")).Value));
        Assert.Equal(["map-2", "met"], links.Select(link => Value(link.Element(Svg + "path")!, "class")));
    }

    [Fact]
    public void A_map_without_links_is_a_picture()
    {
        var svg = Draw(new() { [1] = new MapMark("waiting", "chưa gửi", null) });

        Assert.Equal(("img", "m-title m-desc"), (Value(svg, "role"), Value(svg, "aria-labelledby")));
        Assert.Equal(["Xã Ea H’Leo: chưa gửi", "Đặc khu <Cồn> Cỏ"], svg.Elements(Svg + "path").Select(path => path.Element(Svg + "title")!.Value));
    }

    [Fact]
    public void What_cannot_be_said_is_hatched()
    {
        var svg = Draw(new() { [1] = new MapMark("cannot-say", "chưa đủ số liệu", null), [2] = new MapMark("map-1", "3", null) });

        Assert.Equal("m-hatch", Value(Assert.Single(svg.Descendants(Svg + "pattern")), "id"));
        Assert.Equal("url(#m-hatch)", Value(svg.Element(Svg + "path")!, "fill"));
        Assert.Single(svg.Descendants(), element => element.Attribute("fill") is not null);
    }

    [Fact]
    public void The_frame_of_an_island_is_drawn_with_its_name()
    {
        var svg = Draw([]);

        var frame = Assert.Single(svg.Elements(Svg + "rect"));
        Assert.Equal(("60", "10", "30", "40"), (Value(frame, "x"), Value(frame, "y"), Value(frame, "width"), Value(frame, "height")));
        Assert.Equal("Cồn & Cỏ", svg.Element(Svg + "text")?.Value);
    }

    [Fact]
    public void Text_stays_text_and_carries_no_style()
    {
        var svg = Draw(new() { [1] = new MapMark("met", "\"><script>", "javascript:\"") }, "<b>41 trong 78 xã</b>");

        Assert.Equal("<b>41 trong 78 xã</b>", svg.Element(Svg + "title")?.Value);
        Assert.DoesNotContain(svg.Descendants(), element => element.Name.LocalName is "script" or "b");
        Assert.DoesNotContain(svg.Descendants().Attributes(), attribute => attribute.Name.LocalName is "style" or "stroke" or "color");
    }

    private static XElement Draw(Dictionary<int, MapMark> marks, string title = "Bản đồ")
    {
        var html = PlaceMap.Render("m", Map, marks, title, "Mô tả").ToString()!;

        return XElement.Parse(html.Replace("<svg ", $"<svg xmlns=\"{Svg}\" ", StringComparison.Ordinal));
    }

    private static string? Value(XElement element, string attribute) => element.Attribute(attribute)?.Value;
}
