using HieuHoc.Access;
using HieuHoc.Agencies;
using HieuHoc.Demo;
using HieuHoc.Figures;
using HieuHoc.Places;
using HieuHoc.Platform;
using HieuHoc.Platform.Packs;
using HieuHoc.Programmes.Checks;
using HieuHoc.Programmes.Committees;
using HieuHoc.Programmes.Money;
using HieuHoc.Programmes.Own;
using HieuHoc.Programmes.Pilots;
using HieuHoc.Programmes.Plans;
using HieuHoc.Programmes.Tasks;
using HieuHoc.Returns;
using HieuHoc.Returns.Narrative;
using HieuHoc.Testing;
using HieuHoc.Tests.Figures;
using Microsoft.EntityFrameworkCore;

namespace HieuHoc.Tests.Demo;

/// <summary>The demonstration, made once for the tests that only look at it.</summary>
public sealed class DemoFixture : IAsyncLifetime
{
    public TestDatabase Database { get; private set; } = null!;

    public bool Made { get; private set; }

    public async ValueTask InitializeAsync()
    {
        Database = await TestDatabase.FilledAsync(TestContext.Current.CancellationToken);
        Made = await MakeAsync(Database, TestContext.Current.CancellationToken);
    }

    public static Task<bool> MakeAsync(TestDatabase database, CancellationToken ct) => MakeAsync(database.Engine, ct);

    public static Task<bool> MakeAsync(DbEngine engine, CancellationToken ct) =>
        new MakeDemo(engine, new PackShelf(PackKinds.All()), new Texts(), password => $"hash of {password}").RunAsync(ct);

    public ValueTask DisposeAsync() => Database.DisposeAsync();
}

public sealed class MakeDemoTests(DemoFixture demo) : FiguresTest, IClassFixture<DemoFixture>
{
    private static readonly IReadOnlyDictionary<ReturnState, int> Promised = new Dictionary<ReturnState, int>
    {
        [ReturnState.Entering] = 5,
        [ReturnState.AwaitingLeader] = 2,
        [ReturnState.Approved] = 2,
        [ReturnState.Sent] = 5,
        [ReturnState.ToMend] = 2,
        [ReturnState.Confirmed] = 62,
    };

    [Fact]
    public async Task One_round_asks_all_78_communes_and_their_returns_stand_in_every_state()
    {
        await using var db = demo.Database.Open();

        var states = await StatesAsync(db, agencies: false);

        Assert.True(demo.Made);
        Assert.Equal(Promised.OrderBy(pair => pair.Key), states.OrderBy(pair => pair.Key));
        Assert.Equal(78, states.Values.Sum());
    }

    [Fact]
    public async Task The_same_round_asks_every_agency_that_the_plan_names()
    {
        await using var db = demo.Database.Open();
        var named = (await db.FormsOfAsync(Shelf, await AskedAsync(db), Ct)).SelectMany(form => form.Document.Agencies).Distinct().Count();

        var states = await StatesAsync(db, agencies: true);

        Assert.Equal(named, states.Values.Sum());
        Assert.Equal((4, 1, 1, 2), (states[ReturnState.Entering], states[ReturnState.AwaitingLeader], states[ReturnState.ToMend], states[ReturnState.Sent]));
        Assert.Equal(named - 8, states[ReturnState.Confirmed]);
    }

    [Fact]
    public async Task Beside_the_round_tasks_of_the_plan_are_followed_up_some_of_them_late()
    {
        await using var db = demo.Database.Open();
        var today = new DateOnly(2026, 11, 21);

        var rows = await db.AnnualRows.AsNoTracking().ToListAsync(Ct);

        Assert.Equal(rows.Count, rows.Count(row => row.Year == 2026 && row.TaskId is not null));
        Assert.All(Enum.GetValues<RowState>(), state => Assert.Contains(rows, row => row.State == state));
        Assert.InRange(rows.Count(row => row.State is RowState.NotBegun && row.DueOn < today), 2, rows.Count / 2);
        Assert.Contains(await db.ProgrammeTasks.Select(task => task.Text).ToListAsync(Ct), text => text.StartsWith("Là cơ quan thường trực, giúp UBND tỉnh", StringComparison.Ordinal));
    }

