using HieuHoc.Access;
using HieuHoc.Agencies;
using HieuHoc.Figures;
using HieuHoc.Platform;
using HieuHoc.Platform.Packs;
using HieuHoc.Returns;
using HieuHoc.Web.Components;
using HieuHoc.Web.Hosting;
using Microsoft.AspNetCore.Mvc;
using Microsoft.EntityFrameworkCore;

namespace HieuHoc.Web.Pages.Rounds;

/// <summary>The confirmed figures of one sender of a round, section by section, to be read and printed; who sees several chooses.</summary>
[For(Capability.SeeReturns)]
public sealed class FiguresModel(HieuHocDb db, PackShelf shelf, Actor actor) : RoundPage(db, actor)
{
    private const int PageSize = 100;

    /// <summary>Whose figures; null shows the list, or the only ones there are.</summary>
    [FromQuery]
    public int? Subject { get; set; }

    /// <summary>Which page of the list, from 1.</summary>
    [FromQuery(Name = "page")]
    public int Number { get; set; } = 1;

    public Paging Pages { get; private set; } = Paging.Of(1, 0, PageSize, "/rounds");

    /// <summary>Those who are confirmed, as a Vietnamese list orders them.</summary>
    public IReadOnlyList<Confirmed> Senders { get; private set; } = [];

    /// <summary>Whose figures are shown; null while somebody is to be chosen.</summary>
    public Confirmed? Shown { get; private set; }

    public FormsPack Form { get; private set; } = null!;

    public IReadOnlyDictionary<string, ElementDefinition> Elements { get; private set; } = new Dictionary<string, ElementDefinition>();

    public Answers Answers { get; private set; } = Answers.None;

    public IActionResult OnGet() => Subject is not null && Shown is null ? this.Refuse(new ReturnNotFound()) : Page();

    /// <summary>What was confirmed of a cell; null when it was not answered.</summary>
    public long? Of(string code) => Answers.Values.TryGetValue(code, out var value) ? value : null;

    protected override async Task ReadAsync(CancellationToken ct)
    {
        var rows = await (
            from @return in Db.ReturnsVisibleTo(Actor).Owed().AsNoTracking()
            where @return.RoundId == Round.Id && @return.ConfirmedVersion != null
            join name in Db.SubjectNamesOn(Round.CutOffOn) on @return.SubjectId equals name.SubjectId
            select new Confirmed(@return, name.FullName, name.Name)).ToListAsync(ct);
        var all = rows.OrderBy(row => row.Name, Vietnamese.Order).ThenBy(row => row.Return.SubjectId).ToList();
        Pages = Paging.Of(Number, all.Count, PageSize, $"/rounds/{Id}/figures");
        Senders = [.. all.Skip(Pages.Skip).Take(PageSize)];
        Shown = Subject is null && all is [var only] ? only : all.Find(row => row.Return.SubjectId == Subject);

        if (Shown is { Return: var chosen })
        {
            var version = await Db.ReturnVersions.AsNoTracking().SingleAsync(
                version => version.Owner == chosen.Owner && version.ReturnId == chosen.Id && version.Number == chosen.ConfirmedVersion, ct);
            Form = await Db.FormAsync(shelf, version.FormPackId, ct);
            Elements = await Db.ElementsOfAsync(shelf, chosen, ct);
            Answers = Answers.FromJson(version.Answers);
        }
    }

    /// <summary>A sender whose figures count.</summary>
    public sealed record Confirmed(Return Return, string FullName, string Name);
}
