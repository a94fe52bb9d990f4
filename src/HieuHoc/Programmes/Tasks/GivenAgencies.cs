using HieuHoc.Access;
using HieuHoc.Agencies;
using HieuHoc.PlanReading;
using HieuHoc.Platform;

namespace HieuHoc.Programmes.Tasks;

/// <summary>Who has which part in a task, as a person types their names.</summary>
public sealed record GivenAgencies(IReadOnlyDictionary<AgencyRole, IReadOnlyList<string>> Names)
{
    /// <summary>Nobody.</summary>
    public static GivenAgencies None { get; } = new(new Dictionary<AgencyRole, IReadOnlyList<string>>());

    /// <summary>The agencies that are meant; refused where a name means none or more than one: nobody is guessed.</summary>
    internal static async Task<Outcome<IReadOnlySet<(int Agency, AgencyRole Role)>>> FindAsync(HieuHocDb db, GivenAgencies given, Actor actor, DateOnly today, CancellationToken ct)
    {
        var byName = await db.AgenciesByNameAsync(actor.Owner, today, ct);
        var found = new HashSet<(int, AgencyRole)>();

        foreach (var (role, name) in given.Names.SelectMany(part => part.Value.Select(name => (part.Key, name))))
        {
            if (byName.All(name) is { Count: > 0 } all)
            {
                found.UnionWith(all.Select(agency => (agency, role)));
                continue;
            }

            switch (byName.Meant(name))
            {
                case []:
                    return new TaskAgencyUnknown(name);
                case [var only]:
                    found.Add((only, role));
                    break;
                case var several:
                    return new TaskAgencyAmbiguous(name, string.Join("; ", (await db.AgencyNamesAsync(several, today, ct)).Values.Order(Vietnamese.Order)));
            }
        }

        return found;
    }
}