    [Fact]
    public async Task Beside_the_round_there_are_committees_one_of_them_not_renewed_visits_and_money()
    {
        await using var db = demo.Database.Open();
        var owner = await db.Owners.SingleAsync(owner => owner.Id == 1, Ct);
        var actor = new Actor(1, null, Role.StandingAgency, owner.PlaceId);
        var time = new FixedTime();
        time.MoveTo(new DateTimeOffset(2026, 11, 21, 9, 0, 0, TimeSpan.FromHours(7)));

        var committees = await new ListCommittees(db, new ProgrammeClock(time)).RunAsync(actor, Ct);
        var findings = await db.Findings.AsNoTracking().Select(finding => finding.State).ToListAsync(Ct);

        Assert.Equal(CommitteeStanding.Renewed, Assert.Single(committees.Province).Standing);
        Assert.Equal((5, 1), (committees.Communes.Count(row => row.Standing is CommitteeStanding.Renewed), committees.Communes.Count(row => row.Standing is CommitteeStanding.NotRenewed)));
        Assert.Equal([FindingState.Open, FindingState.Open, FindingState.Accepted], findings.Order());
        Assert.Equal(VisitState.Closed, await db.Visits.OrderBy(visit => visit.FirstDay).Select(visit => visit.State).FirstAsync(Ct));
        Assert.Equal((14, 1, 3), (await db.BudgetEntries.CountAsync(Ct), await db.StudyFunds.CountAsync(Ct), await db.FundEntries.CountAsync(Ct)));
        Assert.Equal(3, await db.BudgetEntries.Where(entry => entry.TaskId != null).Select(entry => entry.TaskId).Distinct().CountAsync(Ct));
        Assert.All(await db.CommitteeMembers.Select(member => member.Name).ToListAsync(Ct), name => Assert.EndsWith("(minh họa)", name, StringComparison.Ordinal));
    }

    [Fact]
    public async Task Agencies_that_handed_their_return_on_said_in_it_how_their_tasks_stand_and_those_that_still_type_did_not()
    {
        await using var db = demo.Database.Open();
        var asked = await AskedAsync(db);

        var consolidation = await new ReadTaskReports(db, Shelf, new Texts()).RunAsync(asked, null, await StandingAsync(db), Ct);

        Assert.All(consolidation.Agencies, agency => Assert.True(agency.Unreported == (agency.IsConfirmed ? 0 : agency.Rows.Count), agency.Name));
        Assert.All(Enum.GetValues<RowState>(), state => Assert.InRange(consolidation.Agencies.Sum(agency => agency.Count(state)), 1, 20));
        Assert.Contains(consolidation.Agencies, agency => agency.Unreported > 0);
        var reports = await db.TaskReports.AsNoTracking().ToListAsync(Ct);
        Assert.Contains(reports, report => report is { Difficulties.Length: > 0, Proposals.Length: > 0 });
        Assert.All(reports, report => Assert.EndsWith("(minh họa).", $"{report.Results}{report.Difficulties}", StringComparison.Ordinal));
    }

    [Fact]
    public async Task One_pilot_is_replicated_one_waits_for_a_decision_one_is_run_and_one_was_ended()
    {
        await using var db = demo.Database.Open();

        var pilots = await db.Pilots.AsNoTracking().ToListAsync(Ct);
        var values = await db.PilotValues.AsNoTracking().ToListAsync(Ct);

        Assert.Equal([PilotState.Running, PilotState.Evaluated, PilotState.Replicated, PilotState.Stopped], pilots.Select(pilot => pilot.State).Order());
        Assert.All(pilots, pilot => Assert.EndsWith("(minh họa)", pilot.Name, StringComparison.Ordinal));
        Assert.All(pilots, pilot => Assert.Contains(values, value => value.PilotId == pilot.Id && value.Evaluation == PilotValue.Baseline));
        var replicated = pilots.Single(pilot => pilot.State is PilotState.Replicated).Id;
        // What is done elsewhere now was held against figures of the system; those of the province of 2025 are not all there.
        Assert.Equal([0, 0, 0, 0, 1, 1, 1], values.Where(value => value.PilotId == replicated && value.Source.Length == 0).Select(value => value.Evaluation).Order());
    }

