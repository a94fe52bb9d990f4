using HieuHoc.Platform;
using HieuHoc.Platform.Packs;
using HieuHoc.Testing;
using Microsoft.EntityFrameworkCore;

namespace HieuHoc.Tests.Places;

public sealed class SecondPlacesPackTests : PlacesTest
{
    [Fact]
    public async Task A_second_pack_of_places_is_refused_with_the_name_of_the_first()
    {
        using var folder = new PackFolder();
        var source = Directory.GetFiles(RepositoryFolder.Under("packs", "places"), "*.json", SearchOption.AllDirectories).Single();
        var id = Path.GetFileName(Path.GetDirectoryName(source))!;
        folder.Write("places", id, "2099-01-01", File.ReadAllText(source)
            .Replace($"\"version\": \"{Path.GetFileNameWithoutExtension(source)}\"", "\"version\": \"2099-01-01\"", StringComparison.Ordinal));

        var outcome = await new LoadPacks(Db, Shelf, Clock).RunAsync(folder.Path, examples: false, Ct);

        var mistake = Assert.Single(Assert.IsType<PackFaulty>(outcome.Refusal).Mistakes);
        Assert.Equal(("pack.mistake.places-once", $"{id}/{Path.GetFileNameWithoutExtension(source)}"), (mistake.Key, mistake.Value));
        Assert.Equal(1, await Stored().Packs.CountAsync(pack => pack.Kind == "places", Ct));
    }
}
