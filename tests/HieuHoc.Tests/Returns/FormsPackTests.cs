using HieuHoc.Agencies;
using HieuHoc.Figures;
using HieuHoc.Platform;
using HieuHoc.Platform.Packs;
using HieuHoc.Returns;
using HieuHoc.Testing;

namespace HieuHoc.Tests.Returns;

public sealed class FormsPackTests
{
    private static readonly PackFile File = new("forms", "form", "1", "/nowhere/1.json");

    [Fact]
    public void A_form_of_known_elements_is_without_mistake()
    {
        var mistakes = Check(Given.Form("rain.total", null, "rain.counted") with { Checks = [Rule("rain.counted <= rain.total")] });

        Assert.Empty(mistakes);
    }

    [Fact]
    public void An_element_that_no_pack_defines_is_a_mistake()
    {
        var mistakes = Check(Given.Form("rain.total", "snow"));

        Assert.Equal([new FileMistake("sections", "pack.mistake.unknown", "snow")], mistakes);
    }

    [Theory]
    [InlineData("of-villages")]
    [InlineData("of-centres")]
    public void An_element_that_communes_do_not_report_is_a_mistake(string code)
    {
        var mistakes = Check(Given.Form("rain.total", code));

        Assert.Equal([new FileMistake("sections", "pack.mistake.level", code)], mistakes);
    }

    [Theory]
    [InlineData("of-villages")]
    [InlineData("of-centres")]
    public void What_is_counted_further_down_or_elsewhere_may_be_asked_as_stated(string code)
    {
        var form = Given.Form("rain.total", code) with { Stated = [code] };

        Assert.Empty(Check(form));
        Assert.Equal(["rain.total"], form.Counted);
    }

    [Theory]
    [InlineData("rain.total")]
    [InlineData("rain.counted")]
    public void What_would_count_or_is_not_asked_is_not_marked_as_stated(string code)
    {
        var mistakes = Check(Given.Form("rain.total") with { Stated = [code] });

        Assert.Equal([new FileMistake("stated", "pack.mistake.level", code)], mistakes);
    }

    [Fact]
    public void A_number_that_counts_may_be_estimated_and_its_estimate_checked_by_name()
    {
        var form = Given.Form("rain.total", "rain.counted") with
        {
            Estimated = ["rain.counted"],
            Checks = [Rule("rain.counted <= rain.counted~estimate") with { Cells = ["rain.counted~estimate"] }],
        };

        Assert.Empty(Check(form));
        Assert.Equal(["rain.total", "rain.counted", "rain.counted~estimate"], form.Cells);
        Assert.Equal(["rain.counted"], Assert.Single(form.Checks).Elements);
    }

    [Fact]
    public void What_is_not_estimated_is_not_checked_as_an_estimate()
    {
        var form = Given.Form("rain.total") with { Checks = [Rule("rain.total <= rain.total~estimate")] };

        Assert.Equal([new FileMistake("check", "pack.mistake.unknown", "rain.total~estimate")], Check(form));
    }

    [Theory]
    [InlineData("snow")]
    [InlineData("rain.counted")]
    [InlineData("of-villages")]
    public void What_is_not_asked_or_only_stated_is_not_estimated(string code)
    {
        var form = Given.Form("rain.total", "of-villages") with { Stated = ["of-villages"], Estimated = [code] };

        Assert.Equal([new FileMistake("estimated", "pack.mistake.estimated", code)], Check(form));
    }

    [Fact]
    public void A_form_of_estimates_has_no_estimates_beside_them_and_nothing_is_estimated_twice()
    {
        var form = Given.Form("rain.total") with { Estimated = ["rain.total"] };

        Assert.Equal(
            [new FileMistake("estimated", "pack.mistake.estimated", "rain.total")], Check(form with { Standing = Standing.FullYearEstimate }));
        Assert.Equal([new FileMistake("estimated", "pack.mistake.twice", "rain.total")], Check(form with { Estimated = ["rain.total", "rain.total"] }));
    }

    [Fact]
    public void Two_forms_that_estimate_the_same_count_it_twice()
    {
        var form = Given.Form("rain.total") with { Estimated = ["rain.total"] };
        var estimates = Given.Form("rain.total") with { Standing = Standing.FullYearEstimate };

        Assert.True(form.CountsTwiceWith(estimates));
        Assert.False((form with { Estimated = [] }).CountsTwiceWith(estimates));
        Assert.True(form.CountsTwiceWith(form));
    }

    [Theory]
    [InlineData("2026", 2026, 12, 31, true)]
    [InlineData("2026", 2027, 1, 1, false)]
    [InlineData("2026-11", 2026, 11, 20, false)]
    public void Only_a_year_that_is_not_over_is_estimated(string period, int year, int month, int day, bool asked)
    {
        var code = PeriodCode.Parse(period)!;
        var of = new Period { Id = 1, Code = period, Kind = code.Kind, FirstDay = code.Days.First, LastDay = code.Days.Last };

        var form = (Given.Form("rain.total") with { Estimated = ["rain.total"] }).On(new DateOnly(year, month, day), of);

        Assert.Equal(asked ? ["rain.total"] : [], form.Estimated);
    }

    [Fact]
    public void An_element_that_is_asked_twice_is_a_mistake()
    {
        var mistakes = Check(Given.Form("rain.total", "rain.counted", "rain.total"));

        Assert.Equal([new FileMistake("sections", "pack.mistake.twice", "rain.total")], mistakes);
    }

    [Fact]
    public void A_row_has_a_cell_under_each_heading()
    {
        var form = Given.Form("rain.total", "rain.counted");
        var narrow = form.Sections[0] with { Columns = [Given.Words("Một")] };

        var mistakes = Check(form with { Sections = [narrow] });

        Assert.Equal([new FileMistake("section", "pack.mistake.row", "Dòng")], mistakes);
    }

