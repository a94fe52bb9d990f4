using FsCheck.Fluent;
using HieuHoc.Access;
using HieuHoc.Agencies;
using HieuHoc.Programmes.Checks;
using HieuHoc.Tests.Figures;
using Microsoft.EntityFrameworkCore;

namespace HieuHoc.Tests.Programmes.Checks;

public sealed class FindingsTests : VisitsTest
{
    [Fact]
    public async Task A_finding_names_who_puts_it_right_by_when_and_the_same_again_changes_nothing()
    {
        var (visit, id, stated) = (await CarriedOutAsync(), new FindingId(Guid.CreateVersion7()), new StatedFinding(" Chưa có tủ sách ", Culture, Today.AddDays(3)));

        Assert.Null((await Find.RunAsync(visit, id, stated, Standing, Ct)).Refusal);
        Assert.Null((await Find.RunAsync(visit, id, stated, Standing, Ct)).Refusal);
        Assert.IsType<FindingDiffers>((await Find.RunAsync(visit, id, stated with { Text = "Khác" }, Standing, Ct)).Refusal);
        await FoundAsync(visit);

        var found = await StoredAsync(id);
        Assert.Equal((1, "Chưa có tủ sách", Culture, FindingState.Open), (found.Number, found.Text, found.ResponsibleId, found.State));
        Assert.Equal(2, await ToldAsync<FindingAdded>(visit));
    }

    [Fact]
    public async Task What_cannot_be_is_refused()
    {
        var (visit, planned) = (await CarriedOutAsync(), await PlannedAsync());
        var last = Today.AddDays(1).AddYears(AddFinding.MostYears);

        Assert.Equal(new VisitStandsOtherwise(VisitState.Planned), await AddedAsync(planned, new("A", HaiLang, Today)));
        Assert.IsType<FindingWordsMissing>(await AddedAsync(visit, new("  ", HaiLang, Today)));
        Assert.IsType<VisitTextTooLong>(await AddedAsync(visit, new(new string('a', StatedVisit.LongestText + 1), HaiLang, Today)));
        Assert.Equal(new FindingDueUnfit(Today, last), await AddedAsync(visit, new("A", HaiLang, Today.AddDays(-1))));
        Assert.Equal(new FindingDueUnfit(Today, last), await AddedAsync(visit, new("A", HaiLang, last.AddDays(1))));
        Assert.IsType<VisitUnitUnknown>(await AddedAsync(visit, new("A", Province, Today)));
        Assert.IsType<VisitNotYoursToChange>(await AddedAsync(visit, new("A", HaiLang, Today), Officer));
        Assert.IsType<VisitNotFound>(await AddedAsync(visit, new("A", HaiLang, Today), Neighbour));
        Assert.Equal(0, await Stored().Findings.CountAsync(Ct));
    }

    [Fact]
    public async Task The_unit_answers_the_visitor_asks_again_and_accepts_and_every_word_stays()
    {
        var id = await FoundAsync(await CarriedOutAsync());

        Assert.Null(await SaidAsync(id, 0, FindingStep.Answer, "Sẽ mở tủ sách", Officer));
        Assert.Null(await SaidAsync(id, 1, FindingStep.AskAgain, "Đề nghị có ảnh", Standing, Today.AddDays(20)));
        Assert.Null(await SaidAsync(id, 2, FindingStep.Answer, "Đã mở, có ảnh", Officer));
        Assert.Null(await SaidAsync(id, 3, FindingStep.Accept, null, Standing));

        var found = await StoredAsync(id);
        Assert.Equal((FindingState.Accepted, Today.AddDays(20), 4), (found.State, found.DueOn, found.Revision));
        Assert.Equal(
            [("Sẽ mở tủ sách", Officer.PersonId), ("Đề nghị có ảnh", Standing.PersonId), ("Đã mở, có ảnh", Officer.PersonId), ("", Standing.PersonId)],
            (await Stored().FindingWords.OrderBy(word => word.Number).ToListAsync(Ct)).Select(word => (word.Words, word.SaidBy)));
        Assert.All(await Stored().FindingWords.ToListAsync(Ct), word => Assert.False(word.OnBehalf));
        Assert.Equal(4, await ToldAsync<FindingSpokenOf>(found.VisitId));
    }

    [Fact]
    public async Task The_same_word_again_changes_nothing_and_the_second_of_two_is_told()
    {
        var id = await FoundAsync(await CarriedOutAsync());
        await SaidAsync(id, 0, FindingStep.Answer, "Đã mở", Officer);

        Assert.Null(await SaidAsync(id, 0, FindingStep.Answer, " Đã mở ", Officer));
        Assert.IsType<FindingChangedMeanwhile>(await SaidAsync(id, 0, FindingStep.Answer, "Khác", Officer));
        Assert.IsType<FindingChangedMeanwhile>(await SaidAsync(id, 0, FindingStep.Answer, "Đã mở", Given.Person(Role.CommuneLeader, HaiLang)));
        Assert.Equal(new FindingStandsOtherwise(FindingState.Answered), await SaidAsync(id, 1, FindingStep.Answer, "Khác", Officer));

        Assert.Equal(1, await Stored().FindingWords.CountAsync(Ct));
    }

