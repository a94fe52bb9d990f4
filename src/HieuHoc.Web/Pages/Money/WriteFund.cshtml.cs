using System.Globalization;
using HieuHoc.Access;
using HieuHoc.Platform;
using HieuHoc.Programmes.Money;
using HieuHoc.Web.Components;
using HieuHoc.Web.Hosting;
using Microsoft.AspNetCore.Mvc;
using Microsoft.AspNetCore.Mvc.Filters;
using Microsoft.AspNetCore.Mvc.RazorPages;
using Microsoft.EntityFrameworkCore;

namespace HieuHoc.Web.Pages.Money;

/// <summary>A line of a fund book that is written, or put right.</summary>
[For(Capability.KeepMoney)]
public sealed class WriteFundModel(HieuHocDb db, WriteFundEntry writeEntry, ProgrammeClock clock, Actor actor, Texts texts) : PageModel
{
    [FromRoute]
    public Guid Id { get; set; }

    [FromQuery]
    public FundEntryKind Kind { get; set; }

    /// <summary>The line that is put right; null for a new one.</summary>
    [FromQuery]
    public Guid? Corrects { get; set; }

    /// <summary>Sent twice it is one line.</summary>
    [BindProperty]
    public Guid NewId { get; set; }

    [BindProperty]
    public FundForm Form { get; set; }

    [BindProperty]
    public DateOnly? Day { get; set; }

    [BindProperty]
    public string? Amount { get; set; }

    [BindProperty]
    public string? What { get; set; }

    [BindProperty]
    public string? Giver { get; set; }

    /// <summary>True where the giver agreed to be named.</summary>
    [BindProperty]
    public bool Agrees { get; set; }

    [BindProperty]
    public FundPurpose Purpose { get; set; }

    [BindProperty]
    public LearnerGroup? Group { get; set; }

    [BindProperty]
    public string? GroupWords { get; set; }

    [BindProperty]
    public string? Learners { get; set; }

    [BindProperty]
    public string? Reason { get; set; }

    public StudyFund Book { get; private set; } = null!;

    private StudyFundId FundId => new(Id);

    public override async Task OnPageHandlerExecutionAsync(PageHandlerExecutingContext context, PageHandlerExecutionDelegate next)
    {
        var id = FundId;

        if (await db.StudyFundsVisibleTo(actor).AsNoTracking().SingleOrDefaultAsync(fund => fund.Id == id, HttpContext.RequestAborted) is not { } book)
        {
            context.Result = this.Refuse(new FundNotFound());

            return;
        }

        Book = book;
        await next();
    }

    public async Task<IActionResult> OnGetAsync(CancellationToken ct)
    {
        if (!WriteFundEntry.MayWrite(Book, actor))
        {
            return this.Refuse(new MoneyNotYours());
        }

        (NewId, Day) = (Guid.CreateVersion7(), clock.Now.Day);

        if (Corrects is { } wrong)
        {
            var (id, fund, kind) = (new FundEntryId(wrong), FundId, Kind);

            if (await db.FundEntries.AsNoTracking().SingleOrDefaultAsync(row => row.Owner == actor.Owner && row.Id == id && row.FundId == fund && row.Kind == kind, ct) is not { } entry)
            {
                return this.Refuse(new MoneyEntryNotFound());
            }

            Fill(entry);
        }

        return Page();
    }

    public async Task<IActionResult> OnPostAsync(CancellationToken ct)
    {
        this.Require(texts, (nameof(Day), Day is null));

        // Things may have no value: what is no amount is told here, what is none is taken.
        if (!string.IsNullOrWhiteSpace(Amount) && MoneyAmount.Read(Amount) is null)
        {
            return this.Refuse(new MoneyAmountUnfit(MoneyAmount.Most), nameof(Amount));
        }

        if (!ModelState.IsValid)
        {
            return this.Unread();
        }

        var outcome = await writeEntry.RunAsync(FundId, new FundEntryId(NewId), Stated(), actor, ct);

        if (outcome.Refusal is { } refusal)
        {
            return this.Refuse(refusal, FieldOf(refusal));
        }

        TempData["money.done"] = Corrects is null ? "money.fund.written" : "money.corrected";

        return Redirect($"/money/funds/{Id}");
    }

    private StatedFundEntry Stated() => new(Kind, Form, MoneyAmount.Read(Amount), Day!.Value, What ?? "")
    {
        Giver = Giver ?? "",
        AgreesToBeNamed = Agrees,
        Purpose = Purpose,
        Group = Group,
        GroupWords = GroupWords ?? "",
        Learners = MoneyAmount.Read(Learners) is { } count and <= int.MaxValue ? (int)count : null,
        Corrects = Corrects is { } wrong ? new FundEntryId(wrong) : null,
        Reason = Reason ?? "",
    };

    private void Fill(FundEntry entry)
    {
        (Form, Day, Amount, What) = (entry.Form, entry.Day, entry.Amount is { } amount ? Shown.NumberText(amount) : null, entry.What);
        (Giver, Agrees, Purpose) = (entry.Giver, entry.Giver.Length > 0, entry.Purpose ?? FundPurpose.Other);
        (Group, GroupWords, Learners) = (entry.Group, entry.GroupWords, entry.Learners?.ToString(CultureInfo.InvariantCulture));
    }

    private static string FieldOf(Refusal refusal) => refusal switch
    {
        MoneyDayInFuture => nameof(Day),
        MoneyAmountUnfit or FundHasLess => nameof(Amount),
        MoneyEntryUnnamed => nameof(What),
        GiverDidNotAgree or GiverTooLong => nameof(Giver),
        LearnerGroupMissing => nameof(Group),
        LearnersUnfit => nameof(Learners),
        MoneyReasonMissing => nameof(Reason),
        _ => "",
    };
}
