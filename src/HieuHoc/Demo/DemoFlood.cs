using HieuHoc.Access;
using HieuHoc.Places;
using HieuHoc.Platform;
using HieuHoc.Returns;
using Microsoft.EntityFrameworkCore;

namespace HieuHoc.Demo;

/// <summary>The flood of early November: one decision gives the communes that were hit and have not sent more time; which they are is drawn by lot.</summary>
internal sealed class DemoFlood(DbEngine engine, Texts texts, StoryTime time)
{
    private static readonly DateOnly DecidedOn = new(2026, 11, 6);

    private static readonly DateOnly Until = new(2026, 12, 4);

    /// <summary>Extends the round for these communes, unless a stopped making did before.</summary>
    public async Task RunAsync(Owner owner, Round round, IReadOnlyList<int> communes, CancellationToken ct)
    {
        await using var db = engine.Open();

        if (await db.RoundExtensions.AnyAsync(extension => extension.Owner == owner.Id && extension.RoundId == round.Id, ct))
        {
            return;
        }

        time.Morning(DecidedOn);
        var asked = new NewExtension(
            new ExtensionId(Guid.CreateVersion7()), round.Id, texts.In("vi", "demo.flood.decision"), DecidedOn, texts.In("vi", "demo.flood.reason"), Until, communes);
        var extended = await new ExtendRound(db, new ProgrammeClock(time)).RunAsync(asked, new Actor(owner.Id, null, Role.StandingAgency, owner.PlaceId), ct);
        _ = extended.Value;
    }
}