    [Fact]
    public async Task Of_two_regulations_one_was_reviewed_this_year()
    {
        await using var db = demo.Database.Open();
        var (time, actor) = (new FixedTime(), await StandingAsync(db));
        time.MoveTo(new DateTimeOffset(2026, 11, 21, 9, 0, 0, TimeSpan.FromHours(7)));

        var unreviewed = await new ListVisits(db, new ProgrammeClock(time)).UnreviewedAsync(actor, Ct);

        Assert.Equal("14/QCPH-SGDĐT-HLHPN", Assert.Single(unreviewed).Number);
        Assert.Equal("11/QCPH-SGDĐT-HKH", await db.Visits.Where(visit => visit.Kind == VisitKind.CoordinationReview).Select(visit => visit.Regulation).SingleAsync(Ct));
    }

    [Fact]
    public async Task The_commune_that_can_be_tried_wants_more_than_the_programme_of_two_targets()
    {
        await using var db = demo.Database.Open();
        var tried = (await db.PlaceByCodeAsync(DemoPeople.CommuneCode, new DateOnly(2026, 11, 1), Ct))!;

        var wanted = await db.OwnValuesAsync(1, tried.Id, Ct);

        Assert.Equal([("centre-it-share", 90m), ("citizen-share", 75m)], wanted.Select(value => (value.Indicator, value.Threshold!.Value)).Order());
    }

    [Fact]
    public async Task Outside_returns_one_difficulty_was_answered_one_passed_on_and_one_waits()
    {
        await using var db = demo.Database.Open();

        var raised = await db.Difficulties.Where(item => item.ReturnId == null).ToListAsync(Ct);

        Assert.Equal(new DifficultyReply?[] { null, DifficultyReply.Answered, DifficultyReply.Forwarded }, raised.Select(item => item.Reply).Order());
        Assert.Equal(Enum.GetValues<DifficultySubject>().Order(), raised.Select(item => item.About!.Value).Order());
        Assert.All(raised, item => Assert.EndsWith("(minh họa).", item.Text, StringComparison.Ordinal));
    }

    [Fact]
    public async Task Seven_communes_have_never_handed_over_their_titles_of_2025()
    {
        await using var db = demo.Database.Open();
        var year = await db.Periods.Where(period => period.Code == "2025").Select(period => period.Id).SingleAsync(Ct);
        var elements = db.Elements.Where(element => element.Code == "family.total").Select(element => element.Id);

        var known = await db.RollUps.CountAsync(line => line.Owner == 1 && line.PeriodId == year && elements.Contains(line.ElementId), Ct);

        Assert.Equal(78 - 7, known);
    }

    [Fact]
    public async Task Another_round_asks_the_five_villages_of_the_commune_that_can_be_tried()
    {
        await using var db = demo.Database.Open();
        var tried = (await db.PlaceByCodeAsync(DemoPeople.CommuneCode, new DateOnly(2026, 11, 1), Ct))!;
        var villages = await db.ChildrenAsync(tried.Id, new DateOnly(2026, 11, 1), Ct);
        var asked = await AskedAsync(db);
        var round = await db.Rounds.SingleAsync(round => round.Id != asked.Id, Ct);

        var states = await db.Returns.Where(@return => @return.RoundId == round.Id).OrderBy(@return => @return.SubjectId)
            .Select(@return => new { @return.SubjectId, @return.State }).ToListAsync(Ct);

        Assert.All(villages, village => Assert.EndsWith("(minh họa)", village.FullName, StringComparison.Ordinal));
        Assert.Equal(villages.Select(village => village.Id).Order(), states.Select(row => row.SubjectId));
        Assert.Equal(
            [ReturnState.Entering, ReturnState.Sent, ReturnState.ToMend, ReturnState.Confirmed, ReturnState.Confirmed], states.Select(row => row.State));
        Assert.True(round.OpensOn < new DateOnly(2026, 10, 15) && round.DueOn > new DateOnly(2026, 11, 21));
    }

