using System.Runtime.Versioning;
using HieuHoc.Platform.Keys;
using HieuHoc.Testing;

namespace HieuHoc.Tests.Platform.Keys;

public sealed class KeyRingPlaceTests : IDisposable
{
    private readonly string folder = Directory.CreateTempSubdirectory("hieuhoc-keys-").FullName;

    private KeyRingPlace Place => new(In("ring.keys"), In("data"));

    [Fact]
    public void A_ring_that_is_made_is_read_again_and_stays_when_it_is_made_twice()
    {
        var made = Place.Make().Value;

        var cipher = made.Protect("test", "x", "row");

        Assert.Equal([1], made.Ids);
        Assert.Equal("x", Place.Make().Value.UnprotectText("test", cipher, "row"));
    }

    [Fact]
    [UnsupportedOSPlatform("windows")]
    public void Only_the_user_of_the_installation_reads_the_file()
    {
        Place.Make();
        Place.Rotate();

        Assert.Equal(UnixFileMode.UserRead | UnixFileMode.UserWrite, File.GetUnixFileMode(Place.File));
    }

    [Theory]
    [InlineData(UnixFileMode.GroupRead)]
    [InlineData(UnixFileMode.OtherRead)]
    [InlineData(UnixFileMode.OtherWrite)]
    [UnsupportedOSPlatform("windows")]
    public void A_file_that_others_may_open_is_refused(UnixFileMode more)
    {
        Place.Make();
        File.SetUnixFileMode(Place.File, UnixFileMode.UserRead | UnixFileMode.UserWrite | more);

        Assert.Equal(new KeysOpenToOthers(Place.File), Place.Read().Refusal);
    }

    [Fact]
    public void A_rotated_file_has_one_key_more_and_reads_what_the_older_one_protected()
    {
        var cipher = Place.Make().Value.Protect("test", "x", "row");

        var rotated = Place.Rotate().Value;

        Assert.Equal([1, 2], rotated.Ids);
        Assert.Equal((2, "x"), (rotated.CurrentId, rotated.UnprotectText("test", cipher, "row")));
        Assert.Equal([Place.File], Directory.GetFiles(folder));
    }

    [Fact]
    public void A_ring_may_stand_in_the_environment_itself_and_is_not_rotated_there()
    {
        var place = new KeyRingPlace(TestKeys.Text, In("data"));

        Assert.Equal((true, true), (place.IsInEnvironment, place.Exists));
        Assert.Equal([1, 2], place.Make().Value.Ids);
        Assert.Equal(new KeysNotInFile(), place.Rotate().Refusal);
    }

    [Fact]
    public void A_ring_that_is_not_there_is_refused()
    {
        Assert.Equal(new KeysMissing(Place.File), Place.Read().Refusal);
        Assert.Equal(new KeysMissing(Place.File), Place.Rotate().Refusal);
    }

    [Theory]
    [InlineData("")]
    [InlineData("not a ring")]
    [InlineData("1:AAAA")]
    [InlineData("1:AQEBAQEBAQEBAQEBAQEBAQEBAQEBAQEBAQEBAQEBAQE=\n1:AgICAgICAgICAgICAgICAgICAgICAgICAgICAgICAgI=")]
    [InlineData("70000:AQEBAQEBAQEBAQEBAQEBAQEBAQEBAQEBAQEBAQEBAQE=")]
    [InlineData("1:AQEBAQEBAQEBAQEBAQEBAQEBAQEBAQEBAQEBAQEBAQE=\nmore")]
    public void A_file_that_holds_something_else_is_refused(string text)
    {
        Place.Make();
        File.WriteAllText(Place.File, text);

        Assert.Equal(new KeysUnreadable(Place.File), Place.Read().Refusal);
    }

    [Fact]
    public void A_broken_ring_in_the_environment_is_not_taken_for_a_path()
    {
        var place = new KeyRingPlace(TestKeys.Text + ",3:x", In("data"));

        Assert.Equal(new KeysUnreadable("HIEUHOC_KEYS"), place.Read().Refusal);
    }

    [Theory]
    [InlineData("data/ring.keys")]
    [InlineData("data/deeper/ring.keys")]
    [InlineData("other/../data/ring.keys")]
    public void A_ring_in_the_folder_that_backups_take_is_refused(string file)
    {
        var place = new KeyRingPlace(In(file), In("data"));

        Assert.Equal(new KeysInsideData(place.File, In("data")), place.Make().Refusal);
        Assert.False(Directory.Exists(In("data")));
    }

    public void Dispose() => Directory.Delete(folder, recursive: true);

    private string In(string name) => Path.Combine(folder, name);
}
