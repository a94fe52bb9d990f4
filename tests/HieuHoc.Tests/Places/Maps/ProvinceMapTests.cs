using System.Globalization;
using System.Text.RegularExpressions;
using HieuHoc.Places.Maps;

namespace HieuHoc.Tests.Places.Maps;

public sealed partial class ProvinceMapTests : PlacesTest
{
    [Fact]
    public async Task Quang_Tri_is_drawn_with_all_its_78_communes()
    {
        var map = await QuangTriAsync();

        Assert.Equal(78, map.Shapes.Count);
        Assert.All(map.Shapes, shape => Assert.Matches("^(m[^m]+z)+$", shape.Path));
        Assert.Equal(map.Shapes.Select(shape => shape.PlaceId).Order(), map.Shapes.Select(shape => shape.PlaceId));
    }

    [Fact]
    public async Task The_paths_weigh_less_than_45_kilobytes()
    {
        var map = await QuangTriAsync();

        var weight = map.Shapes.Sum(shape => shape.Path.Length);

        Assert.InRange(weight, 10_000, 45_000);
    }

    [Fact]
    public async Task Con_Co_is_seen_in_a_frame_on_the_sea()
    {
        var map = await QuangTriAsync();

        var frame = Assert.Single(map.Insets);
        var island = BoundsOf(Assert.Single(map.Shapes, shape => shape.Code == "19742"));
        Assert.Equal("Cồn Cỏ", frame.Name);
        Assert.InRange(island.Right - island.Left, 30, frame.Width);
        Assert.True(frame.X < island.Left && island.Right < frame.X + frame.Width, "it lies in the frame");
        Assert.True(frame.Y < island.Top && island.Bottom < frame.Y + frame.Height, "it lies in the frame");
        Assert.All(
            map.Shapes.Where(shape => shape.Code != "19742").SelectMany(PointsOf),
            point => Assert.False(Within(frame, point), "no other commune reaches into the frame"));
    }

    [Fact]
    public async Task Everything_lies_on_the_sheet()
    {
        var map = await QuangTriAsync();

        Assert.All(map.Shapes.SelectMany(PointsOf), point =>
        {
            Assert.InRange(point.X, 0, map.Width);
            Assert.InRange(point.Y, 0, map.Height);
        });
    }

    [Fact]
    public async Task The_same_outlines_give_the_same_map()
    {
        var outlines = await Db.OutlinesAsync((await Place("44")).Id, After, Ct);

        var (first, second) = (ProvinceMap.Draw(outlines)!, ProvinceMap.Draw(outlines)!);

        Assert.Equal(first.Shapes, second.Shapes);
        Assert.Equal(first.Insets, second.Insets);
    }

    [Fact]
    public async Task A_map_is_drawn_once_for_a_day()
    {
        var maps = new ProvinceMaps();
        var province = (await Place("44")).Id;

        var first = await maps.OfAsync(Db, province, After, Ct);
        var second = await maps.OfAsync(Db, province, After, Ct);

        Assert.NotNull(first);
        Assert.Same(first, second);
    }

    [Fact]
    public async Task A_province_without_outlines_has_no_map()
    {
        var map = await new ProvinceMaps().OfAsync(Db, (await Place("01", Then)).Id, Then, Ct);

        Assert.Null(map);
    }

    [Fact]
    public async Task A_province_of_then_is_drawn_with_its_districts_since_old_communes_have_no_outlines()
    {
        var map = await new ProvinceMaps().OfAsync(Db, (await Place("44", Then)).Id, Then, Ct);

        Assert.Equal(["450", "452", "453", "454", "455", "456", "457", "458"], map!.Shapes.Select(shape => shape.Code).Order(StringComparer.Ordinal));
        Assert.Contains("Thành phố Đồng Hới", map.Shapes.Select(shape => shape.Name));
    }

    [Fact]
    public async Task The_country_of_then_is_drawn_with_its_63_provinces()
    {
        var map = await new ProvinceMaps().OfAsync(Db, (await Place("VN")).Id, Then, Ct);

        Assert.Equal(63, map?.Shapes.Count);
    }

    [Fact]
    public async Task The_country_is_drawn_with_its_34_provinces()
    {
        var map = await new ProvinceMaps().OfAsync(Db, (await Place("VN")).Id, After, Ct);

        Assert.Equal(34, map?.Shapes.Count);
    }

    [Fact]
    public void Neighbours_share_their_border_to_the_unit()
    {
        var map = ProvinceMap.Draw(
        [
            Outline(1, "[[[0,0],[1,0],[1.013,0.37],[0.987,0.71],[1,1],[0,1],[0,0]]]"),
            Outline(2, "[[[1,0],[2,0],[2,1],[1,1],[0.987,0.71],[1.013,0.37],[1,0]]]"),
        ])!;

        var border = PointsOf(map.Shapes[0]).Intersect(PointsOf(map.Shapes[1])).ToList();

        Assert.Equal(4, border.Count);
    }

