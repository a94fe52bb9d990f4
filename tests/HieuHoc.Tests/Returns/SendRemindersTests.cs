using HieuHoc.Access;
using HieuHoc.Platform;
using HieuHoc.Platform.Jobs;
using HieuHoc.Platform.Mail;
using HieuHoc.Returns;
using HieuHoc.Returns.Reminders;
using Microsoft.EntityFrameworkCore;

namespace HieuHoc.Tests.Returns;

/// <summary>The round is due on Sunday, 29 November 2026; people are reminded on the 20th, the 26th, the 27th, the 29th, and each third day after.</summary>
public sealed class SendRemindersTests : ReturnsTest
{
    private ReturnId own;
    private Actor me = null!;

    public override async ValueTask InitializeAsync()
    {
        await base.InitializeAsync();
        own = Given.Return(Round, Commune);
        me = await WithMailAsync(Role.CommuneOfficer, Commune, "canbo@hailang.invalid");
    }

    [Theory]
    [InlineData(19, 11, 0)]
    [InlineData(20, 11, 1)]
    [InlineData(26, 11, 1)]
    [InlineData(29, 11, 1)]
    [InlineData(2, 12, 1)]
    public async Task From_the_first_day_of_the_plan_on_there_is_one_mail(int day, int month, int mails)
    {
        MoveTo(day, month);

        Assert.Equal(mails, await SendAsync());

        Assert.Equal(mails, await Stored().OutgoingMails.CountAsync(Ct));
    }

    [Fact]
    public async Task Over_the_whole_round_each_reminder_comes_once()
    {
        var days = new List<string>();

        for (var day = new DateOnly(2026, 11, 18); day <= new DateOnly(2026, 12, 9); day = day.AddDays(1))
        {
            MoveTo(day.Day, day.Month);

            for (var again = 0; again < 2; again++)
            {
                days.AddRange(Enumerable.Repeat($"{day:dd/MM}", await SendAsync()));
            }
        }

        Assert.Equal(["20/11", "26/11", "27/11", "29/11", "02/12", "07/12", "08/12"], days);
    }

    [Fact]
    public async Task A_day_on_which_nothing_ran_is_made_up_for_on_the_next_working_day()
    {
        MoveTo(21, 11);
        Assert.Equal(0, await SendAsync());
        MoveTo(23, 11);

        Assert.Equal(1, await SendAsync());
        MoveTo(24, 11);
        Assert.Equal(0, await SendAsync());
    }

    [Theory]
    [InlineData(23, 59)]
    [InlineData(0, 0)]
    [InlineData(6, 59)]
    public async Task At_night_nothing_goes_out(int hour, int minute)
    {
        MoveTo(27, 11, hour, minute);

        Assert.Equal(new RemindersAreQuietNow(21, 7), (await SendReminders.RunAsync(1, null, Ct)).Refusal);
    }

    [Fact]
    public async Task Whoever_owes_several_gets_one_mail_with_all_of_them_in_the_language_that_they_read()
    {
        Given.Return(Given.Round("2026b", Given.FormOf(Round), dueOn: new(2026, 11, 30)), Commune);
        await new SetMailAddress(Stored(), Keys, Clock).RunAsync("canbo@hailang.invalid", "en", me, Ct);
        MoveTo(27, 11);

        Assert.Equal(1, await SendAsync());

        var mail = await Stored().OutgoingMails.SingleAsync(Ct);
        var text = Keys.UnprotectText("mail.body", mail.Body, $"1/{mail.Id.Value}");
        Assert.Equal(("canbo@hailang.invalid", "Returns to send: 2, the first due 29/11/2026"), (mail.Recipient, mail.Subject));
        Assert.Contains("- Báo cáo 2026: Xã Hải Lăng, due 29/11/2026 (2 days left)", text, StringComparison.Ordinal);
        Assert.Contains("- Báo cáo 2026b: Xã Hải Lăng, due 30/11/2026 (3 days left)", text, StringComparison.Ordinal);
        Assert.Equal(2, await Stored().Reminders.CountAsync(Ct));
    }

    [Fact]
    public async Task Asked_for_one_round_it_still_names_all_that_is_owed_since_there_is_one_mail_a_day()
    {
        Given.Return(Given.Round("2026b", Given.FormOf(Round), dueOn: new(2026, 11, 30)), Commune);
        MoveTo(27, 11);

        Assert.Equal(1, (await SendReminders.RunAsync(1, Round.Id, Ct)).Value);
        Assert.Equal(0, await SendAsync());

        Assert.Equal(2, await Stored().Reminders.CountAsync(Ct));
    }

