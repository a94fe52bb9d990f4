using HieuHoc.Platform;
using HieuHoc.Platform.Keys;
using HieuHoc.Testing;
using Microsoft.EntityFrameworkCore;

namespace HieuHoc.Tests.Platform.Keys;

public sealed class EstablishKeysTests : DatabaseTest
{
    private readonly string folder = Directory.CreateTempSubdirectory("hieuhoc-keys-").FullName;

    private KeyRingPlace InFile => Place(Path.Combine(folder, "ring.keys"));

    private EstablishKeys EstablishKeys => new(Stored(), Clock);

    [Fact]
    public async Task A_database_that_no_ring_has_written_gets_one()
    {
        var ring = await EstablishKeys.RunAsync(InFile, Ct);

        Assert.Equal([1], ring.Value.Ids);
        Assert.Equal(1, (await Stored().KeyChecks.SingleAsync(Ct)).KeyId);
        Assert.Null((await EstablishKeys.CheckAsync(InFile, Ct)).Refusal);
    }

    [Fact]
    public async Task Starting_again_with_the_same_ring_changes_nothing()
    {
        await EstablishKeys.RunAsync(InFile, Ct);
        var before = await Stored().KeyChecks.SingleAsync(Ct);

        await EstablishKeys.RunAsync(InFile, Ct);

        Assert.Equal(before.KnownText, (await Stored().KeyChecks.SingleAsync(Ct)).KnownText);
    }

    [Fact]
    public async Task A_restored_database_without_its_ring_is_refused_and_gets_no_other()
    {
        await EstablishKeys.RunAsync(InFile, Ct);
        File.Delete(InFile.File);

        var outcome = await EstablishKeys.RunAsync(InFile, Ct);

        Assert.Equal(new KeysMissing(InFile.File), outcome.Refusal);
        Assert.False(File.Exists(InFile.File));
    }

    [Fact]
    public async Task Another_ring_is_refused_with_the_number_of_the_key()
    {
        await EstablishKeys.RunAsync(InFile, Ct);
        File.Delete(InFile.File);
        InFile.Make();

        Assert.Equal(new KeysDoNotFit(1), (await EstablishKeys.RunAsync(InFile, Ct)).Refusal);
        Assert.Equal(new KeysDoNotFit(1), (await EstablishKeys.CheckAsync(InFile, Ct)).Refusal);
    }

    [Fact]
    public async Task A_ring_that_lost_a_key_is_refused()
    {
        await EstablishKeys.RunAsync(Place(TestKeys.Text), Ct);

        var outcome = await EstablishKeys.RunAsync(Place(TestKeys.Text.Split(',')[1]), Ct);

        Assert.Equal(new KeysDoNotFit(1), outcome.Refusal);
    }

    [Fact]
    public async Task A_rotated_ring_is_noted_and_the_older_one_no_longer_fits()
    {
        await EstablishKeys.RunAsync(InFile, Ct);
        var older = await File.ReadAllTextAsync(InFile.File, Ct);

        var rotated = await new RotateKeys(EstablishKeys).RunAsync(InFile, Ct);

        Assert.Equal(2, rotated.Value.CurrentId);
        Assert.Equal([1, 2], await Stored().KeyChecks.Select(check => check.KeyId).Order().ToListAsync(Ct));
        await File.WriteAllTextAsync(InFile.File, older, Ct);
        Assert.Equal(new KeysDoNotFit(2), (await EstablishKeys.CheckAsync(InFile, Ct)).Refusal);
    }

    [Fact]
    public async Task A_ring_of_another_database_is_not_rotated()
    {
        await EstablishKeys.RunAsync(Place(TestKeys.Text), Ct);
        InFile.Make();
        var before = await File.ReadAllTextAsync(InFile.File, Ct);

        var outcome = await new RotateKeys(EstablishKeys).RunAsync(InFile, Ct);

        Assert.Equal(new KeysDoNotFit(1), outcome.Refusal);
        Assert.Equal(before, await File.ReadAllTextAsync(InFile.File, Ct));
    }

    [Fact]
    public async Task A_ring_in_the_environment_is_not_rotated() =>
        Assert.Equal(new KeysNotInFile(), (await new RotateKeys(EstablishKeys).RunAsync(Place(TestKeys.Text), Ct)).Refusal);

    public override async ValueTask DisposeAsync()
    {
        await base.DisposeAsync();
        Directory.Delete(folder, recursive: true);
        GC.SuppressFinalize(this);
    }

    private KeyRingPlace Place(string value) => new(value, Path.Combine(folder, "data"));
}