    [Fact]
    public async Task What_is_said_fits_the_state_and_has_words()
    {
        var id = await FoundAsync(await CarriedOutAsync());

        Assert.Equal(new FindingStandsOtherwise(FindingState.Open), await SaidAsync(id, 0, FindingStep.Accept, "", Standing));
        Assert.Equal(new FindingStandsOtherwise(FindingState.Open), await SaidAsync(id, 0, FindingStep.AskAgain, "Vì", Standing));
        Assert.IsType<FindingWordsMissing>(await SaidAsync(id, 0, FindingStep.Answer, " ", Officer));
        Assert.IsType<FindingWordsMissing>(await SaidAsync(id, 0, FindingStep.Withdraw, " ", Standing));
        Assert.IsType<VisitTextTooLong>(await SaidAsync(id, 0, FindingStep.Answer, new string('a', StatedVisit.LongestText + 1), Officer));
        await SaidAsync(id, 0, FindingStep.Answer, "Đã mở", Officer);
        Assert.Equal(new FindingDueUnfit(Today, Today.AddYears(AddFinding.MostYears)), await SaidAsync(id, 1, FindingStep.AskAgain, "Vì", Standing, Today.AddDays(-1)));
        await SaidAsync(id, 1, FindingStep.Accept, "", Standing);
        Assert.Equal(new FindingStandsOtherwise(FindingState.Accepted), await SaidAsync(id, 2, FindingStep.Withdraw, "Vì", Standing));
    }

    [Fact]
    public async Task Who_is_named_answers_and_who_visited_looks_at_it()
    {
        var visit = await CarriedOutAsync(ToHaiLang with { Kind = VisitKind.FrontSupervision }, Front);
        var (ofCommune, ofCulture) = (await FoundAsync(visit, by: Front), await FoundAsync(visit, Culture, Front));

        Assert.IsType<FindingNotYoursToSay>(await SaidAsync(ofCommune, 0, FindingStep.Answer, "A", Standing));
        Assert.IsType<FindingNotYoursToSay>(await SaidAsync(ofCommune, 0, FindingStep.Withdraw, "A", Officer));
        Assert.IsType<FindingNotYoursToSay>(await SaidAsync(ofCulture, 0, FindingStep.Answer, "A", Officer));
        Assert.IsType<FindingNotFound>(await SaidAsync(ofCommune, 0, FindingStep.Answer, "A", OfCulture));
        Assert.IsType<FindingNotFound>(await SaidAsync(ofCommune, 0, FindingStep.Answer, "A", Neighbour));
        Assert.Null(await SaidAsync(ofCommune, 0, FindingStep.Answer, "A", Given.Person(Role.CommuneLeader, HaiLang)));
        Assert.Null(await SaidAsync(ofCulture, 0, FindingStep.Answer, "A", OfCulture));
        Assert.IsType<FindingNotYoursToSay>(await SaidAsync(ofCulture, 1, FindingStep.Accept, "", OfCulture));
        Assert.Null(await SaidAsync(ofCulture, 1, FindingStep.Accept, "", Front));
    }

    [Fact]
    public async Task An_agency_of_a_commune_is_answered_for_by_the_commune_and_one_of_the_province_by_itself_alone()
    {
        var school = Given.Agency(HaiLang, "Trường THCS Hải Lăng", AgencyKind.School);
        var (ofCommune, ofProvince) = (await CarriedOutAsync(ToHaiLang with { VisitedId = school }, Officer), await CarriedOutAsync(ToHaiLang with { VisitedId = Culture }, Front));

        Assert.Equal((true, false), (await AnswersAsync(await FoundAsync(ofCommune, school, Officer), Given.Person(Role.CommuneLeader, HaiLang)), await AnswersAsync(await FoundAsync(ofProvince, Culture, Front), Standing)));
    }

    [Fact]
    public async Task An_answer_on_paper_is_taken_down_by_the_visitor_and_says_so()
    {
        var id = await FoundAsync(await CarriedOutAsync());

        Assert.Null(await SaidAsync(id, 0, FindingStep.Answer, "Công văn 12/UBND: đã mở", Standing));

        Assert.True((await Stored().FindingWords.SingleAsync(Ct)).OnBehalf);
    }

    [Fact]
    public void However_words_follow_one_another_what_is_settled_stays_and_each_counts_once() => Always.Holds(
        from steps in Gen.Elements(Enum.GetValues<FindingStep>()).ListOf() select steps.ToList(),
        steps =>
        {
            var finding = new Finding
            {
                Owner = 1, Id = new FindingId(Guid.CreateVersion7()), VisitId = NewId(), Number = 1, Text = "A", ResponsibleId = 1, DueOn = new DateOnly(2026, 1, 1), FoundBy = null, FoundAt = default,
            };
            var taken = 0;

            foreach (var step in steps)
            {
                var (before, settled) = (finding.State, !finding.IsUnsettled);
                var refused = finding.Take(step) is not null;
                taken += refused ? 0 : 1;

                if (finding.Revision != taken || (settled && !refused) || (refused && finding.State != before))
                {
                    return false;
                }
            }

            return true;
        },
        500);

    private async Task<bool> AnswersAsync(FindingId id, Actor actor) => await Stored().FindingsAnsweredBy(actor).AnyAsync(finding => finding.Id == id, Ct);

    private async Task<HieuHoc.Platform.Refusal?> AddedAsync(VisitId visit, StatedFinding stated, Actor? by = null) =>
        (await Find.RunAsync(visit, new FindingId(Guid.CreateVersion7()), stated, by ?? Standing, Ct)).Refusal;
}
