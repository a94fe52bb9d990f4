using HieuHoc.Platform;
using HieuHoc.Programmes.Committees;
using HieuHoc.Web.Hosting;
using Microsoft.AspNetCore.Mvc;
using Microsoft.AspNetCore.Mvc.RazorPages;

namespace HieuHoc.Web.Pages.Committees;

/// <summary>A decision about a committee as it is typed; its fields are drawn by <c>_Fields</c>.</summary>
public abstract class CommitteeFormPage(Texts texts) : PageModel
{
    [BindProperty]
    public string? Name { get; set; }

    [BindProperty]
    public string? Number { get; set; }

    [BindProperty]
    public DateOnly? DecidedOn { get; set; }

    [BindProperty]
    public string? StandingAgency { get; set; }

    /// <summary>One member a line.</summary>
    [BindProperty]
    public string? Members { get; set; }

    /// <summary>The committee that has the decision already; null where none was met.</summary>
    public CommitteeId? Known { get; private set; }

    /// <summary>What was typed, or the page again with why it cannot be read.</summary>
    protected Outcome<StatedDecision> Read()
    {
        var members = CommitteeLines.Read(Members);

        return members.Refusal is { } unread
            ? unread
            : new StatedDecision { Name = Name ?? "", Number = Number ?? "", DecidedOn = DecidedOn ?? default, StandingAgency = StandingAgency ?? "", Members = members.Value };
    }

    /// <summary>True where every field could be read as what it is, and the day is there.</summary>
    protected bool IsRead()
    {
        if (ModelState.IsValid && DecidedOn is null)
        {
            ModelState.AddModelError(nameof(DecidedOn), texts["form.required"]);
        }

        return ModelState.IsValid;
    }

    /// <summary>The list of members as it is shown to be changed; duties in the words of decisions, whatever the reader's language.</summary>
    protected string Written(StatedDecision stated) => CommitteeLines.Write(stated.Members, duty => texts.In("vi", Texts.KeyOf(duty)));

    /// <summary>The page again with what was typed, where a field could not be read.</summary>
    protected IActionResult Unread()
    {
        Response.StatusCode = StatusCodes.Status400BadRequest;

        return Page();
    }

    /// <summary>The page again with what was typed, and why.</summary>
    protected IActionResult Told(Refusal refusal)
    {
        Known = (refusal as CommitteeDecisionKnown)?.Known;

        return this.Refuse(refusal, FieldOf(refusal));
    }

    private static string FieldOf(Refusal refusal) => refusal switch
    {
        CommitteeUnnamed => nameof(Name),
        CommitteeNumberUnreadable or CommitteeDecisionKnown => nameof(Number),
        CommitteeDayUnfit or CommitteePlaceNotThen or CommitteeDecidedThatDay => nameof(DecidedOn),
        CommitteeMembersUnfit or CommitteeMemberUnnamed or CommitteeLineUnread or CommitteeOfTwoHeads => nameof(Members),
        _ => "",
    };
}
