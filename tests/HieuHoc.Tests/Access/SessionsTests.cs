using HieuHoc.Access;
using HieuHoc.Platform;
using HieuHoc.Testing;
using Microsoft.EntityFrameworkCore;

namespace HieuHoc.Tests.Access;

public sealed class SessionsTests : DatabaseTest
{
    private BeginSession Begin => new(Db, Clock);

    private CheckSession Check => new(Stored(), Clock);

    private EndSession End => new(Db, Clock);

    [Fact]
    public async Task A_session_that_was_begun_holds_and_its_beginning_is_recorded()
    {
        var person = await PersonAsync();

        var session = await Begin.RunAsync(person, SessionWay.Password, "Firefox · Windows", null, Ct);

        var standing = await Check.RunAsync(person.Owner, person.Id, session.Id, Ct);
        Assert.Equal(new SessionStanding(session.Id, SessionWay.Password, null, false, false), standing);
        Assert.Equal(nameof(SessionBegun), (await Stored().AuditEntries.SingleAsync(Ct)).Change);
    }

    [Fact]
    public async Task A_session_is_of_one_person_of_one_programme()
    {
        var person = await PersonAsync();
        var other = await PersonAsync();
        var session = await Begin.RunAsync(person, SessionWay.Password, "", null, Ct);

        Assert.Null(await Check.RunAsync(person.Owner, other.Id, session.Id, Ct));
        Assert.Null(await Check.RunAsync(2, person.Id, session.Id, Ct));
        Assert.Null(await Check.RunAsync(person.Owner, person.Id, new SessionId(Guid.CreateVersion7()), Ct));
    }

    [Fact]
    public async Task An_ended_session_holds_no_longer_and_ending_it_again_changes_nothing()
    {
        var person = await PersonAsync();
        var session = await Begin.RunAsync(person, SessionWay.Password, "", null, Ct);

        Assert.Null(await End.RunAsync(session.Id, ActorOf(person), Ct));
        var ended = (await Stored().Sessions.SingleAsync(Ct)).EndedAt;
        Move(TimeSpan.FromMinutes(1));
        Assert.Null(await new EndSession(Stored(), Clock).RunAsync(session.Id, ActorOf(person), Ct));

        Assert.Null(await Check.RunAsync(person.Owner, person.Id, session.Id, Ct));
        Assert.Equal(ended, (await Stored().Sessions.SingleAsync(Ct)).EndedAt);
        Assert.Single(await Stored().AuditEntries.Where(entry => entry.Change == nameof(SessionEnded)).ToListAsync(Ct));
    }

    [Fact]
    public async Task Nobody_ends_the_session_of_another()
    {
        var person = await PersonAsync();
        var other = await PersonAsync();
        var session = await Begin.RunAsync(person, SessionWay.Password, "", null, Ct);

        Assert.Equal(new SessionNotFound(), await End.RunAsync(session.Id, ActorOf(other), Ct));
        Assert.NotNull(await Check.RunAsync(person.Owner, person.Id, session.Id, Ct));
    }

    [Fact]
    public async Task All_others_end_and_the_one_that_acts_stays()
    {
        var person = await PersonAsync();
        var kept = await Begin.RunAsync(person, SessionWay.Password, "", null, Ct);
        var other = await Begin.RunAsync(person, SessionWay.Password, "", null, Ct);
        var stranger = await PersonAsync();
        var foreign = await Begin.RunAsync(stranger, SessionWay.Password, "", null, Ct);

        Assert.Equal(1, await End.OthersAsync(kept.Id, ActorOf(person), Ct));

        Assert.NotNull(await Check.RunAsync(person.Owner, person.Id, kept.Id, Ct));
        Assert.Null(await Check.RunAsync(person.Owner, person.Id, other.Id, Ct));
        Assert.NotNull(await Check.RunAsync(person.Owner, stranger.Id, foreign.Id, Ct));
    }

    [Fact]
    public async Task The_last_request_is_written_at_most_once_in_ten_minutes()
    {
        var person = await PersonAsync();
        var session = await Begin.RunAsync(person, SessionWay.Password, "", null, Ct);
        Move(TimeSpan.FromMinutes(10) - TimeSpan.FromSeconds(1));
        await Check.RunAsync(person.Owner, person.Id, session.Id, Ct);
        var early = (await Stored().Sessions.SingleAsync(Ct)).LastSeenAt;
        Move(TimeSpan.FromSeconds(1));

        await Check.RunAsync(person.Owner, person.Id, session.Id, Ct);

        Assert.Equal(session.BegunAt, early);
        Assert.Equal(session.BegunAt.AddMinutes(10), (await Stored().Sessions.SingleAsync(Ct)).LastSeenAt);
    }

