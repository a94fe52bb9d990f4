using HieuHoc.Access;
using HieuHoc.Platform;
using HieuHoc.Web.Components;
using HieuHoc.Web.Hosting;
using Microsoft.AspNetCore.Mvc;
using Microsoft.AspNetCore.Mvc.RazorPages;
using Microsoft.EntityFrameworkCore;

namespace HieuHoc.Web.Pages.Me;

/// <summary>What a person is signed in with, each ended with one button.</summary>
[For(Capability.OwnAccount)]
public sealed class SecurityModel(HieuHocDb db, ProgrammeClock clock, Visitor visitor, EndSession endSession, RevokeToken revokeToken, EndDevice endDevice, Texts texts) : PageModel
{
    /// <summary>The sessions that hold, the one of this request first.</summary>
    public IReadOnlyList<Session> Sessions { get; private set; } = [];

    /// <summary>The tokens that hold, the newest first.</summary>
    public IReadOnlyList<ApiToken> Tokens { get; private set; } = [];

    /// <summary>The enrolled devices that may sign in.</summary>
    public IReadOnlyList<Device> Devices { get; private set; } = [];

    /// <summary>What became of the account: by whom, when.</summary>
    public IReadOnlyList<HistoryLine> History { get; private set; } = [];

    /// <summary>Past sign-ins too, devices and tokens among them.</summary>
    public IReadOnlyList<HistoryLine> SignIns { get; private set; } = [];

    public SessionId Own => visitor.Session!.Id;

    /// <summary>What was just done, to say so.</summary>
    [TempData(Key = "security.done")]
    public string? Done { get; set; }

    public async Task OnGetAsync(CancellationToken ct)
    {
        var actor = visitor.Actor;
        var (own, person, now) = (Own, actor.PersonId!.Value, clock.Now.Instant);
        var sessions = await db.SessionsOf(actor.Owner, person, now).AsNoTracking()
            .OrderByDescending(session => session.LastSeenAt).ThenBy(session => session.Id)
            .ToListAsync(ct);
        Sessions = [.. sessions.OrderByDescending(session => session.Id == own)];
        Devices = await db.Devices.AsNoTracking()
            .Where(device => device.Owner == actor.Owner && device.PersonId == person && device.EndedAt == null)
            .OrderBy(device => device.EnrolledAt)
            .ToListAsync(ct);
        Tokens = await db.TokensOf(actor.Owner, person, now).AsNoTracking()
            .OrderByDescending(token => token.CreatedAt).ThenBy(token => token.Id)
            .ToListAsync(ct);
        History = await db.AccountHistoryAsync(texts, actor.Owner, person, ct);
        SignIns = await db.SignInHistoryAsync(texts, actor.Owner, person, ct);
    }

    public async Task<IActionResult> OnPostEndAsync(Guid id, CancellationToken ct) =>
        await endSession.RunAsync(new SessionId(id), visitor.Actor, ct) is { } refusal ? this.Refuse(refusal) : Again("ended");

    public async Task<IActionResult> OnPostDeviceAsync(Guid id, CancellationToken ct) =>
        await endDevice.RunAsync(new DeviceId(id), visitor.Actor, ct) is { } refusal ? this.Refuse(refusal) : Again("device");

    public async Task<IActionResult> OnPostRevokeAsync(Guid id, CancellationToken ct) =>
        await revokeToken.RunAsync(new ApiTokenId(id), visitor.Actor, ct) is { } refusal ? this.Refuse(refusal) : Again("revoked");

    public async Task<IActionResult> OnPostOthersAsync(CancellationToken ct)
    {
        await endSession.OthersAsync(Own, visitor.Actor, ct);

        return Again("others");
    }

    private RedirectResult Again(string done)
    {
        Done = done;

        return Redirect("/me/security");
    }
}