    [Fact]
    public void North_is_up()
    {
        var map = ProvinceMap.Draw([Outline(1, Square(0, 10, 1)), Outline(2, Square(0, 9, 1))])!;

        Assert.True(map.Shapes[0].LabelY < map.Shapes[1].LabelY);
    }

    [Fact]
    public void A_far_island_does_not_stretch_the_map_and_a_near_one_stands_in_place()
    {
        var map = ProvinceMap.Draw(
        [
            Outline(1, Square(0, 0, 1)), Outline(2, Square(1.05, 0.5, 0.05)), Outline(3, Square(7, 0, 0.3)),
        ])!;

        var frame = Assert.Single(map.Insets);
        Assert.Equal("P3", frame.Name);
        Assert.InRange(map.Shapes[1].LabelX, BoundsOf(map.Shapes[0]).Right, map.Width);
        Assert.True(Within(frame, (map.Shapes[2].LabelX, map.Shapes[2].LabelY)));
    }

    [Fact]
    public void Two_frames_do_not_cover_each_other_nor_the_land()
    {
        var map = ProvinceMap.Draw([Outline(1, Square(0, 0, 1)), Outline(2, Square(5, 0, 0.2)), Outline(3, Square(5, 1, 0.2))])!;

        Assert.Equal(2, map.Insets.Count);
        Assert.All(map.Insets, frame => Assert.True(frame.X > BoundsOf(map.Shapes[0]).Right && frame.X + frame.Width <= map.Width));
        Assert.True(map.Insets[0].Y + map.Insets[0].Height <= map.Insets[1].Y);
    }

    [Fact]
    public void Islets_too_small_to_be_seen_are_dots_in_the_frame()
    {
        var islets = """{"type":"MultiPolygon","coordinates":[[[[5,0],[5.001,0],[5.001,0.001],[5,0]]],[[[9,3],[9.001,3],[9.001,3.001],[9,3]]]]}""";

        var map = ProvinceMap.Draw([Outline(1, Square(0, 0, 1)), new MapOutline(2, "2", "P2", "P2", islets)])!;

        Assert.Equal(2, map.Shapes[1].Path.Count(letter => letter == 'z'));
        Assert.Equal(8, PointsOf(map.Shapes[1]).Distinct().Count());
    }

    [Fact]
    public void The_point_for_a_label_lies_inside_even_of_a_crescent()
    {
        var crescent = "[[[0,0],[3,0],[3,3],[0,3],[0,2.8],[2.8,2.8],[2.8,0.2],[0,0.2],[0,0]]]";

        var shape = ProvinceMap.Draw([Outline(1, crescent)])!.Shapes[0];

        Assert.InRange(shape.LabelX, (int)(BoundsOf(shape).Right * 0.93), BoundsOf(shape).Right);
    }

    [Fact]
    public void Nothing_to_draw_is_no_map()
    {
        Assert.Null(ProvinceMap.Draw([]));
    }

    private async Task<ProvinceMap> QuangTriAsync() =>
        ProvinceMap.Draw(await Db.OutlinesAsync((await Place("44")).Id, After, Ct))!;

    private static MapOutline Outline(int id, string coordinates) =>
        new(id, $"{id}", $"P{id}", $"Xã P{id}", $$"""{"type":"Polygon","coordinates":{{coordinates}}}""");

    private static string Square(double x, double y, double side) => string.Create(
        CultureInfo.InvariantCulture, $"[[[{x},{y}],[{x + side},{y}],[{x + side},{y + side}],[{x},{y + side}],[{x},{y}]]]");

    private static bool Within(MapInset frame, (int X, int Y) point) =>
        frame.X < point.X && point.X < frame.X + frame.Width && frame.Y < point.Y && point.Y < frame.Y + frame.Height;

    private static (int Left, int Top, int Right, int Bottom) BoundsOf(MapShape shape)
    {
        var points = PointsOf(shape).ToList();

        return (points.Min(p => p.X), points.Min(p => p.Y), points.Max(p => p.X), points.Max(p => p.Y));
    }

    /// <summary>Reads path data as a browser does.</summary>
    private static IEnumerable<(int X, int Y)> PointsOf(MapShape shape)
    {
        var (at, start) = ((X: 0, Y: 0), (X: 0, Y: 0));

        foreach (var (letter, numbers) in Command().Matches(shape.Path).Select(match => (match.Value[0], Numbers(match.Value))))
        {
            at = letter == 'z' ? start : at;

            for (var i = 0; i < numbers.Count; i += letter is 'h' or 'v' ? 1 : 2)
            {
                at = letter switch
                {
                    'h' => (at.X + numbers[i], at.Y),
                    'v' => (at.X, at.Y + numbers[i]),
                    _ => (at.X + numbers[i], at.Y + numbers[i + 1]),
                };
                start = letter == 'm' && i == 0 ? at : start;

                yield return at;
            }
        }
    }

    private static List<int> Numbers(string command) =>
        [.. Number().Matches(command).Select(match => int.Parse(match.Value, CultureInfo.InvariantCulture))];

    [GeneratedRegex("[mlhvz][^mlhvz]*")]
    private static partial Regex Command();

    [GeneratedRegex("-?[0-9]+")]
    private static partial Regex Number();
}
