using HieuHoc.Platform;
using HieuHoc.Platform.Packs;

namespace HieuHoc.Returns.Reminders;

/// <summary>Reads and checks packs of reminders.</summary>
public sealed class RemindersPackKind : PackKind
{
    private const int HoursOfADay = 24;

    public override string Folder => "reminders";

    public override Type DocumentType => typeof(RemindersPack);

    public override int Order => 46;

    public override IEnumerable<FileMistake> Check(PackDocument document, PackFile file, PackShelf shelf)
    {
        var plan = (RemindersPack)document;

        foreach (var days in plan.DaysBefore.Append(plan.EveryDaysAfter ?? 1).Where(days => days < 1))
        {
            yield return new FileMistake("daysBefore", "pack.mistake.reminder-days", $"{days}");
        }

        foreach (var hour in new[] { plan.QuietFromHour, plan.QuietToHour }.Where(hour => hour is < 0 or >= HoursOfADay))
        {
            yield return new FileMistake("quietFromHour", "pack.mistake.reminder-hour", $"{hour}");
        }
    }
}
