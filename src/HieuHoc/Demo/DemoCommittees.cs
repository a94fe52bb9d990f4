using System.Globalization;
using HieuHoc.Access;
using HieuHoc.Places;
using HieuHoc.Platform;
using HieuHoc.Programmes.Committees;
using Microsoft.EntityFrameworkCore;

namespace HieuHoc.Demo;

/// <summary>Who steers: the province, and a few communes beside the one that can be tried, one of which has not renewed its committee since the merger. Nobody is named after a person.</summary>
internal sealed class DemoCommittees(DbEngine engine, Texts texts, StoryTime time)
{
    private const int Communes = 5;

    private static readonly DateOnly Before = new(2024, 3, 12);

    private static readonly DateOnly Since = new(2025, 9, 15);

    private static readonly DateOnly Renewal = new(2026, 2, 10);

    private static readonly IReadOnlyList<CommitteeDuty> Duties =
        [CommitteeDuty.Head, CommitteeDuty.StandingDeputy, CommitteeDuty.Deputy, CommitteeDuty.Member, CommitteeDuty.Secretary];

    /// <summary>Takes them down, all or none.</summary>
    public async Task RunAsync(Owner owner, CancellationToken ct)
    {
        await using var db = engine.Open();

        if (await db.Committees.AnyAsync(committee => committee.Owner == owner.Id, ct))
        {
            return;
        }

        time.Morning(StoryTime.Opening);
        var children = await db.ChildrenAsync(owner.PlaceId, StoryTime.Opening, ct);
        var ids = children.Select(commune => commune.Id).ToList();
        var older = await db.Places.Where(place => EF.Parameter(ids).Contains(place.Id) && place.ValidFrom <= Before).Select(place => place.Id).ToListAsync(ct);
        var communes = children.OrderBy(commune => commune.Code != DemoPeople.CommuneCode).ThenBy(commune => commune.Code, StringComparer.Ordinal).ToList();
        await using var transaction = await db.Database.BeginTransactionAsync(ct);
        var province = await DecideAsync(db, owner, owner.PlaceId, texts.In("vi", "demo.committee.province"), Since, Role.StandingAgency, ct);
        await DecideAsync(db, owner, owner.PlaceId, province.Stated.Name, Renewal, Role.StandingAgency, ct, province);

        foreach (var commune in communes.Where(commune => !older.Contains(commune.Id)).Take(Communes))
        {
            await DecideAsync(db, owner, commune.Id, NameOf(commune), Since, Role.CommuneOfficer, ct);
        }

        // A place that stayed as it was had a committee before it came under the province.
        foreach (var commune in communes.Where(commune => older.Contains(commune.Id)).Take(1))
        {
            await DecideAsync(db, owner, commune.Id, NameOf(commune), Before, Role.CommuneOfficer, ct);
        }

        await transaction.CommitAsync(ct);
    }

    private string NameOf(PlaceOnDay commune) => texts.In("vi", "demo.committee.commune", ("place", commune.FullName));

    private async Task<ArrivingDecision> DecideAsync(HieuHocDb db, Owner owner, int place, string name, DateOnly day, Role role, CancellationToken ct, ArrivingDecision? before = null)
    {
        var stated = new StatedDecision
        {
            Name = name,
            Number = texts.In("vi", "demo.number", ("number", (100 + (place % 800)).ToString(CultureInfo.InvariantCulture))),
            DecidedOn = day,
            // Who joins by the renewal is one more than sat before.
            Members = [.. Duties.Take(before is null ? Duties.Count - 1 : Duties.Count).Select((duty, i) => new StatedMember(
                texts.In("vi", "demo.committee.member", ("number", i + 1)), texts.In("vi", $"demo.committee.post.{i + 1}"), duty))],
        };
        var arriving = new ArrivingDecision(
            before?.Committee ?? new CommitteeId(Guid.CreateVersion7()), place, new CommitteeDecisionId(Guid.CreateVersion7()), before is null ? 0 : before.StartedFrom + 1, stated);
        _ = (await new RecordCommitteeDecision(db, new ProgrammeClock(time)).RunAsync(arriving, new Actor(owner.Id, null, role, place), ct)).Value;

        return arriving;
    }
}
