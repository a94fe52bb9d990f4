using HieuHoc.Documents;
using HieuHoc.Platform;

namespace HieuHoc.Programmes.Checks;

/// <summary>What somebody plans: a visit with the lines that it looks at.</summary>
public sealed record StatedVisit
{
    /// <summary>Signs that the words about a visit, a line or a finding have at most.</summary>
    public const int LongestText = 2_000;

    /// <summary>Signs that a team has at most.</summary>
    public const int LongestTeam = 5_000;

    /// <summary>Lines that a visit looks at, at most.</summary>
    public const int MostPoints = 100;

    /// <summary>Days that a visit lasts at most: a supervision is of weeks.</summary>
    public const int MostDays = 92;

    public required VisitKind Kind { get; init; }

    public required string Subject { get; init; }

    /// <summary>The number of the regulation that a review of cooperation is about; kept of no other visit.</summary>
    public string? Regulation { get; init; }

    public required DateOnly FirstDay { get; init; }

    public required DateOnly LastDay { get; init; }

    public required int VisitedId { get; init; }

    public string Team { get; init; } = "";

    /// <summary>What is looked at, one a line.</summary>
    public string Points { get; init; } = "";

    /// <summary>The lines that are looked at.</summary>
    public IReadOnlyList<string> PointLines => TypedText.Lines(Points);

    /// <summary>What is planned now.</summary>
    public static StatedVisit Of(Visit visit, IEnumerable<VisitPoint> points) => new()
    {
        Kind = visit.Kind,
        Subject = visit.Subject,
        Regulation = visit.Regulation,
        FirstDay = visit.FirstDay,
        LastDay = visit.LastDay,
        VisitedId = visit.VisitedId,
        Team = visit.Team,
        Points = string.Join('\n', points.OrderBy(point => point.Number).Select(point => point.Text)),
    };

    /// <summary>The same with its texts as they are kept.</summary>
    public StatedVisit Kept() => this with
    {
        Subject = TypedText.Line(Subject),
        Regulation = Kind is VisitKind.CoordinationReview ? TypedText.Line(Regulation) : null,
        Team = string.Join('\n', TypedText.Lines(TypedText.Kept(Team))),
        Points = string.Join('\n', TypedText.Lines(TypedText.Kept(Points))),
    };

    /// <summary>Why it cannot be planned, whoever is visited.</summary>
    public Refusal? Unfit()
    {
        if (Subject.Length == 0)
        {
            return new VisitSubjectMissing();
        }

        if (Kind is VisitKind.CoordinationReview && DocumentNumbers.Key(Regulation) is null)
        {
            return new VisitRegulationMissing();
        }

        if (LastDay < FirstDay || LastDay.DayNumber - FirstDay.DayNumber >= MostDays)
        {
            return new VisitDaysUnfit(MostDays);
        }

        if (Team.Length == 0)
        {
            return new VisitTeamMissing();
        }

        if (PointLines.Count > MostPoints)
        {
            return new VisitPointsTooMany(MostPoints);
        }

        return Subject.Length > LongestText || Team.Length > LongestTeam || PointLines.Any(line => line.Length > LongestText) ? new VisitTextTooLong(LongestText) : null;
    }

    /// <summary>The names of what differs from another statement; for the audit, which keeps no values.</summary>
    public IReadOnlyList<string> DiffersIn(StatedVisit other) =>
    [
        .. new (string Field, bool Differs)[]
        {
            (nameof(Kind), Kind != other.Kind),
            (nameof(Subject), Subject != other.Subject),
            (nameof(Regulation), Regulation != other.Regulation),
            (nameof(FirstDay), FirstDay != other.FirstDay),
            (nameof(LastDay), LastDay != other.LastDay),
            (nameof(VisitedId), VisitedId != other.VisitedId),
            (nameof(Team), Team != other.Team),
            (nameof(Points), Points != other.Points),
        }.Where(field => field.Differs).Select(field => field.Field),
    ];
}
