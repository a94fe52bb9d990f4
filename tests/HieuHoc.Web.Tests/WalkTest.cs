using System.Globalization;
using System.Net;
using HieuHoc.Access;
using HieuHoc.Agencies;
using HieuHoc.Demo;
using HieuHoc.Figures;
using HieuHoc.Places;
using HieuHoc.Platform;
using HieuHoc.Returns;
using HieuHoc.Returns.Cells;
using HieuHoc.Returns.Narrative;
using HieuHoc.Returns.Reasons;
using HieuHoc.Testing;
using Microsoft.EntityFrameworkCore;

namespace HieuHoc.Web.Tests;

/// <summary>The real site over the demonstration of Quảng Trị, on the engine of this run, on Saturday 21 November 2026.</summary>
public abstract class WalkTest : DatabaseTest
{
    protected const string Province = "44";
    protected const string HaiLang = DemoPeople.CommuneCode;

    /// <summary>Xã Vĩnh Định, a neighbour whose officer has no account.</summary>
    protected const string VinhDinh = "19699";

    /// <summary>What Hải Lăng has not typed yet, section by section, as an officer would type it.</summary>
    protected static IReadOnlyList<(string Section, IReadOnlyList<(string Label, string Typed)> Cells)> TheRest { get; } =
    [
        ("models",
        [
            ("Dòng họ: tổng số", "52"),
            ("Dòng họ: đăng ký xây dựng danh hiệu", "41"),
            ("Dòng họ: được công nhận", "37"),
            ("Đơn vị: tổng số", "21"),
            ("Đơn vị: đăng ký xây dựng danh hiệu", "19"),
            ("Đơn vị: được công nhận", "18"),
        ]),
        ("citizens",
        [
            ("Người lớn trên địa bàn", "12.345"),
            ("Công dân đã tự đánh giá", "6 789"),
            ("Công dân đạt danh hiệu “Công dân học tập”", "4567"),
        ]),
    ];

    /// <summary>Types what Hải Lăng has not typed yet, page by page, and hands it to the leader from the list of sections.</summary>
    protected async Task<PageView> SubmitAsync(HttpClient officer)
    {
        var address = await AddressOfAsync(HaiLang);

        foreach (var (section, cells) in TheRest)
        {
            var saved = await PressAsync(officer, await PageAsync(officer, $"{address}?section={section}"), "Lưu nháp", [.. cells]);
            await PressAsync(officer, saved, "Lưu nháp", [.. AllReasons(saved)]);
        }

        return await PressAsync(officer, await PageAsync(officer, address), "Trình lãnh đạo");
    }

    /// <summary>A ready reason for everything on the page that looks odd.</summary>
    private static IEnumerable<(string Label, string Typed)> AllReasons(PageView page) =>
        from field in page.Document.QuerySelectorAll("fieldset select")
        select (PageView.Words(page.Document.QuerySelector($"label[for='{field.Id}']")!), "counting");

    private readonly string folder = Directory.CreateTempSubdirectory("hieuhoc-walk-").FullName;
    private readonly List<HttpClient> browsers = [];
    private Site? site;

    protected Site Site => site!;

    public override async ValueTask InitializeAsync()
    {
        await base.InitializeAsync();
        Time.MoveTo(new DateTimeOffset(2026, 11, 21, 9, 0, 0, TimeSpan.FromHours(7)));
        site = await Site.StartAsync(Site.SettingsIn(folder, Time) with { DemoSignIns = DemoPeople.SignIns }, Engine, Ct);
    }

    public override async ValueTask DisposeAsync()
    {
        GC.SuppressFinalize(this);
        browsers.ForEach(browser => browser.Dispose());

        if (site is not null)
        {
            await site.DisposeAsync();
        }

        await base.DisposeAsync();
        Directory.Delete(folder, recursive: true);
    }

    protected override Task<TestDatabase> MakeDatabaseAsync() => TestDatabase.DemoAsync(Ct);

    /// <summary>The account of the demonstration in this role.</summary>
    protected static DemoPerson PersonIn(Role role) => DemoPeople.All.Single(person => person.Role == role);

    /// <summary>A browser in which the demonstration's person in this role has signed in.</summary>
    protected async Task<HttpClient> AsAsync(Role role)
    {
        var person = PersonIn(role);

        return Keep(await Site.AsAsync(person.UserName, person.Password, Ct));
    }

    /// <summary>A browser of nobody's.</summary>
    protected HttpClient Stranger() => Keep(Site.Stranger());

    /// <summary>A browser that is closed with the test.</summary>
    protected HttpClient Keep(HttpClient browser)
    {
        browsers.Add(browser);

        return browser;
    }

    protected static Task<HttpResponseMessage> GetAsync(HttpClient browser, string address) =>
        browser.GetAsync(new Uri(address, UriKind.RelativeOrAbsolute), Ct);

    protected static async Task<PageView> PageAsync(HttpClient browser, string address) =>
        await PageView.OfAsync(await GetAsync(browser, address), Ct);