    [Fact]
    public async Task Two_villages_became_the_fourth_on_the_first_of_July()
    {
        await using var db = demo.Database.Open();
        var villages = db.Places.Where(place => place.Level == PlaceLevel.Village);

        var ended = await db.PlaceSuccessions.Where(row => villages.Any(place => place.Id == row.FromId)).ToListAsync(Ct);
        var heir = (await db.PlaceOnDayAsync(ended[0].ToId, new DateOnly(2026, 11, 1), Ct))!;

        Assert.Equal(2, ended.Count);
        Assert.All(ended, row => Assert.Equal((new DateOnly(2026, 7, 1), heir.Id, true), (row.EffectiveOn, row.ToId, row.Whole)));
        Assert.Equal("Thôn Tân Mỹ (minh họa)", heir.FullName);
        Assert.Empty(await db.Returns.Where(@return => @return.SubjectId == ended[0].FromId || @return.SubjectId == ended[1].FromId).ToListAsync(Ct));
    }

    [Fact]
    public async Task Eight_communes_that_had_not_sent_were_given_time_by_one_decision_after_the_flood()
    {
        await using var db = demo.Database.Open();

        var extension = await db.RoundExtensions.SingleAsync(Ct);
        var states = await db.Returns.Where(@return => @return.RoundId == extension.RoundId && @return.DueOn == new DateOnly(2026, 12, 4))
            .GroupBy(@return => @return.State).ToDictionaryAsync(state => state.Key, state => state.Count(), Ct);

        Assert.Equal((new DateOnly(2026, 11, 6), new DateOnly(2026, 12, 4)), (extension.DecidedOn, extension.DueOn));
        Assert.Equal((4, 2, 2), (states[ReturnState.Entering], states[ReturnState.AwaitingLeader], states[ReturnState.Approved]));
        Assert.Equal(8, await db.RoundExtensionSubjects.CountAsync(Ct));
        Assert.All(new[] { extension.Decision, extension.Reason }, words => Assert.Contains("minh họa", words, StringComparison.Ordinal));
    }

    [Fact]
    public async Task Two_communes_and_two_departments_wrote_reports_of_their_own_and_one_difficulty_was_answered()
    {
        await using var db = demo.Database.Open();

        var texts = await db.ReturnTexts.ToListAsync(Ct);
        var items = await db.Difficulties.Where(item => item.ReturnId != null).ToListAsync(Ct);
        var agencies = await db.Agencies.Select(agency => agency.Id).ToListAsync(Ct);
        var writers = texts.Select(text => text.ReturnId).ToHashSet();
        var subjects = await db.Returns.Where(@return => writers.Contains(@return.Id)).Select(@return => new { @return.SubjectId, @return.State }).ToListAsync(Ct);

        Assert.Equal((4, 2), (subjects.Count, subjects.Count(row => agencies.Contains(row.SubjectId))));
        Assert.All(subjects, row => Assert.Contains(row.State, ReturnSteps.Held));
        Assert.Equal(new DifficultyReply?[] { null, null, null, null, DifficultyReply.Answered }, items.Select(item => item.Reply).Order());
        Assert.All(texts.Select(text => text.Text).Concat(items.Select(item => item.Text)), words => Assert.EndsWith("(minh họa).", words, StringComparison.Ordinal));
        Assert.Empty(await db.ReturnPapers.ToListAsync(Ct));
    }

