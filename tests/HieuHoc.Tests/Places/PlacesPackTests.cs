using HieuHoc.Places;
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
    [InlineData("units.csv", "\n00004,", "\n4,", "units.csv:36", "pack.mistake.code")]
    [InlineData("units.csv", "\n00008,", "\n00004,", "units.csv:37", "pack.mistake.twice")]
    [InlineData("units.csv", "commune,phường,01,2.97", "commune,phường,02,2.97", "units.csv:36", "pack.mistake.parent")]
    [InlineData("units.csv", "Phường Ba Đình,", "Phường Ba Dinh,", "units.csv:36", "pack.mistake.name-and-kind")]
    [InlineData("units.csv", "04,Cao Bằng,Tỉnh Cao Bằng,province", "04,Cao Bằng,Tỉnh Cao Bằng,district", "units.csv:3", "pack.mistake.level")]
    [InlineData("units.csv", "01,Hà Nội,Thành phố", "01,\"Hà Nội,Thành phố", "units.csv:2", "pack.mistake.line")]
    [InlineData("units.csv", ",2.97,65023,", ",2.97,", "units.csv:36", "pack.mistake.line")]
    [InlineData("units.csv", "code,name,", "name,code,", "units.csv:1", "pack.mistake.columns")]
    [InlineData("changes.csv", "75,province,Tỉnh Đồng Nai,75", "75,province,Tỉnh Đồng Nai,76", "changes.csv:2", "pack.mistake.code")]
    [InlineData("changes.csv", "Xã Lộc Ninh,25270,Phường", "Xã Lộc Ninh,25270,Thị trấn", "changes.csv:3", "pack.mistake.name-and-kind")]
    [InlineData("changes.csv", "QH16,2026-04-30", "QH16,30/04/2026", "changes.csv:2", "pack.mistake.day")]
    [InlineData("aliases.csv", "06970,06978", "06970,00004", "aliases.csv:2", "pack.mistake.code")]
    [InlineData("boundaries.communes-44.geojson", "\"id\":\"19742\"", "\"id\":\"19999\"", "2026-04-30.boundaries.communes-44.geojson#19999", "pack.mistake.code")]
    [InlineData("boundaries.communes-44.geojson", "FeatureCollection", "Feature\"Collection", "2026-04-30.boundaries.communes-44.geojson", "pack.mistake.json")]
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
        Change("units.csv", "96,Cà Mau,Tỉnh Cà Mau,province,tỉnh,,7942.39,2606672", "97,Cà Mau,Tỉnh Cà Mau,commune,tỉnh,01,7942.39,2606672");

        var mistakes = kind.Check(kind.Parse(file.ReadText()), file, new PackShelf([kind])).ToList();

        Assert.Contains(new PackMistake("units.csv", "pack.mistake.count", "Province 33 ≠ 34"), mistakes);
        Assert.Contains(new PackMistake("units.csv", "pack.mistake.count", "Commune 3322 ≠ 3321"), mistakes);
    }

    [Fact]
    public void A_missing_file_is_a_mistake_and_not_a_crash()
    {
        var file = Copy();
        File.Delete(PathOf("changes.csv"));

        var mistakes = kind.Check(kind.Parse(file.ReadText()), file, new PackShelf([kind])).ToList();

        Assert.Equal([new PackMistake("changes.csv", "pack.mistake.file", "changes.csv")], mistakes);
    }

    public void Dispose() => folder.Delete(recursive: true);

    private PackFile Copy()
    {
        foreach (var path in Directory.GetFiles(Path.Combine(RepositoryFolder.Packs, "places", "vn"), "2026-04-30.*"))
        {
            File.Copy(path, Path.Combine(folder.FullName, Path.GetFileName(path)));
        }

        return new PackFile("places", "vn", "2026-04-30", PathOf("json"));
    }

    private void Change(string suffix, string from, string to)
    {
        var text = File.ReadAllText(PathOf(suffix));
        var at = text.IndexOf(from, StringComparison.Ordinal);
        Assert.True(at >= 0, $"'{from}' is not in {suffix}");

        File.WriteAllText(PathOf(suffix), text[..at] + to + text[(at + from.Length)..]);
    }

    private string PathOf(string suffix) => Path.Combine(folder.FullName, "2026-04-30." + suffix);
}
