using HieuHoc.Places;
using HieuHoc.Platform;
using HieuHoc.Platform.Packs;
using HieuHoc.Testing;

namespace HieuHoc.Tests.Places;

public sealed class PlacesPackTests : IDisposable
{
    private readonly PlacesPackKind kind = new();
    private readonly DirectoryInfo folder = Directory.CreateTempSubdirectory("hieuhoc-pack-");

    [Fact]
    public void The_pack_of_the_product_is_without_mistakes()
    {
        var file = Copy();

        var mistakes = kind.Check(kind.Parse(file.ReadText()), file, new PackShelf([kind]));

        Assert.Empty(mistakes);
    }

    [Theory]
    [InlineData("units.2025-07-01.csv", "\n00004,", "\n4,", "units.2025-07-01.csv:36", "pack.mistake.code")]
    [InlineData("units.2025-07-01.csv", "\n00008,", "\n00004,", "units.2025-07-01.csv:37", "pack.mistake.twice")]
    [InlineData("units.2025-07-01.csv", "commune,phường,01,2.97", "commune,phường,02,2.97", "units.2025-07-01.csv:36", "pack.mistake.parent")]
    [InlineData("units.2025-07-01.csv", "Phường Ba Đình,", "Phường Ba Dinh,", "units.2025-07-01.csv:36", "pack.mistake.name-and-kind")]
    [InlineData("units.2025-07-01.csv", "04,Cao Bằng,Tỉnh Cao Bằng,province", "04,Cao Bằng,Tỉnh Cao Bằng,region", "units.2025-07-01.csv:3", "pack.mistake.level")]
    [InlineData("units.2025-07-01.csv", "01,Hà Nội,Thành phố", "01,\"Hà Nội,Thành phố", "units.2025-07-01.csv:2", "file.mistake.line")]
    [InlineData("units.2025-07-01.csv", ",2.97,65023,", ",2.97,", "units.2025-07-01.csv:36", "file.mistake.line")]
    [InlineData("units.2025-07-01.csv", "code,name,", "name,code,", "units.2025-07-01.csv:1", "file.mistake.columns")]
    [InlineData("changes.csv", "75,province,Tỉnh Đồng Nai,75", "75,province,Tỉnh Đồng Nai,76", "changes.csv:2", "pack.mistake.code")]
    [InlineData("changes.csv", "Xã Lộc Ninh,25270,Phường", "Xã Lộc Ninh,25270,Thị trấn", "changes.csv:3", "pack.mistake.name-and-kind")]
    [InlineData("changes.csv", "QH16,2026-04-30", "QH16,30/04/2026", "changes.csv:2", "pack.mistake.day")]
    [InlineData("units.before-2025-07-01.csv", "\n00001,", "\n1,", "units.before-2025-07-01.csv:761", "pack.mistake.code")]
    [InlineData("units.before-2025-07-01.csv", "commune,phường,001", "commune,phường,01", "units.before-2025-07-01.csv:761", "pack.mistake.parent")]
    [InlineData("names.before-2025-07-01.csv", "Xã Xà Phìn,", "Xã Xà,", "names.before-2025-07-01.csv:3", "pack.mistake.code")]
    [InlineData("successions.csv", "02,province,Tỉnh Hà Giang,,08", "03,province,Tỉnh Hà Giang,,08", "successions.csv:3", "pack.mistake.code")]
    [InlineData("successions.csv", "02,province,Tỉnh Hà Giang,,08", "02,province,Tỉnh Hà Giang,,09", "successions.csv:3", "pack.mistake.code")]
    [InlineData("successions.csv", "02,province,Tỉnh Hà Giang,", "02,district,Tỉnh Hà Giang,", "successions.csv:3", "pack.mistake.code")]
    [InlineData("successions.csv", "02,province,Tỉnh Hà Giang,", "02,province,Tỉnh Hà Nam,", "successions.csv:3", "pack.mistake.unit-name")]
    [InlineData("successions.csv", "08,whole,all,all,1,whole", "08,whole,all,some,1,whole", "successions.csv:3", "pack.mistake.share")]
    [InlineData("successions.csv", "08,whole,all,all,1,whole", "08,part,part,part,1,whole", "successions.csv:3", "pack.mistake.share")]
    [InlineData("successions.csv", "08,whole,all,all,1,whole", "08,whole,all,all,0,whole", "successions.csv:3", "pack.mistake.default-successor")]
    [InlineData("successions.csv", "Điều 1,2025-07-01", "Điều 1,2025-07-02", "successions.csv:3", "pack.mistake.day")]
    [InlineData("successions.csv", "02,province,Tỉnh Hà Giang,", "08,province,Tỉnh Tuyên Quang,", "units.before-2025-07-01.csv:3", "pack.mistake.no-successor")]
    [InlineData("successions.csv", "01,province,Thành phố Hà Nội,,01,province,Thành phố Hà Nội,01", "01,province,Thành phố Hà Nội,,04,province,Tỉnh Cao Bằng,04", "units.2025-07-01.csv:2", "pack.mistake.no-predecessor")]
    [InlineData("json", "\"successions\": 10634", "\"successions\": 10635", "successions.csv", "pack.mistake.count")]
    [InlineData("json", "\"changes\": 11", "\"changes\": 12", "changes.csv", "pack.mistake.count")]
    [InlineData("json", "\"names\": 182", "\"names\": 183", "units.before-2025-07-01.csv", "pack.mistake.count")]
    [InlineData("json", "\"outlines\": 126", "\"outlines\": 127", "units.before-2025-07-01.csv", "pack.mistake.count")]
    [InlineData("json", "\"from\": \"2020-01-01\"", "\"from\": \"2025-07-02\"", "$.lists", "pack.mistake.lists")]
    [InlineData("aliases.2025-07-01.csv", "06970,06978", "06970,00004", "aliases.2025-07-01.csv:2", "pack.mistake.code")]
    [InlineData("boundaries.2025-07-01.communes-44.geojson", "\"id\":\"19742\"", "\"id\":\"19999\"", "2026-11-21.boundaries.2025-07-01.communes-44.geojson#19999", "pack.mistake.code")]
    [InlineData("boundaries.2025-07-01.communes-44.geojson", "FeatureCollection", "Feature\"Collection", "2026-11-21.boundaries.2025-07-01.communes-44.geojson", "pack.mistake.json")]
    public void A_mistake_is_told_with_its_place(string suffix, string from, string to, string where, string key)
    {
        var file = Copy();
        Change(suffix, from, to);

        var mistakes = kind.Check(kind.Parse(file.ReadText()), file, new PackShelf([kind])).ToList();

        Assert.Contains(mistakes, mistake => mistake.Where == where && mistake.Key == key);
    }