    [Fact]
    public async Task In_Vietnamese_it_says_what_is_overdue_by_how_many_days()
    {
        MoveTo(2, 12);

        await SendAsync();

        var mail = await Stored().OutgoingMails.SingleAsync(Ct);
        Assert.Contains(
            "- Báo cáo 2026: Xã Hải Lăng, hạn gửi 29/11/2026 (quá hạn 3 ngày)", Keys.UnprotectText("mail.body", mail.Body, $"1/{mail.Id.Value}"), StringComparison.Ordinal);
    }

    [Theory]
    [InlineData(ReturnState.Entering, Role.CommuneOfficer)]
    [InlineData(ReturnState.AwaitingLeader, Role.CommuneLeader)]
    public async Task Whose_turn_it_is_is_reminded(ReturnState state, Role role)
    {
        await WithMailAsync(Role.CommuneLeader, Commune, "lanhdao@hailang.invalid");
        await SetStateAsync(state);
        MoveTo(27, 11);

        await SendAsync();

        Assert.Equal(
            role is Role.CommuneOfficer ? "canbo@hailang.invalid" : "lanhdao@hailang.invalid", (await Stored().OutgoingMails.SingleAsync(Ct)).Recipient);
    }

    [Theory]
    [InlineData(ReturnState.Sent)]
    [InlineData(ReturnState.Checking)]
    [InlineData(ReturnState.ToMend)]
    [InlineData(ReturnState.Confirmed)]
    [InlineData(ReturnState.Correcting)]
    public async Task What_has_arrived_is_not_reminded_of(ReturnState state)
    {
        await SetStateAsync(state);
        MoveTo(2, 12);

        Assert.Equal(0, await SendAsync());
    }

    [Fact]
    public async Task An_extension_moves_the_reminders()
    {
        MoveTo(27, 11);
        await SendAsync();
        await new ExtendRound(Stored(), Clock).RunAsync(
            new NewExtension(new ExtensionId(Guid.NewGuid()), Round.Id, "Công văn số 7", new(2026, 11, 27), "Bão lũ", new(2026, 12, 11), [Commune]), Agency, Ct);
        var days = new List<int>();

        for (var day = 1; day <= 11; day++)
        {
            MoveTo(day, 12);
            days.AddRange(Enumerable.Repeat(day, await SendAsync()));
        }

        Assert.Equal([4, 8, 10, 11], days);
    }

    [Fact]
    public async Task Neither_a_closed_round_nor_one_that_is_not_open_yet_reminds()
    {
        MoveTo(2, 12);
        await Stored().Rounds.ExecuteUpdateAsync(round => round.SetProperty(row => row.OpensOn, new DateOnly(2026, 12, 3)), Ct);
        Assert.Equal(0, await SendAsync());
        await Stored().Rounds.ExecuteUpdateAsync(round => round.SetProperty(row => row.OpensOn, new DateOnly(2026, 10, 1)), Ct);
        await new CloseRound(Stored(), Clock).RunAsync(Round.Id, Agency, Ct);

        Assert.Equal(0, await SendAsync());
    }

    [Fact]
    public async Task Whose_role_ended_and_who_stands_in_by_delegation_get_nothing()
    {
        var colleague = await WithMailAsync(Role.Clerk, Commune, "vanthu@hailang.invalid");
        await using var db = Engine.Open();
        var grant = await db.RoleGrants.SingleAsync(row => row.PersonId == me.PersonId, Ct);
        db.Add(new Delegation
        {
            Owner = 1, Id = new DelegationId(Guid.NewGuid()), GrantId = grant.Id, PersonId = colleague.PersonId!.Value, Reason = "Nghỉ",
            ValidFrom = new(2026, 11, 1), ValidTo = new(2026, 12, 31),
        });
        grant.ValidTo = new DateOnly(2026, 11, 26);
        await db.SaveChangesAsync(Ct);
        MoveTo(26, 11);
        Assert.Equal(1, await SendAsync());
        MoveTo(27, 11);

        Assert.Equal(0, await SendAsync());
        Assert.Equal("canbo@hailang.invalid", (await Stored().OutgoingMails.SingleAsync(Ct)).Recipient);
    }