    /// <summary>Presses a button and reads the page that comes, following the redirect after what succeeded.</summary>
    protected static async Task<PageView> PressAsync(
        HttpClient browser, PageView page, string button, params (string Label, string Typed)[] typed)
    {
        var answer = await page.PressAsync(browser, button, typed, Ct);

        return answer.StatusCode is HttpStatusCode.Found
            ? await PageAsync(browser, answer.Headers.Location!.ToString())
            : await PageView.OfAsync(answer, Ct);
    }

    /// <summary>The return of a commune, of the demonstration's round unless another is named.</summary>
    protected async Task<Return> ReturnOfAsync(string placeCode, string round = "2026")
    {
        await using var db = Engine.Open();
        var places = db.PlaceCodes.Where(code => code.Code == placeCode && code.ValidTo == null).Select(code => code.PlaceId);
        var rounds = db.Rounds.Where(known => known.Code == round).Select(known => known.Id);

        return await db.Returns.AsNoTracking().SingleAsync(@return => places.Contains(@return.SubjectId) && rounds.Contains(@return.RoundId), Ct);
    }

    /// <summary>The province of the demonstration's first programme.</summary>
    protected Task<int> ProvinceIdAsync() => Stored().Owners.Where(owner => owner.Id == 1).Select(owner => owner.PlaceId).SingleAsync(Ct);

    /// <summary>A difficulty that a commune has sent, and nobody has replied to; its id.</summary>
    protected async Task<Guid> SentDifficultyAsync()
    {
        await using var db = Engine.Open();
        var communes = db.PlaceCodes.Select(code => code.PlaceId);
        var sent = await db.Returns.OrderBy(@return => @return.Id).FirstAsync(@return => @return.State == ReturnState.Sent && communes.Contains(@return.SubjectId), Ct);
        var item = new Difficulty
        {
            Owner = sent.Owner,
            Id = new DifficultyId(Guid.CreateVersion7()),
            ReturnId = sent.Id,
            Kind = DifficultyKind.Difficulty,
            Number = 1,
            Text = "Thiếu kinh phí cho lớp học (minh họa)",
            Addressee = "",
            SinceVersion = sent.CurrentVersion,
        };
        db.Add(item);
        await db.SaveChangesAsync(Ct);

        return item.Id.Value;
    }

    /// <summary>The address of a commune's return.</summary>
    protected async Task<string> AddressOfAsync(string placeCode) => $"/returns/{(await ReturnOfAsync(placeCode)).Id.Value}";

    /// <summary>The communes' returns that stand in a state.</summary>
    protected async Task<IReadOnlyList<Return>> ReturnsInAsync(ReturnState state)
    {
        await using var db = Engine.Open();

        var communes = db.PlaceCodes.Select(code => code.PlaceId);

        return await db.Returns.AsNoTracking().Where(@return => @return.State == state && communes.Contains(@return.SubjectId)).OrderBy(@return => @return.SubjectId).ToListAsync(Ct);
    }

    /// <summary>Takes steps as the people of the places would, one after the other.</summary>
    protected async Task TakeAsync(ReturnId id, params ReturnStep[] steps)
    {
        foreach (var step in steps)
        {
            await using var db = Engine.Open();
            var @return = await db.Returns.AsNoTracking().SingleAsync(@return => @return.Id == id, Ct);
            var role = ReturnSteps.All.First(move => move.From == @return.State && move.Step == step).Who.Communes[0];
            var outcome = await new TakeReturnStep(db, Shelf, Clock).RunAsync(
                id, @return.Revision, step, "Đề nghị đối chiếu lại.", await ActorAsync(db, @return, role), Ct);
            Assert.Null(outcome.Refusal);
        }
    }

    /// <summary>Whoever takes a step of a return in a commune's role, be it owed by a commune or by an agency.</summary>
    private static async Task<Actor> ActorAsync(HieuHocDb db, Return @return, Role role) =>
        await db.Agencies.SingleOrDefaultAsync(agency => agency.Id == @return.SubjectId, Ct) is { PlaceId: { } place } agency
            ? role switch
            {
                Role.CommuneOfficer => new Actor(@return.Owner, null, Role.AgencyOfficer, place) { AgencyId = agency.Id },
                Role.CommuneLeader => new Actor(@return.Owner, null, Role.AgencyLeader, place) { AgencyId = agency.Id },
                _ => new Actor(@return.Owner, null, role, place),
            }
            : new Actor(@return.Owner, null, role, @return.SubjectId);

    /// <summary>Types a return as its officer would: 9.999 adults of whom 2.000 have the title, and little else.</summary>
    protected async Task TypeAsync(ReturnId id)
    {
        await using var db = Engine.Open();
        var @return = await db.Returns.AsNoTracking().SingleAsync(@return => @return.Id == id, Ct);
        var typed = TestCells.ToDictionary(cell => cell.Key, cell => (string?)cell.Value.ToString(CultureInfo.InvariantCulture));
        var outcome = await new SaveReturn(db, Shelf, Clock).RunAsync(
            id, @return.Revision, typed, await ActorAsync(db, @return, Role.CommuneOfficer), Ct);
        Assert.Null(outcome.Refusal);
        await ExplainAsync(id);
    }

