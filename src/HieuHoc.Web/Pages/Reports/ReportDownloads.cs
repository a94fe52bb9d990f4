using Microsoft.AspNetCore.Mvc;
using Microsoft.AspNetCore.Mvc.RazorPages;

namespace HieuHoc.Web.Pages.Reports;

/// <summary>Hands over the files of a report.</summary>
internal static class ReportDownloads
{
    public const string Word = "application/vnd.openxmlformats-officedocument.wordprocessingml.document";
    public const string Excel = "application/vnd.openxmlformats-officedocument.spreadsheetml.sheet";

    extension(PageModel page)
    {
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
