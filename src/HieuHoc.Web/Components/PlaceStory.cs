using HieuHoc.Access;
using HieuHoc.Places;
using HieuHoc.Places.Maps;
using HieuHoc.Platform;
using HieuHoc.Returns;
using Microsoft.EntityFrameworkCore;

namespace HieuHoc.Web.Components;

/// <summary>Everything that the page of a place through time tells, as <c>_PlaceStory</c> shows it.</summary>
/// <param name="Place">As it is today; an ended one as it was on its last day.</param>
/// <param name="EndedOn">Its last day; null while it exists.</param>
/// <param name="Above">What it belongs to, from the country down.</param>
/// <param name="Before">The places that it took over, wholly or in part.</param>
/// <param name="After">The places that took it over.</param>
/// <param name="Owed">Its own returns that are not confirmed.</param>
/// <param name="OpenBelow">How many returns of places under it are not confirmed.</param>
/// <param name="Addresses">Where the pages of the places named here are; those outside the reader's reach have none.</param>
public sealed record PlaceStory(
    PlaceOnDay Place,
    DateOnly? EndedOn,
    IReadOnlyList<PlaceOnDay> Above,
    IReadOnlyList<PlaceClass> Classes,
    IReadOnlyList<PlaceEvent> Events,
    IReadOnlyList<Succession> Before,
    IReadOnlyList<Succession> After,
    IReadOnlyList<PlaceOnDay> Children,
    IReadOnlyList<OwedReturn> Owed,
    int OpenBelow,
    ProvinceMap? Map,
    int? Highlighted,
    IReadOnlyDictionary<int, string> Addresses)
{
    /// <summary>The parts of all successors together, of which each has its own.</summary>
    public int AllParts => After.Sum(after => after.How.Parts);
}

/// <summary>A return that a place still owes.</summary>
public sealed record OwedReturn(Guid Id, string Round, DateOnly DueOn, ReturnState State);

public static class PlaceStories
{
    extension(HieuHocDb db)
    {
        /// <summary>Where the pages of those of these places are that the actor reaches.</summary>
        public async Task<IReadOnlyDictionary<int, string>> AddressesAsync(IEnumerable<PlaceOnDay> places, Actor actor, DateOnly today, CancellationToken ct)
        {
            var byId = places.DistinctBy(place => place.Id).ToDictionary(place => place.Id);
            var ids = byId.Keys.ToList();
            var lives = await db.PlacesVisibleTo(actor).Where(place => EF.Parameter(ids).Contains(place.Id))
                .Select(place => new { place.Id, place.ValidTo }).ToListAsync(ct);

            return lives.ToDictionary(life => life.Id, life => AddressOf(byId[life.Id], life.ValidTo < today ? life.ValidTo : null));
        }

        /// <summary>Reads the story of a place that the actor reaches.</summary>
        public async Task<PlaceStory> StoryAsync(PlaceOnDay place, ProvinceMaps maps, Actor actor, DateOnly today, CancellationToken ct)
        {
            var last = await db.LastDayOfAsync(place.Id, today, ct);
            var above = await db.AncestorsAsync(place.Id, today, ct);
            var events = await db.HistoryAsync(place.Id, ct);
            var (before, after) = (await db.PredecessorsAsync(place.Id, ct), await db.SuccessorsAsync(place.Id, ct));
            var children = await db.ChildrenAsync(place.Id, today, ct);
            // The nearest place whose children have outlines: the province, and of a province itself.
            var drawn = place.Level is PlaceLevel.Province ? place : above.LastOrDefault(of => of.Level is PlaceLevel.Province);
            var map = drawn is null ? null : await maps.OfAsync(db, drawn.Id, last ?? today, ct);
            var shown = map?.Shapes.Select(shape => shape.PlaceId).ToHashSet() ?? [];

            return new PlaceStory(
                place,
                last,
                above,
                await db.PlaceClasses.HoldingOn(last ?? today).Where(held => held.PlaceId == place.Id).OrderBy(held => held.Class).ToListAsync(ct),
                events,
                before,
                after,
                children,
                await db.OwedAsync(place.Id, actor, ct),
                await db.OpenBelowAsync(place.Id, actor, ct),
                map,
                above.Append(place).LastOrDefault(of => shown.Contains(of.Id))?.Id,
                await db.AddressesAsync(
                    [.. above, .. children, .. before.Concat(after).Select(other => other.Place), .. events.Select(line => line.Other).OfType<PlaceOnDay>()],
                    actor, today, ct));
        }

        private async Task<DateOnly?> LastDayOfAsync(int id, DateOnly today, CancellationToken ct) =>
            await db.Places.Where(place => place.Id == id && place.ValidTo < today).Select(place => place.ValidTo).SingleOrDefaultAsync(ct);

        private async Task<IReadOnlyList<OwedReturn>> OwedAsync(int id, Actor actor, CancellationToken ct) =>
            await db.ReturnsVisibleTo(actor).AsNoTracking()
                .Where(@return => @return.SubjectId == id && @return.ConfirmedVersion == null)
                .Join(db.Rounds.Where(round => round.Owner == actor.Owner), @return => @return.RoundId, round => round.Id, (@return, round) => new { @return, round })
                .OrderBy(pair => pair.@return.DueOn).ThenBy(pair => pair.round.Code)
                .Select(pair => new OwedReturn(pair.@return.Id.Value, pair.round.Title, pair.@return.DueOn, pair.@return.State))
                .ToListAsync(ct);

        private Task<int> OpenBelowAsync(int id, Actor actor, CancellationToken ct)
        {
            var below = db.PlaceReaches.Where(reach => reach.AncestorId == id && reach.PlaceId != id).Select(reach => reach.PlaceId);

            return db.ReturnsVisibleTo(actor).CountAsync(@return => below.Contains(@return.SubjectId) && @return.ConfirmedVersion == null, ct);
        }
    }

    /// <summary>A village has no code; the code of an ended place says on which day it was its own.</summary>
    private static string AddressOf(PlaceOnDay place, DateOnly? endedOn) => place.Level is PlaceLevel.Village
        ? $"/villages/{place.Id}"
        : $"/places/{new PlaceCodeOnDay(place.Code, endedOn)}/history";
}
