using System.Globalization;
using System.Xml.Linq;
using HieuHoc.Web.Components;
using Microsoft.AspNetCore.Html;

namespace HieuHoc.Web.Tests.Components;

public sealed class ChartTests
{
    private static readonly XNamespace Svg = "http://www.w3.org/2000/svg";

    [Fact]
    public void A_bar_goes_from_nothing_to_all_and_every_part_is_named_and_leads_to_its_rows()
    {
        var svg = Read(BarChart.Render("b", [new BarPart("part-confirmed", 3, "Đã xác nhận: 3", "/returns?a=1&b=2"), new BarPart("part-sent", 0, "Đã gửi: 0", "/x"), new BarPart("part-entering", 1, "Đang nhập: 1", null)], "3 trong 4", "Báo cáo"));

        var parts = svg.Descendants(Svg + "rect").ToList();
        Assert.Equal([("0", "750"), ("750", "250")], parts.Select(part => (Value(part, "x"), Value(part, "width"))));
        Assert.Equal(["Đã xác nhận: 3", "Đang nhập: 1"], parts.Select(part => part.Parent!.Element(Svg + "title")!.Value));
        Assert.Equal("/returns?a=1&b=2", Value(Assert.Single(svg.Descendants(Svg + "a")), "href"));
        Named(svg, "b", "group", "3 trong 4", "Báo cáo");
    }

    [Fact]
    public void A_bar_without_links_is_a_picture_and_one_of_nothing_is_empty()
    {
        var svg = Read(BarChart.Render("b", [new BarPart("part-confirmed", 0, "không", null)], "chưa có", "Báo cáo"));

        Assert.Empty(svg.Descendants(Svg + "rect"));
        Named(svg, "b", "img", "chưa có", "Báo cáo");
    }

    [Fact]
    public void Dots_stand_in_the_order_of_their_values_and_the_own_one_has_its_words()
    {
        var svg = Read(DotChart.Render(
            "d",
            [new Dot(30, "Xã C: 30 %", "/c", false, true), new Dot(10, "Xã A: 10 %", "/a", false, false), new Dot(20, "Xã B: 20 %", null, true, false)],
            20, new DotWords("Xã B: 20 %, thứ 2", "giữa 20 %", "thấp nhất 10 %", "cao nhất 30 %"), "Xã B thứ 2", "Mỗi chấm là một xã"));

        var dots = svg.Descendants(Svg + "circle").OrderBy(dot => Number(dot, "cx")).ToList();
        Assert.Equal(["Xã A: 10 %", "Xã B: 20 %", "Xã C: 30 %"], dots.Select(dot => dot.Parent!.Element(Svg + "title")!.Value));
        Assert.Equal(["map-4", "own", "waiting"], dots.Select(dot => Value(dot, "class")));
        Assert.Equal(["/a", "/c"], svg.Descendants(Svg + "a").Select(link => Value(link, "href")).Order());
        Assert.Equal(["Xã B: 20 %, thứ 2", "giữa 20 %", "thấp nhất 10 %", "cao nhất 30 %"], svg.Descendants(Svg + "text").Select(text => text.Value));
        Named(svg, "d", "group", "Xã B thứ 2", "Mỗi chấm là một xã");
        Inside(svg);
    }

    [Fact]
    public void Equal_dots_stand_above_each_other_and_the_own_one_on_top()
    {
        var svg = Read(DotChart.Render(
            "d", [new Dot(5, "own", null, true, false), new Dot(5, "b", null, false, false), new Dot(5, "c", null, false, false)],
            5, new DotWords(null, "giữa", "thấp", "cao"), "t", "d"));

        var dots = svg.Descendants(Svg + "circle").ToList();
        Assert.Single(dots.Select(dot => Value(dot, "cx")).Distinct());
        Assert.Equal(3, dots.Select(dot => Value(dot, "cy")).Distinct().Count());
        Assert.Equal("own", Value(dots.MinBy(dot => Number(dot, "cy"))!, "class"));
        Inside(svg);
    }

