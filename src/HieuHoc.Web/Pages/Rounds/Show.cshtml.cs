using System.Text;
using System.Text.Json;
using HieuHoc.Access;
using HieuHoc.Figures;
using HieuHoc.Places;
using HieuHoc.Platform;
using HieuHoc.Platform.Packs;
using HieuHoc.Returns;
using HieuHoc.Web.Components;
using HieuHoc.Web.Hosting;
using Microsoft.AspNetCore.Mvc;
using Microsoft.AspNetCore.Mvc.RazorPages;
using Microsoft.EntityFrameworkCore;

namespace HieuHoc.Web.Pages.Rounds;

/// <summary>One round: what it asks on which law, its days, how far the returns that the visitor sees have come, who opened it.</summary>
[For(Capability.SeeReturns)]
public sealed class ShowModel(HieuHocDb db, PackShelf shelf, Texts texts, ProgrammeClock clock, Actor actor, ReadRoundCommunes readCommunes, ReadRoundCalendar readCalendar)
    : PageModel
{
    private ILookup<int, string> contacts = Array.Empty<string>().ToLookup(_ => 0);

    /// <summary>About so many returns stand on one page: villages are many, and stay under their commune.</summary>
    private const int LinesOfAPage = 100;

    [FromRoute]
    public Guid Id { get; set; }

    /// <summary>Which returns: <c>all</c>, a state, or nothing for what is open.</summary>
    [FromQuery(Name = "show")]
    public string? Show { get; set; }

    public OwingFilter Filter { get; private set; } = new("/rounds", null, []);

    /// <summary>Which page of the list of returns, from 1.</summary>
    [FromQuery(Name = "page")]
    public int Number { get; set; } = 1;

    public Paging Pages { get; private set; } = Paging.Of(1, 0, LinesOfAPage, "/rounds");

    public RoundProgress Progress { get; private set; } = null!;

    public Round Round => Progress.Round;

    public Period Period { get; private set; } = null!;

    /// <summary>The forms that are asked, communes' before villages' before agencies'.</summary>
    public IReadOnlyList<AskedForm> Forms { get; private set; } = [];

    /// <summary>The programme that asks; null when it is every one of the province.</summary>
    public string? Programme { get; private set; }

    /// <summary>The returns by commune, then those of agencies, each as a Vietnamese list orders the names.</summary>
    public IReadOnlyList<Commune> Communes { get; private set; } = [];

    /// <summary>What the standing agency has of the reports with which a signed paper goes.</summary>
    public IReadOnlyDictionary<ReturnId, PaperTicks> Ticks { get; private set; } = new Dictionary<ReturnId, PaperTicks>();

    public IReadOnlyList<HistoryLine> History { get; private set; } = [];

    /// <summary>The last day in time of each level that is asked, in their order.</summary>
    public IReadOnlyList<(SubjectLevel Level, DateOnly DueOn)> DueDays { get; private set; } = [];

    /// <summary>The days of the round.</summary>
    public IReadOnlyList<CalendarDay> Calendar { get; private set; } = [];

    /// <summary>True for who opens rounds, gives more time, writes the letters and closes.</summary>
    public bool Leads => actor.May(Capability.OpenRounds);

    /// <summary>The posts to call about what is late or to be mended; null when nobody need be called.</summary>
    public string? WhomToCall(RoundReturn line) =>
        (line.State is ReturnState.ToMend || (line.DueOn < Today && !ReturnSteps.Arrived.Contains(line.State))) && contacts[line.SubjectId].Any()
            ? string.Join(", ", contacts[line.SubjectId])
            : null;

    public DateOnly Today => clock.Now.Day;

    public async Task<IActionResult> OnGetAsync(CancellationToken ct)
    {
        var id = new RoundId(Id);

        if (await db.RoundsVisibleTo(actor).AsNoTracking().SingleOrDefaultAsync(round => round.Id == id, ct) is not { } round)
        {
            return this.Refuse(new RoundNotFound());
        }

        Period = await db.Periods.AsNoTracking().SingleAsync(period => period.Id == round.PeriodId, ct);
        var all = await readCommunes.RunAsync(round, actor, ct);
        var returns = all.SelectMany(commune => commune.Returns).ToList();
        Progress = RoundProgress.Of(round, returns.Select(line => (line.State, line.DueOn)), Today);
        Filter = new OwingFilter($"/rounds/{Id}", Show, returns.Select(line => line.OwingOn(Today)));
        ShowPage(all);
        Calendar = await readCalendar.RunAsync([round], actor, ct);
        await ReadContactsAsync(ct);
        await ReadLawAsync(round, ct);
        Ticks = await db.TicksAsync(shelf, round, actor, ct);
        History = await HistoryAsync(round, ct);

        return Page();
    }

    /// <summary>The days as a file for a calendar.</summary>
    public async Task<IActionResult> OnGetCalendarAsync(CancellationToken ct)
    {
        var id = new RoundId(Id);

        return await db.RoundsVisibleTo(actor).AsNoTracking().SingleOrDefaultAsync(round => round.Id == id, ct) is { } round
            ? File(
                Encoding.UTF8.GetBytes(CalendarFile.Write(CalendarFile.EntriesOf(await readCalendar.RunAsync([round], actor, ct), texts), clock.Now)),
                "text/calendar; charset=utf-8",
                $"lich-{round.Code}.ics")
            : this.Refuse(new RoundNotFound());
    }

    private void ShowPage(IReadOnlyList<RoundCommune> all)
    {
        var chosen = all.Select(commune => new Commune(commune, [.. commune.Returns.Where(line => Filter.Shows(line.OwingOn(Today)))]))
            .Where(commune => commune.Returns.Count > 0).ToList();
        var communesOfAPage = Math.Max(1, LinesOfAPage * chosen.Count / Math.Max(1, chosen.Sum(commune => commune.Returns.Count)));
        Pages = Paging.Of(Number, chosen.Count, communesOfAPage, Filter.Here);
        Communes = [.. chosen.Skip(Pages.Skip).Take(communesOfAPage)];
    }

    private async Task ReadContactsAsync(CancellationToken ct)
    {
        if (Leads)
        {
            var shown = Communes.SelectMany(commune => commune.Returns).Select(line => line.SubjectId).ToList();
            contacts = await db.ContactsOfAsync(actor.Owner, db.Set<Subject>().Where(subject => EF.Parameter(shown).Contains(subject.Id)).Select(subject => subject.Id), Today, ct);
        }
    }

    private async Task ReadLawAsync(Round round, CancellationToken ct)
    {
        var packs = await shelf.EverythingAsync(db, ct);
        var items = packs.SelectMany(pack => pack.Document.Items).DistinctBy(item => item.Code).ToDictionary(item => item.Code);
        Forms =
        [
            .. (await db.FormsOfAsync(shelf, round, ct)).Select(form => new AskedForm(
                packs.Single(pack => pack.PackId == form.PackId), [.. form.Document.Elements.Select(items.GetValueOrDefault).OfType<PackItem>()])),
        ];
        var days = await db.RoundForms.AsNoTracking().Where(form => form.Owner == round.Owner && form.RoundId == round.Id)
            .ToDictionaryAsync(form => form.FormPackId, form => form.DueOn, ct);
        DueDays = [.. Forms.Select(form => (((FormsPack)form.Pack.Document).Level, days[form.Pack.PackId])).Distinct()];
        // The newest version first: it names the programme as people know it now.
        Programme = packs.FirstOrDefault(pack => pack.Kind == "programmes" && pack.Document.Id == round.Programme)?.Document.Title.Here ?? round.Programme;
    }

    private async Task<IReadOnlyList<HistoryLine>> HistoryAsync(Round round, CancellationToken ct)
    {
        var changes = await db.ChangesOfAsync(round.Owner, [round.Id.Value.ToString()], ToldChanges.OfRound, ct);

        return await db.SayAsync(texts, round.Owner, changes, Words, ct);

        ChangeWords Words(ToldChange change)
        {
            using var detail = JsonDocument.Parse(change.Detail);

            int Count(string name) => detail.RootElement.GetProperty(name).GetInt32();

            return new ChangeWords(change.Change switch
            {
                nameof(RoundExtended) => texts[
                    "rounds.extended", ("count", Count("subjects")), ("due", IsoDay.Read(detail.RootElement.GetProperty("dueOn").GetString() ?? ""))],
                nameof(RoundClosed) => texts["rounds.closedWith", ("confirmed", Count("confirmed")), ("open", Count("open"))],
                _ => texts["rounds.asks", ("count", Count("subjects"))],
            });
        }
    }

    /// <summary>A form of the round: its pack, and what it asks as the packs define it.</summary>
    public sealed record AskedForm(LoadedPack Pack, IReadOnlyList<PackItem> Items);

    /// <summary>A commune, or an agency, with those of its returns that are listed.</summary>
    public sealed record Commune(RoundCommune Whole, IReadOnlyList<RoundReturn> Returns);
}
