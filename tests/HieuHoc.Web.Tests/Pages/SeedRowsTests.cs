using HieuHoc.Places;
using HieuHoc.Programmes.Plans;
using HieuHoc.Testing;
using Microsoft.EntityFrameworkCore;

namespace HieuHoc.Web.Tests.Pages;

/// <summary>
/// The five published plans, uploaded and confirmed by the standing agency of the province that took over theirs: what each of them asks
/// stands on the page of the programme, or beside it in the paper, or the list says why it stands nowhere.
/// </summary>
public sealed class SeedRowsTests : PlanWalkTest
{
    /// <summary>How many rows the description of the five plans has of each kind: bases, targets, actors, contents, tasks, offices and so on.</summary>
    private static readonly IReadOnlyList<(string Kind, int Rows)> Described =
    [
        ("S0-L", 6), ("S0-T", 6), ("S0-A", 4), ("S0-C", 7),
        ("S1-L", 2), ("S1-P", 3), ("S1-C", 5), ("S1-H", 3), ("S1-O", 6),
        ("S2-L", 1), ("S2-P", 3), ("S2-R", 5), ("S2-C", 6), ("S2-A", 1), ("S2-K", 3),
        ("S3-L", 1), ("S3-T", 8), ("S3-K", 12), ("S3-F", 2), ("S3-O", 11),
        ("S4-L", 1), ("S4-T", 16), ("S4-R", 2), ("S4-K", 14), ("S4-F", 3), ("S4-O", 22), ("S4-B", 6),
    ];

    public static TheoryData<string> Papers => [.. SeedPlan.All.Select(seed => seed.Paper)];

    protected override Task<TestDatabase> MakeDatabaseAsync() => TestDatabase.FilledAsync(Ct);

    [Theory]
    [MemberData(nameof(Papers))]
    public async Task A_published_plan_belongs_to_the_province_of_today_and_each_row_of_it_is_shown_or_the_list_says_why_not(string paper)
    {
        var seed = SeedPlan.All.Single(one => one.Paper == paper);
        var agency = await AsAgencyOfAsync(seed.Province);

        var plan = await ConfirmAsync(agency, await UploadAsync(agency, $"{paper}.txt", await File.ReadAllTextAsync(seed.Path, Ct)));
        var programme = await PageAsync(agency, "/programme");

        var lines = programme.Document.QuerySelectorAll("main li, main tr").Select(PageView.Words).ToList();
        var text = PageView.Words(plan.Document.QuerySelector(".plan-text"));
        Assert.Empty(seed.Missing(lines, text));
        var plans = programme.Document.QuerySelectorAll("#plans + ul > li").Select(PageView.Words);
        // A plan that only a pack brings leads to no document of the register.
        Assert.Contains(plans, plan => SeedPlan.Holds(plan, $"{seed.Title} … {seed.Issuer} … Xem trong sổ văn bản"));
        Assert.Equal(await SuccessorAsync(seed.Before), (await Stored().Owners.SingleAsync(Ct)).PlaceId);
    }

    [Fact]
    public void The_list_has_every_row_once_and_says_where_it_stands_or_why_not()
    {
        var rows = SeedPlan.All.SelectMany(seed => seed.Rows).ToList();

        Assert.Equal(Described.SelectMany(of => Enumerable.Range(1, of.Rows).Select(number => $"{of.Kind}{number}")), rows.Select(row => row.Row));
        Assert.Empty(rows.Where(row => (row.Programme.Count == 0 || row.Paper.Count > 0) && row.Why is null).Select(row => $"{row.Row}: not on the page, and not said why."));
    }

    /// <summary>A browser of the standing agency of a province that begins its programme.</summary>
    private async Task<HttpClient> AsAgencyOfAsync(string province)
    {
        var (userName, password) = await Given.BeginningAsync(province, Clock.Now.Day, Ct);

        return Keep(await Site.AsAsync(userName, password, Ct));
    }

    /// <summary>Accepts all that is not doubtful kind by kind, the rest one by one, and confirms.</summary>
    private async Task<PageView> ConfirmAsync(HttpClient agency, PageView page)
    {
        while (page.Document.QuerySelector("form[action*='handler=Accept'] button") is { } all)
        {
            page = await PostAsync(agency, page, all, []);
        }

        foreach (var key in page.Document.QuerySelectorAll("[data-state=Open]").Select(item => item.Id!).ToList())
        {
            page = await DecideAsync(agency, page, key, PlanVerdict.Accepted);
        }

        var confirmed = await PressAsync(agency, page, "Xác nhận kế hoạch");
        Assert.Contains("Kế hoạch đã được xác nhận", confirmed.Main, StringComparison.Ordinal);

        return confirmed;
    }

    /// <summary>The province that keeps the records of one that ended with the reform.</summary>
    private async Task<int> SuccessorAsync(string name)
    {
        await using var db = Engine.Open();
        var (names, places) = (db.PlaceNames, db.Places);

        return await (from succession in db.PlaceSuccessions
                      where succession.IsDefault
                      join called in names on succession.FromId equals called.PlaceId
                      join place in places on succession.FromId equals place.Id
                      where place.Level == PlaceLevel.Province && called.Name == name
                      select succession.ToId).Distinct().SingleAsync(Ct);
    }
}
