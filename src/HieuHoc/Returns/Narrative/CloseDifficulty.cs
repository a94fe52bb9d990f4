using HieuHoc.Access;
using HieuHoc.Platform;
using Microsoft.EntityFrameworkCore;

namespace HieuHoc.Returns.Narrative;

/// <summary>Who raised a difficulty, or the standing agency, puts it away once it is answered.</summary>
public sealed class CloseDifficulty(HieuHocDb db, ProgrammeClock clock)
{
    /// <summary>Puts it away; the same request again changes nothing.</summary>
    /// <param name="startedFrom">The revision that the person's page showed.</param>
    public async Task<Outcome<Difficulty>> RunAsync(DifficultyId id, int startedFrom, Actor actor, CancellationToken ct)
    {
        if (await db.DifficultiesVisibleTo(actor).SingleOrDefaultAsync(item => item.Id == id, ct) is not { } item)
        {
            return new DifficultyNotFound();
        }

        if (!actor.May(Capability.CheckReturns) && !actor.May(Capability.RaiseDifficulties))
        {
            return new DifficultyNotYoursToClose();
        }

        if (startedFrom == item.Revision - 1 && item.ClosedAt is not null && item.ClosedBy == actor.PersonId)
        {
            return item;
        }

        if (item.Close(startedFrom, actor.PersonId, clock.Now) is { } refusal)
        {
            return refusal;
        }

        db.Record(new DifficultyClosed(id), item.Owner, actor.PersonId?.Value, clock.Now);

        return await db.SaveReturnAsync(ct) is { } ? new DifficultyChangedMeanwhile() : item;
    }
}
