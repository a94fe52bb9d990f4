using HieuHoc.Access;
using HieuHoc.Platform;
using HieuHoc.Returns;
using HieuHoc.Web.Hosting;
using Microsoft.AspNetCore.Mvc;

namespace HieuHoc.Web.Pages.Rounds;

/// <summary>Chốt số liệu: what is not confirmed is listed before the figures are closed.</summary>
[For(Capability.OpenRounds)]
public sealed class CloseModel(HieuHocDb db, Actor actor, ReadRoundProgress readProgress, CloseRound closeRound) : RoundPage(db, actor)
{
    /// <summary>Those whose figures will not be among the closed ones.</summary>
    public IReadOnlyList<ProgressLine> Open { get; private set; } = [];

    /// <summary>How many returns are confirmed.</summary>
    public int Confirmed { get; private set; }

    public void OnGet()
    {
    }

    public async Task<IActionResult> OnPostCloseAsync(CancellationToken ct)
    {
        var outcome = await closeRound.RunAsync(Round.Id, Actor, ct);

        return outcome.Refusal is { } refusal ? this.Refuse(refusal) : Redirect($"/rounds/{Id}");
    }

    protected override async Task ReadAsync(CancellationToken ct)
    {
        var all = await readProgress.RunAsync(Round, Actor, ct);
        Open = [.. all.Where(line => !line.IsConfirmed)];
        Confirmed = all.Count - Open.Count;
    }
}
