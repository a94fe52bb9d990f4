using HieuHoc.Papers;
using HieuHoc.Platform;
using HieuHoc.Reporting;
using Microsoft.AspNetCore.Mvc;
using Microsoft.AspNetCore.Mvc.RazorPages;

namespace HieuHoc.Web.Hosting;

/// <summary>How a page hands out a paper.</summary>
public static class PaperFiles
{
    private const string WordType = "application/vnd.openxmlformats-officedocument.wordprocessingml.document";

    extension(PageModel page)
    {
        /// <summary>The Word file of a paper, or why there is none.</summary>
        public IActionResult Word(Outcome<RoundPaper> built)
        {
            if (built.Refusal is { } refusal)
            {
                return page.Refuse(refusal);
            }

            // Whole in memory before the first byte is sent: a file that breaks off looks like a file.
            var stream = new MemoryStream();
            WordPaper.Write(built.Value.Paper, stream);
            stream.Position = 0;

            return page.File(stream, WordType, built.Value.FileName);
        }
    }
}
