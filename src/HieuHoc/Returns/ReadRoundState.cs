using HieuHoc.Access;
using HieuHoc.Agencies;
using HieuHoc.Platform;
using Microsoft.EntityFrameworkCore;

namespace HieuHoc.Returns;

/// <summary>A return that came, and when.</summary>
public sealed record ArrivedReturn(ReturnId Id, string FullName, DateTime At);

/// <summary>How far the returns of a commune and its villages, or of an agency, have come.</summary>
/// <param name="Late">Not sent although their last day is over.</param>
/// <param name="Untouched">Those of the late ones in which nothing was ever saved.</param>
/// <param name="ToMend">Back with their senders.</param>
public sealed record CommuneState(RoundCommune Commune, int Late, int Untouched, int ToMend)
{
    public int Asked => Commune.Returns.Count;

    /// <summary>Where all of it stands, for one colour on a map: the most urgent of its returns.</summary>
    public OwingState Worst(DateOnly day) => Commune.Returns.Min(line => line.OwingOn(day));
}

/// <summary>How a round stands at this moment.</summary>
public sealed record RoundState(Round Round, Moment AsOf, IReadOnlyList<CommuneState> Communes, IReadOnlyList<ArrivedReturn> Arrived)
{
    /// <summary>The most lines of a list of trouble.</summary>
    public const int Most = 5;

    public int All => Communes.Sum(commune => commune.Asked);

    public int Received => Communes.Sum(commune => commune.Commune.Received);

    public int Confirmed => Communes.Sum(commune => commune.Commune.Confirmed);

    public int Late => Communes.Sum(commune => commune.Late);

    /// <summary>Those with most that is late.</summary>
    public IReadOnlyList<CommuneState> Latest => Worst(commune => commune.Late);

    /// <summary>Those with most to mend.</summary>
    public IReadOnlyList<CommuneState> Mending => Worst(commune => commune.ToMend);

    /// <summary>Those with most that is late and was never begun.</summary>
    public IReadOnlyList<CommuneState> Untouched => Worst(commune => commune.Untouched);

    private IReadOnlyList<CommuneState> Worst(Func<CommuneState, int> count) =>
        [.. Communes.Where(commune => count(commune) > 0).OrderByDescending(count).Take(Most)];
}

/// <summary>Reads how a round stands: commune by commune, what came last, and where the trouble is.</summary>
public sealed class ReadRoundState(HieuHocDb db, ReadRoundCommunes readCommunes, ProgrammeClock clock)
{
    /// <summary>So many of those that came last.</summary>
    private const int Arrivals = 20;

    public async Task<RoundState> RunAsync(Round round, Actor actor, CancellationToken ct)
    {
        var now = clock.Now;
        var visible = db.ReturnsVisibleTo(actor).Owed().Where(@return => @return.RoundId == round.Id);
        var communes = await readCommunes.RunAsync(round, actor, ct);
        // Everything that is done to a return makes its revision grow.
        var untouched = (await visible.Where(@return => @return.Revision == 0 && @return.DueOn < now.Day).Select(@return => @return.Id).ToListAsync(ct)).ToHashSet();
        var moves = db.ReturnMoves.Where(move => move.Step == ReturnStep.Send || move.Step == ReturnStep.OnBehalf);
        var arrived = await (
            from @return in visible
            join move in moves on new { @return.Owner, ReturnId = @return.Id } equals new { move.Owner, move.ReturnId }
            join name in db.SubjectNamesOn(round.CutOffOn) on @return.SubjectId equals name.SubjectId
            orderby move.TakenAt descending, move.ReturnId
            select new ArrivedReturn(@return.Id, name.FullName, move.TakenAt)).Take(Arrivals).ToListAsync(ct);

        return new RoundState(
            round,
            now,
            [
                .. communes.Select(commune => new CommuneState(
                    commune,
                    commune.Returns.Count(line => line.OwingOn(now.Day) is OwingState.Overdue),
                    commune.Returns.Count(line => line.OwingOn(now.Day) is OwingState.Overdue && untouched.Contains(line.Id)),
                    commune.Returns.Count(line => line.OwingOn(now.Day) is OwingState.ToMend))),
            ],
            arrived);
    }
}
