using HieuHoc.Access;
using HieuHoc.Platform;
using HieuHoc.Programmes.Money;

namespace HieuHoc.Web.Api;

/// <summary>The money of a year in đồng, as far as the person sees it.</summary>
/// <param name="Units">By place and agency, agencies before communes.</param>
/// <param name="Tasks">By task, of the entries that name one.</param>
public sealed record MoneyBody(int Year, IReadOnlyList<MoneySourceBody> Sources, IReadOnlyList<MoneyUnitBody> Units, IReadOnlyList<MoneyTaskBody> Tasks);

/// <summary>What came from one source and what became of it.</summary>
/// <param name="Given">Allocated by decision; of what is mobilised, received by funds.</param>
/// <param name="Spent">Spent; of what is mobilised, allotted by funds.</param>
public sealed record MoneySourceBody(MoneySource Source, long Given, long Spent);

/// <summary>The budget of one place or agency.</summary>
/// <param name="Requested">What it asked for in the year's round; 0 where it has not sent.</param>
/// <param name="Remaining">Below zero where more was spent than allocated; null where it cannot be said.</param>
public sealed record MoneyUnitBody(string Name, long Requested, long Allocated, long Spent, long? Remaining);

/// <summary>What was allocated to a task, and spent for it.</summary>
public sealed record MoneyTaskBody(Guid Task, string Text, long Allocated, long Spent);

/// <summary>The money of the programme by year.</summary>
internal static class MoneyApi
{
    public static void Map(RouteGroupBuilder api) => api.MapGet("/money", GetAsync).Produces<MoneyBody>()
        .Opens("The money of a year by source, by place and agency, and by task", ApiScopes.Read, [.. RoleTable.WhoMay(Capability.SeeMoney)], new RequestUnreadable());

    private static async Task<IResult> GetAsync(int? year, ReadMoneyTotals readTotals, ProgrammeClock clock, Actor actor, CancellationToken ct)
    {
        var asked = year ?? clock.Now.Day.Year;

        if (!MoneyQueries.IsYear(asked))
        {
            return ApiProblems.Of(new RequestUnreadable());
        }

        var totals = await readTotals.RunAsync(asked, actor, ct);

        return Results.Ok(new MoneyBody(
            asked,
            [.. totals.Sources.Select(total => new MoneySourceBody(total.Source, total.Given, total.Spent))],
            [.. totals.Units.Select(unit => new MoneyUnitBody(unit.Name, unit.Requested, unit.Ledger.Allocated(), unit.Ledger.Spent(), unit.Ledger.Remaining()))],
            [.. totals.Tasks.Select(total => new MoneyTaskBody(total.Task.Value, total.Text, total.Allocated, total.Spent))]));
    }
}