    [Fact]
    public void A_file_that_lost_a_line_is_noticed_by_the_number_of_units()
    {
        var file = Copy();
        Change("units.2025-07-01.csv", "96,Cà Mau,Tỉnh Cà Mau,province,tỉnh,,7942.39,2606672", "97,Cà Mau,Tỉnh Cà Mau,commune,tỉnh,01,7942.39,2606672");

        var mistakes = kind.Check(kind.Parse(file.ReadText()), file, new PackShelf([kind])).ToList();

        Assert.Contains(new FileMistake("units.2025-07-01.csv", "pack.mistake.count", "Province 33 ≠ 34"), mistakes);
        Assert.Contains(new FileMistake("units.2025-07-01.csv", "pack.mistake.count", "Commune 3322 ≠ 3321"), mistakes);
    }

    [Theory]
    [InlineData("changes.csv")]
    [InlineData("successions.csv")]
    [InlineData("units.before-2025-07-01.csv")]
    public void A_missing_file_is_a_mistake_and_not_a_crash(string name)
    {
        var file = Copy();
        File.Delete(PathOf(name));

        var mistakes = kind.Check(kind.Parse(file.ReadText()), file, new PackShelf([kind])).ToList();

        Assert.Contains(new FileMistake(name, "pack.mistake.file", name), mistakes);
    }

    [Fact]
    public void A_second_unit_with_the_same_line_of_successions_is_told()
    {
        var file = Copy();
        var line = File.ReadLines(PathOf("successions.csv")).ElementAt(2);
        File.AppendAllText(PathOf("successions.csv"), line + "\n");

        var mistakes = kind.Check(kind.Parse(file.ReadText()), file, new PackShelf([kind])).ToList();

        Assert.Contains(new FileMistake("successions.csv:10636", "pack.mistake.twice", "02 → 08"), mistakes);
    }

    [Fact]
    public void The_head_of_the_version_before_still_reads_where_it_is_stored()
    {
        var pack = (PlacesPack)kind.Parse(LaterPlacesPackTests.HeadOfTheVersionBefore);

        Assert.Equal(new ExpectedPlaces(34, 3321), pack.Expected);
    }

    public void Dispose() => folder.Delete(recursive: true);

    private PackFile Copy()
    {
        foreach (var path in Directory.GetFiles(Path.Combine(RepositoryFolder.Packs, "places", "vn"), "2026-11-21.*"))
        {
            File.Copy(path, Path.Combine(folder.FullName, Path.GetFileName(path)));
        }

        return new PackFile("places", "vn", "2026-11-21", PathOf("json"));
    }

    private void Change(string suffix, string from, string to)
    {
        var text = File.ReadAllText(PathOf(suffix));
        var at = text.IndexOf(from, StringComparison.Ordinal);
        Assert.True(at >= 0, $"'{from}' is not in {suffix}");

        File.WriteAllText(PathOf(suffix), text[..at] + to + text[(at + from.Length)..]);
    }

    private string PathOf(string suffix) => Path.Combine(folder.FullName, "2026-11-21." + suffix);
}
