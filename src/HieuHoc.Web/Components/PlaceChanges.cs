using System.Globalization;
using System.Text.Json;
using HieuHoc.Access;
using HieuHoc.Figures;
using HieuHoc.Figures.Import;
using HieuHoc.Places;
using HieuHoc.Platform;
using HieuHoc.Register;
using Microsoft.EntityFrameworkCore;

namespace HieuHoc.Web.Components;

/// <summary>What people changed about a place: by whom, when, on what basis. What the law changed is in its story.</summary>
public static class PlaceChanges
{
    extension(HieuHocDb db)
    {
        /// <summary>
        /// Of a village what became of it, of a commune also what became of its villages that the actor reaches, of the
        /// province that runs the programme also what concerns the whole.
        /// </summary>
        public async Task<IReadOnlyList<HistoryLine>> PlaceChangesAsync(Texts texts, PlaceOnDay place, Actor actor, CancellationToken ct)
        {
            var names = await db.NamesOfVillagesAsync(place.Id, actor, ct);
            var split = await db.NamesOfSplitAsync(place.Id, actor, ct);
            var runs = await db.Owners.AnyAsync(owner => owner.Id == actor.Owner && owner.PlaceId == place.Id, ct);
            IReadOnlyList<ToldChange> own =
            [
                .. await db.ChangesOfAsync(actor.Owner, [RecordOf(place.Id), .. names.Keys], ToldChanges.OfVillage, ct),
                .. await db.ChangesOfAsync(actor.Owner, [RecordOf(place.Id), .. split.Keys], ToldChanges.OfPlace, ct),
            ];
            var lists = await db.ChangesOfAsync(actor.Owner, ToldChanges.OfLists, ct);
            var whole = runs ? await db.ChangesOfAsync(actor.Owner, ToldChanges.OfProgramme, ct) : [];
            var sources = await db.SourcesOfAsync(actor.Owner, whole, ct);

            return await db.SayAsync(texts, actor.Owner, [.. own, .. lists.Where(list => runs || Names(list, place)), .. whole], Words, ct);

            ChangeWords Words(ToldChange change) => change.Change switch
            {
                nameof(PlaceClassesImported) or nameof(VillagesImported) => new ChangeWords(change.Record),
                nameof(FiguresImported) => sources.GetValueOrDefault(change.Record) ?? new ChangeWords(),
                nameof(CountedPartsSet) => Counted(change, split),
                _ => new ChangeWords(names.GetValueOrDefault(change.Record)),
            };
        }

        /// <summary>The villages that ever belonged to a place, as far as the actor reaches, under their records.</summary>
        private async Task<Dictionary<string, string>> NamesOfVillagesAsync(int placeId, Actor actor, CancellationToken ct)
        {
            var belonged = db.PlaceParents.Where(parent => parent.ParentId == placeId).Select(parent => parent.PlaceId);
            var villages = db.PlacesVisibleTo(actor).Where(place => place.Level == PlaceLevel.Village && belonged.Contains(place.Id));
            var names = await db.PlacesOrLast(villages, DateOnly.MaxValue).Select(village => new { village.Id, village.FullName }).ToListAsync(ct);

            return names.ToDictionary(village => RecordOf(village.Id), village => village.FullName);
        }

        /// <summary>The places of which a part came to a place, as far as the actor reaches, under their records.</summary>
        private async Task<Dictionary<string, string>> NamesOfSplitAsync(int placeId, Actor actor, CancellationToken ct)
        {
            var before = db.PlaceSuccessions.Where(row => row.ToId == placeId && !row.Whole).Select(row => row.FromId);
            var places = db.PlacesVisibleTo(actor).Where(place => before.Contains(place.Id));
            var names = await db.PlacesOrLast(places, DateOnly.MaxValue).Select(place => new { place.Id, place.FullName }).ToListAsync(ct);

            return names.ToDictionary(place => RecordOf(place.Id), place => place.FullName);
        }

        private async Task<Dictionary<string, ChangeWords>> SourcesOfAsync(short owner, IReadOnlyList<ToldChange> changes, CancellationToken ct)
        {
            var ids = changes.Where(change => change.Change is nameof(FiguresImported)).Select(change => Guid.Parse(change.Record)).ToList();
            var sources = await db.FigureSources.AsNoTracking()
                .Where(source => source.Owner == owner && source.Producer == Producer.Import && EF.Parameter(ids).Contains(source.Id))
                .ToListAsync(ct);

            return sources.ToDictionary(source => source.Id.ToString(), source => new ChangeWords(source.Title, source.Reason));
        }
    }

    private static string RecordOf(int placeId) => placeId.ToString(CultureInfo.InvariantCulture);

    private static ChangeWords Counted(ToldChange change, Dictionary<string, string> split)
    {
        var set = JsonSerializer.Deserialize<CountedPartsSet>(change.Detail, Json.Compact)!; // written by this type
        var counts = string.Join(" : ", set.Parts.Select(part => Shown.NumberText(part.Count)));
        IEnumerable<string?> note = [split.GetValueOrDefault(change.Record), counts, set.LegalBasis];

        return new ChangeWords(string.Join(" · ", note.OfType<string>()), set.Reason);
    }

    /// <summary>True when a list that was taken in names the place, or made it.</summary>
    private static bool Names(ToldChange list, PlaceOnDay place)
    {
        using var detail = JsonDocument.Parse(list.Detail);

        if (list.Change is nameof(PlaceClassesImported))
        {
            return Holds(detail.RootElement, "places", place.Id);
        }

        // Lists that were taken in by earlier versions did not say where.
        return Holds(detail.RootElement, "communes", place.Id)
            || (detail.RootElement.TryGetProperty("first", out var first)
                && place.Id - first.GetInt32() is >= 0 and var at && at < detail.RootElement.GetProperty("count").GetInt32());
    }

    private static bool Holds(JsonElement detail, string member, int placeId) =>
        detail.TryGetProperty(member, out var ids) && ids.EnumerateArray().Any(id => id.GetInt32() == placeId);
}