    [Fact]
    public async Task Who_gave_no_address_is_named_and_gets_no_mail()
    {
        await new SetMailAddress(Stored(), Keys, Clock).RunAsync("", "vi", me, Ct);
        MoveTo(27, 11);

        Assert.Equal(0, await SendAsync());

        var owed = Assert.Single(await Reading.TodayAsync(1, Round.Id, Ct));
        Assert.Null(owed.Address);
        Assert.Equal((me.PersonId!.Value, own), (owed.PersonId, owed.Returns.Single().Id));
        Assert.Empty(await Reading.TodayAsync(1, new RoundId(Guid.NewGuid()), Ct));
        Assert.Empty(await Stored().Reminders.ToListAsync(Ct));
    }

    [Fact]
    public async Task The_job_of_the_day_is_written_once_and_not_at_night()
    {
        MoveTo(27, 11, 6, 59);
        await PlanAsync();
        Assert.Empty(await Stored().Jobs.ToListAsync(Ct));
        MoveTo(27, 11, 7, 0);
        await PlanAsync();
        await PlanAsync();
        Assert.Equal([nameof(RemindOwing)], await Stored().Jobs.Select(job => job.Kind).ToListAsync(Ct));

        var job = await Stored().Jobs.SingleAsync(Ct);
        var outcome = await new RemindOwing(SendReminders).RunAsync(new JobRun(job, (_, _) => Task.CompletedTask), Ct);

        Assert.Equal("Đã viết 1 thư nhắc.", outcome.Value.Said.In(new Texts()));
        await Stored().Jobs.Where(row => row.Kind == nameof(RemindOwing)).ExecuteUpdateAsync(row => row.SetProperty(of => of.State, JobState.Done).SetProperty(of => of.DedupeKey, (string?)null), Ct);
        MoveTo(27, 11, 20, 0);
        await PlanAsync();
        Assert.Equal(1, await Stored().Jobs.CountAsync(row => row.Kind == nameof(RemindOwing), Ct));
        MoveTo(28, 11, 7, 0);
        await PlanAsync();
        Assert.Equal(2, await Stored().Jobs.CountAsync(row => row.Kind == nameof(RemindOwing), Ct));
    }

    [Fact]
    public async Task When_every_round_is_closed_no_job_is_written()
    {
        MoveTo(2, 12);
        await new CloseRound(Stored(), Clock).RunAsync(Round.Id, Agency, Ct);

        await PlanAsync();

        Assert.Empty(await Stored().Jobs.ToListAsync(Ct));
    }

    [Theory]
    [InlineData(19, 11, null)]
    [InlineData(20, 11, "29/11")]
    [InlineData(20, 12, "29/11")]
    public async Task In_the_product_it_stays_until_it_is_sent(int day, int month, string? due)
    {
        var nothing = new HashSet<ReturnId>();
        MoveTo(day, month);

        Assert.Equal(due, (await Reading.OfAsync(me, nothing, Ct)).Select(line => $"{line.DueOn:dd/MM}").SingleOrDefault());
        Assert.Empty(await Reading.OfAsync(me, new HashSet<ReturnId> { own }, Ct));
        Assert.Empty(await Reading.OfAsync(Agency, nothing, Ct));
        await SetStateAsync(ReturnState.Sent);
        Assert.Empty(await Reading.OfAsync(me, nothing, Ct));
    }

    private ReadReminders Reading => new(Stored(), Shelf, Clock);

    private SendReminders SendReminders
    {
        get
        {
            var db = Stored();

            return new SendReminders(db, new ReadReminders(db, Shelf, Clock), Keys, new Texts(), Clock);
        }
    }

    private async Task<int> SendAsync() => (await SendReminders.RunAsync(1, null, Ct)).Value;

    private async Task PlanAsync()
    {
        var db = Stored();
        await new PlanReminders(db, new ReadReminders(db, Shelf, Clock), Clock).RunAsync(Ct);
    }

    private Task SetStateAsync(ReturnState state) =>
        Stored().Returns.Where(@return => @return.Id == own).ExecuteUpdateAsync(row => row.SetProperty(@return => @return.State, state), Ct);

    private async Task<Actor> WithMailAsync(Role role, int place, string address)
    {
        var person = Given.Person(role, place);
        await new SetMailAddress(Stored(), Keys, Clock).RunAsync(address, "vi", person, Ct);

        return person;
    }

    private void MoveTo(int day, int month, int hour = 9, int minute = 0) =>
        Time.MoveTo(new DateTimeOffset(2026, month, day, hour, minute, 0, TimeSpan.FromHours(7)));
}
