using Microsoft.Extensions.FileProviders;
using Microsoft.Extensions.Primitives;

namespace HieuHoc.Web.Hosting;

/// <summary>Files that do not change while the site runs, so that nobody asks the system to watch them.</summary>
internal sealed class FilesAtRest(IFileProvider files) : IFileProvider
{
    public IFileInfo GetFileInfo(string subpath) => files.GetFileInfo(subpath);

    public IDirectoryContents GetDirectoryContents(string subpath) => files.GetDirectoryContents(subpath);

    public IChangeToken Watch(string filter) => NullChangeToken.Singleton;
}
