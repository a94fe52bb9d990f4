using HieuHoc.Documents;
using HieuHoc.Platform;

namespace HieuHoc.Programmes.Committees;

/// <summary>One member as the list of a decision has them.</summary>
public sealed record StatedMember(string Name, string Post, CommitteeDuty Duty, string Agency = "")
{
    /// <summary>The same with its texts as they are kept: on one line, and without the sign that parts the columns of a list.</summary>
    public StatedMember Kept() => this with { Name = Cell(Name), Post = Cell(Post), Agency = Cell(Agency) };

    private static string Cell(string typed) => TypedText.Line(typed).Replace(';', ',').Trim();
}

/// <summary>What somebody states of a decision about a committee.</summary>
public sealed record StatedDecision
{
    /// <summary>Signs that a line has at most.</summary>
    public const int LongestLine = 500;

    /// <summary>Members that a list has at most: four times the longest that is known.</summary>
    public const int MostMembers = 200;

    /// <summary>The first day that a decision may have: no committee of a programme is older.</summary>
    public static DateOnly Earliest { get; } = new(2000, 1, 1);

    public required string Name { get; init; }

    public required string Number { get; init; }

    public required DateOnly DecidedOn { get; init; }

    public string StandingAgency { get; init; } = "";

    public required IReadOnlyList<StatedMember> Members { get; init; }

    /// <summary>What a decision that was taken down says.</summary>
    public static StatedDecision Of(CommitteeDecision decision, IEnumerable<CommitteeMember> members) => new()
    {
        Name = decision.Name,
        Number = decision.Number,
        DecidedOn = decision.DecidedOn,
        StandingAgency = decision.StandingAgency,
        Members = [.. members.OrderBy(member => member.Position).Select(member => new StatedMember(member.Name, member.Post, member.Duty, member.Agency))],
    };

    /// <summary>The same with its texts as they are kept.</summary>
    public StatedDecision Kept() => this with
    {
        Name = TypedText.Line(Name),
        Number = TypedText.Line(Number),
        StandingAgency = TypedText.Line(StandingAgency),
        Members = [.. Members.Select(member => member.Kept())],
    };

    /// <summary>Why it cannot be kept, whatever else is known.</summary>
    public Refusal? Unfit(DateOnly today)
    {
        if (Name.Length == 0)
        {
            return new CommitteeUnnamed();
        }

        if (DocumentNumbers.Key(Number) is null)
        {
            return new CommitteeNumberUnreadable();
        }

        if (DecidedOn < Earliest || DecidedOn > today)
        {
            return new CommitteeDayUnfit(Earliest, today);
        }

        if (Members.Count is 0 or > MostMembers)
        {
            return new CommitteeMembersUnfit(MostMembers);
        }

        if (Members.FirstOrDefault(member => member.Name.Length == 0) is { } nameless)
        {
            return new CommitteeMemberUnnamed(Members.ToList().IndexOf(nameless) + 1);
        }

        if (Members.Count(member => member.Duty is CommitteeDuty.Head) > 1)
        {
            return new CommitteeOfTwoHeads();
        }

        return Lines().Any(line => line.Length > LongestLine) ? new CommitteeLineTooLong(LongestLine) : null;
    }

    /// <summary>The names of what differs from another statement; for the audit, which keeps no values.</summary>
    public IReadOnlyList<string> DiffersIn(StatedDecision other) =>
    [
        .. new (string Field, bool Differs)[]
        {
            (nameof(Name), Name != other.Name),
            (nameof(Number), Number != other.Number),
            (nameof(DecidedOn), DecidedOn != other.DecidedOn),
            (nameof(StandingAgency), StandingAgency != other.StandingAgency),
            (nameof(Members), !Members.SequenceEqual(other.Members)),
        }.Where(field => field.Differs).Select(field => field.Field),
    ];

    private IEnumerable<string> Lines() => [Name, Number, StandingAgency, .. Members.SelectMany(member => new[] { member.Name, member.Post, member.Agency })];
}
