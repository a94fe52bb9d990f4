using HieuHoc.Access;
using HieuHoc.Agencies;
using HieuHoc.Documents;
using HieuHoc.Places;
using HieuHoc.Platform;
using Microsoft.EntityFrameworkCore;

namespace HieuHoc.Programmes.Plans;

/// <summary>
/// Takes a confirmed plan into the register of documents, with what it rests on; one that is there already is recognised. It joins the
/// transaction of the caller, who does not commit after a refusal.
/// </summary>
public sealed class RegisterPlan(HieuHocDb db, ProgrammeClock clock, RegisterDocument registerDocument, ChangeDocument changeDocument, CiteDocument citeDocument)
{
    /// <summary>The plan's document in the register.</summary>
    public async Task<Outcome<DocumentId>> RunAsync(StandingPlan standing, PlanContent content, PlanHolding holds, Actor actor, CancellationToken ct)
    {
        var document = await EnterAsync(standing.Plan, await StatedAsync(standing.Plan, content, holds, actor, ct), actor, ct);

        if (document.Refusal is not null || !await db.DocumentsKeptBy(actor).AnyAsync(kept => kept.Id == document.Value, ct))
        {
            // What another office keeps, that office says what it rests on.
            return document;
        }

        foreach (var basis in standing.Draft.Items.Where(item => item.IsKept).Select(item => item.Now).OfType<PlanBasis>())
        {
            var cited = await citeDocument.RunAsync(document.Value, DocumentRelationKind.Cites, await CitationAsync(basis, actor, ct), new DocumentId(Guid.CreateVersion7()), actor, ct);

            if (cited.Refusal is { } refusal)
            {
                return refusal;
            }
        }

        return document;
    }

    /// <summary>A basis of the province's own committee or of its departments is of the province; what names no issuer is taken for the State's.</summary>
    private async Task<Citation> CitationAsync(PlanBasis basis, Actor actor, CancellationToken ct)
    {
        var cited = new Citation(basis.Number, basis.Date) { Issuer = basis.Issuer ?? "" };

        if (basis.Issuer is not { } issuer)
        {
            return cited;
        }

        var day = basis.Date ?? clock.Now.Day;
        var holds = await db.HoldingAsync(actor.Owner, issuer, day, ct);

        return cited with
        {
            Level = holds?.Level switch
            {
                PlaceLevel.District => DocumentLevel.District,
                PlaceLevel.Commune => DocumentLevel.Commune,
                _ => await LevelOfAgencyAsync(issuer, day, actor, ct) ?? (PlanHoldings.IsOfCommittee(issuer) ? DocumentLevel.Province : cited.Level),
            },
        };
    }

    private async Task<Outcome<DocumentId>> EnterAsync(Plan plan, StatedDocument stated, Actor actor, CancellationToken ct)
    {
        if (plan.DocumentId is { } known && await db.DocumentsKeptBy(actor).SingleOrDefaultAsync(document => document.Id == known, ct) is { } document)
        {
            var changed = await changeDocument.RunAsync(known, document.Revision, stated, actor, ct);

            return changed.Refusal is { } unchanged ? unchanged : known;
        }

        if (plan.DocumentId is { } kept)
        {
            return kept;
        }

        var registered = await registerDocument.RunAsync(new DocumentId(plan.Id.Value), stated, actor, ct);

        return registered.Refusal switch
        {
            null => registered.Value.Id,
            DocumentAlreadyRegistered there => there.Known,
            var refusal => refusal,
        };
    }

    /// <summary>A plan whose number or day is blank is a draft form.</summary>
    private async Task<StatedDocument> StatedAsync(Plan plan, PlanContent content, PlanHolding holds, Actor actor, CancellationToken ct)
    {
        var head = content.Document;

        return new StatedDocument
        {
            Type = head.Type switch { "plan" => DocumentType.Plan, "decision" => DocumentType.Decision, "report" => DocumentType.Report, "letter" => DocumentType.Letter, _ => DocumentType.Other },
            Level = await LevelAsync(head, holds, actor, ct),
            State = head is { Number: not null, IssuedOn: not null } ? DocumentState.Issued : DocumentState.Draft,
            Number = head.Number,
            IssuedOn = head.IssuedOn,
            Issuer = head.Issuer ?? "",
            Signer = head.Signer ?? "",
            SignerAuthority = head.SignerAuthority ?? "",
            Title = head.Title ?? "",
            PeriodFrom = head.Period?.From,
            PeriodTo = head.Period?.To,
            Recipients = string.Join('\n', content.Recipients),
            // Of a longer one the plan itself has the text.
            Text = plan.Text.Length <= StatedDocument.LongestText ? plan.Text : "",
        };
    }

    /// <summary>Of a commune or district, of a department of the province, else of the province.</summary>
    private async Task<DocumentLevel> LevelAsync(PlanHead head, PlanHolding holds, Actor actor, CancellationToken ct)
    {
        if (holds.Level is PlaceLevel.District)
        {
            return DocumentLevel.District;
        }

        if (holds.Level is PlaceLevel.Commune || await db.Places.AnyAsync(place => place.Id == actor.PlaceId && place.Level == PlaceLevel.Commune, ct))
        {
            return DocumentLevel.Commune;
        }

        return await LevelOfAgencyAsync(head.Issuer ?? "", head.IssuedOn ?? clock.Now.Day, actor, ct) ?? DocumentLevel.Province;
    }

    /// <summary>Of a department of the province, or of the province itself; null where the province has no agency of that name.</summary>
    private async Task<DocumentLevel?> LevelOfAgencyAsync(string name, DateOnly day, Actor actor, CancellationToken ct)
    {
        var issuer = await db.IssuerNamedAsync(actor.Owner, name, day, ct);
        var kinds = await db.Agencies.Where(agency => agency.Id == issuer).Select(agency => agency.Kind).ToListAsync(ct);

        return kinds switch
        {
            [] => null,
            [AgencyKind.PeoplesCommittee or AgencyKind.PeoplesCouncil or AgencyKind.PartyBody, ..] => DocumentLevel.Province,
            _ => DocumentLevel.Department,
        };
    }
}