    [Fact]
    public void A_year_without_a_value_breaks_the_line_and_is_no_zero()
    {
        var svg = Read(Line([(2022, 10m), (2023, 12m), (2024, null), (2025, 14m), (2026, 15m)]));

        Assert.Equal([2, 2], svg.Elements(Svg + "polyline").Select(line => Value(line, "points")!.Split(' ').Length));
        Assert.Equal(4, svg.Descendants(Svg + "circle").Count());
        Assert.Equal(["2022", "2023", "2024", "2025", "2026"], Words(svg).Take(5));
        Inside(svg);
    }

    [Fact]
    public void A_year_alone_is_a_point_and_an_estimate_is_hollow()
    {
        var svg = Read(LineChart.Render("l", new ChartLine("Xã A", [new LinePoint(2025, 7, "7 %", "Xã A, năm 2025: 7 %", "/a", true), new LinePoint(2026, null, "", "", "/b", false)]), null, null, "một năm", "d"));

        Assert.Empty(svg.Elements(Svg + "polyline"));
        Assert.Equal("waiting", Value(Assert.Single(svg.Descendants(Svg + "circle")), "class"));
        Assert.Equal(("/a", "Xã A, năm 2025: 7 %"), (Value(Assert.Single(svg.Descendants(Svg + "a")), "href"), svg.Descendants(Svg + "a").Single().Element(Svg + "title")!.Value));
        Named(svg, "l", "group", "một năm", "d");
    }

    [Fact]
    public void The_target_is_a_named_level_and_the_other_line_bears_its_name_and_newest_value()
    {
        var svg = Read(Line([(2022, 10m), (2023, 12m)], [(2022, 9m), (2023, 9m)], new TargetLine("ít nhất 60 %", 60)));

        Assert.Contains("ít nhất 60 %", Words(svg));
        Assert.Contains("Tỉnh 9", Words(svg));
        Assert.Equal(["other", "own"], svg.Elements(Svg + "polyline").Select(line => Value(line, "class")));
        Assert.NotNull(svg.Elements(Svg + "path").Single().Attribute("stroke-dasharray"));
        Inside(svg);
    }

    // By geometry: what the words of a line are drawn with is 14 units high, and its signs are no wider than 7.6 on average.
    [Fact]
    public void No_words_lie_on_others_whatever_the_years_say()
    {
        var random = new Random(20_260_101);

        for (var i = 0; i < 400; i++)
        {
            var at = (decimal)(random.NextDouble() * 90);
            var spread = random.Next(4) * 5m;
            decimal? Value() => random.Next(5) == 0 ? null : Math.Round(at + (spread * (decimal)random.NextDouble()), 1);
            IReadOnlyList<(int, decimal?)> own = [.. Enumerable.Range(2022, 5).Select(year => (year, year == 2022 ? (decimal?)Math.Round(at, 1) : Value()))];
            IReadOnlyList<(int, decimal?)> other = [.. Enumerable.Range(2022, 5).Select(year => (year, Value()))];
            var svg = Read(LineChart.Render(
                "l", Of("Xã A", own), Of("Tỉnh Quảng Trị", other), new TargetLine("ít nhất 60 % vào năm 2030", Math.Round(at + (decimal)(random.NextDouble() * 20), 0)), "t", "d"));

            var boxes = svg.Elements(Svg + "text").Select(Box).ToList();
            Assert.All(boxes, box => Assert.True(box.Left >= -1 && box.Right <= 361, box.Words));
            Assert.DoesNotContain(
                from first in boxes
                from second in boxes
                where first != second && first.Left < second.Right && second.Left < first.Right && first.Top < second.Bottom && second.Top < first.Bottom
                select $"{i}: {first.Words} on {second.Words}",
                _ => true);
            // Every own number has its place.
            Assert.All(own.Where(year => year.Item2 is not null), year => Assert.Contains($"{year.Item2}", boxes.Select(box => box.Words)));
        }
    }

