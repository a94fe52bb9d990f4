using HieuHoc.Access;
using HieuHoc.Agencies;
using HieuHoc.Figures;
using HieuHoc.Places;
using HieuHoc.Platform;
using HieuHoc.Programmes;
using HieuHoc.Programmes.Money;
using HieuHoc.Programmes.Plans;
using HieuHoc.Programmes.Tasks;
using HieuHoc.Reporting;
using HieuHoc.Returns;
using HieuHoc.Testing;
using HieuHoc.Tests.Reporting;
using Microsoft.EntityFrameworkCore;

namespace HieuHoc.Tests.Demo;

/// <summary>Colleges and training units are asked by the same round as agencies are: the demonstration walks every step with them.</summary>
public sealed class CollegesInTheRoundTests : DatabaseTest
{
    private const string Sheet = "Chuyển đổi số của trường cao đẳng, cơ sở đào tạo";

    protected override Task<TestDatabase> MakeDatabaseAsync() => TestDatabase.DemoAsync(Ct);

    [Fact]
    public async Task They_are_asked_their_short_form_fill_it_and_are_confirmed()
    {
        var form = await Shelf.OnAsync<HieuHoc.Returns.FormsPack>(Db, new DateOnly(2026, 12, 31), await Db.JurisdictionAsync(1, Ct), Ct);
        var asked = await OfCollegesAsync();

        Assert.Equal(3, asked.Count);
        Assert.All(asked, @return => Assert.Equal(ReturnState.Confirmed, @return.State));
        Assert.InRange(form.Single(pack => pack.Document.BaseId == "agency-colleges").Document.Elements.Count, 1, 12);
        var learners = await Db.Elements.Where(element => element.Code == "college.learners").Select(element => element.Id).SingleAsync(Ct);
        Assert.Equal(3, await Db.Figures.CountAsync(figure => figure.ElementId == learners && !figure.Stated, Ct));
    }

    [Fact]
    public async Task The_report_has_a_sheet_of_them_and_adds_nothing_of_it_to_what_communes_count()
    {
        var province = (await Db.PlaceByCodeAsync("44", new DateOnly(2026, 11, 21), Ct))!;
        var actor = new Actor(1, null, Role.StandingAgency, province.Id);
        var indicators = new ReadIndicators(Db, Shelf);
        var targets = new JudgeTargets(Db, Shelf, indicators, new PlanShelf());

        var report = (await new BuildAnnualReport(Db, targets, new ReadAnnualFacts(Db, Shelf, targets, indicators, new ReadMoneyTotals(new ReadBudgets(Db), new ReadStudyFunds(Db, Clock), new ReadTaskMoney(Db)), new ReadTaskReports(Db, Shelf, new Texts()), Clock), Clock, new Texts())
            .RunAsync(province.Id, 2026, actor, Ct)).Value;

        var sheet = SheetFile.Of(Assert.Single(report.Appendix.Sheets, sheet => sheet.TitleLines[0].EndsWith(Sheet, StringComparison.Ordinal)));
        Assert.Equal(
            ["Trung tâm Đào tạo nghề (minh họa)", "Trường Cao đẳng Kỹ thuật (minh họa)", "Trường Cao đẳng Y Dược (minh họa)"],
            sheet.Rows.Select(row => row.Cells.ElementAtOrDefault(1) as string).Where(name => name?.EndsWith("(minh họa)", StringComparison.Ordinal) is true).Order(StringComparer.Ordinal));
        var digital = report.Appendix.Sheets.Single(sheet => sheet.TitleLines[0].EndsWith("Chuyển đổi số trong cơ sở giáo dục", StringComparison.Ordinal));
        Assert.DoesNotContain("cao đẳng", string.Join(' ', digital.Columns.Select(column => column.Heading)), StringComparison.OrdinalIgnoreCase);
    }

    [Fact]
    public async Task Each_commune_says_which_kinds_of_units_hold_the_title_at_which_level()
    {
        var names = new[] { "unit.level1.school", "unit.level2.enterprise" };
        var communes = Db.Places.Where(place => place.Level == PlaceLevel.Commune).Select(place => place.Id);
        var periods = await Db.Periods.Where(period => period.Code == "2026").Select(period => period.Id).ToListAsync(Ct);

        var tallies = await Db.TalliesAsync(1, periods, communes, names, ReadingTerms.Now, Ct);

        Assert.Equal(names, tallies.Select(tally => tally.Element).Distinct().Order(StringComparer.Ordinal));
        Assert.True(tallies.Where(tally => tally.Element == names[0]).Sum(tally => tally.Sum) > 0);
    }

    private Task<List<Return>> OfCollegesAsync()
    {
        var colleges = Db.Agencies.Where(agency => agency.Code.StartsWith("quang-tri-minh-hoa.")).Select(agency => agency.Id);

        return Db.Returns.Where(@return => colleges.Contains(@return.SubjectId)).ToListAsync(Ct);
    }
}
