using HieuHoc.Papers;
using HieuHoc.Platform;
using HieuHoc.Reporting;
using Microsoft.AspNetCore.Mvc;
using Microsoft.AspNetCore.Mvc.RazorPages;

namespace HieuHoc.Web.Hosting;

/// <summary>How a page hands out the papers and workbooks that are made for a request.</summary>
public static class PaperFiles
{
    public const string Word = "application/vnd.openxmlformats-officedocument.wordprocessingml.document";
    public const string Excel = "application/vnd.openxmlformats-officedocument.spreadsheetml.sheet";

    extension(PageModel page)
    {
        /// <summary>The Word file of a paper, or why there is none.</summary>
        public IActionResult Paper(Outcome<PaperFile> built) => built.Refusal is { } refusal
            ? page.Refuse(refusal)
            : page.Download((built.Value.FileName, Word, to => WordPaper.Write(built.Value.Paper, to)));

        /// <summary>A file that is made for this request.</summary>
        public IActionResult Download((string Name, string Type, Action<Stream> Write) file)
        {
            // Whole in memory before the first byte is sent: a file that breaks off looks like a file.
            var stream = new MemoryStream();
            file.Write(stream);
            stream.Position = 0;

            return page.File(stream, file.Type, file.Name);
        }
    }
}
