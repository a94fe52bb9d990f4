using System.Globalization;
using System.Text.RegularExpressions;
using HieuHoc.Access;
using HieuHoc.Places;
using HieuHoc.Platform;
using HieuHoc.Register;
using HieuHoc.Web.Components;
using HieuHoc.Web.Hosting;
using Microsoft.AspNetCore.Mvc;
using Microsoft.AspNetCore.Mvc.Filters;
using Microsoft.AspNetCore.Mvc.RazorPages;
using Microsoft.EntityFrameworkCore;

namespace HieuHoc.Web.Pages.Places;

/// <summary>How many people of a split place went to each of its successors, as somebody counted, with the document that says so.</summary>
[For(Capability.CountParts)]
public sealed partial class PartsModel(HieuHocDb db, ProgrammeClock clock, Actor actor, SetCountedParts setCountedParts, Texts texts) : PageModel
{
    /// <summary>The code of an ended place with a day: <c>CODE@DAY</c>.</summary>
    [FromRoute]
    public string Code { get; set; } = "";

    /// <summary>What was typed for each successor, by its number.</summary>
    [BindProperty]
    public Dictionary<int, string?> Counts { get; set; } = [];

    [BindProperty]
    public string? LegalBasis { get; set; }

    [BindProperty]
    public string? Reason { get; set; }

    /// <summary>What was just done, to say so; other pages keep a text under the same name.</summary>
    [TempData(Key = "parts.done")]
    public string? Done { get; set; }

    /// <summary>As it was on its last day.</summary>
    public PlaceOnDay Place { get; private set; } = null!;

    public IReadOnlyList<Succession> Successors { get; private set; } = [];

    public IReadOnlyList<HistoryLine> History { get; private set; } = [];

    public int AllParts => Successors.Sum(to => to.How.Parts);

    public override async Task OnPageHandlerExecutionAsync(PageHandlerExecutingContext context, PageHandlerExecutionDelegate next)
    {
        var ct = HttpContext.RequestAborted;
        var asked = await db.PlaceByCodeAsync(Code, clock.Now.Day, ct);
        var place = asked is null ? null : await db.PlaceOnDayAsync(asked.Id, clock.Now.Day, ct);

        if (place is null || !await db.PlacesVisibleTo(actor).AnyAsync(seen => seen.Id == place.Id, ct))
        {
            context.Result = this.Refuse(new PlaceNotFound());

            return;
        }

        Place = place;
        Successors = await db.SuccessorsAsync(place.Id, ct);

        if (Successors.Count < 2)
        {
            context.Result = this.Refuse(new PlaceNotSplit());

            return;
        }

        History = await db.PlaceChangesAsync(texts, place, actor, ct);
        await next();
    }

    public void OnGet()
    {
    }

    public async Task<IActionResult> OnPostAsync(CancellationToken ct)
    {
        // What is blank was not counted; what is no number is no count.
        IReadOnlyList<CountedPart> parts =
            [.. Counts.Where(typed => !string.IsNullOrWhiteSpace(typed.Value)).Select(typed => new CountedPart(typed.Key, Read(typed.Value!)))];
        var refusal = await setCountedParts.RunAsync(new CountedParts(Place.Id, parts, LegalBasis ?? "", Reason ?? ""), actor, ct);

        if (refusal is not null)
        {
            return this.Refuse(refusal, FieldOf(refusal));
        }

        Done = "counted";

        return Redirect($"/places/{Code}/parts");
    }

    /// <summary>What stands in the field of a successor: what was typed, else what was counted before.</summary>
    public string Typed(Succession to) => Counts.TryGetValue(to.How.ToId, out var typed)
        ? typed ?? ""
        : to.How.PartsRule is PartsRule.Counted ? to.How.Parts.ToString(CultureInfo.InvariantCulture) : "";

    private static string FieldOf(Refusal refusal) => refusal switch
    {
        CountedPartsBasisMissing => nameof(LegalBasis),
        CountedPartsReasonMissing => nameof(Reason),
        _ => "",
    };

    /// <summary>A count as people write it: 1234, 1.234, 1 234; below nought when it is none.</summary>
    private static int Read(string typed) => Count().IsMatch(typed.Trim())
        && int.TryParse(string.Concat(typed.Where(char.IsAsciiDigit)), NumberStyles.None, CultureInfo.InvariantCulture, out var count)
            ? count
            : -1;

    [GeneratedRegex(@"\A([0-9]+|[0-9]{1,3}([. \u00a0][0-9]{3})+)\z")]
    private static partial Regex Count();
}