    [Fact]
    public async Task The_head_of_the_first_village_has_no_password_and_answers_for_it_alone()
    {
        await using var db = demo.Database.Open();

        var head = await db.People.SingleAsync(person => person.UserName == DemoPeople.HeadUserName, Ct);
        var role = Assert.Single(await db.RolesHeldAsync(1, head.Id, new DateOnly(2026, 11, 21), Ct));
        var returns = await db.ReturnsVisibleTo(new Actor(1, head.Id, role.Grant.Role, role.Grant.PlaceId)).ToListAsync(Ct);

        Assert.Null(head.PasswordHash);
        Assert.Equal(ReturnState.Entering, Assert.Single(returns).State);
    }

    [Fact]
    public async Task The_commune_that_can_be_tried_has_typed_a_part()
    {
        await using var db = demo.Database.Open();

        var tried = (await db.PlaceByCodeAsync(DemoPeople.CommuneCode, new DateOnly(2026, 11, 1), Ct))!;

        var @return = await db.Returns.SingleAsync(@return => @return.SubjectId == tried.Id, Ct);
        var version = await db.ReturnVersions.SingleAsync(version => version.ReturnId == @return.Id, Ct);
        Assert.Equal(("Xã Hải Lăng", ReturnState.Entering), (tried.FullName, @return.State));
        var left = (await FormAsync(db)).Elements.Except(Answers.FromJson(version.Answers).Values.Keys);
        Assert.Equal(["citizen", "clan", "unit"], left.Select(element => element.Split('.')[0]).Distinct().Order());
    }

    [Fact]
    public async Task The_programme_says_that_its_figures_are_made_up()
    {
        await using var db = demo.Database.Open();

        var owners = await db.Owners.OrderBy(owner => owner.Id).ToListAsync(Ct);

        Assert.Equal([(1, true), (51, true)], owners.Select(owner => ((int)owner.Id, owner.Demo)));
    }

    [Fact]
    public async Task There_is_one_account_for_each_role_named_by_post_and_a_sign_in_for_each_above_the_village()
    {
        await using var db = demo.Database.Open();

        var people = await (
            from person in db.People
            join grant in db.RoleGrants on person.Id equals grant.PersonId
            where person.Owner == 1
            select new { person.UserName, person.DisplayName, person.PasswordHash, grant.Role }).ToListAsync(Ct);

        var signingIn = people.Where(person => person.Role is not Role.VillageOfficer).ToList();
        Assert.Equal(Enum.GetValues<Role>().Order(), people.Select(person => person.Role).Order());
        Assert.All(people, person => Assert.EndsWith("(minh họa)", person.DisplayName, StringComparison.Ordinal));
        Assert.All(signingIn, person => Assert.StartsWith("hash of ", person.PasswordHash, StringComparison.Ordinal));
        Assert.Equal(DemoPeople.All.Select(person => person.UserName).Order(), signingIn.Select(person => person.UserName).Order());
    }

    [Fact]
    public async Task No_step_and_no_saving_is_put_under_a_person_s_name()
    {
        await using var db = demo.Database.Open();

        var signed = await db.ReturnMoves.CountAsync(move => move.TakenBy != null, Ct)
            + await db.ReturnVersions.CountAsync(version => version.SavedBy != null, Ct)
            + await db.AuditEntries.CountAsync(entry => entry.PersonId != null, Ct);

        Assert.Equal(0, signed);
    }

    [Fact]
    public async Task Nothing_is_at_100_percent()
    {
        var answers = await AnswersAsync(demo.Database);

        foreach (var (place, values) in answers)
        {
            foreach (var model in new[] { "family", "clan", "village", "unit" })
            {
                var (total, registered) = (values[$"{model}.total"], values[$"{model}.registered"]);
                Assert.True(total == 0 || registered < total, $"{place}: {model} {registered}/{total}");
                Assert.True(values[$"{model}.recognised"] <= registered, $"{place}: {model}");
            }
        }
    }

    [Fact]
    public async Task Learning_citizens_are_18_to_38_percent_everywhere()
    {
        var answers = await AnswersAsync(demo.Database);

        Assert.All(answers, place => Assert.InRange(100m * place.Value["citizen.recognised"] / place.Value["citizen.adults"], 18, 38));
    }

