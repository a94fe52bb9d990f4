using HieuHoc.Access;
using HieuHoc.Figures;
using HieuHoc.Platform;

namespace HieuHoc.Returns.Reminders;

/// <summary>A return of an open round that is not sent, near its last day or beyond it.</summary>
/// <param name="FullName">Who owes it.</param>
public sealed record OwedReturn(ReturnId Id, Round Round, int FormPackId, int SubjectId, string FullName, ReturnState State, DateOnly DueOn);

/// <summary>What somebody is to be reminded of.</summary>
/// <param name="Address">Where they get mails; null where they gave none.</param>
public sealed record OwedBy(PersonId PersonId, string DisplayName, MailAddress? Address, IReadOnlyList<OwedReturn> Returns);

/// <summary>What the visitor is reminded of: returns of one round, one level and one day.</summary>
/// <param name="Only">The return where it is one alone.</param>
public sealed record OwedLine(Round Round, SubjectLevel Level, DateOnly DueOn, int Count, OwedReturn? Only);

/// <summary>How near a last day is, in words that outlive a request.</summary>
public static class OwedWords
{
    extension(Texts texts)
    {
        /// <summary>"còn 3 ngày", "hôm nay", "quá hạn 2 ngày".</summary>
        public string DaysLeft(string language, DateOnly due, DateOnly today) => (due.DayNumber - today.DayNumber) switch
        {
            0 => texts.In(language, "shown.today"),
            1 => texts.In(language, "shown.daysLeft.one"),
            -1 => texts.In(language, "shown.overdue.one"),
            > 1 and var days => texts.In(language, "shown.daysLeft", ("days", days)),
            var days => texts.In(language, "shown.overdue", ("days", -days)),
        };
    }
}
