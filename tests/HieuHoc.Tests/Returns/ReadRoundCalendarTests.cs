using HieuHoc.Access;
using HieuHoc.Platform;
using HieuHoc.Returns;
using HieuHoc.Returns.Reminders;
using Microsoft.EntityFrameworkCore;

namespace HieuHoc.Tests.Returns;

public sealed class ReadRoundCalendarTests : ReturnsTest
{
    private int flooded;

    public override async ValueTask InitializeAsync()
    {
        await base.InitializeAsync();
        flooded = Given.Place("Vĩnh Định", under: Province);
        Given.Return(Round, Commune);
        Given.Return(Round, flooded);
    }

    [Fact]
    public async Task It_has_every_day_of_the_round_and_reminders_to_come_alone()
    {
        Time.MoveTo(new DateTimeOffset(2026, 11, 27, 8, 0, 0, TimeSpan.FromHours(7)));

        Assert.Equal(
            ["01/10 Opens 0", "31/10 CutOff 0", "27/11 Remind 2", "29/11 Remind 2", "29/11 Due 2"], await DaysAsync(Agency));
    }

    [Fact]
    public async Task An_extension_has_its_own_last_day_and_reminders_for_whom_it_is_for()
    {
        await ExtendAsync();

        Assert.Contains("04/12 Extended 1", await DaysAsync(Agency));
        Assert.Contains("03/12 Remind 1", await DaysAsync(Agency));
        Assert.DoesNotContain("04/12 Extended 1", await DaysAsync(Officer));
        Assert.Contains("29/11 Due 1", await DaysAsync(Officer));
    }

    [Fact]
    public async Task What_is_sent_is_not_reminded_of_and_a_closed_round_says_when_it_was_closed()
    {
        await Stored().Returns.ExecuteUpdateAsync(row => row.SetProperty(of => of.State, ReturnState.Sent), Ct);
        await new CloseRound(Stored(), Clock).RunAsync(Round.Id, Agency, Ct);

        var days = await DaysAsync(Agency);

        Assert.Contains("20/11 Closed 0", days);
        Assert.DoesNotContain(days, day => day.Contains("Remind", StringComparison.Ordinal));
    }

    [Fact]
    public async Task The_file_has_an_event_for_each_day_with_lines_that_calendars_read()
    {
        await Stored().Rounds.ExecuteUpdateAsync(
            row => row.SetProperty(round => round.Title, "Báo cáo kết quả xây dựng xã hội học tập; tình hình, khó khăn và kiến nghị năm 2026"), Ct);

        var file = CalendarFile.Write(CalendarFile.EntriesOf(await ReadAsync(Agency), new Texts()), Clock.Now);

        var lines = file.Split("\r\n");
        Assert.Equal(("BEGIN:VCALENDAR", "END:VCALENDAR", ""), (lines[0], lines[^2], lines[^1]));
        Assert.Equal(3, lines.Count(line => line == "BEGIN:VEVENT"));
        Assert.Contains("DTSTART;VALUE=DATE:20261129", lines);
        Assert.Contains("DTEND;VALUE=DATE:20261130", lines);
        Assert.Contains("DTSTAMP:20261120T010000Z", lines);
        Assert.All(lines, line => Assert.InRange(System.Text.Encoding.UTF8.GetByteCount(line), 0, 75));
        Assert.Contains("xã hội học tập\\; tình hình\\, khó khăn", file.Replace("\r\n ", "", StringComparison.Ordinal), StringComparison.Ordinal);
        Assert.Equal(3, lines.Where(line => line.StartsWith("UID:", StringComparison.Ordinal)).Distinct().Count());
    }

    private async Task<IReadOnlyList<string>> DaysAsync(Actor actor) => [.. (await ReadAsync(actor)).Select(day => $"{day.Day:dd/MM} {day.Kind} {day.Count}")];

    private async Task<IReadOnlyList<CalendarDay>> ReadAsync(Actor actor)
    {
        var db = Stored();
        var round = await db.Rounds.AsNoTracking().SingleAsync(Ct);

        return await new ReadRoundCalendar(db, Shelf, new ReadReminders(db, Shelf, Clock), Clock).RunAsync([round], actor, Ct);
    }

    private async Task ExtendAsync() => Assert.Null((await new ExtendRound(Stored(), Clock).RunAsync(
        new NewExtension(new ExtensionId(Guid.NewGuid()), Round.Id, "Công văn số 7", new(2026, 11, 19), "Bão lũ", new(2026, 12, 4), [flooded]), Agency, Ct)).Refusal);
}
