using HieuHoc.Access;
using HieuHoc.Figures;
using HieuHoc.Platform;
using HieuHoc.Returns;
using HieuHoc.Testing;
using Microsoft.EntityFrameworkCore;

namespace HieuHoc.Tests.Returns;

/// <summary>A round asks a form of communes and one of agencies: who owes what, who sees it, and what it counts.</summary>
public sealed class AgencyReturnsTests : ReturnsTest
{
    private const string Home = "tinh.so-noi-vu";
    private const string Police = "tinh.cong-an";

    private int home;
    private int police;

    private OpenRound OpenRound => new(Stored(), Shelf, Clock);

    private Actor HomeOfficer => new(1, new PersonId(Guid.Parse("01900000-0000-7000-8000-000000000011")), Role.AgencyOfficer, Province) { AgencyId = home };

    private Actor HomeLeader => new(1, new PersonId(Guid.Parse("01900000-0000-7000-8000-000000000012")), Role.AgencyLeader, Province) { AgencyId = home };

    public override async ValueTask InitializeAsync()
    {
        await base.InitializeAsync();
        home = Given.Agency(Province, "Sở Nội vụ", code: Home);
        police = Given.Agency(Province, "Công an tỉnh", code: Police);
        Given.Pack(Given.Elements() with
        {
            Elements = [Given.Element("rain.total"), Given.Element("class.held", leafLevel: SubjectLevel.Agency)],
        });
        Given.Pack(Given.Form("rain.total"));
    }

    [Fact]
    public async Task A_round_asks_each_of_its_forms_of_those_whom_the_form_asks()
    {
        Given.Pack(Given.AgencyForm([Home, Police], "class.held"));

        var opened = await OpenAsync("form", "agency-form");

        Assert.Null(opened.Refusal);
        Assert.Equal(
            [(Commune, "form"), (home, "agency-form"), (police, "agency-form")],
            (await OwedAsync(opened.Value.Id)).OrderBy(row => row.Subject));
    }

    [Fact]
    public async Task An_agency_that_ended_before_the_cut_off_or_works_for_another_province_is_not_asked()
    {
        Given.Agency(Province, "Sở cũ", code: "tinh.so-cu", to: new DateOnly(2027, 2, 28));
        Given.Agency(Given.Place("Khác"), "Sở Nội vụ", code: "khac.so-noi-vu");
        Given.Pack(Given.AgencyForm([Home, "tinh.so-cu", "khac.so-noi-vu"], "class.held"));

        var opened = await OpenAsync("agency-form");

        Assert.Equal([(home, "agency-form")], await OwedAsync(opened.Value.Id));
    }

    [Fact]
    public async Task Nobody_is_asked_two_forms_of_one_round()
    {
        Given.Pack(Given.AgencyForm([Home, Police], "class.held"));
        Given.Pack(Given.AgencyForm([Police], "class.held") with { Id = "other-form" });

        var opened = await OpenAsync("agency-form", "other-form");

        Assert.Equal(new FormsAskTheSame("agency-form", "other-form"), opened.Refusal);
        Assert.False(await Stored().Rounds.AnyAsync(round => round.Code == "2027", Ct));
    }

    [Fact]
    public async Task The_same_figures_may_be_asked_of_different_agencies()
    {
        Given.Pack(Given.AgencyForm([Home], "class.held"));
        Given.Pack(Given.AgencyForm([Police], "class.held") with { Id = "other-form" });

        var opened = await OpenAsync("agency-form", "other-form");

        Assert.Equal([(home, "agency-form"), (police, "other-form")], (await OwedAsync(opened.Value.Id)).OrderBy(row => row.Subject));
    }

    [Fact]
    public async Task A_round_without_a_form_is_refused() =>
        Assert.Equal(new FormNotFound(""), (await OpenAsync()).Refusal);

    [Fact]
    public async Task An_agency_sees_its_own_return_and_the_standing_agency_all()
    {
        Given.Pack(Given.AgencyForm([Home, Police], "class.held"));
        var round = (await OpenAsync("form", "agency-form")).Value.Id;

        Assert.Equal([home], await SeenAsync(HomeOfficer, round));
        Assert.Equal([Commune, home, police], await SeenAsync(Agency, round));
        Assert.Equal([Commune], await SeenAsync(Officer, round));
    }

    [Fact]
    public async Task What_an_agency_counted_is_a_figure_of_the_agency_once_it_is_confirmed()
    {
        var id = await AskedOfAsync(home, Given.AgencyForm([Home], "class.held"));

        await SaveAsync(id, "class.held", "12", HomeOfficer);
        await TakeAsync(id, ReturnStep.Submit, null, HomeOfficer);
        await TakeAsync(id, ReturnStep.Approve, null, HomeLeader);
        await TakeAsync(id, ReturnStep.Send, null, HomeOfficer);
        Assert.Empty(await Stored().Figures.ToListAsync(Ct));
        await TakeAsync(id, ReturnStep.Confirm, null, Agency);

        var figure = await Stored().Figures.SingleAsync(Ct);
        var sum = await Stored().RollUps.SingleAsync(Ct);
        Assert.Equal((home, 12, false), (figure.SubjectId, figure.Value, figure.Stated));
        Assert.Equal((home, 12, 1), (sum.SubjectId, sum.Sum, sum.Reported));
    }

