using System.Globalization;
using System.Security.Cryptography;
using System.Text;
using System.Text.Json;
using HieuHoc.Platform;
using Microsoft.Extensions.FileProviders;

namespace HieuHoc.Web.Hosting;

/// <summary>
/// The script that keeps the page for work without network on a device. It names what it keeps and a version made of all of it:
/// another file, sentence or language is another worker, and browsers fetch it anew.
/// </summary>
internal static class CaptureWorker
{
    /// <summary>Above the page, because a worker answers only for what lies below it.</summary>
    public const string Address = "/capture-worker.js";

    private const string Folder = "/capture";
    private const string Script = "worker.js";

    // The page itself, whose words are of the reader's language.
    private static readonly IReadOnlyList<string> Pages = ["/capture"];

    private static readonly IReadOnlyList<string> Styles = ["/lib/bootstrap/bootstrap.min.css", "/site.css", "/favicon.svg"];

    public static IResult Write(HttpContext context, IWebHostEnvironment site)
    {
        var files = site.WebRootFileProvider;
        IReadOnlyList<string> kept = [.. Styles, .. files.GetDirectoryContents(Folder).Select(file => file.Name).Where(name => name != Script).Order(StringComparer.Ordinal).Select(name => $"{Folder}/{name}")];
        context.Response.Headers.CacheControl = "no-cache";
        var head = string.Create(
            CultureInfo.InvariantCulture,
            $"const VERSION = {JsonSerializer.Serialize(VersionOf(files, kept))};\nconst FILES = {JsonSerializer.Serialize(Pages.Concat(kept))};\n");

        return Results.Text(head + Encoding.UTF8.GetString(BytesOf(files, $"{Folder}/{Script}")), "text/javascript", Encoding.UTF8);
    }

    private static string VersionOf(IFileProvider files, IEnumerable<string> kept)
    {
        using var hash = IncrementalHash.CreateHash(HashAlgorithmName.SHA256);
        hash.AppendData(BytesOf(files, $"{Folder}/{Script}"));

        foreach (var file in kept)
        {
            hash.AppendData(BytesOf(files, file));
        }

        // What the page says comes from the product's texts and its own code.
        hash.AppendData(typeof(CaptureWorker).Module.ModuleVersionId.ToByteArray());
        hash.AppendData(typeof(Texts).Module.ModuleVersionId.ToByteArray());
        hash.AppendData(Encoding.UTF8.GetBytes(CultureInfo.CurrentUICulture.Name));

        return Convert.ToHexStringLower(hash.GetHashAndReset())[..16];
    }

    private static byte[] BytesOf(IFileProvider files, string path)
    {
        using var stream = files.GetFileInfo(path).CreateReadStream();
        using var bytes = new MemoryStream();
        stream.CopyTo(bytes);

        return bytes.ToArray();
    }
}