    /// <summary>Gives one reason for each section in which something can look odd.</summary>
    protected async Task ExplainAsync(ReturnId id)
    {
        await using var db = Engine.Open();
        var @return = await db.Returns.AsNoTracking().SingleAsync(@return => @return.Id == id, Ct);
        var form = await db.FormAsync(Shelf, @return.FormPackId, Ct);
        IReadOnlyList<TypedReason> typed = form.AsksReasons ? [.. form.Sections.Select(section => new TypedReason(section.Code, "", "counting", null))] : [];
        var outcome = await new ExplainFindings(db, Shelf, Clock).RunAsync(id, @return.Revision, typed, await ActorAsync(db, @return, Role.CommuneOfficer), Ct);
        Assert.Null(outcome.Refusal);
    }

    /// <summary>The returns of the demonstration's round that stand in a state, communes' and agencies'.</summary>
    protected async Task<IReadOnlyList<Return>> AllInAsync(ReturnState state)
    {
        await using var db = Engine.Open();
        var rounds = db.Rounds.Where(round => round.Code == "2026").Select(round => round.Id);

        return await db.Returns.AsNoTracking().Where(@return => @return.State == state && rounds.Contains(@return.RoundId)).OrderBy(@return => @return.SubjectId).ToListAsync(Ct);
    }

    /// <summary>Confirms every return of the demonstration's round; those not typed yet are typed first.</summary>
    protected async Task ConfirmAllAsync()
    {
        foreach (var state in Enum.GetValues<ReturnState>().Where(state => state is not ReturnState.Confirmed))
        {
            foreach (var @return in await AllInAsync(state))
            {
                if (state is ReturnState.Entering)
                {
                    await TypeAsync(@return.Id);
                }

                await TakeAsync(@return.Id, [.. WayFrom(state)]);
            }
        }
    }

    /// <summary>Takes the rounds and all figures away, as if nobody had been asked and nothing imported.</summary>
    protected async Task ForgetRoundAsync()
    {
        await using var db = Engine.Open();
        await db.Figures.ExecuteDeleteAsync(Ct);
        await db.RollUps.ExecuteDeleteAsync(Ct);
        await db.FigureSources.ExecuteDeleteAsync(Ct);
        await db.ReturnTexts.ExecuteDeleteAsync(Ct);
        await db.Difficulties.ExecuteDeleteAsync(Ct);
        await db.RoundExtensionSubjects.ExecuteDeleteAsync(Ct);
        await db.RoundExtensions.ExecuteDeleteAsync(Ct);
        await db.ReturnMoves.ExecuteDeleteAsync(Ct);
        await db.ReturnReasons.ExecuteDeleteAsync(Ct);
        await db.CellRemarks.ExecuteDeleteAsync(Ct);
        await db.CellMarks.ExecuteDeleteAsync(Ct);
        await db.ReturnVersions.ExecuteDeleteAsync(Ct);
        await db.Returns.ExecuteDeleteAsync(Ct);
        await db.RoundForms.ExecuteDeleteAsync(Ct);
        await db.Rounds.ExecuteDeleteAsync(Ct);
    }

    /// <summary>The rows of a table's body, in words.</summary>
    protected static IReadOnlyList<string> Rows(PageView page) => [.. page.Document.QuerySelectorAll("main tbody tr").Where(row => row.Closest("[aria-labelledby=figures]") is null).Select(PageView.Words)];

    private static IReadOnlyDictionary<string, int> TestCells { get; } = new Dictionary<string, int>
    {
        ["family.total"] = 3000,
        ["family.registered"] = 2600,
        ["family.recognised"] = 2300,
        ["clan.total"] = 30,
        ["clan.registered"] = 25,
        ["clan.recognised"] = 21,
        ["village.total"] = 12,
        ["village.registered"] = 11,
        ["village.recognised"] = 10,
        ["unit.total"] = 14,
        ["unit.registered"] = 13,
        ["unit.recognised"] = 12,
        ["citizen.adults"] = 9999,
        ["citizen.self-assessed"] = 2500,
        ["citizen.recognised"] = 2000,
        // Of an agency.
        ["agency.documents"] = 3,
    };

    private static IEnumerable<ReturnStep> WayFrom(ReturnState state) => state switch
    {
        ReturnState.Entering or ReturnState.ToMend or ReturnState.Correcting => [ReturnStep.Submit, ReturnStep.Approve, ReturnStep.Send, ReturnStep.Confirm],
        ReturnState.AwaitingLeader => [ReturnStep.Approve, ReturnStep.Send, ReturnStep.Confirm],
        ReturnState.Approved => [ReturnStep.Send, ReturnStep.Confirm],
        ReturnState.Sent or ReturnState.Checking => [ReturnStep.Confirm],
        ReturnState.Confirmed => [],
    };
}
