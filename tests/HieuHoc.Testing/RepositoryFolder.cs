namespace HieuHoc.Testing;

/// <summary>Where the checkout lies that the tests were built from.</summary>
public static class RepositoryFolder
{
    /// <summary>The folder with HieuHoc.slnx.</summary>
    public static string Path { get; } = Find();

    /// <summary>The law as data.</summary>
    public static string Packs => Under("packs");

    /// <summary>A file or folder of the checkout.</summary>
    public static string Under(params string[] parts) => System.IO.Path.Combine([Path, .. parts]);

    private static string Find()
    {
        for (var folder = new DirectoryInfo(AppContext.BaseDirectory); folder is not null; folder = folder.Parent)
        {
            if (File.Exists(System.IO.Path.Combine(folder.FullName, "HieuHoc.slnx")))
            {
                return folder.FullName;
            }
        }

        throw new DirectoryNotFoundException($"No folder above {AppContext.BaseDirectory} holds HieuHoc.slnx.");
    }
}