    [Fact]
    public async Task What_communes_count_is_kept_beside_their_sum_when_an_agency_states_it()
    {
        var id = await AskedOfAsync(home, Given.AgencyForm([Home], "rain.total") with { Stated = ["rain.total"] });

        await SaveAsync(id, "rain.total", "7", HomeOfficer);
        await TakeAsync(id, ReturnStep.Submit, null, HomeOfficer);
        await TakeAsync(id, ReturnStep.Approve, null, HomeLeader);
        await TakeAsync(id, ReturnStep.Send, null, HomeLeader);
        await TakeAsync(id, ReturnStep.Confirm, null, Agency);

        Assert.True((await Stored().Figures.SingleAsync(Ct)).Stated);
        Assert.Empty(await Stored().RollUps.ToListAsync(Ct));
    }

    [Fact]
    public async Task For_an_agency_without_an_account_the_standing_agency_types_what_its_paper_says()
    {
        var id = await AskedOfAsync(police, OnPaper([Police]));

        await SaveAsync(id, "class.held", "3", Agency);
        Assert.Equal(new ReturnPaperMissing(), (await StepAsync(id, ReturnStep.OnBehalf, "Công văn số 12, ngày 20/11/2026", Agency)).Refusal);
        Assert.True(await new ReturnAttachments(Shelf).MayAddAsync(Stored(), ReturnAttachments.RecordOf(id), Agency, Ct));
        Given.Paper(id, Agency, Clock.Now);
        await TakeAsync(id, ReturnStep.OnBehalf, "Công văn số 12, ngày 20/11/2026", Agency);
        await TakeAsync(id, ReturnStep.Confirm, null, Agency);

        var figure = await Stored().Figures.SingleAsync(Ct);
        Assert.Equal((police, 3), (figure.SubjectId, figure.Value));
        Assert.Single(await new ReturnAttachments(Shelf).Visible(Stored(), ReturnAttachments.RecordOf(id), Agency).ToListAsync(Ct));
    }

    [Fact]
    public async Task For_an_agency_that_types_itself_the_standing_agency_neither_types_nor_attaches()
    {
        var id = await AskedOfAsync(home, Given.AgencyForm([Home], "class.held"));

        var saved = await new SaveReturn(Stored(), Shelf, Clock).RunAsync(id, 0, new Dictionary<string, string?> { ["class.held"] = "3" }, Agency, Ct);

        Assert.Equal(new ReturnNotYoursToFill(), saved.Refusal);
        Assert.False(await new ReturnAttachments(Shelf).MayAddAsync(Stored(), ReturnAttachments.RecordOf(id), Agency, Ct));
        Assert.True(await new ReturnAttachments(Shelf).MayAddAsync(Stored(), ReturnAttachments.RecordOf(id), HomeOfficer, Ct));
    }

    private static FormsPack OnPaper(IReadOnlyList<string> agencies)
    {
        var form = Given.AgencyForm(agencies, "class.held");

        return form with { Steps = [.. form.Steps, ReturnStep.OnBehalf] };
    }

    private Task<Outcome<Round>> OpenAsync(params IReadOnlyList<string> forms) =>
        OpenRound.RunAsync(Given.AskedRound(2027) with { FormIds = forms }, Agency, Ct);

    private async Task<ReturnId> AskedOfAsync(int subject, FormsPack form)
    {
        Given.Pack(form);
        var round = (await OpenAsync("agency-form")).Value.Id;

        return await Stored().Returns.Where(@return => @return.RoundId == round && @return.SubjectId == subject).Select(@return => @return.Id).SingleAsync(Ct);
    }

    private async Task<IReadOnlyList<(int Subject, string Form)>> OwedAsync(RoundId round)
    {
        var db = Stored();
        var rows = await (
            from @return in db.Returns
            where @return.RoundId == round
            join pack in db.Packs on @return.FormPackId equals pack.Id
            select new { @return.SubjectId, pack.Code }).ToListAsync(Ct);

        return [.. rows.Select(row => (row.SubjectId, row.Code))];
    }

    private async Task<IReadOnlyList<int>> SeenAsync(Actor actor, RoundId round)
    {
        var db = Stored();

        return await db.ReturnsVisibleTo(actor).Where(@return => @return.RoundId == round).Select(@return => @return.SubjectId).Order().ToListAsync(Ct);
    }

    private async Task SaveAsync(ReturnId id, string element, string typed, Actor actor)
    {
        var revision = (await StoredReturnAsync(id)).Revision;

        Assert.Null((await new SaveReturn(Stored(), Shelf, Clock).RunAsync(id, revision, new Dictionary<string, string?> { [element] = typed }, actor, Ct)).Refusal);
    }

    private async Task TakeAsync(ReturnId id, ReturnStep step, string? reason, Actor actor) => Assert.Null((await StepAsync(id, step, reason, actor)).Refusal);

    private async Task<Outcome<Return>> StepAsync(ReturnId id, ReturnStep step, string? reason, Actor actor) =>
        await new TakeReturnStep(Stored(), Shelf, Clock).RunAsync(id, (await StoredReturnAsync(id)).Revision, step, reason, actor, Ct);
}
