using HieuHoc.Platform.Packs;
using HieuHoc.Testing;

namespace HieuHoc.Tests.Places;

/// <summary>Packs with made-up numbers stand beside made-up programmes alone.</summary>
public sealed class ExamplePacksTests : PlacesTest
{
    [Theory]
    [InlineData(null, true, 1)]
    [InlineData(null, false, 0)]
    [InlineData(true, false, 1)]
    [InlineData(true, true, 1)]
    [InlineData(false, true, 0)]
    [InlineData(false, false, 0)]
    public async Task They_are_loaded_beside_a_demonstration_and_never_beside_a_real_programme(bool? demo, bool asked, int loaded)
    {
        if (demo is { } isDemo)
        {
            Given.Owner(Given.Place(), demo: isDemo);
        }

        using var folder = new PackFolder();
        folder.Write("elements", "elements", "1", Given.Elements("rain.total") with { Example = true });

        var outcome = await new LoadPacks(Db, Shelf, Clock).RunAsync(folder.Path, asked, Ct);

        Assert.Equal(loaded, outcome.Value.Count);
    }
}
