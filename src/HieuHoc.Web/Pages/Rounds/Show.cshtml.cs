using System.Text.Json;
using HieuHoc.Access;
using HieuHoc.Agencies;
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
public sealed class ShowModel(HieuHocDb db, PackShelf shelf, Texts texts, ProgrammeClock clock, Actor actor) : PageModel
{
    private ILookup<int, string> contacts = Array.Empty<string>().ToLookup(_ => 0);

    /// <summary>About so many returns stand on one page: villages are many, and stay under their commune.</summary>
    private const int LinesOfAPage = 100;

    [FromRoute]
    public Guid Id { get; set; }

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

    /// <summary>True for who opens rounds, gives more time, writes the letters and closes.</summary>
    public bool Leads => actor.May(Capability.OpenRounds);

    /// <summary>The posts to call about what is late or to be mended; null when nobody need be called.</summary>
    public string? WhomToCall(Line line) =>
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
        var returns = await ReturnsAsync(round, ct);
        Progress = RoundProgress.Of(round, returns.Select(line => (line.State, line.DueOn)), Today);
        var communes = await ByCommuneAsync(round, returns, ct);
        var communesOfAPage = Math.Max(1, LinesOfAPage * communes.Count / Math.Max(1, returns.Count));
        Pages = Paging.Of(Number, communes.Count, communesOfAPage, $"/rounds/{Id}");
        Communes = [.. communes.Skip(Pages.Skip).Take(communesOfAPage)];
        await ReadContactsAsync(ct);
        await ReadLawAsync(round, ct);
        Ticks = await db.TicksAsync(shelf, round, actor, ct);
        History = await HistoryAsync(round, ct);

        return Page();
    }

    private async Task<List<Line>> ReturnsAsync(Round round, CancellationToken ct)
    {
        var names = db.SubjectNamesOn(round.CutOffOn);

        return await (
            from @return in db.ReturnsVisibleTo(actor).Owed()
            where @return.RoundId == round.Id
            join name in names on @return.SubjectId equals name.SubjectId
            join subject in db.Set<Subject>() on @return.SubjectId equals subject.Id
            select new Line(@return.Id.Value, @return.SubjectId, subject.Kind, name.FullName, name.Name, @return.State, @return.DueOn, @return.SentAt))
            .AsNoTracking()
            .ToListAsync(ct);
    }

    /// <summary>A village's return stands under the commune in which the village lay when the period ended.</summary>
    private async Task<IReadOnlyList<Commune>> ByCommuneAsync(Round round, List<Line> returns, CancellationToken ct)
    {
        var owing = db.ReturnsVisibleTo(actor).Where(@return => @return.RoundId == round.Id).Select(@return => @return.SubjectId);
        var villages = db.Places.Where(place => place.Level == PlaceLevel.Village && owing.Contains(place.Id)).Select(place => place.Id);
        var names = db.SubjectNamesOn(round.CutOffOn);
        var above = await db.PlaceParents.HoldingOn(Period.LastDay).Where(parent => villages.Contains(parent.PlaceId))
            .Join(names, parent => parent.ParentId, name => name.SubjectId, (parent, name) => new { parent.PlaceId, name.SubjectId, name.FullName, name.Name })
            .ToDictionaryAsync(row => row.PlaceId, ct);
        var communes =
            from line in returns
            let of = above.GetValueOrDefault(line.SubjectId)
            group line by (line.Kind, Id: of?.SubjectId ?? line.SubjectId, FullName: of?.FullName ?? line.Place, Name: of?.Name ?? line.Name) into same
            select new { same.Key, Lines = same.OrderBy(line => line.Name, Vietnamese.Order).ThenBy(line => line.SubjectId) };

        return
        [
            .. communes.OrderBy(commune => commune.Key.Kind).ThenBy(commune => commune.Key.Name, Vietnamese.Order).ThenBy(commune => commune.Key.Id)
                .Select(commune => new Commune(commune.Key.FullName, [.. commune.Lines])),
        ];
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

    /// <summary>One return of the round.</summary>
    public sealed record Line(Guid Id, int SubjectId, SubjectKind Kind, string Place, string Name, ReturnState State, DateOnly DueOn, DateTime? SentAt);

    /// <summary>A commune with the returns that it, or its villages, owe; or an agency with its own.</summary>
    public sealed record Commune(string Place, IReadOnlyList<Line> Returns)
    {
        public int Received => Returns.Count(line => ReturnSteps.Arrived.Contains(line.State));

        public int Confirmed => Returns.Count(line => line.State is ReturnState.Confirmed);
    }
}
