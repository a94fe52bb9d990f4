using HieuHoc.Access;
using HieuHoc.Agencies;
using HieuHoc.Platform;
using HieuHoc.Programmes.Committees;
using HieuHoc.Web.Components;
using HieuHoc.Web.Hosting;
using Microsoft.AspNetCore.Mvc;
using Microsoft.AspNetCore.Mvc.RazorPages;
using Microsoft.EntityFrameworkCore;

namespace HieuHoc.Web.Pages.Committees;

/// <summary>One committee: who sits on it, on any day, its decisions with who joined and left, and its history.</summary>
[For(Capability.SeeCommittees)]
public sealed class ShowModel(HieuHocDb db, ReadCommittee readCommittee, ProgrammeClock clock, Actor actor, Texts texts) : PageModel
{
    [FromRoute]
    public Guid Id { get; set; }

    /// <summary>The day whose membership is shown; today where none is asked.</summary>
    [FromQuery]
    public DateOnly? On { get; set; }

    [TempData(Key = "committee.done")]
    public string? Done { get; set; }

    public CommitteeRead Read { get; private set; } = null!;

    /// <summary>The agencies whose page the visitor may open.</summary>
    public IReadOnlySet<int> Open { get; private set; } = new HashSet<int>();

    public IReadOnlyList<HistoryLine> History { get; private set; } = [];

    public DateOnly Day => On ?? clock.Now.Day;

    /// <summary>Who sits on it on the day; null before it was set up.</summary>
    public DecidedMembership? Membership => Read.OnDay(Day);

    public async Task<IActionResult> OnGetAsync(CancellationToken ct)
    {
        var read = await readCommittee.RunAsync(new CommitteeId(Id), actor, ct);

        if (read.Refusal is { } refusal)
        {
            return this.Refuse(refusal);
        }

        Read = read.Value;
        var named = Read.Decisions.SelectMany(one => one.Decided.Members.Select(member => member.AgencyId).Append(one.Decided.Decision.StandingAgencyId)).OfType<int>().Distinct().ToList();
        Open = actor.May(Capability.SeeAgencies)
            ? await db.AgenciesUnder(actor.PlaceId).Where(agency => EF.Parameter(named).Contains(agency.Id)).Select(agency => agency.Id).ToHashSetAsync(ct)
            : Open;
        History = await db.HistoryAsync(texts, actor.Owner, $"{Id}", ToldChanges.OfCommittee, ct);

        return Page();
    }

    /// <summary>A member's name as the visitor may see it.</summary>
    public string NameOf(CommitteeMember member) => MaskedName.For(actor, member.Name);

    public string NamesOf(IEnumerable<CommitteeMember> members) => string.Join(", ", members.Select(member => $"{NameOf(member)} ({texts[Texts.KeyOf(member.Duty)]})"));

    public string ChangesOf(IEnumerable<(CommitteeMember Before, CommitteeMember Now)> changed) =>
        string.Join(", ", changed.Select(pair => $"{NameOf(pair.Now)} ({texts[Texts.KeyOf(pair.Before.Duty)]} → {texts[Texts.KeyOf(pair.Now.Duty)]})"));
}
