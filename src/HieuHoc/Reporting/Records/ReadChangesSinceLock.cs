using HieuHoc.Access;
using HieuHoc.Agencies;
using HieuHoc.Figures;
using HieuHoc.Platform;
using Microsoft.EntityFrameworkCore;

namespace HieuHoc.Reporting.Records;

/// <summary>A confirmed figure of which a locked report says otherwise.</summary>
/// <param name="Before">In the element's units; null where nothing was confirmed when the report was locked.</param>
/// <param name="After">Null where nothing is confirmed any more.</param>
public sealed record ChangedFigure(string Subject, ElementDefinition Element, long? Before, long? After);

/// <summary>Compares a locked report with what is confirmed now: its files stay, and whoever reads them is told what changed.</summary>
public sealed class ReadChangesSinceLock(HieuHocDb db, ReadAnnualFacts readAnnualFacts)
{
    /// <summary>The figures of the report's tables that changed since, by subject and element; empty of one that is not locked.</summary>
    public async Task<IReadOnlyList<ChangedFigure>> RunAsync(Report report, Actor actor, CancellationToken ct)
    {
        if (report.LockedAt is not { } instant || !await db.FigureSources.AnyAsync(source => source.Owner == report.Owner && source.ConfirmedAt > instant, ct))
        {
            return [];
        }

        var then = await readAnnualFacts.FiguresAsync(await db.AskedByAsync(report, instant, ct), actor, ct);
        var now = await readAnnualFacts.FiguresAsync(await db.AskedByAsync(report, null, ct), actor, ct);

        if (then.Refusal is not null || now.Refusal is not null)
        {
            return [];
        }

        var changed = then.Value.Tallies.Keys.Union(now.Value.Tallies.Keys)
            .Select(key => (key.Subject, key.Element, Before: Of(then.Value, key), After: Of(now.Value, key)))
            .Where(figure => figure.Before != figure.After)
            .ToList();
        var ids = changed.Select(figure => figure.Subject).ToHashSet();
        var names = await db.SubjectNamesOn(now.Value.Day).Where(name => ids.Contains(name.SubjectId))
            .ToDictionaryAsync(name => name.SubjectId, name => name, ct);

        return
        [
            .. changed.Where(figure => names.ContainsKey(figure.Subject))
                .OrderBy(figure => names[figure.Subject].Name, Vietnamese.Order)
                .ThenBy(figure => figure.Element, StringComparer.Ordinal)
                .Select(figure => new ChangedFigure(names[figure.Subject].FullName, now.Value.Elements[figure.Element], figure.Before, figure.After)),
        ];
    }

    private static long? Of(ConfirmedFigures figures, (int Subject, string Element) key) =>
        figures.Tallies.TryGetValue(key, out var value) ? value : null;
}