    [Fact]
    public async Task A_session_without_a_request_for_a_working_day_is_over()
    {
        var person = await PersonAsync();
        var session = await Begin.RunAsync(person, SessionWay.Password, "", null, Ct);

        Move(Session.Idle + Session.Coarse);

        Assert.Null(await Check.RunAsync(person.Owner, person.Id, session.Id, Ct));
    }

    [Theory]
    [InlineData(SessionWay.Password, false, true, true, SignInStep.SecondFactor)]
    [InlineData(SessionWay.Password, true, true, true, SignInStep.NewPassword)]
    [InlineData(SessionWay.Password, true, true, false, SignInStep.None)]
    [InlineData(SessionWay.Password, false, false, true, SignInStep.NewPassword)]
    [InlineData(SessionWay.Password, false, false, false, SignInStep.FactorSetUp)]
    [InlineData(SessionWay.Pin, false, false, true, SignInStep.None)]
    public void The_steps_after_a_password_come_in_this_order(SessionWay way, bool strengthened, bool hasFactor, bool oneTime, SignInStep expected)
    {
        var standing = new SessionStanding(default, way, strengthened ? Clock.Now.Instant : null, oneTime, hasFactor);

        Assert.Equal(expected, standing.NextStep(Role.CommuneOfficer, demanded: true));
    }

    [Fact]
    public void A_demonstration_demands_no_second_factor_but_asks_for_one_that_was_set_up()
    {
        var without = new SessionStanding(default, SessionWay.Password, null, OneTimePassword: false, HasFactor: false);

        Assert.Equal(SignInStep.None, without.NextStep(Role.Administrator, demanded: false));
        Assert.Equal(SignInStep.SecondFactor, (without with { HasFactor = true }).NextStep(Role.Administrator, demanded: false));
    }

    [Fact]
    public async Task An_administrator_ends_everything_a_person_is_signed_in_with()
    {
        var person = await PersonAsync();
        var session = await Begin.RunAsync(person, SessionWay.Password, "", null, Ct);
        var installation = new Actor(person.Owner, null, Role.Administrator, place);

        Assert.Equal(new AccountsNotYoursToKeep(), await new EndAccess(Stored(), Clock).RunAsync(person.UserName, ActorOf(person), Ct));
        Assert.Equal(new PersonNotFound(), await new EndAccess(Stored(), Clock).RunAsync("khong.co", installation, Ct));
        Assert.Null(await new EndAccess(Stored(), Clock).RunAsync(person.UserName, installation, Ct));

        Assert.Null(await Check.RunAsync(person.Owner, person.Id, session.Id, Ct));
        Assert.NotEqual("1", (await Stored().People.SingleAsync(Ct)).SecurityStamp);
    }

    [Fact]
    public async Task A_person_changes_a_password_that_they_know_for_another_that_is_good()
    {
        var person = await PersonAsync();
        var session = await Begin.RunAsync(person, SessionWay.Password, "", null, Ct);

        Assert.Equal(new OldPasswordWrong(), (await ChangeAsync("khac", "Sông Hiếu mùa lũ", person)).Refusal);
        Assert.Equal(new PasswordIsTheSame(), (await ChangeAsync("Mật khẩu cũ kỹ", "Mật khẩu cũ kỹ", person)).Refusal);
        Assert.Equal(new PasswordTooShort(10), (await ChangeAsync("Mật khẩu cũ kỹ", "ngắn", person)).Refusal);
        Assert.NotNull(await Check.RunAsync(person.Owner, person.Id, session.Id, Ct));
        Assert.Null((await ChangeAsync("Mật khẩu cũ kỹ", "Sông Hiếu mùa lũ", person)).Refusal);

        var stored = await Stored().People.SingleAsync(Ct);
        Assert.Equal(("hash of Sông Hiếu mùa lũ", null), (stored.PasswordHash, stored.OneTimeSince));
        Assert.Null(await Check.RunAsync(person.Owner, person.Id, session.Id, Ct));
    }

    private int place;

    private void Move(TimeSpan by) => Time.MoveTo(Time.GetUtcNow() + by);

    private Task<Outcome<Person>> ChangeAsync(string old, string chosen, Person person) =>
        new ChangePassword(Stored(), Clock, password => "hash of " + password, (hash, password) => hash == "hash of " + password)
            .RunAsync(old, chosen, ActorOf(person), Ct);

    private Actor ActorOf(Person person) => new(person.Owner, person.Id, Role.CommuneOfficer, place);

    private async Task<Person> PersonAsync()
    {
        if (place == 0)
        {
            place = Given.Place();
            Given.Owner(place);
        }

        var actor = Given.Person(Role.StandingAgency, place);
        var db = Stored();
        var person = await db.People.SingleAsync(person => person.Id == actor.PersonId, Ct);
        person.PasswordHash = "hash of Mật khẩu cũ kỹ";
        person.OneTimeSince = Clock.Now.Instant;
        await db.SaveChangesAsync(Ct);
        person.OneTimeSince = null;
        await db.SaveChangesAsync(Ct);

        return person;
    }
}
