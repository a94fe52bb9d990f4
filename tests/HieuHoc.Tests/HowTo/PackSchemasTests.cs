using HieuHoc.Platform;
using HieuHoc.Platform.Packs;
using HieuHoc.Testing;

namespace HieuHoc.Tests.HowTo;

public sealed class PackSchemasTests
{
    public static TheoryData<string> Kinds { get; } = [.. PackKinds.All().Select(kind => kind.Folder)];

    [Theory]
    [MemberData(nameof(Kinds))]
    public void The_committed_schema_is_the_one_that_the_reader_follows(string folder)
    {
        var committed = File.ReadAllText(RepositoryFolder.Under("packs", "schema", $"{folder}.json"));

        var made = PackSchemas.Of(PackKinds.All().Single(kind => kind.Folder == folder));

        Assert.Equal(made, committed);
    }

    [Theory]
    [MemberData(nameof(Kinds))]
    public void Every_kind_has_a_name_that_people_read(string folder) => Assert.True(new Texts().Has($"packKind.{folder}"));

    [Fact]
    public void There_is_no_schema_of_a_kind_that_is_none()
    {
        var files = Directory.GetFiles(RepositoryFolder.Under("packs", "schema")).Select(Path.GetFileNameWithoutExtension);

        Assert.Equal(PackKinds.All().Select(kind => kind.Folder).Order(), files.Order());
    }

    [Fact]
    public void Every_committed_pack_is_without_mistakes()
    {
        var checkedFiles = LoadPacks.Check(RepositoryFolder.Packs, new PackShelf(PackKinds.All()));

        Assert.Null(checkedFiles.Refusal);
        Assert.Equal(PackFile.Find(RepositoryFolder.Packs).Count, checkedFiles.Value.Count);
    }

    [Fact]
    public void Every_committed_pack_that_stands_alone_in_json_names_its_schema()
    {
        var packs = PackFile.Find(RepositoryFolder.Packs)
            .Where(file => file.Kind != "places" && !file.ReadText().Contains("\"extends\": \"", StringComparison.Ordinal));

        Assert.All(packs, file => Assert.Contains($"\"$schema\": \"../../schema/{file.Kind}.json\"", file.ReadText(), StringComparison.Ordinal));
    }
}