    [Fact]
    public void A_check_that_does_not_read_is_told_with_the_place_of_the_mistake()
    {
        var mistakes = Check(Given.Form("rain.total") with { Checks = [Rule("rain.total <")] });

        Assert.Equal([new FileMistake("check", "rules.error.unfinished", "rain.total < @12")], mistakes);
    }

    [Theory]
    [InlineData("rain.counted <= rain.total", "rain.total", "rain.counted")]
    [InlineData("rain.total > 0", "rain.counted", "rain.counted")]
    [InlineData("snow > 0", "snow", "snow")]
    public void A_check_speaks_only_of_cells_that_the_form_asks(string rule, string cell, string unknown)
    {
        var mistakes = Check(Given.Form("rain.total") with { Checks = [Rule(rule) with { Cells = [cell] }] });

        Assert.Equal([new FileMistake("check", "pack.mistake.unknown", unknown)], mistakes);
    }

    [Fact]
    public void A_form_of_agencies_asks_those_that_a_pack_knows() =>
        Assert.Empty(Check(Given.AgencyForm(["tinh.so-noi-vu"], "of-agencies")));

    [Theory]
    [InlineData("pack.mistake.unknown", "tinh.khong-co", "tinh.so-noi-vu", "tinh.khong-co")]
    [InlineData("pack.mistake.twice", "tinh.so-noi-vu", "tinh.so-noi-vu", "tinh.so-noi-vu")]
    [InlineData("pack.mistake.level", "Agency")]
    public void A_form_of_agencies_names_at_least_one_that_is_known_and_each_once(string mistake, string what, params string[] agencies) =>
        Assert.Equal([new FileMistake("agencies", mistake, what)], Check(Given.AgencyForm(agencies, "of-agencies")));

    [Fact]
    public void A_form_of_places_names_no_agencies() =>
        Assert.Equal(
            [new FileMistake("agencies", "pack.mistake.level", "Commune")],
            Check(Given.Form("rain.total") with { Agencies = ["tinh.so-noi-vu"] }));

    [Fact]
    public void Of_agencies_for_whom_others_may_hand_in_only_what_is_open_is_asked()
    {
        var form = Given.AgencyForm(["tinh.cong-an"], "of-agencies");

        Assert.False(form.IsOfGuardedAgencies);
        Assert.True((form with { Steps = [.. form.Steps, ReturnStep.OnBehalf] }).IsOfGuardedAgencies);
        Assert.False(Given.VillageForm("of-villages").IsOfGuardedAgencies);
    }

    [Fact]
    public void Communes_and_agencies_owe_a_signed_paper_and_villages_none()
    {
        Assert.True(Given.Form("rain.total").OwesPaper);
        Assert.True(Given.AgencyForm(["tinh.cong-an"], "of-agencies").OwesPaper);
        Assert.False(Given.VillageForm("of-villages").OwesPaper);
    }

    [Fact]
    public void What_communes_count_is_only_stated_by_an_agency()
    {
        var form = Given.AgencyForm(["tinh.so-noi-vu"], "rain.total");

        Assert.Equal([new FileMistake("sections", "pack.mistake.level", "rain.total")], Check(form));
        Assert.Empty(Check(form with { Stated = ["rain.total"] }));
    }

    [Fact]
    public void What_agencies_count_is_only_stated_by_a_commune()
    {
        var form = Given.Form("of-agencies");

        Assert.Equal([new FileMistake("sections", "pack.mistake.level", "of-agencies")], Check(form));
        Assert.Empty(Check(form with { Stated = ["of-agencies"] }));
    }

    [Theory]
    [InlineData("unknown")]
    [InlineData("level")]
    [InlineData("twice")]
    [InlineData("row")]
    [InlineData("estimated")]
    [InlineData("limits")]
    public void Every_mistake_has_a_sentence(string mistake)
    {
        var texts = new Texts();

        Assert.True(texts.Has($"pack.mistake.{mistake}"));
    }

    private static AgenciesPack Known { get; } = new()
    {
        Id = "agencies",
        Version = "1",
        Title = Given.Words("Cơ quan"),
        LegalBasis = [],
        ValidFrom = new DateOnly(2025, 7, 1),
        Confirmed = true,
        Notes = [],
        Matters = [],
        Agencies =
        [
            new AgencyDefinition
            {
                Code = "tinh.so-noi-vu",
                Level = AgencyLevel.Province,
                Kind = AgencyKind.Department,
                Place = "44",
                Confirmed = true,
                Source = "test",
                Names = [],
            },
        ],
        Successions = [],
    };

    private static FormCheck Rule(string rule) => new()
    {
        Code = "check",
        Rule = rule,
        Weight = FindingWeight.Hard,
        Sentence = Given.Words("Sửa lại."),
        Cells = ["rain.total"],
    };

    private static List<FileMistake> Check(FormsPack form)
    {
        var kind = new FormsPackKind();
        var shelf = new PackShelf([new AgenciesPackKind(), new ElementsPackKind(), kind]);
        shelf.Put("agencies", Known, "1");
        shelf.Put(
            "elements",
            Given.Elements() with
            {
                Elements =
                [
                    Given.Element("rain.total"),
                    Given.Element("rain.counted"),
                    Given.Element("of-villages", leafLevel: SubjectLevel.Village),
                    Given.Element("of-centres", producer: Producer.Centres),
                    Given.Element("of-agencies", leafLevel: SubjectLevel.Agency),
                ],
            },
            "1");

        return [.. kind.Check(form, File, shelf)];
    }
}
