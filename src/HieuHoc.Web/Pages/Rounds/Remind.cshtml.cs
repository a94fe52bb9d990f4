using HieuHoc.Access;
using HieuHoc.Places;
using HieuHoc.Platform;
using HieuHoc.Reporting;
using HieuHoc.Returns;
using HieuHoc.Returns.Reminders;
using HieuHoc.Web.Components;
using HieuHoc.Web.Hosting;
using Microsoft.AspNetCore.Mvc;
using Microsoft.EntityFrameworkCore;

namespace HieuHoc.Web.Pages.Rounds;

/// <summary>Who has not sent, commune by commune, with a short text to copy for each, the list to print, and công văn đôn đốc.</summary>
[For(Role.CommuneOfficer, Role.StandingAgency)]
public sealed class RemindModel(HieuHocDb db, Actor actor, ReadRoundCommunes readCommunes, BuildRoundPapers buildPapers, Texts texts, ProgrammeClock clock)
    : RoundPage(db, actor)
{
    private const int PageSize = 30;

    private ILookup<int, string> contacts = Array.Empty<string>().ToLookup(_ => 0);

    /// <summary>True to have everything open on one page, for printing.</summary>
    [FromQuery(Name = "all")]
    public bool All { get; set; }

    /// <summary>Which page of the list, from 1.</summary>
    [FromQuery(Name = "page")]
    public int Number { get; set; } = 1;

    public Paging Pages { get; private set; } = Paging.Of(1, 0, PageSize, "/rounds");

    /// <summary>The communes, each with what of its own and of its villages is not sent, and the agencies alike.</summary>
    public IReadOnlyList<RoundCommune> Communes { get; private set; } = [];

    /// <summary>Those on this page.</summary>
    public IReadOnlyList<RoundCommune> Listed { get; private set; } = [];

    public bool HasVillages => Communes.Any(commune => commune.Villages.Any());

    /// <summary>True for who writes the letter.</summary>
    public bool Leads => Actor.May(Capability.OpenRounds);

    public DateOnly Today => clock.Now.Day;

    public ReminderText Text => new(texts, Today);

    public int Late(RoundCommune commune) => commune.Returns.Count(line => line.OwingOn(Today) is OwingState.Overdue);

    /// <summary>The posts that answer for somebody; null when none does.</summary>
    public string? WhomToCall(int subject) => contacts[subject].Any() ? string.Join(", ", contacts[subject]) : null;

    public void OnGet()
    {
    }

    public async Task<IActionResult> OnGetLetterAsync(CancellationToken ct) => this.Paper(await buildPapers.ReminderAsync(Round.Id, Actor, ct));

    public async Task<IActionResult> OnGetVillagesAsync(CancellationToken ct) => this.Paper(await buildPapers.VillagesAsync(Round.Id, Actor, ct));

    protected override async Task ReadAsync(CancellationToken ct)
    {
        Communes =
        [
            .. (await readCommunes.RunAsync(Round, Actor, ct))
                .Select(commune => commune with { Returns = [.. commune.Returns.Where(line => OwingStates.Unsent.Contains(line.OwingOn(Today)))] })
                .Where(commune => commune.Returns.Count > 0),
        ];
        var size = All ? Math.Max(1, Communes.Count) : PageSize;
        Pages = Paging.Of(Number, Communes.Count, size, $"/rounds/{Id}/remind");
        Listed = [.. Communes.Skip(Pages.Skip).Take(size)];
        var subjects = Listed.SelectMany(commune => commune.Returns.Select(line => line.SubjectId)).ToList();
        contacts = await Db.ContactsOfAsync(Actor.Owner, Db.Set<Subject>().Where(subject => EF.Parameter(subjects).Contains(subject.Id)).Select(subject => subject.Id), Today, ct);
    }
}
