using HieuHoc.Places;
using HieuHoc.Testing;

namespace HieuHoc.Tests.Places;

/// <summary>A test that reads the repository's places.</summary>
public abstract class PlacesTest : DatabaseTest
{
    /// <summary>The last day of 63 provinces and of the districts.</summary>
    protected static DateOnly Then { get; } = new(2025, 6, 30);

    protected static DateOnly Before { get; } = new(2026, 4, 29);

    protected static DateOnly After { get; } = new(2026, 4, 30);

    protected async Task<PlaceOnDay> Place(string code, DateOnly? day = null)
    {
        var place = await Db.PlaceByCodeAsync(code, day ?? After, Ct);
        Assert.NotNull(place);

        return place;
    }
}
