using HieuHoc.Access;
using HieuHoc.Agencies;
using HieuHoc.Places;
using HieuHoc.Platform;
using Microsoft.EntityFrameworkCore;

namespace HieuHoc.Documents;

public static class DocumentQueries
{
    /// <summary>The levels whose issued documents are everybody's of the programme.</summary>
    private static readonly DocumentLevel[] Shared = [DocumentLevel.Central, DocumentLevel.Province, DocumentLevel.Department, DocumentLevel.District];

    extension(HieuHocDb db)
    {
        /// <summary>
        /// Issued documents of the district and above, those of the communes of the actor's part, and all that the actor's own office
        /// keeps, drafts too. Who stays in an agency sees of communes those of the own place alone.
        /// </summary>
        public IQueryable<OfficialDocument> DocumentsVisibleTo(Actor actor)
        {
            var (sees, agency) = (actor.May(Capability.SeeDocuments), actor.OwnAgency);
            var reached = db.PlaceReaches.Where(reach => reach.AncestorId == actor.PlaceId).Select(reach => reach.PlaceId);
            var within = db.AgencyReaches.Where(reach => reach.AncestorId == agency).Select(reach => (int?)reach.AgencyId);

            return db.OfficialDocuments.Where(document => sees && document.Owner == actor.Owner
                && ((document.State == DocumentState.Issued
                        && (Shared.Contains(document.Level) || document.PlaceId == actor.PlaceId || (agency == null && reached.Contains(document.PlaceId))))
                    || (document.PlaceId == actor.PlaceId && (agency == null ? document.AgencyId == null : within.Contains(document.AgencyId)))));
        }

        /// <summary>
        /// Of the documents that the actor sees those that they keep: of the own office; the standing agency also what others
        /// registered and everybody sees.
        /// </summary>
        public IQueryable<OfficialDocument> DocumentsKeptBy(Actor actor)
        {
            var (keeps, agency, all) = (actor.May(Capability.KeepDocuments), actor.OwnAgency, actor.Role is Role.StandingAgency);
            var within = db.AgencyReaches.Where(reach => reach.AncestorId == agency).Select(reach => (int?)reach.AgencyId);

            return db.DocumentsVisibleTo(actor).Where(document => keeps
                && ((all && document.State == DocumentState.Issued && Shared.Contains(document.Level))
                    || (document.PlaceId == actor.PlaceId && (agency == null ? document.AgencyId == null : within.Contains(document.AgencyId)))));
        }

        /// <summary>
        /// The documents that the actor sees of a number as offices type it, and of a day where one is given; one whose day the register
        /// does not know may be it too, and comes last.
        /// </summary>
        public IQueryable<OfficialDocument> DocumentsOfNumber(Actor actor, string? number, DateOnly? issuedOn)
        {
            var key = DocumentNumbers.Key(number);

            return db.DocumentsVisibleTo(actor)
                .Where(document => key != null && document.NumberKey == key && (issuedOn == null || document.IssuedOn == null || document.IssuedOn == issuedOn))
                .OrderBy(document => document.IssuedOn == null).ThenByDescending(document => document.IssuedOn).ThenBy(document => document.Id);
        }

        /// <summary>The document that has the number, the day and the issuer of another already; an issuer that is not known may be any.</summary>
        internal Task<OfficialDocument?> SameDocumentAsync(OfficialDocument other, CancellationToken ct) => db.OfficialDocuments.AsNoTracking()
            .Where(document => document.Owner == other.Owner && document.Id != other.Id && other.NumberKey != null
                && document.NumberKey == other.NumberKey && document.IssuedOn == other.IssuedOn && document.Scope == other.Scope
                && (document.IssuedBy == other.IssuedBy || document.IssuedBy == "" || other.IssuedBy == ""))
            .OrderBy(document => document.Id).FirstOrDefaultAsync(ct);

        /// <summary>The agency of the programme's province that is called so, by name, short name or another word; null where none or several are.</summary>
        internal async Task<int?> IssuerNamedAsync(short owner, string issuer, DateOnly day, CancellationToken ct) =>
            issuer.Length == 0 ? null : (await AgencyBook.OfAsync(db, await db.OwnerPlaceAsync(owner, ct), ct)).Meant(issuer, day)?.Id;

        /// <summary>Writes what of a document is searched, and its text.</summary>
        internal async Task KeepTextAsync(OfficialDocument document, string text, CancellationToken ct)
        {
            var head = Line(FoldedWords.In($"{document.Number} {document.Title} {document.Issuer}"));
            var words = Line(FoldedWords.In($"{head} {document.Signer} {text}").Distinct().Order(StringComparer.Ordinal));
            var (kept, known) = (await db.TextOfAsync(document, ct), await db.VocabularyOfAsync(document, ct));

            if (known is null)
            {
                db.Add(new DocumentVocabulary { Owner = document.Owner, DocumentId = document.Id, Head = head, Words = words });
            }
            else
            {
                (known.Head, known.Words) = (head, words);
            }

            if (kept is not null)
            {
                kept.Text = text;
            }
            else if (text.Length > 0)
            {
                db.Add(new DocumentText { Owner = document.Owner, DocumentId = document.Id, Text = text });
            }
        }

        /// <summary>The whole text of a document; null where it has none.</summary>
        internal Task<DocumentText?> TextOfAsync(OfficialDocument document, CancellationToken ct) =>
            db.DocumentTexts.SingleOrDefaultAsync(row => row.Owner == document.Owner && row.DocumentId == document.Id, ct);

        private Task<DocumentVocabulary?> VocabularyOfAsync(OfficialDocument document, CancellationToken ct) =>
            db.DocumentVocabularies.SingleOrDefaultAsync(row => row.Owner == document.Owner && row.DocumentId == document.Id, ct);
    }

    /// <summary>Words with a blank before and behind each, so that a whole word is found and no part of one.</summary>
    private static string Line(IEnumerable<string> words) => $" {string.Join(' ', words)} ";
}
