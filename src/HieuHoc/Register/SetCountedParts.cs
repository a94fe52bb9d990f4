using System.Globalization;
using System.Text.Json;
using HieuHoc.Access;
using HieuHoc.Places;
using HieuHoc.Platform;
using Microsoft.EntityFrameworkCore;

namespace HieuHoc.Register;

/// <summary>How many of a split place's people, or households, went to one of its successors.</summary>
public sealed record CountedPart(int SuccessorId, int Count);

/// <summary>What was counted of a place that was split.</summary>
/// <param name="LegalBasis">The document that says so: type, number, date, issuer.</param>
public sealed record CountedParts(int PlaceId, IReadOnlyList<CountedPart> Parts, string LegalBasis, string Reason);

/// <summary>
/// Puts what was counted in the place of the rule by which figures of a split place are shared among its successors. They
/// stay estimates: of another element the shares may be others.
/// </summary>
public sealed class SetCountedParts(HieuHocDb db, ProgrammeClock clock)
{
    /// <summary>No place that was split had more people.</summary>
    public const int Most = 10_000_000;

    /// <summary>Signs that a basis or a reason has at most.</summary>
    public const int LongestText = 500;

    public async Task<Refusal?> RunAsync(CountedParts given, Actor actor, CancellationToken ct)
    {
        if (!actor.May(Capability.CountParts))
        {
            return new CountedPartsNotYours();
        }

        await using var transaction = await db.Database.BeginTransactionAsync(ct);
        // A pack that is loaded at once keeps what is counted by then, and nothing that comes after its look.
        await db.Engine.LockAsync(db, "packs", ct);
        var successions = await db.PlaceSuccessions.Where(row => row.FromId == given.PlaceId).ToListAsync(ct);

        if (await OutOfReachAsync(given.PlaceId, successions, actor, ct) is { } outside)
        {
            return outside;
        }

        var asked = given with { LegalBasis = given.LegalBasis.Trim(), Reason = given.Reason.Trim() };

        if (Unfit(asked, successions) is { } refusal)
        {
            return refusal;
        }

        if (await IsSetAsync(asked, actor.Owner, ct))
        {
            return null;
        }

        Set(asked, successions);
        db.Record(Change(asked), actor.Owner, actor.PersonId?.Value, clock.Now);
        await db.SaveChangesAsync(ct);
        await transaction.CommitAsync(ct);

        return null;
    }

    private async Task<Refusal?> OutOfReachAsync(int placeId, IReadOnlyList<PlaceSuccession> successions, Actor actor, CancellationToken ct)
    {
        var asked = successions.Select(row => row.ToId).Append(placeId).ToList();
        var reached = await db.PlacesVisibleTo(actor).Where(place => asked.Contains(place.Id)).Select(place => place.Id).ToListAsync(ct);

        if (!reached.Contains(placeId))
        {
            return new PlaceNotFound();
        }

        if (successions.Count < 2 || successions.Any(row => row.Whole))
        {
            return new PlaceNotSplit();
        }

        return reached.Count < asked.Count ? new CountedPartsNotYours() : null;
    }

    private static Refusal? Unfit(CountedParts given, IReadOnlyList<PlaceSuccession> successions)
    {
        if (given.LegalBasis.Length == 0)
        {
            return new CountedPartsBasisMissing();
        }

        if (given.Reason.Length == 0)
        {
            return new CountedPartsReasonMissing();
        }

        if (given.LegalBasis.Length > LongestText || given.Reason.Length > LongestText)
        {
            return new CountedPartsTextTooLong(LongestText);
        }

        if (!given.Parts.Select(part => part.SuccessorId).Order().SequenceEqual(successions.Select(row => row.ToId).Order()))
        {
            return new CountedPartsIncomplete();
        }

        if (given.Parts.Any(part => part.Count is < 0 or > Most))
        {
            return new CountedPartsOutOfRange(Most);
        }

        return given.Parts.All(part => part.Count == 0) ? new CountedPartsAllZero() : null;
    }

    /// <summary>True when the same was set last: the same request again changes nothing.</summary>
    private async Task<bool> IsSetAsync(CountedParts given, short owner, CancellationToken ct)
    {
        var record = RecordOf(given.PlaceId);
        var last = await db.AuditEntries
            .Where(entry => entry.Owner == owner && entry.Record == record && entry.Change == nameof(CountedPartsSet))
            .OrderByDescending(entry => entry.At).ThenByDescending(entry => entry.Id)
            .Select(entry => entry.Detail).FirstOrDefaultAsync(ct);

        return last is not null
            && JsonSerializer.Deserialize<CountedPartsSet>(last, Json.Compact) is { } set
            && (set.LegalBasis, set.Reason) == (given.LegalBasis, given.Reason)
            && set.Parts.SequenceEqual(Change(given).Parts);
    }

    private static void Set(CountedParts given, IReadOnlyList<PlaceSuccession> successions)
    {
        var counts = given.Parts.ToDictionary(part => part.SuccessorId, part => part.Count);

        foreach (var succession in successions)
        {
            succession.Parts = counts[succession.ToId];
            succession.PartsRule = PartsRule.Counted;
        }
    }

    private static CountedPartsSet Change(CountedParts given) =>
        new(RecordOf(given.PlaceId), [.. given.Parts.OrderBy(part => part.SuccessorId)], given.LegalBasis, given.Reason);

    private static string RecordOf(int placeId) => placeId.ToString(CultureInfo.InvariantCulture);
}

/// <summary>What was counted of a split place was put in; basis and reason are about the place and name nobody.</summary>
public sealed record CountedPartsSet(string Record, IReadOnlyList<CountedPart> Parts, string LegalBasis, string Reason) : Change(Record);