    [Fact]
    public async Task Every_return_that_was_filled_holds_together()
    {
        await using var db = demo.Database.Open();
        var form = await FormAsync(db);
        var elements = await db.ElementDefinitionsAsync(Shelf, Jurisdiction.Country, new DateOnly(2026, 12, 31), Ct);

        var answers = await AnswersAsync(demo.Database);

        Assert.All(answers, place => Assert.Empty(new Answers(place.Value).Judge(form, elements)));
    }

    [Fact]
    public async Task What_looks_odd_in_a_return_that_was_handed_on_has_a_reason()
    {
        await using var db = demo.Database.Open();
        var form = await FormAsync(db);
        var pack = await db.Packs.Where(pack => pack.Code == form.Id && pack.Version == form.Version).Select(pack => pack.Id).SingleAsync(Ct);
        var elements = await db.ElementDefinitionsAsync(Shelf, Jurisdiction.Country, new DateOnly(2026, 12, 31), Ct);
        var returns = await db.Returns.AsNoTracking().Where(@return => @return.FormPackId == pack && @return.State == ReturnState.Confirmed).ToListAsync(Ct);
        var found = new List<ReturnFindings>();

        foreach (var @return in returns)
        {
            var answers = Answers.FromJson((await db.ReturnVersions.SingleAsync(version => version.ReturnId == @return.Id && version.Number == @return.ConfirmedVersion, Ct)).Answers);
            found.Add(await db.FindingsAsync(Shelf, @return, @return.CurrentVersion, form, answers, elements, Ct));
        }

        // What is far from communes alike moves on with every commune that is confirmed.
        Assert.All(found, of => Assert.DoesNotContain(of.Unexplained, finding => finding is not FarAway));
        Assert.InRange(found.Count(of => of.Reasons.Count > 0), 7, 20);
        Assert.Equal(["counting", "disaster", "merger"], found.SelectMany(of => of.Reasons).Select(reason => reason.Ready).Distinct().Except(["other"]).Order());
    }

    [Fact]
    public async Task Every_commune_estimates_a_few_more_titles_for_the_whole_year()
    {
        await using var db = demo.Database.Open();
        var form = await FormAsync(db);

        var answers = await AnswersAsync(demo.Database);

        Assert.All(answers, place => Assert.All(form.Estimated, title => Assert.True(place.Value[EstimatedCell.NameOf(title)] >= place.Value[title])));
        Assert.All(form.Estimated, title =>
            Assert.InRange(answers.Sum(place => place.Value[EstimatedCell.NameOf(title)]), answers.Sum(place => place.Value[title]) + 1, long.MaxValue));
    }

    [Fact]
    public async Task A_draft_of_next_year_s_plan_waits_to_be_looked_at_and_sets_nothing()
    {
        await using var db = demo.Database.Open();

        var plan = await db.Plans.SingleAsync(Ct);
        var items = PlanReadingItems.Parse(plan.Reading).Items;

        Assert.Equal(PlanState.Confirming, plan.State);
        Assert.Equal("Xây dựng xã hội học tập năm 2027 trên địa bàn tỉnh Quảng Trị (dự thảo minh họa)", items.Select(item => item.Item).OfType<PlanHead>().Single().Title);
        Assert.All(Enum.GetValues<PlanItemKind>(), kind => Assert.Contains(items, item => item.Item.Kind == kind));
        Assert.Contains(items, item => item.Doubts.Count > 0);
        Assert.Empty(await db.PlanVersions.ToListAsync(Ct));
    }

    [Fact]
    public async Task Every_confirmed_figure_is_in_the_roll_up()
    {
        await using var db = demo.Database.Open();

        var rollUp = await RollUpAsync(db, Ct);
        var year = (await db.Periods.SingleAsync(period => period.Code == "2026", Ct)).Id;

        var communes = db.Places.Where(place => place.Level == PlaceLevel.Commune).Select(place => place.Id).ToHashSet();
        // All that is asked of each commune that was confirmed, and of the one whose villages are asked two more.
        Assert.Equal((62 * (await FormAsync(db)).Cells.Count) + 2, rollUp.Count(line => line.Period == year && communes.Contains(line.Subject)));
        Assert.Equal(await RebuiltAsync(db, Ct), rollUp);
    }