    private static (string Words, double Left, double Top, double Right, double Bottom) Box(XElement text)
    {
        var (x, y, length) = (Number(text, "x"), Number(text, "y"), text.Value.Length * 7.6);
        var left = Value(text, "text-anchor") switch { "start" => x, "end" => x - length, _ => x - (length / 2) };

        return (text.Value, left, y - 13, left + length, y + 4);
    }

    [Fact]
    public void A_small_change_does_not_look_like_a_fall()
    {
        var svg = Read(Line([(2022, 28.3m), (2023, 27.9m)]));

        var heights = svg.Descendants(Svg + "circle").Select(dot => Number(dot, "cy")).ToList();
        Assert.InRange(heights[1] - heights[0], 1, 15);
    }

    [Fact]
    public void No_chart_carries_a_style_and_numbers_are_written_for_the_drawing_in_every_language()
    {
        CultureInfo.CurrentCulture = CultureInfo.GetCultureInfo("vi-VN");
        var svg = Read(Line([(2022, 10.25m), (2023, 12m), (2024, 11m)]));

        Assert.DoesNotContain(svg.DescendantsAndSelf(), element => element.Attribute("style") is not null);
        Assert.DoesNotContain(svg.Descendants(Svg + "circle"), dot => Value(dot, "cy")!.Contains(',', StringComparison.Ordinal));
    }

    private static IHtmlContent Line(IReadOnlyList<(int Year, decimal? Value)> own, IReadOnlyList<(int Year, decimal? Value)>? other = null, TargetLine? target = null) =>
        LineChart.Render("l", Of("Xã A", own), other is null ? null : Of("Tỉnh", other), target, "t", "d");

    private static ChartLine Of(string name, IReadOnlyList<(int Year, decimal? Value)> points) =>
        new(name, [.. points.Select(point => new LinePoint(point.Year, point.Value, $"{point.Value}", $"{name} {point.Year}", null, false))]);

    private static XElement Read(IHtmlContent content)
    {
        using var writer = new StringWriter();
        content.WriteTo(writer, System.Text.Encodings.Web.HtmlEncoder.Default);

        return XElement.Parse(writer.ToString().Replace("<svg ", $"<svg xmlns=\"{Svg.NamespaceName}\" ", StringComparison.Ordinal));
    }

    private static IReadOnlyList<string> Words(XElement svg) => [.. svg.Elements(Svg + "text").Select(text => text.Value)];

    private static string? Value(XElement element, string attribute) => element.Attribute(attribute)?.Value;

    private static double Number(XElement element, string attribute) => double.Parse(Value(element, attribute)!, CultureInfo.InvariantCulture);

    private static void Named(XElement svg, string id, string role, string title, string description)
    {
        Assert.Equal((role, title, description), (Value(svg, "role"), svg.Element(Svg + "title")!.Value, svg.Element(Svg + "desc")!.Value));
        Assert.Equal(($"{id}-title", $"{id}-desc"), (Value(svg.Element(Svg + "title")!, "id"), Value(svg.Element(Svg + "desc")!, "id")));
    }

    /// <summary>Nothing is drawn beyond the edges.</summary>
    private static void Inside(XElement svg)
    {
        var box = Value(svg, "viewBox")!.Split(' ').Select(part => double.Parse(part, CultureInfo.InvariantCulture)).ToList();
        Assert.All(svg.Descendants(Svg + "circle"), dot => Assert.True(Number(dot, "cx") >= 0 && Number(dot, "cx") <= box[2] && Number(dot, "cy") >= 0 && Number(dot, "cy") <= box[3]));
        Assert.All(svg.Descendants(Svg + "text"), text => Assert.True(Number(text, "y") > 0 && Number(text, "y") <= box[3], text.Value));
    }
}
