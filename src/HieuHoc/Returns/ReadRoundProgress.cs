using HieuHoc.Access;
using HieuHoc.Agencies;
using HieuHoc.Places;
using HieuHoc.Platform;
using Microsoft.EntityFrameworkCore;

namespace HieuHoc.Returns;

/// <summary>One line of the progress table of a round: who, and how far they have come.</summary>
/// <param name="ArrivedAt">UTC; when it arrived first and was not recalled again. Null while it has not.</param>
/// <param name="LateDays">By how many days it arrived late, or has not arrived; 0 when it is in time.</param>
/// <param name="IsAfterClosing">True when it arrived after the figures of the round were closed.</param>
/// <param name="Extension">The extension that holds; null when there is none.</param>
/// <param name="IsConfirmed">True when figures of it count, also while they are being corrected.</param>
/// <param name="ConfirmedAt">UTC.</param>
/// <param name="Contacts">Whom to call: the posts that answer for it.</param>
public sealed record ProgressLine(
    ReturnId Id,
    int SubjectId,
    SubjectKind Kind,
    string FullName,
    string Name,
    ReturnState State,
    DateOnly DueOn,
    DateTime? ArrivedAt,
    int LateDays,
    bool IsAfterClosing,
    RoundExtension? Extension,
    bool IsConfirmed,
    DateTime? ConfirmedAt,
    IReadOnlyList<string> Contacts);

/// <summary>Reads who has sent, who is late by how many days, who was given more time, and who is confirmed.</summary>
public sealed class ReadRoundProgress(HieuHocDb db, ProgrammeClock clock)
{
    /// <summary>The lines of the returns that the actor sees: places before agencies, each as a Vietnamese list orders the names.</summary>
    public async Task<IReadOnlyList<ProgressLine>> RunAsync(Round round, Actor actor, CancellationToken ct)
    {
        var owed = db.ReturnsVisibleTo(actor).Owed().Where(@return => @return.RoundId == round.Id);
        var rows = await (
            from @return in owed.AsNoTracking()
            join name in db.SubjectNamesOn(round.CutOffOn) on @return.SubjectId equals name.SubjectId
            join subject in db.Set<Subject>() on @return.SubjectId equals subject.Id
            select new { Return = @return, subject.Kind, name.FullName, name.Name }).ToListAsync(ct);
        var arrivals = await ArrivalsAsync(round.Owner, owed, ct);
        var extensions = await db.ExtensionsOfAsync(round, ct);
        var contacts = await db.ContactsOfAsync(round.Owner, owed.Select(@return => @return.SubjectId), clock.Now.Day, ct);

        ProgressLine Line(Return @return, SubjectKind kind, string fullName, string name)
        {
            var arrived = ReturnSteps.Arrived.Contains(@return.State) ? arrivals.GetValueOrDefault(@return.Id) ?? @return.SentAt : null;

            return new ProgressLine(
                @return.Id, @return.SubjectId, kind, fullName, name, @return.State, @return.DueOn, arrived, Late(@return.DueOn, arrived),
                arrived > round.ClosedAt, extensions[@return.SubjectId].LastOrDefault(), @return.ConfirmedVersion is not null, @return.ConfirmedAt, [.. contacts[@return.SubjectId]]);
        }

        return
        [
            .. rows.OrderBy(row => row.Kind).ThenBy(row => row.Name, Vietnamese.Order).ThenBy(row => row.Return.SubjectId)
                .Select(row => Line(row.Return, row.Kind, row.FullName, row.Name)),
        ];
    }

    private int Late(DateOnly due, DateTime? arrived) =>
        Math.Max(0, (arrived is { } at ? ProgrammeClock.DayOf(at) : clock.Now.Day).DayNumber - due.DayNumber);

    private async Task<Dictionary<ReturnId, DateTime?>> ArrivalsAsync(short owner, IQueryable<Return> owed, CancellationToken ct)
    {
        var ids = owed.Select(@return => @return.Id);
        var moves = await db.ReturnMoves.AsNoTracking()
            .Where(move => move.Owner == owner && ids.Contains(move.ReturnId)
                && (move.Step == ReturnStep.Send || move.Step == ReturnStep.OnBehalf || move.Step == ReturnStep.Recall))
            .OrderBy(move => move.Number)
            .ToListAsync(ct);

        return moves.GroupBy(move => move.ReturnId).ToDictionary(of => of.Key, of => Arrival(of));
    }

    /// <summary>When it arrived first; what its sender took back had not arrived.</summary>
    public static DateTime? Arrival(IEnumerable<ReturnMove> moves) =>
        moves.Aggregate((DateTime?)null, (arrived, move) => move.Step is ReturnStep.Recall ? null : arrived ?? move.TakenAt);
}