    [Fact]
    public async Task Communes_report_in_November_in_time_and_in_working_hours()
    {
        await using var db = demo.Database.Open();

        var moves = await db.ReturnMoves.Select(move => move.TakenAt).ToListAsync(Ct);

        var days = moves.Select(ProgrammeClock.Local).ToList();
        Assert.InRange(days.Min(), new DateTime(2026, 11, 2), new DateTime(2026, 11, 3));
        Assert.True(days.Max() < new DateTime(2026, 11, 21), $"{days.Max()}");
        Assert.All(days, moment => Assert.InRange(moment.Hour, 7, 17));
    }

    [Fact]
    public async Task Made_twice_the_figures_are_the_same()
    {
        await DemoFixture.MakeAsync(Database, Ct);

        Assert.Equal(await TextsAsync(demo.Database), await TextsAsync(Database));
    }

    [Fact]
    public async Task An_installation_that_has_a_programme_is_left_as_it_is()
    {
        Given.Owner(Given.Place());

        var made = await DemoFixture.MakeAsync(Database, Ct);

        Assert.False(made);
        Assert.Equal((0, 0), (await Stored().Returns.CountAsync(Ct), await Stored().People.CountAsync(Ct)));
    }

    /// <summary>The full answers by the commune that gave them; the one that can be tried has typed a part alone.</summary>
    private static async Task<IReadOnlyDictionary<string, IReadOnlyDictionary<string, long>>> AnswersAsync(TestDatabase database) =>
        (await TextsAsync(database))
            .Select(pair => (pair.Place, Values: Answers.FromJson(pair.Answers).Names))
            .Where(pair => pair.Values.ContainsKey("citizen.adults"))
            .ToDictionary(pair => pair.Place, pair => pair.Values);

    private static async Task<Actor> StandingAsync(HieuHocDb db) =>
        new(1, null, Role.StandingAgency, await db.Owners.Where(owner => owner.Id == 1).Select(owner => owner.PlaceId).SingleAsync(Ct));

    private static Task<Round> AskedAsync(HieuHocDb db) => db.Rounds.SingleAsync(round => round.Code == "2026", Ct);

    /// <summary>The form of the communes.</summary>
    private async Task<FormsPack> FormAsync(HieuHocDb db) =>
        (await db.FormsOfAsync(Shelf, await AskedAsync(db), Ct)).Single(form => form.Document.Level is SubjectLevel.Commune).Document;

    private static async Task<IReadOnlyDictionary<ReturnState, int>> StatesAsync(HieuHocDb db, bool agencies)
    {
        var asked = await AskedAsync(db);
        var kind = agencies ? SubjectKind.Agency : SubjectKind.Place;

        return await db.Returns.Where(@return => @return.RoundId == asked.Id)
            .Join(db.Set<Subject>(), @return => @return.SubjectId, subject => subject.Id, (@return, subject) => new { @return.State, subject.Kind })
            .Where(row => row.Kind == kind)
            .GroupBy(row => row.State)
            .ToDictionaryAsync(group => group.Key, group => group.Count(), Ct);
    }

    private static async Task<IReadOnlyList<(string Place, ReturnState State, string Answers)>> TextsAsync(TestDatabase database)
    {
        await using var db = database.Open();
        var rows = await (
            from version in db.ReturnVersions
            join @return in db.Returns on version.ReturnId equals @return.Id
            join name in db.PlaceNames on @return.SubjectId equals name.PlaceId
            where name.ValidTo == null && version.Number == @return.CurrentVersion
            select new { name.FullName, @return.State, version.Answers }).ToListAsync(Ct);

        return [.. rows.Select(row => (row.FullName, row.State, Answers.FromJson(row.Answers).ToJson())).Order()];
    }
}
