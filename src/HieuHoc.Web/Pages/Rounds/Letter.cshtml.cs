using HieuHoc.Access;
using HieuHoc.Platform;
using HieuHoc.Reporting;
using HieuHoc.Web.Hosting;
using Microsoft.AspNetCore.Mvc;

namespace HieuHoc.Web.Pages.Rounds;

/// <summary>Công văn yêu cầu báo cáo: what it will say to how many, and the file.</summary>
[For(Capability.OpenRounds)]
public sealed class LetterModel(HieuHocDb db, Actor actor, BuildRoundPapers buildPapers) : RoundPage(db, actor)
{
    /// <summary>How many stand in its list of recipients.</summary>
    public int Recipients { get; private set; }

    public void OnGet()
    {
    }

    public async Task<IActionResult> OnGetPaperAsync(CancellationToken ct) => this.Paper(await buildPapers.LetterAsync(Round.Id, Actor, ct));

    protected override async Task ReadAsync(CancellationToken ct) => Recipients = await buildPapers.RecipientsAsync(Round, Actor, ct);
}
