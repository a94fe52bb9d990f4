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
    public async Task<Outcome<DocumentId>> RunAsync(Plan plan, PlanContent content, Actor actor, CancellationToken ct)
    {
        var document = await EnterAsync(plan, await StatedAsync(plan, content, actor, ct), actor, ct);

        if (document.Refusal is not null || !await db.DocumentsKeptBy(actor).AnyAsync(kept => kept.Id == document.Value, ct))
        {
            // What another office keeps, that office says what it rests on.
            return document;
        }

        foreach (var basis in content.LegalBases)
        {
            var cited = await citeDocument.RunAsync(document.Value, DocumentRelationKind.Cites, new Citation(basis.Number, basis.Date), new DocumentId(Guid.CreateVersion7()), actor, ct);

            if (cited.Refusal is { } refusal)
            {
                return refusal;
            }
        }

        return document;
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
    private async Task<StatedDocument> StatedAsync(Plan plan, PlanContent content, Actor actor, CancellationToken ct)
    {
        var head = content.Document;

        return new StatedDocument
        {
            Type = head.Type switch { "plan" => DocumentType.Plan, "decision" => DocumentType.Decision, "report" => DocumentType.Report, "letter" => DocumentType.Letter, _ => DocumentType.Other },
            Level = await LevelAsync(head, actor, ct),
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

    /// <summary>Of a commune, of a department of the province, else of the province.</summary>
    private async Task<DocumentLevel> LevelAsync(PlanHead head, Actor actor, CancellationToken ct)
    {
        if (await db.Places.AnyAsync(place => place.Id == actor.PlaceId && place.Level == PlaceLevel.Commune, ct))
        {
            return DocumentLevel.Commune;
        }

        var issuer = await db.IssuerNamedAsync(actor.Owner, head.Issuer ?? "", head.IssuedOn ?? clock.Now.Day, ct);
        var isBelow = await db.Agencies.AnyAsync(
            agency => agency.Id == issuer && agency.Kind != AgencyKind.PeoplesCommittee && agency.Kind != AgencyKind.PeoplesCouncil && agency.Kind != AgencyKind.PartyBody, ct);

        return isBelow ? DocumentLevel.Department : DocumentLevel.Province;
    }
}
