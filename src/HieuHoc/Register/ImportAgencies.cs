using HieuHoc.Access;
using HieuHoc.Agencies;
using HieuHoc.Places;
using HieuHoc.Platform;
using Microsoft.EntityFrameworkCore;

namespace HieuHoc.Register;

/// <summary>
/// Takes in a province's list of agencies that no pack brings: schools, centres, associations, divisions. All lines or, when one is
/// wrong, none; an agency that is here already changes nothing.
/// </summary>
public sealed class ImportAgencies(HieuHocDb db, ProgrammeClock clock)
{
    /// <summary>What lines are held against.</summary>
    internal Task<AgencyRegister> RegisterAsync(Actor actor, CancellationToken ct) => AgencyRegister.ReadAsync(db, actor, clock.Now.Day, ct);

    /// <summary>Takes in lines that were read elsewhere; how many agencies were added is handed back.</summary>
    /// <param name="name">What the list is called where its history is told.</param>
    internal async Task<Outcome<int>> TakeAsync(IReadOnlyList<AgencyLine> lines, string name, Actor actor, CancellationToken ct)
    {
        if (!actor.May(Capability.KeepAgencies))
        {
            return new AgenciesNotYoursToKeep();
        }

        await using var transaction = await db.Database.BeginTransactionAsync(ct);
        var next = await db.NextSubjectAsync(ct);
        var register = await RegisterAsync(actor, ct);
        var entries = lines.Select(register.Enter).ToList();
        var mistakes = entries.SelectMany(entry => entry.Mistakes).ToList();

        if (mistakes.Count > 0)
        {
            return new AgencyListFaulty(mistakes);
        }

        var added = entries.Where(entry => entry.IsNew).ToList();

        if (added.Count > 0)
        {
            await WriteAsync(added, next, ct);
            db.Record(new AgenciesImported(name, added.Count, next), actor.Owner, actor.PersonId?.Value, clock.Now);
            await db.SaveChangesAsync(ct);
            await transaction.CommitAsync(ct);
        }

        return added.Count;
    }

    /// <summary>Hundreds at once, so past the change tracker, table by table in the order of the keys.</summary>
    private async Task WriteAsync(IReadOnlyList<AgencyEntry> added, int first, CancellationToken ct)
    {
        var taken = await db.ListedAgencies().Select(agency => agency.Code).ToHashSetAsync(ct);
        var numbered = added.Select((entry, i) => (Id: first + i, entry.Line, Agency: entry.Agency!)).ToList(); // what is new has its agency
        var ids = numbered.ToDictionary(row => row.Agency, row => row.Id);

        await db.Engine.BulkInsertAsync(db, numbered.Select(row => new Subject { Id = row.Id, Kind = SubjectKind.Agency }), ct);
        await db.Engine.BulkInsertAsync(db, numbered.Select(row => Row(row.Id, row.Line, row.Agency, taken)), ct);
        await db.Engine.BulkInsertAsync(db, numbered.Select(row => Name(row.Id, row.Line)), ct);
        await db.Engine.BulkInsertAsync(db, numbered.SelectMany(row => Parents(row.Id, row.Agency.Parent, ids)), ct);
        await db.RebuildAgencyReachAsync(ct);
    }

    private static Agency Row(int id, AgencyLine line, KnownAgency agency, HashSet<string> taken) => new()
    {
        Id = id,
        Code = ListedAgency.CodeOf(agency.Place.Code, line.Name, taken)!, // a name without a letter is a mistake
        Level = agency.Place.Level is PlaceLevel.Province ? AgencyLevel.Province : AgencyLevel.Commune,
        Kind = agency.Kind,
        PlaceId = agency.Place.Id,
        ValidFrom = line.From,
        Confirmed = false,
        DaysConfirmed = line.From is not null,
        Source = line.Source,
    };

    private static AgencyName Name(int id, AgencyLine line) => new()
    {
        AgencyId = id,
        Number = 1,
        Name = line.Name,
        ShortName = line.ShortName.Length > 0 ? line.ShortName : null,
        Folded = Vietnamese.Fold($"{line.Name} {line.ShortName}"),
    };

    /// <summary>What it belongs to: an agency that is here, or another line of the list.</summary>
    private static IReadOnlyList<AgencyParent> Parents(int id, KnownAgency? parent, Dictionary<KnownAgency, int> ids) => parent is null
        ? []
        : [new AgencyParent { AgencyId = id, Number = 1, ParentId = ids.GetValueOrDefault(parent, parent.Id) }];
}
